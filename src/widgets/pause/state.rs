//! What a reader does in a *pause*: one breath, then a word. No clock runs here: the breath
//! is over when the reader says so.

use super::content::Pause;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Step {
    #[default]
    Before,
    Breath,
    Feeling,
    After,
}

/// Nothing of this is kept anywhere else, and it is gone when the page is left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    pub step: Step,
    /// The word of the list, by its number through all groups from 0.
    pub picked: Option<usize>,
    /// The reader's own word. There is one of the two: what she did last.
    pub own: String,
    /// Her own word suggests danger.
    pub help: bool,
}

impl State {
    /// Goes to a step.
    pub fn go(&mut self, step: Step) {
        self.step = step;
    }

    /// Takes a word of the list.
    pub fn pick(&mut self, feeling: usize) {
        self.picked = Some(feeling);
        self.own.clear();
    }

    /// Takes what stands in the box for the reader's own word.
    pub fn write(&mut self, own: &str) {
        self.own = own.into();
        if self.has_own() {
            self.picked = None;
        }
    }

    fn has_own(&self) -> bool {
        !self.own.trim().is_empty()
    }

    /// Whether there is a word to go on with.
    pub fn has_word(&self) -> bool {
        self.has_own() || self.picked.is_some()
    }

    /// The word for the feeling; empty where the reader passed it over.
    pub fn word<'a>(&'a self, content: &'a Pause) -> &'a str {
        match self.picked {
            Some(picked) => content.feelings().nth(picked).unwrap_or_default(),
            None => self.own.trim(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widgets::pause::content::Group;

    fn content() -> Pause {
        let group = |feelings: [&str; 2]| Group {
            heading: String::new(),
            feelings: feelings.map(Into::into).into(),
        };
        Pause {
            groups: vec![group(["a", "b"]), group(["c", "d"])],
            ..Pause::default()
        }
    }

    #[test]
    fn the_word_is_what_the_reader_did_last() {
        let content = content();
        let mut state = State::default();
        assert_eq!((state.has_word(), state.word(&content)), (false, ""));
        state.pick(2);
        assert_eq!((state.has_word(), state.word(&content)), (true, "c"));
        state.write(" left out ");
        assert_eq!((state.picked, state.word(&content)), (None, "left out"));
        state.pick(0);
        assert_eq!((state.own.as_str(), state.word(&content)), ("", "a"));
        state.write("  ");
        assert_eq!(state.word(&content), "a", "nothing was written");
        state.pick(99);
        assert_eq!(state.word(&content), "");
    }
}
