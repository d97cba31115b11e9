//! Whom a reader can turn to, by region. The data is `help.json` beside this file: every
//! entry with its source and the day on which it was last checked; `children` is for those who
//! are worried about a child. The build puts it into
//! the file of each language, in that language where it is translated.
//!
//! An owner can put help of her own in the place of all of it: [`replacement`] reads that.

use super::json::{self, Fields, Json};
use super::problem::{Problem, Read};
use super::text::{begins_with_any, concat};

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
    pub fn take(fields: &mut Fields) -> Read<Option<Self>> {
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
    let dialed = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    "tel:".chars().chain(dialed).collect()
}

/// Reads an owner's help, a JSON text in the form of our own: `lines` for everybody, an
/// `emergency` number and the day of the last check; `regions` with the same fields for
/// readers in a certain country; and `elsewhere`, lines that everybody sees below those.
///
/// `notices` takes what she should know although her help can be used.
///
/// # Errors
/// What makes it unusable: the whole is taken, or nothing of it.
pub fn replacement(written: &str, notices: &mut Vec<Problem>) -> Result<Json, Problem> {
    let help = json::parse(written)?;
    match check_all(&help, notices) {
        Ok(()) => Ok(help),
        Err(problem) => Err(*problem),
    }
}

fn check_all(help: &Json, notices: &mut Vec<Problem>) -> Read {
    let mut fields = Fields::root(help, notices)?;
    check(&mut fields)?;
    lines(&mut fields, "elsewhere")?;
    fields.list("regions", "region", &mut |fields| {
        fields.required("region")?;
        fields.has(
            "region",
            "the two letters of a country, such as US",
            is_region,
        )?;
        check(fields)
    })?;
    fields.finish();
    Ok(())
}

/// Looks at what is shown in one region, or to everybody.
fn check(fields: &mut Fields) -> Read {
    fields.has("emergency", NUMBER, is_number)?;
    let path = fields.path("checked");
    match fields.has("checked", "a day, such as 2026-11-25", is_day) {
        Ok(true) => {}
        Ok(false) => fields.notice(Problem::Missing { path }),
        Err(problem) => fields.notice(*problem),
    }
    match lines(fields, "lines")? {
        true => Ok(()),
        false => Err(Problem::Missing {
            path: concat(&[&fields.path("lines"), ", “call” or “href”"]),
        }
        .into()),
    }
}

/// Looks at some lines; answers whether one of them leads to somebody. The others are words
/// alone, such as a heading above the lines that follow.
fn lines(fields: &mut Fields, name: &'static str) -> Read<bool> {
    let mut leads = false;
    fields.list(name, "name", &mut |fields| {
        fields.required("name")?;
        let calls = fields.has("call", NUMBER, is_number)?;
        if calls {
            fields.text("more")?;
        }
        leads |= calls || fields.has("href", LINK, is_link)?;
        Ok(())
    })?;
    Ok(leads)
}

fn is_region(region: &str) -> bool {
    region.len() == 2 && region.bytes().all(|b| b.is_ascii_alphabetic())
}

const NUMBER: &str = "a telephone number: digits, with spaces or hyphens";

/// What a telephone dials as it stands there: a zero in brackets, for one, is not always dialed.
fn is_number(number: &str) -> bool {
    let rest = number.strip_prefix('+').unwrap_or(number);
    rest.bytes().any(|b| b.is_ascii_digit())
        && rest
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'-'))
}

const LINK: &str = "a link that begins with https://, tel: or sms:";

fn is_link(link: &str) -> bool {
    begins_with_any(link, &["https://", "tel:", "sms:"])
}

/// Whether a text is written as a day is: `2026-11-25`.
fn is_day(day: &str) -> bool {
    day.len() == 10
        && day.bytes().enumerate().all(|(at, b)| match at {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        })
}

