//! What the coach is asked and what it answers, on the way between the page and its own module:
//! text in, text out.

use super::{Known, Memory, Notes, Part, Reader, Reading, Shape, Span, Task, alarm, notes};

/// Stands between the parts of an answer. No part holds it.
const BETWEEN: char = '\u{1}';

/// What the coach is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    pub task: Task,
    /// What somebody says, or the question that is to be turned.
    pub line: String,
    /// What the reader writes, one text for each box. Where all are empty, the coach is asked
    /// whether the line speaks of danger.
    pub replies: Vec<String>,
    /// From 0; notes help less from one to the next.
    pub round: usize,
}

/// What the page shows of the coach's notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// In the order of the words that they are about.
    pub remarks: Vec<Remark>,
    /// One next try, or a kind nudge when there is nothing to read yet.
    pub next: String,
    /// A reply, or the line that it answers, speaks of danger: open the help block.
    pub help: bool,
}

/// A sentence about some words of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The reply that the words are in, from 0.
    pub part: usize,
    pub span: Span,
    pub text: String,
}

/// The coach at work: one for a page, so that it remembers which sentences it said last.
pub struct Coach {
    task: Task,
    line: String,
    round: usize,
    parts: Vec<Part>,
    /// How many of them are read, and the reader of the next.
    read: usize,
    reader: Option<Reader<'static>>,
    memory: Memory,
}

impl Default for Coach {
    fn default() -> Coach {
        Coach::new()
    }
}

impl Coach {
    pub const fn new() -> Coach {
        Coach {
            task: Task::Mirror,
            line: String::new(),
            round: 0,
            parts: Vec::new(),
            read: 0,
            reader: None,
            memory: Memory::new(),
        }
    }

    /// Takes a question; what was begun before is dropped.
    pub fn begin(&mut self, ask: Ask) {
        self.task = ask.task;
        self.line = ask.line;
        self.round = ask.round;
        self.parts.clear();
        for reply in ask.replies {
            self.parts.push(Part {
                reply,
                reading: Reading::new(Shape::Empty),
            });
        }
        self.read = 0;
        self.reader = None;
    }

    /// Works on for a moment. Answers when all is read, with a text that [`Answer::decode`] reads.
    pub fn step(&mut self) -> Option<String> {
        let is_empty = self.parts.iter().all(|part| part.reply.is_empty());
        let mut said = Notes::default();
        if !is_empty {
            if let Some(part) = self.parts.get_mut(self.read) {
                // What is to be turned is the reader's own: no words of it come back.
                let prompt = match self.task {
                    Task::Open | Task::Reopen => "",
                    Task::Mirror | Task::Connect => &self.line,
                };
                let Some(reader) = &mut self.reader else {
                    // Making ready, the first time, takes as long as reading a piece.
                    self.reader = Some(Reader::new(Known::shared()));
                    return None;
                };
                if let Some(reading) = reader.step(prompt, &part.reply) {
                    part.reading = reading;
                    self.read += 1;
                    self.reader = None;
                }
                return None;
            }
            said = notes(
                self.task,
                &self.line,
                &self.parts,
                self.round,
                &mut self.memory,
            );
        }
        said.help |= alarm(&self.line).is_some();
        Some(encode(&said))
    }

    /// Begins, and works until the answer is there.
    pub fn answer(&mut self, ask: Ask) -> Answer {
        self.begin(ask);
        loop {
            if let Some(text) = self.step() {
                return Answer::decode(&text).unwrap_or_default();
            }
        }
    }
}

impl Answer {
    /// Reads what the coach answers; `None` for anything else.
    pub fn decode(text: &str) -> Option<Self> {
        let mut parts = text.split(BETWEEN);
        let help = !parts.next()?.is_empty();
        let next = parts.next()?.to_string();
        let mut remarks = Vec::new();
        while let Some(part) = parts.next() {
            remarks.push(Remark {
                part: part.parse().ok()?,
                span: Span {
                    start: parts.next()?.parse().ok()?,
                    end: parts.next()?.parse().ok()?,
                },
                text: parts.next()?.to_string(),
            });
        }
        Some(Self {
            remarks,
            next,
            help,
        })
    }
}

