//! From the answers of sentences to the labels of the reply, each with the words that it is about.

use super::cues;
use super::features::{Keys, Place};
use super::lexicon::NAMED;
use super::model::{self, HEADS, Model, Pool, Row};
use super::text::Text;
use super::{Boundary, Found, Mirror, Question, Reading, Shape, Span};

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
pub struct Heard {
    pool: Pool,
    /// For each head the strongest answer that comes near a yes, and its words.
    best: [(f32, Option<Span>); HEADS],
    /// The last genuine question.
    asked: Option<Found<Question>>,
    feeling: Option<Span>,
    /// Danger, named by a phrase.
    danger: Option<Span>,
}

/// How near a sentence has to come to a yes, so that the reply as a whole can be one.
const NEAR: f32 = 3.0;

/// The answer from which down the model is sure that there is no danger: a chance of one in twenty.
const SURE: f32 = -3.0;

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

impl Default for Heard {
    fn default() -> Heard {
        Heard {
            pool: Pool::default(),
            best: [(f32::MIN, None); HEADS],
            asked: None,
            feeling: None,
            danger: None,
        }
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
        for (head, (answer, best)) in answers.iter().zip(&mut self.best).enumerate() {
            if *answer > best.0 && model.says(head, *answer + NEAR) {
                *best = (*answer, sentence.words(head));
                if head == model::FEELING {
                    self.feeling = sentence.feeling();
                }
            }
        }
        let [_, _, open, closed, leading, ..] = answers;
        let (value, head, answer) = if open > closed {
            (Question::Open, model::OPEN, open)
        } else {
            (Question::Closed, model::CLOSED, closed)
        };
        if answer > leading
            && model.says(head, answer)
            && let Some(span) = sentence.words(head)
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
        let mut found = [None; HEADS];
        for (head, (found, best)) in found.iter_mut().zip(&self.best).enumerate() {
            if model.says(head, answers.get(head).copied().unwrap_or(f32::MIN)) {
                *found = best.1;
            }
        }
        let [
            mirror,
            feeling,
            _,
            _,
            leading,
            minimize,
            fix,
            turn,
            argue,
            kind,
            harsh,
            alarm,
            _,
        ] = found;
        fn named<T>(value: T, span: Option<Span>) -> Option<Found<T>> {
            span.map(|span| Found { value, span })
        }
        // Where words were read, a phrase of danger that the model is sure is none stays one of those that
        // only sound like it.
        let doubted = answers
            .get(model::ALARM)
            .is_none_or(|answer| *answer > SURE);
        reading.alarm = match reading.shape {
            Shape::Words if !doubted => alarm,
            _ => self.danger.or(alarm),
        };
        reading.mirror = named(Mirror::Feeling, feeling).or(named(Mirror::Content, mirror));
        if feeling.is_some() {
            reading.feeling = self.feeling;
        }
        reading.question = self.asked.or(named(Question::Leading, leading));
        reading.slips = [minimize, fix, turn, argue];
        reading.boundary = named(Boundary::Harsh, harsh).or(named(Boundary::Kind, kind));
        reading.mirror_first = match (&reading.mirror, &reading.question) {
            (Some(mirror), Some(question)) => mirror.span.start < question.span.start,
            _ => false,
        };
        reading
    }
}
