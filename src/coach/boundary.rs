//! Whether a reply states a limit, and whether it does so without blame or threat.

use super::cues;
use super::text::Text;
use super::{Boundary, Found};

/// The first limit; a harsh one counts before a kind one.
#[inline(never)]
pub fn find(text: &Text) -> Option<Found<Boundary>> {
    let mut found = None;
    let mut from = 0;
    while from < text.tokens.len() {
        let to = text.next(from, cues::STOP) + 1;
        for hit in text.within(from, to) {
            if hit.group == cues::LIMITS
                && !hit.off
                && !text.reported(hit.start)
                && let Some(span) = text.span(hit.start, text.next(hit.end - 1, cues::MARK))
            {
                let harsh = text.find(cues::HARSHENS, from, to).is_some();
                if harsh || found.is_none() {
                    let value = if harsh {
                        Boundary::Harsh
                    } else {
                        Boundary::Kind
                    };
                    found = Some(Found { value, span });
                }
                if harsh {
                    return found;
                }
                break;
            }
        }
        from = to;
    }
    found
}
