//! Exercises that the owner puts one after the other, with `data-after`: the second one waits
//! for the first, and begins with the word that the reader found there. It can be opened at
//! once, too, so nobody is held up. What is handed on stays in the page's memory until the
//! page is left.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::content::text::words as words_of;

use super::dom::{View, live};
use super::words::{self, Word};
use super::{News, Weight, block, button, paragraph, phrase};
use crate::widgets::{Place, Way};

/// What an exercise hands on at its end.
#[derive(Default)]
struct Handed {
    /// The exercise's name.
    by: &'static str,
    /// The reader's word or choice; may be empty.
    text: String,
    /// What she might have chosen instead, all of it.
    others: String,
}

thread_local! {
    /// The exercises that came to their end.
    static ENDED: RefCell<Vec<Handed>> = const { RefCell::new(Vec::new()) };
}

/// Takes what the exercise of that name hands on: a text, and what else there was to choose.
pub fn hand_on(by: &'static str, text: String, others: String) {
    ENDED.with_borrow_mut(|ended| {
        ended.retain(|one| one.by != by);
        ended.push(Handed { by, text, others });
    });
    News::tell_all();
}

/// The exercise of that name came to its end.
pub fn end(by: &'static str) {
    if found(by).is_none() {
        hand_on(by, String::new(), String::new());
    }
}

/// Forgets all of it: the reader leaves the page. What is on the screen has to be drawn anew.
pub fn forget() {
    ENDED.take();
}

/// What the exercise before the one at `place` handed on, followed within an effect; nothing
/// before its end.
pub fn handed(place: &Place) -> Option<String> {
    place.news.follow();
    place.after.and_then(found)
}

fn found(by: &str) -> Option<String> {
    ENDED.with_borrow(|ended| {
        let found = ended.iter().find(|one| one.by == by);
        found.map(|one| one.text.clone())
    })
}

/// Whether a text has a word that tells what was handed on from what else there was to choose:
/// “Your partner” and “My partner”, beside “My child”. Words of two letters tell nothing.
pub fn names(by: &str, text: &str) -> bool {
    let text = words_of(text);
    ENDED.with_borrow(|ended| {
        let found = ended.iter().find(|one| one.by == by);
        found.is_some_and(|one| {
            let handed = words_of(&one.text);
            let others = words_of(&one.others);
            text.iter()
                .any(|word| word.len() > 2 && handed.contains(word) && !others.contains(word))
        })
    })
}

/// The screen of an exercise that may wait for another one, and others for it.
struct Screen {
    place: Place,
    body: Vec<View>,
    /// What was handed on.
    line: View,
    /// The reader doesn't wait.
    opened: Cell<bool>,
}

/// What stands on the screen of an exercise: its parts, which may have to wait for another
/// exercise; and when it is over, the way to one that waits for it.
pub fn screen(place: &Place, body: &[View]) -> View {
    let screen = Rc::new(Screen {
        place: place.clone(),
        body: body.to_vec(),
        line: paragraph("handed", ""),
        opened: Cell::new(place.after.is_none()),
    });
    let key = |screen: &Screen| {
        let handed = handed(&screen.place);
        let is_open = handed.is_some() || screen.opened.get();
        if let Some(text) = handed.filter(|text| !text.is_empty()) {
            screen.line.set_text(&words::handed(&text));
        }
        usize::from(is_open)
    };
    let over = |screen: &Screen| {
        screen.place.news.follow();
        usize::from(found(screen.place.name).is_some())
    };
    let parts = [
        live(&screen, key, Screen::parts),
        live(&screen, over, Screen::way_on),
    ];
    block("screen", &parts)
}

impl Screen {
    fn parts(self: &Rc<Self>) -> Vec<View> {
        if self.opened.get() || self.place.after.and_then(found).is_some() {
            let mut parts = vec![self.line.clone()];
            parts.extend_from_slice(&self.body);
            return parts;
        }
        let screen = self.clone();
        let open = button(Weight::Plain, words::OPEN_NOW, move || {
            screen.opened.set(true);
            screen.place.news.tell();
            screen.place.page.focus(".title");
        });
        let back = self.way(words::GO_BACK, Way::Back);
        vec![phrase("", words::WAITS), block("buttons", &[back, open])]
    }

    fn way_on(self: &Rc<Self>) -> Vec<View> {
        match found(self.place.name).is_some() && self.place.page.leads(Way::On) {
            true => vec![block("buttons", &[self.way(words::GO_ON, Way::On)])],
            false => Vec::new(),
        }
    }

    /// A button that leads to the other exercise.
    fn way(&self, label: Word, way: Way) -> View {
        let page = self.place.page.clone();
        button(Weight::Plain, label, move || page.go(way))
    }
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
                others.map(|other| [other, " "].concat()).collect(),
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
        assert_eq!(found("one"), None);
        end("one");
        hand_on("two", "left out".into(), String::new());
        end("two");
        assert_eq!(found("one").as_deref(), Some(""));
        assert_eq!(found("two").as_deref(), Some("left out"));
        forget();
        assert_eq!(found("one").or(found("two")), None);
    }
}
