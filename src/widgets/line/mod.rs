//! *Line*: a sentence from phrases and blanks, seen as it grows, said out loud once, and kept
//! if the reader likes. No verdict: what is noted about it is one thing to think of.

mod check;
pub mod content;
pub mod state;
mod view;

use super::{Draw, Kind, Widget, open};
use crate::content::{Problem, Read, Source};

/// The kind *line*.
pub struct Line;

/// Lines about a limit: they also say that a limit is for where it is safe to say one.
const LIMITS: [&str; 3] = ["and-also", "phrase-and-response", "care-and-a-limit"];

impl Kind for Line {
    fn name(&self) -> &'static str {
        "line"
    }

    fn widgets(&self) -> &'static [Widget] {
        const WIDGETS: &[Widget] = &[
            Widget::open("next-time"),
            Widget::open("and-also"),
            Widget::open("phrase-and-response"),
            Widget::open("repair-this-week"),
            Widget::open("repair-out-loud"),
            Widget::open("care-and-a-limit"),
            Widget::open("a-time-somebody-got-it"),
        ];
        WIDGETS
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Read<Draw> {
        open(view::line, widget, source, notices)
    }
}
