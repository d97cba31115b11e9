//! What an owner writes for a *reflection*: signs to notice, perhaps in groups, and
//! the closing text that everybody gets.
//!
//! In HTML every item is a sign, and headings split the list into groups. Items
//! nested below an item are signs too, and that item is their heading.

use crate::content::help::OwnLink;
use crate::content::{Content, Fields, Groups, Outline, Part, Parts, Problem, Read};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reflection {
    pub title: String,
    /// One or two sentences above the list, once it is open.
    pub opening: String,
    pub groups: Vec<Group>,
    /// The same for everybody, whatever was noticed.
    pub closing: Vec<String>,
    /// The label of the box for the reader's own words; may be empty.
    pub own_label: String,
    /// Stands below everything, before and after; may be empty.
    pub footer: String,
    /// The name of a list of help that belongs to what is looked at, as `help.json` has it.
    pub help: String,
    /// The owner's own link, last and smaller.
    pub link: Option<OwnLink>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// May be empty.
    pub heading: String,
    pub signs: Vec<String>,
}

impl Group {
    fn all(groups: Groups) -> Vec<Self> {
        let group = |(heading, signs)| Self { heading, signs };
        groups.into_iter().map(group).collect()
    }
}

impl Content for Reflection {
    fn kind(&self) -> &'static str {
        "reflection"
    }

    fn take_fields(&mut self, fields: &mut Fields) -> Read {
        fields.set("title", &mut self.title)?;
        fields.set("opening", &mut self.opening)?;
        let mend = "Give this group its list of “signs”.";
        if let Some(groups) = fields.groups("signs", mend)? {
            self.groups = Group::all(groups);
        }
        fields.texts("closing", &mut self.closing)?;
        fields.set("ownLabel", &mut self.own_label)?;
        fields.set("footer", &mut self.footer)?;
        fields.set("help", &mut self.help)?;
        if let Some(link) = OwnLink::take(fields)? {
            self.link = Some(link);
        }
        Ok(())
    }

    fn take_outline(&mut self, outline: &Outline, _: &mut Vec<Problem>) -> Read {
        // What an owner explains above her list belongs to the post.
        let groups = outline.groups();
        if groups.is_empty() {
            return Err(Problem::NoItems.into());
        }
        self.groups = Group::all(groups);
        Ok(())
    }
}

impl Parts for Reflection {
    fn parts(&self) -> Vec<(Part, &str)> {
        let mut parts = vec![
            (Part::Title, self.title.as_str()),
            (Part::Opening, &self.opening),
        ];
        for group in &self.groups {
            parts.push((Part::Heading, &group.heading));
            parts.extend(group.signs.iter().map(|sign| (Part::Sign, sign.as_str())));
        }
        parts.push((Part::Question, &self.own_label));
        let closing = self.closing.iter().chain([&self.footer]);
        parts.extend(closing.map(|text| (Part::Closing, text.as_str())));
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Block, Item, Source, json, read};

    const DRAFT: &str = r#"{"title": "T", "signs": ["Built in"], "closing": ["C"]}"#;

    fn item(text: &str, items: Vec<Item>) -> Item {
        Item {
            text: text.into(),
            items,
            ..Item::default()
        }
    }

    fn groups(blocks: Vec<Block>) -> Vec<(String, Vec<String>)> {
        let source = Source::Outline(Outline {
            blocks,
            ..Outline::default()
        });
        let content: Reflection =
            read(&json::parse(DRAFT).unwrap(), &source, &mut Vec::new()).unwrap();
        assert_eq!(content.closing, ["C"]);
        content
            .groups
            .into_iter()
            .map(|group| (group.heading, group.signs))
            .collect()
    }

    #[test]
    fn a_flat_list_is_one_group() {
        let list = Block::List(vec![item("one", vec![]), item("two", vec![])]);
        assert_eq!(
            groups(vec![list]),
            [(String::new(), vec!["one".into(), "two".into()])]
        );
    }

    #[test]
    fn headings_split_a_checklist() {
        let list = |text| Block::List(vec![item(text, vec![])]);
        let found = groups(vec![
            Block::Heading("At home".into()),
            Block::Paragraph("An explanation.".into()),
            list("one"),
            Block::Heading("Elsewhere".into()),
            list("two"),
            list("three"),
        ]);
        assert_eq!(
            found,
            [
                ("At home".into(), vec!["one".into()]),
                ("Elsewhere".into(), vec!["two".into(), "three".into()]),
            ]
        );
    }

    #[test]
    fn nested_items_are_signs_below_a_heading() {
        let list = vec![
            item("first", vec![]),
            item("At home", vec![item("one", vec![]), item("two", vec![])]),
        ];
        assert_eq!(
            groups(vec![Block::List(list)]),
            [
                (String::new(), vec!["first".into()]),
                ("At home".into(), vec!["one".into(), "two".into()]),
            ]
        );
    }

    #[test]
    fn json_gives_groups_and_the_owners_link() {
        let written = r#"{"groups": [{"heading": "H", "signs": ["s"]}],
            "closing": ["a", "b"], "ownLabel": "O", "footer": "F", "help": "children", "link": "https://example.org/", "linkText": "Write to me"}"#;
        let content: Reflection = read(
            &json::parse(DRAFT).unwrap(),
            &Source::Json(written.into()),
            &mut Vec::new(),
        )
        .unwrap();
        assert_eq!(content.groups.first().unwrap().heading, "H");
        assert_eq!(content.closing, ["a", "b"]);
        assert_eq!(content.link.unwrap().text, "Write to me");
        assert_eq!([content.own_label, content.footer], ["O", "F"]);
        assert_eq!(content.help, "children");
        let bad = r#"{"link": "javascript:alert(1)"}"#;
        assert!(
            read::<Reflection>(
                &json::parse(DRAFT).unwrap(),
                &Source::Json(bad.into()),
                &mut Vec::new()
            )
            .is_err()
        );
    }
}
