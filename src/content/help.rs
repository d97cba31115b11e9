//! Whom a reader can turn to, by region. The data is `help.json` beside this file:
//! every entry with its source and the day on which it was last checked.

use super::json::{Fields, parse};
use super::problem::Problem;

/// The help that one page shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Help {
    /// The number for immediate danger; empty where the region is not known.
    pub emergency: String,
    /// Telephone lines of the region, and at last the directories for everywhere else.
    pub lines: Vec<Line>,
}

/// One line to call, or one directory to open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    pub name: String,
    /// The number as people write it; empty for a directory.
    pub call: String,
    /// What else can be done there, such as a text message.
    pub more: String,
    /// A directory's address; empty for a telephone line.
    pub href: String,
    /// Where the entry comes from.
    pub source: String,
    /// The day of the last check, as YYYY-MM-DD.
    pub checked: String,
}

/// An owner's own link, which comes last and smaller.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnLink {
    pub text: String,
    pub href: String,
}

impl Line {
    /// What a press on this line opens.
    pub fn target(&self) -> String {
        if self.call.is_empty() {
            return self.href.clone();
        }
        let digits = self.call.chars().filter(char::is_ascii_digit);
        "tel:".chars().chain(digits).collect()
    }
}

/// The region in a language tag or in an owner's setting: `US` for `en-US`, for
/// `zh-Hant-US` and for a bare `US`. `None` where it names none.
///
/// A region is the two-letter subtag that is not the first (BCP 47, section 2.2.4).
pub fn region(tag: &str) -> Option<String> {
    let mut parts = tag.split(['-', '_']);
    let first = parts.next()?;
    parts
        .find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
        .or(Some(first).filter(|first| first.len() == 2 && *first == first.to_ascii_uppercase()))
        .map(|part| match part.to_ascii_uppercase().as_str() {
            "UK" => "GB".into(),
            region => region.into(),
        })
}

/// The help for a region, from the data that ships with the project.
pub fn help(region: Option<&str>) -> Help {
    read(include_str!("help.json"), region).unwrap_or_default()
}

fn read(data: &str, wanted: Option<&str>) -> Result<Help, Problem> {
    let value = parse(data)?;
    let mut notices = Vec::new();
    let mut fields = Fields::root(&value, &mut notices)?;
    let mut help = Help::default();
    fields.list("regions", "region", &mut |fields| {
        let name = fields.required("region")?;
        let emergency = fields.required("emergency")?;
        let mut lines = Vec::new();
        fields.list("lines", "name", &mut |fields| line(fields, &mut lines))?;
        if wanted == Some(name.as_str()) {
            help.emergency = emergency;
            help.lines = lines;
        }
        Ok(())
    })?;
    let lines = &mut help.lines;
    fields.list("elsewhere", "name", &mut |fields| line(fields, lines))?;
    Ok(help)
}

fn line(fields: &mut Fields, lines: &mut Vec<Line>) -> Result<(), Problem> {
    let mut line = Line {
        name: fields.required("name")?,
        checked: fields.required("checked")?,
        href: fields.link("href")?.unwrap_or_default(),
        ..Line::default()
    };
    fields.set("call", &mut line.call)?;
    fields.set("more", &mut line.more)?;
    fields.set("source", &mut line.source)?;
    lines.push(line);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_come_from_language_tags_and_settings() {
        assert_eq!(region("en-US").as_deref(), Some("US"));
        assert_eq!(region("en_gb").as_deref(), Some("GB"));
        assert_eq!(region("zh-Hant-AU").as_deref(), Some("AU"));
        assert_eq!(region("UK").as_deref(), Some("GB"));
        assert_eq!(region("en"), None);
        assert_eq!(region(""), None);
    }

    #[test]
    fn every_region_has_its_numbers_and_everybody_a_directory() {
        let us = help(Some("US"));
        assert_eq!(us.emergency, "911");
        let numbers: Vec<_> = us.lines.iter().map(|line| line.call.as_str()).collect();
        assert!(numbers.contains(&"800-799-7233") && numbers.contains(&"988"));
        assert_eq!(us.lines.first().unwrap().target(), "tel:8007997233");
        assert!(
            help(Some("GB"))
                .lines
                .iter()
                .any(|l| l.call == "0808 2000 247")
        );
        assert!(
            help(Some("AU"))
                .lines
                .iter()
                .any(|l| l.call == "1800 737 732")
        );
        for nowhere in [None, Some("ZZ")] {
            let help = help(nowhere);
            assert!(help.emergency.is_empty());
            assert!(
                help.lines
                    .iter()
                    .all(|line| line.target().starts_with("https://"))
            );
            assert!(!help.lines.is_empty());
        }
    }

    #[test]
    fn every_entry_has_a_source_and_a_date() {
        for region in ["US", "GB", "AU", "ZZ"] {
            for line in help(Some(region)).lines {
                assert!(line.source.starts_with("https://") || line.href.starts_with("https://"));
                let parts: Vec<_> = line.checked.split('-').map(str::len).collect();
                assert_eq!(parts, [4, 2, 2], "{}", line.name);
            }
        }
    }
}
