//! Turns what somebody typed into tokens, and marks where the phrases of the tables stand.
//!
//! A token keeps the byte range it came from, so that a note can quote the reader, and a plain
//! lower-case form: no apostrophes or accents, contractions and texting forms written out
//! (`don't`, `dont` → `do not`; `u` → `you`), so that one phrase in a table covers all spellings.
//! Punctuation stays, as the tokens `.` `?` `,`, and the last token is always a mark. All phrases
//! are looked up once, in [`Text::new`]; the labels only ask for the hits. Every step is linear in
//! the length of the text.

use super::Span;
use super::cues::{self, Group};

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
    /// The number of hits that begin before this token.
    hits: usize,
}

/// A phrase of a table that stands in the text.
#[derive(Clone, Copy)]
pub struct Hit {
    pub group: Group,
    pub start: usize,
    pub end: usize,
    /// The line of the table.
    pub line: &'static [u8],
    /// An exception of its group, or overlapped by one: not counted.
    pub off: bool,
    but: bool,
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
    /// Nothing but white space.
    pub blank: bool,
}

/// `À` to `ÿ` without their accents.
const FOLD: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy";

/// Splits at the first of a byte.
#[inline(never)]
fn cut(text: &[u8], at: u8) -> (&[u8], &[u8]) {
    let mut parts = text.splitn(2, |byte| *byte == at);
    (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    )
}

