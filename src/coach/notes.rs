//! What is said to the reader: each note quotes their own words and tells what those words do.
//!
//! The sentences stand in small tables: one line for each round and, within a round, for the
//! first and the second try, so that the same advice is not read twice in a row. Round 0 lends an
//! opening to borrow, round 1 names the step, round 2 only hints.

use super::{Boundary, Mirror, Question, Reading, Shape, Slip, Span};

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Mirror,
    Feeling,
    Question,
    Slip(Slip),
    Boundary,
}

/// One note: words of the reply (`span`) and a sentence that quotes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub about: About,
    pub span: Span,
    pub text: String,
}

/// Everything said about one reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// At most two.
    pub good: Vec<Note>,
    pub slip: Option<Note>,
    /// Exactly one next try, or a kind nudge when there is nothing to read yet.
    pub next: String,
    /// The reply speaks of danger: open the help block.
    pub help: bool,
}

/// What words do, two lines for each: said of a feeling, what they said, a kind limit, an open
/// question, and the slips.
const SAID: &str = concat!(
    // 0: feeling
    "\
puts a name to how it may feel for them.
says what this may be like from where they stand.\n",
    // 1: content
    "\
gives back what they said, so they can tell it landed.
lets them hear their own point coming back.\n",
    // 2: kind
    "\
says where your limit is, without blame.
tells them what you can and can’t do, and leaves them whole.\n",
    // 3: open
    "\
leaves room for their whole story.
lets them choose what to tell you next.\n",
    // 4: argue
    "\
takes up who is right, and the feeling has to wait.
answers the charge before the feeling has been heard.\n",
    // 5: fix
    "\
moves on to a solution while they may still be in the feeling.
offers a plan; they may first want somebody to stay with how it is.\n",
    // 6: minimize
    "\
is meant to comfort, and it can make the feeling look smaller than it is.
hurries toward the better part, and the feeling may get left behind.\n",
    // 7: turn
    "\
turns the talk toward your own story.
brings you into the picture, and theirs may fade a little.",
);

/// The next try: two lines for each of three rounds.
const NEXT: &str = concat!(
    // 0: empty
    "\
Whenever you’re ready, type one thing you heard them say. You could begin with “It sounds like…”.
Take your time. “That sounds…” is one way in.
Start with one thing you heard.
A few words about what they said are enough.
One thing you heard.
A few words will do.\n",
    // 1: short
    "\
There’s room for a few more words. You could go on with “It sounds like you…”.
Try it as a whole sentence, such as “That must have been…”.
Make it a sentence about them.
Add a few words about what they said.
A few more words.
Say a little more.\n",
    // 2: nonsense
    "\
I couldn’t find words to read there. You could begin with “It sounds like…”.
Try it in words, such as “That sounds…”.
Try it in a few words.
Put it into a short sentence.
A few words, please.
Try it in words.\n",
    // 3: language
    "\
Sorry, these notes can only read English so far. You can go on without them: give back what you heard, then ask.
Sorry, these notes can’t read your language yet. You can go on without them, in your own words.
Sorry, these notes can only read English so far. You can go on.
Sorry, these notes can’t read your language yet. You can go on.
You can go on without these notes.
You can go on.\n",
    // 4: argue
    "\
Your side can come later. Try starting with theirs: “I can hear how…”.
Leave the facts for a moment and begin with “It sounds like you felt…”.
Give back their side first; yours can follow.
Say what it was like for them before what happened.
Their side first.
The feeling before the facts.\n",
    // 5: fix
    "\
Keep the idea for later and stay with the feeling: “That sounds…, what’s the hardest part?”
Before any plan, try “It sounds like you’re…”, then ask what they need.
Name the feeling first, then ask what would help.
Swap the advice for a question about how it is.
Feeling first, plan later.
Ask in place of advising.\n",
    // 6: minimize
    "\
Let the feeling be as big as it is: “That sounds really…”.
Stay with the hard part a moment longer, with “No wonder you feel…”.
Give the feeling back at its full size.
Stay with the hard part before any comfort.
Full size, no hurry.
Stay with the hard part.\n",
    // 7: turn
    "\
Your story can wait a little. Try “It sounds like you…” and then “What was that like?”
Bring it back to them with “For you, it must have been…”.
Bring it back to what they said.
Turn it around: a question about their day, not yours.
Back to them.
Their story first.\n",
    // 8: harsh
    "\
You could say what you need: “I want to hear this, and I need…”.
You could say it without the blame: “I’m not okay with… Let’s pause and come back at…”.
Say what you need starting with “I”, without the blame.
Say what you need, and when you’ll come back.
What you need, softer words.
Start with “I”.\n",
    // 9: leading
    "\
This question already holds an answer. One that leaves it open: “What was that like for you?”
Ask something you don’t know yet, such as “What did you need right then?”
Ask it so that any answer would fit.
Swap it for a question that starts with “what” or “how”.
A question without an answer inside.
Ask what you don’t know.\n",
    // 10: mirror
    "\
You could start with one thing they said: “It sounds like…”.
You could start with “You felt… when…”, in their words or yours.
Start by giving back one thing they said.
Say in your words what you heard.
Give something back first.
What did you hear?\n",
    // 11: feeling
    "\
Now add how it may feel: “That sounds…” or “You must be…”.
Put one feeling word beside it, such as “and that left you feeling…”.
Add a word for the feeling.
Name what it may have been like for them.
And the feeling?
One feeling word.\n",
    // 12: closed
    "\
Your question asks for a yes, a no or one fact. To hear more, try “What was that like?”
One short answer would settle your question. “Tell me more about…” leaves more room.
Open the question up with “what” or “how”.
Ask it so that it takes a story to answer.
Open the question.
A “what” or a “how”?\n",
    // 13: ask
    "\
Then leave the door open: “What was the hardest part?” or “Tell me more?”
Follow it with a question such as “What did you wish would happen?”
Follow it with an open question.
Now ask for a little more of their story.
Now ask.
And then a question.\n",
    // 14: order
    "\
Try the same two parts in the other order: what you heard first, then your question.
Begin with what you heard, and let the question follow it.
What you heard first, then the question.
Move the question to the end.
Question last.
First mirror, then ask.\n",
    // 15: all
    "\
Your words name the feeling and open the talk. Try saying them aloud, or go on to the next round.
The feeling is heard and the question leaves room. Say it aloud once, or try the next round.
They can feel heard and go on talking. Say it aloud, or try the next round.
A feeling named, a door open. Try it aloud.
Heard, and open. Say it aloud.
Try it aloud, or go on.\n",
    // 16: limit
    "\
Your limit is clear. For a pause, add when you’ll come back. Say it aloud, or go on to the next round.
Your limit is clear. For a pause, it helps to know when you’ll come back. Say it aloud, or try the next round.
The limit is clear. For a pause, add when you’ll come back.
The limit is clear. Try it aloud.
A clear limit. Say it aloud.
Try the limit aloud, or go on.\n",
    // 17: danger, in all rounds
    "\
This may be about somebody’s safety. There is no need to practice here; help is below, whenever you want it.
Safety comes first, and help is below. You can stop here or go on."
);

