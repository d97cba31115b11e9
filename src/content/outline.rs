//! The grammar of an owner's HTML: headings, paragraphs and nested lists.
//!
//! The page gives its HTML as a tree of [`Node`]s; [`Outline::read`] keeps what it means
//! and drops how it was wrapped. Editors add `<p>`, `<br>`, `<strong>`, `<div>` and
//! list-item blocks; none of that changes what is read. Scripts and styles are
//! not text and are never read.

use super::help::OwnLink;
use super::problem::{Problem, Read};
use super::text::{self, MOST_CHARS, MOST_DEPTH, MOST_ITEMS, cut, join};

/// A piece of the page, as far as the grammar needs it.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Text(String),
    /// The tag's name in small letters, for a link with its address behind a space; and what
    /// it holds.
    Element(String, Vec<Node>),
}

/// What an owner's HTML says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    pub blocks: Vec<Block>,
    /// All links in it, in order.
    pub links: Vec<OwnLink>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<Item>),
}

/// What somebody says, in an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spoken<'a> {
    /// Who says it; may be empty.
    pub who: &'a str,
    /// Without its quotation marks.
    pub text: &'a str,
    pub item: &'a Item,
}

/// One item of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Item {
    /// Its first line.
    pub text: String,
    /// Lines after a `<br>` or in paragraphs of their own.
    pub more: Vec<String>,
    /// The items nested below it.
    pub items: Vec<Item>,
}

impl Item {
    /// All its lines as one.
    pub fn lines(&self) -> String {
        let mut lines = vec![self.text.as_str()];
        lines.extend(self.more.iter().map(String::as_str));
        join(&lines, " ")
    }

    /// Its lines but the first, as one.
    pub fn further(&self) -> String {
        let further: Vec<&str> = self.more.iter().map(String::as_str).collect();
        join(&further, " ")
    }

    /// A note on this item: its further lines, else its nested items, joined.
    pub fn note(&self) -> String {
        let nested = self.items.iter().map(|item| &item.text);
        let all: Vec<&str> = self.more.iter().chain(nested).map(String::as_str).collect();
        join(&all, " ")
    }
}

/// Texts below headings, which may be empty.
pub type Groups = Vec<(String, Vec<String>)>;

impl Outline {
    /// Reads the children of a place.
    pub fn read(nodes: &[Node]) -> Self {
        let mut reader = Reader::default();
        reader.nodes(nodes);
        reader.end_paragraph();
        Self {
            blocks: reader.blocks,
            links: Vec::new(),
        }
    }

    /// Reads a place as `host/page.js` writes it: U+0001 TAG U+0002 opens an element,
    /// U+0003 closes it, everything else is text.
    pub fn of_markup(markup: &str) -> Self {
        let nodes = nodes(&mut markup.split_inclusive(['\u{1}', '\u{2}', '\u{3}']));
        let mut outline = Self::read(&nodes);
        links(&nodes, &mut outline.links);
        outline
    }

    /// Nothing but white space stands in the place.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The lists, in order.
    pub fn lists(&self) -> Vec<&[Item]> {
        let lists = self.blocks.iter().filter_map(|block| match block {
            Block::List(items) => Some(items.as_slice()),
            _ => None,
        });
        lists.collect()
    }

    /// The items of all lists, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.lists().into_iter().flatten()
    }

    /// The texts of all items, in groups: each with its heading, which may be empty. Headings
    /// split a list, and items nested below an item stand in its group.
    pub fn groups(&self) -> Groups {
        let mut groups = Vec::new();
        let mut heading = String::new();
        for block in &self.blocks {
            match block {
                Block::Heading(text) => heading = text.clone(),
                Block::Paragraph(_) => {}
                Block::List(items) => take_group(&mut groups, &mut heading, items),
            }
        }
        groups
    }

    /// The first heading, when it is the only one: it names the exercise.
    pub fn title(&self) -> Option<&str> {
        let mut headings = self.blocks.iter().filter_map(|block| match block {
            Block::Heading(text) => Some(text.as_str()),
            _ => None,
        });
        headings.next().filter(|_| headings.next().is_none())
    }

    /// Puts the title into a content that has another one, where there is one.
    pub fn give_title(&self, title: &mut String) {
        if let Some(own) = self.title() {
            *title = own.into();
        }
    }

    /// Puts the paragraphs into a content as what it opens with, where there are some.
    pub fn give_opening(&self, opening: &mut String) {
        let own = self.text();
        if !own.is_empty() {
            *opening = own;
        }
    }

    /// The paragraphs outside lists, as one text.
    pub fn text(&self) -> String {
        join(&self.paragraphs().collect::<Vec<_>>(), " ")
    }

    /// The paragraphs outside lists.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Checks the limits that hold for every kind.
    ///
    /// # Errors
    /// [`Problem::TooMany`], [`Problem::TooDeep`], [`Problem::TooLong`], and
    /// [`Problem::NoItems`] where the kind needs some.
    pub fn check(&self, needs_items: bool) -> Read {
        if needs_items && self.items().next().is_none() {
            return Err(Problem::NoItems.into());
        }
        for block in &self.blocks {
            match block {
                Block::Heading(text) | Block::Paragraph(text) => check_text(text)?,
                Block::List(items) => check_items(items, 1)?,
            }
        }
        Ok(())
    }
}

