//! What a whole line is looked at for, by plain rules: is there a word of a list in it? The
//! lists are among the words of the page's language. What comes out is a note, no verdict.

use super::content::Check;
use crate::content::text::{has_words, words};

/// The lists of words, each with commas between them.
#[derive(Debug, Clone, Copy)]
pub struct Lists<'a> {
    /// Words that take back what was said before them.
    pub buts: &'a str,
    /// Words that say when.
    pub times: &'a str,
    /// Words that say who.
    pub people: &'a str,
}

/// Whether there is something to say about a line.
pub fn is_told(check: Check, line: &str, lists: Lists) -> bool {
    let said = words(line);
    let has = |list: &str| list.split(',').any(|word| has_words(&said, &words(word)));
    let is_timed = has(lists.times) || line.contains(|c: char| c.is_ascii_digit());
    match check {
        Check::But => has(lists.buts),
        Check::Time => !is_timed,
        Check::Seen => !is_timed || !has(lists.people),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: Lists = Lists {
        buts: "but, and yet",
        times: "tomorrow, o’clock",
        people: "you, the kids",
    };

    fn told(check: Check, lines: &[&str]) -> Vec<bool> {
        lines
            .iter()
            .map(|line| is_told(check, line, LISTS))
            .collect()
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
        assert_eq!(told(Check::But, &lines), [true, true, false, true, false]);
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
        assert_eq!(told(Check::Time, &lines), [true, false, false, false, true]);
    }

    #[test]
    fn what_is_seen_has_somebody_and_a_time() {
        let lines = [
            "You see me cook tomorrow.",
            "I cook tomorrow.",
            "You see me cook.",
            "Better.",
        ];
        assert_eq!(told(Check::Seen, &lines), [false, true, true, true]);
    }
}
