//! What is said to the reader: each note quotes her own words and tells what those words do.
//!
//! At most two good things, one thing that stands in the way, and one next try. The sentences are
//! in [`sentences`](super::sentences); which of them fits is decided here, for each task in its own
//! way.

use super::sentences::{Memory, Topic};
use super::{Boundary, Found, Mirror, Question, Reading, Shape, Slip, Span, TOLD};

/// What an exercise asks the reader to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Task {
    /// Say back what was heard, then ask.
    #[default]
    Mirror,
    /// Turn a question into an open one.
    Open,
    /// Two parts: say that it makes sense; then ask or offer something.
    Connect,
    /// Say something in place of a line that closes: a mirror, or an open question.
    Reopen,
}

impl Task {
    /// The task with a number, as it travels.
    pub fn of(number: usize) -> Self {
        match number {
            1 => Self::Open,
            2 => Self::Connect,
            3 => Self::Reopen,
            _ => Self::Mirror,
        }
    }
}

/// A part of what the reader wrote, and what was seen in it.
#[derive(Clone, Debug)]
pub struct Part {
    pub reply: String,
    pub reading: Reading,
}

/// One note: words of a part (`span`) and a sentence that quotes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub topic: Topic,
    /// The part that the words are in, from 0.
    pub part: usize,
    pub span: Span,
    pub text: String,
}

impl Note {
    /// Is it about some of these words?
    fn meets(&self, part: usize, span: Span) -> bool {
        self.part == part && self.span.start < span.end && span.start < self.span.end
    }

    /// Where its words stand: a number that grows from word to word and from part to part, over 0.
    fn place(&self) -> u64 {
        (self.part as u64) << 32 | (self.span.start as u64 + 1)
    }
}

/// Everything said about one reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// At most two.
    pub good: Vec<Note>,
    /// The words that stand most in the way.
    pub slip: Option<Note>,
    /// Exactly one next try, or a kind nudge when there is nothing to read yet.
    pub next: &'static str,
    /// The reply speaks of danger: open the help block.
    pub help: bool,
}

