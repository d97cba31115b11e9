//! *Card*: some words that an owner explains, folded up until somebody wants to read them.
//! Nothing is asked, and nothing is said about anybody.

pub mod content;
pub mod state;
mod view;

use std::rc::Rc;

use super::{Draw, Kind, Widget};
use crate::content::{Problem, Source, read};

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
    ) -> Result<Draw, Problem> {
        let content: Rc<content::Card> = Rc::new(read(widget.draft(), source, notices)?);
        let is_booklet = widget.name == BOOKLET;
        Ok(Rc::new(move |place| match is_booklet {
            true => view::booklet(&content, place),
            false => view::card(content.clone(), place),
        }))
    }
}
