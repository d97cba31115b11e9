//! What a reader does in a *practice*: which round, what she wrote, what was noted.

use super::content::{Line, Practice};
use crate::coach::{Answer, Ask, Remark, Task};
use crate::content::record::{Parts, Record};

/// How many rounds a practice has. Help fades from one to the next; where there are
/// fewer lines, they come again.
pub const ROUNDS: usize = 3;

/// The most boxes that an exercise of this kind has.
const BOXES: usize = 2;

/// A reply of more bytes is not shown whole beside its notes: it still stands in its box.
const LONG: usize = 3_000;

/// How many bytes are shown on each side of what is left out.
const AROUND: usize = 240;

/// It is gone when the page is left. Where the owner asked for that, the reader's device
/// keeps what [`State::keep`] writes. Replies come in as they are typed, for the paper, and with [`State::press`] for the coach; what
/// that one says to them comes some moments later, with [`State::hear`].
#[derive(Debug, Default)]
pub struct State {
    /// From 0.
    pub round: usize,
    /// How often all was erased: what is on the screen is drawn anew with it.
    erased: usize,
    /// The line where the first round began.
    first_line: usize,
    /// What stands in the boxes, round by round.
    typed: [String; ROUNDS * BOXES],
    /// How often the reader asked for notes in this round.
    pub attempts: usize,
    /// The replies that were looked at last, and the notes on them.
    pub noted: Option<Noted>,
    /// The replies that the coach is looking at.
    asked: Option<Vec<String>>,
    /// Notes were shown before, also in a round or a run before this one.
    noted_before: bool,
    /// The coach could not be loaded when it was asked last.
    pub without_coach: bool,
    /// The button was pressed on empty boxes.
    pub empty: bool,
    /// Past the last round.
    pub finished: bool,
    /// The line or a reply of this round suggested danger. It stays so until the round ends.
    pub help: bool,
}

