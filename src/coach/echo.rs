//! Which words of a reply come back from the prompt.
//!
//! A word counts as given back when its stem is in the prompt and "I" and "you" have changed
//! places around it ("I waited" → "you waited"). With the same pronoun it is thrown back ("you
//! never help" → "you never help either") and does not count.

use super::cues;
use super::text::{Text, lookup};

/// A light stem: enough to let "waited" meet "waiting".
fn stem(word: &[u8]) -> &[u8] {
    if let Some(stem) = lookup(cues::STEMS, word) {
        return stem;
    }
    for ending in ["ing", "edly", "ed", "es", "ly", "s", "e"] {
        if let Some(rest) = word.strip_suffix(ending.as_bytes())
            && rest.len() >= 3
        {
            return match rest {
                // "stopped" → "stop", "shopping" → "shop"
                [short @ .., b'e'] => short,
                [short @ .., a]
                    if short.last() == Some(a) && ending.len() > 1 && !b"ls".contains(a) =>
                {
                    short
                }
                _ => rest,
            };
        }
    }
    word
}

/// Calls with each content word's position, the place of its stem in a table of this many, and
/// one bit: whose doing it is (nobody's, mine, yours, another's), negated or not.
const PLACES: usize = 1 << 16;

fn walk(text: &Text, mut each: impl FnMut(usize, usize, u8)) {
    let mut owner = 0;
    let mut since_not = 9;
    for (at, token) in text.tokens.iter().enumerate() {
        since_not += 1;
        if token.classes & cues::STOP != 0 {
            owner = 0;
            since_not = 9;
        }
        if token.classes & cues::ME != 0 {
            owner = 1;
        }
        if token.classes & cues::YOU != 0 {
            owner = 2;
        }
        if token.classes & cues::OTHERS != 0 {
            owner = 3;
        }
        if token.classes & cues::NOT != 0 {
            since_not = 0;
        }
        if token.classes & (cues::MARK | cues::COMMON) == 0 {
            let place = stem(text.word(at)).iter().fold(7, |hash: usize, byte| {
                hash.wrapping_mul(31) ^ usize::from(*byte)
            });
            each(
                at,
                place % PLACES,
                1 << (owner + 4 * u8::from(since_not <= 4)),
            );
        }
    }
}

/// Marks in the reply which words come back from the prompt, and how.
pub fn mark(prompt: &Text, reply: &mut Text) {
    // Two stems in one place are so rare, and so harmless, that nothing guards against it.
    let mut said = vec![0u8; PLACES];
    walk(prompt, |_, place, bit| {
        if let Some(bits) = said.get_mut(place) {
            *bits |= bit;
        }
    });
    let mut marks = Vec::new();
    walk(reply, |at, place, bit| {
        let bits = said.get(place).copied().unwrap_or_default();
        let mut mark = cues::CONTENT;
        // With nobody or another as the doer the pronoun has nothing to change.
        let same = if bit & 0x66 != 0 {
            bit | bit.rotate_left(4)
        } else {
            0
        };
        if bits & !same != 0 {
            mark |= cues::BACK;
        }
        if bit & 0x22 != 0 {
            // "I" here, "you" there.
            if bits & (bit << 1) != 0 {
                mark |= cues::OWNED;
            }
            if bit == 0x20 && bits & 0x04 != 0 {
                mark |= cues::DENIED;
            }
        }
        marks.push((at, mark));
    });
    for (at, mark) in marks {
        if let Some(token) = reply.tokens.get_mut(at) {
            token.classes |= mark;
        }
    }
}
