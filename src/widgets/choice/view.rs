//! How a *choice* looks: one step at a time, in one soft frame.

use std::rc::Rc;

use super::content::{Asked, Choice, Question};
use super::state::{State, Step};
use crate::content::text::{concat, number};
use crate::ui::chain::hand_on;
use crate::ui::dom::{View, element, live, react, text};
use crate::ui::help::own_link;
use crate::ui::keep::Keeping;
use crate::ui::{
    Answer, Frame, Model, Radios, Sheet, Status, Weight, block, button, paragraph, phrase,
    step_heading, words,
};
use crate::widgets::{Place, Widget};

/// What every part of the view needs.
struct Parts {
    content: Rc<Choice>,
    state: Rc<Model<Choice, State>>,
    sheet: Sheet,
    status: Status,
    place: Place,
}

/// What takes the focus at a new step.
const FOCUS: &str = "legend, .step-heading";

/// Draws a *choice*.
pub fn choice(_: &'static Widget, content: Rc<Choice>, place: Place) -> View {
    let status = Status::default();
    // Of two readers, nobody finds what the other one chose.
    let print = (!content.hand_over).then(|| content.fingerprint());
    let keeping = Keeping::open(&place, &status, print);
    let restored = keeping.restore(|parts| State::restore(&content, parts));
    let state = restored.unwrap_or_else(|| State::new(&content));
    let state = Model::new(&content, state, &place, &status, State::is_finished, FOCUS);
    let parts = Rc::new(Parts {
        state: Rc::new(state.kept(&keeping, State::keep)),
        sheet: Sheet::new(&place, false),
        status,
        place,
        content,
    });
    let key = |parts: &Parts| parts.state.follow(State::key);
    let body = live(&parts, key, Parts::step);
    let paper = parts.clone();
    parts.sheet.lay(move |answers| paper.paper(answers));
    let handing = parts.clone();
    react(Box::new(move || {
        let handed = handing.state.follow(|state| state.handed(&handing.content));
        if let Some((text, others)) = handed {
            hand_on(handing.place.name, text, others);
        }
    }));
    let cleared = parts.clone();
    let clear = move || {
        let fresh = State::new(&cleared.content);
        cleared.state.change(|state| *state = fresh);
        cleared.sheet.clear();
    };
    Frame {
        place: &parts.place,
        title: &parts.content.title,
        body: &keeping.around(body, Rc::new(clear)),
        sheet: &parts.sheet,
        status: &parts.status,
    }
    .view()
}

impl Parts {
    fn step(self: &Rc<Self>) -> Vec<View> {
        let parts = match self.state.with(|state| state.step) {
            Step::Scenes => self.scenes(),
            Step::Question(at) => self.question(at),
            Step::HandOver(_) => self.hand_over(),
            Step::Summary => self.summary(),
        };
        vec![block("step", &parts)]
    }

    /// The button that leads on. Its label follows whether something is chosen, and
    /// it stays the same element while the reader moves through the choices.
    fn on(self: &Rc<Self>) -> View {
        let key = |parts: &Self| usize::from(parts.state.follow(State::is_answered));
        live(self, key, |parts| {
            let (is_answered, [chosen, open]) = parts.state.with(|state| {
                let labels = match state.step {
                    _ if state.is_changing() => [words::TO_SUMMARY; 2],
                    Step::Scenes => [words::START, words::START_ANY],
                    _ => [words::NEXT, words::SKIP],
                };
                (state.is_answered(), labels)
            });
            let (weight, label) = match is_answered {
                true => (Weight::Main, chosen),
                false => (Weight::Plain, open),
            };
            vec![parts.state.go(weight, label, State::next)]
        })
    }

    fn scenes(self: &Rc<Self>) -> Vec<View> {
        let answers: Vec<Answer> = self
            .content
            .scenes
            .iter()
            .map(|scene| Answer {
                text: &scene.text,
                note: "",
            })
            .collect();
        let (parts, picked) = (self.clone(), self.clone());
        let radios = Radios {
            place: &self.place,
            name: "scene",
            legend: words::WHICH_SCENE.text(),
            answers: &answers,
            class: "cards",
            picked: Box::new(move || picked.state.follow(|state| state.scene)),
            pick: Rc::new(move |scene| {
                let choose = |state: &mut State| state.choose_scene(&parts.content, scene);
                parts.state.act(choose);
            }),
        };
        let mut parts = self.before();
        parts.push(radios.view());
        parts.push(block("buttons", &[self.on()]));
        parts
    }

    fn question(self: &Rc<Self>, at: usize) -> Vec<View> {
        let state = self.state.with(State::clone);
        let Some(Asked {
            scene, question, ..
        }) = state.question(&self.content)
        else {
            return Vec::new();
        };
        let answers: Vec<Answer> = question
            .choices
            .iter()
            .map(|choice| Answer {
                text: &choice.text,
                note: &choice.note,
            })
            .collect();
        let (parts, picked) = (self.clone(), self.clone());
        let radios = Radios {
            place: &self.place,
            name: &concat(&["question", &number(at)]),
            legend: &question.text,
            answers: &answers,
            class: "cards",
            picked: Box::new(move || picked.state.follow(|state| state.picked(at))),
            pick: Rc::new(move |choice| parts.pick(choice)),
        };
        let mut buttons = vec![self.on()];
        if state.can_go_back(&self.content) && !state.is_changing() {
            buttons.push(self.state.go(Weight::Quiet, words::BACK, State::back));
        }
        let mut parts = match !self.content.has_a_choice_of_scenes() && at == 0 {
            true => self.before(),
            false => Vec::new(),
        };
        parts.push(paragraph("scene", &scene.text));
        parts.push(paragraph(
            "progress",
            &words::step(at + 1, state.picks.len()),
        ));
        parts.push(radios.view());
        parts.push(block("buttons", &buttons));
        parts
    }

