//! Mirrors: what the reply gives back of what was said, or of how it may feel.

use super::cues;
use super::text::Text;
use super::{Found, Mirror, Reading, Slip, Span};

/// Finds the first mirror (one that names a feeling before one that does not) and the feeling's
/// words. `charged`: the prompt speaks of the reader.
pub fn find(text: &Text, charged: bool, reading: &mut Reading) {
    let mut from = 0;
    while from < text.tokens.len() {
        let end = text.clause(from);
        // A question's own words are no mirror, but behind one "are you angry?" names the feeling.
        let to = if reading.mirror.is_some() && text.begins(cues::FEELS, from) {
            end
        } else {
            text.next(from, cues::ASKED).min(end)
        };
        if let Some(span) = text.span(from, to) {
            reading.feeling = feels(text, from, to);
            let value = match reading.feeling {
                Some(_) => Mirror::Feeling,
                None => Mirror::Content,
            };
            // What is denied is not given back.
            let denied = |slip: &Found<Slip>| slip.value == Slip::Argue && slip.span == span;
            if value == Mirror::Feeling
                || reading.mirror.is_none()
                    && !reading.slips.iter().any(denied)
                    && retells(text, charged, from, to)
            {
                reading.mirror = Some(Found { value, span });
            }
            if value == Mirror::Feeling {
                return;
            }
        }
        from = text.next(end, cues::WORD);
    }
}

/// The words for a feeling or an experience in a clause.
#[inline(never)]
fn feels(text: &Text, from: usize, to: usize) -> Option<Span> {
    let hit = text.find(cues::FEELS, from, to)?;
    if text.find(cues::CHARGES, from, to).is_some() || text.at(hit.start.wrapping_sub(1), cues::IF)
    {
        return None;
    }
    let mut first = hit.start;
    let mut last = hit.end.min(to);
    let named = |at| text.at(at, cues::FEELING | cues::EXPERIENCE | cues::HURTS);
    while first + 1 < last && !named(first) {
        first += 1;
    }
    while first + 1 < last && !named(last - 1) {
        last -= 1;
    }
    // Without a word for it, as in "you were left out", the whole phrase names the feeling.
    if !named(first) {
        first = hit.start;
        last = hit.end.min(to);
    }
    text.span(first, last)
}

/// Does a clause restate what was said?
#[inline(never)]
fn retells(text: &Text, charged: bool, from: usize, to: usize) -> bool {
    let retold = text.retold(from, to).is_some();
    if !retold && text.find(cues::FIXES, from, to).is_some() {
        return false;
    }
    let words = text.count(from, to, cues::CONTENT);
    let back = text.count(from, to, cues::BACK);
    let owned = text.count(from, to, cues::OWNED);
    let most = back >= 2 && back * 2 >= words;
    if text.find(cues::CHARGES, from, to).is_some() {
        return most;
    }
    if retold {
        return true;
    }
    if text.find(cues::OWNS, from, to).is_some() {
        return owned + back + text.count(from, to, cues::WHOM) > 0;
    }
    let mut start = from;
    while text.at(start, cues::OPENERS) {
        start += 1;
    }
    match text.word(start) {
        // "I did not call", given back from "you did not call".
        b"i" => owned + usize::from(text.begins(cues::DENIES, start)) >= 2,
        // When the line was no charge against the reader, "you …" can hardly be a counter-charge.
        b"you" => {
            (back >= 1 || !charged)
                && !text
                    .within(start, start + 1)
                    .iter()
                    .any(|hit| hit.group == cues::RETELLS && hit.off)
        }
        _ => {
            let all = back > 0 && back == words;
            (most || all) && !text.begins(cues::SHRINKS, start) && !text.at(start, cues::ORDERS)
        }
    }
}
