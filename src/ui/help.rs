//! The help block: whom a reader can turn to. Always in view in private exercises;
//! opened elsewhere when a text suggests danger.

use super::dom::{View, element, text};
use super::words::{self, Word};
use super::{block, paragraph, phrase};
use crate::content::help::{CHECKED, ELSEWHERE, Line, OwnLink, help};

/// Draws the help for a region under `title`, with the directories for everywhere else.
pub fn help_block(title: Word, region: Option<&str>, own: Option<&OwnLink>) -> View {
    let help = help(region);
    let urgent = match help {
        None => phrase("", words::IN_DANGER_LOCAL),
        Some(region) => {
            let call = link(&["tel:", region.emergency].concat(), region.emergency);
            around("p", &words::in_danger(), call)
        }
    };
    let own_lines = help.map_or(&[][..], |region| region.lines);
    let lines = element("ul", "");
    for list in [own_lines, ELSEWHERE] {
        for entry in list {
            let _ = lines.clone().holding(&[line(entry)]);
        }
    }
    let mut parts = vec![phrase("help-title", title), urgent, lines];
    if help.is_some() {
        parts.push(paragraph("small", &words::calls_show(CHECKED)));
    }
    if let Some(own) = own {
        parts.push(element("p", "small").holding(&[link(&own.href, &own.text)]));
    }
    block("help", &parts)
}

fn line(line: &Line) -> View {
    if line.call.is_empty() {
        return element("li", "").holding(&[link(line.href, line.name)]);
    }
    let call = link(&line.target(), line.call);
    around("li", &words::help_line(line.name, line.more), call)
}

/// A sentence with a link in it.
fn around(tag: &str, sentence: &str, link: View) -> View {
    let (before, after) = sentence.split_once(words::LINK).unwrap_or((sentence, ""));
    let [before, after] = [before, after].map(|words| text("span", "", words));
    element(tag, "").holding(&[before, link, after])
}

/// A link without a referrer: where the reader comes from is nobody's business.
fn link(href: &str, words: &str) -> View {
    text("a", "", words)
        .with("href", href)
        .with("rel", "noreferrer noopener")
}
