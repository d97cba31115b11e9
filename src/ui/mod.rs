//! The parts that exercises are built from, and the words on them.

pub mod chain;
pub mod dom;
pub mod help;
pub mod keep;
pub mod words;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};

use dom::{Callback, View, element, react, text};

use crate::content::record::Record;
use crate::content::text::{concat, number};
use crate::widgets::{Event, Page, Place};
use keep::Keeping;
use words::Word;

/// What a reader did in an exercise, with one signal for all of it: parts of the
/// screen read it and follow. (A signal and memos a type of state would be code of
/// their own for every kind.)
pub struct Model<C, S> {
    content: Rc<C>,
    state: RefCell<S>,
    is_finished: fn(&S) -> bool,
    keep: fn(&S, &mut Record),
    run: Run,
}

/// What a model has, whatever its state is.
struct Run {
    changed: ArcTrigger,
    page: Rc<dyn Page>,
    name: &'static str,
    status: Status,
    started: Cell<bool>,
    keeping: Option<Rc<Keeping>>,
    /// What takes the focus at a new step.
    focus: &'static str,
}

/// What a button does to a state.
pub type Change<C, S> = fn(&mut S, &C);

impl<C: 'static, S: 'static> Model<C, S> {
    /// Starts with a state. `is_finished` tells whether the reader came to the end of a run;
    /// `focus` selects what takes the focus at a new step.
    pub fn new(
        content: &Rc<C>,
        state: S,
        place: &Place,
        status: &Status,
        is_finished: fn(&S) -> bool,
        focus: &'static str,
    ) -> Self {
        Self {
            content: content.clone(),
            state: RefCell::new(state),
            is_finished,
            keep: |_, _| (),
            run: Run {
                changed: ArcTrigger::new(),
                page: place.page.clone(),
                name: place.name,
                status: status.clone(),
                started: Cell::new(false),
                keeping: None,
                focus,
            },
        }
    }

    /// Lets what the reader does be kept on her device, as `keep` writes it.
    #[must_use]
    pub fn kept(mut self, keeping: &Rc<Keeping>, keep: fn(&S, &mut Record)) -> Self {
        self.run.keeping = Some(keeping.clone());
        self.keep = keep;
        self
    }

    /// Reads the state. `read` must not change it.
    pub fn with<T>(&self, read: impl FnOnce(&S) -> T) -> T {
        read(&self.state.borrow())
    }

    /// Reads the state within an effect, which then runs again after every change.
    pub fn follow<T>(&self, read: impl FnOnce(&S) -> T) -> T {
        self.run.changed.track();
        self.with(read)
    }

    /// Changes the state. Within a reading or another change it stays as it is.
    pub fn change(&self, change: impl FnOnce(&mut S)) {
        self.set(change);
        self.run.changed.notify();
    }

    /// Takes what the reader types: nothing on the screen follows it.
    pub fn note(&self, change: impl FnOnce(&mut S)) {
        self.set(change);
        self.run.keep(self);
    }

    fn set(&self, change: impl FnOnce(&mut S)) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            change(&mut state);
        }
    }

    /// Changes the state as the reader wants it, and tells the page where that begins
    /// or ends something.
    pub fn act(&self, change: impl FnOnce(&mut S)) {
        let was_finished = self.is_finished();
        self.set(change);
        self.run.follow(self, was_finished);
    }

    /// Changes the state as the reader wants it, and hands the focus to the new step.
    pub fn turn(&self, change: impl FnOnce(&mut S)) {
        self.run.status.say("");
        self.act(change);
        self.run.page.focus(self.run.focus);
    }

    /// A button that leads to another step.
    pub fn go(self: &Rc<Self>, weight: Weight, label: Word, change: Change<C, S>) -> View {
        let model = self.clone();
        button(weight, label, move || {
            model.turn(|state| change(state, &model.content));
        })
    }

    /// Asks whether the reader's own words suggest danger; if they do, `open` is done, and
    /// she is told that there is help.
    pub fn ask_about_danger(self: &Rc<Self>, own: &str, open: fn(&mut S)) {
        let model = self.clone();
        let found = move || {
            model.change(open);
            model.run.status.say(words::HELP_FOR_DANGER.text());
        };
        help::ask_about_danger(&*self.run.page, own, Box::new(found));
    }

    /// Puts a text on the clipboard, and says in `told` whether that worked.
    pub fn copy(&self, text: &str, told: &View) {
        self.run.copy(text, told.clone());
    }
}