/// The region in a language tag or in an owner's setting: `US` for `en-US`, for
/// `zh-Hant-US` and for a bare `US`. `None` where it names none.
///
/// A region is the two-letter subtag that is not the first (BCP 47, section 2.2.4).
pub fn region(tag: &str) -> Option<String> {
    let mut parts = tag.split(['-', '_']);
    let first = parts.next()?;
    parts
        .find(|part| is_region(part))
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
        assert_eq!(telephone("+43 1 71719"), "tel:+43171719");
    }

    fn read(written: &str) -> (Result<Json, Problem>, Vec<String>) {
        let mut notices = Vec::new();
        let help = replacement(written, &mut notices);
        (help, notices.iter().map(Problem::sentence).collect())
    }

    #[test]
    fn an_owners_help_has_the_form_of_ours() {
        let (help, notices) = read(
            r#"{ "emergency": "112", "checked": "2026-11-20", "lines": [
                "For  everybody",
                { "name": "A line", "call": "116 016", "more": "day and night" },
                { "name": "By text", "href": "sms:741741?body=HOME" } ],
              "elsewhere": [ { "name": "Directory", "href": "https://example.org/" } ],
              "regions": [ { "region": "uk", "checked": "2026-01-31",
                "lines": [ { "name": "Another", "href": "https://example.org/" } ] } ] }"#,
        );
        assert_eq!(notices, [""; 0]);
        let help = help.unwrap();
        assert_eq!(help.at("lines").list().len(), 3);
        assert_eq!(help.at("regions").nth(0).at("region").text(), "uk");
    }

    #[test]
    fn what_makes_help_unusable_is_named() {
        for (written, says) in [
            ("", "It is empty"),
            ("[]", "the whole must be an object"),
            ("{}", "“lines”, “call” or “href” is missing"),
            (r#"{"lines": []}"#, "“lines”, number 1 is missing"),
            (
                r#"{"lines": ["Words"]}"#,
                "“lines”, “call” or “href” is missing",
            ),
            (
                r#"{"lines": [{"call": "1"}]}"#,
                "“lines”, number 1, “name” is missing",
            ),
            (
                r#"{"lines": [{"name": "A", "call": "116 016 (free)"}]}"#,
                "“lines”, number 1, “call” must be a telephone number",
            ),
            (
                r#"{"lines": [{"name": "A", "call": "+49 (0)30 1"}]}"#,
                "“call” must be a telephone number",
            ),
            (
                r#"{"emergency": "the police"}"#,
                "“emergency” must be a telephone number",
            ),
            (r#"{"emergency": 112}"#, "“emergency” must be a text"),
            (
                r#"{"lines": [{"name": "A", "call": "1"}], "regions": [{"region": "Austria", "lines": [{"name": "B", "call": "2"}]}]}"#,
                "“regions”, number 1, “region” must be the two letters",
            ),
            (
                r#"{"lines": [{"name": "A", "call": "1"}], "regions": ["AT"]}"#,
                "“regions”, number 1, “lines”, “call” or “href” is missing",
            ),
        ] {
            let (help, _) = read(written);
            let said = help.unwrap_err().sentence();
            assert!(said.contains(says), "{written}: {said}");
        }
    }

    #[test]
    fn links_of_help_lead_to_a_page_or_a_telephone() {
        let with = |href: &str| {
            let line = format!(r#"{{"name": "A", "href": "{href}"}}"#);
            read(&format!(
                r#"{{"checked": "2026-11-25", "lines": [{line}]}}"#
            ))
        };
        for href in ["https://example.org", "TEL:112", "sms:112"] {
            assert!(with(href).0.is_ok(), "{href}");
        }
        for href in [
            "http://example.org",
            "javascript:x",
            "mailto:a@b.c",
            "//x",
            "",
        ] {
            let said = with(href).0.unwrap_err().sentence();
            assert!(said.contains("“href” must be a link"), "{href}: {said}");
            let below = format!(
                r#"{{"lines": [{{"name": "A", "call": "1"}}], "elsewhere": [{{"name": "B", "href": "{href}"}}]}}"#
            );
            let said = read(&below).0.unwrap_err().sentence();
            assert!(
                said.contains("“elsewhere”, number 1, “href” must"),
                "{said}"
            );
        }
    }

    #[test]
    fn help_without_a_day_is_taken_and_told_of() {
        for (day, says) in [
            ("", "“checked” is missing"),
            (r#""checked": "soon","#, "“checked” must be a day"),
            (r#""checked": "2026-1-1","#, "“checked” must be a day"),
            (r#""checked": "25/11/2026","#, "“checked” must be a day"),
            (r#""checked": "2026-11-25-1","#, "“checked” must be a day"),
        ] {
            let written = format!(r#"{{{day} "lines": [{{"name": "A", "call": "1"}}]}}"#);
            let (help, notices) = read(&written);
            assert!(help.is_ok(), "{day}");
            assert!(
                notices.len() == 1 && notices[0].contains(says),
                "{notices:?}"
            );
        }
    }

    #[test]
    fn a_field_that_is_not_read_is_told() {
        let (help, notices) = read(
            r#"{"checked": "2026-11-25", "lines": [{"name": "A", "call": "1", "href": "tel:1"}], "titel": "x"}"#,
        );
        assert!(help.is_ok());
        assert!(notices[0].contains("“lines”, number 1, “href” is not a field"));
        assert!(notices[1].contains("“titel” is not a field"));
        assert_eq!(notices.len(), 2);
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
