//! The words that a reader meets, in one language for the whole page: those on every part
//! of an exercise, and the drafts. (Only the coach's notes stand elsewhere.)
//!
//! They are written in `src/words/LANG.json` and in `src/widgets/KIND/NAME.LANG.json`:
//! American English first, short and warm, nothing that judges. The build makes one file
//! of them for each language, which is fetched beside the module, and a key here for each
//! word: a constant where the words stand alone (`words::NEXT.text()`), a function where
//! something is put into them (`words::step(2, 4)`). What is missing or misspelled does
//! not compile. Parts of a view take keys, so that nothing else stands on a button.

use std::cell::Cell;

use crate::content::{Json, json};

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// The English file, for tests: a reader's page fetches its own.
pub const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/words.en.json"));

/// Stands where the view puts a link; no text has it otherwise.
pub const LINK: char = '\u{1}';

/// The key of one text: its number in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word(usize);

thread_local! {
    /// The file of the page's language. It stays as long as the page, so a text of it can
    /// be lent for good.
    static FILE: Cell<&'static Json> = const { Cell::new(&Json::Null) };
}

/// The file. Tests that need no page have the English one without loading it.
#[inline(never)]
fn file() -> &'static Json {
    if cfg!(not(target_arch = "wasm32")) && *FILE.get() == Json::Null {
        load(ENGLISH);
    }
    FILE.get()
}

/// Takes the words of a language for this page; `false` where `written` is no such file.
pub fn load(written: &str) -> bool {
    let Ok(file) = json::parse(written) else {
        return false;
    };
    let is_ours = !file.at("lang").text().is_empty();
    if is_ours {
        FILE.set(Box::leak(Box::new(file)));
    }
    is_ours
}

/// The language of the words, as a tag.
pub fn language() -> &'static str {
    file().at("lang").text()
}

/// The content that a named exercise has when the owner gives none.
pub fn draft(name: &str) -> &'static Json {
    file().at("drafts").at(name)
}

impl Word {
    /// The words themselves.
    #[inline(never)]
    pub fn text(self) -> &'static str {
        self.value().text()
    }

    /// The form of a plural for a count.
    fn counted(self, count: usize) -> &'static str {
        self.value().at(category(language(), count)).text()
    }

    fn value(self) -> &'static Json {
        file().at("words").nth(self.0)
    }
}

/// The plural category of a whole number, as the CLDR has them.
fn category(language: &str, count: usize) -> &'static str {
    match (language, count) {
        (_, 1) => "one",
        ("es", 1_000_000..) if count.is_multiple_of(1_000_000) => "many",
        _ => "other",
    }
}

/// Puts values in the place of their names in braces. What they hold is not looked at.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(before);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_by_their_keys() {
        assert_eq!(language(), "en");
        assert_eq!(NEXT.text(), "Next step");
        assert_eq!(step(2, 4), "Step 2 of 4");
        assert_eq!(noted(1, "Ask."), "One note is below. Ask.");
        assert_eq!(noted(3, "Ask."), "3 notes are below. Ask.");
        let line = help_line("A line", "or text {name}");
        let (before, after) = line.split_once(LINK).unwrap();
        assert_eq!((before, after), ("A line: ", " or text {name}"));
    }

    #[test]
    fn values_are_put_in_as_they_are() {
        assert_eq!(fill("{a} {b}", &[("a", "{b}"), ("b", "2")]), "{b} 2");
        assert_eq!(fill("a {", &[("a", "1")]), "a ");
    }

    #[test]
    fn plurals_follow_the_language() {
        assert_eq!(
            [0, 1, 2, 1_000_000].map(|n| category("en", n)),
            ["other", "one", "other", "other"]
        );
        assert_eq!(
            [0, 1, 2, 2_000_000].map(|n| category("es", n)),
            ["other", "one", "other", "many"]
        );
    }

    #[test]
    fn only_a_file_of_words_is_taken() {
        for written in ["", "<!DOCTYPE html>", "[]", "{}", r#"{"words": []}"#] {
            assert!(!load(written), "{written}");
        }
        assert!(load(ENGLISH));
    }
}
