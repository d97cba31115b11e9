//! How a *pause* looks: a circle that grows and shrinks once, then words to choose from.

use std::rc::Rc;

use super::content::Pause;
use super::state::{State, Step};
use crate::content::text::{concat, number};
use crate::ui::chain::hand_on;
use crate::ui::dom::{View, element, live};
use crate::ui::help::{danger_help, warm_coach};
use crate::ui::words::Word;
use crate::ui::{
    Answer, Frame, Model, Radios, Sheet, Status, TextBox, Weight, block, button, lines, paragraph,
    phrase, step_heading, words,
};
use crate::widgets::{Place, Widget};

/// What every part of the view needs.
struct Parts {
    content: Rc<Pause>,
    state: Rc<Model<Pause, State>>,
    status: Status,
    place: Place,
}

/// What takes the focus at a new step.
const FOCUS: &str = ".step-heading, .opening";

/// Draws a *pause*.
pub fn pause(_: &'static Widget, content: Rc<Pause>, place: Place) -> View {
    let status = Status::default();
    let is_finished = |state: &State| state.step == Step::After;
    let state = Model::new(
        &content,
        State::default(),
        &place,
        &status,
        is_finished,
        FOCUS,
    );
    let parts = Rc::new(Parts {
        state: Rc::new(state),
        status,
        place,
        content,
    });
    let key = |parts: &Parts| parts.state.follow(|state| state.step as usize);
    let body = live(&parts, key, Parts::step);
    let sheet = Sheet::new(&parts.place, false);
    let paper = parts.clone();
    sheet.lay(move |_| paper.paper());
    Frame {
        place: &parts.place,
        title: &parts.content.title,
        body: &[body, phrase("small", words::STAYS_HERE)],
        sheet: &sheet,
        status: &parts.status,
    }
    .view()
}

impl Parts {
    fn step(self: &Rc<Self>) -> Vec<View> {
        let parts = match self.state.with(|state| state.step) {
            Step::Before => self.before(),
            Step::Breath => self.breath(),
            Step::Feeling => self.feeling(),
            Step::After => self.after(),
        };
        vec![block("step", &parts)]
    }

    /// A button that leads to a step and hands the focus to its heading.
    fn go(self: &Rc<Self>, weight: Weight, label: Word, step: Step) -> View {
        let parts = self.clone();
        button(weight, label, move || parts.turn(step))
    }

    fn turn(&self, step: Step) {
        self.state.turn(|state| state.go(step));
    }

    fn before(self: &Rc<Self>) -> Vec<View> {
        let opening = paragraph("opening", &self.content.opening);
        let buttons = [
            self.go(Weight::Main, words::BREATHE, Step::Breath),
            self.go(Weight::Quiet, words::SKIP_BREATH, Step::Feeling),
        ];
        vec![opening.with("tabindex", "-1"), block("buttons", &buttons)]
    }

    fn breath(self: &Rc<Self>) -> Vec<View> {
        let circle = element("div", "circle").with("aria-hidden", "true");
        let buttons = [
            self.go(Weight::Main, words::BREATH_DONE, Step::Feeling),
            self.go(Weight::Quiet, words::STOP_BREATH, Step::Before),
        ];
        vec![
            step_heading(&self.place, words::ONE_BREATH.text()),
            block("breath", &[circle, phrase("", words::IN_AND_OUT)]),
            block("buttons", &buttons),
        ]
    }

