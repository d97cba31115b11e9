//! The JSON form of a content: parsed into a plain tree, then read field by field, so
//! that every error names its place and its mend in the owner's own words.
//!
//! The parser is our own: it knows what editors do to a snippet (curled quotation
//! marks, `<p>` between the lines), and with serde_json a reader would download about
//! four kilobytes more. The tests compare the two on many texts.

use super::outline::Groups;
use super::problem::{Mend, Problem, Read};
use super::text::{self, MOST_CHARS, MOST_ITEMS, beginning};

/// How deep brackets may stand in each other.
const MOST_BRACKETS: usize = 32;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    /// The value of that name in an object; [`Json::Null`] where there is none.
    pub fn at(&self, name: &str) -> &Self {
        let map = match self {
            Self::Map(map) => map.as_slice(),
            _ => &[],
        };
        let found = map.iter().find(|(key, _)| key == name);
        found.map_or(&Self::Null, |(_, value)| value)
    }

    /// The same, to be changed.
    pub fn at_mut(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Map(map) => {
                let found = map.iter_mut().find(|(key, _)| key == name);
                found.map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The value of that number in a list, from 0; [`Json::Null`] where there is none.
    pub fn nth(&self, number: usize) -> &Self {
        self.list().get(number).unwrap_or(&Self::Null)
    }

    /// The values of a list; none where this is none.
    pub fn list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }

    /// The text; empty where this is none.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }
}

/// Parses a JSON text (RFC 8259). Line breaks inside a text are forgiven, since
/// editors put them there; they mean a space.
///
/// # Errors
/// [`Problem::Syntax`], with line and column counted from 1.
pub fn parse(written: &str) -> Result<Json, Problem> {
    let mut parser = Parser {
        rest: written.trim_start_matches('\u{feff}'),
        depth: 0,
    };
    let parsed = parser.value().and_then(|value| match parser.peek() {
        None => Ok(value),
        Some(c) => Err(unexpected(c)),
    });
    parsed.map_err(|mend| {
        let read = written.len() - parser.rest.len();
        let before = written.get(..read).unwrap_or_default();
        let (line, column) = before.chars().fold((1, 1), |(line, column), c| match c {
            '\n' => (line + 1, 1),
            _ => (line, column + 1),
        });
        Problem::Syntax {
            line,
            column,
            mend: match mend {
                _ if written.trim().is_empty() => Mend::Empty,
                // The text ran on because its end was curled.
                Mend::MissingEnd if written.contains(['“', '”']) => Mend::CurledQuotes,
                mend => mend,
            },
        }
    })
}

