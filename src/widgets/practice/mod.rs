//! *Practice*: somebody says a line, the reader writes what she could say back, and
//! gets notes on her own words. No score; one next try; less help each round.
//!
//! The exercises of this kind share their content, state and view. What differs is in
//! `form`: which boxes there are, and what the coach is told that they are for.

pub mod content;
mod form;
pub mod state;
mod view;

use super::{Draw, Kind, Widget, open};
use crate::content::{Problem, Read, Source};

/// The kind *practice*.
pub struct Practice;

impl Kind for Practice {
    fn name(&self) -> &'static str {
        "practice"
    }

    fn widgets(&self) -> &'static [Widget] {
        const WIDGETS: &[Widget] = &[
            Widget::open("mirror-then-ask"),
            Widget::open("ask-one-more"),
            Widget::open("validate-then-connect"),
            Widget::open("open-the-closer"),
        ];
        WIDGETS
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Read<Draw> {
        open(view::practice, widget, source, notices)
    }
}
