//! What the learned model sees of a clause: short keys of bytes, each either there or not. Words in
//! their places, what they mean ([`lexicon`](super::lexicon)), and what comes back from the prompt.

use super::Span;
use super::alarm;
use super::cues;
use super::model::{self, place};
use super::text::Text;

/// What is known of the prompt.
#[derive(Clone, Copy, Default)]
pub struct Said {
    /// It speaks of the reader.
    pub charged: bool,
    /// It speaks of danger.
    pub danger: bool,
}

impl Said {
    /// Takes in a piece of the prompt.
    pub fn hear(&mut self, text: &Text) {
        self.charged |= text.count(0, text.tokens.len(), cues::YOU) > 0;
        self.danger |= alarm::find(text).is_some();
    }
}

/// Where in the reply a sentence stands.
#[derive(Clone, Copy)]
pub struct Place {
    pub first: bool,
    pub last: bool,
}

/// Collects the keys of sentences.
pub struct Keys<'a> {
    text: &'a Text,
    source: &'a str,
    said: Said,
    key: Vec<u8>,
    places: Vec<u32>,
    /// A bit for each place: whether it is in `places`.
    there: Vec<u8>,
}

/// Stands for the place before a sentence.
const START: &[u8] = b"^";

/// The senses of words that danger is told with, those that say most first.
const DANGER: &[u8] = b"mwjdvifheckp";