/// What is amiss when `c` stands where it cannot.
fn unexpected(c: char) -> Mend {
    match c {
        '“' | '”' | '„' | '‘' | '’' => Mend::CurledQuotes,
        '<' => Mend::EditorTags,
        _ => Mend::Unknown,
    }
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl<'a> Parser<'a> {
    /// The next character that means something; it stays there.
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next();
        self.rest = chars.as_str();
        next
    }

    /// Passes over `word` if it stands here.
    fn take(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self) -> Result<Json, Mend> {
        match self.peek() {
            None => Err(Mend::MissingEnd),
            Some('"') => self.text().map(Json::Text),
            Some('[') => {
                let mut list = Vec::new();
                self.entries(']', &mut |parser| {
                    list.push(parser.value()?);
                    Ok(())
                })?;
                Ok(Json::List(list))
            }
            Some('{') => {
                let mut map = Vec::new();
                self.entries('}', &mut |parser| {
                    match parser.peek() {
                        Some('"') => {}
                        Some(c) => return Err(unexpected(c)),
                        None => return Err(Mend::MissingEnd),
                    }
                    let key = parser.text()?;
                    match parser.peek() {
                        Some(':') => parser.next(),
                        Some(c) => return Err(unexpected(c)),
                        None => return Err(Mend::MissingEnd),
                    };
                    map.push((key, parser.value()?));
                    Ok(())
                })?;
                Ok(Json::Map(map))
            }
            Some('-' | '0'..='9') => self.number(),
            Some(_) if self.take("true") => Ok(Json::Bool(true)),
            Some(_) if self.take("false") => Ok(Json::Bool(false)),
            Some(_) if self.take("null") => Ok(Json::Null),
            Some(c) => Err(unexpected(c)),
        }
    }

    /// The entries between brackets, with commas between them.
    fn entries(
        &mut self,
        end: char,
        entry: &mut dyn FnMut(&mut Self) -> Result<(), Mend>,
    ) -> Result<(), Mend> {
        self.next();
        self.depth += 1;
        if self.depth > MOST_BRACKETS {
            return Err(Mend::TooDeep);
        }
        let mut first = true;
        loop {
            match self.peek() {
                None => return Err(Mend::MissingEnd),
                Some(c) if c == end => break,
                Some(_) if first => {}
                Some(',') => {
                    self.next();
                    if self.peek() == Some(end) {
                        return Err(Mend::TrailingComma);
                    }
                }
                Some('"' | '{' | '[') => return Err(Mend::MissingComma),
                Some(c) => return Err(unexpected(c)),
            }
            first = false;
            entry(self)?;
        }
        self.next();
        self.depth -= 1;
        Ok(())
    }

    fn text(&mut self) -> Result<String, Mend> {
        self.next();
        let mut text = String::new();
        loop {
            match self.next().ok_or(Mend::MissingEnd)? {
                '"' => return Ok(text),
                '\\' => text.push(self.escape()?),
                '\n' | '\r' | '\t' => text.push(' '),
                c if c < ' ' => return Err(Mend::Unknown),
                c => text.push(c),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Mend> {
        Ok(match self.next().ok_or(Mend::MissingEnd)? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let mut unit = self.unit()?;
                // Two halves of one character (RFC 8259, section 7).
                if (0xD800..0xDC00).contains(&unit) && self.take("\\u") {
                    let low = self.unit()?;
                    unit = match (0xDC00..0xE000).contains(&low) {
                        true => 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00),
                        false => unit,
                    };
                }
                char::from_u32(unit).ok_or(Mend::Unknown)?
            }
            c @ ('"' | '\\' | '/') => c,
            _ => return Err(Mend::Unknown),
        })
    }

    fn unit(&mut self) -> Result<u32, Mend> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.next().and_then(|c| c.to_digit(16));
            unit = unit * 16 + digit.ok_or(Mend::Unknown)?;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<Json, Mend> {
        let whole = self.rest;
        self.take("-");
        let leading = self.rest.starts_with('0');
        let digits = self.digits()?;
        if leading && digits > 1 {
            return Err(Mend::Unknown);
        }
        if self.take(".") {
            self.digits()?;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            self.digits()?;
        }
        let length = whole.len() - self.rest.len();
        Ok(Json::Number(whole.get(..length).unwrap_or_default().into()))
    }

    /// Passes over one or more digits, and counts them.
    fn digits(&mut self) -> Result<usize, Mend> {
        let before = self.rest.len();
        self.rest = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
        match before - self.rest.len() {
            0 => Err(Mend::Unknown),
            count => Ok(count),
        }
    }
}