impl Notes {
    /// Drops what is good about some words.
    #[inline(never)]
    fn clear(&mut self, part: usize, span: Span) {
        let mut at = 0;
        while let Some(note) = self.good.get(at) {
            if note.meets(part, span) {
                self.good.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// The note that follows a place, in the order of the words.
    pub fn after(&self, place: u64) -> Option<(&Note, u64)> {
        let all = self.good.iter().chain(&self.slip);
        let behind = all.map(|note| (note, note.place()));
        behind
            .filter(|note| note.1 > place)
            .min_by_key(|note| note.1)
    }
}

/// The notes on what a reader wrote to a line. `round` 0, 1, 2 gives less help each time; `memory`
/// keeps a sentence from coming twice in a row.
pub fn notes(task: Task, line: &str, parts: &[Part], round: usize, memory: &mut Memory) -> Notes {
    let mut pen = Pen {
        parts,
        round,
        memory,
        notes: Notes::default(),
    };
    let next = pen.write(task, line);
    // The same words are not good and in the way at once.
    if let Some((part, span)) = pen.notes.slip.as_ref().map(|slip| (slip.part, slip.span)) {
        pen.notes.clear(part, span);
    }
    pen.notes.next = pen.memory.sentence(next, round);
    pen.notes
}

/// Writes the notes on some parts.
struct Pen<'a> {
    parts: &'a [Part],
    round: usize,
    memory: &'a mut Memory,
    notes: Notes,
}

impl Pen<'_> {
    /// Writes all notes, and answers what the next try is about.
    fn write(&mut self, task: Task, line: &str) -> Topic {
        let parts = self.parts;
        self.notes.help = parts.iter().any(|part| part.reading.alarm.is_some());
        if self.notes.help {
            return Topic::TryAlarm;
        }
        for part in parts {
            return match part.reading.shape {
                // Words at last, and an empty second box; its task says what to do about it.
                Shape::Words => continue,
                Shape::Empty if task == Task::Connect => continue,
                Shape::Nonsense => Topic::TryNonsense,
                Shape::OtherLanguage => Topic::TryLanguage,
                Shape::Empty | Shape::Short if task == Task::Open => Topic::TryShortAsk,
                Shape::Empty | Shape::Short => Topic::TryShort,
            };
        }
        match (task, parts) {
            (Task::Open, [part, ..]) => self.open(part, line),
            (Task::Connect, [first, second, ..]) => self.connect(first, second),
            (Task::Reopen, [part, ..]) => self.reopen(part),
            (_, [part, ..]) => self.mirror(part),
            (_, []) => Topic::TryShort,
        }
    }

    /// First a mirror, then an open question.
    fn mirror(&mut self, part: &Part) -> Topic {
        let reading = &part.reading;
        let stopped = self
            .slip(0, part)
            .or_else(|| self.question_of(Question::Leading, 0, part));
        self.good_mirror(0, part);
        if let Some(found) = reading.boundary
            && found.value == Boundary::Kind
        {
            self.good(Topic::Limit, 0, found.span);
        }
        self.question_of(Question::Open, 0, part);
        if let Some(next) = stopped {
            return next;
        }
        match (reading.mirror.map(|found| found.value), reading.question) {
            (None, _) if reading.boundary.is_some() => Topic::DoneLimit,
            (None, _) => Topic::TryMirror,
            (Some(Mirror::Content), _) => Topic::TryFeeling,
            (_, None) if reading.boundary.is_some() => Topic::DoneLimit,
            (_, None) => Topic::TryAsk,
            _ => match self.question_of(Question::Closed, 0, part) {
                Some(next) => next,
                None if reading.mirror_first => Topic::DoneMirror,
                None => Topic::TryOrder,
            },
        }
    }

    /// What leaves a talk open: a mirror or an open question; one of them is enough.
    fn reopen(&mut self, part: &Part) -> Topic {
        let stopped = self
            .slip(0, part)
            .or_else(|| self.question_of(Question::Leading, 0, part));
        self.good_mirror(0, part);
        self.question_of(Question::Open, 0, part);
        match stopped {
            Some(next) => next,
            None if !self.notes.good.is_empty() => Topic::DoneOpen,
            None => self
                .question_of(Question::Closed, 0, part)
                .unwrap_or(Topic::TryMirror),
        }
    }

    /// One question that opens.
    fn open(&mut self, part: &Part, line: &str) -> Topic {
        let text = plain(&part.reply);
        if is_same(&text, &plain(line)) {
            return Topic::TrySame;
        }
        let asked = part.reading.question.or_else(|| asked(&text));
        if let Some(found) = asked
            && asks_why(from(&text, found.span.start))
        {
            self.stop(Topic::Why, 0, found.span);
            return Topic::TryWhy;
        }
        let leads = asked.is_some_and(|found| found.value == Question::Leading);
        let slipped = !leads && self.slip(0, part).is_some();
        let Some(found) = asked.filter(|found| !slipped || found.value == Question::Open) else {
            return Topic::TryAsking;
        };
        self.good_mirror(0, part);
        let next = self.question(0, found);
        match next {
            Some(next) => next,
            None if slipped => Topic::TryAlone,
            None => Topic::DoneOpen,
        }
    }

    /// First words that say that it makes sense, then a question or an offer.
    fn connect(&mut self, first: &Part, second: &Part) -> Topic {
        let stopped = match turned(first, second) {
            Some((part, span)) => {
                self.stop(Topic::But, part, span);
                Some(Topic::TryBut)
            }
            None => self.slip(0, first).or_else(|| self.slip(1, second)),
        };
        let stopped = stopped.or_else(|| self.question_of(Question::Leading, 1, second));
        self.good_mirror(0, first);
        self.question_of(Question::Open, 1, second);
        let offered = offer(&plain(&second.reply));
        if let Some(span) = offered {
            self.good(Topic::Offer, 1, span);
        }
        let opens = second
            .reading
            .question
            .is_some_and(|found| found.value == Question::Open);
        match (stopped, first.reading.mirror.map(|found| found.value)) {
            (Some(next), _) => next,
            (None, None) if first.reading.shape == Shape::Empty => Topic::TryFirst,
            (None, None) => Topic::TryValidate,
            (None, Some(mirror)) if opens || offered.is_some() => match mirror {
                Mirror::Content => Topic::TryFeeling,
                Mirror::Feeling => Topic::DoneConnect,
            },
            _ => match self.question_of(Question::Closed, 1, second) {
                Some(next) => next,
                None if first.reading.question.is_some() => Topic::TrySplit,
                None => Topic::TryConnect,
            },
        }
    }

    /// The one slip worth a word, where there is one: what stands most in the way of hearing them.
    /// Answers what to try in its place.
    fn slip(&mut self, at: usize, part: &Part) -> Option<Topic> {
        const RANKS: [(Slip, Topic, Topic); 4] = [
            (Slip::Argue, Topic::Argue, Topic::TryArgue),
            (Slip::Fix, Topic::Fix, Topic::TryFix),
            (Slip::Minimize, Topic::Minimize, Topic::TryMinimize),
            (Slip::Turn, Topic::Turn, Topic::TryTurn),
        ];
        for (slip, topic, next) in RANKS {
            // In doubt, nothing is said.
            if part.reading.sure_of(slip) < TOLD {
                continue;
            }
            // A single word is too little to say so.
            if let Some(span) = part.reading.slip(slip)
                && let Some(words) = part.reply.as_bytes().get(span.start..span.end)
                && words.contains(&b' ')
            {
                self.stop(topic, at, span);
                return Some(next);
            }
        }
        let limit = part.reading.boundary?;
        if limit.value == Boundary::Kind {
            return None;
        }
        self.stop(Topic::Harsh, at, limit.span);
        Some(Topic::TryHarsh)
    }

    /// A question in its part, of one kind. Answers what to try in its place.
    fn question_of(&mut self, kind: Question, at: usize, part: &Part) -> Option<Topic> {
        let found = part.reading.question.filter(|found| found.value == kind)?;
        self.question(at, found)
    }

    /// What a question does. Answers what to try in its place, where it doesn't open.
    fn question(&mut self, at: usize, found: Found<Question>) -> Option<Topic> {
        let (topic, next) = match found.value {
            Question::Open => {
                self.good(Topic::Open, at, found.span);
                return None;
            }
            Question::Closed => (Topic::Closed, Topic::TryClosed),
            Question::Leading => (Topic::Leading, Topic::TryLeading),
        };
        self.stop(topic, at, found.span);
        Some(next)
    }

    fn good_mirror(&mut self, at: usize, part: &Part) {
        if let Some(mirror) = part.reading.mirror {
            match part.reading.feeling {
                Some(span) => self.good(Topic::Feeling, at, span),
                None => self.good(Topic::Content, at, mirror.span),
            }
        }
    }

    /// Notes something good, unless there are two already. Of the same words, what is noted last
    /// is kept.
    fn good(&mut self, topic: Topic, part: usize, span: Span) {
        self.notes.clear(part, span);
        if self.notes.good.len() < 2 {
            let note = self.note(topic, part, span);
            self.notes.good.push(note);
        }
    }

    /// Notes what stands in the way.
    fn stop(&mut self, topic: Topic, part: usize, span: Span) {
        self.notes.slip = Some(self.note(topic, part, span));
    }

    fn note(&mut self, topic: Topic, part: usize, span: Span) -> Note {
        // What is good is quoted whole; the end of a sentence may change its sense.
        let most = if topic as usize <= Topic::Offer as usize {
            16
        } else {
            10
        };
        let reply = self.parts.get(part).map_or("", |part| &part.reply);
        let mut text = shorten(reply, span, most);
        text.push_str(self.memory.sentence(topic, self.round));
        Note {
            topic,
            part,
            span,
            text,
        }
    }
}

/// Stands for what ends a clause in a plain text.
const STOP: u8 = b'.';

/// A text as it is searched here, of the same length: in small letters, with nothing in the place
/// of an apostrophe, and one mark for all that ends a clause.
#[inline(never)]
fn plain(text: &str) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    for c in text.chars() {
        let mark = match c {
            '\'' | '`' | '‘' | '’' => 0,
            '!' | ',' | ';' | ':' | '"' | '(' | ')' | '\n' | '\u{2010}'..='\u{203A}' => STOP,
            c if c < ' ' => b' ',
            c if c.is_ascii() => c.to_ascii_lowercase() as u8,
            _ => 0xFF,
        };
        for _ in 0..c.len_utf8() {
            plain.push(mark);
        }
    }
    plain
}

