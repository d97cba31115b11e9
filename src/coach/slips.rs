//! Slips: words that shrink, fix, turn to oneself or argue. When in doubt, nothing is found: a
//! false scold hurts more than a missed slip.

use super::cues;
use super::echo::Echo;
use super::text::Text;
use super::{Found, Slip};

/// The slips of a reply, at most one of each kind, in order of appearance.
pub fn find(text: &Text, said: &Text, echo: &Echo, danger: bool) -> Vec<Found<Slip>> {
    let tables = [
        (Slip::Minimize, cues::SHRINKS, cues::NO_SHRINK),
        (Slip::Fix, cues::FIXES, cues::NO_FIX),
        (Slip::Turn, cues::TURNS, cues::NO_TURN),
        (Slip::Argue, cues::ARGUES, cues::NO_ARGUE),
    ];
    let mut out: Vec<Found<Slip>> = Vec::new();
    for (value, table, but) in tables {
        // In danger an instruction may be what keeps somebody safe.
        if danger && value == Slip::Fix {
            continue;
        }
        if let Some(span) = first(text, said, echo, value, table, but) {
            let at = out.partition_point(|other| other.span.start <= span.start);
            out.insert(at, Found { value, span });
        }
    }
    out
}

fn first(
    text: &Text,
    said: &Text,
    echo: &Echo,
    value: Slip,
    table: &'static str,
    but: &'static str,
) -> Option<super::Span> {
    let mut theirs = Vec::new();
    if value == Slip::Minimize {
        for at in 0..said.tokens.len() {
            match said.any_phrase(table, at) {
                Some((phrase, _)) if !theirs.contains(&phrase) => theirs.push(phrase),
                _ => {}
            }
        }
    }
    for (from, to) in text
        .sentences()
        .into_iter()
        .flat_map(|(a, b)| text.clauses(a, b))
    {
        let given_back = text.retold(from, to);
        let mut at = from;
        while let Some((start, end)) = text.find_unless(table, but, at, to) {
            at = start + 1;
            if text.reported(start) || text.get(start).is_some_and(|token| token.quoted) {
                continue;
            }
            // "You feel you should…": what follows such a start is theirs.
            if given_back.is_some_and(|back| back < start) {
                continue;
            }
            let stop = text.clause_end(end - 1);
            // "You have to do it all": their own burden given back, not an instruction.
            if value == Slip::Fix
                && text.at(start, "you")
                && echo.shared(text, start, stop.min(start + 30)).back >= 2
            {
                continue;
            }
            // Their own words about themselves: "nobody cares", "it could be worse".
            let phrase = text.any_phrase(table, start).map(|(phrase, _)| phrase);
            if phrase.is_some_and(|phrase| theirs.contains(&phrase)) {
                continue;
            }
            return text.span(start, stop);
        }
        if value == Slip::Argue
            && text.phrase("i/we ~ not", from).is_some()
            && echo.shared(text, from, to).denied > 0
        {
            return text.span(from, text.clause_end(from));
        }
    }
    None
}
