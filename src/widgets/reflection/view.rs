//! How a *reflection* looks: closed at first, help always in view, one closing for all.

use std::rc::Rc;

use super::content::Reflection;
use super::state::{Mark, State};
use crate::content::text::{concat, number};
use crate::ui::dom::{View, element, live, text};
use crate::ui::help::{danger_help, help_block, own_link, warm_coach};
use crate::ui::words::Word;
use crate::ui::{
    Answer, Frame, Model, Radios, Sheet, Status, TextBox, Weight, block, button, paragraph, phrase,
    step_heading, tick, words, written,
};
use crate::widgets::{Place, Widget};

const MARKS: [Word; 3] = [words::I_NOTICE, words::NOT_SURE, words::RATHER_NOT];

/// What every part of the view needs.
struct Parts {
    content: Rc<Reflection>,
    private: bool,
    state: Rc<Model<Reflection, State>>,
    /// The reader's own words stay in their box.
    own: TextBox,
    sheet: Sheet,
    status: Status,
    place: Place,
}

/// What takes the focus where the list opens.
const FOCUS: &str = ".opening";

/// Draws a *reflection*.
pub fn reflection(widget: &'static Widget, content: Rc<Reflection>, place: Place) -> View {
    let private = widget.private;
    let status = Status::default();
    let is_finished = |state: &State| state.finished;
    let state = State::new(!private);
    let state = Model::new(&content, state, &place, &status, is_finished, FOCUS);
    let parts = Rc::new(Parts {
        private,
        state: Rc::new(state),
        own: TextBox::new(&place, "own", own_label(&content), ""),
        sheet: Sheet::new(&place, private),
        status,
        place,
        content,
    });
    let is_open = |parts: &Parts| usize::from(parts.state.follow(|state| state.open));
    let screen = live(&parts, is_open, |parts| {
        let step = match parts.state.with(|state| state.open) {
            true => parts.list(),
            false => parts.door(),
        };
        vec![block("step", &step)]
    });
    let paper = parts.clone();
    parts.sheet.lay(move |answers| paper.paper(answers));
    let mut body = Vec::new();
    if private {
        body.push(block("leave", &[parts.leave()]));
        body.extend(parts.place.framed.as_deref().map(out_of_frame));
    }
    body.push(screen);
    body.push(match private {
        true => parts.help(),
        false => parts.help_for_danger(),
    });
    body.push(paragraph("small", &parts.content.footer));
    Frame {
        place: &parts.place,
        title: &parts.content.title,
        body: &body,
        sheet: &parts.sheet,
        status: &parts.status,
    }
    .view()
}

/// What the reader's own words are about.
fn own_label(content: &Reflection) -> &str {
    match content.own_label.as_str() {
        "" => words::OWN_WORDS.text(),
        label => label,
    }
}

/// In a frame, leaving would leave the page around it where it is: a link takes that
/// one away first.
fn out_of_frame(address: &str) -> View {
    let mut parts = vec![phrase("", words::FRAMED)];
    if !address.is_empty() {
        let open = text("a", "", words::OPEN_ALONE.text());
        parts.push(open.with("href", address).with("target", "_top"));
    }
    block("framed", &parts)
}

impl Parts {
    /// What is seen before the list is opened.
    fn door(self: &Rc<Self>) -> Vec<View> {
        let open = |state: &mut State, _: &Reflection| state.open = true;
        let open = self.state.go(Weight::Plain, words::OPEN_PRIVATE, open);
        vec![
            phrase("opening", words::SOMEBODY_MAY_SEE),
            block("buttons", &[open]),
        ]
    }

    fn list(self: &Rc<Self>) -> Vec<View> {
        let opening = paragraph("opening", &self.content.opening);
        let mut parts = vec![opening.with("tabindex", "-1")];
        let mut sign = 0;
        for group in &self.content.groups {
            let mut signs = Vec::new();
            for text in &group.signs {
                signs.push(match self.private {
                    true => self.sign(sign, text),
                    false => self.tick(sign, text),
                });
                sign += 1;
            }
            if self.private {
                parts.extend(headed(&group.heading));
                parts.extend(signs);
            } else {
                let legend = match group.heading.as_str() {
                    "" => text("legend", "unseen", &self.content.title),
                    heading => text("legend", "", heading),
                };
                let ticks = element("fieldset", "").holding(&[legend]);
                parts.push(ticks.holding(&signs));
            }
        }
        parts.push(self.own.view.clone());
        self.buttons(&mut parts);
        let is_finished = |parts: &Self| usize::from(parts.state.follow(|state| state.finished));
        parts.push(live(self, is_finished, |parts| {
            match parts.state.with(|state| state.finished) {
                true => vec![parts.end()],
                false => Vec::new(),
            }
        }));
        if self.private {
            parts.push(phrase("small", words::LEAVE_HOW));
        }
        parts.push(phrase("small", words::STAYS_HERE));
        parts
    }

