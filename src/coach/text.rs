//! Turns what somebody typed into tokens, and marks where the phrases of the tables stand.
//!
//! A token keeps the byte range it came from, so that a note can quote the reader, and a plain
//! lower-case form: no apostrophes or accents, contractions and texting forms written out
//! (`don't`, `dont` → `do not`; `u` → `you`), so that one phrase in a table covers all spellings.
//! Punctuation stays, as the tokens `.` `?` `,`, and the last token is always a mark. All phrases
//! are looked up once, in [`Text::new`]; the labels only ask for the hits. Every step is linear in
//! the length of the text.

use super::Span;
use super::cues;
use super::lexicon::{FEELING, senses};

/// One word or one mark of punctuation.
#[derive(Clone, Copy)]
pub struct Token {
    /// Byte range in the original text. The parts of a written-out contraction share one range.
    start: usize,
    end: usize,
    /// Byte range in `Text::plain`.
    from: usize,
    to: usize,
    /// Every class of `cues::WORDS` that the word is in, and what was noticed about its place.
    pub classes: u64,
    /// Its senses in the lexicon, one bit for each name ([`cues::class`]).
    senses: u64,
    /// The number of hits that begin before this token.
    hits: usize,
}

/// A phrase of a table that stands in the text.
#[derive(Clone, Copy)]
pub struct Hit {
    pub start: usize,
    pub end: usize,
    /// An exception of its group, or overlapped by one: not counted.
    pub off: bool,
    pub but: bool,
}

/// A tokenized text.
pub struct Text {
    plain: Vec<u8>,
    pub tokens: Vec<Token>,
    pub hits: Vec<Hit>,
    /// Number of words as typed.
    pub words: usize,
    /// How many of them are in a script other than Latin.
    pub foreign: usize,
    /// No mark or sign either, only words and white space.
    pub blank: bool,
}

/// `À` to `ÿ` without their accents.
const FOLD: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy";

/// Splits at the first of a byte.
#[inline(never)]
pub fn cut(text: &[u8], at: u8) -> (&[u8], &[u8]) {
    let end = text
        .iter()
        .position(|byte| *byte == at)
        .unwrap_or(text.len());
    (
        text.get(..end).unwrap_or_default(),
        text.get(end + 1..).unwrap_or_default(),
    )
}

/// The rest of the line that begins with a word, in a table of lines; empty when there is none.
#[inline(never)]
pub fn lookup(table: &'static str, key: &[u8]) -> &'static [u8] {
    let mut lines = table.as_bytes();
    while !lines.is_empty() {
        let (line, more) = cut(lines, b'\n');
        let (word, rest) = cut(line, b' ');
        if word == key {
            return rest;
        }
        lines = more;
    }
    lines
}

/// Compares a word with one of a table; `*` there stands for any ending or any beginning.
fn fits(word: &[u8], cue: &[u8]) -> bool {
    match cue {
        [stem @ .., b'*'] => word.starts_with(stem),
        [b'*', ending @ ..] => word.len() > ending.len() + 2 && word.ends_with(ending),
        _ => word == cue,
    }
}

/// A line of the tables, ready to be looked for.
struct Rule {
    line: &'static [u8],
    but: bool,
    /// Which letters the first word can begin with, one bit each: most rules are skipped by this.
    letters: u32,
}

/// The lines of the phrases.
fn rules() -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    let mut lines = cues::PHRASES.as_bytes();
    while !lines.is_empty() {
        let (line, more) = cut(lines, b'\n');
        lines = more;
        let (but, line) = match line {
            [b'-', line @ ..] => (true, line),
            _ => (false, line),
        };
        // The letters after "^ ", at the start and after each slash of the first word.
        let (first, rest) = cut(line, b' ');
        let mut cues = if first == b"^" {
            cut(rest, b' ').0
        } else {
            first
        };
        let mut letters = 0;
        while !cues.is_empty() {
            let (cue, more) = cut(cues, b'/');
            cues = more;
            letters |= match cue.first() {
                Some(letter @ b'a'..=b'z') => 1 << (letter & 31),
                _ => u32::MAX,
            };
        }
        rules.push(Rule { line, but, letters });
    }
    rules
}

