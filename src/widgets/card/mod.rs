//! *Card*: some words that an owner explains, folded up until somebody wants to read them.
//! Nothing is asked, and nothing is said about anybody.

pub mod content;
pub mod state;
mod view;

use super::{Draw, Kind, Widget, open};
use crate::content::{Problem, Read, Source};

/// The card that prints all other exercises of its page.
const BOOKLET: &str = "booklet";

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
            Widget::open(BOOKLET),
        ];
        WIDGETS
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Read<Draw> {
        match widget.name {
            BOOKLET => open(view::booklet, widget, source, notices),
            _ => open(view::card, widget, source, notices),
        }
    }
}