/// Does a plain text begin with one of some cues? They stand between bars, without apostrophes;
/// the end of the text ends a word, too.
#[inline(never)]
fn begins(text: &[u8], cues: &str) -> bool {
    cues.as_bytes().split(|byte| *byte == b'|').any(|cue| {
        let mut rest = text.iter().filter(|byte| **byte != 0);
        cue.iter()
            .all(|wanted| rest.next().unwrap_or(&b' ') == wanted)
    })
}

/// The rest of a plain text, from a place on.
fn from(text: &[u8], at: usize) -> &[u8] {
    text.get(at..).unwrap_or_default()
}

/// The place of the first byte from a place on that is, or isn't, one of some.
#[inline(never)]
fn seek(text: &[u8], at: usize, bytes: &[u8], is: bool) -> usize {
    let found = from(text, at)
        .iter()
        .position(|byte| bytes.contains(byte) == is);
    found.map_or(text.len(), |found| at + found)
}

/// Marks that end a clause, and what else stands between clauses.
const STOPS: &[u8] = b".?";
const BLANKS: &[u8] = b".? ";

/// What a clause may begin with before it begins.
const LEADS: &str = "and |so |then |maybe |or |ok |okay |hey |oh |well ";

/// The next clause from a place on: where it begins, without what leads to it, and where it ends.
fn clause(text: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut start = seek(text, at, BLANKS, false);
    let end = seek(text, start, STOPS, true);
    while begins(from(text, start), LEADS) && seek(text, start, b" ", true) < end {
        start = seek(text, seek(text, start, b" ", true), b" ", false);
    }
    (start < end).then_some((start, end))
}

