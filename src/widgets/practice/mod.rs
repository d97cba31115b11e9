//! *Practice*: somebody says a line, the reader writes what she could say back, and
//! gets notes on her own words. No score; one next try; less help each round.

pub mod content;
pub mod state;
mod view;

use std::rc::Rc;

use super::{Draw, Kind, Widget};
use crate::content::{Problem, Source, read};

/// The kind *practice*.
pub struct Practice;

impl Kind for Practice {
    fn name(&self) -> &'static str {
        "practice"
    }

    fn widgets(&self) -> &'static [Widget] {
        &[Widget {
            name: "mirror-then-ask",
            private: false,
        }]
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Result<Draw, Problem> {
        let content: Rc<content::Practice> = Rc::new(read(widget.draft(), source, notices)?);
        Ok(Rc::new(move |place| view::practice(content.clone(), place)))
    }
}
