//! What a reader does in a *line*: which line, what fills its blanks, and the whole of it.

use super::content::{Line, Pattern};
use crate::content::record::{Parts, Record};
use crate::content::text::{clean, join};

/// Stands where a blank is still open.
pub const OPEN: &str = "…";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Moments,
    Lines,
    Words,
    Whole,
}

/// What fills a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A phrase, by its number.
    Phrase(usize),
    /// The reader's own words.
    Own,
}

/// Gone when the page is left, unless the owner lets it be kept: [`State::keep`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub step: Step,
    pub moment: Option<usize>,
    pub line: Option<usize>,
    picks: Vec<Option<Pick>>,
    own: Vec<String>,
    /// The button was pressed with every blank open.
    pub empty: bool,
    /// The whole line was seen, in this run.
    pub finished: bool,
    /// The reader's own words suggest danger.
    pub help: bool,
}

/// A piece of the whole line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// It fills a blank, or stands for an open one.
    pub blank: bool,
}

impl State {
    /// The beginning: at the first thing that there is to choose.
    pub fn new(content: &Line) -> Self {
        let mut state = Self {
            step: Step::Moments,
            moment: None,
            line: None,
            picks: Vec::new(),
            own: Vec::new(),
            empty: false,
            finished: false,
            help: false,
        };
        if content.moments.len() < 2 {
            state.moment = Some(0);
            state.after_moment(content);
        }
        state
    }

    /// Writes what is kept on the reader's device.
    pub fn keep(&self, record: &mut Record) {
        // From 1; 0 where nothing is chosen.
        let mut add = |pick: Option<usize>| record.number(pick.map_or(0, |pick| pick + 1));
        add(self.moment);
        add(self.line);
        for pick in &self.picks {
            add(pick.map(|pick| match pick {
                Pick::Own => 0,
                Pick::Phrase(phrase) => phrase + 1,
            }));
        }
        add(Some(self.step as usize));
        self.own.iter().for_each(|own| record.push(own));
    }

    /// What was kept, if a reader of this content can have come there.
    pub fn restore(content: &Line, parts: &mut Parts) -> Option<Self> {
        let mut state = Self::new(content);
        let moment = parts
            .number(content.moments.len().max(1) + 1)?
            .checked_sub(1);
        let line = parts.number(content.lines.len() + 1)?.checked_sub(1);
        (state.moment, state.line) = (moment, None);
        if let Some(line) = line {
            state.choose_line(content, line);
        }
        for blank in 0..state.blanks() {
            let choices = content
                .blank(line?, blank)
                .map_or(0, |blank| blank.choices.len());
            let pick = parts
                .number(choices + 2)?
                .checked_sub(1)
                .map(|pick| pick.checked_sub(1).map_or(Pick::Own, Pick::Phrase));
            *state.picks.get_mut(blank)? = pick;
        }
        state.step = match parts.number(5)? {
            1 => Step::Moments,
            2 => Step::Lines,
            3 => Step::Words,
            4 => Step::Whole,
            _ => return None,
        };
        for own in &mut state.own {
            *own = parts.next()?.into();
        }
        state.finished = state.step == Step::Whole;
        let is_there = match state.step {
            Step::Moments => content.moments.len() > 1,
            Step::Lines => content.lines.len() > 1 && moment.is_some(),
            Step::Words => moment.is_some() && line.is_some(),
            Step::Whole => {
                let filled = (0..state.blanks()).any(|at| !state.filled(content, at).is_empty());
                moment.is_some() && line.is_some() && filled
            }
        };
        (is_there && parts.is_empty()).then_some(state)
    }

    /// Goes on from the moments, with the first one where none is chosen.
    pub fn after_moment(&mut self, content: &Line) {
        self.moment.get_or_insert(0);
        self.step = Step::Lines;
        if content.lines.len() < 2 {
            self.after_line(content);
        }
    }