/// What is asked of a state after each change.
trait Acted {
    fn is_finished(&self) -> bool;
    fn keep(&self, record: &mut Record);
}

impl<C: 'static, S: 'static> Acted for Model<C, S> {
    fn is_finished(&self) -> bool {
        self.with(self.is_finished)
    }

    fn keep(&self, record: &mut Record) {
        self.with(|state| (self.keep)(state, record));
    }
}

impl Run {
    fn keep(&self, state: &dyn Acted) {
        if let Some(keeping) = &self.keeping {
            keeping.keep(&|record| state.keep(record));
        }
    }

    /// Lets everything follow a change that the reader made.
    fn follow(&self, state: &dyn Acted, was_finished: bool) {
        self.changed.notify();
        self.keep(state);
        if !self.started.replace(true) {
            self.page.emit(Event::Started);
        }
        if !was_finished && state.is_finished() {
            self.page.emit(Event::Finished);
            chain::end(self.name);
        }
    }

    fn copy(&self, text: &str, told: View) {
        let status = self.status.clone();
        let done = move |copied| {
            let words = match copied {
                true => words::COPIED.text(),
                false => words::NOT_COPIED.text(),
            };
            told.set_text(words);
            status.say(words);
        };
        self.page.copy(text, Box::new(done));
    }
}

/// Brings an exercise the news of others on the page: one came to its end, or all are printed.
#[derive(Clone)]
pub struct News(Rc<ArcTrigger>);

thread_local! {
    /// Those who follow; of exercises that are gone, nothing stays.
    static FOLLOWERS: RefCell<Vec<Weak<ArcTrigger>>> = const { RefCell::new(Vec::new()) };
}

impl Default for News {
    fn default() -> Self {
        let news = Rc::new(ArcTrigger::new());
        FOLLOWERS.with_borrow_mut(|all| {
            all.retain(|one| one.strong_count() > 0);
            all.push(Rc::downgrade(&news));
        });
        Self(news)
    }
}

impl News {
    /// Lets an effect run again when there is some.
    pub fn follow(&self) {
        self.0.track();
    }

    /// Tells this exercise.
    pub fn tell(&self) {
        self.0.notify();
    }

    /// Tells all exercises.
    pub fn tell_all() {
        FOLLOWERS.with_borrow(|all| {
            all.iter()
                .filter_map(Weak::upgrade)
                .for_each(|one| one.notify());
        });
    }
}

/// How much a button asks to be pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one that most readers want now.
    Main,
    Plain,
    /// Looks like a link.
    Quiet,
    /// Takes the reader away from the page.
    Away,
}

/// A button. `label` says what it acts on when read alone.
pub fn button(weight: Weight, label: Word, press: impl Fn() + 'static) -> View {
    button_boxed(weight, label, Rc::new(press))
}

fn button_boxed(weight: Weight, label: Word, press: Rc<dyn Callback>) -> View {
    let class = match weight {
        Weight::Main => "button main",
        Weight::Plain => "button",
        Weight::Quiet => "button quiet",
        Weight::Away => "button away",
    };
    let button = element("button", class)
        .with("type", "button")
        .holding(&[text("span", "", label.text())]);
    button.on("click", press);
    button
}

/// A button that shows and hides what follows it, and what it shows.
pub fn disclosure(show: Word, hide: Word, shown: View) -> [View; 2] {
    let button = text("button", "button", show.text())
        .with("type", "button")
        .with("aria-expanded", "false");
    let region = element("div", "");
    let open = Cell::new(false);
    let (face, place) = (button.clone(), region.clone());
    button.on(
        "click",
        Rc::new(move || {
            let now = !open.get();
            open.set(now);
            face.set_text(if now { hide.text() } else { show.text() });
            face.set("aria-expanded", if now { "true" } else { "false" });
            if now {
                let _ = place.clone().holding(std::slice::from_ref(&shown));
            } else {
                place.set_text("");
            }
        }),
    );
    [button, region]
}

/// A box around other parts.
pub fn block(class: &str, parts: &[View]) -> View {
    element("div", class).holding(parts)
}

/// A paragraph of our own words.
pub fn phrase(class: &str, word: Word) -> View {
    paragraph(class, word.text())
}

/// A paragraph.
pub fn paragraph(class: &str, words: &str) -> View {
    text("p", class, words)
}

