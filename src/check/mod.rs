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

use crate::content::text::{beginning, nearest};
use crate::content::{
    Block, Content, Json, Outline, Part, Parts, Problem, Source, day, help, json, read,
};
use crate::widgets::card::content::Card;
use crate::widgets::choice::content::Choice;
use crate::widgets::line::content::Line;
use crate::widgets::pause::content::Pause;
use crate::widgets::practice::content::Practice;
use crate::widgets::reflection::content::Reflection;

/// Reads a content of some kind and answers what is amiss with it.
pub type Reader = fn(&Json, &Source) -> Vec<String>;

/// The kinds, by the names that their drafts give.
pub const KINDS: &[(&str, Reader)] = &[
    ("card", content::<Card>),
    ("choice", content::<Choice>),
    ("line", content::<Line>),
    ("pause", content::<Pause>),
    ("practice", content::<Practice>),
    ("reflection", content::<Reflection>),
];

/// The names of all exercises.
const NAMES: &[&str] = &include!(concat!(env!("OUT_DIR"), "/names.rs"));

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
        nearest: nearest(name, NAMES.iter().copied()),
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
