//! The kinds of exercise, one folder each, and the one list of them.
//!
//! # Adding a kind
//! Make a folder with `content.rs` (pure: what the owner writes), `state.rs` (pure:
//! what the reader does), `view.rs`, `style.css` and a draft a widget (`NAME.en.json`), implement
//! [`Kind`] in its `mod.rs`, and add it to [`KINDS`]. Names, tags, styles, the files of the
//! drafts and the checks of each follow from that list. What stands on its buttons goes into
//! `src/words`.
//!
//! For the check of owners' pages, the content also is [`crate::content::Parts`] and stands in
//! `check::KINDS` and `bin/check.rs`: these can't know the list, since they do without views.

pub mod card;
pub mod choice;
pub mod line;
pub mod pause;
pub mod practice;
pub mod reflection;

use std::rc::Rc;

use crate::coach::{Answer, Ask};
use crate::content::text::{concat, nearest, number};
use crate::content::{Content, Json, Problem, Read, Source, read_into};
use crate::ui::dom::View;
use crate::ui::{News, words};

/// All kinds.
pub static KINDS: &[&dyn Kind] = &[
    &choice::Choice,
    &practice::Practice,
    &reflection::Reflection,
    &line::Line,
    &pause::Pause,
    &card::Card,
];

/// A named exercise: what an owner writes into `data-interlude`.
pub struct Widget {
    /// The name, in small letters with hyphens.
    pub name: &'static str,
    /// Held to the care rules for private widgets: starts closed, help always in
    /// view, a way to leave, nothing told to the page.
    pub private: bool,
}

impl Widget {
    /// An exercise that anybody may see.
    pub const fn open(name: &'static str) -> Self {
        Self {
            name,
            private: false,
        }
    }

    /// An exercise that is held to the care rules for private ones.
    pub const fn private(name: &'static str) -> Self {
        Self {
            name,
            private: true,
        }
    }

    /// The content that it has when the owner gives none, in the page's language.
    pub fn draft(&self) -> &'static Json {
        words::draft(self.name)
    }
}

/// A kind of exercise: how its content is read, and how it is shown.
pub trait Kind: Sync {
    /// The kind's name in the JSON form and in the docs.
    fn name(&self) -> &'static str;

    /// The exercises of this kind.
    fn widgets(&self) -> &'static [Widget];

    /// Reads the content of one place and answers what draws it.
    ///
    /// `notices` takes what the owner should know although the exercise works.
    ///
    /// # Errors
    /// What makes the content unusable; the place stays as it is.
    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Read<Draw>;
}

/// Draws an exercise, each time anew.
pub type Draw = Rc<dyn Fn(Place) -> View>;

/// [`Kind::open`] for a kind with this content and this view.
fn open<C: Content + Default + 'static>(
    view: fn(&'static Widget, Rc<C>, Place) -> View,
    widget: &'static Widget,
    source: &Source,
    notices: &mut Vec<Problem>,
) -> Read<Draw> {
    let mut content = Rc::<C>::default();
    // Nobody else has it yet.
    if let Some(content) = Rc::get_mut(&mut content) {
        read_into(content, widget.draft(), source, notices)?;
    }
    Ok(Rc::new(move |place| view(widget, content.clone(), place)))
}

