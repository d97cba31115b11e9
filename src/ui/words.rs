//! The words that a reader meets, in one language for the whole page: those on every part
//! of an exercise, and the drafts. (Only the coach's notes stand elsewhere.)
//!
//! They are written in `src/words/LANG.json` and in `src/widgets/KIND/NAME.LANG.json`:
//! American English first, short and warm, nothing that judges. The build makes one file
//! of the words for each language, which is fetched beside the module; a file of each
//! draft, which is fetched for the pages that have its exercise; and a key here for each
//! word: a constant where the words stand alone (`words::NEXT.text()`), a function where
//! something is put into them (`words::step(2, 4)`). What is missing or misspelled does
//! not compile. Parts of a view take keys, so that nothing else stands on a button.

use std::cell::{Cell, RefCell};

use crate::content::text::{beginning, clean, concat, cut, nearest, number};
use crate::content::{Json, Problem, help, json};

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// The English file, for tests: a reader's page fetches its own.
pub const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/json/words.en.json"));

/// All English drafts, for tests: a reader's page fetches those of its own exercises.
pub const DRAFTS: &str = include_str!(concat!(env!("OUT_DIR"), "/drafts.json"));

/// Stands where the view puts a link; no text has it otherwise.
pub const LINK: char = '\u{1}';

/// The key of one text: its number in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word(usize);

thread_local! {
    /// The file of the page's language. It stays as long as the page, so a text of it can
    /// be lent for good.
    static FILE: Cell<&'static Json> = const { Cell::new(&Json::Null) };
    /// The drafts that came, by the names of their exercises. They stay as well.
    static TAKEN: RefCell<Vec<(String, &'static Json)>> = const { RefCell::new(Vec::new()) };
    /// The owner's help, where she has some of her own.
    static OWN_HELP: Cell<Option<&'static Json>> = const { Cell::new(None) };
}

/// The file. Tests that need no page have the English one without loading it.
#[inline(never)]
fn file() -> &'static Json {
    if cfg!(not(target_arch = "wasm32")) && *FILE.get() == Json::Null {
        load(ENGLISH, None, &mut Vec::new());
    }
    FILE.get()
}

/// Takes the words of a language for this page, with the owner's own ones over them;
/// `false` where `written` is no such file.
pub fn load(written: &str, own: Option<&str>, notices: &mut Vec<Problem>) -> bool {
    let Ok(mut file) = json::parse(written) else {
        return false;
    };
    let Some(Json::List(_)) = file.at_mut("words") else {
        return false;
    };
    if let Some(own) = own {
        take_own(&mut file, own, notices);
    }
    FILE.set(keep(file));
    OWN_HELP.set(None);
    true
}

/// Lends a value for as long as the page stands.
fn keep(value: Json) -> &'static Json {
    Box::leak(Box::new(value))
}

/// Puts an owner's help in the place of ours; ours stays where hers cannot be used.
pub fn take_help(own: &str, notices: &mut Vec<Problem>) {
    match help::replacement(own, notices) {
        Ok(help) => OWN_HELP.set(Some(keep(help))),
        Err(problem) => {
            let why = problem.sentence();
            *notices = vec![Problem::Help { why }];
        }
    }
}

/// Puts an owner's words in the place of ours: JSON, a word by its key, and under `lang` the
/// language that they are in.
fn take_own(file: &mut Json, own: &str, notices: &mut Vec<Problem>) {
    match json::parse(own) {
        Ok(Json::Map(own)) => {
            for (key, own) in own {
                let number = KEYS.iter().position(|one| **one == key);
                let ours = match (number, file.at_mut("words")) {
                    (Some(number), Some(Json::List(words))) => words.get_mut(number),
                    _ => None,
                };
                match ours {
                    Some(ours) => replace(ours, own, &key, notices),
                    None if key == "lang" => take_language(file, own, notices),
                    None => notices.push(Problem::UnknownField {
                        nearest: nearest(&key, KEYS.iter().copied()),
                        path: quoted_key(&key),
                    }),
                }
            }
        }
        Ok(_) => notices.push(Problem::Sort {
            path: "the whole".into(),
            needs: "an object, in braces",
        }),
        Err(problem) => notices.push(problem),
    }
}

