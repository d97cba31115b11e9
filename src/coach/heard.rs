//! From the answers of sentences to the labels of the reply, each with the words that it is about.

use super::cues;
use super::features::{Keys, Place};
use super::lexicon::NAMED;
use super::model::{self, HEADS, Model, Pool, Row};
use super::text::Text;
use super::{Boundary, Found, Mirror, Question, Reading, Slip, Span};

/// A sentence in its piece of the reply.
pub struct Sentence<'a, 'b> {
    pub text: &'a Text,
    pub model: &'a Model,
    pub keys: &'b mut Keys<'a>,
    pub from: usize,
    pub to: usize,
    pub place: Place,
    /// Where in the reply the piece begins.
    pub start: usize,
}

/// What was heard so far.
#[derive(Default)]
pub struct Heard {
    pool: Pool,
    /// For each head the strongest answer that is a yes, and the words.
    best: [Option<(f32, Span)>; HEADS],
    /// The last genuine question.
    asked: Option<Found<Question>>,
    feeling: Option<Span>,
    /// Danger, named by a phrase.
    danger: Option<Span>,
}

/// How near a sentence has to come to a yes, so that the reply as a whole can be one.
const NEAR: f32 = 3.0;

/// Longer sentences are narrowed down to a clause, in words.
const LONG: usize = 8;

impl Sentence<'_, '_> {
    /// A range of tokens, in bytes of the reply.
    fn span(&self, from: usize, to: usize) -> Option<Span> {
        self.text.span(from, to).map(|span| Span {
            start: self.start + span.start,
            end: self.start + span.end,
        })
    }

    /// The words that a head's answer is about: the clause that says most; in a short sentence, all
    /// of it.
    fn words(&mut self, head: usize) -> Option<Span> {
        let text = self.text;
        let mut best = (f32::MIN, self.from, self.to);
        if self.to - self.from > LONG {
            let mut from = self.from;
            while from < self.to {
                let mut to = text.clause(from).min(self.to);
                to += usize::from(text.word(to) == b"?");
                let places = self.keys.sentence(from, to, self.place);
                let answer = self.model.sentence(places).get(head).copied();
                if answer.is_some_and(|answer| answer > best.0) {
                    best = (answer.unwrap_or_default(), from, to);
                }
                from = text.next(to, cues::WORD);
            }
        }
        self.span(best.1, best.2)
    }

    /// The words for a feeling or an experience.
    fn feeling(&self) -> Option<Span> {
        let at = (self.from..self.to).find(|at| self.text.senses(*at) & NAMED != 0)?;
        self.span(at, at + 1)
    }
}

impl Heard {
    /// Takes in a sentence. `words`: the reply is something to read at all; danger is heard in
    /// anything.
    pub fn sentence(&mut self, sentence: &mut Sentence, answers: &Row, words: bool) {
        let model = sentence.model;
        if self.danger.is_none() {
            let hit = super::alarm::within(sentence.text, sentence.from, sentence.to);
            self.danger = hit.and_then(|(from, to)| sentence.span(from, to));
        }
        if !words {
            return;
        }
        self.pool.add(answers);
        let answers = model.straight(answers);
        for (head, answer) in answers.iter().enumerate() {
            let is_better = self
                .best
                .get(head)
                .copied()
                .flatten()
                .is_none_or(|(best, _)| *answer > best);
            if is_better
                && head != model::REFLECTION
                && model.says(head, *answer + NEAR)
                && let Some(span) = sentence.words(head)
                && let Some(best) = self.best.get_mut(head)
            {
                *best = Some((*answer, span));
                if head == model::FEELING {
                    self.feeling = sentence.feeling();
                }
            }
        }
        let [_, _, open, closed, leading, ..] = answers;
        let value = if open > closed {
            Question::Open
        } else {
            Question::Closed
        };
        let says = model.says(model::OPEN, open) || model.says(model::CLOSED, closed);
        if says
            && open.max(closed) > leading
            && let Some(span) = sentence.words(if open > closed {
                model::OPEN
            } else {
                model::CLOSED
            })
        {
            self.asked = Some(Found { value, span });
        }
    }

    /// The labels.
    pub fn finish(&self, model: &Model, charged: bool, mut reading: Reading) -> Reading {
        let answers = model.looked(&self.pool.reply(model.silence()), charged);
        for (sure, answer) in reading.sure.iter_mut().zip(answers) {
            *sure = (100.0 * model::chance(answer) + 0.5) as u8;
        }
        let found = |head: usize| -> Option<Span> {
            let answer = answers.get(head).copied()?;
            let (_, span) = self.best.get(head).copied()??;
            model.says(head, answer).then_some(span)
        };
        reading.alarm = self.danger.or(found(model::ALARM));
        if let Some(span) = found(model::MIRROR) {
            let value = Mirror::Content;
            reading.mirror = Some(Found { value, span });
        }
        if let Some(span) = found(model::FEELING) {
            let value = Mirror::Feeling;
            reading.mirror = Some(Found { value, span });
            reading.feeling = self.feeling;
        }
        let leading = found(model::LEADING).map(|span| Found {
            value: Question::Leading,
            span,
        });
        reading.question = self.asked.or(leading);
        for (head, value) in [
            (model::MINIMIZE, Slip::Minimize),
            (model::FIX, Slip::Fix),
            (model::TURN, Slip::Turn),
            (model::ARGUE, Slip::Argue),
        ] {
            if let Some(span) = found(head) {
                let slips = &mut reading.slips;
                let behind = |other: &Found<Slip>| other.span.start > span.start;
                let at = slips.iter().position(behind).unwrap_or(slips.len());
                slips.insert(at, Found { value, span });
            }
        }
        let limit = |value, head| found(head).map(|span| Found { value, span });
        reading.boundary =
            limit(Boundary::Harsh, model::HARSH).or(limit(Boundary::Kind, model::KIND));
        reading.mirror_first = match (&reading.mirror, &reading.question) {
            (Some(mirror), Some(question)) => mirror.span.start < question.span.start,
            _ => false,
        };
        reading
    }
}