/// A heading below the exercise's own, which can take the focus.
pub fn step_heading(place: &Place, words: &str) -> View {
    heading("step-heading", place.heading_level + 1, words)
}

fn heading(class: &str, level: u8, words: &str) -> View {
    text("div", class, words)
        .with("role", "heading")
        .with("aria-level", &number(usize::from(level.min(6))))
        .with("tabindex", "-1")
}

/// One choice in a group.
pub struct Answer<'a> {
    pub text: &'a str,
    /// Shown beside the choice as soon as it is chosen; may be empty.
    pub note: &'a str,
}

/// A group of native radios: nothing is chosen at first, and choosing sends nothing off.
pub struct Radios<'a> {
    pub place: &'a Place,
    /// Different for every group of one exercise.
    pub name: &'a str,
    pub legend: &'a str,
    pub answers: &'a [Answer<'a>],
    /// `cards` or `inline`.
    pub class: &'a str,
    /// Which one is chosen, by a signal.
    pub picked: Box<dyn Callback<Option<usize>>>,
    pub pick: Rc<dyn Fn(usize)>,
}

impl Radios<'_> {
    /// Draws the group. Its legend can take the focus.
    pub fn view(self) -> View {
        let group = self.place.id(self.name);
        let legend = text("legend", "", self.legend).with("tabindex", "-1");
        let fieldset = element("fieldset", self.class).holding(&[legend]);
        let mut radios = Vec::new();
        for (i, answer) in self.answers.iter().enumerate() {
            let note_id = concat(&[&group, "-note", &number(i)]);
            let note = text("div", "note", "").with("id", &note_id);
            let radio = element("input", "")
                .with("type", "radio")
                .with("name", &group)
                .with("autocomplete", "off")
                .with("aria-describedby", &note_id);
            let pick = self.pick.clone();
            radio.on("change", Rc::new(move || pick(i)));
            let label =
                element("label", "").holding(&[radio.clone(), text("span", "", answer.text)]);
            let _ = fieldset
                .clone()
                .holding(&[block("option", &[label, note.clone()])]);
            radios.push((radio, note, answer.note.to_string()));
        }
        let picked = self.picked;
        react(Box::new(move || {
            let picked = picked.run();
            for (i, (radio, note, words)) in radios.iter().enumerate() {
                let is_picked = picked == Some(i);
                radio.set_checked(is_picked);
                note.set_text(if is_picked { words } else { "" });
            }
        }));
        fieldset
    }
}

/// A box to tick: nothing is ticked at first, and a tick can be taken away.
pub fn tick(words: &str, is_ticked: Box<dyn Callback<bool>>, press: Rc<dyn Callback>) -> View {
    let input = element("input", "")
        .with("type", "checkbox")
        .with("autocomplete", "off");
    input.on("change", press);
    let label = element("label", "").holding(&[input.clone(), text("span", "", words)]);
    react(Box::new(move || input.set_checked(is_ticked.run())));
    block("option", &[label])
}

/// A box to write in, with its label and a line for what is amiss.
pub struct TextBox {
    /// The whole of it.
    pub view: View,
    /// The box itself.
    pub area: View,
    amiss: View,
}

impl TextBox {
    /// Makes a box. The hint stands between the label and the box.
    pub fn new(place: &Place, name: &str, label: &str, hint: &str) -> Self {
        let id = place.id(name);
        let hint_id = concat(&[&id, "-hint"]);
        let amiss_id = concat(&[&id, "-amiss"]);
        let area = element("textarea", "")
            .with("id", &id)
            .with("rows", "3")
            .with("dir", "auto")
            .with("autocomplete", "off")
            // Some browsers check spelling by sending the words away.
            .with("spellcheck", "false")
            .with("aria-describedby", &concat(&[&hint_id, " ", &amiss_id]));
        let amiss = text("div", "amiss", "").with("id", &amiss_id);
        let view = block(
            "field",
            &[
                text("label", "", label).with("for", &id),
                text("div", "hint", hint).with("id", &hint_id),
                area.clone(),
                amiss.clone(),
            ],
        );
        Self { view, area, amiss }
    }

    /// Says beside the box what is amiss, or that all is well.
    pub fn tell(&self, amiss: &str) {
        self.amiss.set_text(amiss);
        self.area.set(
            "aria-invalid",
            if amiss.is_empty() { "false" } else { "true" },
        );
    }
}

