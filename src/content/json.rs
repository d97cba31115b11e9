//! The JSON form of a content: parsed by serde_json into a plain tree, then read
//! field by field, so that every error names its place in the owner's own words.
//!
//! A derived `Deserialize` would stop at the first surprise and name a byte; an
//! owner is helped more by "rounds, number 2: “line” is missing".

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::problem::{Mend, Problem};
use super::text::{self, MOST_CHARS, MOST_ITEMS};

/// A JSON value. Numbers are kept only as far as a version needs them.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Json;
            fn expecting(&self, _: &mut fmt::Formatter) -> fmt::Result {
                Ok(())
            }
            fn visit_unit<E: Error>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }
            fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
                Ok(Json::Bool(value))
            }
            fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
                Ok(Json::Number(value as f64))
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
                Ok(Json::Number(value as f64))
            }
            fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
                Ok(Json::Number(value))
            }
            fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
                Ok(Json::Text(value.into()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
                let mut list = Vec::new();
                while let Some(value) = seq.next_element()? {
                    list.push(value);
                }
                Ok(Json::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Json::Map(fields))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// Parses a JSON text.
///
/// # Errors
/// [`Problem::Syntax`], with line and column counted from 1.
pub fn parse(written: &str) -> Result<Json, Problem> {
    serde_json::from_str(written).map_err(|error| {
        let (line, column) = (error.line().max(1), error.column().max(1));
        Problem::Syntax {
            line,
            column,
            mend: mend(written, line, column, error.is_eof()),
        }
    })
}

/// Guesses what broke a JSON text from the characters around the place.
fn mend(written: &str, line: usize, column: usize, at_end: bool) -> Mend {
    if written.trim().is_empty() {
        return Mend::Empty;
    }
    let text = written.lines().nth(line.saturating_sub(1)).unwrap_or("");
    // serde_json counts bytes; a column inside a character means that character.
    let (before, rest) = (0..=column.saturating_sub(1).min(text.len()))
        .rev()
        .find_map(|at| text.split_at_checked(at))
        .unwrap_or(("", text));
    let here = rest.chars().next();
    let last = before
        .trim_end()
        .chars()
        .next_back()
        .or_else(|| last_before_line(written, line));
    match here {
        Some('“' | '”' | '„' | '‘' | '’') => Mend::CurledQuotes,
        Some('<') => Mend::EditorTags,
        Some(']' | '}') if last == Some(',') => Mend::TrailingComma,
        Some('"' | '{' | '[') if matches!(last, Some('"' | '}' | ']')) => Mend::MissingComma,
        _ if at_end && text.contains(['“', '”']) && !text.contains('"') => Mend::CurledQuotes,
        _ if at_end => Mend::MissingEnd,
        _ if nesting(written) > 100 => Mend::TooDeep,
        _ => Mend::Unknown,
    }
}

fn last_before_line(written: &str, line: usize) -> Option<char> {
    written
        .lines()
        .take(line.saturating_sub(1))
        .filter_map(|line| line.trim_end().chars().next_back())
        .last()
}

fn nesting(written: &str) -> usize {
    let mut depth = 0usize;
    let mut deepest = 0;
    for c in written.chars() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
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
    pub fn root(value: &'a Json, notices: &'a mut Vec<Problem>) -> Result<Self, Problem> {
        match value {
            Json::Map(map) => Ok(Self {
                path: String::new(),
                map,
                asked: Vec::new(),
                notices,
            }),
            _ => Err(Problem::Sort {
                path: "the whole".into(),
                needs: "an object: { … }",
            }),
        }
    }

    fn path(&self, name: &str) -> String {
        [&self.path, "“", name, "”"].concat()
    }

    fn get(&mut self, name: &'static str) -> Option<&'a Json> {
        self.asked.push(name);
        self.map
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
            .filter(|value| **value != Json::Null)
    }

    /// The text of a field, made clean; `None` when it is absent or empty.
    ///
    /// # Errors
    /// [`Problem::Sort`] when it is no text, [`Problem::TooLong`] when it is far too long.
    pub fn text(&mut self, name: &'static str) -> Result<Option<String>, Problem> {
        match self.get(name) {
            None => Ok(None),
            Some(Json::Text(written)) => one_text(written),
            Some(_) => Err(Problem::Sort {
                path: self.path(name),
                needs: "a text in quotation marks",
            }),
        }
    }

    /// The text of a field that must be there.
    ///
    /// # Errors
    /// As [`Fields::text`], and [`Problem::Missing`].
    pub fn required(&mut self, name: &'static str) -> Result<String, Problem> {
        self.text(name)?.ok_or_else(|| Problem::Missing {
            path: self.path(name),
        })
    }

    /// Puts the text of a field into `target` when it is there.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn set(&mut self, name: &'static str, target: &mut String) -> Result<(), Problem> {
        if let Some(text) = self.text(name)? {
            *target = text;
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
        read: &mut dyn FnMut(&mut Fields) -> Result<(), Problem>,
    ) -> Result<bool, Problem> {
        let path = self.path(name);
        let list = match self.get(name) {
            None => return Ok(false),
            Some(Json::List(list)) => list,
            Some(_) => {
                return Err(Problem::Sort {
                    path,
                    needs: "a list: [ … ]",
                });
            }
        };
        if list.is_empty() {
            return Err(Problem::Missing {
                path: [&path, ", number 1"].concat(),
            });
        }
        if list.len() > MOST_ITEMS {
            return Err(Problem::TooMany { found: list.len() });
        }
        for (i, value) in list.iter().enumerate() {
            let path = [&path, ", number ", &(i + 1).to_string()].concat();
            let bare;
            let map: &[(String, Json)] = match value {
                Json::Map(map) => map,
                Json::Text(_) => {
                    bare = [(key.to_string(), value.clone())];
                    &bare
                }
                _ => {
                    return Err(Problem::Sort {
                        path,
                        needs: "a text or an object: { … }",
                    });
                }
            };
            let mut fields = Fields {
                path: [&path, ", "].concat(),
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
    pub fn texts(&mut self, name: &'static str, into: &mut Vec<String>) -> Result<bool, Problem> {
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

    /// A link to a page, a mailbox or a telephone.
    ///
    /// # Errors
    /// As [`Fields::text`], and [`Problem::Link`] for every other scheme.
    pub fn link(&mut self, name: &'static str) -> Result<Option<String>, Problem> {
        let Some(link) = self.text(name)? else {
            return Ok(None);
        };
        let lower: String = link
            .chars()
            .take(8)
            .collect::<String>()
            .to_ascii_lowercase();
        if ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .any(|scheme| lower.starts_with(scheme))
        {
            Ok(Some(link))
        } else {
            Err(Problem::Link {
                path: self.path(name),
            })
        }
    }

    /// The optional field `version`: 1 where it stands.
    ///
    /// # Errors
    /// [`Problem::Version`].
    pub fn check_version(&mut self) -> Result<(), Problem> {
        match self.get("version") {
            None => Ok(()),
            Some(Json::Number(1.0)) => Ok(()),
            Some(Json::Text(text)) if text == "1" => Ok(()),
            Some(other) => Err(Problem::Version {
                found: match other {
                    Json::Number(number) => (*number as i64).to_string(),
                    Json::Text(text) => text::beginning(text),
                    _ => "something that is no number".into(),
                },
            }),
        }
    }

    /// The optional field `kind`: `needs` where it stands.
    ///
    /// # Errors
    /// [`Problem::WrongKind`].
    pub fn check_kind(&mut self, needs: &'static str) -> Result<(), Problem> {
        match self.text("kind")? {
            Some(found) if found != needs => Err(Problem::WrongKind { found, needs }),
            _ => Ok(()),
        }
    }

    /// Reports the fields that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.map {
            if !self.asked.iter().any(|asked| asked == key) {
                self.notices.push(Problem::UnknownField {
                    path: [&self.path, "“", &text::beginning(key), "”"].concat(),
                    nearest: text::nearest(key, self.asked.iter().copied()),
                });
            }
        }
    }
}

fn one_text(written: &str) -> Result<Option<String>, Problem> {
    let text = text::clean(written);
    let chars = text.chars().count();
    if chars > MOST_CHARS {
        return Err(Problem::TooLong {
            begins: text::beginning(&text),
            chars,
        });
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
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
            "In the JSON, the whole must be an object: { … }."
        );
        assert_eq!(
            sentence(r#"{"rounds": 3}"#),
            "In the JSON, “rounds” must be a list: [ … ]."
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
                "In the JSON, “href” must begin with https://, http://, mailto: or tel:."
            );
        }
    }
}