/// A word of the tables, with its class.
struct Cue {
    word: &'static [u8],
    class: u64,
}

/// The tables, ready to be looked things up in. They are made once and serve every text.
pub struct Tables {
    /// By the first letter.
    words: Vec<Vec<Cue>>,
    /// As [`senses`] takes them.
    senses: Vec<(u32, u64)>,
    rules: Vec<Rule>,
}

impl Tables {
    pub fn new(senses: Vec<(u32, u64)>) -> Tables {
        let mut words: Vec<Vec<Cue>> = Vec::new();
        words.resize_with(32, Vec::new);
        for line in cues::WORDS.as_bytes().split(|byte| *byte == b'\n') {
            let (name, list) = cut(line, b' ');
            for word in list.split(|byte| *byte == b' ') {
                let letter = word.first().copied().unwrap_or_default();
                if let Some(list) = words.get_mut(usize::from(letter & 31)) {
                    list.push(Cue {
                        word,
                        class: cues::named(name),
                    });
                }
            }
        }
        Tables {
            words,
            senses,
            rules: rules(),
        }
    }

    /// The classes and the senses of a word.
    #[inline(never)]
    fn look(&self, word: &[u8]) -> (u64, u64) {
        let mut classes = 0;
        let letter = word.first().copied().unwrap_or_default();
        for cue in self
            .words
            .get(usize::from(letter & 31))
            .into_iter()
            .flatten()
        {
            if cue.word.first() == word.first() && fits(word, cue.word) {
                classes |= cue.class;
            }
        }
        (classes, senses(&self.senses, word))
    }
}

/// What is being read.
struct Reader<'a> {
    text: Text,
    tables: &'a Tables,
    /// The word being collected, and where in it the apostrophe was.
    word: Vec<u8>,
    apostrophe: usize,
    start: usize,
    end: usize,
}

impl Reader<'_> {
    /// Adds a token.
    #[inline(never)]
    fn push(&mut self, word: &[u8]) {
        let (mut classes, senses) = self.tables.look(word);
        let last = self
            .text
            .tokens
            .last()
            .map_or(cues::MARK, |last| last.classes);
        if last & cues::MARK != 0 || last & cues::STARTS != 0 && last & cues::OPENERS != 0 {
            classes |= cues::STARTS;
        }
        if classes & cues::MARK == 0 {
            classes |= cues::WORD;
        }
        let from = self.text.plain.len();
        self.text.plain.extend_from_slice(word);
        self.text.tokens.push(Token {
            start: self.start,
            end: self.end,
            from,
            to: self.text.plain.len(),
            classes,
            senses,
            hits: 0,
        });
    }

    /// Writes a word out through the table of spellings.
    fn spell(&mut self, word: &[u8]) {
        let mut parts = lookup(cues::SPELLINGS, word);
        if parts.is_empty() {
            parts = word;
            if let [verb @ .., b'n', b't'] = word
                && self.tables.look(verb).0 & cues::AUX != 0
            {
                self.push(verb);
                parts = b"not";
            }
        }
        // "your" often stands for "you are": it does before a feeling, an -ing word or "so".
        let (classes, senses) = self.tables.look(word);
        if let Some(last) = self.text.tokens.len().checked_sub(1)
            && self.text.word(last) == b"your"
            && (classes & cues::AFTER_YOURE != 0 || senses & FEELING != 0 || fits(word, b"*ing"))
        {
            self.text.tokens.pop();
            self.push(b"you");
            self.push(b"are");
        }
        while !parts.is_empty() {
            let (part, more) = cut(parts, b' ');
            self.push(part);
            parts = more;
        }
    }

    /// Ends the word being collected.
    #[inline(never)]
    fn close(&mut self) {
        let word = std::mem::take(&mut self.word);
        if word.is_empty() {
            return;
        }
        self.text.words += 1;
        let (base, tail) = word.split_at_checked(self.apostrophe).unwrap_or_default();
        self.apostrophe = 0;
        let second = lookup(cues::SPELLINGS, tail);
        if base.is_empty() || second.is_empty() || !lookup(cues::SPELLINGS, &word).is_empty() {
            // "don't", "let's", "o'clock": the letters as they stand.
            return self.spell(&word);
        }
        self.spell(base);
        if tail != b"s" || self.tables.look(base).0 & cues::IS_AFTER != 0 {
            self.push(second);
        }
    }

    /// Adds a mark; of several in a row the strongest stays.
    #[inline(never)]
    fn mark(&mut self, mark: u8) {
        let last = self.text.tokens.len().wrapping_sub(1);
        if self.text.at(last, cues::MARK) {
            if self.text.word(last) >= [mark].as_slice() {
                return;
            }
            self.text.tokens.pop();
        }
        self.push(&[mark]);
    }
}

