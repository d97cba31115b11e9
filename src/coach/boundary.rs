//! Whether a reply states a limit, and whether it does so without blame or threat.

use super::cues;
use super::text::Text;
use super::{Boundary, Found};

/// The first limit; a harsh one counts before a kind one.
pub fn find(text: &Text) -> Option<Found<Boundary>> {
    let mut kind = None;
    for (from, to) in text.sentences() {
        let mut at = from;
        let mut harsh = None;
        while let Some((start, end)) = text.find_unless(cues::LIMITS, cues::NO_LIMIT, at, to) {
            at = start + 1;
            if text.reported(start) {
                continue;
            }
            let Some(span) = text.span(start, text.clause_end(end - 1)) else {
                continue;
            };
            // Looked up once for a sentence, and only when it holds a limit.
            if *harsh.get_or_insert_with(|| text.find(cues::HARSHENS, from, to).is_some()) {
                return Some(Found {
                    value: Boundary::Harsh,
                    span,
                });
            }
            if kind.is_none() {
                kind = Some(Found {
                    value: Boundary::Kind,
                    span,
                });
            }
        }
    }
    kind
}
