//! What an owner writes for a *card*: paragraphs, a list perhaps, and links.
//!
//! In HTML a heading is the title, and everything else is what the card holds.

use crate::content::help::OwnLink;
use crate::content::text::words;
use crate::content::{Content, Fields, Outline, Part, Parts, Problem, Read};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Card {
    pub title: String,
    /// One or two sentences above the button.
    pub opening: String,
    /// What is read once the card is open.
    pub text: Vec<String>,
    /// A list below that.
    pub items: Vec<String>,
    pub links: Vec<OwnLink>,
}

impl Content for Card {
    fn kind(&self) -> &'static str {
        "card"
    }

    fn needs_items(&self) -> bool {
        false
    }

    fn take_fields(&mut self, fields: &mut Fields) -> Read {
        fields.set("title", &mut self.title)?;
        fields.set("opening", &mut self.opening)?;
        let mut given = Self::default();
        let mut found = fields.texts("text", &mut given.text)?;
        found |= fields.texts("items", &mut given.items)?;
        found |= fields.list("links", "href", &mut |fields| {
            if let Some(href) = fields.link("href")? {
                let text = fields.text("text")?;
                given.links.push(OwnLink {
                    text: text.unwrap_or_else(|| href.clone()),
                    href,
                });
            }
            Ok(())
        })?;
        if found {
            self.hold(given);
        }
        Ok(())
    }

    fn take_outline(&mut self, outline: &Outline, _: &mut Vec<Problem>) -> Read {
        outline.give_title(&mut self.title);
        let links = &outline.links;
        let is_link = |text: &str| links.iter().any(|link| words(&link.text) == words(text));
        let mut given = Self {
            links: links.clone(),
            ..Self::default()
        };
        // A line that is nothing but a link, perhaps with an arrow, stands among the links.
        let paragraphs = outline.paragraphs().filter(|text| !is_link(text));
        given.text.extend(paragraphs.map(Into::into));
        let items = outline.groups().into_iter().flat_map(|(_, texts)| texts);
        given.items.extend(items.filter(|text| !is_link(text)));
        self.hold(given);
        Ok(())
    }
}

impl Card {
    /// Puts an owner's text in place of the draft's: all of it, since a half of each makes
    /// no card.
    fn hold(&mut self, given: Self) {
        self.text = given.text;
        self.items = given.items;
        self.links = given.links;
    }
}

impl Parts for Card {
    fn parts(&self) -> Vec<(Part, &str)> {
        let mut parts = vec![
            (Part::Title, self.title.as_str()),
            (Part::Opening, &self.opening),
        ];
        let told = self.text.iter().chain(&self.items);
        parts.extend(told.map(|text| (Part::Closing, text.as_str())));
        let links = self.links.iter();
        parts.extend(links.map(|link| (Part::Heading, link.text.as_str())));
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Source, json, read};

    const DRAFT: &str = r#"{"title": "T", "opening": "O", "text": ["D"], "items": ["d"],
        "links": ["https://example.org/d"]}"#;

    /// As the page writes it, with `<` and `>` for its marks.
    fn of_html(html: &str) -> Card {
        let markup = html.replace("</>", "\u{3}").replace('<', "\u{1}");
        let outline = Outline::of_markup(&markup.replace('>', "\u{2}"));
        let source = Source::Outline(outline);
        read(&json::parse(DRAFT).unwrap(), &source, &mut Vec::new()).unwrap()
    }

    #[test]
    fn paragraphs_items_and_links_are_what_it_holds() {
        let card = of_html(
            "<h3>Words</><p>One.</><p>Two, with <a https://example.org/>a link</> in it.</><ul><li>Item</></>",
        );
        assert_eq!(card.title, "Words");
        assert_eq!(card.opening, "O");
        assert_eq!(card.text, ["One.", "Two, with a link in it."]);
        assert_eq!(card.items, ["Item"]);
        let links: Vec<_> = card.links.iter().map(|link| link.href.as_str()).collect();
        assert_eq!(links, ["https://example.org/"]);
    }

    #[test]
    fn a_line_that_is_a_link_is_not_said_twice() {
        let card = of_html("<p>Words.</><p>👉 <a tel:123><b>Read: more</></> →</>");
        assert_eq!(card.text, ["Words."]);
        assert_eq!(card.links.first().unwrap().text, "Read: more");
        assert!(card.items.is_empty(), "the draft's");
    }

    #[test]
    fn json_gives_all_of_it_or_leaves_the_drafts() {
        let own = |written: &str| -> Result<Card, Problem> {
            let draft = json::parse(DRAFT).unwrap();
            read(&draft, &Source::Json(written.into()), &mut Vec::new())
        };
        let card = own(r#"{"title": "Own"}"#).unwrap();
        assert_eq!((card.title.as_str(), card.text.len()), ("Own", 1));
        let card =
            own(r#"{"links": [{"href": "mailto:a@example.org", "text": "Write"}]}"#).unwrap();
        assert_eq!(card.links.first().unwrap().text, "Write");
        assert!(card.text.is_empty());
        assert!(own(r#"{"links": ["javascript:alert(1)"]}"#).is_err());
    }
}
