//! The help block: whom a reader can turn to. Always in view in private exercises;
//! opened elsewhere when a text suggests danger.

use std::rc::Rc;

use super::dom::{View, element};
use super::words::{self, Word};
use super::{block, paragraph, phrase};
use crate::coach::{Answer, Ask};
use crate::content::Json;
use crate::content::help::{OwnLink, telephone};
use crate::widgets::Place;

/// Draws the help for a region under `title`, with the directories for everywhere else.
/// `first` names a list of the region that comes before its other lines.
pub fn help_block(title: Word, region: Option<&str>, first: &str, own: Option<&OwnLink>) -> View {
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
    let in_region = |name: &str| found.map_or(&[][..], |region| region.at(name).list());
    let lines = element("ul", "");
    let all = in_region(first).iter().chain(in_region("lines"));
    for entry in all.chain(help.at("elsewhere").list()) {
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

/// The help where somebody's own words suggest danger.
pub fn danger_help(place: &Place) -> View {
    help_block(words::HELP_FOR_DANGER, place.region.as_deref(), "", None)
}

/// Fetches the coach with the first focus in a box: it will be there when it is asked, and
/// whether it is fetched tells nothing about what is written.
pub fn warm_coach(place: &Place, area: &View) {
    let page = place.page.clone();
    area.on(
        "focus",
        Rc::new(move || page.coach(&Ask::default(), Box::new(|_| ()))),
    );
}

/// Asks the coach whether the reader's own words suggest danger, and calls `found` if they do.
pub fn ask_about_danger(place: &Place, own: &str, found: impl FnOnce() + 'static) {
    if own.trim().is_empty() {
        return;
    }
    let ask = Ask {
        line: own.into(),
        ..Ask::default()
    };
    let done = move |answer: Option<Answer>| {
        if answer.is_some_and(|answer| answer.help) {
            found();
        }
    };
    place.page.coach(&ask, Box::new(done));
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