// The places of both tables.
const KIND: usize = 2;
const OPEN: usize = 3;
const SLIPS: usize = 4;
const HARSH: usize = 8;
const LEADING: usize = 9;
const MIRROR: usize = 10;
const ADD_FEELING: usize = 11;
const CLOSED: usize = 12;
const ASK: usize = 13;
const ORDER: usize = 14;
const ALL: usize = 15;
const LIMIT: usize = 16;
const ALARM: usize = 17;

/// The notes for a reading of `reply`. `round` 0, 1, 2 gives less help each time; `attempt` counts
/// the tries within a round and alternates the wording.
pub fn notes(reading: &Reading, reply: &str, round: usize, attempt: usize) -> Notes {
    let mut notes = Notes {
        good: Vec::new(),
        slip: None,
        next: String::new(),
        help: reading.alarm.is_some(),
    };
    let mut round = round.min(2);
    let place = match reading.shape {
        _ if notes.help => {
            round = 0;
            ALARM
        }
        Shape::Empty => 0,
        Shape::Short => 1,
        Shape::Nonsense => 2,
        Shape::OtherLanguage => 3,
        Shape::Words => words(reading, reply, attempt, &mut notes),
    };
    notes.next = line(NEXT, place * 6 + round * 2 + attempt % 2).into();
    notes
}

/// What is said about words: the notes, and the place of the next try.
fn words(reading: &Reading, reply: &str, attempt: usize, notes: &mut Notes) -> usize {
    let note = |about, span, place: usize| {
        // What is good is quoted whole; the end of a sentence may change its sense.
        let most = if place < SLIPS { 16 } else { 10 };
        let mut text = shorten(reply, span, most);
        text.push_str(line(SAID, place * 2 + attempt % 2));
        Note { about, span, text }
    };
    if let Some(mirror) = reading.mirror {
        notes.good.push(match reading.feeling {
            Some(span) => note(About::Feeling, span, 0),
            None => note(About::Mirror, mirror.span, 1),
        });
    }
    let limit = reading.boundary.map(|found| found.value);
    if let Some(found) = reading.boundary
        && found.value == Boundary::Kind
    {
        notes.good.push(note(About::Boundary, found.span, KIND));
    }
    let asked = reading.question.map(|found| found.value);
    if let Some(found) = reading.question
        && found.value == Question::Open
        && notes.good.len() < 2
    {
        notes.good.push(note(About::Question, found.span, OPEN));
    }
    // The one slip worth a word: the one that stands most in the way of hearing them.
    for (rank, slip) in [Slip::Argue, Slip::Fix, Slip::Minimize, Slip::Turn]
        .into_iter()
        .enumerate()
    {
        for found in &reading.slips {
            if found.value == slip {
                notes.slip = Some(note(About::Slip(slip), found.span, SLIPS + rank));
                return SLIPS + rank;
            }
        }
    }
    if limit == Some(Boundary::Harsh) {
        return HARSH;
    }
    match (reading.mirror.map(|found| found.value), asked) {
        (_, Some(Question::Leading)) => LEADING,
        (None, _) if limit.is_some() => LIMIT,
        (None, _) => MIRROR,
        (Some(Mirror::Content), _) => ADD_FEELING,
        (_, None) if limit.is_some() => LIMIT,
        (_, None) => ASK,
        (_, Some(Question::Closed)) => CLOSED,
        _ if reading.mirror_first => ALL,
        _ => ORDER,
    }
}

