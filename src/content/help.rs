//! Whom a reader can turn to, by region. The data is `help.json` beside this file:
//! every entry with its source and the day on which it was last checked. The build
//! turns it into a table, so that nothing has to be parsed on a reader's page:
//! `REGIONS`, `ELSEWHERE` (directories for everybody), and `CHECKED`, the day of the
//! checks, or the first and the last of them.

include!(concat!(env!("OUT_DIR"), "/help.rs"));

/// The help of one region.
pub struct Region {
    /// Two letters, as in ISO 3166-1.
    pub region: &'static str,
    /// The number for immediate danger.
    pub emergency: &'static str,
    pub lines: &'static [Line],
}

/// One line to call, or one directory to open.
pub struct Line {
    pub name: &'static str,
    /// The number as people write it; empty for a directory.
    pub call: &'static str,
    /// What else can be done there, such as a text message.
    pub more: &'static str,
    /// A directory's address; empty for a telephone line.
    pub href: &'static str,
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
            return self.href.into();
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

/// The help of a region, where there is some.
pub fn help(region: Option<&str>) -> Option<&'static Region> {
    REGIONS.iter().find(|one| Some(one.region) == region)
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
    fn the_regions_have_their_numbers() {
        let calls = |region| -> Vec<_> {
            let help = help(Some(region)).unwrap();
            help.lines.iter().map(|line| line.call).collect()
        };
        assert_eq!(calls("US"), ["800-799-7233", "988"]);
        assert_eq!(calls("GB"), ["0808 2000 247"]);
        assert_eq!(calls("AU"), ["1800 737 732"]);
        let us = help(Some("US")).unwrap();
        assert_eq!(us.emergency, "911");
        assert_eq!(us.lines.first().unwrap().target(), "tel:8007997233");
    }

    #[test]
    fn elsewhere_there_are_directories() {
        assert!(help(None).is_none());
        assert!(help(Some("ZZ")).is_none());
        assert!(!ELSEWHERE.is_empty());
        for line in ELSEWHERE {
            assert!(line.target().starts_with("https://"));
        }
    }

    #[test]
    fn every_entry_has_a_source_and_a_date() {
        let data: serde_json::Value = serde_json::from_str(include_str!("help.json")).unwrap();
        let regions = data["regions"].as_array().unwrap().iter();
        let lists = regions
            .map(|region| &region["lines"])
            .chain([&data["elsewhere"]]);
        for line in lists.flat_map(|list| list.as_array().unwrap()) {
            let source = line["source"].as_str().or(line["href"].as_str());
            assert!(source.unwrap().starts_with("https://"), "{line}");
            let date = line["checked"].as_str().unwrap();
            let parts: Vec<_> = date.split('-').map(str::len).collect();
            assert_eq!(parts, [4, 2, 2], "{line}");
            assert!(
                CHECKED.starts_with(date) || CHECKED.contains(" to "),
                "{line}"
            );
        }
    }
}
