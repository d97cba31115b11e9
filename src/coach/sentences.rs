//! The sentences of the notes, and which of them were said last.
//!
//! A topic has three lines in the table, one for each round, with less help from line to line. The
//! sentences of a line stand between bars and take turns, so none comes twice in a row. No two
//! places of the table hold the same sentence.

/// What a sentence is about. The first ones follow a quotation and tell what the words in it do;
/// the others are whole sentences, the one thing to try next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Feeling,
    Content,
    Limit,
    Open,
    Offer,
    Argue,
    Fix,
    Minimize,
    Turn,
    Harsh,
    Closed,
    Leading,
    Why,
    But,

    TryArgue,
    TryFix,
    TryMinimize,
    TryTurn,
    TryHarsh,
    TryClosed,
    TryLeading,
    TryWhy,
    TryBut,
    TryShort,
    TryNonsense,
    TryLanguage,
    TryAlarm,
    TryMirror,
    TryFeeling,
    TryAsk,
    TryOrder,
    DoneMirror,
    DoneLimit,
    TryShortAsk,
    TryAsking,
    TrySame,
    TryAlone,
    DoneOpen,
    TryValidate,
    TryFirst,
    TryConnect,
    TrySplit,
    DoneConnect,
}

/// How many topics there are.
const TOPICS: usize = Topic::DoneConnect as usize + 1;

/// How many rounds a topic has lines for.
const ROUNDS: usize = 3;

