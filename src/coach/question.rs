//! Questions: which invite a story, which ask for one fact, which carry blame or advice.

use super::cues;
use super::text::Text;
use super::{Found, Question};

/// A question with its token range, so that words inside it are not read as a mirror.
pub struct Asked {
    pub from: usize,
    pub to: usize,
    pub found: Found<Question>,
}

/// All questions of a text, in order.
pub fn find(text: &Text) -> Vec<Asked> {
    let mut out = Vec::new();
    for (from, to) in text.sentences() {
        let asks = to.checked_sub(1).is_some_and(|last| text.at(last, "?"));
        let before = out.len();
        for at in from..to {
            if text.starts_clause(at) {
                push(text, at, from, to, asks, &mut out);
            }
        }
        if asks && out.len() == before {
            // No punctuation to go by: "that sux what did he say?"
            for at in from + 1..to {
                let runs_on = text.at(at, "what how why where who when are did do")
                    && text.at(at + 1, "A you he she they happened")
                    && !text.at(at - 1, cues::BEFORE_EMBEDDED);
                if runs_on {
                    push(text, at, from, to, asks, &mut out);
                    break;
                }
            }
        }
    }
    out
}

fn push(text: &Text, at: usize, from: usize, to: usize, asks: bool, out: &mut Vec<Asked>) {
    if let Some(value) = kind(text, at, from, asks)
        && let Some(span) = text.span(at, to)
    {
        out.push(Asked {
            from: at,
            to,
            found: Found { value, span },
        });
    }
}

/// What the question that starts at `at` does, if one starts there.
fn kind(text: &Text, at: usize, from: usize, asks: bool) -> Option<Question> {
    let word = text.get(at).filter(|token| !token.is_mark())?;
    let next_aux = text.at(at + 1, "A");
    if text.any_phrase(cues::CHECKS, at).is_some()
        || at > from && text.phrase("A ?not S $", at).is_some()
    {
        return None;
    }
    if text.any_phrase(cues::INVITES, at).is_some() {
        return Some(Question::Open);
    }
    let opens = word.in_list("what how why who whose where when which A ever");
    if (asks || opens) && text.any_phrase(cues::LEADS, at).is_some() {
        return Some(Question::Leading);
    }
    match word.word.as_str() {
        "what" if text.at(at + 1, "a an") => None,
        "what" if text.at(at + 1, cues::ONE_FACT) => asks.then_some(Question::Closed),
        "how" if text.at(at + 1, cues::MEASURES) => asks.then_some(Question::Closed),
        "what" | "how" | "why" => {
            (asks || next_aux || text.at(at + 1, "happened")).then_some(Question::Open)
        }
        "who" | "whose" | "which" | "where" => (asks || next_aux).then_some(Question::Closed),
        "when" => (next_aux && asks).then_some(Question::Closed),
        _ if text.phrase("A ?not S", at).is_some() => {
            let plain = text.phrase("do/does/did/are/is/was/were/have you/he/she/they/it", at);
            (asks || plain.is_some()).then_some(Question::Closed)
        }
        _ if asks && text.any_phrase(cues::ASKS_SHORT, at).is_some() => Some(Question::Closed),
        _ => None,
    }
}

/// The question that counts: the last genuine one; a leading one only when there is no other.
pub fn settle(asked: &[Asked]) -> Option<Found<Question>> {
    let genuine = asked
        .iter()
        .rev()
        .find(|asked| asked.found.value != Question::Leading);
    genuine.or(asked.last()).map(|asked| asked.found)
}
