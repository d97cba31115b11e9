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

const FEELING: &str = "\
puts a name to how it may feel for them.
says what this may be like from where they stand.";
const CONTENT: &str = "\
gives back what they said, so they can tell it landed.
lets them hear their own point coming back.";
const OPEN: &str = "\
leaves room for their whole story.
lets them choose what to tell you next.";
const KIND: &str = "\
says where your limit is, without blame.
tells them what you can and can’t do, and leaves them whole.";

const ARGUE: &str = "\
takes up who is right, and the feeling has to wait.
answers the charge before the feeling has been heard.";
const FIX: &str = "\
moves on to a solution while they may still be in the feeling.
offers a plan; they may first want somebody to stay with how it is.";
const MINIMIZE: &str = "\
is meant to comfort, and it can make the feeling look smaller than it is.
hurries toward the better part, and the feeling may get left behind.";
const TURN: &str = "\
turns the talk toward your own story.
brings you into the picture, and theirs may fade a little.";

const NEXT_ALARM: &str = "\
This may be about somebody’s safety. There is no need to practice here; help is below, whenever you want it.
Safety comes first, and help is below. You can stop here or go on.";
const NEXT_EMPTY: &str = "\
Whenever you’re ready, type one thing you heard them say. You could begin with “It sounds like…”.
Take your time. “That sounds…” is one way in.
Start with one thing you heard.
A few words about what they said are enough.
One thing you heard.
A few words will do.";
const NEXT_SHORT: &str = "\
There’s room for a few more words. You could go on with “It sounds like you…”.
Try it as a whole sentence, such as “That must have been…”.
Make it a sentence about them.
Add a few words about what they said.
A few more words.
Say a little more.";
const NEXT_NONSENSE: &str = "\
I couldn’t find words to read there. You could begin with “It sounds like…”.
Try it in words, such as “That sounds…”.
Try it in a few words.
Put it into a short sentence.
A few words, please.
Try it in words.";
const NEXT_LANGUAGE: &str = "\
These notes can only read English so far. In English, you could begin with “It sounds like…”.
I can’t read this language yet. The practice works in your head just as well: give back, then ask.
These notes only read English so far. The steps are the same: give back, then ask.
I can’t read this language yet. Give back what you heard, then ask.
Only English can be read here so far.
Not a language I can read yet.";
const NEXT_ARGUE: &str = "\
Your side can come later. Try starting with theirs: “I can hear how…”.
Leave the facts for a moment and begin with “It sounds like you felt…”.
Give back their side first; yours can follow.
Say what it was like for them before what happened.
Their side first.
The feeling before the facts.";
const NEXT_FIX: &str = "\
Keep the idea for later and stay with the feeling: “That sounds…, what’s the hardest part?”
Before any plan, try “It sounds like you’re…”, then ask what they need.
Name the feeling first, then ask what would help.
Swap the advice for a question about how it is.
Feeling first, plan later.
Ask in place of advising.";
const NEXT_MINIMIZE: &str = "\
Let the feeling be as big as it is: “That sounds really…”.
Stay with the hard part a moment longer, with “No wonder you feel…”.
Give the feeling back at its full size.
Stay with the hard part before any comfort.
Full size, no hurry.
Stay with the hard part.";
const NEXT_TURN: &str = "\
Your story can wait a little. Try “It sounds like you…” and then “What was that like?”
Bring it back to them with “For you, it must have been…”.
Bring it back to what they said.
Turn it around: a question about their day, not yours.
Back to them.
Their story first.";
const NEXT_HARSH: &str = "\
The limit can stay. Try it as what you will do: “I want to hear this, and I need…”.
Keep the limit and leave out the blame: “I’m not okay with… Let’s pause and come back at…”.
Say the same limit starting with “I”, without the blame.
Keep the limit, and add when you’ll come back.
Same limit, softer words.
Start the limit with “I”.";
const NEXT_LEADING: &str = "\
This question already holds an answer. One that leaves it open: “What was that like for you?”
Ask something you don’t know yet, such as “What did you need right then?”
Ask it so that any answer would fit.
Swap it for a question that starts with “what” or “how”.
A question without an answer inside.
Ask what you don’t know.";
const NEXT_MIRROR: &str = "\
First give back a bit of what you heard: “It sounds like…”.
Before anything else, try “You felt… when…”, in their words or yours.
Start by giving back one thing they said.
Say in your words what you heard.
Give something back first.
What did you hear?";
const NEXT_FEELING: &str = "\
Now add how it may feel: “That sounds…” or “You must be…”.
Put one feeling word beside it, such as “and that left you feeling…”.
Add a word for the feeling.
Name what it may have been like for them.
And the feeling?
One feeling word.";
const NEXT_CLOSED: &str = "\
Your question asks for a yes, a no or one fact. To hear more, try “What was that like?”
One short answer would settle your question. “Tell me more about…” leaves more room.
Open the question up with “what” or “how”.
Ask it so that it takes a story to answer.
Open the question.
A “what” or a “how”?";
const NEXT_ASK: &str = "\
Then leave the door open: “What was the hardest part?” or “Tell me more?”
Follow it with a question such as “What did you wish would happen?”
Follow it with an open question.
Now ask for a little more of their story.
Now ask.
And then a question.";
const NEXT_ORDER: &str = "\
Try the same two parts in the other order: what you heard first, then your question.
Begin with what you heard, and let the question follow it.
What you heard first, then the question.
Move the question to the end.
Question last.
First mirror, then ask.";
const NEXT_ALL: &str = "\
Your words name the feeling and open the talk. Try saying them aloud, or go on to the next round.
The feeling is heard and the question leaves room. Say it aloud once, or try the next round.
They can feel heard and go on talking. Say it aloud, or try the next round.
A feeling named, a door open. Try it aloud.
Heard, and open. Say it aloud.
Try it aloud, or go on.";
const NEXT_LIMIT: &str = "\
Your words hear them and hold your limit. Try saying them aloud, or go on to the next round.
The feeling is heard and the limit is clear. Say it aloud once, or try the next round.
They are heard, and the limit stands. Say it aloud, or try the next round.
A feeling named, a limit kept. Try it aloud.
Heard, with a limit. Say it aloud.
Try the limit aloud, or go on.";