/// The one polite live region of an exercise: present and empty from the first paint.
#[derive(Clone)]
pub struct Status {
    region: View,
    /// Alternates with every message, so that the same words are said again.
    turn: Rc<Cell<bool>>,
}

impl Default for Status {
    fn default() -> Self {
        Self {
            region: element("div", "unseen")
                .with("role", "status")
                .with("dir", "auto")
                .with("aria-atomic", "true"),
            turn: Rc::default(),
        }
    }
}

impl Status {
    /// Says a text once. An empty one empties the region.
    pub fn say(&self, words: &str) {
        let turn = !self.turn.replace(!self.turn.get());
        // A no-break space makes a repeated message a change.
        let end = if turn && !words.is_empty() {
            "\u{a0}"
        } else {
            ""
        };
        self.region.set_text(&concat(&[words, end]));
    }

    /// Says a text, and then another one, which is English in every language.
    pub fn say_with_english(&self, words: &str, english: &str) {
        self.say(&concat(&[words, " "]));
        let english = text("span", "", english).with("lang", "en");
        let _ = self.region.clone().holding(&[english]);
    }
}

/// The whole of an exercise: its heading, what is on the screen, and what is printed.
pub struct Frame<'a> {
    pub place: &'a Place,
    pub title: &'a str,
    pub body: &'a [View],
    /// Shown on paper only.
    pub sheet: &'a Sheet,
    pub status: &'a Status,
}

impl Frame<'_> {
    /// Draws the exercise.
    pub fn view(self) -> View {
        let id = self.place.id("title");
        let title = heading("title", self.place.heading_level, self.title).with("id", &id);
        element("section", "frame")
            .with("role", "group")
            .with("aria-labelledby", &id)
            .holding(&[
                title,
                chain::screen(self.place, self.body),
                self.sheet.view.clone(),
                self.status.region.clone(),
            ])
    }
}

/// What is printed: a worksheet that is blank, but for the one print that the reader asks
/// for with her answers on it.
#[derive(Clone)]
pub struct Sheet {
    view: View,
    page: Rc<dyn Page>,
    news: News,
    /// The reader asked for her answers on this sheet.
    asked: Rc<Cell<bool>>,
    /// Her answers never stand among those of other exercises.
    private: bool,
}

thread_local! {
    /// The reader asked for her answers on all sheets of the page.
    static ALL_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Draws all sheets of the page anew, with the reader's answers or without them.
pub fn all_sheets(answers: bool) {
    ALL_ASKED.set(answers);
    News::tell_all();
}

impl Sheet {
    /// An empty sheet. Of a private exercise it is printed with answers only by its own button.
    pub fn new(place: &Place, private: bool) -> Self {
        Self {
            view: element("div", "sheet"),
            page: place.page.clone(),
            news: place.news.clone(),
            asked: Rc::default(),
            private,
        }
    }

    /// Draws what `paper` has for it, with the reader's answers or without them.
    pub fn lay(&self, paper: impl Fn(bool) -> Vec<View> + 'static) {
        let sheet = self.clone();
        react(Box::new(move || {
            sheet.news.follow();
            let all_asked = ALL_ASKED.get() && !sheet.private;
            let paper = paper(all_asked || sheet.asked.get());
            sheet.view.set_text("");
            let _ = sheet.view.clone().holding(&paper);
        }));
    }

    /// Takes away what stood on it.
    pub fn clear(&self) {
        self.ask(false);
    }

    fn ask(&self, answers: bool) {
        self.asked.set(answers);
        self.news.tell();
    }

    /// A button that prints it once; after that it is blank again.
    pub fn button(&self, label: Word, answers: bool) -> View {
        let sheet = self.clone();
        button(Weight::Plain, label, move || {
            sheet.ask(answers);
            let printed = sheet.clone();
            sheet.page.print(Box::new(move || printed.clear()));
        })
    }

    /// The two buttons for a sheet that answers have room on.
    pub fn buttons(&self) -> View {
        let blank = self.button(words::PRINT_BLANK, false);
        let mine = self.button(words::PRINT_MINE, true);
        block("buttons", &[blank, mine])
    }
}

/// On paper: what the reader wrote, or lines to write it on.
pub fn written(own: &str, count: usize) -> View {
    match own.trim() {
        "" => lines(count),
        own => paragraph("own", own),
    }
}

/// Lines to write on, on paper.
pub fn lines(count: usize) -> View {
    let lines: Vec<View> = (0..count).map(|_| element("div", "line")).collect();
    block("lines", &lines)
}
