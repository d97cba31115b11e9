//! Whether a text says or clearly hints that somebody is in danger: self-harm, wanting to die,
//! violence, fear of the other person, a child being hurt. Figures of speech are not danger.

use super::Span;
use super::cues;
use super::text::Text;

/// The first words of a text that speak of danger. Works on prompts, scenes and free text alike.
pub fn alarm(text: &str) -> Option<Span> {
    find(&Text::new(text))
}

/// The same for a text that is tokenized already.
pub fn find(text: &Text) -> Option<Span> {
    let mut from = 0;
    while from < text.tokens.len() {
        let to = text.next(from, cues::STOP) + 1;
        let joking = text.count(from, to, cues::JOKING) > 0;
        for hit in text.within(from, to) {
            let manner = joking && text.count(hit.start, hit.end, cues::DIE) > 0;
            if hit.group == cues::DANGERS && !hit.off && !manner {
                return text.span(hit.start, hit.end);
            }
        }
        from = to;
    }
    None
}