/// The rest of the line that begins with a word, in a table of lines.
#[inline(never)]
pub fn lookup(table: &'static str, key: &[u8]) -> Option<&'static [u8]> {
    table
        .as_bytes()
        .split(|byte| *byte == b'\n')
        .map(|line| cut(line, b' '))
        .find_map(|(word, rest)| (word == key).then_some(rest))
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
    group: Group,
    line: &'static [u8],
    but: bool,
    /// Which letters the first word can begin with, one bit each: most rules are skipped by this.
    letters: u32,
}

/// What is being read.
struct Reader {
    text: Text,
    /// The words of the classes, each with its class.
    words: Vec<(&'static [u8], u64)>,
    /// The word being collected, and where in it the apostrophe was.
    word: Vec<u8>,
    apostrophe: usize,
    start: usize,
    end: usize,
    foreign: bool,
}

impl Reader {
    /// The classes of a word.
    #[inline(never)]
    fn classes(&self, word: &[u8]) -> u64 {
        let mut classes = 0;
        for (cue, class) in &self.words {
            if cue.first() == word.first() && fits(word, cue) {
                classes |= class;
            }
        }
        classes
    }

    /// Adds a token.
    #[inline(never)]
    fn push(&mut self, word: &[u8]) {
        let mut classes = self.classes(word);
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
            hits: 0,
        });
    }

    /// Writes a word out through the table of spellings.
    fn spell(&mut self, word: &[u8]) {
        if let Some(parts) = lookup(cues::SPELLINGS, word) {
            for part in parts.split(|byte| *byte == b' ') {
                self.push(part);
            }
            return;
        }
        if let [verb @ .., b'n', b't'] = word
            && self.classes(verb) & cues::AUX != 0
        {
            self.push(verb);
            return self.push(b"not");
        }
        // "your" often stands for "you are": it does before a feeling, an -ing word or "so".
        let before = self.text.tokens.len().wrapping_sub(1);
        if self.text.word(before) == b"your"
            && (self.classes(word) & (cues::FEELING | cues::AFTER_YOURE) != 0
                || fits(word, b"*ing"))
        {
            self.text.tokens.pop();
            let (start, end) = (self.start, self.end);
            self.push(b"you");
            self.push(b"are");
            (self.start, self.end) = (start, end);
        }
        self.push(word);
    }

    /// Ends the word being collected.
    fn close(&mut self) {
        let word = std::mem::take(&mut self.word);
        if word.is_empty() {
            return;
        }
        self.text.words += 1;
        self.text.foreign += usize::from(self.foreign);
        self.foreign = false;
        let (base, tail) = word.split_at_checked(self.apostrophe).unwrap_or_default();
        self.apostrophe = 0;
        let is = tail == b"s";
        match lookup(cues::SPELLINGS, tail) {
            Some(second) if !base.is_empty() && lookup(cues::SPELLINGS, &word).is_none() => {
                self.spell(base);
                if !is || self.classes(base) & cues::IS_AFTER != 0 {
                    self.push(second);
                }
            }
            // "don't", "let's", "o'clock": the letters as they stand.
            _ => self.spell(&word),
        }
    }

    /// Adds a mark; of several in a row the strongest stays.
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
    pub fn new(source: &str) -> Text {
        let mut reader = Reader {
            text: Text {
                plain: Vec::new(),
                tokens: Vec::new(),
                hits: Vec::new(),
                words: 0,
                foreign: 0,
                blank: true,
            },
            words: Vec::new(),
            word: Vec::new(),
            apostrophe: 0,
            start: 0,
            end: 0,
            foreign: false,
        };
        for line in cues::WORDS.as_bytes().split(|byte| *byte == b'\n') {
            let (name, list) = cut(line, b' ');
            let class = cues::class(name.first().copied().unwrap_or_default());
            for word in list.split(|byte| *byte == b' ') {
                reader.words.push((word, class));
            }
        }
        let mut opened = None;
        let mut last = '\0';
        let mut run = 0;
        // The added line break ends the last sentence.
        for (at, c) in source.char_indices().chain([(source.len(), '\n')]) {
            let code = c as u32;
            let end = at + c.len_utf8();
            run = if c == last { run + 1 } else { 1 };
            last = c;
            reader.text.blank &= c.is_ascii_whitespace()
                || matches!(c, '\u{a0}' | '\u{2000}'..='\u{200d}' | '\u{3000}');
            match c {
                '0'..='9' | 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}'
                // Scripts other than Latin.
                | '\u{370}'..='\u{1fff}' | '\u{3040}'..='\u{d7ff}' => {
                    if reader.word.is_empty() {
                        reader.start = at;
                    }
                    reader.end = end;
                    reader.foreign |= code >= 0x370;
                    // A letter held down ("soooo") counts once.
                    if run == 3 {
                        reader.word.pop();
                    }
                    if run < 3 {
                        let letter = match FOLD.get((code as usize).wrapping_sub(0xc0)) {
                            Some(letter) => *letter,
                            None if c.is_ascii() => c.to_ascii_lowercase() as u8,
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
            // "9.30" and "p.m." go on; "bad.what" does not.
            let inner = c == '.'
                && match reader.word.as_slice() {
                    [_] | [.., b'0'..=b'9'] => {
                        matches!(source.as_bytes().get(end), Some(b'0'..=b'9' | b'a'..=b'z'))
                    }
                    _ => false,
                };
            reader.close();
            // A mark stands where it was typed; a line break, right behind the last word.
            if c == '\n' {
                reader.start = reader.end;
            } else {
                reader.start = at;
                reader.end = end;
            }
            match c {
                '"' | '“' | '”' | '„' | '«' | '»' => match opened.take() {
                    Some(open) => {
                        for token in reader.text.tokens.iter_mut().skip(open) {
                            token.classes |= cues::QUOTED;
                        }
                    }
                    None => opened = Some(reader.text.tokens.len()),
                },
                '?' | '？' => reader.mark(b'?'),
                '.' if inner => {}
                '.' | '…' | '!' | '\n' | '\r' | '。' => reader.mark(b'.'),
                ',' | ';' | ':' | '(' | ')' | '—' | '–' | '/' | '-' | '~' => reader.mark(b','),
                '🙄' => reader.push(b"eyeroll"),
                _ => {}
            }
        }
        reader.text.scan();
        reader.text
    }

    /// Looks for every phrase at every token.
    fn scan(&mut self) {
        let mut rules: Vec<Rule> = Vec::new();
        let mut groups = cues::GROUPS.iter();
        let mut group = Group::Feels;
        for line in cues::PHRASES.as_bytes().split(|byte| *byte == b'\n') {
            if line.is_empty() {
                group = groups.next().copied().unwrap_or(group);
                continue;
            }
            let (but, line) = match line {
                [b'-', line @ ..] => (true, line),
                _ => (false, line),
            };
            let mut letters = 0;
            let mut before = b'/';
            for byte in line {
                if *byte == b' ' && before != b'^' {
                    break;
                }
                if matches!(before, b'/' | b' ') {
                    letters |= match byte {
                        b'a'..=b'z' => 1 << (byte & 31),
                        b'^' => 0,
                        _ => u32::MAX,
                    };
                }
                before = *byte;
            }
            rules.push(Rule {
                group,
                line,
                but,
                letters,
            });
        }
        for start in 0..self.tokens.len() {
            let letter = match self.word(start).first() {
                Some(byte @ b'a'..=b'z') => 1 << (byte & 31),
                _ => 1,
            };
            if let Some(token) = self.tokens.get_mut(start) {
                token.hits = self.hits.len();
            }
            for rule in &rules {
                let (group, but, line) = (rule.group, rule.but, rule.line);
                if rule.letters & letter == 0 {
                    continue;
                }
                // The first line of a table that fits is enough.
                if let Some(last) = self.hits.last()
                    && last.start == start
                    && last.group == group
                    && last.but == but
                {
                    continue;
                }
                if let Some(end) = self.phrase(line, start) {
                    self.hits.push(Hit {
                        group,
                        start,
                        end,
                        line,
                        off: but,
                        but,
                    });
                }
            }
        }
        for at in 0..self.hits.len() {
            let Some(hit) = self.hits.get(at).copied() else {
                continue;
            };
            let off = self
                .within(hit.start.saturating_sub(5), hit.end)
                .iter()
                .any(|near| near.but && near.group == hit.group && near.end > hit.start);
            if let Some(hit) = self.hits.get_mut(at) {
                hit.off |= off;
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
                return if self.at(at, cues::STARTS) {
                    self.phrase(rest, at)
                } else {
                    None
                };
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
    fn any(&self, cues: &[u8], at: usize) -> bool {
        cues.split(|byte| *byte == b'/').any(|cue| match cue {
            [b'a'..=b'z'] => self.word(at) == cue,
            [name] => self.at(at, cues::class(*name)),
            _ => fits(self.word(at), cue),
        })
    }

    /// The plain form of a token.
    #[inline(never)]
    pub fn word(&self, at: usize) -> &[u8] {
        let word = self.tokens.get(at);
        word.and_then(|token| self.plain.get(token.from..token.to))
            .unwrap_or_default()
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

    /// The first hit of a group that begins in a range of tokens.
    #[inline(never)]
    pub fn find(&self, group: Group, from: usize, to: usize) -> Option<&Hit> {
        self.within(from, to)
            .iter()
            .find(|hit| hit.group == group && !hit.off)
    }

    /// Does a phrase of a group begin at a token?
    pub fn begins(&self, group: Group, at: usize) -> bool {
        self.find(group, at, at + 1).is_some()
    }

    /// The end of the clause that begins at a token: a mark, or the "but" of the next clause.
    pub fn clause(&self, from: usize) -> usize {
        self.next(from + 1, cues::MARK | cues::BUT)
    }

    /// True when the words at a position are reported or refused ("you said that…").
    pub fn reported(&self, at: usize) -> bool {
        (1..=4)
            .map_while(|back| at.checked_sub(back).filter(|at| self.at(*at, cues::WORD)))
            .any(|at| self.at(at, cues::REPORTED))
    }

    /// Where a clause begins to give back what they said ("you feel…", "it sounds like…").
    #[inline(never)]
    pub fn retold(&self, from: usize, to: usize) -> Option<usize> {
        (from..to)
            .take_while(|at| self.at(*at, cues::STARTS))
            .find(|at| {
                self.find(Group::Retells, *at, *at + 1)
                    .is_some_and(|hit| hit.end < to)
            })
    }
}
