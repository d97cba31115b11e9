//! How a *card* looks: a button, and what it opens.

use std::rc::Rc;

use super::content::Card;
use super::state::State;
use crate::ui::dom::{View, element, text};
use crate::ui::help::link;
use crate::ui::{
    Frame, Model, Sheet, Status, Weight, all_sheets, block, button, disclosure, paragraph, phrase,
    words,
};
use crate::widgets::{Place, Widget};

/// Draws a *card*.
pub fn card(_: &'static Widget, content: Rc<Card>, place: Place) -> View {
    let status = Status::default();
    let is_finished = |state: &State| state.opened;
    let state = Model::new(&content, State::default(), &place, &status, is_finished, "");
    let shown = block("text", &reading(&content));
    let [open, shown] = disclosure(words::OPEN_CARD, words::CLOSE_CARD, shown);
    open.on(
        "click",
        Rc::new(move || state.act(|state| state.opened = true)),
    );
    let sheet = Sheet::new(&place, false);
    let opening = || paragraph("opening", &content.opening);
    let mut paper = vec![opening()];
    paper.extend(reading(&content));
    sheet.lay(move |_| paper.clone());
    Frame {
        place: &place,
        title: &content.title,
        body: &[opening(), block("buttons", &[open]), shown],
        sheet: &sheet,
        status: &status,
    }
    .view()
}

/// Draws a *booklet*: what prints all other exercises of the page.
pub fn booklet(_: &'static Widget, content: Rc<Card>, place: Place) -> View {
    let told = phrase("small", words::KEPT_BY_OTHERS);
    let print = |label, answers| {
        let page = place.page.clone();
        button(Weight::Plain, label, move || {
            let ready = move || all_sheets(answers);
            page.print_all(Box::new(ready), Box::new(|| all_sheets(false)));
        })
    };
    let buttons = [print(words::ALL_BLANK, false), print(words::ALL_MINE, true)];
    let mut body = vec![paragraph("opening", &content.opening)];
    body.extend(reading(&content));
    body.extend([
        block("buttons", &buttons),
        phrase("small", words::PRIVATE_STAYS_BLANK),
        told,
    ]);
    Frame {
        place: &place,
        title: &content.title,
        body: &body,
        sheet: &Sheet::new(&place, false),
        status: &Status::default(),
    }
    .view()
}

/// What the card holds.
fn reading(content: &Card) -> Vec<View> {
    let mut parts: Vec<View> = content
        .text
        .iter()
        .map(|text| paragraph("", text))
        .collect();
    let list = |items: Vec<View>| element("ul", "").holding(&items);
    if !content.items.is_empty() {
        let items = content.items.iter().map(|item| text("li", "", item));
        parts.push(list(items.collect()));
    }
    if !content.links.is_empty() {
        let links = content.links.iter().map(|own| {
            element("li", "")
                .with("dir", "auto")
                .holding(&[link(&own.href, &own.text)])
        });
        parts.push(list(links.collect()).with("class", "links"));
    }
    parts
}