/// What stood in the boxes, and what was noted in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    pub replies: Vec<String>,
    pub remarks: Vec<Remark>,
    pub next: String,
    /// The first notes that the reader sees here: they say what they cannot hear.
    pub is_first: bool,
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
        self.line_of(content, self.round)
    }

    /// The line of any round.
    pub fn line_of<'a>(&self, content: &'a Practice, round: usize) -> Option<&'a Line> {
        let at = (self.first_line + round).checked_rem(content.lines.len())?;
        content.lines.get(at)
    }

    /// What stands in a box of a round.
    pub fn typed(&self, round: usize, field: usize) -> &str {
        let reply = self.typed.get(round * BOXES + field);
        reply.map_or("", String::as_str)
    }

    /// Takes what stands in a box of this round now.
    pub fn write(&mut self, field: usize, reply: String) {
        if let Some(place) = self.typed.get_mut(self.round * BOXES + field) {
            *place = reply;
        }
    }

    /// Different for every step: what is on the screen is drawn anew with it.
    pub fn key(&self) -> usize {
        let step = match self.finished {
            true => ROUNDS,
            false => self.round,
        };
        step + self.erased * (ROUNDS + 1)
    }

    /// Writes where the reader stands and what she wrote. What was noted is not kept.
    pub fn keep(&self, record: &mut Record) {
        record.number(self.round + usize::from(self.finished));
        record.number(self.first_line);
        for reply in &self.typed {
            record.push(reply);
        }
    }

    /// What was kept, if a reader of this content can have come there.
    pub fn restore(content: &Practice, parts: &mut Parts) -> Option<Self> {
        let round = parts.number(ROUNDS + 1)?;
        let mut state = Self {
            round: round.min(ROUNDS - 1),
            finished: round == ROUNDS,
            first_line: parts.number(content.lines.len())?,
            ..Self::default()
        };
        for place in &mut state.typed {
            place.push_str(parts.next()?);
        }
        parts.is_empty().then_some(state)
    }

    /// Takes everything back, as if the reader had just come.
    pub fn erase(&mut self) {
        *self = Self {
            erased: self.erased + 1,
            ..Self::default()
        };
    }

    /// The reader asks for notes on what is in the boxes. Where all are empty she is told so, and
    /// nothing is lost.
    pub fn press(&mut self, replies: &[String]) {
        self.empty = replies.iter().all(|reply| reply.trim().is_empty());
        for (field, reply) in replies.iter().enumerate() {
            self.write(field, reply.clone());
        }
        if !self.empty {
            self.asked = Some(replies.into());
        }
    }

    /// What the coach is to be asked now: about the replies, or, before any, about the line alone.
    pub fn ask(&self, task: Task, content: &Practice) -> Ask {
        let line = self.line(content).map(|line| line.text.clone());
        Ask {
            task,
            line: line.unwrap_or_default(),
            replies: self.asked.clone().unwrap_or_default(),
            round: self.round,
        }
    }

    /// Takes what the coach says to a line alone.
    pub fn hear_about_line(&mut self, ask: &Ask, answer: &Answer) {
        self.help |= answer.help && ask.round == self.round && !self.finished;
    }

    /// Takes what the coach says to the replies of the last [`State::press`], or that the coach is
    /// missing. An answer that comes after its round, or behind a later question, changes nothing;
    /// tells whether this one did.
    pub fn hear(&mut self, replies: &[String], answer: Option<Answer>) -> bool {
        if self.asked.as_deref() != Some(replies) {
            return false;
        }
        self.asked = None;
        self.attempts += 1;
        self.without_coach = answer.is_none();
        if let Some(answer) = answer {
            self.help |= answer.help;
            self.noted = Some(Noted {
                replies: replies.into(),
                remarks: answer.remarks,
                next: answer.next,
                is_first: !self.noted_before,
            });
            self.noted_before = true;
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

    /// Begins with a line of somebody who `is_meant`, as long as nothing was done.
    pub fn begin_with(&mut self, content: &Practice, is_meant: &dyn Fn(&str) -> bool) {
        let is_new = self.round == 0 && self.attempts == 0 && !self.finished;
        if !is_new || self.typed.iter().any(|typed| !typed.is_empty()) {
            return;
        }
        let mut lines = content.lines.iter();
        if let Some(at) = lines.position(|line| is_meant(&line.who)) {
            self.first_line = at;
            // Draws the line anew.
            self.erased += 1;
        }
    }

    /// Begins anew, with the lines that have not come yet.
    pub fn again(&mut self, content: &Practice) {
        let next = self.first_line + ROUNDS;
        *self = Self {
            first_line: match content.lines.len() {
                0 => 0,
                count => next % count,
            },
            noted_before: self.noted_before,
            erased: self.erased,
            ..Self::default()
        };
    }
}

impl Noted {
    /// A reply in stretches, in order; all of them together are the reply, and of a very long
    /// one, what is noted with some words around it.
    /// Where spans overlap, the one that starts first is kept whole.
    pub fn stretches(&self, part: usize) -> Vec<Stretch<'_>> {
        let reply = self.replies.get(part).map_or("", String::as_str);
        let mut out = Vec::new();
        let mut at = 0;
        let mut push = |from: usize, to: usize, note: Option<usize>| {
            let Some(text) = reply.get(from..to).filter(|text| !text.is_empty()) else {
                return;
            };
            match around(text).filter(|_| note.is_none() && reply.len() > LONG) {
                Some(around) => out.extend(around.map(|text| Stretch { text, note })),
                None => out.push(Stretch { text, note }),
            }
        };
        for (i, remark) in self.remarks.iter().enumerate() {
            let (start, end) = (remark.span.start.max(at), remark.span.end);
            // Words that an earlier note covers are quoted in this one all the same.
            if remark.part != part || start >= end || reply.get(start..end).is_none() {
                continue;
            }
            push(at, start, None);
            push(start, end, Some(i));
            at = end;
        }
        push(at, reply.len(), None);
        out
    }
}