/// Is the question that was asked the one that was to be turned?
fn is_same(reply: &[u8], line: &[u8]) -> bool {
    let letter = |byte: &&u8| byte.is_ascii_alphanumeric();
    reply.iter().filter(letter).eq(line.iter().filter(letter))
}

/// Does a question ask for a reason? "Why don't you …" gives advice, which is another matter.
fn asks_why(question: &[u8]) -> bool {
    begins(question, "why ") && !begins(question, "why dont |why not ")
}

/// The first words of a question that opens, and of one that takes a yes, a no or one fact.
const OPENS: &str = "what |whats |how |tell me |which part ";
const CLOSES: &str = "am |are |is |was |were |do |does |did |dont |didnt |have |has |had |can |could |will |would |should |isnt |wasnt |arent |when |who |where |which |how many |how long |how much |how often |how old |what time ";

/// The last question of a reply, by its mark and its first words.
fn asked(text: &[u8]) -> Option<Found<Question>> {
    let mut found = None;
    let mut at = 0;
    while let Some((start, end)) = clause(text, at) {
        at = end;
        let asked = from(text, start);
        let value = match from(text, end) {
            [b'?', ..] if begins(asked, "why ") => Question::Closed,
            [b'?', ..] if begins(asked, CLOSES) => Question::Closed,
            [b'?', ..] if begins(asked, OPENS) => Question::Open,
            _ => continue,
        };
        let span = Span {
            start,
            end: end + 1,
        };
        found = Some(Found { value, span });
    }
    found
}

/// What an offer begins with, and what begins like one and is none.
const OFFERS: &str = "ill |i will |i can |i could |can i |could i |shall i |may i |let me |lets |want me to |do you want me to |would you like me to |would it help if |is there anything i |im here|i am here|im around|im listening|im all ears|id like to |id love to |i want to h|i want to understand|come here|come sit|we can |we could |how about we ";
const NO_OFFERS: &str = "i can see |i can hear |i can tell |i can imagine |i can understand |i can only |i can not |i could never |i could tell |ill never |ill admit |ill not |i will never |i will not |let me finish|let me tell |let me explain |let me be |lets not |lets move |lets just |lets forget |lets be |can i just |id like to say |id like to explain |id like to think ";

