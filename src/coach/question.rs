//! Questions: which invite a story, which ask for one fact, which carry blame or advice.

use super::cues::{self, Group};
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
            if !text.at(at, cues::STARTS) {
                // No punctuation to go by: "that sux what did he say?"
                let runs_on = asks
                    && first == last
                    && text.at(at, cues::RUNS_ON)
                    && text.at(at + 1, cues::AUX | cues::AFTER_RUNS_ON)
                    && !text.at(at.wrapping_sub(1), cues::BEFORE_EMBEDDED);
                if !runs_on {
                    continue;
                }
            }
            if let Some(value) = kind(text, at, at == from, asks)
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
        for token in text.tokens.iter_mut().take(last + 1).skip(first) {
            token.classes |= cues::ASKED;
        }
        from = last + 1;
    }
    counts
}

/// What the question that starts at `at` does, if one starts there.
fn kind(text: &Text, at: usize, first: bool, asks: bool) -> Option<Question> {
    let begins = |group| text.begins(group, at);
    if begins(Group::Checks) || !first && begins(Group::Tags) {
        return None;
    }
    if begins(Group::Invites) {
        return Some(Question::Open);
    }
    if (asks || text.at(at, cues::ASKING | cues::AUX)) && begins(Group::Leads) {
        return Some(Question::Leading);
    }
    let aux = text.at(at + 1, cues::AUX);
    match text.word(at) {
        b"what" | b"how" if text.at(at + 1, cues::ONE_FACT) => asks.then_some(Question::Closed),
        b"what" | b"how" | b"why" => {
            let exclaims = matches!(text.word(at + 1), b"a" | b"an");
            let asked = asks || aux || text.word(at + 1) == b"happened";
            (asked && !exclaims).then_some(Question::Open)
        }
        b"who" | b"whose" | b"which" | b"where" => (asks || aux).then_some(Question::Closed),
        b"when" => (aux && asks).then_some(Question::Closed),
        _ if begins(Group::Asks) => Some(Question::Closed),
        _ if asks && begins(Group::AsksShort) => Some(Question::Closed),
        _ => None,
    }
}
