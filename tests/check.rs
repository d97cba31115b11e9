//! The check of an owner's page: each advice comes where it should, and neither for our own
//! drafts and words nor for what only looks like it.

#![allow(clippy::unwrap_used)]

use interlude::check::advice::{Advice, At};
use interlude::check::{KINDS, contrasts, old_checks, parts, place, words};
use interlude::content::Part;
use interlude::widgets;

/// What is said of a place with this content.
fn said(name: &str, given: &str) -> Vec<String> {
    place(name, &draft(name), given, "")
}

fn draft(name: &str) -> String {
    let (kind, _) = widgets::find(name).ok().unwrap();
    let path = format!(
        "{}/src/widgets/{}/{name}.en.json",
        env!("CARGO_MANIFEST_DIR"),
        kind.name()
    );
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_kind_is_checked_and_every_draft_is_clean() {
    for (kind, widget) in widgets::all() {
        assert!(
            KINDS.iter().any(|(name, _)| *name == kind.name()),
            "{}: its content needs `Parts`, a line in `check::KINDS`, and one in `bin/check.rs`",
            kind.name()
        );
        assert_eq!(said(widget.name, "h"), [""; 0], "{}", widget.name);
        for language in ["en", "es"] {
            let path = format!(
                "src/widgets/{}/{}.{language}.json",
                kind.name(),
                widget.name
            );
            let path = [env!("CARGO_MANIFEST_DIR"), "/", &path].concat();
            let given = ["j", &std::fs::read_to_string(path).unwrap()].concat();
            assert_eq!(said(widget.name, &given), [""; 0], "{}", widget.name);
        }
    }
}

#[test]
fn our_own_words_are_clean() {
    for language in ["en", "es"] {
        let path = format!("{}/src/words/{language}.json", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(words(&std::fs::read_to_string(path).unwrap()), []);
    }
}

/// A place with a list and a paragraph below it, as `page.js` writes it.
fn html(items: &[&str], paragraph: &str) -> String {
    let element = |tag: &str, inner: &str| format!("\u{1}{tag}\u{2}{inner}\u{3}");
    let items: String = items.iter().map(|item| element("li", item)).collect();
    ["h", &element("ul", &items), &element("p", paragraph)].concat()
}

const CHOICE: &str = "perspective-switch";
const PRACTICE: &str = "mirror-then-ask";
const REFLECTION: &str = "working-on-it-or-walking-away";

#[test]
fn verdicts_are_told_where_the_exercise_itself_speaks() {
    for (name, given, begins) in [
        (
            CHOICE,
            r#"j{"questions": [{"text": "Q?", "choices": [{"text": "c", "note": "That is wrong."}]}]}"#,
            "The note “That is wrong.” says “is wrong”, which marks an answer.",
        ),
        (
            CHOICE,
            r#"j{"closing": "Your score is low."}"#,
            "The closing “Your score is low.” says “Your score”, as if",
        ),
        (
            PRACTICE,
            r#"j{"opening": "You failed before."}"#,
            "The opening “You failed before.” says “You failed”, which judges the reader.",
        ),
        (
            REFLECTION,
            r#"j{"closing": ["Stay.", "He is a narcissist."]}"#,
            "The closing “He is a narcissist.” says “narcissist”, a verdict on a person",
        ),
        (
            REFLECTION,
            r#"j{"groups": [{"heading": "Toxic signs", "signs": ["s"]}]}"#,
            "The heading “Toxic signs” says “Toxic”",
        ),
    ] {
        let said = said(name, given);
        assert!(
            said.len() == 1 && said.concat().starts_with(begins),
            "{said:?}"
        );
    }
}

#[test]
fn what_people_say_and_think_is_theirs() {
    for (name, given) in [
        (
            CHOICE,
            r#"j{"scenes": [{"text": "“You’re wrong.” You failed to call.", "questions": [{"text": "Q?", "choices": [{"text": "They are toxic.", "note": "A hard word."}]}]}]}"#.to_string(),
        ),
        (
            PRACTICE,
            html(&["“You are wrong. You failed me.”", "“You’re too sensitive.”"], ""),
        ),
        (
            REFLECTION,
            html(&["They call me toxic.", "They tell me that it is my fault."], ""),
        ),
    ] {
        assert_eq!(said(name, &given), [""; 0], "{name}");
    }
}

#[test]
fn choices_without_a_note_are_named() {
    let with = |choices: &str| {
        said(
            CHOICE,
            &format!(r#"j{{"questions": [{{"text": "Q?", "choices": [{choices}]}}]}}"#),
        )
    };
    let note = r#"{"text": "a", "note": "Opens."}"#;
    assert_eq!(with(note), [""; 0]);
    let one = with(&format!(r#"{note}, "b""#));
    assert!(
        one.len() == 1 && one.concat().starts_with("The choice “b” has no note."),
        "{one:?}"
    );
    let two = with(r#""b", "c""#);
    assert!(
        two.len() == 1
            && two
                .concat()
                .starts_with("The choices “b”, “c” have no note."),
        "{two:?}"
    );
    // Scenes alone get the draft's questions, which have their notes.
    assert_eq!(
        said(CHOICE, &html(&["A door slams.", "Silence."], "")),
        [""; 0]
    );
}

#[test]
fn a_checklist_that_counts_is_told() {
    let signs = [
        "It happens often.",
        "They checked my phone more than three times.",
    ];
    assert_eq!(said(REFLECTION, &html(&signs, "Take your time.")), [""; 0]);
    for (items, paragraph, begins) in [
        (
            vec!["It happens often.", "If you ticked 3 or more, leave."],
            "",
            "The sign “If you ticked 3 or more, leave.” counts answers: “3 or more”.",
        ),
        (
            vec!["It happens often."],
            "Add up your points.",
            "The paragraph “Add up your points.” counts answers: “Add up your”.",
        ),
    ] {
        let said = said(REFLECTION, &html(&items, paragraph));
        assert!(
            said.len() == 1 && said.concat().starts_with(begins),
            "{said:?}"
        );
    }
}

#[test]
fn what_cannot_be_read_is_told_in_the_same_words_as_ever() {
    let broken = said(PRACTICE, r#"j{"lines": ["a",]}"#);
    assert_eq!(
        broken,
        [
            "The JSON can’t be read at line 1, column 16. Take away the comma before the closing bracket."
        ]
    );
    let field = said(PRACTICE, r#"j{"opning": "T"}"#).concat();
    assert!(field.contains("Did you mean “opening”?"), "{field}");
    let file = said(PRACTICE, "eHTTP 404").concat();
    assert!(file.contains("HTTP 404"), "{file}");
    let missing = place(PRACTICE, "HTTP 404", "h", "").concat();
    assert!(
        missing.contains("A file of this exercise is missing"),
        "{missing}"
    );
    let unknown = place("mirror", "", "h", "").concat();
    assert!(unknown.contains("no exercise named “mirror”"), "{unknown}");
    assert!(unknown.contains("list of names"), "{unknown}");
    let slip = place("mirror-than-ask", "", "h", "").concat();
    assert!(slip.contains("Did you mean “mirror-then-ask”?"), "{slip}");
}

#[test]
fn of_colors_the_worst_of_each_property_is_told() {
    let enough = "surface text 0,0,0 255,255,255\nedge control 148,148,148 255,255,255";
    assert_eq!(contrasts(enough), []);
    let too_little = "surface text 119,119,119 255,255,255\n\
        surface text 150,150,150 255,255,255\n\
        surface control 200,200,200 255,255,255\n\
        not a line";
    let told: Vec<_> = contrasts(too_little).iter().map(Advice::sentence).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.concat()
            .contains("“--interlude-surface”, text has a contrast of 2.9 to 1")
    );
    assert!(
        told.concat()
            .contains("edges and marks have a contrast of 1.6 to 1")
    );
}

#[test]
fn an_owners_words_are_checked_by_their_keys() {
    let own = r#"{"next": "Go on", "look": "See your score", "noted": {"one": "Well done.", "other": "{count} notes."}}"#;
    let told: Vec<_> = words(own).iter().map(Advice::sentence).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.concat().contains("Your word “look” says “your score”"));
    assert!(told.concat().contains("Your word “noted” says “Well done”"));
    // These are told as soon as they are read.
    assert_eq!(words("{"), []);
}

#[test]
fn checks_of_help_numbers_grow_old_after_half_a_year() {
    let told = |today: &str, own: &str, locales: &[&str]| -> Vec<String> {
        let advice = old_checks(today, own, locales);
        advice.iter().map(Advice::sentence).collect()
    };
    let years_later = "2031-01-01";
    assert_eq!(told("2026-11-26", "", &["en-US"]), [""; 0]);
    let ours = told(years_later, "", &["en-US", "es-US", "de"]);
    assert_eq!(ours.len(), 2, "{ours:?}");
    assert!(
        ours.concat()
            .contains("The help numbers for US were last checked on 2026-11-")
    );
    assert!(ours.concat().contains("The directories of help were"));
    let own = r#"{"checked": "2026-05-01", "lines": [], "regions": [{"region": "AT", "checked": "2026-04-01"}]}"#;
    assert_eq!(told("2026-09-28", own, &["en-US"]), [""; 0]);
    let said = told("2026-09-29", own, &["en-US"]);
    assert!(
        said.len() == 1 && said.concat().contains("2026-04-01, 181 days ago"),
        "{said:?}"
    );
    // A page that has no clock, and help without any day, which is told elsewhere.
    assert_eq!(told("", "", &["en-US"]), [""; 0]);
    assert_eq!(told(years_later, r#"{"lines": []}"#, &[]), [""; 0]);
}

proptest::proptest! {
    /// Any text can be looked through, and what is quoted is never the exercise's own.
    #[test]
    fn quoted_text_is_left_alone(text in "[^“”«»\"]{0,60}", words in "wrong|well done|toxic|your score|add up your points") {
        let quoted = format!("They say: “{text} {words}”");
        let advice = parts(&[(Part::Note, &quoted), (Part::Closing, &text)]);
        let of_note = |one: &Advice| matches!(one, Advice::Verdict { at: At::Part { part: Part::Note, .. }, .. });
        proptest::prop_assert!(!advice.iter().any(of_note));
    }
}
