//! One text of an owner or a reader: made clean, taken out of its quotes, kept within limits.

/// The longest single text, in characters. A longer one was not meant as one item.
pub const MOST_CHARS: usize = 2_000;

/// The most items that one list of an exercise may have.
pub const MOST_ITEMS: usize = 100;

/// How deep lists may stand in each other: scene, question, choice, note, and one to spare.
pub const MOST_DEPTH: usize = 5;

/// Folds white space, drops invisible filler and trims. Line breaks become spaces.
///
/// Zero-width joiners stay: emoji and several scripts are written with them. So
/// do direction marks. Zero-width spaces, byte-order marks, word joiners and soft
/// hyphens come from editors and copied pages and mean nothing here.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        match c {
            '\u{200B}' | '\u{FEFF}' | '\u{2060}' | '\u{AD}' => {}
            c if c.is_whitespace() => gap = true,
            c if c.is_control() => {}
            c => {
                if gap && !out.is_empty() {
                    out.push(' ');
                }
                gap = false;
                out.push(c);
            }
        }
    }
    out
}

/// Some texts as one. (This, [`join`], [`cut`] and [`number`] do what the standard library
/// does as well, without the searches and the formatter that it brings along: 1.6 KB in brotli.)
pub fn concat(texts: &[&str]) -> String {
    join(texts, "")
}

/// Some texts as one, with a text between them.
pub fn join(texts: &[&str], between: &str) -> String {
    let mut joined = String::new();
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            joined.push_str(between);
        }
        joined.push_str(text);
    }
    joined
}

/// What stands before and behind the first such mark, which is an ASCII one.
pub fn cut(text: &str, mark: char) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| char::from(byte) == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The texts between such marks.
pub fn pieces(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (piece, after) = match cut(rest?, mark) {
            Some((piece, after)) => (piece, Some(after)),
            None => (rest?, None),
        };
        rest = after;
        Some(piece)
    })
}

/// A number in digits.
pub fn number(number: usize) -> String {
    let mut digits = match number / 10 {
        0 => String::new(),
        tens => self::number(tens),
    };
    digits.extend(char::from_digit((number % 10) as u32, 10));
    digits
}

fn opens(mark: char) -> bool {
    matches!(mark, '“' | '"' | '«' | '„' | '‟')
}

fn closes(mark: char) -> bool {
    matches!(mark, '”' | '"' | '»' | '“')
}

/// The text inside quotation marks that enclose all of it, or `None`.
///
/// A missing closing mark is forgiven, since hand-typed lists often lose it.
pub fn unquote(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(opens)?;
    let end = inner.trim_end_matches(['.', ',', ' ']);
    let inner = match end.strip_suffix(closes) {
        Some(inner) => inner,
        None => inner,
    };
    // Two quotations, or words after one, are not one quotation.
    if inner.contains(|c| opens(c) || closes(c)) {
        return None;
    }
    Some(inner.trim()).filter(|inner| !inner.is_empty())
}

/// Splits `Your friend: “I waited an hour.”` into who speaks and the quoted line.
///
/// `None` when the text is not a short label, and one quotation behind a colon or in brackets.
pub fn speaker(text: &str) -> Option<(&str, &str)> {
    let (who, line) = match text.trim_end_matches('.').strip_suffix(')') {
        Some(bracketed) => cut(bracketed, '(')?,
        None => cut(text, ':')?,
    };
    let line = unquote(line.trim())?;
    let who = who.trim();
    (!who.is_empty() && who.chars().count() <= 40 && !who.contains(opens)).then_some((who, line))
}

/// Whether a text begins with one of some beginnings, in capitals or not.
pub fn begins_with_any(text: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|start| {
        let begun = text.get(..start.len());
        begun.is_some_and(|begun| begun.eq_ignore_ascii_case(start))
    })
}

/// The words of a text, in small letters, without what stands between them.
///
/// What is a letter is told by rough ranges, and only `A` to `Z` are made small: the
/// tables that know it exactly would cost a reader more than these rules are worth.
pub fn words(text: &str) -> Vec<String> {
    let is_letter = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '\u{C0}'..'\u{2000}' | '\u{3040}'..'\u{FB00}')
    };
    let words = text
        .split(|c| !is_letter(c))
        .filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect()
}

