//! Whether a reply is something to read at all.

use super::Shape;
use super::cues;
use super::text::Text;

/// A word that no hand writes on purpose: no vowel, or a long run of consonants.
fn is_mash(word: &[u8]) -> bool {
    let mut run = 0;
    let mut longest = 0;
    for letter in word {
        run += 1;
        if matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') {
            run = 0;
        }
        longest = longest.max(run);
    }
    longest >= 5 || longest == word.len() && (longest >= 3 || matches!(word, [b'0'..=b'9', ..]))
}

/// What kind of text this is.
#[inline(never)]
pub fn shape(text: &Text) -> Shape {
    if text.blank && text.words == 0 {
        return Shape::Empty;
    }
    if text.foreign * 2 > text.words {
        return Shape::OtherLanguage;
    }
    let all = text.tokens.len();
    let words = text.count(0, all, cues::WORD);
    let known = |at: usize| text.at(at, cues::ENGLISH) || text.senses(at) != 0;
    let english = (0..all).filter(|at| known(*at)).count();
    let elsewhere = text.count(0, all, cues::ELSEWHERE);
    let mut mashed = 0;
    let mut repeats = 0;
    for at in 0..all {
        if text.at(at, cues::WORD) {
            let word = text.word(at);
            mashed += usize::from(!known(at) && is_mash(word));
            repeats += usize::from(word == text.word(at + 1));
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
