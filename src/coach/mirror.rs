//! Mirrors: what the reply gives back of what was said, or of how it may feel.

use super::cues;
use super::echo::Echo;
use super::question::Asked;
use super::text::Text;
use super::{Found, Mirror, Span};

/// The first mirror (one that names a feeling before one that does not) with the feeling's words.
pub fn find(text: &Text, echo: &Echo, asked: &[Asked]) -> Option<(Found<Mirror>, Option<Span>)> {
    let mut content = None;
    for (start, end) in text.sentences() {
        for (from, to) in text.clauses(start, end) {
            // A question's own words are no mirror.
            let next = asked.partition_point(|asked| asked.to <= from);
            let to = asked
                .get(next)
                .map_or(to, |asked| asked.from.clamp(from, to));
            if from >= to {
                continue;
            }
            if let Some((span, feeling)) = feels(text, from, to) {
                return Some((
                    Found {
                        value: Mirror::Feeling,
                        span,
                    },
                    Some(feeling),
                ));
            }
            if content.is_none() && retells(text, echo, from, to) {
                content = text.span(from, text.trim_end(from, to)).map(|span| Found {
                    value: Mirror::Content,
                    span,
                });
            }
        }
    }
    content.map(|found| (found, None))
}

/// A feeling or an experience named in a clause: the clause's mirror, and the feeling's words.
fn feels(text: &Text, from: usize, to: usize) -> Option<(Span, Span)> {
    let (start, end) = text.find_unless(cues::NAMES_FEELING, cues::NO_FEELING, from, to)?;
    if text.find(cues::CHARGES, from, to).is_some() || text.at(start.wrapping_sub(1), "if unless") {
        return None;
    }
    let named = |at: &usize| text.at(*at, "F E H");
    let first = (start..end).find(named).unwrap_or(start);
    let last = (start..end).rfind(named).unwrap_or(end - 1);
    let mirror = text.span(from, text.trim_end(from, to))?;
    Some((mirror, text.span(first, last + 1)?))
}

/// Does a clause restate what was said?
fn retells(text: &Text, echo: &Echo, from: usize, to: usize) -> bool {
    if text
        .find_unless(cues::FIXES, cues::NO_FIX, from, to)
        .is_some()
        && text.retold(from, to).is_none()
    {
        return false;
    }
    let shared = echo.shared(text, from, to);
    let most = shared.back * 2 >= shared.words;
    if text.find(cues::CHARGES, from, to).is_some() {
        return shared.back >= 2 && most;
    }
    if text.retold(from, to).is_some() {
        return true;
    }
    if text.find_clause(cues::OWNS, from, to).is_some() {
        return shared.owned > 0 || shared.back > 0;
    }
    let mut start = from;
    while start < to && text.at(start, ",") || text.at(start, cues::OPENERS) {
        start += 1;
    }
    if text.at(start, "i") {
        return shared.owned >= 2;
    }
    if text.at(start, "you") {
        // When the line was no charge against the reader, "you …" can hardly be a counter-charge.
        return (shared.back >= 1 || !echo.charges)
            && text.any_phrase(cues::NO_RETELL, start).is_none();
    }
    if text.any_phrase(cues::SHRINKS, start).is_some() {
        return false;
    }
    let all = shared.back > 0 && shared.back == shared.words;
    (shared.back >= 2 && most || all) && !text.at(start, "B do not stop if")
}
