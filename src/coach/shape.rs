//! Whether a reply is something to read at all.

use super::Shape;
use super::cues;
use super::text::Text;

/// A word that no hand writes on purpose: no vowel, or a long run of consonants.
fn is_mash(word: &[u8]) -> bool {
    let mut run = 0;
    let mut longest = 0;
    let mut vowels = 0;
    for letter in word {
        run += 1;
        if b"aeiouy".contains(letter) {
            run = 0;
            vowels += 1;
        }
        longest = longest.max(run);
    }
    longest >= 5 || vowels == 0 && (word.len() >= 3 || matches!(word, [b'0'..=b'9', ..]))
}

/// What kind of text this is.
pub fn shape(text: &Text) -> Shape {
    if text.blank {
        return Shape::Empty;
    }
    if text.foreign * 2 > text.words {
        return Shape::OtherLanguage;
    }
    let mut words = 0;
    let mut mashed = 0;
    let mut english = 0;
    let mut elsewhere = 0;
    let mut repeats = 0;
    let mut last: &[u8] = b"";
    for (at, token) in text.tokens.iter().enumerate() {
        if token.classes & cues::MARK != 0 {
            continue;
        }
        let word = text.word(at);
        words += 1;
        if token.classes & cues::ENGLISH != 0 {
            english += 1;
        } else if is_mash(word) {
            mashed += 1;
        }
        if word == last {
            repeats += 1;
        }
        last = word;
        if token.classes & cues::ELSEWHERE != 0 {
            elsewhere += 1;
        }
    }
    if mashed * 2 > words || words > 3 && repeats + 1 == words || words == 0 {
        return Shape::Nonsense;
    }
    if elsewhere >= 2 && elsewhere > english || words >= 4 && english == 0 {
        return Shape::OtherLanguage;
    }
    if text.words == 1 {
        return Shape::Short;
    }
    Shape::Words
}
