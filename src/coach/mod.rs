//! The coach of the practices: reads a reply to a line that somebody says, and answers with short
//! notes about the reader's own words. It knows no score and no verdict about anybody. It is a
//! WebAssembly module of its own (`src/bin/coach.rs`), which a page loads when somebody writes.
//!
//! Layout:
//! - `cues`: small words, spellings, stems and the phrases of danger; `lexicon`: words by what they
//!   mean
//! - `text`: tokens with byte ranges and plain forms, and where the phrases stand among them
//! - `echo`: which words of the reply come back from the prompt, and with which "I" and "you"
//! - `shape`: whether a reply is something to read; `alarm`: the phrases of danger
//! - `features`: what the model sees of a sentence; `model`: the model; `heard`: from the answers of
//!   sentences to the labels of the reply
//! - `notes`: what is said to the reader; `sentences`: the sentences themselves
//! - `answer`: the notes on their way to the page
//!
//! A [`Reader`] goes through a reply piece by piece and gives a [`Reading`], which is plain data.

mod alarm;
mod answer;
mod cues;
mod echo;
mod features;
mod heard;
mod lexicon;
mod math;
pub mod model;
mod notes;
mod sentences;
mod shape;
mod text;

pub use alarm::alarm;
pub use answer::{Answer, Ask, Coach, Remark};
pub use notes::{Note, Notes, Part, Task, notes};
pub use sentences::{Memory, Topic};

use std::sync::OnceLock;

use heard::Heard;
use model::Model;
use text::{Tables, Text};

/// A byte range of a reply; both ends are char boundaries and `start < end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// What a mirror gives back: what they said, or how it may feel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mirror {
    Content,
    Feeling,
}

/// What a question does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Invites a story.
    Open,
    /// Asks for yes, no or one fact.
    Closed,
    /// Blame, advice or an argument in the form of a question.
    Leading,
}

/// What moves the talk away from the other person, in the order of the model's heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Shrinks the feeling or hurries it away.
    Minimize,
    /// Tells them what to do.
    Fix,
    /// Turns to the reader's own story or wishes.
    Turn,
    /// Corrects, defends, blames, mocks, diagnoses.
    Argue,
}

/// How a limit is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boundary {
    Kind,
    Harsh,
}

/// A label with the words that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    pub value: T,
    pub span: Span,
}

/// What kind of text the reply is at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing, or white space.
    Empty,
    /// One word.
    Short,
    /// Keyboard mashing, or only symbols and emoji.
    Nonsense,
    /// Most likely not English.
    OtherLanguage,
    Words,
}

/// What the coach sees in a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub shape: Shape,
    pub mirror: Option<Found<Mirror>>,
    /// The feeling named, inside or beside the mirror.
    pub feeling: Option<Span>,
    pub question: Option<Found<Question>>,
    /// The words of each [`Slip`], in their order.
    pub slips: [Option<Span>; 4],
    pub boundary: Option<Found<Boundary>>,
    pub alarm: Option<Span>,
    /// The mirror stands before the question.
    pub mirror_first: bool,
    /// How likely each of the model's answers is a yes, in percent (the heads of [`model`]).
    pub sure: [u8; model::HEADS],
}

/// How likely a slip has to be for a note, in percent. A slip that is not there and is told hurts
/// more than one that is missed: docs/coach.md has the curve that this was chosen from.
pub const TOLD: u8 = 75;

impl Reading {
    /// How likely a slip is, in percent.
    pub fn sure_of(&self, slip: Slip) -> u8 {
        let head = model::MINIMIZE + slip as usize;
        self.sure.get(head).copied().unwrap_or_default()
    }

    /// The words of a slip.
    pub fn slip(&self, slip: Slip) -> Option<Span> {
        self.slips.get(slip as usize).copied().flatten()
    }

    /// The slips that there are.
    pub fn slips(&self) -> impl Iterator<Item = Found<Slip>> {
        [Slip::Minimize, Slip::Fix, Slip::Turn, Slip::Argue]
            .into_iter()
            .filter_map(|value| {
                Some(Found {
                    value,
                    span: self.slip(value)?,
                })
            })
    }

    fn new(shape: Shape) -> Reading {
        Reading {
            shape,
            mirror: None,
            feeling: None,
            question: None,
            slips: [None; 4],
            boundary: None,
            alarm: None,
            mirror_first: false,
            sure: [0; model::HEADS],
        }
    }
}

/// All that the coach knows, made once.
pub struct Known {
    tables: Tables,
    model: Model,
}

impl Known {
    pub fn new(mut model: Model) -> Known {
        Known {
            tables: Tables::new(std::mem::take(&mut model.words)),
            model,
        }
    }

