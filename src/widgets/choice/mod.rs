//! *Choice*: a scene, then one question at a time, with a note for every choice.
//! Nothing is marked wrong; what a reading leaves open is described.

pub mod content;
pub mod state;
mod view;

use super::{Draw, Kind, Widget, open};
use crate::content::{Problem, Read, Source};

/// The kind *choice*.
pub struct Choice;

impl Kind for Choice {
    fn name(&self) -> &'static str {
        "choice"
    }

    fn widgets(&self) -> &'static [Widget] {
        const WIDGETS: &[Widget] = &[
            Widget::open("perspective-switch"),
            Widget::open("three-people"),
            Widget::open("is-or-isnt"),
            Widget::open("validation-or-empathy"),
            Widget::open("who-are-you-talking-to"),
            Widget::open("catch-the-closer"),
            Widget::open("what-would-help-first"),
            Widget::open("other-shoes"),
        ];
        WIDGETS
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Read<Draw> {
        open(view::choice, widget, source, notices)
    }
}
