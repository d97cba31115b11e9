//! How a *practice* looks: the line, the box, and the notes on the reader's own words.

use std::cell::Cell;
use std::rc::Rc;

use super::content::{Line, Practice};
use super::state::{Noted, ROUNDS, State};
use crate::coach::Answer;
use crate::ui::dom::{View, element, live, text};
use crate::ui::help::help_block;
use crate::ui::{
    Frame, Model, Status, TextBox, Weight, block, button, disclosure, lines, paragraph, phrase,
    step_heading, words,
};
use crate::widgets::Place;

/// What every part of the view needs.
struct Parts {
    content: Rc<Practice>,
    state: Model<State>,
    status: Status,
    place: Place,
}

/// Draws a *practice*.
pub fn practice(content: Rc<Practice>, place: Place) -> View {
    let parts = Rc::new(Parts {
        state: Model::new(State::default(), &place, |state| state.finished),
        status: Status::default(),
        place,
        content,
    });
    let body = parts.live(
        |_, state| state.key(),
        |parts| vec![block("step", &parts.step())],
    );
    Frame {
        place: &parts.place,
        title: &parts.content.title,
        body: &[body, phrase("small", words::STAYS_HERE)],
        sheet: parts.sheet(),
        status: &parts.status,
    }
    .view()
}

impl Parts {
    fn live(
        self: &Rc<Self>,
        key: fn(&Self, &State) -> usize,
        draw: impl Fn(&Rc<Self>) -> Vec<View> + 'static,
    ) -> View {
        let (parts, drawn) = (self.clone(), self.clone());
        live(
            move || parts.state.follow(|state| key(&parts, state)),
            move || draw(&drawn),
        )
    }

    fn step(self: &Rc<Self>) -> Vec<View> {
        self.state.with(|state| match state.line(&self.content) {
            Some(line) if !state.finished => self.round(state, line),
            _ => self.end(),
        })
    }

    fn round(self: &Rc<Self>, state: &State, line: &Line) -> Vec<View> {
        let hint = match state.round {
            0 => Some(words::HINT_FIRST),
            1 => Some(words::HINT_SECOND),
            _ => None,
        };
        let field = Rc::new(TextBox::new(&self.place, "reply", words::YOUR_REPLY, hint));
        let look = {
            let (parts, field) = (self.clone(), field.clone());
            button(Weight::Main, words::LOOK, move || parts.look(&field))
        };
        // Also before a reply: every round can be skipped.
        let label = match state.is_last() {
            true => words::CLOSE_PRACTICE,
            false => words::NEXT_ROUND,
        };
        let next = {
            let parts = self.clone();
            button(Weight::Quiet, label, move || {
                parts.turn(|state, _| state.next())
            })
        };
        self.warm(&field);
        let notes = self.live(|_, state| state.attempts, |parts| parts.notes());
        let help = self.live(|_, state| usize::from(state.help), |parts| parts.help());
        // The way on is drawn once, with the first notes, so that a press on it never
        // loses the focus to a redraw.
        let example = line.example.clone();
        let on = self.live(
            |_, state| usize::from(state.attempts > 0),
            move |parts| parts.way_on(&example),
        );
        let mut parts = Vec::new();
        if state.round == 0 {
            parts.push(paragraph("opening", &self.content.opening));
        }
        parts.push(phrase("care", words::IF_AFRAID));
        let round = words::round(state.round + 1, ROUNDS);
        parts.push(step_heading(&self.place, &round));
        let said = [paragraph("who", who(line)), paragraph("line", &line.text)];
        parts.push(block("said", &said));
        parts.push(field.view.clone());
        if words::language() != "en" {
            parts.push(phrase("small", words::ENGLISH_NOTES));
        }
        parts.push(block("buttons", &[look]));
        parts.push(notes);
        parts.push(help);
        parts.push(on);
        parts.push(block("buttons", &[next]));
        parts
    }

    /// The coach is fetched with the first focus in the box, so that it is there when it is
    /// asked; and it is asked whether the line speaks of danger.
    fn warm(self: &Rc<Self>, field: &TextBox) {
        let parts = self.clone();
        let warmed = Cell::new(false);
        let warm = move || {
            if warmed.replace(true) {
                return;
            }
            let ask = parts.state.with(|state| state.ask(&parts.content));
            let heard = (parts.clone(), ask.clone());
            let done = move |answer: Option<Answer>| {
                let (parts, ask) = heard;
                if let Some(answer) = answer {
                    parts
                        .state
                        .change(&|state| state.hear_about_line(&ask, &answer));
                }
            };
            parts.place.page.coach(&ask, Box::new(done));
        };
        field.area.on("focus", Rc::new(warm));
    }

