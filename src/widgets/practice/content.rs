//! What an owner writes for a *practice*: lines that somebody says, each perhaps with
//! who says it and one way to answer.
//!
//! In HTML every item is a line; `Your friend: “…”` also says who speaks, and an item
//! nested below a line is one way to say it back. When some items of a list are in
//! quotation marks and others aren't, only the quoted ones are lines.

use crate::content::record::fingerprint;
use crate::content::text::unquote;
use crate::content::{Content, Fields, Outline, Part, Parts, Problem, Read, Spoken, spoken};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Practice {
    pub title: String,
    pub opening: String,
    pub lines: Vec<Line>,
    /// Said after the last round.
    pub closing: String,
}

impl Practice {
    /// A number that changes with the exercise's name or its lines.
    pub fn fingerprint(&self, name: &str) -> usize {
        let lines = self.lines.iter();
        lines.fold(fingerprint(0, name), |print, line| {
            fingerprint(print, &line.text)
        })
    }
}

/// What somebody says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Who says it; may be empty.
    pub who: String,
    pub text: String,
    /// One way to say it back; may be empty.
    pub example: String,
}

impl Content for Practice {
    fn kind(&self) -> &'static str {
        "practice"
    }

    fn take_fields(&mut self, fields: &mut Fields) -> Read {
        fields.set("title", &mut self.title)?;
        fields.set("opening", &mut self.opening)?;
        fields.set("closing", &mut self.closing)?;
        let mut lines = Vec::new();
        let found = fields.list("lines", "text", &mut |fields| {
            lines.push(Line {
                text: fields.required("text")?,
                who: fields.text("who")?.unwrap_or_default(),
                example: fields.text("example")?.unwrap_or_default(),
            });
            Ok(())
        })?;
        if found {
            self.lines = lines;
        }
        Ok(())
    }

    fn take_outline(&mut self, outline: &Outline, notices: &mut Vec<Problem>) -> Read {
        outline.give_title(&mut self.title);
        let (spoken, left_out) = spoken(&outline.lists());
        if left_out > 0 {
            notices.push(Problem::LeftOut {
                count: left_out,
                why: "only items in quotation marks are lines that somebody says.",
            });
        }
        if spoken.is_empty() {
            return Err(Problem::NoItems.into());
        }
        self.lines = spoken.into_iter().map(Line::of).collect();
        Ok(())
    }
}

impl Parts for Practice {
    fn parts(&self) -> Vec<(Part, &str)> {
        let mut parts = vec![
            (Part::Title, self.title.as_str()),
            (Part::Opening, &self.opening),
        ];
        for line in &self.lines {
            parts.push((Part::Line, &line.text));
            parts.push((Part::Line, &line.example));
        }
        parts.push((Part::Closing, &self.closing));
        parts
    }
}

impl Line {
    fn of(spoken: Spoken) -> Self {
        let note = spoken.item.note();
        Self {
            who: spoken.who.into(),
            text: spoken.text.into(),
            example: unquote(&note).unwrap_or(&note).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Block, Item, Source, json, read};

    const DRAFT: &str = r#"{"title": "T", "lines": ["Built in"]}"#;

    fn items(texts: &[&str]) -> Source {
        let items = texts.iter().map(|text| Item {
            text: text.to_string(),
            ..Item::default()
        });
        Source::Outline(Outline {
            blocks: vec![Block::List(items.collect())],
            ..Outline::default()
        })
    }

    fn lines(source: &Source) -> (Vec<(String, String)>, Vec<Problem>) {
        let mut notices = Vec::new();
        let content: Practice = read(&json::parse(DRAFT).unwrap(), source, &mut notices).unwrap();
        let lines = content.lines.into_iter().map(|line| (line.who, line.text));
        (lines.collect(), notices)
    }

    #[test]
    fn a_flat_list_gives_lines() {
        let (lines, notices) = lines(&items(&["You never listen.", "Fine."]));
        assert_eq!(lines.len(), 2);
        assert_eq!(lines.first().unwrap().1, "You never listen.");
        assert_eq!(notices, []);
    }

    #[test]
    fn quoted_items_are_the_lines_where_others_are_not() {
        let (lines, notices) = lines(&items(&[
            "“You’re late.”",
            "Silence all evening.",
            "A colleague: “Forget it.”",
        ]));
        let expected = [("", "You’re late."), ("A colleague", "Forget it.")];
        assert_eq!(lines, expected.map(|(who, text)| (who.into(), text.into())));
        assert!(matches!(
            notices.first(),
            Some(Problem::LeftOut { count: 1, .. })
        ));
    }

    #[test]
    fn a_nested_item_is_one_way_to_say_it() {
        let source = Source::Outline(Outline {
            blocks: vec![Block::List(vec![Item {
                text: "“I’m done.”".into(),
                items: vec![Item {
                    text: "“You sound worn out. What happened?”".into(),
                    ..Item::default()
                }],
                ..Item::default()
            }])],
            ..Outline::default()
        });
        let content: Practice =
            read(&json::parse(DRAFT).unwrap(), &source, &mut Vec::new()).unwrap();
        let example = &content.lines.first().unwrap().example;
        assert_eq!(example, "You sound worn out. What happened?");
    }
}
