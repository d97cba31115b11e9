//! What a reader does in a *practice*: which round, what she wrote, what was noted.

use super::content::{Line, Practice};
use crate::coach::{Answer, Remark};
use crate::widgets::Ask;

/// How many rounds a practice has. Help fades from one to the next; where there are
/// fewer lines, they come again.
pub const ROUNDS: usize = 3;

/// Nothing of this is kept anywhere else, and it is gone when the page is left.
/// The reply itself lives in the box. It comes in with [`State::press`]; what the coach says to it,
/// some moments later, with [`State::hear`].
#[derive(Debug, Default)]
pub struct State {
    /// From 0.
    pub round: usize,
    /// The line where the first round began.
    first_line: usize,
    /// How often the reader asked for notes in this round.
    pub attempts: usize,
    /// The reply that was looked at last, and the notes on it.
    pub noted: Option<Noted>,
    /// The reply that the coach is looking at.
    asked: Option<String>,
    /// The coach could not be loaded when it was asked last.
    pub without_coach: bool,
    /// The button was pressed on an empty box.
    pub empty: bool,
    /// Past the last round.
    pub finished: bool,
    /// The line or a reply of this round suggested danger. It stays so until the round ends.
    pub help: bool,
}

/// A reply and what was noted in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    pub reply: String,
    pub remarks: Vec<Remark>,
    pub next: String,
}

/// A stretch of a reply, and the note that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'a> {
    pub text: &'a str,
    /// The note's number from 0, or `None` for words that nothing is noted about.
    pub note: Option<usize>,
}

impl State {
    /// The line of this round.
    pub fn line<'a>(&self, content: &'a Practice) -> Option<&'a Line> {
        let count = content.lines.len();
        if count == 0 {
            return None;
        }
        content.lines.get((self.first_line + self.round) % count)
    }

    /// Different for every step: what is on the screen is drawn anew with it.
    pub fn key(&self) -> usize {
        match self.finished {
            true => ROUNDS,
            false => self.round,
        }
    }

    /// The reader asks for notes on a reply. With an empty one she is told so, and nothing is lost.
    pub fn press(&mut self, reply: &str) {
        self.empty = reply.trim().is_empty();
        if !self.empty {
            self.asked = Some(reply.into());
        }
    }

    /// What the coach is to be asked now: about the reply, or, before one, about the line alone.
    pub fn ask(&self, content: &Practice) -> Ask {
        let line = self.line(content).map(|line| line.text.clone());
        Ask {
            line: line.unwrap_or_default(),
            reply: self.asked.clone().unwrap_or_default(),
            round: self.round,
            attempt: self.attempts,
        }
    }

    /// Takes what the coach says to a line alone.
    pub fn hear_about_line(&mut self, ask: &Ask, answer: &Answer) {
        self.help |= answer.help && ask.round == self.round && !self.finished;
    }

    /// Takes what the coach says to the reply of the last [`State::press`], or that the coach is
    /// missing. An answer that comes after its round, or behind a later question, changes nothing;
    /// tells whether this one did.
    pub fn hear(&mut self, reply: &str, answer: Option<Answer>) -> bool {
        if self.asked.as_deref() != Some(reply) {
            return false;
        }
        self.asked = None;
        self.attempts += 1;
        self.without_coach = answer.is_none();
        if let Some(answer) = answer {
            self.help |= answer.help;
            self.noted = Some(Noted {
                reply: reply.into(),
                remarks: answer.remarks,
                next: answer.next,
            });
        }
        true
    }

    /// Whether this is the last round.
    pub fn is_last(&self) -> bool {
        self.round + 1 >= ROUNDS
    }

    /// Goes to the next round, or past the last one.
    pub fn next(&mut self) {
        if self.is_last() {
            self.finished = true;
        } else {
            self.round += 1;
        }
        self.noted = None;
        self.asked = None;
        self.empty = false;
        self.help = false;
        self.attempts = 0;
    }

    /// Begins anew, with the lines that have not come yet.
    pub fn again(&mut self, content: &Practice) {
        let next = self.first_line + ROUNDS;
        *self = Self {
            first_line: match content.lines.len() {
                0 => 0,
                count => next % count,
            },
            ..Self::default()
        };
    }
}

impl Noted {
    /// The reply in stretches, in order; all of them together are the reply.
    /// Where spans overlap, the one that starts first is kept whole.
    pub fn stretches(&self) -> Vec<Stretch<'_>> {
        let mut out = Vec::new();
        let mut at = 0;
        let mut push = |from: usize, to: usize, note| {
            if let Some(text) = self.reply.get(from..to).filter(|text| !text.is_empty()) {
                out.push(Stretch { text, note });
            }
        };
        for (i, remark) in self.remarks.iter().enumerate() {
            let (start, end) = (remark.span.start.max(at), remark.span.end);
            // Words that an earlier note covers are quoted in this one all the same.
            if start >= end || self.reply.get(start..end).is_none() {
                continue;
            }
            push(at, start, None);
            push(start, end, Some(i));
            at = end;
        }
        push(at, self.reply.len(), None);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::Span;

    fn content(lines: usize) -> Practice {
        Practice {
            lines: (0..lines)
                .map(|i| Line {
                    text: format!("You never listen to me, number {i}."),
                    ..Line::default()
                })
                .collect(),
            ..Practice::default()
        }
    }