    /// A cover between two readers: nothing of the first one's is in the page.
    fn hand_over(self: &Rc<Self>) -> Vec<View> {
        let on = self.state.go(Weight::Main, words::HAVE_IT, State::next);
        vec![
            step_heading(&self.place, words::HAND_OVER.text()),
            phrase("", words::COVERED),
            block("buttons", &[on]),
        ]
    }

    /// What stands before the first step.
    fn before(&self) -> Vec<View> {
        let mut parts = vec![paragraph("opening", &self.content.opening)];
        if self.content.hand_over {
            parts.push(phrase("care", words::IF_AFRAID));
        }
        parts
    }

    /// Takes a choice, and says its note.
    fn pick(&self, choice: usize) {
        self.state.act(|state| state.choose(choice));
        self.state.with(|state| {
            let asked = state.question(&self.content);
            let choice = asked.and_then(|asked| asked.question.choices.get(choice));
            self.status.say(choice.map_or("", |choice| &choice.note));
        });
    }

    /// The reader's choices, or the lists that stand in their place.
    fn summary(self: &Rc<Self>) -> Vec<View> {
        let content = &self.content;
        let lists = content.lists();
        let (heading, rows) = match lists.is_empty() {
            true => (words::SUMMARY, self.rows()),
            false => (words::CLOSING, listed(&lists)),
        };
        let told = phrase("small", words::KEPT_BY_OTHERS);
        let copy = {
            let (parts, told) = (self.clone(), told.clone());
            button(Weight::Plain, words::COPY_SUMMARY, move || {
                let text = parts.state.with(|state| state.summary_text(&parts.content));
                parts.state.copy(&text, &told);
            })
        };
        let print = self.sheet.button(words::PRINT_SUMMARY, true);
        let again = match content.has_a_choice_of_scenes() {
            false => self
                .state
                .go(Weight::Quiet, words::START_AGAIN, |state, content| {
                    *state = State::new(content);
                }),
            true => self
                .state
                .go(Weight::Quiet, words::ANOTHER_SCENE, |state, _| {
                    state.another();
                }),
        };
        let mut parts = vec![step_heading(&self.place, heading.text())];
        parts.push(block("rows", &rows));
        parts.push(paragraph("closing", &content.closing));
        parts.extend(content.link.as_ref().map(own_link));
        parts.push(block("buttons", &[copy, print, again]));
        parts.push(told);
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }

    fn rows(self: &Rc<Self>) -> Vec<View> {
        let mut rows = Vec::new();
        let state = self.state.with(State::clone);
        for (at, (asked, reading)) in state.summary(&self.content).into_iter().enumerate() {
            let question = &asked.question.text;
            let label = match self.content.in_turn {
                // One question may come again and again.
                true => words::change_of(&concat(&[&asked.scene.text, " ", question])),
                false => words::change_of(question),
            };
            if asked.is_first {
                rows.push(paragraph("scene", &asked.scene.text));
            }
            let mut row = vec![paragraph("asked", question)];
            match reading {
                Some(reading) => {
                    row.push(paragraph("chosen", &reading.text));
                    row.push(paragraph("note", &reading.note));
                }
                None => row.push(phrase("chosen open", words::SKIPPED)),
            }
            let model = self.state.clone();
            let change = button(Weight::Quiet, words::CHANGE, move || {
                model.turn(|state| state.change(at));
            });
            row.push(change.with("aria-label", &label));
            rows.push(block("row", &row));
        }
        rows
    }

    /// On paper: every scene with its questions, and the choices to tick. When the reader
    /// asked for her answers: her scene, and what she chose in it, or all in their turn.
    fn paper(&self, answers: bool) -> Vec<View> {
        let content = &self.content;
        let state = match answers {
            true => self.state.with(State::clone),
            false => State::default(),
        };
        let mut parts = self.before();
        for (asked, reading) in state.summary(content) {
            // A scene stands beside its first question, so that both are on one page.
            let mut task = Vec::new();
            if asked.is_first {
                task.push(paragraph("scene", &asked.scene.text));
            }
            task.push(paragraph("asked", &asked.question.text));
            match reading {
                Some(reading) => {
                    task.push(paragraph("tick ticked", &reading.text));
                    task.push(paragraph("note", &reading.note));
                }
                None => task.push(choices(asked.question)),
            }
            parts.push(block("task", &task));
        }
        parts.push(paragraph("closing", &content.closing));
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }
}

/// Each list below its heading.
fn listed(lists: &[Vec<&str>]) -> Vec<View> {
    let mut parts = Vec::new();
    for list in lists {
        let items = element("ul", "");
        for (at, words) in list.iter().enumerate() {
            match at {
                0 => parts.push(paragraph("group", words)),
                _ => {
                    let _ = items.clone().holding(&[text("li", "", words)]);
                }
            }
        }
        parts.push(items);
    }
    parts
}

/// The choices to tick, and a line for one of the reader's own.
fn choices(question: &Question) -> View {
    let mut ticks: Vec<View> = question
        .choices
        .iter()
        .map(|choice| paragraph("tick", &choice.text))
        .collect();
    ticks.push(block("tick", &[block("line", &[])]));
    block("ticks", &ticks)
}
