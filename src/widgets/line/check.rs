//! What a whole line is looked at for, by plain rules: is there a word of a list in it? The
//! lists are among the words of the page's language. What comes out is a note, no verdict;
//! where a rule can't be sure, it is silent.

use super::content::Check;
use crate::content::text::{has_words, pieces, words};

/// Whether there is something to say about a line. `list` has the words of this check, with
/// commas between them, and `times` those that say when.
pub fn is_told(check: Check, line: &str, list: &str, times: &str) -> bool {
    let has = |text: &str, list: &str| {
        let said = words(text);
        pieces(list, ',').any(|word| has_words(&said, &words(word)))
    };
    match check {
        Check::Time => !has(line, list) && !line.contains(|c: char| c.is_ascii_digit()),
        Check::Seen => !has(line, list) && !names(line).any(|name| !has(name, times)),
        _ => has(line, list),
    }
}

/// Words that are names, most likely: they have a capital inside of a sentence. Days can be
/// among them.
fn names(line: &str) -> impl Iterator<Item = &str> {
    let mut begins = true;
    line.split_whitespace().filter(move |word| {
        let inside = !begins;
        begins = word.ends_with(['.', '?', ':', '”']);
        let mut letters = word.bytes();
        // “I” and “I’ll” are none.
        inside
            && letters.next().is_some_and(|c| c.is_ascii_uppercase())
            && letters.next().is_some_and(|c| c.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMES: &str = "tomorrow, o’clock, Friday";

    fn told(check: Check, list: &str, lines: &[&str]) -> Vec<bool> {
        let told = |line: &&str| is_told(check, line, list, TIMES);
        lines.iter().map(told).collect()
    }

    #[test]
    fn a_but_is_a_word_of_its_own() {
        let lines = [
            "I hear you, but no.",
            "But why?",
            "A button.",
            "And yet: no.",
            "And also no.",
        ];
        let told = told(Check::But, "but, and yet", &lines);
        assert_eq!(told, [true, true, false, true, false]);
    }

    #[test]
    fn a_time_is_a_word_or_a_number() {
        let lines = [
            "Let’s talk later.",
            "Tomorrow, then.",
            "At 7.",
            "At seven o’clock.",
            "",
        ];
        let told = told(Check::Time, TIMES, &lines);
        assert_eq!(told, [true, false, false, false, true]);
    }

    #[test]
    fn who_sees_it_is_a_word_or_a_name() {
        let lines = [
            "You see me cook.",
            "I cook tomorrow.",
            "It can be seen by Anna.",
            "Better. On Friday I’ll cook.",
            "What I’ll do: Cook.",
        ];
        let told = told(Check::Seen, "you, the kids", &lines);
        assert_eq!(told, [false, true, false, true, true]);
    }

    #[test]
    fn what_a_line_does_is_told_by_its_words() {
        let lines = ["I see that.", "For me, no.", "I saw that."];
        assert_eq!(
            told(Check::Acknowledge, "I see", &lines),
            [true, false, false]
        );
        assert_eq!(told(Check::Hold, "for me", &lines), [false, true, false]);
    }
}