    fn noted(reply: &str, spans: &[(usize, usize)]) -> Noted {
        let remark = |(start, end): (usize, usize)| Remark {
            span: Span { start, end },
            text: String::new(),
        };
        Noted {
            reply: reply.into(),
            remarks: spans.iter().copied().map(remark).collect(),
            next: String::new(),
        }
    }

    fn answer(help: bool) -> Option<Answer> {
        Some(Answer {
            remarks: Vec::new(),
            next: "Ask.".into(),
            help,
        })
    }

    /// A reply, and an answer to it.
    fn check(state: &mut State, content: &Practice, reply: &str, help: bool) {
        state.press(reply);
        assert_eq!(state.ask(content).reply, reply);
        assert!(state.hear(reply, answer(help)));
    }

    #[test]
    fn rounds_go_through_the_lines_and_around() {
        let content = content(2);
        let mut state = State::default();
        let mut seen = Vec::new();
        while !state.finished {
            seen.push(state.line(&content).unwrap().text.clone());
            state.next();
        }
        assert_eq!(seen.len(), ROUNDS);
        assert_eq!(seen.first(), seen.last());
        state.again(&content);
        assert!(!state.finished);
        assert!(state.line(&content).unwrap().text.ends_with("number 1."));
    }

    #[test]
    fn an_empty_box_is_told_and_nothing_is_lost() {
        let content = content(1);
        let mut state = State::default();
        check(
            &mut state,
            &content,
            "It sounds like you feel alone.",
            false,
        );
        let before = state.noted.clone();
        state.press("  ");
        assert!(state.empty);
        assert_eq!(state.noted, before);
        check(&mut state, &content, "Tell me more?", false);
        assert!(!state.empty);
        assert_eq!(state.attempts, 2);
    }

    #[test]
    fn help_opens_by_a_reply_and_stays_for_the_round() {
        let content = content(1);
        let mut state = State::default();
        check(&mut state, &content, "What happened?", false);
        assert!(!state.help);
        check(&mut state, &content, "I am scared of him.", true);
        assert!(state.help);
        check(&mut state, &content, "What happened?", false);
        assert!(state.help);
        state.next();
        assert!(!state.help);
    }

    #[test]
    fn the_coach_learns_the_line_the_round_and_the_attempt() {
        let content = content(2);
        let mut state = State::default();
        check(&mut state, &content, "One.", false);
        state.press("Two.");
        let ask = state.ask(&content);
        assert_eq!((ask.round, ask.attempt, ask.reply.as_str()), (0, 1, "Two."));
        assert!(ask.line.ends_with("number 0."));
        state.next();
        let ask = state.ask(&content);
        assert_eq!((ask.round, ask.attempt, ask.reply.as_str()), (1, 0, ""));
        assert!(ask.line.ends_with("number 1."));
    }

    #[test]
    fn help_opens_by_a_line_that_speaks_of_danger() {
        let content = content(2);
        let mut state = State::default();
        let ask = state.ask(&content);
        state.hear_about_line(&ask, &answer(true).unwrap());
        assert!(state.help);
        state.next();
        assert!(!state.help);
        state.hear_about_line(&ask, &answer(true).unwrap());
        assert!(!state.help, "the line of the round before");
    }

    #[test]
    fn an_answer_that_comes_too_late_changes_nothing() {
        let mut state = State::default();
        state.press("One.");
        state.press("Two.");
        assert!(!state.hear("One.", answer(true)));
        assert!(state.noted.is_none() && !state.help);
        state.next();
        assert!(!state.hear("Two.", answer(true)));
        assert_eq!(state.attempts, 0);
    }

    #[test]
    fn without_the_coach_the_round_goes_on() {
        let content = content(1);
        let mut state = State::default();
        state.press("One.");
        assert!(state.hear("One.", None));
        assert!(state.without_coach);
        assert_eq!((state.attempts, state.noted.clone()), (1, None));
        check(&mut state, &content, "Two.", false);
        assert!(!state.without_coach);
    }

    #[test]
    fn no_content_does_nothing() {
        let content = content(0);
        let mut state = State::default();
        assert_eq!(state.line(&content), None);
        check(&mut state, &content, "Tell me more?", false);
        state.again(&content);
    }

    #[test]
    fn stretches_are_the_reply_whatever_the_spans() {
        let reply = "You feel é left. What happened?";
        let cases: [&[(usize, usize)]; 6] = [
            &[],
            &[(0, 8), (18, 32)],
            &[(18, 32), (0, 8)],
            &[(0, 16), (4, 8)],
            &[(0, 8), (4, 12)],
            &[(10, 11), (90, 99)],
        ];
        for spans in cases {
            let noted = noted(reply, spans);
            let joined: String = noted.stretches().iter().map(|s| s.text).collect();
            assert_eq!(joined, reply, "{spans:?}");
        }
        let noted = noted(reply, &[(0, 8), (18, 32)]);
        let marked: Vec<_> = noted.stretches();
        assert_eq!(
            marked.first().unwrap().note,
            Some(0),
            "numbers follow the text"
        );
        assert_eq!(marked.last().unwrap().note, Some(1));
    }
}