const SENTENCES: &str = concat!(
    // Feeling
    "\
puts a name to how it may feel for them.|says what this may be like from where they stand.
gives the feeling a name.|stays with how it feels.|meets them where the feeling is.
names what it is like.|lets the feeling be there.|stays with the feeling.\n",
    // Content
    "\
gives back what they said, so they can tell it landed.|lets them hear their own point coming back.|shows which part of it you heard.
gives their point back.|says what you heard.|brings back what they told you.
says it back.|holds on to their point.|shows you heard it.\n",
    // Limit
    "\
says where your limit is, without blame.|says what you can and can’t do, and blames nobody.
sets a limit without blame.|says what you need and leaves it there.
draws a line without blame.|says what you need.\n",
    // Open
    "\
leaves room for their whole story.|lets them choose what to tell you next.|asks about something that only they can tell you.
leaves them room.|asks for more of the story.|opens the door to more.
invites more.|makes room.|leaves it open.\n",
    // Offer
    "\
shows that they don’t have to be alone with it.|offers something that they can hold on to.
reaches out a hand.|tells them that you are there.
reaches out.|offers company.\n",
    // Argue
    "\
may sound like pushing back, and the feeling has to wait.|can leave them defending themselves before they feel heard.
may sound like pushing back.|can start a debate.
leads away from the feeling.|answers back.\n",
    // Fix
    "\
moves on to a solution while they may still be in the feeling.|offers a plan; they may first want somebody to stay with how it is.
moves on to what to do.|may come before they want a plan.
is already a plan.|already looks for a way out.\n",
    // Minimize
    "\
may be meant to comfort, and it can make the feeling look smaller than it is.|hurries toward the better part, and the feeling may get left behind.
can make it look smaller than it feels.|hurries past the hard part.
may shrink the feeling.|hurries a little.\n",
    // Turn
    "\
turns the talk toward your own story.|brings you into the picture, and theirs may fade a little.
moves the talk over to you.|may come before their story is done.
turns to you.|is your side of it.\n",
    // Harsh
    "\
holds a limit, and they may hear the blame in it first.|says what you need in words that may sting.
is a limit with some blame in it.|may be heard as blame.
may sting.|carries some blame.\n",
    // Closed
    "\
can be answered with one word or one fact.|asks for a yes, a no or one fact, and the story may stop there.
can be settled in a word.|asks for one fact.
takes one word to answer.|gets a short answer.\n",
    // Leading
    "\
already holds an answer, and there is little room beside it.|asks and answers at once, so they may only nod or object.
already holds its own answer.|leans toward one answer.
answers itself.|has its answer inside.\n",
    // Why
    "\
asks for a reason, and giving reasons can feel like defending oneself.|can sound like a call to explain, even when it is meant warmly.
asks for a reason.|may sound like a call to explain.
wants a reason.|asks them to explain.\n",
    // But
    "\
may take back what came before it.|can turn the first half into an introduction; what follows is what they hear.
may undo the first half.|turns away from what came before.
turns it around.|takes a little back.\n",
    // TryArgue
    "\
Your side can come later. Try starting with theirs: “I can hear how…”.|Leave the facts for a moment and begin with “It sounds like you felt…”.
Give back their side first; yours can follow.|Say what it was like for them before what happened.
Their side first.|The feeling before the facts.\n",
    // TryFix
    "\
Keep the idea for later and stay with the feeling: “That sounds…, what’s the hardest part?”|Before any plan, try “It sounds like you’re…”, then ask what they need.
Name the feeling first, then ask what would help.|Swap the advice for a question about how it is.
Feeling first, plan later.|Ask in place of advising.\n",
    // TryMinimize
    "\
Let the feeling be as big as it is: “That sounds really…”.|Stay with the hard part a moment longer, with “No wonder you feel…”.
Give the feeling back at its full size.|Stay with the hard part before any comfort.
Let the feeling stay big.|Stay with the hard part.\n",
    // TryTurn
    "\
Your story can wait a little. Try “It sounds like you…” and then “What was that like?”|Bring it back to them with “For you, it must have been…”.
Bring it back to what they said.|Turn it around: a question about their day, not yours.
Back to them.|Their story first.\n",
    // TryHarsh
    "\
You could say what you need: “I want to hear this, and I need…”.|You could say it without the blame: “I’m not okay with… Let’s pause and come back at…”.
Say what you need, starting with “I”.|Say what you need, and when you’ll come back.
Say what you need, in softer words.|Start with “I”.\n",
    // TryClosed
    "\
To hear more of it, you could ask “What was that like for you?”|“Tell me more about…” would leave them more room to answer.
Open the question up with “what” or “how”.|Ask it so that it takes a story to answer.
Open the question.|A “what” or a “how”?\n",
    // TryLeading
    "\
To leave it open, you could ask “How was it for you?”|Ask something you don’t know yet, such as “What did you need right then?”
Ask it so that any answer would fit.|Swap it for a question that starts with “what” or “how”.
A question without an answer inside.|Ask what you don’t know.\n",
    // TryWhy
    "\
Ask for the story in place of the reason: “What happened?” or “How was it for you?”|Put “what” where “why” stands, as in “What made that hard?”
Swap the “why” for a “what” or a “how”.|Ask what happened, or how it was.
“What” in place of “why”.|The story, not the reason.\n",
    // TryBut
    "\
Leave out the “but”: a period after the feeling gives it a moment of its own.|Try the two parts with a pause between them and no “but”.
Make it two sentences, without the “but”.|Try “and” in place of “but”.
No “but” between them.|A pause in place of “but”.\n",
    // TryShort
    "\
There’s room for a few more words. You could go on with “It sounds like you…”.|That is a beginning. As a whole sentence it could be “That must have been…”.
Make it a whole sentence about them.|Add a few words about what they said.
A few more words.|Say a little more.\n",
    // TryNonsense
    "\
These notes couldn’t find words there. Try it the way you would say it out loud.|There are no words yet that these notes can read. Write it as you would say it.
Try it in a few words, as you would say them.|Put it into a short sentence.
A few words are enough.|Try it in words.\n",
    // TryLanguage
    "\
Sorry, these notes can only read English so far. You can go on without them, in your own words.|These notes can’t read this language yet, and your words are yours. You can go on without the notes.
Sorry, these notes can only read English. You can go on.|These notes can’t read this language yet. You can go on.
You can go on without these notes.|Go on in your own language.\n",
    // TryAlarm, the same help in all rounds
    "\
This may be about somebody’s safety. There is no need to practice here; help is below, whenever you want it.|Safety comes first, and help is below. You can stop here or go on.
\n\n",
    // TryMirror
    "\
You could start with one thing they said: “It sounds like…”.|You could start with “You felt… when…”, in their words or yours.
Start by giving back one thing they said.|Say in your words what you heard.
Give something back first.|What did you hear?\n",
    // TryFeeling
    "\
Now add how it may feel: “That sounds…” or “You must be…”.|Put one feeling word beside it, such as “and that left you feeling…”.
Add a word for the feeling.|Name what it may have been like for them.
And the feeling?|One feeling word.\n",
    // TryAsk
    "\
Then leave the door open: “What was the hardest part?” or “Tell me more?”|Follow it with a question such as “What did you wish would happen?”
Follow it with an open question.|Now ask for a little more of their story.
Now ask.|And then a question.\n",
    // TryOrder
    "\
Try the same two parts in the other order: what you heard first, then your question.|Begin with what you heard, and let the question follow it.
What you heard first, then the question.|Move the question to the end.
The question comes last.|First mirror, then ask.\n",
    // DoneMirror
    "\
Your words name the feeling and open the talk. Try saying them aloud, or go on to the next round.|The feeling is heard and the question leaves room. Say it aloud once, or try the next round.
They can feel heard and go on talking. Say it aloud, or try the next round.|A feeling named, a door open. Try it aloud.
Heard, and open. Say it aloud.|Try it aloud, or go on.\n",
    // DoneLimit, each time with the reminder that a limit is said only where that is safe
    "\
Your limit is clear. For a pause, add when you’ll come back. Say it to them only if that is safe.|Your limit is clear. For a pause, it helps to know when you’ll come back. Say it only where that is safe.
The limit is clear. Say it to them only if that is safe.|The limit is clear. Try it aloud, and with them where it is safe.
A clear limit, to say only if it is safe.|Clear. Say it where it is safe.\n",
    // TryShortAsk
    "\
There’s room for a whole question, such as “What was…?” or “How did…?”|That is a start. You could go on with “Tell me about…”.
Make it a whole question.|Let “what” or “how” begin a longer question.
A whole question.|Ask a little more.\n",
    // TryAsking
    "\
Make it something to answer: “What was…?”, “How did…?” or “Tell me about…”.|Let it end in a question, one that begins with “what” or “how”.
Turn it into a question.|Ask for something that you don’t know yet.
Now as a question.|What would you ask?\n",
    // TrySame
    "\
That is the question as it was. Try it with “What…” or “How…” at the start.|It is still the same question. You could begin with “Tell me about…”.
The same question so far. Change how it begins.|Try it with another first word.
Another first word.|Change the beginning.\n",
    // TryAlone
    "\
Let the question stand on its own; it says enough.|Try the question alone, without the words around it.
Try the question by itself.|Leave out all but the question.
Only the question.|The question, alone.\n",
    // DoneOpen
    "\
There is room for a story in it. Try saying it aloud, or go on to the next round.|They can begin wherever they like. Say it aloud once, or try the next round.
It opens now. Say it aloud, or try the next round.|There is room in it. Try it aloud.
Open. Say it aloud.|Room to answer. Go on.\n",
    // TryValidate
    "\
In the first box, say that it makes sense: “No wonder you feel…”.|The first box could begin with “It makes sense that you…”.
Show that the feeling makes sense.|Say what makes sense about it.
It makes sense because…|What makes sense here?\n",
    // TryFirst
    "\
Begin with the first box: what happened, and how it may feel. “No wonder you…”|The first box is still open. You could write “Of course that…”.
The first box first: show that it makes sense.|Before you connect, say that it makes sense.
First the first box.|Back to the first box.\n",
    // TryConnect
    "\
Now the second box: an open question, “What would help tonight?”, or a small offer, “I can…”.|Then connect in the second box: ask “What is it like right now?” or offer “I’ll sit with you”.
In the second box, ask or offer something small.|Connect with one open question, or one kind offer.
Now connect.|A question or an offer.\n",
    // TrySplit
    "\
Move the question to the second box, so that the first part can stand for a moment.|Let the first box rest on what they feel, and ask in the second one.
Move the question to the second box.|Let the first box stand without a question.
Ask in the second box.|The question can wait a box.\n",
    // DoneConnect
    "\
First heard, then connected. Try both aloud, with a breath between them, or go on to the next round.|The feeling may stand, and then you come closer. Say it aloud, or try the next round.
Heard, then connected. Say both aloud, with a breath between.|Both parts are there, in this order. Try them aloud.
Heard and connected. Try it aloud.|Both, in order. Go on."
);

