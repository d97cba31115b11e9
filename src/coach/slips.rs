//! Slips: words that shrink, fix, turn to oneself or argue. When in doubt, nothing is found: a
//! false scold hurts more than a missed slip.

use super::cues;
use super::text::Text;
use super::{Found, Slip};

/// The slips of a reply, at most one of each kind, in order of appearance.
#[inline(never)]
pub fn find(text: &Text, said: &Text, danger: bool) -> Vec<Found<Slip>> {
    let mut out: Vec<Found<Slip>> = Vec::new();
    let mut from = 0;
    while from < text.tokens.len() {
        let to = text.clause(from);
        let denied = text.begins(cues::DENIES, from) && text.count(from, to, cues::DENIED) > 0;
        if denied {
            add(text, &mut out, Slip::Argue, from, to);
        }
        let retold = text.retold(from, to).unwrap_or(to);
        for hit in text.within(from, to) {
            let start = hit.start;
            let stop = text.next(hit.end - 1, cues::MARK);
            // Reported or refused, or behind "you feel you should…": theirs.
            if hit.off || start > retold || text.at(start, cues::QUOTED) || text.reported(start) {
                continue;
            }
            let value = match hit.group {
                // Their own words about themselves: "nobody cares", "it could be worse".
                cues::SHRINKS if said.hits.iter().any(|theirs| theirs.line == hit.line) => {
                    continue;
                }
                cues::SHRINKS => Slip::Minimize,
                // In danger an instruction may be what keeps somebody safe; and "you have to do it
                // all" gives their own burden back.
                cues::FIXES
                    if danger
                        || text.word(start) == b"you"
                            && text.count(start, stop.min(start + 30), cues::BACK) >= 2 =>
                {
                    continue;
                }
                cues::FIXES => Slip::Fix,
                cues::TURNS => Slip::Turn,
                cues::ARGUES => Slip::Argue,
                _ => continue,
            };
            add(text, &mut out, value, start, stop);
        }
        from = text.next(to, cues::WORD);
    }
    out
}

/// Adds a slip, when it is the first of its kind.
fn add(text: &Text, out: &mut Vec<Found<Slip>>, value: Slip, start: usize, stop: usize) {
    if let Some(span) = text.span(start, stop)
        && !out.iter().any(|found| found.value == value)
    {
        out.push(Found { value, span });
    }
}