/// The items of some lists that somebody says. When some are in quotation marks and others
/// aren't, only the quoted ones; how many others there are comes along.
pub fn spoken<'a>(lists: &[&'a [Item]]) -> (Vec<Spoken<'a>>, usize) {
    let mut quoted = Vec::new();
    let mut plain = Vec::new();
    let items = lists.iter().copied().flatten();
    for item in items.filter(|item| !item.text.is_empty()) {
        let found = text::speaker(&item.text).or_else(|| Some(("", text::unquote(&item.text)?)));
        let (who, text) = found.unwrap_or(("", &item.text));
        let to = if found.is_some() {
            &mut quoted
        } else {
            &mut plain
        };
        to.push(Spoken { who, text, item });
    }
    match quoted.is_empty() {
        true => (plain, 0),
        false => (quoted, plain.len()),
    }
}

fn take_group(groups: &mut Groups, heading: &mut String, items: &[Item]) {
    for item in items {
        if !item.items.is_empty() {
            take_group(groups, &mut item.text.clone(), &item.items);
            continue;
        }
        let text = item.lines();
        match groups.last_mut() {
            Some((_, texts)) if heading.is_empty() => texts.push(text),
            _ => groups.push((std::mem::take(heading), vec![text])),
        }
    }
}

fn check_items(items: &[Item], depth: usize) -> Read {
    if depth > MOST_DEPTH && !items.is_empty() {
        return Err(Problem::TooDeep {
            depth: depth - 1 + deepest(items),
        }
        .into());
    }
    if items.len() > MOST_ITEMS {
        return Err(Problem::TooMany { found: items.len() }.into());
    }
    for item in items {
        check_text(&item.text)?;
        for line in &item.more {
            check_text(line)?;
        }
        check_items(&item.items, depth + 1)?;
    }
    Ok(())
}

fn deepest(items: &[Item]) -> usize {
    items
        .iter()
        .map(|item| 1 + deepest(&item.items))
        .max()
        .unwrap_or(0)
}

fn check_text(text: &str) -> Read {
    let chars = text.chars().count();
    if chars > MOST_CHARS {
        return Err(Problem::TooLong {
            begins: text::beginning(text),
            chars,
        }
        .into());
    }
    Ok(())
}

/// Reads until the element is closed that these pieces stand in.
fn nodes<'a>(pieces: &mut impl Iterator<Item = &'a str>) -> Vec<Node> {
    let mut out = Vec::new();
    while let Some(piece) = pieces.next() {
        let text = piece.trim_end_matches(['\u{1}', '\u{2}', '\u{3}']);
        if piece.ends_with('\u{2}') {
            out.push(Node::Element(text.into(), nodes(pieces)));
            continue;
        }
        if !text.is_empty() {
            out.push(Node::Text(text.into()));
        }
        if piece.ends_with('\u{3}') {
            break;
        }
    }
    out
}

/// The links with words in them.
fn links(nodes: &[Node], into: &mut Vec<OwnLink>) {
    for node in nodes {
        let Node::Element(tag, children) = node else {
            continue;
        };
        if let Some((_, href)) = cut(tag, ' ') {
            let mut inner = Reader::default();
            inner.nodes(children);
            let text = text::clean(&inner.running);
            if !text.is_empty() {
                into.push(OwnLink {
                    text,
                    href: href.into(),
                });
            }
        }
        links(children, into);
    }
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// Running text that no element has ended yet.
    running: String,
}

impl Reader {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Text(text) => self.running.push_str(text),
                Node::Element(tag, children) => self.element(tag, children),
            }
        }
    }

    fn element(&mut self, tag: &str, children: &[Node]) {
        match cut(tag, ' ').map_or(tag, |(tag, _)| tag) {
            "script" | "style" | "template" | "noscript" | "svg" | "iframe" | "object"
            | "select" | "textarea" | "button" => {}
            "br" | "hr" => self.end_paragraph(),
            // The place is itself a list.
            "li" => {
                self.end_paragraph();
                let item = item(children);
                match self.blocks.last_mut() {
                    Some(Block::List(items)) => items.extend(item),
                    _ => self.blocks.extend(item.map(|item| Block::List(vec![item]))),
                }
            }
            "ul" | "ol" | "menu" => {
                self.end_paragraph();
                let items = items(children);
                if !items.is_empty() {
                    self.blocks.push(Block::List(items));
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_paragraph();
                let mut inner = Reader::default();
                inner.nodes(children);
                let text = text::clean(&inner.running);
                if !text.is_empty() {
                    self.blocks.push(Block::Heading(text));
                }
            }
            tag if is_inline(tag) => self.nodes(children),
            _ => {
                self.end_paragraph();
                self.nodes(children);
                self.end_paragraph();
            }
        }
    }

    fn end_paragraph(&mut self) {
        let text = text::clean(&self.running);
        self.running.clear();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(text));
        }
    }
}

/// Elements that run on within a line. Every other one ends the line.
fn is_inline(tag: &str) -> bool {
    [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
    .contains(&tag)
}

fn items(nodes: &[Node]) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    for node in nodes {
        match node {
            Node::Element(tag, children) if tag == "li" => out.extend(item(children)),
            // A list that stands straight in a list belongs to the item before it.
            Node::Element(tag, children) if ["ul", "ol", "menu"].contains(&tag.as_str()) => {
                let nested = items(children);
                match out.last_mut() {
                    Some(last) => last.items.extend(nested),
                    None => out.extend(nested),
                }
            }
            // Editors wrap items in blocks of their own.
            Node::Element(tag, children) if tag != "script" && tag != "style" => {
                out.extend(items(children));
            }
            _ => {}
        }
    }
    out
}

fn item(children: &[Node]) -> Option<Item> {
    let mut item = Item::default();
    for block in Outline::read(children).blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) if item.text.is_empty() => {
                item.text = text;
            }
            Block::Heading(text) | Block::Paragraph(text) => item.more.push(text),
            Block::List(items) => item.items.extend(items),
        }
    }
    (!item.text.is_empty() || !item.items.is_empty()).then_some(item)
}