impl<'a> Keys<'a> {
    pub fn new(text: &'a Text, source: &'a str, said: Said) -> Keys<'a> {
        Keys {
            text,
            source,
            said,
            key: Vec::new(),
            places: Vec::new(),
            there: vec![0; model::PLACES as usize / 8],
        }
    }

    fn emit(&mut self, kind: u8, parts: &[&[u8]]) {
        self.key.clear();
        self.key.push(kind);
        for part in parts {
            self.key.extend_from_slice(part);
            self.key.push(b' ');
        }
        let place = place(&self.key);
        let bit = 1 << (place & 7);
        if let Some(bits) = self.there.get_mut(place as usize / 8)
            && *bits & bit == 0
        {
            *bits |= bit;
            self.places.push(place);
        }
    }

    /// The sentence's word at a place; before it and after it there are only marks.
    fn word(&self, from: usize, to: usize, at: usize) -> &[u8] {
        if at.wrapping_add(1) == from || at < from {
            START
        } else if at >= to {
            b"."
        } else {
            self.text.word(at)
        }
    }

    /// A token's kind of word: itself, where it is a small word; else what it means; else its
    /// ending.
    fn tag(text: &Text, from: usize, to: usize, at: usize) -> [u8; 8] {
        let mut tag = [0; 8];
        let word = text.word(at);
        let put = |tag: &mut [u8; 8], bytes: &[u8]| {
            for (to, from) in tag.iter_mut().zip(bytes) {
                *to = *from;
            }
        };
        if at < from || at >= to {
            put(&mut tag, b"^");
        } else if text.at(at, cues::OTHERS) {
            put(&mut tag, b"P");
        } else if text.at(at, cues::MARK | cues::COMMON) {
            put(&mut tag, word);
        } else {
            let senses = text.senses(at);
            let first = b"FERQHNBDMLYGXTVCSAZUIP"
                .iter()
                .find(|sense| senses & cues::class(**sense) != 0);
            match (first, word) {
                (Some(sense), _) => put(&mut tag, &[*sense]),
                (None, [b'0'..=b'9', ..]) => put(&mut tag, b"Q"),
                (None, [.., b'i', b'n', b'g']) => put(&mut tag, b"+g"),
                (None, [.., b'e', b'd']) => put(&mut tag, b"+d"),
                (None, [.., b'l', b'y']) => put(&mut tag, b"+l"),
                _ => put(&mut tag, b"+"),
            }
        }
        tag
    }

    /// The places of all keys of the sentence from token `from` up to, without, token `to`.
    pub fn sentence(&mut self, from: usize, to: usize, place: Place) -> &[u32] {
        for place in self.places.drain(..) {
            if let Some(bits) = self.there.get_mut(place as usize / 8) {
                *bits = 0;
            }
        }
        let text = self.text;
        for at in from..to {
            let word = text.word(at);
            let before = self.word(from, to, at.wrapping_sub(1)).to_vec();
            let first = self.word(from, to, at.wrapping_sub(2)).to_vec();
            self.emit(b'1', &[word]);
            self.emit(b'2', &[&before, word]);
            if at > from {
                self.emit(b'_', &[&first, word]);
            }
            let senses = text.senses(at);
            let mut rest = senses;
            while rest != 0 {
                let sense = [b'@' + rest.trailing_zeros() as u8];
                rest &= rest - 1;
                self.emit(b's', &[&sense]);
                self.emit(b't', &[&before, &sense]);
                self.emit(b'u', &[&first, &before, &sense]);
            }
            let tag = |at| Self::tag(text, from, to, at);
            self.emit(b'b', &[&tag(at.wrapping_sub(1)), &tag(at)]);
            if word.len() >= 4 && !text.at(at, cues::COMMON) {
                for length in 4..=6 {
                    if let Some(stem) = word.get(..length) {
                        self.emit(b'p', &[stem]);
                    }
                }
                if let Some(end) = word.get(word.len() - 3..) {
                    self.emit(b'e', &[end]);
                }
            }
        }
        self.story(from, to);
        self.emit(b'S', &[&Self::tag(text, from, to, from)]);
        if alarm::within(text, from, to).is_some() {
            self.emit(b'G', &[]);
        }
        if text.within(from, to).iter().any(|hit| hit.off) {
            self.emit(b'H', &[]);
        }
        self.shape(from, to, place);
        &self.places
    }

    /// Who does what to whom, as danger is told: the words for it in pairs and threes, whatever stands
    /// between them.
    fn story(&mut self, from: usize, to: usize) {
        let text = self.text;
        let (mut first, mut before) = (b'^', b'^');
        for at in from..to {
            let senses = text.senses(at);
            let sense = DANGER
                .iter()
                .find(|sense| senses & cues::class(**sense) != 0);
            let now = match sense {
                Some(sense) => *sense,
                None if text.at(at, cues::ME) => b'I',
                None if text.at(at, cues::YOU) => b'U',
                None if text.at(at, cues::OTHERS) => b'P',
                None if text.at(at, cues::NOT) => b'n',
                None if text.word(at) == b"?" => b'?',
                None => continue,
            };
            self.emit(b'd', &[&[before, now]]);
            self.emit(b'd', &[&[first, before, now]]);
            (first, before) = (before, now);
        }
    }

    /// Keys of the sentence as a whole.
    fn shape(&mut self, from: usize, to: usize, place: Place) {
        let text = self.text;
        let bucket = |count: usize| match count {
            0..=3 => count as u8,
            4..=5 => 4,
            6..=8 => 5,
            9..=13 => 6,
            14..=20 => 7,
            _ => 8,
        };
        let place = [b'0' + u8::from(place.first) + 2 * u8::from(place.last)];
        let words = text.count(from, to, cues::WORD);
        let content = text.count(from, to, cues::CONTENT);
        let back = text.count(from, to, cues::BACK);
        let denied = text.count(from, to, cues::DENIED);
        let charged = [b'0' + u8::from(self.said.charged)];
        let danger = [b'0' + u8::from(self.said.danger)];
        let asked = [b'0' + u8::from(text.word(to.wrapping_sub(1)) == b"?")];
        let length = [b'0' + bucket(words)];
        let who = match (from..to)
            .find(|at| text.at(*at, cues::ME | cues::YOU | cues::OTHERS) || text.word(*at) == b"it")
        {
            Some(at) if text.at(at, cues::ME) => b"I",
            Some(at) if text.at(at, cues::YOU) => b"U",
            Some(at) if text.at(at, cues::OTHERS) => b"P",
            Some(_) => b"i",
            None => b"0",
        };
        let ratio = [b'0' + (back * 4).checked_div(content).unwrap_or(0) as u8];
        let backs = [b'0' + bucket(back)];
        let me = [b'0' + bucket(text.count(from, to, cues::ME)).min(3)];
        let you = [b'0' + bucket(text.count(from, to, cues::YOU)).min(3)];
        let first = Self::tag(text, from, to, from);
        self.emit(b'P', &[&place]);
        self.emit(b'P', &[&place, &asked]);
        self.emit(b'N', &[&length]);
        self.emit(b'N', &[&length, who]);
        self.emit(b'N', &[&length, &place]);
        self.emit(b'W', &[who, &charged]);
        self.emit(b'W', &[who, &charged, &place]);
        self.emit(b'W', &[who, &asked]);
        self.emit(b'W', &[&first, &charged]);
        self.emit(b'Z', &[&danger, who]);
        self.emit(b'M', &[&me, &you]);
        self.emit(b'M', &[&me, &you, &charged]);
        self.emit(b'B', &[&backs]);
        self.emit(b'B', &[&backs, &ratio]);
        self.emit(b'B', &[&ratio, who]);
        self.emit(b'B', &[&ratio, &first]);
        self.emit(b'B', &[&ratio, &length]);
        self.emit(b'D', &[&[b'0' + bucket(denied)], who]);
        if let Some(Span { start, end }) = text.span(from, to) {
            self.marks(start, end);
        }
        if text.count(from, to, cues::QUOTED) > 0 {
            self.emit(b'Q', &[]);
        }
    }

    /// What the plain words don't have: capitals, marks, signs.
    fn marks(&mut self, start: usize, end: usize) {
        let source = self.source;
        let more = source.get(end..).unwrap_or_default();
        // What stands behind the last word belongs to the sentence, too.
        let tail = more
            .find(|c: char| c.is_ascii_alphanumeric())
            .unwrap_or(more.len());
        let whole = source.get(start..end + tail).unwrap_or_default();
        let mut shout = 0;
        let mut run = 0;
        let mut last = ' ';
        let mut same = 0;
        for c in whole.chars() {
            run = if c.is_ascii_uppercase() { run + 1 } else { 0 };
            shout += usize::from(run == 3);
            same = if c == last { same + 1 } else { 1 };
            last = c;
            match (c, same) {
                ('!', 1) => self.emit(b'!', &[b"!"]),
                ('!', 2) => self.emit(b'!', &[b"2"]),
                ('.', 3) | ('…', 1) => self.emit(b'!', &[b"."]),
                _ => {}
            }
            if c as u32 >= 0x2190 {
                let mut bytes = [0; 4];
                let sign = c.encode_utf8(&mut bytes).as_bytes().to_vec();
                self.emit(b'E', &[&sign]);
                self.emit(b'E', &[]);
            }
        }
        if shout > 0 {
            self.emit(b'C', &[]);
        }
    }
}

/// The keys of a phrase of danger, with which training begins as a yes, and of a phrase that only
/// sounds like one.
#[cfg(not(target_arch = "wasm32"))]
pub fn beliefs() -> [(u32, f32); 2] {
    [(place(b"G"), 1.0), (place(b"H"), -1.0)]
}
