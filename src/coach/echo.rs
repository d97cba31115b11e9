//! Which words of a reply come back from the prompt.
//!
//! A word counts as given back when its stem is in the prompt and "I" and "you" have changed
//! places around it ("I waited" → "you waited"). With the same pronoun it is thrown back ("you
//! never help" → "you never help either") and does not count.

use super::cues;
use super::text::{Text, lookup};

/// A light stem, at most four letters: enough to let "waited" meet "waiting".
fn stem(word: &[u8]) -> &[u8] {
    let mut stem = lookup(cues::STEMS, word);
    if stem.is_empty() {
        stem = word;
        for ending in ["ing", "ed", "es", "s", "e"] {
            if let Some(rest) = word.strip_suffix(ending.as_bytes())
                && rest.len() >= 3
            {
                stem = rest;
                break;
            }
        }
    }
    stem.get(..4).unwrap_or(stem)
}

const PLACES: usize = 1 << 13;

/// What was said: for a hash of each stem, one bit for whose doing it is (nobody's, mine, yours,
/// another's), and the same four bits again for "not". Two stems in one place are so rare, and so
/// harmless, that nothing guards against it.
pub struct Said(Vec<u8>);

impl Said {
    pub fn new() -> Said {
        Said(vec![0; PLACES])
    }

    /// Takes in what was said.
    pub fn learn(&mut self, prompt: &mut Text) {
        walk(prompt, &mut self.0, true);
    }

    /// Marks in the reply which words come back, and how.
    pub fn mark(&mut self, reply: &mut Text) {
        walk(reply, &mut self.0, false);
    }
}

#[inline(never)]
fn walk(text: &mut Text, said: &mut [u8], learn: bool) {
    let mut owner = 0;
    let mut since_not = 9;
    for at in 0..text.tokens.len() {
        since_not += 1;
        if text.at(at, cues::STOP) {
            owner = 0;
            since_not = 9;
        } else if text.at(at, cues::ME) {
            owner = 1;
        } else if text.at(at, cues::YOU) {
            owner = 2;
        } else if text.at(at, cues::OTHERS) {
            owner = 3;
        } else if text.at(at, cues::NOT) {
            since_not = 0;
        }
        if text.at(at, cues::MARK | cues::COMMON) {
            continue;
        }
        let mut place = 7usize;
        for byte in stem(text.word(at)) {
            place = place.wrapping_mul(31) ^ usize::from(*byte);
        }
        let bit: u8 = 1 << if since_not <= 4 { owner + 4 } else { owner };
        if let Some(bits) = said.get_mut(place % PLACES)
            && let Some(token) = text.tokens.get_mut(at)
        {
            if learn {
                *bits |= bit;
                continue;
            }
            token.classes |= cues::CONTENT;
            // With "I" or "you" as the doer, the same doer there does not count.
            let same = bit & 0x66;
            if *bits & !(same | same.rotate_left(4)) != 0 {
                token.classes |= cues::BACK;
            }
            // "I … not" here, "you" there.
            if *bits & (bit & 0x20) >> 3 != 0 {
                token.classes |= cues::DENIED;
            }
        }
    }
}
