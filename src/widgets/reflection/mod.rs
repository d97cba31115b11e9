//! *Reflection*: a list to notice things with, private or not. No total, no verdict: the
//! closing text is the same for everybody. Where it is private, help is always in view; where
//! it isn't, signs are plain ticks, and help opens for words that speak of danger.

pub mod content;
pub mod state;
mod view;

use super::{Draw, Kind, Widget, open};
use crate::content::{Problem, Read, Source};

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
    ) -> Read<Draw> {
        open(view::reflection, widget, source, notices)
    }
}