/// The beginning and the end of a long text, with a mark for what is left out.
fn around(text: &str) -> Option<[&str; 3]> {
    let bytes = text.as_bytes();
    let is_space = |byte: &u8| *byte == b' ';
    let head = bytes.get(..AROUND)?.iter().rposition(is_space)?;
    let from = bytes.len() - AROUND;
    let tail = from + bytes.get(from..)?.iter().position(is_space)?;
    (head < tail).then_some([text.get(..head)?, " … ", text.get(tail + 1..)?])
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::coach::Span;
    use crate::content::record::read;
    use crate::content::record::tests::{any_parts, record};
    use proptest::prelude::*;

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
            part: 1,
            span: Span { start, end },
            text: String::new(),
        };
        Noted {
            replies: vec!["Before it.".into(), reply.into()],
            remarks: spans.iter().copied().map(remark).collect(),
            next: String::new(),
            is_first: false,
        }
    }

    fn answer(help: bool) -> Option<Answer> {
        Some(Answer {
            remarks: Vec::new(),
            next: "Ask.".into(),
            help,
        })
    }

    fn replies(reply: &str) -> Vec<String> {
        vec![reply.into()]
    }

    /// A reply, and an answer to it.
    fn check(state: &mut State, content: &Practice, reply: &str, help: bool) {
        let replies = replies(reply);
        state.press(&replies);
        assert_eq!(state.ask(Task::Mirror, content).replies, replies);
        assert!(state.hear(&replies, answer(help)));
    }

    #[test]
    fn it_begins_with_somebody_who_is_named_before() {
        let content = Practice {
            lines: ["Your partner", "A colleague"]
                .map(|who| Line {
                    who: who.into(),
                    ..Line::default()
                })
                .into(),
            ..Practice::default()
        };
        let who = |state: &State| state.line(&content).map(|line| line.who.as_str());
        let colleague = |who: &str| who.contains("colleague");
        let mut state = State::default();
        state.begin_with(&content, &|_| false);
        assert_eq!(who(&state), Some("Your partner"));
        state.begin_with(&content, &colleague);
        assert_eq!(who(&state), Some("A colleague"));
        let mut begun = State::default();
        begun.write(0, "It sounds".into());
        begun.begin_with(&content, &colleague);
        assert_eq!(who(&begun), Some("Your partner"), "it was begun");
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
        state.press(&["  ".into(), String::new()]);
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
    fn the_coach_learns_the_task_the_line_and_the_round() {
        let content = content(2);
        let mut state = State::default();
        check(&mut state, &content, "One.", false);
        state.press(&replies("Two."));
        let ask = state.ask(Task::Open, &content);
        assert_eq!((ask.round, ask.task), (0, Task::Open));
        assert_eq!(ask.replies, replies("Two."));
        assert!(ask.line.ends_with("number 0."));
        state.next();
        let ask = state.ask(Task::Open, &content);
        assert_eq!((ask.round, ask.replies.len()), (1, 0));
        assert!(ask.line.ends_with("number 1."));
    }

    #[test]
    fn help_opens_by_a_line_that_speaks_of_danger() {
        let content = content(2);
        let mut state = State::default();
        let ask = state.ask(Task::Open, &content);
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
        state.press(&replies("One."));
        state.press(&replies("Two."));
        assert!(!state.hear(&replies("One."), answer(true)));
        assert!(state.noted.is_none() && !state.help);
        state.next();
        assert!(!state.hear(&replies("Two."), answer(true)));
        assert_eq!(state.attempts, 0);
    }

    /// From parts with bars between them.
    fn restore(content: &Practice, kept: &str) -> Option<State> {
        let record = record(kept.split('|'));
        State::restore(content, &mut read(&record, 7)?)
    }

    fn kept(state: &State) -> String {
        let mut record = Record::new(7);
        state.keep(&mut record);
        record.finish()
    }

    #[test]
    fn what_is_typed_stays_with_its_round() {
        let mut state = State::default();
        state.write(1, "Then.".into());
        state.next();
        state.next();
        state.write(0, "Again.".into());
        state.write(0, "Again!".into());
        let typed = [(0, 0), (0, 1), (1, 0), (2, 0), (9, 9)]
            .map(|(round, field)| state.typed(round, field));
        assert_eq!(typed, ["", "Then.", "", "Again!", ""]);
        state.again(&content(4));
        assert_eq!(state.typed(2, 0), "");
    }

    #[test]
    fn what_is_kept_comes_back_at_every_step() {
        let content = content(4);
        let mut state = State::default();
        state.again(&content);
        for round in 0..=ROUNDS {
            state.write(1, format!("“Round”\n\\ {round}"));
            let record = kept(&state);
            let back = State::restore(&content, &mut read(&record, 7).unwrap()).unwrap();
            assert_eq!(kept(&back), record);
            assert_eq!(back.key(), state.key());
            assert_eq!(back.line(&content), state.line(&content));
            assert_eq!(back.typed(state.round, 1), state.typed(state.round, 1));
            assert_eq!((back.attempts, back.noted, back.help), (0, None, false));
            state.next();
        }
    }

    #[test]
    fn erasing_takes_all_back_and_draws_anew() {
        let mut state = State::default();
        let before = state.key();
        state.write(0, "Words.".into());
        state.erase();
        assert_ne!(state.key(), before);
        assert_eq!(state.typed(0, 0), "");
        assert_eq!(kept(&state), kept(&State::default()));
        let drawn = state.key();
        (0..ROUNDS).for_each(|_| state.next());
        state.again(&content(1));
        assert_eq!(state.key(), drawn);
    }

    #[test]
    fn what_no_reader_can_have_done_is_nothing() {
        let two = content(2);
        assert!(restore(&two, "3|1|a|b||||c").is_some());
        for kept in [
            "",
            "3",
            "3|1",
            "3|1|a|b|||",
            "3|1|a|b||||c|",
            "4|1|a|b||||c",
            "|1|a|b||||c",
            "3||a|b||||c",
            "3|2|a|b||||c",
            "-1|1|a|b||||c",
            "3.0|1|a|b||||c",
        ] {
            assert!(restore(&two, kept).is_none(), "{kept}");
        }
        assert!(restore(&content(0), "0|0||||||").is_none());
    }

    proptest! {
        #[test]
        fn any_record_gives_a_state_that_works_or_none(parts in any_parts(), lines in 0..4_usize) {
            let content = content(lines);
            let record = record(parts.iter().map(String::as_str));
            let parts = read(&record, 7);
            if let Some(mut state) = parts.and_then(|mut parts| State::restore(&content, &mut parts)) {
                prop_assert_eq!(kept(&state).len(), record.len());
                prop_assert!(state.line(&content).is_some());
                (0..ROUNDS).for_each(|_| state.next());
                prop_assert!(state.finished);
            }
        }
    }

    #[test]
    fn without_the_coach_the_round_goes_on() {
        let content = content(1);
        let mut state = State::default();
        state.press(&replies("One."));
        assert!(state.hear(&replies("One."), None));
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
            let joined: String = noted.stretches(1).iter().map(|s| s.text).collect();
            assert_eq!(joined, reply, "{spans:?}");
            let before = noted.stretches(0);
            assert_eq!(before.len(), 1, "a mark in another box");
        }
        let noted = noted(reply, &[(0, 8), (18, 32)]);
        let marked: Vec<_> = noted.stretches(1);
        assert_eq!(
            marked.first().unwrap().note,
            Some(0),
            "numbers follow the text"
        );
        assert_eq!(marked.last().unwrap().note, Some(1));
    }

    #[test]
    fn of_a_long_reply_the_noted_words_and_those_around_them_are_shown() {
        let words = "é word and ".repeat(2_000);
        let reply = [&words, "That sounds awful. ", &words].concat();
        let start = words.len();
        let noted = noted(&reply, &[(start, start + 17)]);
        let shown = noted.stretches(1);
        let texts: Vec<&str> = shown.iter().map(|one| one.text).collect();
        assert_eq!(texts.len(), 7);
        assert_eq!(
            (texts[1], texts[3], texts[5]),
            (" … ", "That sounds awful", " … ")
        );
        assert!(texts.iter().all(|text| text.len() <= AROUND + 4));
        assert_eq!(shown[3].note, Some(0));
        let unbroken = "é".repeat(9_000);
        let whole = super::Noted {
            replies: vec![unbroken.clone()],
            ..noted
        };
        assert_eq!(whole.stretches(0)[0].text, unbroken);
    }

    #[test]
    fn the_first_notes_are_first_once() {
        let content = content(2);
        let mut state = State::default();
        let is_first = |state: &State| state.noted.as_ref().map(|noted| noted.is_first);
        state.press(&replies("One."));
        state.hear(&replies("One."), None);
        assert_eq!(is_first(&state), None);
        check(&mut state, &content, "One.", false);
        assert_eq!(is_first(&state), Some(true));
        check(&mut state, &content, "Two.", false);
        assert_eq!(is_first(&state), Some(false));
        state.again(&content);
        check(&mut state, &content, "Three.", false);
        assert_eq!(is_first(&state), Some(false));
    }
}