impl Text {
    /// Reads a text. Never fails, whatever it holds.
    #[inline(never)]
    pub fn new(tables: &Tables, source: &str) -> Text {
        let mut reader = Reader {
            text: Text {
                plain: Vec::new(),
                tokens: Vec::new(),
                hits: Vec::new(),
                words: 0,
                foreign: 0,
                blank: true,
            },
            tables,
            word: Vec::new(),
            apostrophe: 0,
            start: 0,
            end: 0,
        };
        let mut opened = None;
        let mut last = '\0';
        let mut run = 0;
        for (at, c) in source.char_indices() {
            let code = c as u32;
            let end = at + c.len_utf8();
            run = if c == last { run + 1 } else { 1 };
            last = c;
            match c {
                '0'..='9' | 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}'
                // Scripts other than Latin.
                | '\u{370}'..='\u{1fff}' | '\u{3040}'..='\u{d7ff}' => {
                    if reader.word.is_empty() {
                        reader.start = at;
                        reader.text.foreign += usize::from(code >= 0x370);
                    }
                    reader.end = end;
                    // A letter held down ("soooo") counts once.
                    if run == 3 {
                        reader.word.pop();
                    }
                    if run < 3 {
                        let letter = match FOLD.get((code as usize).wrapping_sub(0xc0)) {
                            Some(letter) => *letter,
                            None if code < 0x80 => code as u8 | 0x20,
                            None => code as u8 | 0x80,
                        };
                        reader.word.push(letter);
                    }
                    continue;
                }
                '\'' | '’' | '‘' | '`' | '´' => {
                    reader.apostrophe = reader.word.len();
                    continue;
                }
                // Accents and joiners of their own belong to the letter before.
                '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => {
                    if !reader.word.is_empty() {
                        reader.end = end;
                    }
                    continue;
                }
                _ => {}
            }
            let apart = reader.end < at;
            reader.close();
            if c <= ' ' {
                // A line break stands right behind the last word.
                reader.start = reader.end;
            } else {
                reader.start = at;
                reader.end = end;
                reader.text.blank &= matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}');
            }
            match c {
                '"' | '“' | '”' | '«' | '»' => match opened.take() {
                    Some(open) => {
                        for token in reader.text.tokens.iter_mut().skip(open) {
                            token.classes |= cues::QUOTED;
                        }
                    }
                    None => opened = Some(reader.text.tokens.len()),
                },
                '?' => reader.mark(b'?'),
                // "9.30" goes on.
                '.' if matches!(source.as_bytes().get(end), Some(b'0'..=b'9')) => {}
                '.' | '…' | '!' | '\n' | '\r' => reader.mark(b'.'),
                ',' | ';' | ':' | '(' | ')' | '—' | '–' | '/' => reader.mark(b','),
                '-' if apart => reader.mark(b','),
                _ => {}
            }
        }
        reader.close();
        reader.start = reader.end;
        reader.mark(b'.');
        reader.text.scan(&tables.rules);
        reader.text
    }

    /// Looks for every phrase at every token.
    fn scan(&mut self, rules: &[Rule]) {
        for start in 0..self.tokens.len() {
            let letter = 1 << (self.word(start).first().copied().unwrap_or_default() & 31);
            let count = self.hits.len();
            if let Some(token) = self.tokens.get_mut(start) {
                token.hits = count;
            }
            let mut last = None;
            for rule in rules {
                // The first line that fits is enough.
                if rule.letters & letter != 0
                    && last != Some(rule.but)
                    && let Some(end) = self.phrase(rule.line, start)
                {
                    last = Some(rule.but);
                    self.hits.push(Hit {
                        start,
                        end,
                        off: rule.but,
                        but: rule.but,
                    });
                }
            }
        }
        for at in 0..self.hits.len() {
            if let Some(hit) = self.hits.get(at).copied()
                && self
                    .within(hit.start.saturating_sub(5), hit.end)
                    .iter()
                    .any(|near| near.but && near.end > hit.start)
                && let Some(hit) = self.hits.get_mut(at)
            {
                hit.off = true;
            }
        }
    }

    /// Matches a phrase of a table at a token; gives the position after it.
    fn phrase(&self, line: &[u8], at: usize) -> Option<usize> {
        if line.is_empty() {
            return Some(at);
        }
        let (element, rest) = cut(line, b' ');
        let (least, most, cues) = match element {
            b"^" => {
                if !self.at(at, cues::STARTS) {
                    return None;
                }
                return self.phrase(rest, at);
            }
            b"~" => (0, 4, b"_".as_slice()),
            [b'?', cues @ ..] => (0, 1, cues),
            [cues @ .., b'+'] => (1, 6, cues),
            [b'A'..=b'Z', b'*'] => (0, 6, element.get(..1).unwrap_or_default()),
            _ => (1, 1, element),
        };
        let mut count = 0;
        while count < most && self.any(cues, at + count) {
            count += 1;
        }
        loop {
            if count < least {
                return None;
            }
            if let Some(end) = self.phrase(rest, at + count) {
                return Some(end);
            }
            count = count.checked_sub(1)?;
        }
    }

    /// Does one of several words, or of the classes named by one character, stand at a token?
    fn any(&self, mut cues: &[u8], at: usize) -> bool {
        let word = self.word(at);
        while !cues.is_empty() {
            let (cue, more) = cut(cues, b'/');
            cues = more;
            let fit = match cue {
                [name] if !name.is_ascii_lowercase() => self.at(at, cues::class(*name)),
                _ => fits(word, cue),
            };
            if fit {
                return true;
            }
        }
        false
    }

    /// The plain form of a token.
    #[inline(never)]
    pub fn word(&self, at: usize) -> &[u8] {
        let word = self.tokens.get(at);
        word.and_then(|token| self.plain.get(token.from..token.to))
            .unwrap_or_default()
    }

    /// The senses of a token.
    #[inline(never)]
    pub fn senses(&self, at: usize) -> u64 {
        self.tokens.get(at).map_or(0, |token| token.senses)
    }

    /// True when the token at a position is in one of some classes.
    #[inline(never)]
    pub fn at(&self, at: usize, classes: u64) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.classes & classes != 0)
    }

    /// How many tokens of a range are in one of some classes.
    #[inline(never)]
    pub fn count(&self, from: usize, to: usize, classes: u64) -> usize {
        (from..to).filter(|at| self.at(*at, classes)).count()
    }

    /// The first token at or after a position that is in one of some classes.
    #[inline(never)]
    pub fn next(&self, mut at: usize, classes: u64) -> usize {
        while at < self.tokens.len() && !self.at(at, classes) {
            at += 1;
        }
        at
    }

    /// The byte range from token `from` up to, without, token `to`; a closing mark is left out.
    #[inline(never)]
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let mut last = to.checked_sub(1)?;
        if self.at(last, cues::MARK) && self.word(last) != b"?" {
            last = last.checked_sub(1)?;
        }
        let start = self.tokens.get(from)?.start;
        let end = self.tokens.get(last)?.end;
        (start < end).then_some(Span { start, end })
    }

    /// The hits, exceptions too, that begin in a range of tokens.
    #[inline(never)]
    pub fn within(&self, from: usize, to: usize) -> &[Hit] {
        let first = |at| {
            self.tokens
                .get(at)
                .map_or(self.hits.len(), |t: &Token| t.hits)
        };
        self.hits.get(first(from)..first(to)).unwrap_or_default()
    }

    /// The end of the clause that begins at a token: a mark, or the "but" of the next clause. The
    /// "but" of "everybody but you." ends nothing.
    pub fn clause(&self, from: usize) -> usize {
        let mut to = self.next(from + 1, cues::MARK | cues::BUT);
        if self.at(to, cues::BUT) && self.at(to + 2, cues::MARK) {
            to += 2;
        }
        to
    }
}