    /// Chooses a line. Another one than before begins with open blanks.
    pub fn choose_line(&mut self, content: &Line, line: usize) {
        let Some(pattern) = content.lines.get(line) else {
            return;
        };
        if self.line.replace(line) == Some(line) {
            return;
        }
        let blanks = pattern.fixed().len() - 1;
        self.picks = vec![None; blanks.max(1)];
        self.own = vec![String::new(); blanks.max(1)];
        // A line without a blank is there to be changed.
        if blanks == 0 {
            self.write(0, &pattern.text);
        }
    }

    /// Goes on to the words, with the first line where none is chosen.
    pub fn after_line(&mut self, content: &Line) {
        if self.line.is_none() {
            self.choose_line(content, 0);
        }
        self.step = Step::Words;
    }

    /// How many blanks are to be filled.
    pub fn blanks(&self) -> usize {
        self.picks.len()
    }

    /// The line that the reader works with.
    pub fn pattern<'a>(&self, content: &'a Line) -> Option<&'a Pattern> {
        content.lines.get(self.line?)
    }

    /// What is picked for a blank.
    pub fn picked(&self, blank: usize) -> Option<Pick> {
        self.picks.get(blank).copied().flatten()
    }

    /// Whether a blank is filled with the reader's own words.
    pub fn is_own(&self, blank: usize) -> bool {
        self.picked(blank) == Some(Pick::Own)
    }

    /// Takes a phrase, or the reader's own words: they begin with the phrase that was picked
    /// before, so that it can be changed.
    pub fn pick(&mut self, content: &Line, blank: usize, pick: Pick) {
        let before = self.filled(content, blank);
        if let (Pick::Own, Some(own)) = (pick, self.own.get_mut(blank))
            && own.is_empty()
        {
            *own = before;
        }
        if let Some(place) = self.picks.get_mut(blank) {
            *place = Some(pick);
        }
        self.empty = false;
    }

    /// Takes what the reader writes for a blank.
    pub fn write(&mut self, blank: usize, words: &str) {
        if let (Some(own), Some(pick)) = (self.own.get_mut(blank), self.picks.get_mut(blank)) {
            *own = words.into();
            *pick = Some(Pick::Own);
        }
        self.empty = false;
    }

    /// The reader's own words for a blank, as she wrote them.
    pub fn own(&self, blank: usize) -> &str {
        self.own.get(blank).map_or("", String::as_str)
    }

    /// What fills a blank; empty where it is open.
    pub fn filled(&self, content: &Line, blank: usize) -> String {
        match self.picked(blank) {
            Some(Pick::Own) => clean(self.own(blank)),
            Some(Pick::Phrase(phrase)) => {
                let blank = self.line.and_then(|line| content.blank(line, blank));
                let phrase = blank.and_then(|blank| blank.choices.get(phrase));
                phrase.map(|phrase| phrase.text.clone()).unwrap_or_default()
            }
            None => String::new(),
        }
    }

    /// The line as far as it goes, piece by piece.
    pub fn pieces(&self, content: &Line) -> Vec<Piece> {
        let fixed = self
            .pattern(content)
            .map(Pattern::fixed)
            .unwrap_or_default();
        let mut pieces = Vec::new();
        let mut filled = (0..self.blanks()).map(|blank| self.filled(content, blank));
        let mut push = |text: String, blank: bool| {
            if !text.is_empty() {
                pieces.push(Piece { text, blank });
            }
        };
        let or_open = |text: String| match text.as_str() {
            "" => OPEN.to_string(),
            _ => text,
        };
        if fixed.len() == 1 {
            push(or_open(filled.next().unwrap_or_default()), true);
            return pieces;
        }
        let mut ended = false;
        for (at, text) in fixed.iter().enumerate() {
            // Her words may bring their own full stop.
            let text = match ended {
                true => text.strip_prefix('.').unwrap_or(text),
                false => text,
            };
            push(text.into(), false);
            if at + 1 < fixed.len() {
                let words = or_open(filled.next().unwrap_or_default());
                ended = words.ends_with(['.', '!', '?', '…']);
                push(words, true);
            }
        }
        pieces
    }

    /// The line as far as it goes.
    pub fn whole(&self, content: &Line) -> String {
        self.pieces(content)
            .into_iter()
            .map(|piece| piece.text)
            .collect()
    }

    /// What is said so far: the line without its open blanks, and without the words that only
    /// lead to one.
    pub fn said(&self, content: &Line) -> String {
        let mut said: Vec<String> = Vec::new();
        for piece in self.pieces(content) {
            match piece.blank && piece.text == OPEN {
                true => drop(said.pop()),
                false => said.push(piece.text),
            }
        }
        said.into_iter().collect()
    }

    /// All that the reader wrote into this line herself.
    pub fn written(&self) -> String {
        let own = (0..self.blanks()).filter(|blank| self.is_own(*blank));
        let own: Vec<&str> = own.map(|blank| self.own(blank)).collect();
        join(&own, "\n")
    }

    /// Goes on to the whole line. With every blank open she is told so, and nothing is lost.
    pub fn finish(&mut self, content: &Line) {
        self.empty = (0..self.blanks()).all(|blank| self.filled(content, blank).is_empty());
        if !self.empty {
            self.step = Step::Whole;
            self.finished = true;
        }
    }

    /// Goes back by a step, where there is one.
    pub fn back(&mut self, content: &Line) {
        self.step = match self.step {
            Step::Whole => Step::Words,
            Step::Words if content.lines.len() > 1 => Step::Lines,
            _ if content.moments.len() > 1 => Step::Moments,
            step => step,
        };
        self.empty = false;
        self.help = false;
    }

    /// Whether there is a step before this one.
    pub fn can_go_back(&self, content: &Line) -> bool {
        let mut before = self.clone();
        before.back(content);
        before.step != self.step
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::record::read;
    use crate::content::record::tests::{any_parts, record};
    use crate::widgets::line::content::{Blank, Phrase};
    use proptest::prelude::*;

    fn content(moments: usize, lines: &[&str]) -> Line {
        let phrase = |text: &str| Phrase {
            text: text.into(),
            ..Phrase::default()
        };
        Line {
            moments: (0..moments).map(|at| format!("moment {at}")).collect(),
            lines: lines
                .iter()
                .map(|text| Pattern {
                    text: text.to_string(),
                    ..Pattern::default()
                })
                .collect(),
            blanks: vec![Blank {
                choices: vec![phrase("late"), phrase("away.")],
                ..Blank::default()
            }],
            ..Line::default()
        }
    }

    #[test]
    fn the_line_grows_with_its_blanks() {
        let content = content(0, &["I was ____. Next time I ____."]);
        let mut state = State::new(&content);
        assert_eq!((state.step, state.blanks()), (Step::Words, 2));
        assert_eq!(state.whole(&content), "I was … Next time I …");
        state.pick(&content, 0, Pick::Phrase(0));
        assert_eq!(state.whole(&content), "I was late. Next time I …");
        assert_eq!(state.said(&content), "I was late");
        state.pick(&content, 0, Pick::Phrase(1));
        state.write(1, " will  call ");
        assert_eq!(state.whole(&content), "I was away. Next time I will call.");
        assert_eq!(state.written(), " will  call ");
        state.finish(&content);
        assert_eq!(state.step, Step::Whole);
        state.back(&content);
        assert_eq!(state.step, Step::Words);
        assert_eq!(state.own(1), " will  call ");
        assert!(!state.can_go_back(&content));
    }

    #[test]
    fn own_words_begin_with_the_phrase_that_was_picked() {
        let content = content(0, &["I was ____."]);
        let mut state = State::new(&content);
        state.pick(&content, 0, Pick::Phrase(0));
        state.pick(&content, 0, Pick::Own);
        assert_eq!(state.own(0), "late");
        state.write(0, "so late");
        state.pick(&content, 0, Pick::Phrase(1));
        state.pick(&content, 0, Pick::Own);
        assert_eq!(state.own(0), "so late", "what she wrote stays");
    }

    #[test]
    fn a_line_without_a_blank_is_changed_as_a_whole() {
        let content = content(0, &["I need a moment."]);
        let mut state = State::new(&content);
        assert_eq!(state.whole(&content), "I need a moment.");
        state.write(0, "I need an hour.");
        assert_eq!(state.whole(&content), "I need an hour.");
        state.write(0, "");
        state.finish(&content);
        assert!(state.empty);
        assert_eq!(state.step, Step::Words);
    }

    #[test]
    fn steps_go_on_and_back() {
        let content = content(2, &["A ____", "B ____"]);
        let mut state = State::new(&content);
        assert_eq!(state.step, Step::Moments);
        state.after_moment(&content);
        assert_eq!((state.step, state.moment), (Step::Lines, Some(0)));
        state.choose_line(&content, 1);
        state.after_line(&content);
        state.write(0, "x");
        assert_eq!(state.whole(&content), "B x");
        state.back(&content);
        state.choose_line(&content, 1);
        assert_eq!(state.own(0), "x", "the same line again");
        state.choose_line(&content, 0);
        assert_eq!(state.own(0), "", "another line");
        state.back(&content);
        assert_eq!(state.step, Step::Moments);
    }

    #[test]
    fn numbers_out_of_range_do_nothing() {
        let content = content(0, &["A ____"]);
        let mut state = State::new(&content);
        state.choose_line(&content, 9);
        state.write(9, "x");
        state.pick(&content, 9, Pick::Own);
        state.pick(&content, 0, Pick::Phrase(9));
        assert_eq!(state.whole(&content), "A …");
        let nothing = Line::default();
        let mut state = State::new(&nothing);
        state.finish(&nothing);
        assert_eq!(state.whole(&nothing), "");
    }

    fn again(content: &Line, state: &State) -> Option<State> {
        let mut record = Record::new(7);
        state.keep(&mut record);
        State::restore(content, &mut read(&record.finish(), 7)?)
    }

    #[test]
    fn what_is_kept_comes_back_at_every_step() {
        for (moments, lines) in [
            (0, &["I was ____."][..]),
            (3, &["I was ____.", "As it is."]),
        ] {
            let content = content(moments, lines);
            let mut state = State::new(&content);
            assert_eq!(again(&content, &state), Some(state.clone()));
            state.after_moment(&content);
            assert_eq!(again(&content, &state), Some(state.clone()));
            state.after_line(&content);
            assert_eq!(again(&content, &state), Some(state.clone()));
            state.pick(&content, 0, Pick::Phrase(1));
            assert_eq!(again(&content, &state), Some(state.clone()));
            state.write(0, "slow to ask");
            state.finish(&content);
            assert_eq!(state.step, Step::Whole);
            assert_eq!(again(&content, &state), Some(state.clone()));
        }
    }

    proptest! {
        #[test]
        fn any_record_gives_a_state_that_works_or_none(
            parts in any_parts(), moments in 0..3_usize, lines in 1..3_usize,
        ) {
            let content = content(moments, &["I was ____, and ____.", "As it is."][..lines]);
            let record = record(parts.iter().map(String::as_str));
            let parts = read(&record, 7);
            if let Some(mut state) = parts.and_then(|mut parts| State::restore(&content, &mut parts)) {
                prop_assert_eq!(again(&content, &state), Some(state.clone()));
                state.after_moment(&content);
                state.after_line(&content);
                state.write(0, "words");
                state.finish(&content);
                prop_assert_eq!(state.step, Step::Whole);
                prop_assert!(state.whole(&content).contains("words"));
            }
        }
    }
}
