//! The help block: whom a reader can turn to. Always in view in private exercises;
//! opened elsewhere when a text suggests danger.

use std::rc::Rc;

use super::dom::{View, element, text};
use super::words::{self, Word};
use super::{block, paragraph, phrase};
use crate::coach::{Answer, Ask};
use crate::content::Json;
use crate::content::help::{self, OwnLink, telephone};
use crate::content::text::cut;
use crate::widgets::{Page, Place};

/// Draws the help for a region under `title`, and below it what is there for everybody.
/// `first` names a list of the region that comes before its other lines.
pub fn help_block(title: Word, region: Option<&str>, first: &str, own: Option<&OwnLink>) -> View {
    let all = words::help();
    let regions = all.at("regions").list();
    let here = regions
        .iter()
        .find(|one| {
            help::region(&one.at("region").text().to_ascii_uppercase()).as_deref() == region
        })
        .unwrap_or(all);
    let urgent = match here.at("emergency").text() {
        "" => phrase("", words::IN_DANGER_LOCAL),
        number => around("p", &words::in_danger(), call(number)),
    };
    let lines = element("ul", "");
    let mut calls = false;
    let entries = here.at(first).list().iter();
    let entries = entries.chain(here.at("lines").list());
    for entry in entries.chain(all.at("elsewhere").list()) {
        calls |= !entry.at("call").text().is_empty();
        let _ = lines.clone().holding(&[line(entry)]);
    }
    let mut parts = vec![phrase("help-title", title), urgent, lines];
    match here.at("checked").text() {
        "" if calls => parts.push(phrase("small", words::CALLS_SHOW_ONLY)),
        "" => {}
        day => parts.push(paragraph("small", &words::calls_show(day))),
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
pub fn ask_about_danger(page: &dyn Page, own: &str, found: Box<dyn FnOnce()>) {
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
    page.coach(&ask, Box::new(done));
}

fn line(line: &Json) -> View {
    let [name, number, more, href] =
        ["name", "call", "more", "href"].map(|field| line.at(field).text());
    match (number, href) {
        // An owner's heading above the lines that follow: an object, or a text alone.
        ("", "") if name.is_empty() => text("li", "", line.text()),
        ("", "") => text("li", "", name),
        ("", href) => directed("li").holding(&[link(href, name)]),
        (number, _) => around("li", &words::help_line(name, more), call(number)),
    }
}

fn call(number: &str) -> View {
    link(&telephone(number), number)
}

/// A sentence with a link in it.
fn around(tag: &str, sentence: &str, link: View) -> View {
    let (before, after) = cut(sentence, words::LINK).unwrap_or((sentence, ""));
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
pub fn link(href: &str, words: &str) -> View {
    plain("a", words)
        .with("href", href)
        .with("rel", "noreferrer noopener")
}
