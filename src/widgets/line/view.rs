//! How a *line* looks: what to choose, the blanks, and the line as it grows.

use std::rc::Rc;

use super::check::is_told;
use super::content::{Blank, Check, Line, Phrase};
use super::state::{Pick, State, Step};
use crate::content::text::{concat, join, number};
use crate::ui::dom::{View, element, live, react, text};
use crate::ui::help::{danger_help, help_block, warm_coach};
use crate::ui::keep::Keeping;
use crate::ui::words::Word;
use crate::ui::{
    Answer, Frame, Model, Radios, Sheet, Status, TextBox, Weight, block, button, lines, paragraph,
    phrase, step_heading, words,
};
use crate::widgets::{Place, Widget};

/// What every part of the view needs.
struct Parts {
    content: Rc<Line>,
    is_limit: bool,
    state: Rc<Model<Line, State>>,
    sheet: Sheet,
    status: Status,
    place: Place,
}

/// What takes the focus at a new step.
const FOCUS: &str = "legend, .step-heading";

/// Draws a *line*.
pub fn line(widget: &'static Widget, content: Rc<Line>, place: Place) -> View {
    let status = Status::default();
    let keeping = Keeping::open(&place, &status, Some(content.fingerprint()));
    let restored = keeping.restore(|parts| State::restore(&content, parts));
    let state = restored.unwrap_or_else(|| State::new(&content));
    let is_finished = |state: &State| state.finished;
    let state = Model::new(&content, state, &place, &status, is_finished, FOCUS);
    let parts = Rc::new(Parts {
        state: Rc::new(state.kept(&keeping, State::keep)),
        sheet: Sheet::new(&place, false),
        status,
        place,
        content,
        is_limit: super::LIMITS.contains(&widget.name),
    });
    let key = |parts: &Parts| parts.state.follow(|state| state.step as usize);
    let step = live(&parts, key, Parts::step);
    let paper = parts.clone();
    parts.sheet.lay(move |answers| paper.paper(answers));
    let cleared = parts.clone();
    let clear = move || {
        let fresh = State::new(&cleared.content);
        cleared.state.change(|state| *state = fresh);
        cleared.sheet.clear();
    };
    let mut body = parts.before();
    body.extend(keeping.around(step, Rc::new(clear)));
    body.extend(parts.footer("small"));
    Frame {
        place: &parts.place,
        title: &parts.content.title,
        body: &body,
        sheet: &parts.sheet,
        status: &parts.status,
    }
    .view()
}

impl Parts {
    /// What stands before the steps, and first on paper.
    fn before(&self) -> Vec<View> {
        let mut parts = vec![
            paragraph("opening", &self.content.opening),
            phrase("care", words::IF_AFRAID),
        ];
        if self.is_limit {
            parts.push(phrase("care", words::IF_SAFE));
        }
        parts
    }

    fn step(self: &Rc<Self>) -> Vec<View> {
        let parts = match self.state.with(|state| state.step) {
            Step::Moments => self.moments(),
            Step::Lines => self.lines(),
            Step::Words => self.words(),
            Step::Whole => self.whole(),
        };
        vec![block("step", &parts)]
    }