    /// With the model that is compiled in.
    pub fn shared() -> &'static Known {
        static SHARED: OnceLock<Known> = OnceLock::new();
        SHARED.get_or_init(|| Known::new(Model::read(model::BYTES).unwrap_or_default()))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Known {
    /// Is it a reflection as a counselor makes it? Only measured, never said.
    pub fn is_reflection(&self, reading: &Reading) -> bool {
        let sure = reading.sure.get(model::REFLECTION).copied();
        let least = self.model.heads.get(model::REFLECTION);
        let least = least.map_or(0.0, |head| f32::from(head.least) / 256.0);
        f32::from(sure.unwrap_or_default()) > 100.0 * model::chance(least)
    }
}

/// How long a piece of text is that is read at once, in bytes, about: a hundred words.
const PIECE: usize = 400;

/// The end of the piece of text that begins at `from`: behind a sentence, or, where none ends for
/// long, behind a word, or anywhere between two characters.
fn piece(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut word) = (from + PIECE, 0);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        let next = bytes.get(at).copied().unwrap_or_default();
        // Behind a mark that is one of several, or that a quotation mark or a sign follows, the
        // sentence goes on.
        if matches!(byte, b'.' | b'!' | b'?' | b'\n')
            && matches!(next, b' ' | b'\n' | b'a'..=b'z' | b'A'..=b'Z')
        {
            return at;
        }
        if *byte <= b' ' && word == 0 {
            word = at;
        }
        if at >= from + 2 * PIECE && (word > 0 || text.is_char_boundary(at)) {
            return if word > 0 { word } else { at };
        }
    }
    text.len()
}

/// Reads a reply piece by piece, so that the page stays quick whatever was pasted. Each step is given
/// the same prompt and the same reply.
pub struct Reader<'a> {
    known: &'a Known,
    /// How far both are read.
    prompt_at: usize,
    reply_at: usize,
    said: features::Said,
    echo: echo::Said,
    heard: Heard,
    reading: Reading,
    sentences: usize,
}

impl<'a> Reader<'a> {
    pub fn new(known: &'a Known) -> Reader<'a> {
        Reader {
            known,
            prompt_at: 0,
            reply_at: 0,
            said: features::Said::default(),
            echo: echo::Said::new(),
            heard: Heard::default(),
            reading: Reading::new(Shape::Empty),
            sentences: 0,
        }
    }

    /// Reads one piece; `None` until all is read.
    pub fn step(&mut self, prompt: &str, reply: &str) -> Option<Reading> {
        if self.prompt_at < prompt.len() {
            self.listen(prompt);
        } else if self.reply_at < reply.len() {
            self.each_sentence(reply, &mut |_, _| {});
        } else {
            let model = &self.known.model;
            return Some(self.heard.finish(model, self.said.charged, self.reading));
        }
        None
    }

    /// Takes in a piece of the prompt.
    fn listen(&mut self, prompt: &str) {
        let end = piece(prompt, self.prompt_at);
        let piece = prompt.get(self.prompt_at..end).unwrap_or_default();
        let mut text = Text::new(&self.known.tables, piece);
        self.said.hear(&text);
        self.echo.learn(&mut text);
        self.prompt_at = end;
    }

    /// Reads a piece of the reply, and shows each sentence's places of keys.
    fn each_sentence(&mut self, reply: &str, show: &mut dyn FnMut(&[u32], &model::Row)) {
        let start = self.reply_at;
        let end = piece(reply, start);
        self.reply_at = end;
        let source = reply.get(start..end).unwrap_or_default();
        let mut text = Text::new(&self.known.tables, source);
        if start == 0 {
            self.reading.shape = shape::shape(&text);
        }
        self.echo.mark(&mut text);
        let all = text.tokens.len();
        let words = matches!(self.reading.shape, Shape::Words | Shape::Short);
        let mut from = text.next(0, cues::WORD);
        while from < all {
            let to = (text.next(from, cues::STOP) + 1).min(all);
            let next = text.next(to, cues::WORD);
            let last = next >= all && end >= reply.len();
            let mut keys = features::Keys::new(&text, source, self.said);
            let place = features::Place {
                first: self.sentences == 0,
                last,
            };
            self.sentences += 1;
            let places = keys.sentence(from, to, place);
            let answers = self.known.model.sentence(places);
            show(places, &answers);
            let mut sentence = heard::Sentence {
                text: &text,
                model: &self.known.model,
                keys: &mut keys,
                from,
                to,
                place,
                start,
            };
            self.heard.sentence(&mut sentence, &answers, words);
            from = next;
        }
    }
}

/// Reads a reply to a prompt. Takes any text of any length; the work grows linearly with both.
///
/// Danger (`alarm`) is looked for in the reply whatever its shape; the other labels only in words
/// that look like English.
pub fn read(prompt: &str, reply: &str) -> Reading {
    read_with(Known::shared(), prompt, reply)
}

/// The same with what another coach knows.
pub fn read_with(known: &Known, prompt: &str, reply: &str) -> Reading {
    let mut reader = Reader::new(known);
    loop {
        if let Some(reading) = reader.step(prompt, reply) {
            return reading;
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use features::beliefs;
#[cfg(not(target_arch = "wasm32"))]
pub use lexicon::words;

/// What the model is given of a reply: the places of each sentence's keys; and whether the prompt
/// speaks of the reader.
#[cfg(not(target_arch = "wasm32"))]
pub fn places(known: &Known, prompt: &str, reply: &str) -> (Vec<Vec<u32>>, bool) {
    let mut reader = Reader::new(known);
    while reader.prompt_at < prompt.len() {
        reader.listen(prompt);
    }
    let mut out = Vec::new();
    while reader.reply_at < reply.len() {
        reader.each_sentence(reply, &mut |places, _| out.push(places.to_vec()));
    }
    (out, reader.said.charged)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests;