/// Notes as one text: whether help opens, the next try, then part, start, end and sentence of each
/// note, in the order of the words.
fn encode(notes: &Notes) -> String {
    let mut out = String::from(if notes.help { "1" } else { "" });
    push(&mut out, notes.next);
    let mut at = 0;
    while let Some((note, place)) = notes.after(at) {
        for number in [note.part, note.span.start, note.span.end] {
            out.push(BETWEEN);
            digits(&mut out, number);
        }
        push(&mut out, &note.text);
        at = place;
    }
    out
}

/// A number in digits; the standard formatter would be larger than this module.
fn digits(out: &mut String, number: usize) {
    if number > 9 {
        digits(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

fn push(out: &mut String, part: &str) {
    out.push(BETWEEN);
    // What is quoted is the reader's, who may have pasted anything.
    out.extend(part.chars().filter(|c| *c != BETWEEN));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::{Note, Topic};

    fn ask(line: &str, reply: &str) -> Ask {
        Ask {
            line: line.into(),
            replies: vec![reply.into()],
            ..Ask::default()
        }
    }

    fn answer(reply: &str) -> Answer {
        Coach::default().answer(ask("You forgot me.", reply))
    }

    #[test]
    fn notes_arrive_as_they_were_sent() {
        let note = |topic, part, start: usize| Note {
            topic,
            part,
            span: Span {
                start,
                end: start + 2,
            },
            text: format!("“ab” {start}"),
        };
        let mut sent = Notes {
            good: vec![note(Topic::Open, 1, 0), note(Topic::Feeling, 0, 30)],
            slip: Some(note(Topic::Fix, 0, 4)),
            next: "Ask.",
            help: false,
        };
        let got = Answer::decode(&encode(&sent)).unwrap();
        assert!(!got.help && got.next == "Ask.");
        let places: Vec<_> = got
            .remarks
            .iter()
            .map(|one| (one.part, one.span.start, one.text.clone()))
            .collect();
        let wanted =
            [(0, 4), (0, 30), (1, 0)].map(|(part, start)| (part, start, format!("“ab” {start}")));
        assert_eq!(places, wanted);
        sent.help = true;
        sent.good.clear();
        sent.slip = None;
        let got = Answer::decode(&encode(&sent)).unwrap();
        assert!(got.help && got.remarks.is_empty());
    }

    #[test]
    fn remarks_follow_the_words() {
        let answer = answer("What happened? That sounds lonely.");
        let starts: Vec<_> = answer.remarks.iter().map(|one| one.span.start).collect();
        assert_eq!(starts.len(), 2);
        assert!(starts.is_sorted());
    }

    #[test]
    fn a_line_that_speaks_of_danger_opens_help() {
        let mut coach = Coach::default();
        assert!(!coach.answer(ask("Hello there.", "Hello you.")).help);
        assert!(
            coach
                .answer(ask("I want to kill myself.", "Hello you."))
                .help
        );
        let before = coach.answer(ask("I want to kill myself.", ""));
        assert!(before.help && before.next.is_empty() && before.remarks.is_empty());
        assert!(!coach.answer(ask("Hello there.", "")).help);
    }

    #[test]
    fn a_question_that_is_begun_anew_is_answered_alone() {
        let mut coach = Coach::default();
        coach.begin(ask("You forgot me.", "That sounds lonely. What happened?"));
        assert_eq!(coach.step(), None);
        let answer = coach.answer(ask("You forgot me.", "Hm."));
        assert_eq!(answer.remarks, []);
    }

    #[test]
    fn control_characters_in_a_reply_break_nothing() {
        let got = answer("That sounds \u{1}lonely\u{1}. What \u{1}happened?");
        assert_eq!(got.remarks.len(), 2);
        assert!(!got.next.is_empty());
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "1",
            "\u{1}next\u{1}0\u{1}3",
            "\u{1}next\u{1}0\u{1}3\u{1}x\u{1}text",
        ] {
            assert_eq!(Answer::decode(text), None, "{text:?}");
        }
    }
}
