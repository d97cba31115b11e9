//! What a reader does in a *practice*: which round, what she wrote, what was noted.

use super::content::{Line, Practice};
use crate::coach::{Note, Notes, Shape, alarm, notes, read};

/// How many rounds a practice has. Help fades from one to the next; where there are
/// fewer lines, they come again.
pub const ROUNDS: usize = 3;

/// Nothing of this is kept anywhere else, and it is gone when the page is left.
/// The reply itself lives in the box and comes in with [`State::check`].
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
    /// The button was pressed on an empty box.
    pub empty: bool,
    /// Past the last round.
    pub finished: bool,
    /// A reply of this round suggested danger. It stays so until the round ends.
    danger: bool,
}

/// A reply and what was noted in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    pub reply: String,
    pub notes: Notes,
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

    /// Looks at a reply. An empty one is told so, and nothing is lost.
    pub fn check(&mut self, content: &Practice, reply: &str) {
        let prompt = self.line(content).map_or("", |line| line.text.as_str());
        let reading = read(prompt, reply);
        self.empty = reading.shape == Shape::Empty;
        if self.empty {
            return;
        }
        let notes = notes(&reading, reply, self.round, self.attempts);
        self.danger |= notes.help;
        self.noted = Some(Noted {
            reply: reply.into(),
            notes,
        });
        self.attempts += 1;
    }

    /// Whether the help block is open: by the line itself, or by a reply to it.
    pub fn help(&self, content: &Practice) -> bool {
        let line = self.line(content).filter(|_| !self.finished);
        self.danger || line.is_some_and(|line| alarm(&line.text).is_some())
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
        self.empty = false;
        self.danger = false;
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
    /// All notes in the order of the words that they are about.
    pub fn all(&self) -> Vec<&Note> {
        let mut left: Vec<&Note> = self.notes.good.iter().chain(&self.notes.slip).collect();
        let mut all = Vec::new();
        while let Some((at, _)) = left
            .iter()
            .enumerate()
            .min_by_key(|(_, note)| note.span.start)
        {
            all.push(left.swap_remove(at));
        }
        all
    }

    /// How many notes there are.
    pub fn count(&self) -> usize {
        self.notes.good.len() + usize::from(self.notes.slip.is_some())
    }

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
        for (i, note) in self.all().into_iter().enumerate() {
            let (start, end) = (note.span.start.max(at), note.span.end);
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
    use crate::coach::{About, Span};

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
        let note = |(start, end): (usize, usize)| Note {
            about: About::Mirror,
            span: Span { start, end },
            text: String::new(),
        };
        Noted {
            reply: reply.into(),
            notes: Notes {
                good: spans.iter().copied().map(note).collect(),
                slip: None,
                next: String::new(),
                help: false,
            },
        }
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
        state.check(&content, "It sounds like you feel alone. What happened?");
        let before = state.noted.clone();
        state.check(&content, "  ");
        assert!(state.empty);
        assert_eq!(state.noted, before);
        state.check(&content, "Tell me more?");
        assert!(!state.empty);
        assert_eq!(state.attempts, 2);
    }

    #[test]
    fn help_opens_by_a_reply_and_stays_for_the_round() {
        let content = content(1);
        let mut state = State::default();
        assert!(!state.help(&content));
        state.check(&content, "I am scared that he will hit me again.");
        assert!(state.help(&content));
        state.check(&content, "What happened?");
        assert!(state.help(&content));
        state.next();
        assert!(!state.help(&content));
    }

    #[test]
    fn help_opens_by_a_line_that_speaks_of_danger() {
        let mut content = content(1);
        content.lines.first_mut().unwrap().text = "I want to kill myself.".into();
        assert!(State::default().help(&content));
    }

    #[test]
    fn no_content_does_nothing() {
        let content = content(0);
        let mut state = State::default();
        assert_eq!(state.line(&content), None);
        state.check(&content, "Tell me more?");
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
        let noted = noted(reply, &[(18, 32), (0, 8)]);
        let marked: Vec<_> = noted.stretches();
        assert_eq!(
            marked.first().unwrap().note,
            Some(0),
            "numbers follow the text"
        );
        assert_eq!(marked.last().unwrap().note, Some(1));
    }
}
