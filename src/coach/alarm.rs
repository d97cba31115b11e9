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
    for (from, to) in text.sentences() {
        let joking = (from..to).any(|at| text.at(at, cues::JOKING));
        let mut at = from;
        while let Some((start, end)) = text.find_unless(cues::DANGERS, cues::NO_DANGER, at, to) {
            let manner = joking && (start..end).any(|at| text.at(at, "kill* die dead kms kys"));
            if !manner {
                return text.span(start, end);
            }
            at = start + 1;
        }
    }
    None
}
