//! What is kept of an exercise on the reader's device, as one text: the version of its
//! form, the fingerprint of the content that it belongs to, and what a kind keeps, each
//! with U+001F behind it. It is read strictly, since anything may stand there; what
//! doesn't fit is nothing.

use super::text::{self, cut};

/// Ends every part of a record.
const END: char = '\u{1f}';

/// A record of more bytes is neither written nor read.
const LONGEST: usize = 65_536;

/// A number that changes with a text, or with one before it that `print` is from: what was
/// kept of other content would be put in the wrong places (FNV-1a).
pub fn fingerprint(print: usize, text: &str) -> usize {
    // No text has this byte, so that words can't move from one text into the next.
    let bytes = text.bytes().chain([0xff]);
    bytes.fold(print, |print, byte| {
        (print ^ usize::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The form of a record. Any other is not read.
const FORM: &str = "1";

/// A record while it is written.
pub struct Record {
    text: String,
    is_whole: bool,
}

impl Record {
    /// The beginning of a record of this content.
    pub fn new(content: usize) -> Self {
        let mut record = Self {
            text: String::new(),
            is_whole: true,
        };
        record.push(FORM);
        record.number(content);
        record
    }

    /// Adds a part.
    pub fn push(&mut self, part: &str) {
        self.is_whole &= !part.chars().any(|one| one == END);
        self.text.push_str(part);
        self.text.push(END);
    }

    /// Adds a number.
    pub fn number(&mut self, number: usize) {
        self.push(&text::number(number));
    }

    /// The whole text; empty where it would be too long, or could not be read.
    pub fn finish(self) -> String {
        match self.is_whole && self.text.len() <= LONGEST {
            true => self.text,
            false => String::new(),
        }
    }
}

/// What is left of a record while it is read.
pub struct Parts<'a>(&'a str);

/// Begins to read a record, where it is of this form and of this content.
pub fn read(record: &str, content: usize) -> Option<Parts<'_>> {
    let mut parts = Parts(record);
    let is_ours =
        record.len() <= LONGEST && parts.next()? == FORM && parts.next()? == text::number(content);
    is_ours.then_some(parts)
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (part, rest) = cut(self.0, END)?;
        self.0 = rest;
        Some(part)
    }
}

impl Parts<'_> {
    /// The next part, as a number below `end`.
    pub fn number(&mut self, end: usize) -> Option<usize> {
        let number = self.next()?.parse().ok();
        number.filter(|number| *number < end)
    }

    /// Whether all was read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Parts of a record, many of them like those that a kind keeps.
    pub fn any_parts() -> impl Strategy<Value = Vec<String>> {
        let part = prop_oneof![
            6 => (0..6_usize).prop_map(|number| number.to_string()),
            1 => Just(String::new()),
            1 => any::<i64>().prop_map(|number| number.to_string()),
            1 => any::<String>(),
        ];
        prop::collection::vec(part, 0..10)
    }

    /// A record of these parts.
    pub fn record<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
        let mut record = Record::new(7);
        parts.into_iter().for_each(|part| record.push(part));
        record.finish()
    }

    fn all(record: &str, content: usize) -> Option<Vec<&str>> {
        let mut parts = read(record, content)?;
        let all = parts.by_ref().collect();
        parts.is_empty().then_some(all)
    }

    const PARTS: [&str; 3] = ["3", "", "“Why?”\n\\ \t\"é\" 🌿"];

    #[test]
    fn a_record_comes_back_as_it_was() {
        assert_eq!(all(&record(PARTS), 7), Some(PARTS.to_vec()));
        assert_eq!(all(&record([]), 7), Some(vec![]));
    }

    #[test]
    fn what_is_of_another_form_or_content_is_nothing() {
        assert_eq!(all(&record(PARTS), 8), None, "other content");
        let other = |form: &str| format!("{form}\u{1f}7\u{1f}3\u{1f}");
        assert_eq!(all(&other("1"), 7), Some(vec!["3"]));
        for form in ["0", "2", "", "01", " 1", "+1", "\u{feff}1"] {
            assert_eq!(all(&other(form), 7), None, "{form}");
        }
        for record in [
            "",
            "1",
            "1\u{1f}7",
            "1\u{1f}07\u{1f}",
            "{}",
            "[1,7]",
            "<!DOCTYPE html>",
        ] {
            assert_eq!(all(record, 7), None, "{record}");
        }
    }

    #[test]
    fn a_record_that_was_cut_is_nothing_or_lacks_a_part() {
        let whole = record(PARTS);
        for (end, _) in whole.char_indices() {
            let (cut, _) = whole.split_at(end);
            assert!(all(cut, 7).is_none_or(|parts| parts.len() < 3), "{cut}");
        }
    }

    #[test]
    fn what_could_not_be_read_is_not_written() {
        let around = record([""]).len();
        let most = record([&*"x".repeat(LONGEST - around)]);
        assert_eq!(most.len(), LONGEST);
        assert!(all(&most, 7).is_some());
        assert_eq!(all(&format!("{most}\u{1f}"), 7), None);
        assert_eq!(record([&*"x".repeat(LONGEST - around + 1)]), "");
        assert_eq!(record(["a\u{1f}b"]), "");
    }

    #[test]
    fn numbers_have_an_end() {
        let number = |part: &str| Parts(&format!("{part}\u{1f}")).number(3);
        assert_eq!(number("2"), Some(2));
        for other in [
            "",
            "3",
            "-1",
            "1.5",
            "1e0",
            "0x1",
            " 1",
            "99999999999999999999",
        ] {
            assert_eq!(number(other), None, "{other}");
        }
        assert_eq!(Parts("1").number(3), None, "cut");
    }

    #[test]
    fn every_text_is_in_a_fingerprint() {
        let contents: [&[&str]; 5] = [&[""], &["ab", "c"], &["a", "bc"], &["abc"], &["abc", ""]];
        let prints =
            contents.map(|texts| texts.iter().fold(0, |print, text| fingerprint(print, text)));
        for (i, one) in prints.iter().enumerate() {
            assert!(!prints.iter().skip(i + 1).any(|other| other == one), "{i}");
        }
    }

    proptest! {
        #[test]
        fn any_record_is_read_without_harm(record: String, content: usize) {
            let _ = all(&record, content);
        }

        #[test]
        fn any_parts_come_back(parts in any_parts()) {
            let parts: Vec<_> = parts.iter().map(|part| part.replace(END, "")).collect();
            let record = record(parts.iter().map(String::as_str));
            let back = all(&record, 7).unwrap();
            prop_assert_eq!(back, parts);
        }
    }
}