/// Says which language the owner's words are in, which is what readers hear them in.
fn take_language(file: &mut Json, own: Json, notices: &mut Vec<Problem>) {
    match (file.at_mut("lang"), own) {
        (Some(ours), Json::Text(own)) if is_tag(&own) => *ours = Json::Text(own),
        _ => notices.push(Problem::Sort {
            path: quoted_key("lang"),
            needs: "a language tag, such as “fr”",
        }),
    }
}

/// Whether a text can be a language tag, and stand in a selector.
fn is_tag(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Replaces one text, or the forms of a plural, where nothing is lost by it.
fn replace(ours: &mut Json, own: Json, key: &str, notices: &mut Vec<Problem>) {
    match (ours, own) {
        (Json::Map(forms), Json::Map(own)) => {
            for (form, own) in own {
                match forms.iter_mut().find(|(known, _)| *known == form) {
                    Some((_, ours)) => replace(ours, own, key, notices),
                    None => notices.push(Problem::UnknownField {
                        path: quoted_key(&form),
                        nearest: None,
                    }),
                }
            }
        }
        (Json::Text(ours), Json::Text(own)) if !clean(&own).is_empty() => {
            let own = clean(&own);
            let has: Vec<_> = placeholders(&own).collect();
            let lost = placeholders(ours).find(|name| !has.contains(name));
            match lost.map(str::to_string) {
                Some(name) => notices.push(Problem::Placeholder {
                    path: quoted_key(key),
                    name,
                }),
                None => *ours = own,
            }
        }
        _ => notices.push(Problem::Sort {
            path: quoted_key(key),
            needs: "a text, or for a plural an object with a text for each form",
        }),
    }
}

fn quoted_key(key: &str) -> String {
    concat(&["“", &beginning(key), "”"])
}

/// The names in braces, in their order.
fn placeholders(pattern: &str) -> impl Iterator<Item = &str> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        let (_, after) = cut(rest, '{')?;
        let (name, after) = cut(after, '}')?;
        rest = after;
        Some(name)
    })
}

/// The language of the words, as a tag.
pub fn language() -> &'static str {
    file().at("lang").text()
}

/// The content that a named exercise has when the owner gives none. Tests that need no page
/// have the English ones without taking them.
pub fn draft(name: &str) -> &'static Json {
    if cfg!(not(target_arch = "wasm32")) && TAKEN.with_borrow(Vec::is_empty) {
        take_drafts(DRAFTS);
    }
    TAKEN.with_borrow(|taken| {
        let found = taken.iter().find(|(known, _)| known == name);
        found.map_or(&Json::Null, |(_, draft)| draft)
    })
}

/// Takes the draft of an exercise, once for the page.
///
/// # Errors
/// [`Problem::Draft`] where `written` is none, but tells why there is none.
pub fn take_draft(name: &str, written: &str) -> Result<(), Problem> {
    if *draft(name) == Json::Null {
        let Ok(draft) = json::parse(written) else {
            return Err(Problem::Draft {
                why: written.into(),
            });
        };
        keep_draft(name.into(), draft);
    }
    Ok(())
}

/// Takes drafts that are written as one object, by the names of their exercises.
pub fn take_drafts(written: &str) {
    if let Ok(Json::Map(drafts)) = json::parse(written) {
        for (name, draft) in drafts {
            keep_draft(name, draft);
        }
    }
}

fn keep_draft(name: String, draft: Json) {
    TAKEN.with_borrow_mut(|taken| taken.push((name, keep(draft))));
}