/// Which sentence of each line comes next, as long as a page is open. It holds nothing of a reader.
#[derive(Debug)]
pub struct Memory {
    turns: [u8; TOPICS * ROUNDS],
}

impl Default for Memory {
    fn default() -> Memory {
        Memory::new()
    }
}

impl Memory {
    pub const fn new() -> Memory {
        Memory {
            turns: [0; TOPICS * ROUNDS],
        }
    }

    /// The sentence that is up for a topic in a round.
    #[inline(never)]
    pub fn sentence(&mut self, topic: Topic, round: usize) -> &'static str {
        let round = match topic {
            Topic::TryAlarm => 0,
            _ => round.min(ROUNDS - 1),
        };
        let at = topic as usize * ROUNDS + round;
        let line = nth(SENTENCES, b'\n', at);
        let Some(turn) = self.turns.get_mut(at) else {
            return line;
        };
        let mut sentence = nth(line, b'|', usize::from(*turn));
        if sentence.is_empty() {
            *turn = 0;
            sentence = nth(line, b'|', 0);
        }
        *turn += 1;
        sentence
    }
}

/// A part of a text, between separators.
#[inline(never)]
fn nth(text: &'static str, separator: u8, mut at: usize) -> &'static str {
    let mut start = 0;
    for (end, byte) in text.bytes().enumerate() {
        if byte == separator {
            if at == 0 {
                return text.get(start..end).unwrap_or_default();
            }
            at -= 1;
            start = end + 1;
        }
    }
    if at > 0 {
        ""
    } else {
        text.get(start..).unwrap_or_default()
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// The lines of each topic, each with its sentences.
    fn lines() -> Vec<Vec<Vec<&'static str>>> {
        let lines: Vec<Vec<&str>> = SENTENCES
            .split('\n')
            .map(|line| line.split('|').collect())
            .collect();
        lines.chunks(ROUNDS).map(<[_]>::to_vec).collect()
    }

    fn words(sentence: &str) -> usize {
        sentence.split_whitespace().count()
    }

    #[test]
    fn every_topic_has_two_sentences_for_each_round() {
        let topics = lines();
        assert_eq!(topics.len(), TOPICS);
        for (at, topic) in topics.iter().enumerate() {
            assert_eq!(topic.len(), ROUNDS);
            for line in topic {
                let is_alarm = at == Topic::TryAlarm as usize && line == &[""];
                assert!(is_alarm || line.len() >= 2, "{line:?}");
            }
        }
    }

    #[test]
    fn no_sentence_stands_twice() {
        let mut seen = HashSet::new();
        for sentence in lines().iter().flatten().flatten() {
            let bare = sentence.to_lowercase().replace(['.', '“', '”', ','], "");
            assert!(sentence.is_empty() || seen.insert(bare), "{sentence}");
        }
    }

    #[test]
    fn help_fades_from_round_to_round() {
        for topic in lines() {
            if topic[1] == [""] {
                continue;
            }
            let longest = |at: usize| topic[at].iter().map(|one| words(one)).max();
            let mean = |at: usize| {
                let all: usize = topic[at].iter().map(|one| words(one)).sum();
                all * 60 / topic[at].len()
            };
            assert!(mean(0) > mean(1) && mean(1) > mean(2), "{topic:?}");
            assert!(longest(0) > longest(2), "{topic:?}");
        }
    }

    #[test]
    fn a_limit_is_for_where_it_is_safe() {
        for sentence in lines()[Topic::DoneLimit as usize].iter().flatten() {
            assert!(sentence.contains("safe"), "{sentence}");
        }
    }

    #[test]
    fn sentences_are_short_and_end_as_sentences_do() {
        for (at, topic) in lines().iter().enumerate() {
            for sentence in topic.iter().flatten().filter(|one| !one.is_empty()) {
                assert!(words(sentence) <= 24, "{sentence}");
                assert!(sentence.ends_with(['.', '?', '”', '…']), "{sentence}");
                let follows = sentence.starts_with(|c: char| c.is_lowercase());
                assert_eq!(follows, at < Topic::TryArgue as usize, "{sentence}");
            }
        }
    }

    #[test]
    fn no_sentence_judges_or_shouts() {
        const JUDGING: [&str; 24] = [
            "!",
            "should",
            "wrong",
            "good",
            "mistake",
            "perfect",
            "well done",
            "score",
            "fail",
            "excellent",
            "correct",
            "you are",
            "bad",
            "great",
            "better job",
            "validate",
            "empathy",
            "boundary",
            "listen harder",
            "always",
            "never",
            "nice",
            "bravo",
            "reflect",
        ];
        for sentence in lines().iter().flatten().flatten() {
            let plain = sentence.to_lowercase().replace("that you are there", "");
            for word in JUDGING {
                let alone = plain.split(|c: char| !c.is_alphanumeric() && c != '!');
                let found = match word.contains([' ', '!']) {
                    true => plain.contains(word),
                    false => alone.into_iter().any(|one| one == word),
                };
                assert!(!found, "{word}: {sentence}");
            }
        }
    }

    #[test]
    fn sentences_take_turns() {
        let mut memory = Memory::default();
        for at in 0..4 {
            let round = at % 2;
            let first = memory.sentence(Topic::Open, round);
            assert_ne!(first, memory.sentence(Topic::Open, round));
            assert_ne!(first, memory.sentence(Topic::Open, round + 1));
        }
        let last = memory.sentence(Topic::DoneConnect, 9);
        assert_eq!(last, "Heard and connected. Try it aloud.");
        assert!(memory.sentence(Topic::TryAlarm, 2).contains("safety"));
    }
}
