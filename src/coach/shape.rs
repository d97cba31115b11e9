//! Whether a reply is something to read at all.

use super::Shape;
use super::cues;
use super::text::{Text, Token};

/// A word that no hand writes on purpose: no vowel, a long run of consonants, or a row of keys.
fn is_mash(token: &Token) -> bool {
    let word = token.word.as_str();
    if token.in_list(cues::NOISES) || token.in_list(cues::COMMON) || token.in_list(cues::ENGLISH) {
        return false;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let mut run = 0;
    let mut longest = 0;
    let mut vowels = 0;
    for c in word.chars() {
        if matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
            run = 0;
            vowels += 1;
        } else {
            run += 1;
            longest = longest.max(run);
        }
    }
    let rows = word.char_indices().any(|(at, _)| {
        let rest = word.get(at..).unwrap_or_default();
        cues::KEY_ROWS.split(' ').any(|row| rest.starts_with(row))
    });
    rows || longest >= 5
        || vowels == 0 && word.len() >= 3
        || token.stretched && word.chars().count() < 2
}

/// What kind of text this is.
pub fn shape(text: &Text) -> Shape {
    if text.empty {
        return Shape::Empty;
    }
    if text.words == 0 {
        return Shape::Nonsense;
    }
    if text.foreign * 2 > text.words {
        return Shape::OtherLanguage;
    }
    let mut words = 0;
    let mut mashed = 0;
    let mut english = 0;
    let mut elsewhere = 0;
    let mut repeats = 0;
    let mut last = "";
    for token in text.tokens.iter().filter(|token| !token.is_mark()) {
        words += 1;
        mashed += usize::from(is_mash(token));
        repeats += usize::from(token.word == last);
        last = &token.word;
        let known = token.in_list(cues::COMMON) || token.in_list(cues::ENGLISH);
        english += usize::from(known);
        elsewhere += usize::from(token.in_list(cues::ELSEWHERE));
    }
    if mashed * 2 > words || words > 3 && repeats + 1 == words {
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
