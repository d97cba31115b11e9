//! The help block: whom a reader can turn to. Always in view in private exercises;
//! opened elsewhere when a text suggests danger.

use super::dom::{View, element};
use super::words::{self, Word};
use super::{block, paragraph, phrase};
use crate::content::Json;
use crate::content::help::{OwnLink, telephone};

/// Draws the help for a region under `title`, with the directories for everywhere else.
pub fn help_block(title: Word, region: Option<&str>, own: Option<&OwnLink>) -> View {
    let help = words::help();
    let regions = help.at("regions").list();
    let found = regions
        .iter()
        .find(|one| Some(one.at("region").text()) == region);
    let urgent = match found {
        None => phrase("", words::IN_DANGER_LOCAL),
        Some(region) => {
            let number = region.at("emergency").text();
            let call = link(&telephone(number), number);
            around("p", &words::in_danger(), call)
        }
    };
    let own_lines = found.map_or(&[][..], |region| region.at("lines").list());
    let lines = element("ul", "");
    for entry in own_lines.iter().chain(help.at("elsewhere").list()) {
        let _ = lines.clone().holding(&[line(entry)]);
    }
    let mut parts = vec![phrase("help-title", title), urgent, lines];
    if let Some(region) = found {
        let checked = words::calls_show(region.at("checked").text());
        parts.push(paragraph("small", &checked));
    }
    parts.extend(own.map(own_link));
    block("help", &parts)
}

/// An owner's own link, in a line by itself.
pub fn own_link(own: &OwnLink) -> View {
    directed("p")
        .with("class", "small")
        .holding(&[link(&own.href, &own.text)])
}

fn line(line: &Json) -> View {
    let [name, call, more, href] =
        ["name", "call", "more", "href"].map(|field| line.at(field).text());
    if call.is_empty() {
        return directed("li").holding(&[link(href, name)]);
    }
    let call = link(&telephone(call), call);
    around("li", &words::help_line(name, more), call)
}

/// A sentence with a link in it.
fn around(tag: &str, sentence: &str, link: View) -> View {
    let (before, after) = sentence.split_once(words::LINK).unwrap_or((sentence, ""));
    let [before, after] = [before, after].map(|words| plain("span", words));
    directed(tag).holding(&[before, link, after])
}

/// An element whose direction follows all the words in it, as long as its parts have none
/// of their own.
fn directed(tag: &str) -> View {
    element(tag, "").with("dir", "auto")
}

fn plain(tag: &str, words: &str) -> View {
    let view = element(tag, "");
    view.set_text(words);
    view
}

/// A link without a referrer: where the reader comes from is nobody's business.
fn link(href: &str, words: &str) -> View {
    plain("a", words)
        .with("href", href)
        .with("rel", "noreferrer noopener")
}