/// The first clause that offers something.
fn offer(text: &[u8]) -> Option<Span> {
    let mut at = 0;
    while let Some((start, end)) = clause(text, at) {
        at = end;
        let said = from(text, start);
        if begins(said, OFFERS) && !begins(said, NO_OFFERS) {
            // With its question mark; the other marks say nothing.
            let mark = from(text, end).first() == Some(&b'?');
            let end = end + usize::from(mark);
            return Some(Span { start, end });
        }
    }
    None
}

/// What follows a "but" that takes back: the reader's side, or advice.
const TAKES_BACK: &str = "i |im |ive |id |you |youre |youve |youd |it |its |that |thats |this |maybe |we |were |try |at least |there |theres |lets |look |to be ";

/// A "but" between the two parts: behind a mirror in the first, or at the start of the second.
fn turned(first: &Part, second: &Part) -> Option<(usize, Span)> {
    let mirror = first.reading.mirror?;
    let text = plain(&second.reply);
    let start = seek(&text, 0, BLANKS, false);
    if begins(from(&text, start), "but |but.|however |however.") {
        let end = seek(&text, start, BLANKS, true);
        return Some((1, Span { start, end }));
    }
    let text = plain(&first.reply);
    // A "but" within what is given back is theirs.
    let mut at = first.reading.feeling.map_or(mirror.span.end, |one| one.end);
    while at < text.len() {
        let start = seek(&text, seek(&text, at, BLANKS, true), BLANKS, false);
        let said = seek(&text, start + 4, BLANKS, false);
        if begins(from(&text, start), "but |but.") && begins(from(&text, said), TAKES_BACK) {
            let end = seek(&text, said, BLANKS, true);
            return Some((0, Span { start, end }));
        }
        at = start;
    }
    None
}

