//! What the learned model sees of a clause: short keys of bytes, each either there or not. Words in
//! their places, what they mean ([`lexicon`](super::lexicon)), and what comes back from the prompt.

use super::Span;
use super::alarm;
use super::cues;
use super::model::{self, BASIS, fold, hashed};
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
            places: Vec::new(),
            there: vec![0; model::PLACES as usize / 8 + 1],
        }
    }

    /// Adds keys, each written as its kind and its parts: `21c` is of kind `2`, with the word 1 and
    /// the third digit.
    #[inline(never)]
    fn emit(&mut self, keys: &[u8], words: &[&[u8]], digits: &[u8]) {
        for key in keys.split(|byte| *byte == b' ') {
            let mut hash = BASIS;
            for (at, part) in key.iter().enumerate() {
                let mut last = *part;
                if at > 0 && last >= b'a' {
                    last = digits
                        .get(usize::from(last - b'a'))
                        .copied()
                        .unwrap_or(last);
                } else if at > 0 {
                    let word = words.get(usize::from(last.wrapping_sub(b'0')));
                    for byte in word.copied().unwrap_or_default() {
                        hash = hashed(hash, *byte);
                    }
                    last = b' ';
                }
                hash = hashed(hash, last);
            }
            let place = fold(hash, model::PLACES);
            let bit = 1 << (place & 7);
            if let Some(bits) = self.there.get_mut(place as usize / 8)
                && *bits & bit == 0
            {
                *bits |= bit;
                self.places.push(place);
            }
        }
    }

    /// A token's kind of word: itself, where it is a small word; else what it means; else its
    /// ending.
    fn tag(text: &'a Text, from: usize, to: usize, at: usize) -> &'a [u8] {
        if at < from || at >= to {
            return START;
        }
        let word = text.word(at);
        if text.at(at, cues::OTHERS) {
            return b"P";
        }
        if text.at(at, cues::MARK | cues::COMMON) {
            return word;
        }
        let senses = text.senses(at);
        for sense in b"FERQHBLGXV".chunks(1) {
            if senses & cues::named(sense) != 0 {
                return sense;
            }
        }
        match word {
            [b'0'..=b'9', ..] => b"Q",
            [.., b'i', b'n', b'g'] => b"+g",
            [.., b'e', b'd'] => b"+d",
            [.., b'l', b'y'] => b"+l",
            _ => b"+",
        }
    }

    /// The places of all keys of the sentence from token `from` up to, without, token `to`.
    pub fn sentence(&mut self, from: usize, to: usize, place: Place) -> &[u32] {
        for place in self.places.drain(..) {
            if let Some(bits) = self.there.get_mut(place as usize / 8) {
                *bits = 0;
            }
        }
        let text = self.text;
        let (mut first, mut before, mut tag) = (START, START, START);
        for at in from..to {
            let word = text.word(at);
            let last = std::mem::replace(&mut tag, Self::tag(text, from, to, at));
            let keys: &[u8] = match at > from {
                true => b"10 210 b34 _20",
                false => b"10 210 b34",
            };
            self.emit(keys, &[word, before, first, last, tag], &[]);
            let mut rest = text.senses(at);
            while rest != 0 {
                let sense = b'@' + rest.trailing_zeros() as u8;
                rest &= rest - 1;
                self.emit(b"sa t0a u10a", &[before, first], &[sense]);
            }
            if word.len() >= 4 && !text.at(at, cues::COMMON) {
                let some = |range| word.get(range).unwrap_or_default();
                let end = some(word.len() - 3..word.len());
                self.emit(
                    b"p0 p1 p2 e3",
                    &[some(0..4), some(0..5), some(0..6), end],
                    &[],
                );
            }
            (first, before) = (before, word);
        }
        self.story(from, to);
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
                None if text.at(at, cues::NOT) => b'n',
                None if text.word(at) == b"?" => b'?',
                None => match Self::who(text, at) {
                    b'0' | b'i' => continue,
                    who => who,
                },
            };
            self.emit(b"dba dcba", &[], &[now, before, first]);
            (first, before) = (before, now);
        }
    }

    /// Whom a word means: oneself, the other, somebody else, "it" or nobody.
    #[inline(never)]
    fn who(text: &Text, at: usize) -> u8 {
        match text.word(at) {
            _ if text.at(at, cues::ME) => b'I',
            _ if text.at(at, cues::YOU) => b'U',
            _ if text.at(at, cues::OTHERS) => b'P',
            b"it" => b'i',
            _ => b'0',
        }
    }

    /// Keys of the sentence as a whole.
    fn shape(&mut self, from: usize, to: usize, place: Place) {
        let text = self.text;
        let bucket = |count: usize| match count {
            0..=3 => count,
            4..=5 => 4,
            6..=8 => 5,
            9..=13 => 6,
            14..=20 => 7,
            _ => 8,
        };
        let count = |classes| text.count(from, to, classes);
        let back = count(cues::BACK);
        let ratio = (back * 4).checked_div(count(cues::CONTENT)).unwrap_or(0);
        let mut digits = [
            usize::from(place.first) + 2 * usize::from(place.last),
            usize::from(text.word(to.wrapping_sub(1)) == b"?"),
            usize::from(self.said.charged),
            usize::from(self.said.danger),
            bucket(count(cues::WORD)),
            bucket(back),
            bucket(count(cues::DENIED)),
            ratio,
            count(cues::ME).min(3),
            count(cues::YOU).min(3),
            0,
        ]
        .map(|number| b'0' + number as u8);
        for at in from..to {
            let who = Self::who(text, at);
            if who != b'0' {
                if let Some(last) = digits.last_mut() {
                    *last = who;
                }
                break;
            }
        }
        self.emit(
            b"S0 Pa Pab Ne Nek Nea Wkc Wkca Wkb W0c Zdk Mij Mijc Bf Bfh Bhk Bh0 Bhe Dgk",
            &[Self::tag(text, from, to, from)],
            &digits,
        );
        let source = self.source;
        let mut more = |is_there: bool, key: &[u8]| {
            if is_there {
                self.emit(key, &[], &[]);
            }
        };
        more(alarm::within(text, from, to).is_some(), b"G");
        more(text.within(from, to).iter().any(|hit| hit.off), b"H");
        more(count(cues::QUOTED) > 0, b"Q");
        // What the plain words don't have: capitals, marks, signs. Those behind the last word belong
        // to the sentence, too.
        let Some(Span { start, end }) = text.span(from, to) else {
            return;
        };
        let behind = source.as_bytes().get(end..).unwrap_or_default();
        let tail = behind.iter().position(u8::is_ascii_alphanumeric);
        let end = end + tail.unwrap_or(behind.len());
        let whole = source.get(start..end).unwrap_or_default();
        let has = |mark: &str| {
            let mut places = whole.as_bytes().windows(mark.len());
            places.any(|place| place == mark.as_bytes())
        };
        let shouts = |place: &[u8]| place.iter().all(u8::is_ascii_uppercase);
        more(has("!"), b"!!");
        more(has("!!"), b"!2");
        more(has("...") || has("…"), b"!.");
        more(whole.as_bytes().windows(3).any(shouts), b"C");
        for c in whole.chars() {
            if c as u32 >= 0x2190 {
                self.emit(b"E E0", &[&(c as u32).to_le_bytes()], &[]);
            }
        }
    }
}

/// The keys of a phrase of danger, with which training begins as a yes, and of a phrase that only
/// sounds like one.
#[cfg(not(target_arch = "wasm32"))]
pub fn beliefs() -> [(u32, f32); 2] {
    [(model::place(b"G"), 1.0), (model::place(b"H"), -1.0)]
}
