//! Whom a reader can turn to, by region. The data is `help.json` beside this file: every
//! entry with its source and the day on which it was last checked; `children` is for those who
//! are worried about a child. The build puts it into
//! the file of each language, in that language where it is translated.

use super::{Fields, Problem};

/// An owner's own link, which comes last and smaller.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnLink {
    pub text: String,
    pub href: String,
}

impl OwnLink {
    /// The fields `link` and `linkText`, where there is a link.
    ///
    /// # Errors
    /// As [`Fields::link`].
    pub fn take(fields: &mut Fields) -> Result<Option<Self>, Problem> {
        let href = fields.link("link")?;
        let text = fields.text("linkText")?;
        Ok(href.map(|href| Self {
            text: text.unwrap_or_else(|| href.clone()),
            href,
        }))
    }
}

/// The address that calls a number, however it is written.
pub fn telephone(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit);
    "tel:".chars().chain(digits).collect()
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
    fn numbers_are_called_by_their_digits() {
        assert_eq!(telephone("800-799-7233"), "tel:8007997233");
        assert_eq!(telephone("0808 2000 247"), "tel:08082000247");
    }

    #[test]
    fn every_entry_has_a_source_and_a_date() {
        let data: serde_json::Value = serde_json::from_str(include_str!("help.json")).unwrap();
        let mut regions = Vec::new();
        let mut entries = data["elsewhere"].as_array().unwrap().clone();
        for region in data["regions"].as_array().unwrap() {
            regions.push(region["region"].as_str().unwrap());
            entries.push(region.clone());
            for list in ["lines", "children"] {
                entries.extend(region[list].as_array().unwrap().clone());
            }
        }
        assert_eq!(regions, ["US", "GB", "IE", "CA", "AU", "NZ", "IN"]);
        for entry in entries {
            let source = entry["source"].as_str().or(entry["href"].as_str());
            assert!(source.unwrap().starts_with("https://"), "{entry}");
            let reached = ["call", "href", "emergency"].map(|way| entry[way].is_string());
            assert!(reached.contains(&true), "{entry}");
            let date = entry["checked"].as_str().unwrap();
            let parts: Vec<_> = date.split('-').map(str::len).collect();
            assert_eq!(parts, [4, 2, 2], "{entry}");
        }
    }
}