    /// Something to choose before the words.
    fn choose<'a>(
        self: &Rc<Self>,
        name: &str,
        legend: Word,
        texts: impl Iterator<Item = &'a str>,
        picked: fn(&State) -> Option<usize>,
        pick: fn(&mut State, &Line, usize),
    ) -> View {
        let answers: Vec<Answer> = texts.map(|text| Answer { text, note: "" }).collect();
        let (parts, follows) = (self.clone(), self.clone());
        Radios {
            place: &self.place,
            name,
            legend: legend.text(),
            answers: &answers,
            class: "cards",
            picked: Box::new(move || follows.state.follow(picked)),
            pick: Rc::new(move |at| parts.state.act(|state| pick(state, &parts.content, at))),
        }
        .view()
    }

    fn moments(self: &Rc<Self>) -> Vec<View> {
        let moments = self.content.moments.iter().map(String::as_str);
        let radios = self.choose(
            "moment",
            words::WHICH_HEARD,
            moments,
            |state| state.moment,
            |state, _, at| state.moment = Some(at),
        );
        let on = self
            .state
            .go(Weight::Main, words::NEXT, State::after_moment);
        vec![radios, block("buttons", &[on])]
    }

    fn lines(self: &Rc<Self>) -> Vec<View> {
        let shown: Vec<String> = self
            .content
            .lines
            .iter()
            .map(|line| join(&line.fixed(), "…"))
            .collect();
        let radios = self.choose(
            "line",
            words::WHICH_LINE,
            shown.iter().map(String::as_str),
            |state| state.line,
            |state, content, at| state.choose_line(content, at),
        );
        let on = self.state.go(Weight::Main, words::NEXT, State::after_line);
        let mut parts = self.moment();
        parts.push(radios);
        parts.push(block("buttons", &self.with_back(on)));
        parts
    }

    /// What the line answers to.
    fn moment(&self) -> Vec<View> {
        let at = self.state.with(|state| state.moment).unwrap_or_default();
        let moment = self.content.moments.get(at);
        moment
            .map(|moment| paragraph("scene", moment))
            .into_iter()
            .collect()
    }

    /// A button, and one that leads back where there is something before.
    fn with_back(self: &Rc<Self>, on: View) -> Vec<View> {
        let mut buttons = vec![on];
        if self.state.with(|state| state.can_go_back(&self.content)) {
            buttons.push(self.state.go(Weight::Quiet, words::BACK, State::back));
        }
        buttons
    }

    fn words(self: &Rc<Self>) -> Vec<View> {
        let amiss = paragraph("amiss", "");
        let told = amiss.clone();
        let parts = self.clone();
        let done = button(Weight::Main, words::WHOLE_LINE, move || {
            parts.state.act(|state| state.finish(&parts.content));
            match parts.state.with(|state| state.empty) {
                true => {
                    told.set_text(words::EMPTY_LINE.text());
                    parts.status.say(words::EMPTY_LINE.text());
                }
                false => parts.finish(),
            }
        });
        let mut parts = vec![step_heading(&self.place, words::FILL_LINE.text())];
        parts.extend(self.moment());
        let blanks = self.state.with(State::blanks);
        for at in 0..blanks {
            parts.push(self.blank(at, blanks));
        }
        parts.push(phrase("so-far", words::SO_FAR));
        parts.push(self.growing());
        parts.push(amiss);
        parts.push(block("buttons", &self.with_back(done)));
        parts
    }

    /// Asks about danger, and hands the focus to the whole line.
    fn finish(self: &Rc<Self>) {
        let written = self.state.with(State::written);
        self.state
            .ask_about_danger(&written, |state| state.help = true);
        self.status.say("");
        self.place.page.focus(".step-heading");
    }

    /// What the owner wrote for a blank of the chosen line.
    fn blank_of(&self, at: usize) -> Option<&Blank> {
        let line = self.state.with(|state| state.line).unwrap_or_default();
        self.content.blank(line, at)
    }

    /// One blank: phrases and a box, or a box alone.
    fn blank(self: &Rc<Self>, at: usize, of: usize) -> View {
        let none = Blank::default();
        let blank = self.blank_of(at).unwrap_or(&none);
        let label = match blank.label.as_str() {
            "" if of == 1 => words::YOUR_WORDS.text().to_string(),
            "" => words::blank(at + 1, of),
            label => label.to_string(),
        };
        if blank.choices.is_empty() {
            return self.field(at, &label);
        }
        let own = blank.choices.len();
        let answers: Vec<Answer> = blank
            .choices
            .iter()
            .map(|Phrase { text, note }| Answer { text, note })
            .chain([Answer {
                text: words::IN_OWN_WORDS.text(),
                note: "",
            }])
            .collect();
        let (parts, follows) = (self.clone(), self.clone());
        let radios = Radios {
            place: &self.place,
            name: &concat(&["blank", &number(at)]),
            legend: &label,
            answers: &answers,
            class: "cards",
            picked: Box::new(
                move || match follows.state.follow(|state| state.picked(at))? {
                    Pick::Phrase(phrase) => Some(phrase),
                    Pick::Own => Some(own),
                },
            ),
            pick: Rc::new(move |picked| {
                let pick = match picked == own {
                    true => Pick::Own,
                    false => Pick::Phrase(picked),
                };
                parts
                    .state
                    .act(|state| state.pick(&parts.content, at, pick));
            }),
        };
        let numbered = Rc::new((self.clone(), at));
        let key = |(parts, at): &(Rc<Self>, usize)| {
            usize::from(parts.state.follow(|state| state.is_own(*at)))
        };
        let field = live(&numbered, key, |numbered| {
            let (parts, at) = &**numbered;
            match parts.state.with(|state| state.is_own(*at)) {
                true => vec![parts.field(*at, words::YOUR_WORDS.text())],
                false => Vec::new(),
            }
        });
        block("blank", &[radios.view(), field])
    }

    /// A box for the reader's own words.
    fn field(self: &Rc<Self>, at: usize, label: &str) -> View {
        let hint = self.blank_of(at).map_or("", |blank| &blank.hint);
        let name = concat(&["own", &number(at)]);
        let field = TextBox::new(&self.place, &name, label, hint);
        self.state.with(|state| field.area.set_value(state.own(at)));
        warm_coach(&self.place, &field.area);
        let (parts, area) = (self.clone(), field.area.clone());
        field.area.on(
            "input",
            Rc::new(move || {
                let own = area.value();
                parts.state.act(|state| state.write(at, &own));
            }),
        );
        field.view
    }

    /// The line, as it is just now.
    fn growing(self: &Rc<Self>) -> View {
        let line = element("p", "whole").with("dir", "auto");
        let (parts, drawn) = (self.clone(), line.clone());
        react(Box::new(move || {
            let pieces = parts.state.follow(|state| state.pieces(&parts.content));
            drawn.set_text("");
            // What fills a blank has a direction of its own; the rest has the line's.
            let is_alone = pieces.len() == 1;
            for piece in pieces {
                let view = match piece.blank && !is_alone {
                    true => text("span", "filled", &piece.text),
                    false => element("span", ""),
                };
                view.set_text(&piece.text);
                let _ = drawn.clone().holding(&[view]);
            }
        }));
        line
    }

    fn whole(self: &Rc<Self>) -> Vec<View> {
        let line = self.state.with(|state| state.whole(&self.content));
        let told = phrase("small", words::KEPT_BY_OTHERS);
        let copy = {
            let (parts, told, line) = (self.clone(), told.clone(), line.clone());
            button(Weight::Main, words::COPY_LINE, move || {
                parts.state.copy(&line, &told);
            })
        };
        let print = self.sheet.button(words::PRINT_LINE, true);
        let change = self
            .state
            .go(Weight::Plain, words::CHANGE_LINE, State::back);
        let again = self
            .state
            .go(Weight::Quiet, words::START_AGAIN, |state, content| {
                *state = State::new(content);
            });
        let has_help = |parts: &Self| usize::from(parts.state.follow(|state| state.help));
        let help = live(self, has_help, |parts| {
            match parts.state.with(|state| state.help) {
                true => vec![danger_help(&parts.place)],
                false => Vec::new(),
            }
        });
        let mut parts = vec![step_heading(&self.place, words::SAY_ALOUD.text())];
        parts.extend(self.moment());
        parts.push(paragraph("whole", &line));
        parts.push(phrase("", words::QUIETLY));
        parts.extend(self.notes());
        parts.push(help);
        parts.push(block("buttons", &[copy, print, change, again]));
        parts.push(told);
        parts.push(paragraph("closing", &self.content.closing));
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }

    /// What the checks have to say.
    fn notes(&self) -> Vec<View> {
        let said = self.state.with(|state| state.said(&self.content));
        let mut notes = Vec::new();
        for check in &self.content.checks {
            let (list, note) = words_of(*check);
            if is_told(*check, &said, list.text(), words::TIMES.text()) {
                notes.push(phrase("next", note));
            }
        }
        notes
    }

    /// What stands below everything, and the help above it.
    fn footer(&self, class: &str) -> Vec<View> {
        let footer = &self.content.footer;
        if footer.is_empty() {
            return Vec::new();
        }
        let region = self.place.region.as_deref();
        vec![
            help_block(words::HELP, region, "", None),
            paragraph(class, footer),
        ]
    }

    /// On paper: the reader's line when she asked for it, or all lines with room for words.
    fn paper(&self, mine: bool) -> Vec<View> {
        let content = &self.content;
        let mut parts = self.before();
        if mine {
            let line = self.state.with(|state| state.whole(content));
            parts.extend(self.moment());
            parts.push(paragraph("whole", &line));
        } else {
            let moments = ticks(content.moments.iter());
            parts.push(block("task", &[block("ticks", &moments)]));
            for (at, line) in content.lines.iter().enumerate() {
                let mut task = vec![paragraph("asked", &join(&line.fixed(), "________"))];
                for blank in (0..).map_while(|blank| content.blank(at, blank)) {
                    let phrases = ticks(blank.choices.iter().map(|phrase| &phrase.text));
                    task.push(paragraph("group", &blank.label));
                    task.push(block("ticks", &phrases));
                }
                task.push(lines(2));
                parts.push(block("task", &task));
            }
        }
        parts.push(paragraph("closing", &content.closing));
        parts.extend(self.footer("closing"));
        parts.push(phrase("small", words::NOT_THERAPY));
        parts
    }
}

/// On paper: boxes to tick.
fn ticks<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<View> {
    texts.map(|text| paragraph("tick", text)).collect()
}

/// The words that a check looks for, and what is said when it tells something.
fn words_of(check: Check) -> (Word, Word) {
    match check {
        Check::But => (words::BUTS, words::NOTE_BUT),
        Check::Time => (words::TIMES, words::NOTE_TIME),
        Check::Seen => (words::PEOPLE, words::NOTE_SEEN),
        Check::Vague => (words::VAGUE, words::NOTE_VAGUE),
        Check::Acknowledge => (words::ACKNOWLEDGES, words::NOTE_ACKNOWLEDGE),
        Check::Hold => (words::HOLDS, words::NOTE_HOLD),
        Check::Next => (words::NEXT_STEPS, words::NOTE_NEXT),
    }
}
