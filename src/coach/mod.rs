//! The coach of "mirror, then ask": reads a reply to a line that somebody says, and answers with
//! short notes about the reader's own words. It knows no score and no verdict about anybody. It is a
//! WebAssembly module of its own (`src/bin/coach.rs`), which a page loads when somebody writes.
//!
//! Layout:
//! - `cues`: all words and phrases, as text tables
//! - `text`: tokens with byte ranges and plain forms, and where the phrases stand among them
//! - `echo`: which words of the reply come back from the prompt, and with which "I" and "you"
//! - `mirror`, `question`, `slips`, `boundary`, `alarm`: one module for each label
//! - `notes`: what is said to the reader
//! - `answer`: the notes on their way to the page
//!
//! [`read`] is where the labels meet: each module gives its own answer from the same tokens, and
//! a [`Reading`] is plain data. A learned model can therefore refine single fields of a `Reading`
//! between [`read`] and [`notes`] without either knowing of it.

mod alarm;
mod answer;
mod boundary;
mod cues;
mod echo;
mod mirror;
mod notes;
mod question;
mod shape;
mod slips;
mod text;

pub use alarm::alarm;
pub use answer::{Answer, Remark};
pub use notes::{About, Note, Notes, notes};

use text::Text;

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

/// What moves the talk away from the other person.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub shape: Shape,
    pub mirror: Option<Found<Mirror>>,
    /// The feeling named, inside or beside the mirror.
    pub feeling: Option<Span>,
    pub question: Option<Found<Question>>,
    /// At most one of each, in order of appearance.
    pub slips: Vec<Found<Slip>>,
    pub boundary: Option<Found<Boundary>>,
    pub alarm: Option<Span>,
    /// The mirror stands before the question.
    pub mirror_first: bool,
}

/// Reads a reply to a prompt. Takes any text of any length; the work grows linearly with both.
///
/// Danger (`alarm`) is looked for in the reply whatever its shape; the other labels only in words
/// that look like English.
#[inline(never)]
pub fn read(prompt: &str, reply: &str) -> Reading {
    let mut said = Text::new(prompt);
    let mut text = Text::new(reply);
    let shape = shape::shape(&text);
    let mut reading = Reading {
        shape,
        mirror: None,
        feeling: None,
        question: None,
        slips: Vec::new(),
        boundary: None,
        alarm: alarm::find(&text),
        mirror_first: false,
    };
    if !matches!(shape, Shape::Words | Shape::Short) {
        return reading;
    }
    echo::mark(&mut said, &mut text);
    let danger = reading.alarm.is_some() || alarm::find(&said).is_some();
    let charged = said.count(0, said.tokens.len(), cues::YOU) > 0;
    reading.question = question::find(&mut text);
    reading.boundary = boundary::find(&text);
    reading.slips = slips::find(&text, &said, danger);
    mirror::find(&text, charged, &mut reading);
    reading.mirror_first = match (&reading.mirror, &reading.question) {
        (Some(mirror), Some(question)) => mirror.span.start < question.span.start,
        _ => false,
    };
    reading
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests;
