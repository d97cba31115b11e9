//! How a *choice* looks: one step at a time, in one soft frame.

use std::rc::Rc;

use super::content::{Choice, Question, Scene};
use super::state::{State, Step};
use crate::ui::dom::{View, live};
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

    /// The scene that the reader looks at.
    fn scene(&self) -> Option<&Scene> {
        let at = self.state.with(|state| state.scene)?;
        self.content.scenes.get(at)
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
        let (Some(question), Some(scene)) = (state.questions(&self.content).get(at), self.scene())
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
        if self.content.scenes.len() == 1 && at == 0 {
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
            let question = state.question(&self.content);
            let choice = question.and_then(|question| question.choices.get(choice));
            self.status.say(choice.map_or("", |choice| &choice.note));
        });
    }

    fn summary(self: &Rc<Self>) -> Vec<View> {
        let content = &self.content;
        let state = self.state.with(State::clone);
        let mut rows = Vec::new();
        for (at, (question, reading)) in state.summary(content).enumerate() {
            let mut row = vec![paragraph("asked", &question.text)];
            match reading {
                Some(reading) => {
                    row.push(paragraph("chosen", &reading.text));
                    row.push(paragraph("note", &reading.note));
                }
                None => row.push(phrase("chosen open", words::SKIPPED)),
            }
            let label = words::change_of(&question.text);
            let change = self.go(Weight::Quiet, words::CHANGE, move |state, _| {
                state.change(at);
            });
            row.push(change.with("aria-label", &label));
            rows.push(block("row", &row));
        }
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
        let again = match content.scenes.len() {
            1 => self.go(Weight::Quiet, words::START_AGAIN, |state, content| {
                *state = State::new(content);
            }),
            _ => self.go(Weight::Quiet, words::ANOTHER_SCENE, |state, _| {
                state.another();
            }),
        };
        let mut parts = vec![step_heading(&self.place, words::SUMMARY.text())];
        parts.extend(self.scene().map(|scene| paragraph("scene", &scene.text)));
        parts.push(block("rows", &rows));
        parts.push(paragraph("closing", &content.closing));
        parts.push(block("buttons", &[copy, print, again]));
        parts.push(told);
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
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
    /// asked for her answers: her scene, and what she chose in it.
    fn paper(&self, answers: bool) -> Vec<View> {
        let content = &self.content;
        let state = self.state.with(State::clone);
        let mut parts = vec![paragraph("opening", &content.opening)];
        for (at, scene) in content.scenes.iter().enumerate() {
            if answers && state.scene != Some(at) {
                continue;
            }
            // Beside its first question, so that both stand on one page.
            let mut task = vec![paragraph("scene", &scene.text)];
            for (asked, question) in content.questions(at).iter().enumerate() {
                task.push(paragraph("asked", &question.text));
                let pick = state.picked(asked).filter(|_| answers);
                match pick.and_then(|pick| question.choices.get(pick)) {
                    Some(reading) => {
                        task.push(paragraph("tick ticked", &reading.text));
                        task.push(paragraph("note", &reading.note));
                    }
                    None => task.push(choices(question)),
                }
                parts.push(block("task", &task));
                task.clear();
            }
        }
        parts.push(paragraph("closing", &content.closing));
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }
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