/// The words of a span in curly quotation marks, and a space; with more than `most` words they
/// lose their middle.
#[inline(never)]
fn shorten(reply: &str, span: Span, most: usize) -> String {
    let words = reply.get(span.start..span.end).unwrap_or_default();
    let mut count = 1;
    for byte in words.bytes() {
        count += usize::from(byte == b' ');
    }
    let mut out = String::from("“");
    let mut at = 0;
    let mut letters = 0;
    for c in words.chars() {
        if c <= ' ' {
            if letters > 0 {
                at += 1;
            }
            letters = 0;
            continue;
        }
        letters += 1;
        if count > most && at >= 5 && at + 4 < count {
            if at == 5 && letters == 1 {
                out.push_str(" …");
            }
            continue;
        }
        if letters == 1 && at > 0 {
            out.push(' ');
        }
        out.push(match c {
            // Their own quotation marks become single ones; shouting stays theirs.
            '"' | '“' | '”' => '’',
            _ if letters == 30 => '…',
            _ => c,
        });
        if letters > 30 || c == '!' {
            out.pop();
        }
    }
    out.push_str("” ");
    out
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::super::read;
    use super::super::tests::Random;
    use super::*;

    const TASKS: [Task; 4] = [Task::Mirror, Task::Open, Task::Connect, Task::Reopen];

    /// Readings of all sorts of combinations of labels, all about the same words.
    fn combinations() -> Vec<Reading> {
        let span = Span { start: 0, end: 10 };
        let shapes = [
            Shape::Empty,
            Shape::Short,
            Shape::Nonsense,
            Shape::OtherLanguage,
            Shape::Words,
        ];
        let mirrors = [None, Some(Mirror::Content), Some(Mirror::Feeling)];
        let questions = [
            None,
            Some(Question::Open),
            Some(Question::Closed),
            Some(Question::Leading),
        ];
        let limits = [None, Some(Boundary::Kind), Some(Boundary::Harsh)];
        let mut out = Vec::new();
        // Every seventh meets each pair of values, and is fast.
        for at in (0..5 * 3 * 4 * 3 * 16 * 4).step_by(7) {
            let set = at / 180 % 16;
            out.push(Reading {
                shape: shapes[at % 5],
                mirror: mirrors[at / 5 % 3].map(|value| Found { value, span }),
                feeling: (at / 5 % 3 == 2).then_some(span),
                question: questions[at / 15 % 4].map(|value| Found { value, span }),
                boundary: limits[at / 60 % 3].map(|value| Found { value, span }),
                slips: [0, 1, 2, 3].map(|bit| (set >> bit & 1 == 1).then_some(span)),
                alarm: (at / 2880 % 2 == 1).then_some(span),
                mirror_first: at / 5760 % 2 == 1,
                sure: [99; 13],
            });
        }
        out
    }

    /// The notes on replies, read with the coach itself.
    fn noted(task: Task, line: &str, replies: &[&str]) -> Notes {
        let said = match task {
            Task::Open | Task::Reopen => "",
            Task::Mirror | Task::Connect => line,
        };
        let parts: Vec<Part> = replies
            .iter()
            .map(|reply| Part {
                reply: reply.to_string(),
                reading: read(said, reply),
            })
            .collect();
        notes(task, line, &parts, 0, &mut Memory::default())
    }

    /// What the notes are about: first what is good, then what stands in the way.
    fn topics(notes: &Notes) -> Vec<(Topic, usize)> {
        let all = notes.good.iter().chain(&notes.slip);
        all.map(|note| (note.topic, note.part)).collect()
    }

    /// The next try is one of a topic's, in the first round.
    fn leads_to(notes: &Notes, topic: Topic) -> bool {
        let mut memory = Memory::default();
        (0..4).any(|_| memory.sentence(topic, 0) == notes.next)
    }

    /// What holds for all notes, whatever was written.
    fn hold(notes: &Notes, parts: &[Part]) {
        assert!(notes.good.len() <= 2);
        assert!(!notes.next.is_empty());
        let danger = parts.iter().any(|part| part.reading.alarm.is_some());
        assert_eq!(notes.help, danger);
        let all: Vec<&Note> = notes.good.iter().chain(&notes.slip).collect();
        assert!(!danger || all.is_empty());
        for note in &all {
            let reply = parts[note.part].reply.as_str();
            let words = reply.get(note.span.start..note.span.end);
            let words = words.expect("a span within the reply, between characters");
            assert!(!words.is_empty());
            let quoted = note.text.strip_prefix('“').unwrap();
            let (quoted, said) = quoted.split_once("” ").unwrap();
            for piece in quoted.split(" … ") {
                let bare = |text: &str| text.replace(|c: char| !c.is_alphanumeric(), "");
                assert!(bare(reply).contains(&bare(piece)), "{piece}: {reply}");
            }
            assert!(note.text.split_whitespace().count() <= 40, "{}", note.text);
            assert!(!said.is_empty() && !said.contains('!'));
            assert!(!note.text.contains('!'));
        }
        for (at, note) in all.iter().enumerate() {
            assert!(all.iter().skip(at + 1).all(|other| other.text != note.text));
        }
        for (at, note) in all.iter().enumerate() {
            let twice = |other: &&Note| other.meets(note.part, note.span);
            assert!(
                !all[at + 1..].iter().copied().any(|other| twice(&other)),
                "the same words twice: {}",
                note.text
            );
        }
    }

    /// The sentences of some notes, without what they quote.
    fn sentences(notes: &Notes) -> Vec<String> {
        let bare = |note: &Note| note.text.split_once("” ").unwrap().1.to_string();
        let all = notes.good.iter().chain(&notes.slip).map(bare);
        all.chain([notes.next.to_string()]).collect()
    }

    #[test]
    fn notes_are_few_and_point_at_words_for_any_reading() {
        for reading in combinations() {
            for task in TASKS {
                let parts = [0, 1].map(|_| Part {
                    reply: "some words".into(),
                    reading,
                });
                let count = if task == Task::Connect { 2 } else { 1 };
                let parts = &parts[..count];
                for round in 0..4 {
                    hold(
                        &notes(task, "A line.", parts, round, &mut Memory::default()),
                        parts,
                    );
                }
            }
        }
    }

    #[test]
    fn no_sentence_comes_twice_in_a_row() {
        let mut memory = Memory::default();
        let mut random = Random(11);
        let all = combinations();
        for _ in 0..300 {
            // Several tries of the same kind, in a round, across rounds and exercises.
            let reading = &all[random.below(all.len())];
            let part = Part {
                reply: "some words".into(),
                reading: *reading,
            };
            let mut before: Vec<String> = Vec::new();
            for at in 0..8 {
                let task = TASKS[random.below(2)];
                let parts = std::slice::from_ref(&part);
                let now = sentences(&notes(task, "A line.", parts, at / 2 % 3, &mut memory));
                for sentence in &now {
                    assert!(!before.contains(sentence), "{sentence}");
                }
                before = now;
            }
        }
    }

    #[test]
    fn the_rules_hold_for_any_text() {
        let mut random = Random(3);
        let mut memory = Memory::default();
        for _ in 0..400 {
            let (line, first, second) = (random.text(), random.text(), random.text());
            for task in TASKS {
                let parts = [&first, &second].map(|reply| Part {
                    reply: reply.to_string(),
                    reading: read(&line, reply),
                });
                let parts = &parts[..if task == Task::Connect { 2 } else { 1 }];
                hold(
                    &notes(task, &line, parts, random.below(4), &mut memory),
                    parts,
                );
            }
        }
    }

    #[test]
    fn a_mirror_and_a_question_are_quoted_and_nothing_is_missing() {
        let notes = noted(
            Task::Mirror,
            "My cat ran off.",
            &["That sounds awful. What happened?"],
        );
        assert_eq!(topics(&notes), [(Topic::Feeling, 0), (Topic::Open, 0)]);
        assert!(notes.good[0].text.starts_with("“awful” "));
        assert!(notes.good[1].text.starts_with("“What happened?” "));
        assert!(leads_to(&notes, Topic::DoneMirror));
    }

    #[test]
    fn the_most_pressing_slip_is_named() {
        let reply = "At least you have a job. That's not what I said, you always twist it.";
        let notes = noted(Task::Mirror, "He laughed at me.", &[reply]);
        assert_eq!(topics(&notes), [(Topic::Argue, 0)]);
        assert!(leads_to(&notes, Topic::TryArgue));
    }

    #[test]
    fn a_turned_question_opens_closes_leads_or_asks_why() {
        let line = "Did you have a good day?";
        for (reply, topic, next) in [
            (
                "What was the best part of your day?",
                Topic::Open,
                Topic::DoneOpen,
            ),
            ("Tell me about your day?", Topic::Open, Topic::DoneOpen),
            ("Was school okay today?", Topic::Closed, Topic::TryClosed),
            ("Hey… was it a good one?", Topic::Closed, Topic::TryClosed),
            (
                "Don’t you think it was fun?",
                Topic::Leading,
                Topic::TryLeading,
            ),
            ("Why was it bad?", Topic::Why, Topic::TryWhy),
            (
                "Why don’t you just tell me?",
                Topic::Leading,
                Topic::TryLeading,
            ),
        ] {
            let notes = noted(Task::Open, line, &[reply]);
            assert_eq!(topics(&notes), [(topic, 0)], "{reply}");
            assert!(leads_to(&notes, next), "{reply}: {}", notes.next);
        }
        for (reply, next) in [
            ("did you have a good day", Topic::TrySame),
            ("That was a long day for you.", Topic::TryAsking),
            ("What?", Topic::TryShortAsk),
        ] {
            let notes = noted(Task::Open, line, &[reply]);
            assert_eq!(topics(&notes), [], "{reply}");
            assert!(leads_to(&notes, next), "{reply}: {}", notes.next);
        }
        let notes = noted(
            Task::Open,
            line,
            &["Try to ignore him, you need a break. How was it?"],
        );
        assert!(leads_to(&notes, Topic::TryAlone), "{}", notes.next);
    }

    #[test]
    fn a_mirror_or_an_open_question_opens_again() {
        let line = "It's only a game.";
        for (reply, about, next) in [
            (
                "That must have felt so unfair.",
                vec![(Topic::Feeling, 0)],
                Topic::DoneOpen,
            ),
            (
                "What was the hardest part of it?",
                vec![(Topic::Open, 0)],
                Topic::DoneOpen,
            ),
            (
                "Are you okay now?",
                vec![(Topic::Closed, 0)],
                Topic::TryClosed,
            ),
            ("The bus leaves at nine.", vec![], Topic::TryMirror),
        ] {
            let notes = noted(Task::Reopen, line, &[reply]);
            assert_eq!(topics(&notes), about, "{reply}");
            assert!(leads_to(&notes, next), "{reply}: {}", notes.next);
        }
    }

    #[test]
    fn two_boxes_are_read_in_their_order() {
        let line = "Nobody came to my show.";
        for (first, second, topics_found, next) in [
            (
                "That must have felt so lonely.",
                "What was it like up there?",
                vec![(Topic::Feeling, 0), (Topic::Open, 1)],
                Topic::DoneConnect,
            ),
            (
                "That must have felt so lonely.",
                "I can come to the next one.",
                vec![(Topic::Feeling, 0), (Topic::Offer, 1)],
                Topic::DoneConnect,
            ),
            (
                "That must have felt so lonely.",
                "",
                vec![(Topic::Feeling, 0)],
                Topic::TryConnect,
            ),
            (
                "",
                "What was it like up there?",
                vec![(Topic::Open, 1)],
                Topic::TryFirst,
            ),
            (
                "That must have felt so lonely, but I had to work.",
                "What was it like up there?",
                vec![(Topic::Feeling, 0), (Topic::Open, 1), (Topic::But, 0)],
                Topic::TryBut,
            ),
            (
                "That must have felt so lonely.",
                "But you should have told people earlier.",
                vec![(Topic::Feeling, 0), (Topic::But, 1)],
                Topic::TryBut,
            ),
            (
                "That must have felt so lonely.",
                "You should send the invitations earlier next time.",
                vec![(Topic::Feeling, 0), (Topic::Fix, 1)],
                Topic::TryFix,
            ),
        ] {
            let notes = noted(Task::Connect, line, &[first, second]);
            assert_eq!(topics(&notes), topics_found, "{first} / {second}");
            assert!(leads_to(&notes, next), "{first} / {second}: {}", notes.next);
        }
    }

    #[test]
    fn a_but_of_theirs_takes_nothing_back() {
        let part = |reply: &'static str| Part {
            reply: reply.to_string(),
            reading: read("I tried to help but nobody let me.", reply),
        };
        let theirs = part("You wanted to help but nobody let you. That sounds lonely.");
        assert_eq!(turned(&theirs, &part("What happened?")), None);
    }

    #[test]
    fn offers_are_told_from_what_begins_like_one() {
        for (reply, words) in [
            (
                "I'll bring dinner tonight.",
                Some("I'll bring dinner tonight"),
            ),
            ("ok so… Can I sit with you?", Some("Can I sit with you?")),
            (
                "And I’m here if you want to talk.",
                Some("I’m here if you want to talk"),
            ),
            ("Id love to hear more", Some("Id love to hear more")),
            ("I can see that.", None),
            ("I can’t do that.", None),
            ("Let me finish.", None),
            ("You could call.", None),
            ("", None),
        ] {
            let found = offer(&plain(reply)).map(|span| &reply[span.start..span.end]);
            assert_eq!(found, words, "{reply}");
        }
    }

    #[test]
    fn quotes_are_short_and_whole() {
        let quote = |reply: &str, span| shorten(reply, span, 10);
        let long = "one two three four five six seven eight nine ten eleven twelve!";
        let span = Span {
            start: 0,
            end: long.len(),
        };
        assert_eq!(
            quote(long, span),
            "“one two three four five … nine ten eleven twelve” "
        );
        let mut random = Random(7);
        for _ in 0..500 {
            let text = random.text();
            if !text.is_empty() {
                let end = text.len();
                assert!(quote(&text, Span { start: 0, end }).chars().count() < 400);
            }
        }
    }
}
