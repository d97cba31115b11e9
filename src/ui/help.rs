//! The help block: whom a reader can turn to. Always in view in private exercises;
//! opened elsewhere when a text suggests danger.

use super::dom::{View, element, text};
use super::{block, paragraph, words};
use crate::content::help::{CHECKED, ELSEWHERE, Line, OwnLink, help};

/// Draws the help for a region under `title`, with the directories for everywhere else.
pub fn help_block(title: &str, region: Option<&str>, own: Option<&OwnLink>) -> View {
    let help = help(region);
    let urgent = match help {
        None => paragraph("", words::IN_DANGER_LOCAL),
        Some(region) => {
            let words = [words::IN_DANGER, " "].concat();
            let call = link(&["tel:", region.emergency].concat(), region.emergency);
            element("p", "").holding(&[text("span", "", &words), call])
        }
    };
    let own_lines = help.map_or(&[][..], |region| region.lines);
    let lines = element("ul", "");
    for list in [own_lines, ELSEWHERE] {
        for entry in list {
            let _ = lines.clone().holding(&[line(entry)]);
        }
    }
    let mut parts = vec![paragraph("help-title", title), urgent, lines];
    if help.is_some() {
        let checked = [words::CALLS_SHOW, " ", CHECKED, "."].concat();
        parts.push(paragraph("small", &checked));
    }
    if let Some(own) = own {
        parts.push(element("p", "small").holding(&[link(&own.href, &own.text)]));
    }
    block("help", &parts)
}

fn line(line: &Line) -> View {
    let item = element("li", "");
    if line.call.is_empty() {
        return item.holding(&[link(line.href, line.name)]);
    }
    item.holding(&[
        text("span", "", &[line.name, ": "].concat()),
        link(&line.target(), line.call),
        text("span", "", &[" ", line.more].concat()),
    ])
}

/// A link without a referrer: where the reader comes from is nobody's business.
fn link(href: &str, words: &str) -> View {
    text("a", "", words)
        .with("href", href)
        .with("rel", "noreferrer noopener")
}
