//! Which words of a reply come back from the prompt.
//!
//! A word counts as given back when its stem is in the prompt and "I" and "you" have changed
//! places around it ("I waited" → "you waited"). With the same pronoun it is thrown back ("you
//! never help" → "you never help either") and does not count.

use super::cues;
use super::text::{Text, Token, lookup};

/// Whose doing a word is: the last pronoun before it in its sentence.
#[derive(Clone, Copy, PartialEq)]
enum Owner {
    None,
    Me,
    You,
    Other,
}

/// A word of the prompt.
#[derive(PartialEq)]
struct Entry<'a> {
    stem: &'a str,
    owner: Owner,
    negated: bool,
}

/// The number of chains. Prompts are short; a long one stays linear for all practical lengths.
const CHAINS: usize = 1024;

/// The content words of the prompt, in chains by a hash of the stem: smaller than sorting code.
pub struct Echo<'a> {
    chains: Vec<Vec<Entry<'a>>>,
    /// The prompt speaks of the reader ("you …").
    pub charges: bool,
}

/// What a stretch of the reply takes from the prompt.
#[derive(Default)]
pub struct Shared {
    /// Content words of the stretch.
    pub words: usize,
    /// Those that come back from the prompt.
    pub back: usize,
    /// Those with "I … not" for a "you …" of the prompt.
    pub denied: usize,
    /// Those that stand with "I" here and with "you" in the prompt.
    pub owned: usize,
}

/// A light stem: enough to let "waited" meet "waiting".
fn stem(word: &str) -> &str {
    if let Some(stem) = lookup(cues::STEMS, word) {
        return stem;
    }
    for ending in ["ing", "edly", "ed", "es", "ly", "s", "e"] {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() >= 3
        {
            // "stopped" → "stop", "shopping" → "shop"
            let mut back = rest.chars().rev();
            let last = back.next();
            if ending != "s"
                && ending != "e"
                && last == back.next()
                && !matches!(last, Some('l' | 's'))
            {
                let mut shorter = rest.chars();
                shorter.next_back();
                return shorter.as_str();
            }
            return rest.strip_suffix('e').unwrap_or(rest);
        }
    }
    word
}

/// The chain of a stem.
fn chain(stem: &str) -> usize {
    let hash = stem.bytes().fold(7, |hash: usize, byte| {
        hash.wrapping_mul(31) ^ usize::from(byte)
    });
    hash % CHAINS
}

/// Walks over a stretch with each content word's owner and negation.
fn walk<'t>(tokens: &'t [Token], mut each: impl FnMut(&'t str, Owner, bool)) {
    let mut owner = Owner::None;
    let mut since_not = usize::MAX;
    for token in tokens {
        since_not = since_not.saturating_add(1);
        if token.is_stop() {
            owner = Owner::None;
            since_not = usize::MAX;
        } else if token.in_list("i we me my") {
            owner = Owner::Me;
        } else if token.in_list("you your yours") {
            owner = Owner::You;
        } else if token.in_list("he she they") {
            owner = Owner::Other;
        } else if token.in_list("not never no nobody") {
            since_not = 0;
        }
        if !token.is_mark() && !token.in_list(cues::COMMON) {
            each(stem(&token.word), owner, since_not <= 4);
        }
    }
}

impl<'a> Echo<'a> {
    pub fn new(prompt: &'a Text) -> Echo<'a> {
        let mut chains: Vec<Vec<Entry>> = Vec::new();
        chains.resize_with(CHAINS, Vec::new);
        walk(&prompt.tokens, |stem, owner, negated| {
            let entry = Entry {
                stem,
                owner,
                negated,
            };
            if let Some(chain) = chains.get_mut(chain(stem))
                && !chain.contains(&entry)
            {
                chain.push(entry);
            }
        });
        let charges = prompt.tokens.iter().any(|token| token.in_list("you your"));
        Echo { chains, charges }
    }

    /// What the tokens `from..to` of the reply take from the prompt.
    pub fn shared(&self, reply: &Text, from: usize, to: usize) -> Shared {
        let mut shared = Shared::default();
        walk(
            reply.tokens.get(from..to).unwrap_or_default(),
            |stem, owner, negated| {
                shared.words += 1;
                let mut back = false;
                let mut denied = false;
                let mut owned = false;
                let same = self.chains.get(chain(stem)).into_iter().flatten();
                for entry in same.filter(|entry| entry.stem == stem) {
                    back |= entry.owner != owner || matches!(owner, Owner::None | Owner::Other);
                    if owner == Owner::Me && entry.owner == Owner::You {
                        denied |= negated && !entry.negated;
                        owned |= negated == entry.negated;
                    }
                }
                shared.back += usize::from(back);
                shared.denied += usize::from(denied);
                shared.owned += usize::from(owned);
            },
        );
        shared
    }
}
