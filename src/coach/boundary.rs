//! Whether a reply states a limit, and whether it does so without blame or threat.

use super::cues;
use super::text::Text;
use super::{Boundary, Found};

/// The first limit; a harsh one counts before a kind one.
#[inline(never)]
pub fn find(text: &Text) -> Option<Found<Boundary>> {
    let mut kind = None;
    let mut from = 0;
    while from < text.tokens.len() {
        let to = text.next(from, cues::STOP) + 1;
        let limit = text
            .within(from, to)
            .iter()
            .find(|hit| hit.group == cues::LIMITS && !hit.off && !text.reported(hit.start));
        if let Some(hit) = limit
            && let Some(span) = text.span(hit.start, text.next(hit.end - 1, cues::MARK))
        {
            if text.find(cues::HARSHENS, from, to).is_some() {
                return Some(Found {
                    value: Boundary::Harsh,
                    span,
                });
            }
            kind = kind.or(Some(Found {
                value: Boundary::Kind,
                span,
            }));
        }
        from = to;
    }
    kind
}
