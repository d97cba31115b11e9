//! What the coach is asked and what it answers, on the way between the page and its own module:
//! text in, text out.

use super::{Known, Memory, Note, Notes, Part, Reader, Reading, Span, Task, alarm, notes};

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
#[derive(Default)]
pub struct Coach {
    ask: Ask,
    /// At work on the reply behind those that are read.
    reader: Option<Reader<'static>>,
    readings: Vec<Reading>,
    memory: Memory,
}

impl Coach {
    /// Takes a question; what was begun before is dropped.
    pub fn begin(&mut self, ask: Ask) {
        self.ask = ask;
        self.reader = None;
        self.readings.clear();
    }

    /// Works on for a moment. Answers when all is read.
    pub fn step(&mut self) -> Option<Answer> {
        let Ask {
            task,
            line,
            replies,
            round,
        } = &self.ask;
        let is_empty = replies.iter().all(|reply| reply.is_empty());
        if let Some(reply) = replies.get(self.readings.len())
            && !is_empty
        {
            // What is to be turned is the reader's own: no words of it come back.
            let said = match task {
                Task::Open | Task::Reopen => "",
                Task::Mirror | Task::Connect => line,
            };
            let reader = self
                .reader
                .get_or_insert_with(|| Reader::new(Known::shared(), said, reply));
            if let Some(reading) = reader.step() {
                self.readings.push(reading);
                self.reader = None;
            }
            return None;
        }
        let mut answer = Answer::default();
        if !is_empty {
            let parts: Vec<Part<'_>> = replies
                .iter()
                .zip(self.readings.drain(..))
                .map(|(reply, reading)| Part { reply, reading })
                .collect();
            answer = Answer::of(notes(*task, line, &parts, *round, &mut self.memory));
        }
        answer.help |= alarm(line).is_some();
        Some(answer)
    }

    /// Begins, and works until the answer is there.
    pub fn answer(&mut self, ask: Ask) -> Answer {
        self.begin(ask);
        loop {
            if let Some(answer) = self.step() {
                return answer;
            }
        }
    }
}

impl Answer {
    /// The notes, ready to travel.
    fn of(notes: Notes) -> Self {
        let Notes {
            good,
            slip,
            next,
            help,
        } = notes;
        let mut remarks: Vec<Remark> = Vec::new();
        for note in good.into_iter().chain(slip) {
            let place = |part, span: Span| (part, span.start);
            let here = place(note.part, note.span);
            let behind = |one: &Remark| place(one.part, one.span) > here;
            let at = remarks.iter().position(behind).unwrap_or(remarks.len());
            remarks.insert(at, Remark::of(note));
        }
        Self {
            remarks,
            next,
            help,
        }
    }

    /// One text: whether help opens, the next try, then part, start, end and sentence of each
    /// remark.
    pub fn encode(&self) -> String {
        let mut out = String::from(if self.help { "1" } else { "" });
        push(&mut out, &self.next);
        for Remark { part, span, text } in &self.remarks {
            for number in [*part, span.start, span.end] {
                out.push(BETWEEN);
                digits(&mut out, number);
            }
            push(&mut out, text);
        }
        out
    }

    /// Reads what [`Answer::encode`] wrote; `None` for anything else.
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

impl Remark {
    fn of(note: Note) -> Self {
        Self {
            part: note.part,
            span: note.span,
            text: note.text,
        }
    }
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
    fn an_answer_arrives_as_it_was_sent() {
        for reply in [
            "ok",
            "That sounds lonely. What happened?\nTell me more, “please”.",
            "At least you have a job. You should call him.",
            "I am scared that he will hit me again.",
        ] {
            let sent = answer(reply);
            assert_eq!(Answer::decode(&sent.encode()), Some(sent), "{reply}");
        }
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
        let sent = answer("That sounds \u{1}lonely\u{1}. What \u{1}happened?");
        let got = Answer::decode(&sent.encode()).unwrap();
        assert_eq!(got.remarks.len(), sent.remarks.len());
        assert_eq!(got.next, sent.next);
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
