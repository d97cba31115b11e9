//! The check of an owner's page: what works and should not meet a reader. Pure.
//!
//! - [`advice`]: everything that can be advised, as a type, each with a plain sentence
//! - [`verdicts`]: words that judge
//! - [`counting`]: a checklist that counts
//! - [`contrast`]: custom colors
//! - [`phrases`]: how phrases are found
//!
//! A reader's page never loads it: `bin/check.rs` is a module of its own, which
//! `host/check.js` fetches when an owner asks.

pub mod advice;
pub mod contrast;
pub mod counting;
pub mod phrases;
pub mod verdicts;

use advice::{Advice, At, CONTROL, TEXT, Whose};
use contrast::Color;

use crate::content::text::beginning;
use crate::content::{
    Block, Content, Json, Outline, Part, Parts, Problem, Source, day, help, json, read,
};
use crate::widgets::choice::content::Choice;
use crate::widgets::practice::content::Practice;
use crate::widgets::reflection::content::Reflection;

/// Reads a content of some kind and answers what is amiss with it.
type Reader = fn(&Json, &Source) -> Vec<String>;

/// The kinds, by the names that their drafts give.
const KINDS: &[(&str, Reader)] = &[
    ("choice", content::<Choice>),
    ("practice", content::<Practice>),
    ("reflection", content::<Reflection>),
];

/// What is amiss in a place of the exercise `name`: a sentence each.
///
/// `draft` is the exercise's draft, or why there is none, or empty where no exercise has that
/// name; `given` is the place's content as `page.js` writes it; `colors` are lines as
/// [`contrasts`] reads them.
pub fn place(name: &str, draft: &str, given: &str, colors: &str) -> Vec<String> {
    let mut said = match texts(name, draft, given) {
        Ok(said) => said,
        Err(problem) => vec![problem.sentence()],
    };
    said.extend(contrasts(colors).iter().map(Advice::sentence));
    said
}

fn texts(name: &str, draft: &str, given: &str) -> Result<Vec<String>, Problem> {
    let unknown = || Problem::UnknownName {
        name: name.into(),
        nearest: None,
    };
    if draft.is_empty() {
        return Err(unknown());
    }
    let draft = json::parse(draft).map_err(|_| Problem::Draft { why: draft.into() })?;
    let of_its_kind = |(kind, _): &&(&str, Reader)| *kind == draft.at("kind").text();
    let (_, reader) = KINDS.iter().find(of_its_kind).ok_or_else(unknown)?;
    Ok(reader(&draft, &Source::given(given)?))
}

fn content<C: Content + Parts + Default>(draft: &Json, source: &Source) -> Vec<String> {
    let mut notices = Vec::new();
    let mut advice = Vec::new();
    match read::<C>(draft, source, &mut notices) {
        Ok(content) => advice = parts(&content.parts()),
        Err(problem) => notices.push(problem),
    }
    if let Source::Outline(outline) = source {
        advice.extend(paragraphs(outline));
    }
    let notices = notices.iter().map(Problem::sentence);
    notices.chain(advice.iter().map(Advice::sentence)).collect()
}

/// What is amiss in the texts of a content.
pub fn parts(parts: &[(Part, &str)]) -> Vec<Advice> {
    let mut advice = Vec::new();
    let mut choices: Vec<String> = Vec::new();
    let mut choice = "";
    for &(part, text) in parts {
        match part {
            Part::Choice => choice = text,
            Part::Note if text.is_empty() => choices.push(beginning(choice)),
            _ => {}
        }
        let at = At::Part {
            part,
            begins: text.into(),
        };
        if part.is_its_own_voice() || part == Part::Sign {
            advice.extend(in_words(at, text, part.is_its_own_voice()));
        }
    }
    if !choices.is_empty() {
        // The same choice may stand below several questions, and says enough once.
        choices.dedup();
        advice.push(Advice::NoNote { choices });
    }
    // One question may be asked about several scenes.
    let mut seen: Vec<Advice> = Vec::new();
    for one in advice {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}

/// A paragraph around a list belongs to the post, and is read where the exercise is not.
fn paragraphs(outline: &Outline) -> Vec<Advice> {
    let texts = outline.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    });
    texts
        .filter_map(|text| {
            let at = At::Paragraph {
                begins: text.clone(),
            };
            let words = counting::first(text)?;
            Some(Advice::Count { at, words })
        })
        .collect()
}