    /// Where nothing is private, help comes when the reader's own words speak of danger.
    fn help_for_danger(self: &Rc<Self>) -> View {
        warm_coach(&self.place, &self.own.area);
        let parts = self.clone();
        let ask = move || {
            let own = parts.own.area.value();
            parts
                .state
                .ask_about_danger(&own, |state| state.help = true);
        };
        self.own.area.on("change", Rc::new(ask));
        let has_help = |parts: &Self| usize::from(parts.state.follow(|state| state.help));
        live(self, has_help, |parts| {
            match parts.state.with(|state| state.help) {
                true => vec![danger_help(&parts.place)],
                false => Vec::new(),
            }
        })
    }

    fn tick(self: &Rc<Self>, sign: usize, text: &str) -> View {
        let (parts, ticked) = (self.clone(), self.clone());
        tick(
            text,
            Box::new(move || ticked.state.follow(|state| state.mark(sign).is_some())),
            Rc::new(move || parts.state.act(|state| state.tick(sign))),
        )
    }

    fn sign(self: &Rc<Self>, sign: usize, text: &str) -> View {
        let (parts, picked) = (self.clone(), self.clone());
        Radios {
            place: &self.place,
            name: &concat(&["sign", &number(sign)]),
            legend: text,
            answers: &MARKS.map(|mark| Answer {
                text: mark.text(),
                note: "",
            }),
            class: "inline",
            picked: Box::new(move || {
                picked
                    .state
                    .follow(|state| state.mark(sign).map(Mark::index))
            }),
            pick: Rc::new(move |mark| {
                if let Some(mark) = Mark::ALL.get(mark) {
                    parts.state.act(|state| state.set(sign, *mark));
                }
            }),
        }
        .view()
    }

    fn buttons(self: &Rc<Self>, into: &mut Vec<View>) {
        let parts = self.clone();
        let finish = button(Weight::Main, words::FINISH, move || {
            parts.state.act(|state| state.finished = true);
            parts.place.page.focus(".end .step-heading");
        });
        let parts = self.clone();
        let told = paragraph("amiss", "");
        let cleared = told.clone();
        let clear = button(Weight::Quiet, words::CLEAR, move || {
            parts.state.act(State::clear);
            parts.own.area.set_value("");
            parts.sheet.clear();
            cleared.set_text(words::CLEARED.text());
            parts.status.say(words::CLEARED.text());
        });
        let mut buttons = vec![finish, clear];
        if self.private {
            // Also where the list ends: a theme may hide the one that stays in view.
            buttons.push(self.leave());
        }
        into.push(block("buttons", &buttons));
        into.push(told);
    }

    fn leave(&self) -> View {
        let page = self.place.page.clone();
        button(Weight::Away, words::LEAVE, move || page.leave())
    }

    fn end(self: &Rc<Self>) -> View {
        let mut parts = vec![step_heading(&self.place, words::CLOSING.text())];
        self.close(&mut parts);
        if !self.private {
            parts.extend(self.content.link.as_ref().map(own_link));
        }
        parts.push(phrase("small", words::NOT_THERAPY));
        parts.push(self.sheet.buttons());
        parts.push(phrase("small", words::KEPT_BY_OTHERS));
        block("end", &parts)
    }

    fn close(&self, parts: &mut Vec<View>) {
        self.state.with(|state| {
            for text in state.closing(&self.content) {
                parts.push(paragraph("closing", text));
            }
        });
    }

    fn help(&self) -> View {
        let region = self.place.region.as_deref();
        let Reflection { help, link, .. } = &*self.content;
        help_block(words::HELP, region, help, link.as_ref())
    }

    /// On paper: the signs with three boxes each, or one where nothing is private. The
    /// reader's answers stand there only when she asked for them.
    fn paper(&self, answers: bool) -> Vec<View> {
        let mut parts = vec![paragraph("opening", &self.content.opening)];
        let mut sign = 0;
        for group in &self.content.groups {
            parts.extend(headed(&group.heading));
            for text in &group.signs {
                let mark = self.state.with(|state| state.mark(sign));
                let mark = mark.filter(|_| answers).map(Mark::index);
                sign += 1;
                if !self.private {
                    parts.push(paragraph(ticked(mark.is_some()), text));
                    continue;
                }
                let ticks: Vec<View> = MARKS
                    .iter()
                    .enumerate()
                    .map(|(i, label)| phrase(ticked(mark == Some(i)), *label))
                    .collect();
                let sign_line = [paragraph("asked", text), block("ticks", &ticks)];
                parts.push(block("task sign", &sign_line));
            }
        }
        let own = self.own.area.value();
        let own = if answers { own.as_str() } else { "" };
        parts.push(block(
            "task",
            &[
                paragraph("asked", own_label(&self.content)),
                written(own, 3),
            ],
        ));
        self.close(&mut parts);
        if self.private {
            parts.push(self.help());
        }
        parts.push(paragraph("closing", &self.content.footer));
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }
}

/// A group's heading, where it has one.
fn headed(heading: &str) -> Option<View> {
    (!heading.is_empty()).then(|| paragraph("group", heading))
}

/// The class of a box on paper.
fn ticked(is_ticked: bool) -> &'static str {
    match is_ticked {
        true => "tick ticked",
        false => "tick",
    }
}