/// The fields of one JSON object, read by name; what nobody asked for is reported
/// at the end.
pub struct Fields<'a> {
    path: String,
    map: &'a [(String, Json)],
    asked: Vec<&'static str>,
    notices: &'a mut Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// The outermost object.
    ///
    /// # Errors
    /// [`Problem::Sort`] when the JSON is not an object.
    pub fn root(value: &'a Json, notices: &'a mut Vec<Problem>) -> Read<Self> {
        match value {
            Json::Map(map) => Ok(Self {
                path: String::new(),
                map,
                asked: Vec::new(),
                notices,
            }),
            _ => Err(Problem::Sort {
                path: "the whole".into(),
                needs: "an object, in braces",
            }
            .into()),
        }
    }

    /// How a field is named to the owner.
    pub fn path(&self, name: &str) -> String {
        text::concat(&[&self.path, "“", name, "”"])
    }

    fn get(&mut self, name: &'static str) -> Option<&'a Json> {
        self.asked.push(name);
        self.map
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
            .filter(|value| **value != Json::Null)
    }

    /// The text of a field, made clean; `None` when it is absent.
    ///
    /// # Errors
    /// [`Problem::Sort`] when it is no text, [`Problem::TooLong`] when it is far too long.
    pub fn text(&mut self, name: &'static str) -> Read<Option<String>> {
        match self.get(name) {
            None => Ok(None),
            Some(Json::Text(written)) => one_text(written),
            Some(_) => Err(Problem::Sort {
                path: self.path(name),
                needs: "a text in quotation marks",
            }
            .into()),
        }
    }

    /// The text of a field that must be there.
    ///
    /// # Errors
    /// As [`Fields::text`], and [`Problem::Missing`].
    pub fn required(&mut self, name: &'static str) -> Read<String> {
        match self.text(name)? {
            Some(text) if !text.is_empty() => Ok(text),
            _ => Err(Problem::Missing {
                path: self.path(name),
            }
            .into()),
        }
    }

    /// Puts the text of a field into `target` when it is there. An empty one takes away
    /// what the draft says.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn set(&mut self, name: &'static str, target: &mut String) -> Read {
        if let Some(text) = self.text(name)? {
            *target = text;
        }
        Ok(())
    }

    /// Puts a `true` or `false` into `target` when it is there.
    ///
    /// # Errors
    /// [`Problem::Sort`].
    pub fn flag(&mut self, name: &'static str, target: &mut bool) -> Read {
        match self.get(name) {
            None => {}
            Some(Json::Bool(value)) => *target = *value,
            Some(_) => {
                return Err(Problem::Sort {
                    path: self.path(name),
                    needs: "true or false",
                }
                .into());
            }
        }
        Ok(())
    }

    /// Reads a list entry by entry. An entry that is a bare text is given to `read`
    /// as an object whose field `key` is that text. Answers whether the list is there.
    ///
    /// # Errors
    /// [`Problem::Sort`], [`Problem::TooMany`], [`Problem::Missing`] when the list is
    /// empty, or what `read` answers.
    pub fn list(
        &mut self,
        name: &'static str,
        key: &'static str,
        read: &mut dyn FnMut(&mut Fields) -> Read,
    ) -> Read<bool> {
        let path = self.path(name);
        let list = match self.get(name) {
            None => return Ok(false),
            Some(Json::List(list)) => list,
            Some(_) => {
                return Err(Problem::Sort {
                    path,
                    needs: "a list, in square brackets",
                }
                .into());
            }
        };
        if list.is_empty() {
            return Err(Problem::Missing {
                path: text::concat(&[&path, ", number 1"]),
            }
            .into());
        }
        if list.len() > MOST_ITEMS {
            return Err(Problem::TooMany { found: list.len() }.into());
        }
        for (i, value) in list.iter().enumerate() {
            let path = text::concat(&[&path, ", number ", &text::number(i + 1)]);
            let bare;
            let map: &[(String, Json)] = match value {
                Json::Map(map) => map,
                Json::Text(text) => {
                    bare = [(key.to_string(), Json::Text(text.clone()))];
                    &bare
                }
                _ => {
                    return Err(Problem::Sort {
                        path,
                        needs: "a text or an object, in braces",
                    }
                    .into());
                }
            };
            let mut fields = Fields {
                path: text::concat(&[&path, ", "]),
                map,
                asked: Vec::new(),
                notices: self.notices,
            };
            read(&mut fields)?;
            fields.finish();
        }
        Ok(true)
    }

    /// A list of texts. Answers whether it is there.
    ///
    /// # Errors
    /// As [`Fields::list`].
    pub fn texts(&mut self, name: &'static str, into: &mut Vec<String>) -> Read<bool> {
        let mut texts = Vec::new();
        let found = self.list(name, "text", &mut |fields| {
            texts.push(fields.required("text")?);
            Ok(())
        })?;
        if found {
            *into = texts;
        }
        Ok(found)
    }

    /// Lists of texts below headings, as [`super::Outline::groups`] has them: the field
    /// `groups`, each with its texts under `name`, or one list `name` alone. Nothing where
    /// neither is there.
    ///
    /// # Errors
    /// As [`Fields::list`], and [`Problem::Shape`] with this mend for a group without texts.
    pub fn groups(&mut self, name: &'static str, mend: &'static str) -> Read<Option<Groups>> {
        let mut groups = Vec::new();
        let found = self.list("groups", "heading", &mut |fields| {
            let heading = fields.text("heading")?.unwrap_or_default();
            let mut texts = Vec::new();
            if !fields.texts(name, &mut texts)? {
                let begins = beginning(&heading);
                return Err(Problem::Shape { begins, mend }.into());
            }
            groups.push((heading, texts));
            Ok(())
        })?;
        let mut alone = Vec::new();
        if self.texts(name, &mut alone)? {
            return Ok(Some(vec![(String::new(), alone)]));
        }
        Ok(found.then_some(groups))
    }

    /// Whether a field is there; its text must be of a certain form, which `needs` says in
    /// words.
    ///
    /// # Errors
    /// As [`Fields::text`], and [`Problem::Sort`] for every other form.
    pub fn has(
        &mut self,
        name: &'static str,
        needs: &'static str,
        fits: fn(&str) -> bool,
    ) -> Read<bool> {
        match self.text(name)? {
            Some(text) if !fits(&text) => Err(Problem::Sort {
                path: self.path(name),
                needs,
            }
            .into()),
            text => Ok(text.is_some()),
        }
    }

    /// A link to a page, a mailbox or a telephone.
    ///
    /// # Errors
    /// As [`Fields::has`].
    pub fn link(&mut self, name: &'static str) -> Read<Option<String>> {
        const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];
        let needs = "a link that begins with https://, http://, mailto: or tel:";
        self.has(name, needs, |link| text::begins_with_any(link, &SCHEMES))?;
        self.text(name)
    }

    /// Tells the owner what is amiss, although what she wrote can be used.
    pub fn notice(&mut self, problem: Problem) {
        self.notices.push(problem);
    }

    /// The optional field `version`: 1 where it stands.
    ///
    /// # Errors
    /// [`Problem::Version`].
    pub fn check_version(&mut self) -> Read {
        match self.get("version") {
            None => Ok(()),
            Some(Json::Number(text) | Json::Text(text)) if text == "1" => Ok(()),
            Some(other) => Err(Problem::Version {
                found: match other {
                    Json::Number(text) | Json::Text(text) => text::beginning(text),
                    _ => "something that is no number".into(),
                },
            }
            .into()),
        }
    }

    /// The optional field `kind`: `needs` where it stands.
    ///
    /// # Errors
    /// [`Problem::WrongKind`].
    pub fn check_kind(&mut self, needs: &'static str) -> Read {
        match self.text("kind")? {
            Some(found) if found != needs => Err(Problem::WrongKind { found, needs }.into()),
            _ => Ok(()),
        }
    }

    /// Reports the fields that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.map {
            if !self.asked.iter().any(|asked| asked == key) {
                self.notices.push(Problem::UnknownField {
                    path: self.path(&text::beginning(key)),
                    nearest: text::nearest(key, self.asked.iter().copied()),
                });
            }
        }
    }
}

