//! *Reflection*: a list to notice things with, private or not. No total, no verdict: the
//! closing text is the same for everybody. Where it is private, help is always in view; where
//! it isn't, signs are plain ticks, and help opens for words that speak of danger.

pub mod content;
pub mod state;
mod view;

use std::rc::Rc;

use super::{Draw, Kind, Widget};
use crate::content::{Problem, Source, read};

/// The kind *reflection*.
pub struct Reflection;

impl Kind for Reflection {
    fn name(&self) -> &'static str {
        "reflection"
    }

    fn widgets(&self) -> &'static [Widget] {
        const WIDGETS: &[Widget] = &[
            Widget::private("working-on-it-or-walking-away"),
            Widget::private("what-i-notice-in-the-children"),
            Widget::open("what-shaped-my-empathy"),
        ];
        WIDGETS
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Result<Draw, Problem> {
        let content: Rc<content::Reflection> = Rc::new(read(widget.draft(), source, notices)?);
        let private = widget.private;
        Ok(Rc::new(move |place| {
            view::reflection(content.clone(), private, place)
        }))
    }
}
