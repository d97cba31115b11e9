//! What a reader does in a *reflection*. Her marks are kept to draw them, and for
//! nothing else: no method counts, compares or judges them.

use super::content::Reflection;

/// What a reader can say about a sign. All three weigh the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Notice,
    NotSure,
    RatherNot,
}

impl Mark {
    /// All marks, in the order in which they are offered.
    pub const ALL: [Mark; 3] = [Mark::Notice, Mark::NotSure, Mark::RatherNot];

    /// The place in [`Mark::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// Nothing of this is kept anywhere else, and it is gone when the page is left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The list starts closed.
    pub open: bool,
    pub finished: bool,
    marks: Vec<Option<Mark>>,
    /// The reader's own words speak of danger.
    pub help: bool,
}

impl State {
    /// The beginning. A private list starts closed.
    pub fn new(open: bool) -> Self {
        Self {
            open,
            ..Self::default()
        }
    }

    /// What is marked at the sign of that number, counted through all groups from 0.
    pub fn mark(&self, sign: usize) -> Option<Mark> {
        self.marks.get(sign).copied().flatten()
    }

    /// Marks a sign.
    pub fn set(&mut self, sign: usize, mark: Mark) {
        self.put(sign, Some(mark));
    }

    fn put(&mut self, sign: usize, mark: Option<Mark>) {
        if self.marks.len() <= sign {
            self.marks.resize(sign + 1, None);
        }
        if let Some(place) = self.marks.get_mut(sign) {
            *place = mark;
        }
    }

    /// The text at the end: the same for everybody, whatever is marked.
    pub fn closing<'a>(&self, content: &'a Reflection) -> &'a [String] {
        &content.closing
    }

    /// Ticks a sign, or takes the tick away: where there is nothing to be unsure of.
    pub fn tick(&mut self, sign: usize) {
        self.put(
            sign,
            match self.mark(sign) {
                None => Some(Mark::Notice),
                Some(_) => None,
            },
        );
    }

    /// Takes all answers back. The list stays open.
    pub fn clear(&mut self) {
        *self = Self::new(self.open);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_kept_and_cleared() {
        let mut state = State::new(true);
        state.set(2, Mark::NotSure);
        assert_eq!(state.mark(2), Some(Mark::NotSure));
        assert_eq!(state.mark(0), None);
        assert_eq!(state.mark(99), None);
        state.finished = true;
        state.clear();
        assert_eq!(state, State::new(true));
    }

    #[test]
    fn a_tick_is_taken_away_by_another_press() {
        let mut state = State::new(true);
        state.tick(1);
        assert_eq!([state.mark(0), state.mark(1)], [None, Some(Mark::Notice)]);
        state.tick(1);
        assert_eq!(state.mark(1), None);
    }

    #[test]
    fn the_closing_is_the_same_for_nobodys_and_everybodys_signs() {
        let content = Reflection {
            closing: vec!["The same.".into()],
            ..Reflection::default()
        };
        let mut states = vec![State::default()];
        for mark in Mark::ALL {
            let mut state = State::default();
            (0..100).for_each(|sign| state.set(sign, mark));
            states.push(state);
        }
        for mut state in states {
            for finished in [false, true] {
                state.finished = finished;
                assert_eq!(state.closing(&content), ["The same."]);
            }
        }
    }

    #[test]
    fn every_mark_has_its_place() {
        for (i, mark) in Mark::ALL.iter().enumerate() {
            assert_eq!(mark.index(), i);
        }
    }
}
