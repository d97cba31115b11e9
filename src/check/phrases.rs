//! Finds phrases in an owner's text, by tables of patterns. A pattern is a row of words:
//! `a|b` is one of several, `word*` begins so, `#` is a number, `^` and `$` are the ends of
//! a sentence, and `,` is a comma.

use crate::content::text::beginning;

/// A sentence of a text: its words, small and plain, each with where it stands.
pub struct Sentence<'a> {
    text: &'a str,
    words: Vec<Word>,
}

struct Word {
    /// Without accents and apostrophes; `^`, `$` and `,` are words, too.
    plain: String,
    start: usize,
    end: usize,
}

impl Word {
    fn mark(plain: &str, at: usize) -> Self {
        Self {
            plain: plain.into(),
            start: at,
            end: at,
        }
    }
}

/// The sentences of a text. What stands in quotation marks is somebody else's, and left out.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut all = Vec::new();
    let mut words = vec![Word::mark("^", 0)];
    let mut plain = String::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, c) in text.char_indices().chain([(text.len(), '.')]) {
        if c.is_alphanumeric() {
            if plain.is_empty() {
                start = at;
            }
            plain.extend(c.to_lowercase().map(without_accent));
            continue;
        }
        if matches!(c, '’' | '\'') {
            continue;
        }
        if !plain.is_empty() && !quoted {
            words.push(Word {
                plain: std::mem::take(&mut plain),
                start,
                end: at,
            });
        }
        plain.clear();
        match c {
            '“' | '«' => quoted = true,
            '”' | '»' => quoted = false,
            '"' => quoted = !quoted,
            ',' | ':' | '—' if !quoted => words.push(Word::mark(",", at)),
            '.' | '!' | '?' | ';' | '…' if !quoted => {
                words.push(Word::mark("$", at));
                all.push(Sentence {
                    text,
                    words: std::mem::replace(&mut words, vec![Word::mark("^", at)]),
                });
            }
            _ => {}
        }
    }
    all
}

fn without_accent(c: char) -> char {
    match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        c => c,
    }
}

/// Numbers as words, besides those in digits.
const NUMBERS: &str = "one two three four five six seven eight nine ten half most \
    una uno dos tres cuatro cinco seis siete ocho nueve diez";

impl<'a> Sentence<'a> {
    /// Where the first of the patterns, one a line, is found: as a range of words.
    pub fn find(&self, patterns: &str) -> Option<(usize, usize)> {
        let begins = 0..self.words.len();
        begins
            .flat_map(|from| patterns.lines().map(move |pattern| (from, pattern)))
            .find_map(|(from, pattern)| Some((from, self.fits(from, pattern)?)))
    }

    /// Whether one of the words is in the sentence.
    pub fn has(&self, patterns: &str) -> bool {
        self.find(patterns).is_some()
    }

    /// Whether one of the patterns is found in the `most` words before `at`.
    pub fn has_before(&self, at: usize, most: usize, patterns: &str) -> bool {
        (at.saturating_sub(most)..at)
            .any(|from| patterns.lines().any(|one| self.fits(from, one).is_some()))
    }

    /// The words in a range, as the owner wrote them.
    pub fn quote(&self, (from, to): (usize, usize)) -> String {
        let words = || self.words.iter().take(to).skip(from);
        let words = || words().filter(|word| word.end > word.start);
        let (first, last) = (words().next(), words().next_back());
        let range = first.zip(last).map(|(first, last)| first.start..last.end);
        let text = range.and_then(|range| self.text.get(range));
        beginning(text.unwrap_or_default())
    }

    /// The end of a pattern that begins at a word.
    fn fits(&self, from: usize, pattern: &str) -> Option<usize> {
        let mut at = from;
        for wanted in pattern.split_whitespace() {
            let word = self.words.get(at)?;
            if !wanted.split('|').any(|one| is(&word.plain, one)) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

fn is(word: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(begin) => word.starts_with(begin),
        None if wanted == "#" => {
            word.starts_with(|c: char| c.is_ascii_digit())
                || NUMBERS.split_whitespace().any(|number| number == word)
        }
        None => word == wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, patterns: &str) -> Option<String> {
        sentences(text)
            .iter()
            .find_map(|one| Some(one.quote(one.find(patterns)?)))
    }

    #[test]
    fn patterns_find_words_as_they_are_written() {
        for (text, pattern, words) in [
            ("No. You’re  Wrong.", "youre wrong", "You’re Wrong"),
            ("Es tóxico.", "toxic*", "tóxico"),
            ("Take 3 or more.", "# or more|less", "3 or more"),
            ("take three or less", "# or more|less", "three or less"),
            ("Wrong, though.", "^ wrong ,", "Wrong"),
        ] {
            assert_eq!(found(text, pattern).as_deref(), Some(words), "{text}");
        }
    }

    #[test]
    fn a_pattern_stays_within_a_sentence_and_outside_of_quotations() {
        for (text, pattern) in [
            ("You. Wrong.", "you wrong"),
            ("They say: “You’re wrong.”", "youre wrong"),
            ("They say «you are wrong».", "you are wrong"),
            ("It went wrong.", "^ wrong"),
            ("wrongly", "wrong"),
            ("", "wrong"),
        ] {
            assert_eq!(found(text, pattern), None, "{text}");
        }
    }

    #[test]
    fn what_stands_before_is_found_within_some_words() {
        let all = sentences("Nothing here is the right answer.");
        let sentence = all.first().unwrap();
        let (from, _) = sentence.find("right answer").unwrap();
        assert!(sentence.has_before(from, 4, "nothing"));
        assert!(!sentence.has_before(from, 3, "nothing"));
    }
}
