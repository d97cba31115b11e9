//! What differs between the exercises of this kind.

use super::state::ROUNDS;
use crate::coach::Task;
use crate::ui::words::{self, Word};

/// One exercise: its boxes, its words, and what the coach is told.
pub struct Form {
    pub name: &'static str,
    pub task: Task,
    /// In the order in which they are filled.
    pub boxes: &'static [Field],
    /// Stands over a line without a speaker.
    pub who: Word,
    /// Shown where the owner gave no way to say it.
    pub frame: Word,
}

/// A box to write in.
pub struct Field {
    /// The part of its id.
    pub name: &'static str,
    pub label: Word,
    /// Less from round to round.
    pub hints: [Option<Word>; ROUNDS],
}

impl Field {
    /// What helps in that round.
    pub fn hint(&self, round: usize) -> Option<Word> {
        self.hints.get(round).copied().flatten()
    }
}

pub static MIRROR: Form = Form {
    name: "mirror-then-ask",
    task: Task::Mirror,
    boxes: &[Field {
        name: "reply",
        label: words::YOUR_REPLY,
        hints: [Some(words::HINT_FIRST), Some(words::HINT_SECOND), None],
    }],
    who: words::THEY_SAY,
    frame: words::A_FRAME,
};

pub static OPEN: Form = Form {
    name: "ask-one-more",
    task: Task::Open,
    boxes: &[Field {
        name: "reply",
        label: words::YOUR_QUESTION,
        hints: [Some(words::OPEN_FIRST), Some(words::OPEN_SECOND), None],
    }],
    who: words::TO_TURN,
    frame: words::OPEN_FRAME,
};

pub static CONNECT: Form = Form {
    name: "validate-then-connect",
    task: Task::Connect,
    boxes: &[
        Field {
            name: "reply",
            label: words::FIRST_WORDS,
            hints: [Some(words::SENSE_FIRST), Some(words::SENSE_SECOND), None],
        },
        Field {
            name: "then",
            label: words::THEN_WORDS,
            hints: [Some(words::CLOSER_FIRST), Some(words::CLOSER_SECOND), None],
        },
    ],
    who: words::THEY_SAY,
    frame: words::CONNECT_FRAME,
};

pub static REOPEN: Form = Form {
    name: "open-the-closer",
    task: Task::Reopen,
    boxes: &[Field {
        name: "reply",
        label: words::YOUR_OPENER,
        hints: [Some(words::REOPEN_FIRST), Some(words::REOPEN_SECOND), None],
    }],
    who: words::TO_REOPEN,
    frame: words::A_FRAME,
};

/// The form of a named exercise.
pub fn named(name: &str) -> &'static Form {
    let mut others = [&OPEN, &CONNECT, &REOPEN].into_iter();
    others.find(|form| form.name == name).unwrap_or(&MIRROR)
}