/// The notes for a reading of `reply`. `round` 0, 1, 2 gives less help each time; `attempt` counts
/// the tries within a round and alternates the wording.
pub fn notes(reading: &Reading, reply: &str, round: usize, attempt: usize) -> Notes {
    let mut notes = Notes {
        good: Vec::new(),
        slip: None,
        next: String::new(),
        help: reading.alarm.is_some(),
    };
    let table = if notes.help {
        NEXT_ALARM
    } else {
        match reading.shape {
            Shape::Empty => NEXT_EMPTY,
            Shape::Short => NEXT_SHORT,
            Shape::Nonsense => NEXT_NONSENSE,
            Shape::OtherLanguage => NEXT_LANGUAGE,
            Shape::Words => {
                praise(reading, reply, attempt, &mut notes.good);
                notes.slip = slip(reading, reply, attempt);
                next(reading, &notes)
            }
        }
    };
    let rounds = if notes.help { 0 } else { round.min(2) };
    notes.next = line(table, rounds * 2 + attempt % 2).into();
    notes
}

/// Which table of next tries fits.
fn next(reading: &Reading, notes: &Notes) -> &'static str {
    if let Some(Note {
        about: About::Slip(slip),
        ..
    }) = notes.slip
    {
        return match slip {
            Slip::Argue => NEXT_ARGUE,
            Slip::Fix => NEXT_FIX,
            Slip::Minimize => NEXT_MINIMIZE,
            Slip::Turn => NEXT_TURN,
        };
    }
    let limit = reading.boundary.map(|found| found.value);
    if limit == Some(Boundary::Harsh) {
        return NEXT_HARSH;
    }
    let question = reading.question.map(|found| found.value);
    if question == Some(Question::Leading) {
        return NEXT_LEADING;
    }
    match (reading.mirror.map(|found| found.value), question) {
        (None, _) => NEXT_MIRROR,
        (Some(Mirror::Content), _) => NEXT_FEELING,
        (Some(Mirror::Feeling), None) if limit.is_some() => NEXT_LIMIT,
        (Some(Mirror::Feeling), None) => NEXT_ASK,
        (Some(Mirror::Feeling), Some(Question::Open)) if reading.mirror_first => NEXT_ALL,
        (Some(Mirror::Feeling), Some(Question::Open)) => NEXT_ORDER,
        (Some(Mirror::Feeling), Some(_)) => NEXT_CLOSED,
    }
}