/// What an exercise gets from the page, and nothing more.
pub trait Page {
    /// Puts a text on the clipboard and tells whether that worked.
    fn copy(&self, text: &str, done: Box<dyn FnOnce(bool)>);
    /// Prints this exercise alone, under a neutral title, and calls `after` when the
    /// paper is done or given up.
    fn print(&self, after: Box<dyn FnOnce()>);
    /// Prints all other exercises of the page in one go, once those that are far away have come
    /// alive and `ready` was called; and calls `after` as [`Page::print`] does.
    fn print_all(&self, ready: Box<dyn FnOnce()>, after: Box<dyn FnOnce()>);
    /// Asks the coach about replies. `done` gets nothing when it could not be loaded.
    fn coach(&self, ask: &Ask, done: Box<dyn FnOnce(Option<Answer>)>);
    /// The record that is kept of this exercise on the reader's device, empty where there is
    /// none yet; nothing, where the owner didn't ask for it or the browser keeps nothing.
    fn kept(&self) -> Option<String>;
    /// Keeps a record in place of the one before, or, where it is empty, none any more.
    /// Tells whether that worked; where it didn't, nothing is kept.
    fn keep(&self, record: &str) -> bool;
    /// Covers the page at once and goes to a neutral one.
    fn leave(&self);
    /// Tells the page around it. Of a private exercise it is told nothing, unless its
    /// owner asked for that.
    fn emit(&self, event: Event);
    /// Whether there is an exercise that way in the owner's chain.
    fn leads(&self, way: Way) -> bool;
    /// Brings the exercise that way into view, with the focus.
    fn go(&self, way: Way);
    /// Moves the focus into this exercise, to the first element that `selector`
    /// finds, once the view is up to date.
    fn focus(&self, selector: &'static str);
}

/// What the page around an exercise may learn, and never what it was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The reader did a first thing: a choice, a press.
    Started,
    /// She came to the end; once a run.
    Finished,
}

/// The two ways out of an exercise in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the exercise that comes before this one.
    Back,
    /// To the one that waits for this one.
    On,
}

/// Where an exercise stands.
#[derive(Clone)]
pub struct Place {
    /// The page around it.
    pub page: Rc<dyn Page>,
    /// The exercise's name.
    pub name: &'static str,
    /// The name of the exercise that comes before this one.
    pub after: Option<&'static str>,
    /// What this exercise hears of the others.
    pub news: News,
    /// Different for every exercise on a page: ids and group names are built on it.
    pub number: usize,
    /// The level of its heading, 2 to 6.
    pub heading_level: u8,
    /// The region whose help is shown, from the page's language or the owner's setting.
    pub region: Option<String>,
    /// In a frame of another page: the address that shows this one by itself.
    pub framed: Option<String>,
}

impl Place {
    /// An id, or the name of a group of radios, that no other exercise has.
    pub fn id(&self, part: &str) -> String {
        concat(&["interlude-", &number(self.number), "-", part])
    }
}

/// Finds a named exercise and its kind.
///
/// # Errors
/// [`Problem::UnknownName`], with the nearest name there is.
pub fn find(name: &str) -> Result<(&'static dyn Kind, &'static Widget), Problem> {
    let mut names = Vec::new();
    for kind in KINDS {
        for widget in kind.widgets() {
            if widget.name == name {
                return Ok((*kind, widget));
            }
            names.push(widget.name);
        }
    }
    Err(Problem::UnknownName {
        name: name.into(),
        nearest: nearest(name, names.iter().copied()),
    })
}

/// All named exercises with their kinds.
pub fn all() -> impl Iterator<Item = (&'static dyn Kind, &'static Widget)> {
    KINDS
        .iter()
        .flat_map(|kind| kind.widgets().iter().map(|widget| (*kind, widget)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_slips_are_answered() {
        for (_, widget) in all() {
            assert!(find(widget.name).is_ok());
        }
        let error = find("perspektive-switch").err();
        assert_eq!(
            error.map(|problem| problem.sentence()).as_deref(),
            Some(
                "There is no exercise named “perspektive-switch”. Did you mean “perspective-switch”?"
            )
        );
    }

    #[test]
    fn names_are_unique_and_plain() {
        let names: Vec<_> = all().map(|(_, widget)| widget.name).collect();
        for (i, name) in names.iter().enumerate() {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
            assert!(!names.iter().skip(i + 1).any(|other| other == name));
        }
    }

    #[test]
    fn every_draft_reads_without_a_notice() {
        for (kind, widget) in all() {
            let mut notices = Vec::new();
            let opened = kind.open(widget, &Source::Draft, &mut notices);
            assert!(opened.is_ok(), "{}", widget.name);
            assert_eq!(notices, [], "{}", widget.name);
        }
    }
}
