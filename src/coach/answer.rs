//! What the coach answers, on its way from its own module to the page: text in, text out.

use super::{Note, Notes, Span};

/// Stands between the parts of an answer. No part holds it.
const BETWEEN: char = '\u{1}';

/// What the page shows of the coach's notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// In the order of the words that they are about.
    pub remarks: Vec<Remark>,
    /// One next try, or a kind nudge when there is nothing to read yet.
    pub next: String,
    /// The reply, or the line that it answers, speaks of danger: open the help block.
    pub help: bool,
}

/// A sentence about some words of the reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub span: Span,
    pub text: String,
}

impl Answer {
    /// The notes, ready to travel. `danger`: the line itself speaks of it.
    pub fn of(notes: Notes, danger: bool) -> Self {
        let Notes {
            good,
            slip,
            next,
            help,
        } = notes;
        let mut remarks: Vec<Remark> = good.into_iter().chain(slip).map(Remark::of).collect();
        remarks.sort_by_key(|remark| remark.span.start);
        Self {
            remarks,
            next,
            help: help || danger,
        }
    }

    /// One text: whether help opens, the next try, then start, end and sentence of each remark.
    pub fn encode(&self) -> String {
        let mut out = String::from(if self.help { "1" } else { "" });
        push(&mut out, &self.next);
        for Remark { span, text } in &self.remarks {
            push(&mut out, &span.start.to_string());
            push(&mut out, &span.end.to_string());
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
        while let Some(start) = parts.next() {
            let span = Span {
                start: start.parse().ok()?,
                end: parts.next()?.parse().ok()?,
            };
            let text = parts.next()?.to_string();
            remarks.push(Remark { span, text });
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
            span: note.span,
            text: note.text,
        }
    }
}

fn push(out: &mut String, part: &str) {
    out.push(BETWEEN);
    // What is quoted is the reader's, who may have pasted anything.
    out.extend(part.chars().filter(|c| *c != BETWEEN));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::{notes, read};

    fn answer(reply: &str) -> Answer {
        Answer::of(notes(&read("You forgot me.", reply), reply, 0, 0), false)
    }

    #[test]
    fn an_answer_arrives_as_it_was_sent() {
        for reply in [
            "",
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
        let notes = notes(&read("Hello there.", "Hello you."), "Hello you.", 0, 0);
        assert!(!Answer::of(notes.clone(), false).help);
        assert!(Answer::of(notes, true).help);
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
        for text in ["1", "\u{1}next\u{1}3", "\u{1}next\u{1}3\u{1}x\u{1}text"] {
            assert_eq!(Answer::decode(text), None, "{text:?}");
        }
    }
}