/// What the words already do for the other person.
fn praise(reading: &Reading, reply: &str, attempt: usize, out: &mut Vec<Note>) {
    if let Some(mirror) = reading.mirror {
        match reading.feeling {
            Some(span) => out.push(note(About::Feeling, span, reply, FEELING, attempt)),
            None => out.push(note(About::Mirror, mirror.span, reply, CONTENT, attempt)),
        }
    }
    if let Some(limit) = reading.boundary
        && limit.value == Boundary::Kind
    {
        out.push(note(About::Boundary, limit.span, reply, KIND, attempt));
    }
    if let Some(question) = reading.question
        && question.value == Question::Open
        && out.len() < 2
    {
        out.push(note(About::Question, question.span, reply, OPEN, attempt));
    }
}

/// The one slip worth a word: the one that stands most in the way of hearing them.
fn slip(reading: &Reading, reply: &str, attempt: usize) -> Option<Note> {
    [
        (Slip::Argue, ARGUE),
        (Slip::Fix, FIX),
        (Slip::Minimize, MINIMIZE),
        (Slip::Turn, TURN),
    ]
    .into_iter()
    .find_map(|(slip, table)| {
        let found = reading.slips.iter().find(|found| found.value == slip)?;
        Some(note(About::Slip(slip), found.span, reply, table, attempt))
    })
}

fn note(about: About, span: Span, reply: &str, table: &'static str, attempt: usize) -> Note {
    let mut text = quote(reply, span);
    text.push(' ');
    text.push_str(line(table, attempt % 2));
    Note { about, span, text }
}

fn line(table: &'static str, at: usize) -> &'static str {
    table.lines().nth(at).unwrap_or(table)
}

/// The words of a span in curly quotation marks; long ones lose their middle.
fn quote(reply: &str, span: Span) -> String {
    let words = reply.get(span.start..span.end).unwrap_or_default();
    let words = words.trim_matches(|c: char| ".,;:!…\"“” ".contains(c) || c.is_whitespace());
    let count = words.split_whitespace().count();
    let mut out = String::from("“");
    let mut gap = "";
    for (at, word) in words.split_whitespace().enumerate() {
        if count > 10 && (5..count - 4).contains(&at) {
            gap = " … ";
            continue;
        }
        out.push_str(gap);
        gap = " ";
        let mut left = 30;
        for c in word.chars() {
            // Their own quotation marks become single ones; shouting stays theirs.
            match c {
                '"' | '“' | '”' => out.push('’'),
                '!' => {}
                _ => out.push(c),
            }
            left -= 1;
            if left == 0 {
                out.push('…');
                break;
            }
        }
    }
    out.push('”');
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

    /// Readings of every combination of labels, all about the same words.
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
        for at in 0..5 * 3 * 4 * 3 * 16 * 4 {
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
        let long = "one two three four five six seven eight nine ten eleven twelve!";
        let span = Span {
            start: 0,
            end: long.len(),
        };
        assert_eq!(
            quote(long, span),
            "“one two three four five … nine ten eleven twelve”"
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
