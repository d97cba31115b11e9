//! Turns what somebody typed into tokens that the phrase tables can be matched against.
//!
//! A token keeps the byte range it came from, so that a note can quote the reader, and a plain
//! lower-case form: no apostrophes or accents, contractions and texting forms written out
//! (`don't`, `dont` → `do not`; `u` → `you`), so that one phrase in a table covers all spellings.
//! Punctuation stays, as the tokens `.` `?` `!` `,`. Every step is linear in the length of the text.

use super::Span;
use super::cues;

/// One word or one mark of punctuation.
pub struct Token {
    /// Byte range in the original text. The parts of a written-out contraction share one range.
    pub span: Span,
    /// The plain form.
    pub word: String,
    /// A letter was held down ("soooo"): double letters are squeezed in `word` and in comparisons.
    pub stretched: bool,
    /// Stands between double quotation marks.
    pub quoted: bool,
}

impl Token {
    /// True for `.` `?` `!` `,`.
    pub fn is_mark(&self) -> bool {
        matches!(self.word.as_str(), "." | "?" | "!" | ",")
    }

    /// True for a mark that ends a sentence.
    pub fn is_stop(&self) -> bool {
        matches!(self.word.as_str(), "." | "?" | "!")
    }

    /// Compares with a word of a table; a `*` there stands for any ending or any beginning.
    pub fn is(&self, cue: &str) -> bool {
        if let Some(ending) = cue.strip_prefix('*') {
            return self.word.len() > ending.len() + 2 && self.word.ends_with(ending);
        }
        let (cue, open) = match cue.strip_suffix('*') {
            Some(stem) => (stem, true),
            None => (cue, false),
        };
        if !self.stretched {
            return match self.word.strip_prefix(cue) {
                Some(rest) => open || rest.is_empty(),
                None => false,
            };
        }
        let mut word = self.word.bytes();
        let mut last = 0;
        for byte in cue.bytes() {
            if byte != last {
                if word.next() != Some(byte) {
                    return false;
                }
                last = byte;
            }
        }
        open || word.next().is_none()
    }

    /// True when any word of a space-separated list fits.
    pub fn in_list(&self, list: &str) -> bool {
        list.split_ascii_whitespace().any(|cue| {
            if cues::is_list(cue) {
                self.in_list(cues::list(cue))
            } else {
                self.is(cue)
            }
        })
    }
}

/// A tokenized text.
pub struct Text {
    pub tokens: Vec<Token>,
    /// Anything at all besides white space?
    pub empty: bool,
    /// Number of words as typed.
    pub words: usize,
    /// How many of them are in a script other than Latin.
    pub foreign: usize,
}

/// What a character is to the tokenizer. Ranges by hand: the full Unicode tables would cost more
/// bytes than the coach's word lists.
#[derive(PartialEq)]
enum Class {
    Letter,
    Foreign,
    /// Belongs to the word before it, and is dropped from the plain form.
    Joiner,
    Quote,
    Apostrophe,
    Comma,
    Stop,
    Break,
    Space,
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '＇' => Class::Apostrophe,
        '"' | '“' | '”' | '„' | '«' | '»' => Class::Quote,
        ',' | ';' | ':' | '(' | ')' | '—' | '–' | '/' | '，' | '、' => Class::Comma,
        '.' | '…' | '?' | '!' | '。' | '？' | '！' | '؟' | '¿' | '¡' | '‽' => Class::Stop,
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Class::Break,
        ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => Class::Space,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => Class::Joiner,
        '×' | '÷' => Class::Other,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Class::Letter,
        '\u{370}'..='\u{1dff}'
        | '\u{1f00}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}'
        | '\u{3040}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}'
        | '\u{ff10}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}' => Class::Foreign,
        _ if c.is_whitespace() => Class::Space,
        _ => Class::Other,
    }
}

/// Lower case without accents, for ASCII and the Latin letters that English replies borrow.
fn fold(c: char) -> char {
    match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'Ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'Ñ' | 'ń' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' => 'u',
        'ß' | 'ś' | 'š' | 'ş' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c.to_ascii_lowercase(),
    }
}