    fn feeling(self: &Rc<Self>) -> Vec<View> {
        let own = TextBox::new(&self.place, "own", words::OWN_FEELING.text(), "");
        own.area
            .set_value(&self.state.with(|state| state.own.clone()));
        warm_coach(&self.place, &own.area);
        let (parts, area) = (self.clone(), own.area.clone());
        own.area.on(
            "input",
            Rc::new(move || {
                let own = area.value();
                parts.state.act(|state| state.write(&own));
            }),
        );
        let question = step_heading(&self.place, &self.content.question);
        let mut groups = Vec::new();
        let mut first = 0;
        for group in &self.content.groups {
            groups.push(self.group(first, &group.heading, &group.feelings, &own.area));
            first += group.feelings.len();
        }
        let has_word = |parts: &Self| usize::from(parts.state.follow(State::has_word));
        let on = live(self, has_word, |parts| {
            let (weight, label) = match parts.state.with(State::has_word) {
                true => (Weight::Main, words::WITH_WORD),
                false => (Weight::Plain, words::WITHOUT_WORD),
            };
            let parts = parts.clone();
            vec![button(weight, label, move || parts.finish())]
        });
        let back = self.go(Weight::Quiet, words::BACK, Step::Before);
        vec![
            question,
            block("wheel", &groups),
            own.view,
            block("buttons", &[on, back]),
        ]
    }

    /// The words of a group. One word is picked through all groups.
    fn group(
        self: &Rc<Self>,
        first: usize,
        heading: &str,
        feelings: &[String],
        own: &View,
    ) -> View {
        let answers: Vec<Answer> = feelings
            .iter()
            .map(|text| Answer { text, note: "" })
            .collect();
        let (parts, picked, own) = (self.clone(), self.clone(), own.clone());
        let count = feelings.len();
        Radios {
            place: &self.place,
            name: &concat(&["feeling", &number(first)]),
            legend: match heading {
                "" => &self.content.question,
                heading => heading,
            },
            answers: &answers,
            class: "words",
            picked: Box::new(move || {
                let picked = picked.state.follow(|state| state.picked)?;
                picked.checked_sub(first).filter(|at| *at < count)
            }),
            pick: Rc::new(move |at| {
                own.set_value("");
                parts.state.act(|state| state.pick(first + at));
            }),
        }
        .view()
    }

    fn finish(self: &Rc<Self>) {
        let own = self.state.with(|state| state.own.clone());
        self.state.ask_about_danger(&own, |state| state.help = true);
        let word = self.state.with(|state| state.word(&self.content).into());
        hand_on(self.place.name, word, String::new());
        self.turn(Step::After);
    }

    fn after(self: &Rc<Self>) -> Vec<View> {
        let word = self
            .state
            .with(|state| state.word(&self.content).to_string());
        let parts = self.clone();
        let again = button(Weight::Plain, words::START_AGAIN, move || {
            parts.state.change(|state| *state = State::default());
            parts.turn(Step::Before);
        });
        let has_help = |parts: &Self| usize::from(parts.state.follow(|state| state.help));
        let help = live(self, has_help, |parts| {
            match parts.state.with(|state| state.help) {
                true => vec![danger_help(&parts.place)],
                false => Vec::new(),
            }
        });
        let mut parts = vec![step_heading(&self.place, words::CLOSING.text())];
        if !word.is_empty() {
            parts.push(paragraph("said", &words::named(&word)));
        }
        parts.push(paragraph("closing", &self.content.closing));
        parts.push(help);
        parts.push(phrase("small", words::NOT_THERAPY));
        parts.push(block("buttons", &[again]));
        parts
    }

    /// On paper: the words to tick, and room for another one.
    fn paper(&self) -> Vec<View> {
        let content = &self.content;
        let mut parts = vec![
            paragraph("opening", &content.opening),
            phrase("", words::IN_AND_OUT),
            paragraph("asked", &content.question),
        ];
        for group in &content.groups {
            let ticks = group.feelings.iter().map(|word| paragraph("tick", word));
            let task = [
                paragraph("group", &group.heading),
                block("ticks", &ticks.collect::<Vec<_>>()),
            ];
            parts.push(block("task", &task));
        }
        let own = [phrase("", words::OWN_FEELING), lines(1)];
        parts.push(block("task", &own));
        parts.push(paragraph("closing", &content.closing));
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }
}