fn one_text(written: &str) -> Read<Option<String>> {
    let text = text::clean(written);
    let chars = text.chars().count();
    if chars > MOST_CHARS {
        return Err(Problem::TooLong {
            begins: text::beginning(&text),
            chars,
        }
        .into());
    }
    Ok(Some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(written: &str) -> (usize, usize, Mend) {
        match parse(written) {
            Err(Problem::Syntax { line, column, mend }) => (line, column, mend),
            other => panic!("{written} gave {other:?}"),
        }
    }

    #[test]
    fn errors_name_line_and_mend() {
        assert_eq!(broken("").2, Mend::Empty);
        assert_eq!(broken(" \n ").2, Mend::Empty);
        assert_eq!(broken("{\n“title”: 1}").2, Mend::CurledQuotes);
        assert_eq!(broken("{“title”: 1}").2, Mend::CurledQuotes);
        assert_eq!(broken("<p>{\"a\": 1}</p>").2, Mend::EditorTags);
        assert_eq!(broken("{\"a\": 1,}").2, Mend::TrailingComma);
        assert_eq!(broken("{\"a\": [1,\n2,\n]}"), (3, 1, Mend::TrailingComma));
        assert_eq!(broken("{\"a\": \"b\"\n\"c\": 1}").2, Mend::MissingComma);
        assert_eq!(broken("{\"a\": \"b").2, Mend::MissingEnd);
        assert_eq!(broken("{\"a\": [1, 2").2, Mend::MissingEnd);
        assert_eq!(broken("hello").2, Mend::Unknown);
        assert_eq!(broken(&"[".repeat(300)).2, Mend::TooDeep);
    }

    /// A plain copy of what serde_json reads, as the measure of our own parser.
    fn by_serde(written: &str) -> serde_json::Result<Json> {
        fn copy(value: serde_json::Value) -> Json {
            use serde_json::Value;
            match value {
                Value::Null => Json::Null,
                Value::Bool(value) => Json::Bool(value),
                Value::Number(value) => Json::Number(value.to_string()),
                Value::String(value) => Json::Text(value),
                Value::Array(list) => Json::List(list.into_iter().map(copy).collect()),
                Value::Object(map) => Json::Map(
                    map.into_iter()
                        .map(|(key, value)| (key, copy(value)))
                        .collect(),
                ),
            }
        }
        serde_json::from_str(written).map(copy)
    }

    #[test]
    fn reads_what_serde_json_reads() {
        // Small texts from the characters that matter, in a fixed pseudo-random order
        // (xorshift, Marsaglia 2003): most are broken, and both must say so.
        let pieces = [
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\"a\"",
            "\"b\":",
            "1",
            "-0",
            "0.5",
            "1e9",
            "01",
            "true",
            "null",
            "fals",
            " ",
            "\\",
            "\\n",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\ud83d",
            "é",
            "“",
        ];
        let mut seed = 0x2545_f491_4f6c_dd1d_u64;
        let (mut good, mut bad) = (0, 0);
        for _ in 0..200_000 {
            let mut written = String::new();
            loop {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                written.push_str(pieces[seed as usize % pieces.len()]);
                if seed >> 60 < 3 {
                    break;
                }
            }
            let (ours, theirs) = (parse(&written).ok(), by_serde(&written));
            if theirs
                .as_ref()
                .is_err_and(|error| error.to_string().contains("out of range"))
            {
                continue; // We keep numbers as they are written.
            }
            let theirs = theirs.ok();
            let same = match (&ours, &theirs) {
                // Numbers are written differently, and a name that stands twice is kept.
                (Some(ours), Some(theirs)) => {
                    std::mem::discriminant(ours) == std::mem::discriminant(theirs)
                }
                (None, None) => true,
                _ => false,
            };
            assert!(same, "{written}: {ours:?} and {theirs:?}");
            match ours {
                Some(_) => good += 1,
                None => bad += 1,
            }
        }
        assert!(good > 1_000 && bad > 1_000, "{good} and {bad}");
    }

    #[test]
    fn texts_come_out_as_serde_json_reads_them() {
        for written in [
            r#""\u00e9 \ud83d\ude00 \" \\ \/ \n \t \b""#,
            r#"{"a": [1, -2.5e3, {"b": null}], "c": "d", "e": false}"#,
            " [ ] ",
            r#""שלום 👩‍👧""#,
        ] {
            let ours = parse(written).unwrap();
            let text = format!("{:?}", by_serde(written).unwrap());
            assert_eq!(format!("{ours:?}").replace("-2.5e3", "-2500.0"), text);
        }
        assert_eq!(parse("\"a\nb\""), Ok(Json::Text("a b".into())), "forgiven");
    }

    #[test]
    fn lists_take_texts_and_objects() {
        let value = parse(r#"{"rounds": ["One", {"line": "Two", "exmple": "x"}]}"#).unwrap();
        let mut notices = Vec::new();
        let mut fields = Fields::root(&value, &mut notices).unwrap();
        let mut lines = Vec::new();
        let found = fields.list("rounds", "line", &mut |fields| {
            let _ = fields.text("example")?;
            lines.push(fields.required("line")?);
            Ok(())
        });
        assert_eq!(found, Ok(true));
        assert_eq!(lines, ["One", "Two"]);
        fields.finish();
        assert_eq!(
            notices,
            [Problem::UnknownField {
                path: "“rounds”, number 2, “exmple”".into(),
                nearest: Some("example"),
            }]
        );
    }

    #[test]
    fn wrong_sorts_name_their_place() {
        let sentence = |written: &str| {
            let value = parse(written).unwrap();
            let mut notices = Vec::new();
            let result = Fields::root(&value, &mut notices).and_then(|mut fields| {
                fields.check_version()?;
                fields.check_kind("choice")?;
                fields.link("href")?;
                fields.list("rounds", "line", &mut |fields| {
                    fields.required("line").map(|_| ())
                })
            });
            result.unwrap_err().sentence()
        };
        assert_eq!(
            sentence("[1]"),
            "In the JSON, the whole must be an object, in braces."
        );
        assert_eq!(
            sentence(r#"{"rounds": 3}"#),
            "In the JSON, “rounds” must be a list, in square brackets."
        );
        assert_eq!(
            sentence(r#"{"rounds": [{"line": 3}]}"#),
            "In the JSON, “rounds”, number 1, “line” must be a text in quotation marks."
        );
        assert_eq!(
            sentence(r#"{"rounds": ["a", {}]}"#),
            "In the JSON, “rounds”, number 2, “line” is missing. Add it."
        );
        assert_eq!(
            sentence(r#"{"version": 2}"#),
            "The JSON says version 2; this Interlude reads version 1."
        );
        assert_eq!(
            sentence(r#"{"kind": "practice"}"#),
            "The JSON is for the kind “practice”, but this exercise is of the kind “choice”."
        );
        for href in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "//x",
        ] {
            assert_eq!(
                sentence(&format!(r#"{{"href": "{href}"}}"#)),
                "In the JSON, “href” must be a link that begins with https://, http://, mailto: or tel:."
            );
        }
    }
}
