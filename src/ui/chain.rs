//! Exercises that the owner puts one after the other, with `data-after`: the second one waits
//! for the first, and begins with the word that the reader found there. It can be opened at
//! once, too, so nobody is held up. What is handed on stays in the page's memory until the
//! page is left.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};

use super::dom::{View, live, react};
use super::words::{self, Word};
use super::{Weight, block, button, paragraph, phrase};
use crate::widgets::{Page, Place, Way};

/// What an exercise hands on at its end.
#[derive(Default)]
struct Handed {
    /// The exercise's name.
    by: &'static str,
    /// The reader's word or choice; may be empty.
    text: String,
    /// What she might have chosen instead.
    others: Vec<String>,
}

thread_local! {
    /// The exercises that came to their end.
    static ENDED: RefCell<Vec<Handed>> = const { RefCell::new(Vec::new()) };
    static CHANGED: ArcTrigger = ArcTrigger::new();
}

/// Takes what the exercise of that name hands on: a text, and what else there was to choose.
pub fn hand_on(by: &'static str, text: String, others: Vec<String>) {
    ENDED.with_borrow_mut(|ended| {
        ended.retain(|one| one.by != by);
        ended.push(Handed { by, text, others });
    });
    CHANGED.with(Notify::notify);
}

/// The exercise of that name came to its end.
pub fn end(by: &'static str) {
    if handed(by).is_none() {
        hand_on(by, String::new(), Vec::new());
    }
}

/// Forgets all of it: the reader leaves the page. What is on the screen has to be drawn anew.
pub fn forget() {
    ENDED.take();
}

/// What the exercise of that name handed on, followed within an effect; nothing before its end.
pub fn handed(by: &str) -> Option<String> {
    CHANGED.with(Track::track);
    ENDED.with_borrow(|ended| {
        let found = ended.iter().find(|one| one.by == by);
        found.map(|one| one.text.clone())
    })
}

/// Whether a text has a word that tells what was handed on from what else there was to choose:
/// “Your partner” and “My partner”, beside “My child”.
pub fn names(by: &str, text: &str) -> bool {
    ENDED.with_borrow(|ended| {
        let found = ended.iter().find(|one| one.by == by);
        found.is_some_and(|one| {
            words_of(text).any(|word| {
                has(&one.text, word) && !one.others.iter().any(|other| has(other, word))
            })
        })
    })
}

fn has(text: &str, word: &str) -> bool {
    words_of(text).any(|one| one.eq_ignore_ascii_case(word))
}

/// The words of a text; of fewer than three bytes they tell nothing. (The tables for the
/// letters of all languages would weigh more than the rest of this.)
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', '.', '“', '”', '«', '»', '¿', '¡', '?', '!'])
        .filter(|word| word.len() > 2)
}

/// What stands on the screen of an exercise: its parts, which may have to wait for another
/// exercise; and when it is over, the way to one that waits for it.
pub fn screen(place: &Place, body: &[View]) -> View {
    let mut parts = body.to_vec();
    if let Some(first) = place.after {
        parts = vec![waiting(first, place, parts)];
    }
    let (name, page) = (place.name, place.page.clone());
    let is_over = move || handed(name).is_some();
    parts.push(live(
        move || usize::from(is_over()),
        move || match is_over() && page.leads(Way::On) {
            true => vec![block("buttons", &[way(words::GO_ON, &page, Way::On)])],
            false => Vec::new(),
        },
    ));
    block("screen", &parts)
}

/// The parts of an exercise once the one before it is over or the reader wants them at once;
/// until then, that there is one before it.
fn waiting(first: &'static str, place: &Place, parts: Vec<View>) -> View {
    let page = place.page.clone();
    let opened = Rc::new(Cell::new(false));
    let is_open = {
        let opened = opened.clone();
        move || opened.get() || handed(first).is_some()
    };
    let followed = is_open.clone();
    live(
        move || usize::from(followed()),
        move || {
            if is_open() {
                let told = paragraph("handed", "");
                let line = told.clone();
                react(Box::new(move || {
                    let text = handed(first).unwrap_or_default();
                    line.set_text(&match text.as_str() {
                        "" => text,
                        text => words::handed(text),
                    });
                }));
                return [vec![told], parts.clone()].concat();
            }
            let (opened, focus) = (opened.clone(), page.clone());
            let open = button(Weight::Plain, words::OPEN_NOW, move || {
                opened.set(true);
                CHANGED.with(Notify::notify);
                focus.focus(".title");
            });
            let back = way(words::GO_BACK, &page, Way::Back);
            vec![phrase("", words::WAITS), block("buttons", &[back, open])]
        },
    )
}

/// A button that leads to the other exercise.
fn way(label: Word, page: &Rc<dyn Page>, way: Way) -> View {
    let page = page.clone();
    button(Weight::Plain, label, move || page.go(way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_told_apart_by_their_own_words() {
        let all = ["My partner", "My child", "A friend or a colleague"];
        let hand = |at: usize| {
            let others = all.iter().filter(|other| **other != all[at]);
            hand_on(
                "who",
                all[at].into(),
                others.map(|other| other.to_string()).collect(),
            );
        };
        hand(0);
        assert!(names("who", "Your Partner, late at night"));
        assert!(!names("who", "Your child"));
        hand(2);
        assert!(names("who", "A colleague"));
        hand(1);
        assert!(!names("who", "My neighbor"), "“my” tells nothing");
        assert!(!names("else", "My child"));
        forget();
    }

    #[test]
    fn what_is_handed_on_is_there_until_it_is_forgotten() {
        assert_eq!(handed("one"), None);
        end("one");
        hand_on("two", "left out".into(), Vec::new());
        end("two");
        assert_eq!(handed("one").as_deref(), Some(""));
        assert_eq!(handed("two").as_deref(), Some("left out"));
        forget();
        assert_eq!(handed("one").or(handed("two")), None);
    }
}
