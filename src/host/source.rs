//! Reads what a place holds into plain values.

use web_sys::{Element, Node as DomNode};

use super::help;
use crate::content::outline::Node;
use crate::content::{Outline, Problem, Source};

/// How deep elements are followed. Editors wrap a handful of times; a page that nests
/// deeper is broken, and following it would overflow the stack.
const MOST_DEPTH: usize = 60;

/// The content of a place: JSON where it holds some, else its HTML, else the draft.
///
/// # Errors
/// [`Problem::TooDeep`].
pub fn read(place: &Element) -> Result<Source, Problem> {
    if let Ok(Some(script)) = place.query_selector("script[type='application/json']") {
        return Ok(Source::Json(script.text_content().unwrap_or_default()));
    }
    let mut lists = 0;
    let nodes = children(place, 0, &mut lists)?;
    let outline = match place.local_name().as_str() {
        "ul" | "ol" => Outline::read_list(&nodes),
        _ => Outline::read(&nodes),
    };
    Ok(match outline.is_empty() {
        true => Source::Draft,
        false => Source::Outline(outline),
    })
}

fn children(parent: &DomNode, depth: usize, lists: &mut usize) -> Result<Vec<Node>, Problem> {
    if depth > MOST_DEPTH {
        return Err(Problem::TooDeep { depth: *lists });
    }
    let mut out = Vec::new();
    let mut next = parent.first_child();
    while let Some(node) = next {
        match node.node_type() {
            DomNode::TEXT_NODE => {
                out.push(Node::Text(node.node_value().unwrap_or_default()));
            }
            DomNode::ELEMENT_NODE => {
                let tag = node.node_name().to_ascii_lowercase();
                let mut below = *lists + usize::from(tag == "ul" || tag == "ol");
                let inner = children(&node, depth + 1, &mut below)?;
                out.push(Node::Element(tag, inner));
            }
            _ => {}
        }
        next = node.next_sibling();
    }
    Ok(out)
}

/// One below the last heading before the place, or what `data-heading-level` says.
pub fn heading_level(place: &Element) -> u8 {
    let told = place
        .get_attribute("data-heading-level")
        .and_then(|level| level.parse().ok());
    let level = told.unwrap_or_else(|| last_heading_before(place).map_or(2, |level| level + 1));
    level.clamp(2, 6)
}

fn last_heading_before(place: &Element) -> Option<u8> {
    let headings = place
        .owner_document()?
        .query_selector_all("h1,h2,h3,h4,h5,h6")
        .ok()?;
    let mut level = None;
    for i in 0..headings.length() {
        let heading = headings.get(i)?;
        let position = place.compare_document_position(&heading);
        if position & DomNode::DOCUMENT_POSITION_PRECEDING == 0 {
            break;
        }
        level = heading.node_name().bytes().nth(1).map(|digit| digit - b'0');
    }
    level
}

/// The region whose help is shown: `data-region` of the place, else the language of
/// the text around it. Never looked up from an address.
pub fn region(place: &Element) -> Option<String> {
    let attribute = |name: &str| {
        let with = place.closest(&["[", name, "]"].concat()).ok().flatten()?;
        with.get_attribute(name)
    };
    attribute("data-region")
        .or_else(|| attribute("lang"))
        .and_then(|tag| help::region(&tag))
}