/// The help: `regions`, `lines` for where none of them fits, and `elsewhere` for everybody.
pub fn help() -> &'static Json {
    OWN_HELP.get().unwrap_or_else(|| file().at("help"))
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
    while let Some((before, after)) = cut(rest, '{') {
        let (name, after) = cut(after, '}').unwrap_or((after, ""));
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
        assert_eq!(noted(1), "One note is below.");
        assert_eq!(noted(3), "3 notes are below.");
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
        for written in ["", "<!DOCTYPE html>", "[]", "{}", r#"{"words": {}}"#] {
            assert!(!load(written, None, &mut Vec::new()), "{written}");
        }
        assert!(load(ENGLISH, None, &mut Vec::new()));
    }

    /// What the console says when an owner's words are taken.
    fn take(own: &str) -> Vec<String> {
        let mut notices = Vec::new();
        assert!(load(ENGLISH, Some(own), &mut notices));
        notices.iter().map(Problem::sentence).collect()
    }

    #[test]
    fn an_owners_words_stand_in_place_of_ours() {
        let own = r#"{"next": " Go  on ", "step": "{at}/{of}", "noted": {"one": "A note."}}"#;
        assert_eq!(take(own), [""; 0]);
        assert_eq!(NEXT.text(), "Go on");
        assert_eq!(step(2, 4), "2/4");
        assert_eq!(noted(1), "A note.");
        assert_eq!(noted(2), "2 notes are below.");
        assert_eq!(SKIP.text(), "Skip this step");
    }

    #[test]
    fn an_owners_words_have_her_language() {
        assert_eq!(take(r#"{"lang": "fr-CA", "next": "Suivant"}"#), [""; 0]);
        assert_eq!((language(), NEXT.text()), ("fr-CA", "Suivant"));
        assert_eq!(noted(1), "One note is below.");
        assert_eq!(take("{}"), [""; 0]);
        assert_eq!(language(), "en");
    }

    #[test]
    fn an_owners_help_stands_in_place_of_ours_where_it_can_be_used() {
        let mut notices = Vec::new();
        take_help(
            r#"{"lines": [{"name": "A", "call": "1"}], "x": 1}"#,
            &mut notices,
        );
        assert_eq!(help().at("lines").nth(0).at("name").text(), "A");
        assert_eq!(notices.len(), 2);
        assert!(load(ENGLISH, None, &mut notices));
        let ours = help();
        assert_ne!(*ours.at("elsewhere"), Json::Null);
        take_help(r#"{"x": 1, "regions": 3}"#, &mut notices);
        assert_eq!(help(), ours);
        let said: Vec<_> = notices.iter().map(Problem::sentence).collect();
        assert_eq!(
            said,
            [
                "In the JSON, “lines”, “call” or “href” is missing. Add it. Until then, readers see Interlude’s own help."
            ]
        );
    }

    #[test]
    fn an_owners_slip_is_told_and_changes_nothing() {
        for (own, says) in [
            ("{", "The JSON can’t be read"),
            ("[]", "the whole must be an object"),
            (r#"{"nxt": "On"}"#, "Did you mean “next”?"),
            (r#"{"next": ""}"#, "“next” must be a text"),
            (r#"{"next": 3}"#, "“next” must be a text"),
            (r#"{"noted": "Notes"}"#, "“noted” must be a text"),
            (r#"{"noted": {"few": "{count}"}}"#, "“few” is not a field"),
            (r#"{"step": "Step {at}"}"#, "“step” must also hold {of}"),
            (r#"{"lang": "French: fr"}"#, "“lang” must be a language tag"),
            (r#"{"lang": "*"}"#, "“lang” must be a language tag"),
            (r#"{"lang": ["fr"]}"#, "“lang” must be a language tag"),
        ] {
            let said = take(own);
            assert!(said.len() == 1 && said.concat().contains(says), "{said:?}");
            assert_eq!((language(), NEXT.text()), ("en", "Next step"));
            assert_eq!(step(2, 4), "Step 2 of 4");
            assert_eq!(noted(2), "2 notes are below.");
        }
    }
}
