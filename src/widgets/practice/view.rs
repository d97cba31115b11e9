//! How a *practice* looks: the line, the boxes, and the notes on the reader's own words.

use std::cell::Cell;
use std::rc::Rc;

use super::content::{Line, Practice};
use super::form::{self, Field, Form};
use super::state::{Noted, ROUNDS, State};
use crate::coach::{Answer, Ask};
use crate::content::text;
use crate::ui::chain::{handed, names};
use crate::ui::dom::{self, Callback, View, element, live, react};
use crate::ui::help::danger_help;
use crate::ui::keep::Keeping;
use crate::ui::words::Word;
use crate::ui::{
    Frame, Model, Sheet, Status, TextBox, Weight, block, button, disclosure, paragraph, phrase,
    step_heading, words, written,
};
use crate::widgets::{Place, Widget};

/// What every part of the view needs.
struct Parts {
    form: &'static Form,
    content: Rc<Practice>,
    state: Rc<Model<Practice, State>>,
    sheet: Sheet,
    status: Status,
    place: Place,
}

/// What takes the focus at a new step.
const FOCUS: &str = ".step-heading";

/// Draws a *practice*.
pub fn practice(widget: &'static Widget, content: Rc<Practice>, place: Place) -> View {
    let form = form::named(widget.name);
    let status = Status::default();
    let keeping = Keeping::open(&place, &status, Some(content.fingerprint(form.name)));
    let restored = keeping.restore(|parts| State::restore(&content, parts));
    let state = restored.unwrap_or_default();
    let is_finished = |state: &State| state.finished;
    let state = Model::new(&content, state, &place, &status, is_finished, FOCUS);
    let parts = Rc::new(Parts {
        form,
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
    if let Some(first) = parts.place.after {
        let parts = parts.clone();
        react(Box::new(move || {
            if handed(&parts.place).is_some() {
                let is_meant = |who: &str| names(first, who);
                parts
                    .state
                    .change(|state| state.begin_with(&parts.content, &is_meant));
            }
        }));
    }
    let cleared = parts.clone();
    let clear = move || {
        cleared.state.change(State::erase);
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
        let parts = self.state.with(|state| match state.line(&self.content) {
            Some(line) if !state.finished => self.round(state, line),
            _ => self.end(),
        });
        vec![block("step", &parts)]
    }

    fn round(self: &Rc<Self>, state: &State, line: &Line) -> Vec<View> {
        let fields: Rc<[TextBox]> = self
            .form
            .boxes
            .iter()
            .enumerate()
            .map(|(i, field)| self.text_box(state, i, field))
            .collect();
        let look = {
            let (parts, fields) = (self.clone(), fields.clone());
            button(Weight::Main, words::LOOK, move || parts.look(&fields))
        };
        // Also before a reply: every round can be skipped.
        let label = match state.is_last() {
            true => words::CLOSE_PRACTICE,
            false => words::NEXT_ROUND,
        };
        let next = self.state.go(Weight::Quiet, label, |state, _| state.next());
        self.warm(&fields);
        let attempts = |parts: &Self| parts.state.follow(|state| state.attempts);
        let notes = live(self, attempts, |parts| parts.notes());
        let has_help = |parts: &Self| usize::from(parts.state.follow(|state| state.help));
        let help = live(self, has_help, |parts| parts.help());
        // The way on is drawn once, with the first notes, so that a press on it never
        // loses the focus to a redraw.
        let has_notes = |parts: &Self| usize::from(parts.state.follow(|state| state.attempts > 0));
        let on = live(self, has_notes, Self::way_on);
        let mut parts = Vec::new();
        if state.round == 0 {
            parts.push(paragraph("opening", &self.content.opening));
        }
        parts.push(phrase("care", words::IF_AFRAID));
        let round = words::round(state.round + 1, ROUNDS);
        parts.push(step_heading(&self.place, &round));
        let said = [
            paragraph("who", self.who(line)),
            paragraph("line", &line.text),
        ];
        parts.push(block("said", &said));
        parts.extend(fields.iter().map(|field| field.view.clone()));
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

    fn text_box(self: &Rc<Self>, state: &State, number: usize, field: &Field) -> TextBox {
        let hint = field.hint(state.round).map_or("", Word::text);
        let text_box = TextBox::new(&self.place, field.name, field.label.text(), hint);
        text_box.area.set_value(state.typed(state.round, number));
        let (parts, area) = (self.clone(), text_box.area.clone());
        let write = move || {
            let reply = area.value();
            parts.state.note(|state| state.write(number, reply));
        };
        text_box.area.on("input", Rc::new(write));
        text_box
    }

    /// The coach is fetched with the first focus in a box, so that it is there when it is
    /// asked; and it is asked whether the line speaks of danger.
    fn warm(self: &Rc<Self>, fields: &[TextBox]) {
        let parts = self.clone();
        let warmed = Cell::new(false);
        let warm = move || {
            if warmed.replace(true) {
                return;
            }
            let ask = parts.ask();
            let heard = (parts.clone(), ask.clone());
            let done = move |answer: Option<Answer>| {
                let (parts, ask) = heard;
                if let Some(answer) = answer {
                    let hear = |state: &mut State| state.hear_about_line(&ask, &answer);
                    parts.state.change(hear);
                }
            };
            parts.place.page.coach(&ask, Box::new(done));
        };
        let warm: Rc<dyn Callback> = Rc::new(warm);
        for field in fields {
            field.area.on("focus", warm.clone());
        }
    }

    fn ask(&self) -> Ask {
        self.state
            .with(|state| state.ask(self.form.task, &self.content))
    }

    /// Asks the coach about the replies. The focus stays where it is; the live region speaks.
    fn look(self: &Rc<Self>, fields: &[TextBox]) {
        let replies: Vec<String> = fields.iter().map(|field| field.area.value()).collect();
        self.state.act(|state| state.press(&replies));
        let is_empty = self.state.with(|state| state.empty);
        let amiss = if is_empty {
            words::EMPTY_REPLY.text()
        } else {
            ""
        };
        // One sentence is enough, beside the first box.
        if let Some(field) = fields.first() {
            field.tell(amiss);
        }
        if is_empty {
            self.status.say(amiss);
            return;
        }
        let parts = self.clone();
        let done = move |answer| parts.hear(&replies, answer);
        self.place.page.coach(&self.ask(), Box::new(done));
    }

    fn hear(&self, replies: &[String], answer: Option<Answer>) {
        let mut heard = false;
        self.state
            .change(|state| heard = state.hear(replies, answer));
        if !heard {
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
            Some(noted) => self.noted(noted),
            None => Vec::new(),
        })
    }

    fn way_on(self: &Rc<Self>) -> Vec<View> {
        if self.state.with(|state| state.attempts) == 0 {
            return Vec::new();
        }
        let again = {
            let parts = self.clone();
            button(Weight::Plain, words::TRY_AGAIN, move || {
                parts.place.page.focus("textarea");
            })
        };
        let example = self.state.with(|state| match state.line(&self.content) {
            Some(line) if !line.example.is_empty() => words::quoted(&line.example),
            _ => self.form.frame.text().to_string(),
        });
        let shown = block(
            "example",
            &[phrase("who", words::ONE_WAY), paragraph("line", &example)],
        );
        let [see, shown] = disclosure(words::SEE_ONE_WAY, words::HIDE_ONE_WAY, shown);
        vec![block("way-on", &[block("buttons", &[again, see]), shown])]
    }

    fn end(self: &Rc<Self>) -> Vec<View> {
        let again = self
            .state
            .go(Weight::Plain, words::START_AGAIN, State::again);
        vec![
            step_heading(&self.place, words::CLOSING.text()),
            paragraph("closing", &self.content.closing),
            phrase("small", words::NOT_THERAPY),
            block("buttons", &[again]),
            self.sheet.buttons(),
            phrase("small", words::KEPT_BY_OTHERS),
        ]
    }

    fn help(&self) -> Vec<View> {
        match self.state.with(|state| state.help) {
            true => vec![danger_help(&self.place)],
            false => Vec::new(),
        }
    }

    /// On paper: the line of each round, and room for what could be said back; or what the
    /// reader wrote there, when she asked for that.
    fn paper(&self, answers: bool) -> Vec<View> {
        let content = &self.content;
        let mut parts = vec![
            paragraph("opening", &content.opening),
            phrase("care", words::IF_AFRAID),
        ];
        // One box has more room than each of two.
        let room = 4 / self.form.boxes.len().max(1);
        self.state.with(|state| {
            for round in 0..ROUNDS {
                let Some(line) = state.line_of(content, round) else {
                    continue;
                };
                let said = words::said(self.who(line), &line.text);
                let mut task = vec![paragraph("asked", &said)];
                for (i, field) in self.form.boxes.iter().enumerate() {
                    let own = if answers { state.typed(round, i) } else { "" };
                    task.push(phrase("", field.label));
                    task.extend(field.hint(round).map(|hint| phrase("hint", hint)));
                    task.push(written(own, room));
                }
                parts.push(block("task", &task));
            }
        });
        parts.push(paragraph("closing", &content.closing));
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }

    fn who<'a>(&self, line: &'a Line) -> &'a str {
        match line.who.as_str() {
            "" => self.form.who.text(),
            who => who,
        }
    }

    /// The notes on what was in the boxes. They are English, whatever the page is in.
    fn noted(&self, noted: &Noted) -> Vec<View> {
        let mut parts = vec![phrase("noted-title", words::NOTES)];
        for (part, field) in self.form.boxes.iter().enumerate() {
            let own = own_words(noted, part);
            if self.form.boxes.len() == 1 {
                parts.push(own);
            } else if !noted.stretches(part).is_empty() {
                parts.push(block("part", &[phrase("who", field.label), own]));
            }
        }
        let notes = element("ul", "notes");
        for (i, remark) in noted.remarks.iter().enumerate() {
            let note = dom::text("li", "", &remark.text)
                .with("lang", "en")
                .with("data-note", &number(i));
            let _ = notes.clone().holding(&[note]);
        }
        if !noted.remarks.is_empty() {
            parts.push(notes);
        }
        parts.push(phrase("next-title", words::NEXT_TRY));
        parts.push(paragraph("next", &noted.next).with("lang", "en"));
        if noted.is_first {
            parts.push(phrase("small", words::CANNOT_HEAR));
        }
        vec![block("noted", &parts)]
    }
}

/// A reply with the words that a note is about marked in it.
fn own_words(noted: &Noted, part: usize) -> View {
    let stretches: Vec<View> = noted
        .stretches(part)
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
    text::number(note + 1)
}
