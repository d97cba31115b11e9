//! Whether a text says or clearly hints that somebody is in danger: self-harm, wanting to die,
//! violence, fear of the other person, a child being hurt. Figures of speech are not danger.

use super::Span;
use super::cues;
use super::text::Text;

/// The first words of a text that speak of danger. Works on prompts, scenes and free text alike.
pub fn alarm(text: &str) -> Option<Span> {
    super::read("", text).alarm
}

/// The first phrase of danger in a text.
pub fn find(text: &Text) -> Option<Span> {
    let mut from = 0;
    while from < text.tokens.len() {
        let to = text.next(from, cues::STOP) + 1;
        if let Some((start, end)) = within(text, from, to) {
            return text.span(start, end);
        }
        from = to;
    }
    None
}

/// The first phrase of danger in a sentence, in tokens.
pub fn within(text: &Text, from: usize, to: usize) -> Option<(usize, usize)> {
    let joking = text.count(from, to, cues::JOKING) > 0;
    let hit = text.within(from, to).iter().find(|hit| {
        let manner = joking && text.count(hit.start, hit.end, cues::DIE) > 0;
        !hit.off && !manner
    })?;
    Some((hit.start, hit.end))
}
