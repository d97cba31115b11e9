//! *Reflection*: a private list to notice things with. No total, no verdict: the
//! closing text is the same for everybody, and help is always in view.

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
        &[Widget {
            name: "working-on-it-or-walking-away",
            private: true,
        }]
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