    /// Asks the coach about the reply. The focus stays where it is; the live region speaks.
    fn look(self: &Rc<Self>, field: &Rc<TextBox>) {
        let reply = field.area.value();
        self.state.act(&|state| state.press(&reply));
        if self.state.with(|state| state.empty) {
            field.tell(words::EMPTY_REPLY.text());
            self.status.say(words::EMPTY_REPLY.text());
            return;
        }
        field.tell("");
        let ask = self.state.with(|state| state.ask(&self.content));
        let parts = self.clone();
        let done = move |answer| parts.hear(&reply, answer);
        self.place.page.coach(&ask, Box::new(done));
    }

    fn hear(&self, reply: &str, answer: Option<Answer>) {
        let heard = Cell::new(false);
        self.state
            .change(&|state| heard.set(state.hear(reply, answer.clone())));
        if !heard.get() {
            return;
        }
        self.state.with(|state| match &state.noted {
            Some(noted) if !state.without_coach => {
                let said = match noted.remarks.len() {
                    0 => String::new(),
                    count => words::noted(count),
                };
                self.status.say_with_english(&said, &noted.next);
            }
            _ => self.status.say(words::NO_NOTES.text()),
        });
    }

    fn notes(&self) -> Vec<View> {
        self.state.with(|state| match &state.noted {
            _ if state.without_coach => vec![phrase("noted", words::NO_NOTES)],
            // Said once, with the first notes of the first round.
            Some(noted) => noted_view(noted, (state.round, state.attempts) == (0, 1)),
            None => Vec::new(),
        })
    }

    fn way_on(self: &Rc<Self>, example: &str) -> Vec<View> {
        if self.state.with(|state| state.attempts) == 0 {
            return Vec::new();
        }
        let again = {
            let parts = self.clone();
            button(Weight::Plain, words::TRY_AGAIN, move || {
                parts.place.page.focus("textarea");
            })
        };
        let example = match example {
            "" => words::A_FRAME.text().to_string(),
            example => words::quoted(example),
        };
        let shown = block(
            "example",
            &[phrase("who", words::ONE_WAY), paragraph("line", &example)],
        );
        let [see, shown] = disclosure(words::SEE_ONE_WAY, words::HIDE_ONE_WAY, shown);
        vec![block("way-on", &[block("buttons", &[again, see]), shown])]
    }

    /// Changes the step, and hands the focus to its heading.
    fn turn(&self, change: impl Fn(&mut State, &Practice)) {
        self.status.say("");
        self.state.act(&|state| change(state, &self.content));
        self.place.page.focus(".step-heading");
    }

    fn end(self: &Rc<Self>) -> Vec<View> {
        let parts = self.clone();
        let again = button(Weight::Plain, words::START_AGAIN, move || {
            parts.turn(State::again);
        });
        vec![
            step_heading(&self.place, words::CLOSING.text()),
            paragraph("closing", &self.content.closing),
            phrase("small", words::NOT_THERAPY),
            block("buttons", &[again]),
        ]
    }

    fn help(&self) -> Vec<View> {
        match self.state.with(|state| state.help) {
            true => {
                let region = self.place.region.as_deref();
                vec![help_block(words::HELP_FOR_DANGER, region, None)]
            }
            false => Vec::new(),
        }
    }

    /// On paper: the lines, and room for what could be said back.
    fn sheet(&self) -> View {
        let mut parts = vec![phrase("", words::IF_AFRAID)];
        for line in self.content.lines.iter().take(ROUNDS) {
            let said = words::said(who(line), &line.text);
            parts.push(paragraph("asked", &said));
            parts.push(phrase("", words::YOUR_REPLY));
            parts.push(lines(3));
        }
        block("", &parts)
    }
}

/// The notes on a reply; `first` also says what they cannot hear.
fn noted_view(noted: &Noted, first: bool) -> Vec<View> {
    let mut parts = vec![phrase("noted-title", words::NOTES), own_words(noted)];
    let notes = element("ul", "notes");
    for (i, remark) in noted.remarks.iter().enumerate() {
        let note = text("li", "", &remark.text)
            .with("lang", "en")
            .with("data-note", &number(i));
        let _ = notes.clone().holding(&[note]);
    }
    if !noted.remarks.is_empty() {
        parts.push(notes);
    }
    parts.push(phrase("next-title", words::NEXT_TRY));
    parts.push(paragraph("next", &noted.next).with("lang", "en"));
    if first {
        parts.push(phrase("small", words::CANNOT_HEAR));
    }
    vec![block("noted", &parts)]
}

fn who(line: &Line) -> &str {
    match line.who.as_str() {
        "" => words::THEY_SAY.text(),
        who => who,
    }
}

/// The reply with the words that a note is about marked in it.
fn own_words(noted: &Noted) -> View {
    let stretches: Vec<View> = noted
        .stretches()
        .into_iter()
        .map(|stretch| {
            let view = match stretch.note {
                Some(note) => element("mark", "").with("data-note", &number(note)),
                None => element("span", ""),
            };
            view.set_text(stretch.text);
            view
        })
        .collect();
    element("blockquote", "own")
        .with("dir", "auto")
        .holding(&stretches)
}

/// A note's number as it is shown, from 1.
fn number(note: usize) -> String {
    (note + 1).to_string()
}
