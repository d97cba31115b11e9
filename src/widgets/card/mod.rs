//! *Card*: some words that an owner explains, folded up until somebody wants to read them.
//! Nothing is asked, and nothing is said about anybody.

pub mod content;
pub mod state;
mod view;

use super::{Draw, Kind, Widget, open};
use crate::content::{Problem, Read, Source};

/// The kind *card*.
pub struct Card;

impl Kind for Card {
    fn name(&self) -> &'static str {
        "card"
    }

    fn widgets(&self) -> &'static [Widget] {
        const WIDGETS: &[Widget] = &[
            Widget::open("plain-words"),
            Widget::open("clarity-note"),
            Widget::open("what-therapy-does"),
        ];
        WIDGETS
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Read<Draw> {
        open(view::card, widget, source, notices)
    }
}