/// The second word of `key rest of the line` in a table of lines, by its first word.
pub fn lookup(table: &'static str, key: &str) -> Option<&'static str> {
    table.lines().find_map(|line| {
        line.strip_prefix(key)
            .and_then(|rest| rest.strip_prefix(' '))
    })
}

/// The word being collected.
#[derive(Default)]
struct Word {
    start: usize,
    end: usize,
    plain: String,
    /// Length of `plain` at the last apostrophe, if there was one.
    cut: Option<usize>,
    foreign: bool,
    open: bool,
}

impl Text {
    /// Reads a text. Never fails, whatever it holds.
    pub fn new(source: &str) -> Text {
        let mut text = Text {
            tokens: Vec::new(),
            empty: source.trim().is_empty(),
            words: 0,
            foreign: 0,
        };
        let mut word = Word::default();
        let mut quoted = false;
        let mut opened_at = 0;
        let mut chars = source.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let end = at + c.len_utf8();
            let kind = class(c);
            match kind {
                Class::Letter | Class::Foreign => {
                    if !word.open {
                        word = Word {
                            start: at,
                            open: true,
                            ..Word::default()
                        };
                    }
                    word.plain.push(fold(c));
                    word.foreign |= kind == Class::Foreign;
                    word.end = end;
                    continue;
                }
                Class::Joiner => {
                    if word.open {
                        word.end = end;
                    }
                    continue;
                }
                // Part of the word only when a letter follows.
                Class::Apostrophe
                    if word.open && chars.peek().is_some_and(|n| class(n.1) == Class::Letter) =>
                {
                    word.cut = Some(word.plain.len());
                    continue;
                }
                _ => {}
            }
            let before = if word.open { word.plain.len() } else { 0 };
            let digit = word.plain.ends_with(|d: char| d.is_ascii_digit());
            text.close(&mut word, quoted);
            let next = chars.peek().map(|n| n.1);
            match kind {
                Class::Quote => {
                    quoted = match c {
                        '"' => !quoted,
                        _ => matches!(c, '“' | '„' | '«'),
                    };
                    if quoted {
                        opened_at = text.tokens.len();
                    }
                }
                // "9.30" and "p.m." go on; "bad.what" does not.
                Class::Stop
                    if c == '.'
                        && before > 0
                        && (digit && next.is_some_and(|n| n.is_ascii_digit())
                            || before == 1 && next.is_some_and(|n| n.is_ascii_alphabetic())) => {}
                Class::Stop => {
                    let mark = match c {
                        '?' | '？' | '؟' | '‽' => "?",
                        '!' | '！' => "!",
                        '¿' | '¡' => ",",
                        _ => ".",
                    };
                    text.mark(mark, at, end, quoted);
                }
                Class::Break => text.mark(".", at, end, quoted),
                Class::Comma => text.mark(",", at, end, quoted),
                Class::Other if matches!(c, '-' | '~' | '−') && before == 0 => {
                    text.mark(",", at, end, quoted)
                }
                Class::Other if c == '🙄' => text.push("eyeroll", at, end, quoted),
                _ => {}
            }
        }
        text.close(&mut word, quoted);
        if quoted {
            // Never closed: nothing was quoted.
            for token in text.tokens.iter_mut().skip(opened_at) {
                token.quoted = false;
            }
        }
        text.settle_your();
        text
    }

    fn push(&mut self, word: &str, start: usize, end: usize, quoted: bool) {
        self.tokens.push(Token {
            span: Span { start, end },
            word: word.into(),
            stretched: false,
            quoted,
        });
    }

    /// Adds a mark; of several in a row the strongest stays ("?!" asks, "..." ends).
    fn mark(&mut self, mark: &str, start: usize, end: usize, quoted: bool) {
        match self.tokens.last_mut() {
            Some(last) if last.is_mark() => {
                let rank = |mark: &str| match mark {
                    "?" => 3,
                    "!" => 2,
                    "." => 1,
                    _ => 0,
                };
                if rank(mark) > rank(&last.word) {
                    last.word = mark.into();
                }
            }
            Some(_) => self.push(mark, start, end, quoted),
            None => {}
        }
    }

    /// Ends the word being collected and writes it out.
    fn close(&mut self, word: &mut Word, quoted: bool) {
        if !word.open {
            return;
        }
        word.open = false;
        self.words += 1;
        self.foreign += usize::from(word.foreign);
        let (start, end) = (word.start, word.end);
        let (base, tail) = match word.cut.and_then(|at| word.plain.split_at_checked(at)) {
            Some((base, tail)) => (base, tail),
            None => (word.plain.as_str(), ""),
        };
        let second = match tail {
            "s" if base == "let" => "us",
            "s" if cues::IS_AFTER.split(' ').any(|w| w == base) => "is",
            "re" => "are",
            "ll" => "will",
            "ve" => "have",
            "d" => "would",
            "m" => "am",
            "t" if base.ends_with('n') => "not",
            _ => "",
        };
        if second == "not" {
            let first = match base {
                "can" => "can",
                "won" => "will",
                "ain" => "is",
                _ => base.strip_suffix('n').unwrap_or(base),
            };
            self.push(first, start, end, quoted);
        } else if tail == "s" || !second.is_empty() {
            self.plain(base, start, end, quoted);
        } else {
            // "ma'am", "o'clock", a missing space: the letters as they stand.
            self.plain(&word.plain, start, end, quoted);
        }
        if !second.is_empty() {
            self.push(second, start, end, quoted);
        }
    }

    /// Writes one word out through the table of spellings.
    fn plain(&mut self, word: &str, start: usize, end: usize, quoted: bool) {
        if let Some(parts) = lookup(cues::SPELLINGS, word) {
            for part in parts.split(' ') {
                self.push(part, start, end, quoted);
            }
            return;
        }
        let mut run = 1;
        let mut longest = 1;
        let mut last = '\0';
        for c in word.chars() {
            run = if c == last { run + 1 } else { 1 };
            longest = longest.max(run);
            last = c;
        }
        if longest < 3 || word.bytes().all(|b| b.is_ascii_digit()) {
            self.push(word, start, end, quoted);
            return;
        }
        let mut squeezed = String::new();
        for c in word.chars() {
            if !squeezed.ends_with(c) {
                squeezed.push(c);
            }
        }
        match lookup(cues::SPELLINGS, &squeezed) {
            Some(parts) => {
                for part in parts.split(' ') {
                    self.push(part, start, end, quoted);
                }
            }
            None => {
                self.push(&squeezed, start, end, quoted);
                if let Some(token) = self.tokens.last_mut() {
                    token.stretched = true;
                }
            }
        }
    }

    /// "ur" and "your" often stand for "you are": they do before a feeling, an -ing word or "so".
    fn settle_your(&mut self) {
        let mut out: Vec<Token> = Vec::with_capacity(self.tokens.len());
        let mut tokens = std::mem::take(&mut self.tokens).into_iter().peekable();
        while let Some(mut token) = tokens.next() {
            if token.word == "your" {
                let verb = tokens.peek().is_some_and(|next| {
                    next.in_list(cues::AFTER_YOURE)
                        || next.word.len() > 5 && next.word.ends_with("ing")
                });
                if verb {
                    token.word = "you".into();
                    let (span, quoted) = (token.span, token.quoted);
                    out.push(token);
                    token = Token {
                        span,
                        word: "are".into(),
                        stretched: false,
                        quoted,
                    };
                }
            }
            out.push(token);
        }
        self.tokens = out;
    }

    /// The token at a position.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// True when the token at a position is one of the listed words.
    pub fn at(&self, at: usize, list: &str) -> bool {
        self.get(at).is_some_and(|token| token.in_list(list))
    }

    /// The byte range from token `from` up to, without, token `to`.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let start = self.get(from)?.span.start;
        let end = self.get(to.checked_sub(1)?)?.span.end;
        (start < end).then_some(Span { start, end })
    }

    /// Sentences as token ranges, each with its closing mark inside the range.
    pub fn sentences(&self) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let mut from = 0;
        for (at, token) in self.tokens.iter().enumerate() {
            if token.is_stop() {
                out.push((from, at + 1));
                from = at + 1;
            }
        }
        if from < self.tokens.len() {
            out.push((from, self.tokens.len()));
        }
        out
    }

    /// True when a clause starts here: after a mark, or after words like "and", "well", "honestly"
    /// that themselves start a clause.
    pub fn starts_clause(&self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..4 {
            let Some(before) = at.checked_sub(1) else {
                return true;
            };
            match self.get(before) {
                Some(token) if token.is_mark() => return true,
                Some(token) if token.in_list(cues::OPENERS) => at = before,
                _ => return false,
            }
        }
        false
    }

    /// Matches one phrase of a table at a token; gives the position after it.
    ///
    /// A phrase is words with single spaces. `a/b` is either, `stem*` any ending, `*ed` any beginning, `?a` may be
    /// missing, `~` up to four words, `_` one word, `^` the start of a clause, `$` the end of
    /// one, `,` a comma; a capital letter is a word list of `cues::list`, `A+` one to six of it
    /// and `A*` up to six.
    pub fn phrase(&self, phrase: &str, at: usize) -> Option<usize> {
        let (element, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
        if element.is_empty() {
            return Some(at);
        }
        let token = self.get(at);
        let word = token.filter(|t| !t.is_mark());
        if element == "^" {
            return if self.starts_clause(at) {
                self.phrase(rest, at)
            } else {
                None
            };
        }
        if element == "$" {
            return if word.is_none() {
                self.phrase(rest, at)
            } else {
                None
            };
        }
        if element == "~" {
            for step in 0..=4 {
                if let Some(end) = self.phrase(rest, at + step) {
                    return Some(end);
                }
                self.get(at + step).filter(|t| !t.is_mark())?;
            }
            return None;
        }
        if let Some(optional) = element.strip_prefix('?') {
            if token.is_some_and(|t| fits(t, optional))
                && let Some(end) = self.phrase(rest, at + 1)
            {
                return Some(end);
            }
            return self.phrase(rest, at);
        }
        if element == "_" {
            word?;
            return self.phrase(rest, at + 1);
        }
        let many = element.strip_suffix('+').or_else(|| {
            element
                .strip_suffix('*')
                .filter(|name| name.len() == 1 && cues::is_list(name))
        });
        if let Some(name) = many {
            let least = usize::from(element.ends_with('+'));
            let mut most = 0;
            while most < 6 && self.get(at + most).is_some_and(|t| fits(t, name)) {
                most += 1;
            }
            let mut take = most;
            loop {
                if take < least {
                    return None;
                }
                if let Some(end) = self.phrase(rest, at + take) {
                    return Some(end);
                }
                take = take.checked_sub(1)?;
            }
        }
        if token.is_some_and(|t| fits(t, element)) {
            self.phrase(rest, at + 1)
        } else {
            None
        }
    }

    /// The first phrase of a table that matches at a token, with the position after it.
    pub fn any_phrase(&self, table: &'static str, at: usize) -> Option<(&'static str, usize)> {
        table
            .lines()
            .find_map(|line| self.phrase(line, at).map(|end| (line, end)))
            .filter(|(_, end)| *end > at)
    }

    /// The first match of a table in a range of tokens.
    pub fn find(&self, table: &'static str, from: usize, to: usize) -> Option<(usize, usize)> {
        (from..to).find_map(|at| self.any_phrase(table, at).map(|(_, end)| (at, end.min(to))))
    }

    /// The first match of a table in a range that no phrase of `but` overlaps.
    pub fn find_unless(
        &self,
        table: &'static str,
        but: &'static str,
        from: usize,
        to: usize,
    ) -> Option<(usize, usize)> {
        let mut at = from;
        while let Some((start, end)) = self.find(table, at, to) {
            let safe = (start.saturating_sub(5)..end).any(|near| {
                self.any_phrase(but, near)
                    .is_some_and(|(_, last)| last > start)
            });
            if !safe {
                return Some((start, end));
            }
            at = start + 1;
        }
        None
    }

    /// The first match of a table at the start of a clause.
    pub fn find_clause(
        &self,
        table: &'static str,
        from: usize,
        to: usize,
    ) -> Option<(usize, usize)> {
        (from..to)
            .filter(|at| self.starts_clause(*at))
            .find_map(|at| self.any_phrase(table, at).map(|(_, end)| (at, end)))
    }

    /// True when the words at a position are reported or refused ("you said that…").
    pub fn reported(&self, at: usize) -> bool {
        (1..=4)
            .map_while(|back| self.get(at.checked_sub(back)?).filter(|t| !t.is_mark()))
            .any(|token| token.in_list(cues::REPORTED))
    }

    /// The clauses of a sentence: cut at commas and at "but".
    pub fn clauses(&self, start: usize, end: usize) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let mut from = start;
        for at in start..end {
            if self.at(at, ", but") {
                if from < at {
                    out.push((from, at));
                }
                from = at + 1;
            }
        }
        if from < end {
            out.push((from, end));
        }
        out
    }

    /// Where a clause begins to give back what they said ("you feel…", "it sounds like…").
    pub fn retold(&self, from: usize, to: usize) -> Option<usize> {
        (from..to)
            .take_while(|at| self.starts_clause(*at))
            .find(|at| {
                self.any_phrase(cues::NO_RETELL, *at).is_none()
                    && self
                        .any_phrase(cues::RETELLS, *at)
                        .is_some_and(|(_, end)| end < to)
            })
    }

    /// The position of the next mark at or after a token.
    pub fn clause_end(&self, at: usize) -> usize {
        (at..self.tokens.len())
            .find(|at| self.get(*at).is_some_and(Token::is_mark))
            .unwrap_or(self.tokens.len())
    }

    /// A range's end without closing marks.
    pub fn trim_end(&self, from: usize, to: usize) -> usize {
        let mut to = to;
        while to > from + 1 && self.get(to - 1).is_some_and(Token::is_mark) {
            to -= 1;
        }
        to
    }
}

fn fits(token: &Token, element: &str) -> bool {
    element.split('/').any(|part| token.in_list(part))
}
