//! What an owner writes for a *pause*: what is said before the breath, and the words for
//! feelings that are offered after it.
//!
//! In HTML every item is a word, and headings or nested items split the list into groups.
//! Paragraphs are said before the breath.

use crate::content::{Content, Fields, Groups, Outline, Part, Parts, Problem, Read};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pause {
    pub title: String,
    /// Said before the breath.
    pub opening: String,
    /// Asked after it.
    pub question: String,
    pub groups: Vec<Group>,
    /// Said at the end.
    pub closing: String,
}

/// Words for feelings that are near to each other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// May be empty.
    pub heading: String,
    pub feelings: Vec<String>,
}

impl Group {
    fn all(groups: Groups) -> Vec<Self> {
        let group = |(heading, feelings)| Self { heading, feelings };
        groups.into_iter().map(group).collect()
    }
}

impl Content for Pause {
    fn kind(&self) -> &'static str {
        "pause"
    }

    fn needs_items(&self) -> bool {
        false
    }

    fn take_fields(&mut self, fields: &mut Fields) -> Read {
        fields.set("title", &mut self.title)?;
        fields.set("opening", &mut self.opening)?;
        fields.set("question", &mut self.question)?;
        fields.set("closing", &mut self.closing)?;
        let mend = "Give this group its list of “feelings”.";
        if let Some(groups) = fields.groups("feelings", mend)? {
            self.groups = Group::all(groups);
        }
        Ok(())
    }

    fn take_outline(&mut self, outline: &Outline, _: &mut Vec<Problem>) -> Read {
        outline.give_opening(&mut self.opening);
        let groups = outline.groups();
        if groups.is_empty() {
            outline.give_title(&mut self.title);
            return Ok(());
        }
        self.groups = Group::all(groups);
        Ok(())
    }
}

impl Pause {
    /// All words, through all groups.
    pub fn feelings(&self) -> impl Iterator<Item = &str> {
        let all = self.groups.iter().flat_map(|group| &group.feelings);
        all.map(String::as_str)
    }
}

impl Parts for Pause {
    fn parts(&self) -> Vec<(Part, &str)> {
        let mut parts = vec![
            (Part::Title, self.title.as_str()),
            (Part::Opening, &self.opening),
            (Part::Question, &self.question),
        ];
        for group in &self.groups {
            parts.push((Part::Heading, &group.heading));
            let feelings = group.feelings.iter();
            parts.extend(feelings.map(|feeling| (Part::Sign, feeling.as_str())));
        }
        parts.push((Part::Closing, &self.closing));
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Block, Item, Source, json, read};

    const DRAFT: &str = r#"{"title": "T", "opening": "O", "feelings": ["built in"]}"#;

    fn pause(blocks: Vec<Block>) -> Pause {
        let source = Source::Outline(Outline {
            blocks,
            ..Outline::default()
        });
        read(&json::parse(DRAFT).unwrap(), &source, &mut Vec::new()).unwrap()
    }

    fn list(texts: &[&str]) -> Block {
        let item = |text: &&str| Item {
            text: text.to_string(),
            ..Item::default()
        };
        Block::List(texts.iter().map(item).collect())
    }

    #[test]
    fn headings_split_the_words_into_groups() {
        let content = pause(vec![
            Block::Heading("Small".into()),
            list(&["shy", "unseen"]),
            Block::Heading("Hot".into()),
            list(&["angry"]),
        ]);
        let groups: Vec<_> = content
            .groups
            .iter()
            .map(|group| (group.heading.as_str(), group.feelings.len()))
            .collect();
        assert_eq!(groups, [("Small", 2), ("Hot", 1)]);
        assert_eq!(content.feelings().nth(2), Some("angry"));
        assert_eq!(
            (content.title.as_str(), content.opening.as_str()),
            ("T", "O")
        );
    }

    #[test]
    fn words_alone_are_said_before_the_breath() {
        let content = pause(vec![
            Block::Heading("Own".into()),
            Block::Paragraph("One.".into()),
            Block::Paragraph("Two.".into()),
        ]);
        assert_eq!(
            (content.title.as_str(), content.opening.as_str()),
            ("Own", "One. Two.")
        );
        assert_eq!(content.feelings().collect::<Vec<_>>(), ["built in"]);
    }

    #[test]
    fn json_gives_words_with_and_without_groups() {
        let own = |written: &str| -> Result<Pause, Problem> {
            let draft = json::parse(DRAFT).unwrap();
            read(&draft, &Source::Json(written.into()), &mut Vec::new())
        };
        let content = own(r#"{"question": "Q?", "feelings": ["a", "b"]}"#).unwrap();
        assert_eq!(content.feelings().count(), 2);
        let content = own(r#"{"groups": [{"heading": "H", "feelings": ["a"]}]}"#).unwrap();
        assert_eq!(content.groups.first().unwrap().heading, "H");
        assert!(own(r#"{"groups": ["H"]}"#).is_err());
    }
}
