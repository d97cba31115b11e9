//! The help block: whom a reader can turn to. Always in view in private exercises;
//! opened elsewhere when a text suggests danger.

use super::dom::{View, element, text};
use super::{block, paragraph, words};
use crate::content::help::{Line, OwnLink, help};

/// Draws the help for a region under `title`.
pub fn help_block(title: &str, region: Option<&str>, own: Option<&OwnLink>) -> View {
    let help = help(region);
    let dates = || help.lines.iter().map(|line| line.checked.as_str());
    let checked = words::checked(dates().min().unwrap_or(""), dates().max().unwrap_or(""));
    let urgent = match help.emergency.as_str() {
        "" => paragraph("", words::IN_DANGER_LOCAL),
        number => {
            let words = [words::IN_DANGER, " "].concat();
            let call = link(&["tel:", number].concat(), number);
            element("p", "").holding(&[text("span", "", &words), call])
        }
    };
    let lines: Vec<View> = help.lines.iter().map(line).collect();
    let block = block(
        "help",
        &[
            paragraph("help-title", title),
            urgent,
            element("ul", "").holding(&lines),
            paragraph("small", &[words::CALLS_SHOW, " ", &checked].concat()),
        ],
    );
    match own {
        Some(own) => block.holding(&[element("p", "small").holding(&[link(&own.href, &own.text)])]),
        None => block,
    }
}

fn line(line: &Line) -> View {
    let item = element("li", "");
    if line.call.is_empty() {
        return item.holding(&[link(&line.href, &line.name)]);
    }
    item.holding(&[
        text("span", "", &[&line.name, ": "].concat()),
        link(&line.target(), &line.call),
        text("span", "", &[" ", &line.more].concat()),
    ])
}

/// A link without a referrer: where the reader comes from is nobody's business.
fn link(href: &str, words: &str) -> View {
    text("a", "", words)
        .with("href", href)
        .with("rel", "noreferrer noopener")
}