fn in_words(at: At, text: &str, is_its_own_voice: bool) -> Option<Advice> {
    let verdict = verdicts::first(text).filter(|_| is_its_own_voice);
    if let Some((on, words)) = verdict {
        return Some(Advice::Verdict { at, words, on });
    }
    let words = counting::first(text)?;
    Some(Advice::Count { at, words })
}

/// What is amiss with the colors of a place: the worst of each property. Each line of
/// `measured` has a property's short name, `text` or `control`, and two colors, as in
/// `surface text 0,0,0 255,255,255`.
pub fn contrasts(measured: &str) -> Vec<Advice> {
    let mut found: Vec<(&str, bool, u32)> = measured.lines().filter_map(pair).collect();
    found.retain(|&(_, is_text, tenths)| tenths < if is_text { TEXT } else { CONTROL });
    found.sort();
    found.dedup_by_key(|&mut (property, is_text, _)| (property, is_text));
    let advice = found.into_iter().map(|(property, is_text, tenths)| {
        let property = property.into();
        Advice::Contrast {
            property,
            is_text,
            tenths,
        }
    });
    advice.collect()
}

fn pair(line: &str) -> Option<(&str, bool, u32)> {
    let mut cells = line.split(' ');
    let (property, what) = (cells.next()?, cells.next()?);
    let contrast = contrast::contrast(color(cells.next()?)?, color(cells.next()?)?);
    Some((property, what == "text", (contrast * 10.0) as u32))
}

fn color(written: &str) -> Option<Color> {
    let mut parts = written.split(',').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

/// What is amiss in an owner's own words, a JSON text.
pub fn words(own: &str) -> Vec<Advice> {
    let Ok(Json::Map(words)) = json::parse(own) else {
        return Vec::new();
    };
    let mut advice = Vec::new();
    for (key, value) in &words {
        let forms: Vec<&str> = match value {
            Json::Map(forms) => forms.iter().map(|(_, form)| form.text()).collect(),
            text => vec![text.text()],
        };
        let at = || At::Word { key: key.clone() };
        advice.extend(forms.iter().find_map(|text| in_words(at(), text, true)));
    }
    advice
}

/// The days of our own checks, as they are written beside the numbers.
const HELP: &str = include_str!("../content/help.json");

/// Checks that are long ago on the day `today`: of an owner's help, a JSON text, where she
/// has some, else of ours in the regions that a page is for.
pub fn old_checks(today: &str, own: &str, locales: &[&str]) -> Vec<Advice> {
    let Some(today) = day::number(today) else {
        return Vec::new();
    };
    let old = |whose: Whose, dates: &mut dyn Iterator<Item = &str>| {
        let date = dates.filter(|date| day::number(date).is_some()).min()?;
        let days = today - day::number(date)?;
        (days > day::OLD).then(|| Advice::Old {
            whose,
            date: date.into(),
            days,
        })
    };
    if let Ok(own) = json::parse(own) {
        let regions = own.at("regions").list().iter();
        let mut dates = regions.chain([&own]).map(|one| one.at("checked").text());
        return old(Whose::Own, &mut dates).into_iter().collect();
    }
    let ours = json::parse(HELP).unwrap_or(Json::Null);
    let mut advice = Vec::new();
    for region in ours.at("regions").list() {
        let name = region.at("region").text();
        let is_shown = |tag: &str| help::region(tag).as_deref() == Some(name);
        if locales.iter().any(|tag| is_shown(tag)) {
            let lines = region.at("lines").list().iter();
            let mut dates = lines.chain([region]).map(|one| one.at("checked").text());
            advice.extend(old(Whose::Region(name.into()), &mut dates));
        }
    }
    let directories = ours.at("elsewhere").list().iter();
    let mut dates = directories.map(|one| one.at("checked").text());
    advice.extend(old(Whose::Everybody, &mut dates));
    advice
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widgets;

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
}