/// Whether some words stand in a text, one behind the other.
pub fn has_words(text: &[String], words: &[String]) -> bool {
    !words.is_empty() && text.windows(words.len()).any(|some| some == words)
}

/// The first words of a text, for a message that has to name it.
pub fn beginning(text: &str) -> String {
    const MOST: usize = 40;
    let mut words = String::new();
    for word in text.split_whitespace() {
        let long = words.chars().count() + word.chars().count() >= MOST;
        if long {
            if words.is_empty() {
                words.extend(word.chars().take(MOST));
            }
            words.push('…');
            return words;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// The name among `known` that `name` was probably meant to be.
///
/// Edit distance (Levenshtein 1966) of at most a third of the longer name.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.len().max(name.len()))
        .min()
        .map(|(_, candidate)| candidate)
}

fn distance(a: &str, b: &str) -> usize {
    // A name is short; what is longer is not a slip of the pen.
    if a.len() > 64 {
        return usize::MAX / 4;
    }
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut before = i;
        let mut left = i + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(b.chars()) {
            let change = before + usize::from(from != to);
            before = *cell;
            left = change.min(before + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_folds_space_and_drops_filler() {
        assert_eq!(clean("  a\u{a0}\n b\u{200b}c\u{feff} "), "a bc");
        assert_eq!(clean("\u{200b}\u{feff}"), "");
    }

    #[test]
    fn clean_keeps_joiners_and_direction() {
        let family = "👩\u{200d}👧";
        assert_eq!(clean(family), family);
        assert_eq!(clean("שלום\u{200f}"), "שלום\u{200f}");
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    #[test]
    fn quotes_of_many_keyboards_come_off() {
        for quoted in ["“Fine.”", "\"Fine.\"", "«Fine.»", "„Fine.“", "“Fine."] {
            assert_eq!(unquote(quoted), Some("Fine."), "{quoted}");
        }
        assert_eq!(unquote("“Fine.”."), Some("Fine."));
        assert_eq!(unquote("Fine."), None);
        assert_eq!(unquote("“a” and “b”"), None);
        assert_eq!(unquote("“Fine,” she said."), None);
        assert_eq!(unquote("“”"), None);
    }

    #[test]
    fn a_label_names_who_speaks() {
        assert_eq!(
            speaker("Your friend: “I waited an hour.”"),
            Some(("Your friend", "I waited an hour."))
        );
        assert_eq!(
            speaker("Let them hear it (“I’m sorry: I forgot.”)."),
            Some(("Let them hear it", "I’m sorry: I forgot."))
        );
        assert_eq!(speaker("Bring tea (green)."), None);
        assert_eq!(speaker("Note: bring tea"), None);
        assert_eq!(speaker(": “x”"), None);
    }

    #[test]
    fn words_are_found_as_wholes() {
        let has = |text: &str, some: &str| has_words(&words(text), &words(some));
        assert!(has("Next time, I’ll call.", "next time"));
        assert!(has("… pero NO", "Pero"));
        assert!(has("¿A las ocho?", "a las"));
        assert!(!has("A button", "but"));
        assert!(!has("next to time", "next time"));
        assert!(!has("anything", ""));
        assert_eq!(words("👉 Lee: más →"), ["lee", "más"]);
        assert_eq!(words("«שלום»、また"), ["שלום", "また"]);
    }

    #[test]
    fn beginnings_are_short_and_whole() {
        assert_eq!(beginning("You never listen"), "You never listen");
        assert_eq!(
            beginning("one two three four five six seven eight nine ten"),
            "one two three four five six seven eight…"
        );
        assert_eq!(beginning(&"x".repeat(900)).chars().count(), 41);
    }

    #[test]
    fn nearest_finds_a_slip_of_the_pen_only() {
        let known = ["perspective-switch", "mirror-then-ask"];
        assert_eq!(
            nearest("perspektive-switch", known.into_iter()),
            Some("perspective-switch")
        );
        assert_eq!(
            nearest("mirror-than-ask", known.into_iter()),
            Some("mirror-then-ask")
        );
        assert_eq!(nearest("carousel", known.into_iter()), None);
        assert_eq!(nearest(&"m".repeat(100_000), known.into_iter()), None);
    }
}