/// A line of a table.
#[inline(never)]
fn line(table: &'static str, mut at: usize) -> &'static str {
    let mut start = 0;
    for (end, byte) in table.bytes().enumerate() {
        if byte == b'\n' {
            if at == 0 {
                return table.get(start..end).unwrap_or_default();
            }
            at -= 1;
            start = end + 1;
        }
    }
    table.get(start..).unwrap_or_default()
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
    use super::super::tests::Random;
    use super::super::{Found, read};
    use super::*;

    const JUDGING: [&str; 14] = [
        "!",
        "should have",
        "wrong",
        "good job",
        "mistake",
        "perfect",
        "well done",
        "score",
        "fail",
        "excellent",
        "correct",
        "you are",
        "bad ",
        "great",
    ];

    /// Readings of all sorts of combinations of labels, all about the same words.
    fn combinations() -> Vec<Reading> {
        let span = Span { start: 0, end: 4 };
        let slips = [Slip::Minimize, Slip::Fix, Slip::Turn, Slip::Argue];
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
            let found = |value| Found { value, span };
            out.push(Reading {
                shape: shapes[at % 5],
                mirror: mirrors[at / 5 % 3].map(|value| Found { value, span }),
                feeling: (at / 5 % 3 == 2).then_some(span),
                question: questions[at / 15 % 4].map(|value| Found { value, span }),
                boundary: limits[at / 60 % 3].map(|value| Found { value, span }),
                slips: (0..4)
                    .filter(|bit| set >> bit & 1 == 1)
                    .map(|bit| found(slips[bit]))
                    .collect(),
                alarm: (at / 2880 % 2 == 1).then_some(span),
                mirror_first: at / 5760 % 2 == 1,
                sure: [0; 13],
            });
        }
        out
    }

    #[test]
    fn no_note_judges_and_none_is_empty() {
        for reading in combinations() {
            for round in 0..4 {
                for attempt in 0..2 {
                    let notes = notes(&reading, "some words", round, attempt);
                    assert!(notes.good.len() <= 2);
                    assert!(!notes.next.is_empty());
                    assert_eq!(notes.help, reading.alarm.is_some());
                    assert!(!notes.help || notes.slip.is_none());
                    let said = notes.good.iter().chain(&notes.slip).map(|note| &note.text);
                    for text in said.chain([&notes.next]) {
                        let plain = text.to_lowercase();
                        for word in JUDGING {
                            assert!(!plain.contains(word), "{word}: {text}");
                        }
                        assert!(text.split_whitespace().count() <= 24, "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_next_try_changes_with_every_attempt_and_round() {
        for reading in combinations() {
            for round in 0..3 {
                for attempt in 0..4 {
                    let now = notes(&reading, "some words", round, attempt).next;
                    let then = notes(&reading, "some words", round, attempt + 1).next;
                    assert_ne!(now, then);
                    if reading.alarm.is_none() {
                        let later = notes(&reading, "some words", round + 1, attempt).next;
                        assert!(round == 2 || later != now);
                    }
                }
            }
        }
    }

    #[test]
    fn later_rounds_help_less() {
        for reading in combinations() {
            if reading.alarm.is_none() {
                let words = |round| {
                    let next = notes(&reading, "some words", round, 0).next;
                    next.split_whitespace().count()
                };
                assert!(words(0) > words(1) && words(1) > words(2));
            }
        }
    }

    #[test]
    fn a_note_quotes_the_words() {
        let reply = "That sounds awful. What happened?";
        let notes = notes(&read("My cat ran off.", reply), reply, 0, 0);
        let texts: Vec<_> = notes.good.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(texts.len(), 2);
        assert!(texts[0].starts_with("“awful” "));
        assert!(texts[1].starts_with("“What happened?” "));
        assert!(notes.slip.is_none());
        assert!(notes.next.contains("aloud"));
    }

    #[test]
    fn the_most_pressing_slip_is_named() {
        let reply = "At least you have a job. You're overreacting.";
        let notes = notes(&read("He laughed at me.", reply), reply, 0, 0);
        let about = notes.slip.map(|note| note.about);
        assert_eq!(about, Some(About::Slip(Slip::Argue)));
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
