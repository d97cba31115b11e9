//! Questions: which invite a story, which ask for one fact, which carry blame or advice.

use super::cues;
use super::text::Text;
use super::{Found, Question};

/// The question that counts: the last genuine one; a leading one only when there is no other.
/// Marks the words of all questions, so that they are not read as a mirror.
pub fn find(text: &mut Text) -> Option<Found<Question>> {
    let mut counts: Option<Found<Question>> = None;
    let mut from = 0;
    while from < text.tokens.len() {
        let last = text.next(from, cues::STOP);
        let asks = text.word(last) == b"?";
        let mut first = last;
        for at in from..last {
            // No punctuation to go by: "that sux what did he say?"
            let runs_on = asks
                && first == last
                && text.at(at, cues::RUNS_ON)
                && text.at(at + 1, cues::AUX | cues::AFTER_RUNS_ON)
                && !text.at(at.wrapping_sub(1), cues::BEFORE_EMBEDDED);
            if (runs_on || text.at(at, cues::STARTS))
                && let Some(value) = kind(text, at, at == from, asks)
                && let Some(span) = text.span(at, last + 1)
            {
                first = first.min(at);
                if value != Question::Leading
                    || counts.is_none_or(|found| found.value == Question::Leading)
                {
                    counts = Some(Found { value, span });
                }
            }
        }
        while first < last {
            if let Some(token) = text.tokens.get_mut(first) {
                token.classes |= cues::ASKED;
            }
            first += 1;
        }
        from = last + 1;
    }
    counts
}

/// What the question that starts at `at` does, if one starts there. The tables stand in the order
/// in which they count.
fn kind(text: &Text, at: usize, first: bool, asks: bool) -> Option<Question> {
    for hit in text.within(at, at + 1) {
        match hit.group {
            cues::CHECKS => return None,
            cues::TAGS if !first => return None,
            cues::INVITES | cues::OPENS_BARE => return Some(Question::Open),
            cues::LEADS => return Some(Question::Leading),
            cues::FACTS => return asks.then_some(Question::Closed),
            cues::OPENS if asks => return Some(Question::Open),
            cues::ASKS_SHORT if asks => return Some(Question::Closed),
            cues::ASKS => return Some(Question::Closed),
            _ => {}
        }
    }
    None
}
