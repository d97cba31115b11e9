//! How a *choice* looks: one step at a time, in one soft frame.

use std::rc::Rc;

use super::content::{Asked, Choice, Question};
use super::state::{State, Step};
use crate::ui::chain::hand_on;
use crate::ui::dom::{View, element, live, react, text};
use crate::ui::help::own_link;
use crate::ui::keep::Keeping;
use crate::ui::words::Word;
use crate::ui::{
    Answer, Frame, Model, Paper, Radios, Sheet, Status, Weight, block, button, paragraph, phrase,
    step_heading, words,
};
use crate::widgets::Place;

/// What every part of the view needs.
struct Parts {
    content: Rc<Choice>,
    state: Model<State>,
    sheet: Sheet,
    status: Status,
    place: Place,
}

/// What a button does to the state.
type Change<'a> = dyn Fn(&mut State, &Choice) + 'a;

/// Draws a *choice*.
pub fn choice(content: Rc<Choice>, place: Place) -> View {
    let status = Status::default();
    let keeping = Keeping::open(&place, &status, content.fingerprint());
    let restored = keeping.restore(|parts| State::restore(&content, parts));
    let state = restored.unwrap_or_else(|| State::new(&content));
    let parts = Rc::new(Parts {
        state: Model::new(state, &place, State::is_finished).kept(&keeping, State::keep),
        sheet: Sheet::new(&place),
        status,
        place,
        content,
    });
    let body = parts.live(State::key, |parts| vec![block("step", &parts.step())]);
    parts.sheet.draw(&parts.paper(false));
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
        cleared.state.change(&|state| *state = fresh.clone());
        cleared.sheet.draw(&cleared.paper(false));
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
    fn live(
        self: &Rc<Self>,
        key: fn(&State) -> usize,
        draw: impl Fn(&Rc<Self>) -> Vec<View> + 'static,
    ) -> View {
        let (parts, drawn) = (self.clone(), self.clone());
        live(move || parts.state.follow(key), move || draw(&drawn))
    }

    fn step(self: &Rc<Self>) -> Vec<View> {
        match self.state.with(|state| state.step) {
            Step::Scenes => self.scenes(),
            Step::Question(at) => self.question(at),
            Step::Summary => self.summary(),
        }
    }

    fn change(&self, change: &Change<'_>) {
        self.state.act(&|state| change(state, &self.content));
    }

    /// A button that changes the state and hands the focus to the new step.
    fn go(
        self: &Rc<Self>,
        weight: Weight,
        label: Word,
        change: impl Fn(&mut State, &Choice) + 'static,
    ) -> View {
        let parts = self.clone();
        let change: Box<Change<'static>> = Box::new(change);
        button(weight, label, move || parts.turn(&change))
    }

    fn turn(&self, change: &Change<'_>) {
        self.status.say("");
        self.change(change);
        self.place.page.focus("legend, .step-heading");
    }

    /// The button that leads on. Its label follows whether something is chosen, and
    /// it stays the same element while the reader moves through the choices.
    fn on(self: &Rc<Self>, [chosen, open]: [Word; 2]) -> View {
        self.live(
            |state| usize::from(state.is_answered()),
            move |parts| {
                let (weight, label) = match parts.state.with(State::is_answered) {
                    true => (Weight::Main, chosen),
                    false => (Weight::Plain, open),
                };
                vec![parts.go(weight, label, State::next)]
            },
        )
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
                parts.change(&|state, content| state.choose_scene(content, scene));
            }),
        };
        vec![
            paragraph("opening", &self.content.opening),
            radios.view(),
            block("buttons", &[self.on([words::START, words::START_ANY])]),
        ]
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
            name: &["question", &at.to_string()].concat(),
            legend: &question.text,
            answers: &answers,
            class: "cards",
            picked: Box::new(move || picked.state.follow(|state| state.picked(at))),
            pick: Rc::new(move |choice| parts.pick(choice)),
        };
        let labels = match state.is_changing() {
            true => [words::TO_SUMMARY; 2],
            false => [words::NEXT, words::SKIP],
        };
        let mut buttons = vec![self.on(labels)];
        if state.can_go_back(&self.content) && !state.is_changing() {
            buttons.push(self.go(Weight::Quiet, words::BACK, State::back));
        }
        let mut parts = Vec::new();
        if !self.content.has_a_choice_of_scenes() && at == 0 {
            parts.push(paragraph("opening", &self.content.opening));
        }
        parts.push(paragraph("scene", &scene.text));
        parts.push(paragraph(
            "progress",
            &words::step(at + 1, state.picks.len()),
        ));
        parts.push(radios.view());
        parts.push(block("buttons", &buttons));
        parts
    }

    /// Takes a choice, and says its note.
    fn pick(&self, choice: usize) {
        self.change(&|state, _| state.choose(choice));
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
                parts.copy(told.clone());
            })
        };
        let parts = self.clone();
        let paper: Paper = Rc::new(move |answers| parts.paper(answers));
        let print = self.sheet.button(words::PRINT_SUMMARY, true, &paper);
        let again = match content.has_a_choice_of_scenes() {
            false => self.go(Weight::Quiet, words::START_AGAIN, |state, content| {
                *state = State::new(content);
            }),
            true => self.go(Weight::Quiet, words::ANOTHER_SCENE, |state, _| {
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
                true => words::change_of(&[&asked.scene.text, " ", question].concat()),
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
            let change = self.go(Weight::Quiet, words::CHANGE, move |state, _| {
                state.change(at);
            });
            row.push(change.with("aria-label", &label));
            rows.push(block("row", &row));
        }
        rows
    }

    fn copy(self: &Rc<Self>, told: View) {
        let text = self.state.with(|state| state.summary_text(&self.content));
        let parts = self.clone();
        let done = Box::new(move |copied| {
            let words = match copied {
                true => words::COPIED.text(),
                false => words::NOT_COPIED.text(),
            };
            told.set_text(words);
            parts.status.say(words);
        });
        self.place.page.copy(&text, done);
    }

    /// On paper: every scene with its questions, and the choices to tick. When the reader
    /// asked for her answers: her scene, and what she chose in it, or all in their turn.
    fn paper(&self, answers: bool) -> Vec<View> {
        let content = &self.content;
        let state = match answers {
            true => self.state.with(State::clone),
            false => State::default(),
        };
        let mut parts = vec![paragraph("opening", &content.opening)];
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
