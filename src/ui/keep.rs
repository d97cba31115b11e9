//! What a reader does, kept on her device where the owner asked for that; and the line that
//! tells her so before she begins, with the button that erases it.

use std::cell::Cell;
use std::rc::Rc;

use super::dom::{Callback, View};
use super::{Status, Weight, block, button, phrase, words};
use crate::content::record::{Parts, Record, read};
use crate::widgets::{Page, Place};

/// Where an exercise is kept, or that it is not.
pub struct Keeping {
    page: Rc<dyn Page>,
    status: Status,
    /// The fingerprint of its content.
    content: usize,
    /// The record that was there; nothing, where nothing is to be kept or can be.
    before: Option<String>,
    /// The browser took what was to be kept last.
    works: Cell<bool>,
    /// Tells the reader where her answers are.
    line: View,
}

impl Keeping {
    /// Looks what is there. `content` is the fingerprint; where there is none, nothing is kept.
    pub fn open(place: &Place, status: &Status, content: Option<usize>) -> Rc<Self> {
        let before = content.and_then(|_| place.page.kept());
        let keeping = Self {
            page: place.page.clone(),
            status: status.clone(),
            content: content.unwrap_or_default(),
            works: Cell::new(before.is_some()),
            before,
            line: phrase("small", words::STAYS_HERE),
        };
        keeping.line.set_text(keeping.told());
        Rc::new(keeping)
    }

    fn told(&self) -> &'static str {
        match self.works.get() {
            true => words::KEPT.text(),
            false => words::STAYS_HERE.text(),
        }
    }

    /// What was kept before, as `restore` reads it. A record that can't be read is dropped;
    /// of that the reader hears nothing.
    pub fn restore<S>(&self, restore: impl FnOnce(&mut Parts) -> Option<S>) -> Option<S> {
        let record = self.before.as_deref()?;
        let parts = read(record, self.content);
        let state = parts.and_then(|mut parts| restore(&mut parts));
        if state.is_none() {
            self.page.keep("");
        }
        state
    }

    /// Keeps what `write` writes in place of what was kept before; or says that it is not kept.
    pub fn keep(&self, write: &dyn Fn(&mut Record)) {
        if self.before.is_none() {
            return;
        }
        let mut record = Record::new(self.content);
        write(&mut record);
        let record = record.finish();
        let works = self.page.keep(&record) && !record.is_empty();
        if self.works.replace(works) != works {
            self.line.set_text(self.told());
            self.status.say(self.told());
        }
    }

    /// The body of an exercise with the line that tells where her answers are: before the
    /// body where they are kept, so that she knows before she begins. `clear` takes back
    /// what is on the screen.
    pub fn around(self: &Rc<Self>, body: View, clear: Rc<dyn Callback>) -> [View; 2] {
        let line = self.line.clone();
        if self.before.is_none() {
            return [body, line];
        }
        let keeping = self.clone();
        let erase = button(Weight::Plain, words::ERASE, move || {
            clear.run();
            keeping.page.keep("");
            keeping.status.say(words::ERASED.text());
            keeping.page.focus("legend, .step-heading");
        });
        [block("kept", &[line, erase]), body]
    }
}
