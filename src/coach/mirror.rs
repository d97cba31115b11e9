//! Mirrors: what the reply gives back of what was said, or of how it may feel.

use super::cues::{self, Group};
use super::text::Text;
use super::{Found, Mirror, Span};

/// The first mirror (one that names a feeling before one that does not) with the feeling's words.
/// `charged`: the prompt speaks of the reader.
pub fn find(text: &Text, charged: bool) -> Option<(Found<Mirror>, Option<Span>)> {
    let mut content = None;
    let mut from = 0;
    while from < text.tokens.len() {
        let end = text.clause(from);
        // A question's own words are no mirror.
        let to = text.next(from, cues::ASKED).min(end);
        let found = |value| text.span(from, to).map(|span| Found { value, span });
        if let Some(feeling) = feels(text, from, to)
            && let Some(mirror) = found(Mirror::Feeling)
        {
            return Some((mirror, Some(feeling)));
        }
        if content.is_none() && from < to && retells(text, charged, from, to) {
            content = found(Mirror::Content);
        }
        from = end;
        while text.at(from, cues::MARK) {
            from += 1;
        }
    }
    content.map(|found| (found, None))
}

/// The words for a feeling or an experience in a clause.
fn feels(text: &Text, from: usize, to: usize) -> Option<Span> {
    let hit = text.find(Group::Feels, from, to)?;
    if text.find(Group::Charges, from, to).is_some() || text.at(hit.start.wrapping_sub(1), cues::IF)
    {
        return None;
    }
    let named = cues::FEELING | cues::EXPERIENCE | cues::HURTS;
    let end = hit.end.min(to);
    let mut last = end;
    while last > hit.start && !text.at(last - 1, named) {
        last -= 1;
    }
    if last == hit.start {
        return text.span(last, end);
    }
    text.span(text.next(hit.start, named), last)
}

/// Does a clause restate what was said?
fn retells(text: &Text, charged: bool, from: usize, to: usize) -> bool {
    let retold = text.retold(from, to).is_some();
    if !retold && text.find(Group::Fixes, from, to).is_some() {
        return false;
    }
    let words = text.count(from, to, cues::CONTENT);
    let back = text.count(from, to, cues::BACK);
    let owned = text.count(from, to, cues::OWNED);
    let most = back >= 2 && back * 2 >= words;
    if text.find(Group::Charges, from, to).is_some() {
        return most;
    }
    if retold {
        return true;
    }
    if text.find(Group::Owns, from, to).is_some() {
        return owned + back > 0;
    }
    let mut start = from;
    while text.at(start, cues::OPENERS) {
        start += 1;
    }
    match text.word(start) {
        b"i" => owned >= 2,
        // When the line was no charge against the reader, "you …" can hardly be a counter-charge.
        b"you" => {
            (back >= 1 || !charged)
                && !text
                    .within(start, start + 1)
                    .iter()
                    .any(|hit| hit.group == Group::Retells && hit.off)
        }
        _ => {
            let all = back > 0 && back == words;
            (most || all) && !text.begins(Group::Shrinks, start) && !text.at(start, cues::ORDERS)
        }
    }
}
