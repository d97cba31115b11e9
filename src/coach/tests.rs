//! Sentences for every value of every label, with their hard neighbors, and properties that hold
//! for any text whatsoever.

use super::*;

const LATE: &str = "You promised to be here by six and you came at eight. I sat there by myself.";
const WORK: &str = "My manager laughed at my idea in front of everybody today.";
const NIGHT: &str = "I'm worn out. I got up with the twins five times and you kept sleeping.";

fn mirror(prompt: &str, reply: &str) -> Option<Mirror> {
    read(prompt, reply).mirror.map(|found| found.value)
}

fn question(reply: &str) -> Option<Question> {
    read(WORK, reply).question.map(|found| found.value)
}

fn has(reply: &str, slip: Slip) -> bool {
    read(WORK, reply).slips().any(|s| s.value == slip)
}

/// The lines for which something else is found.
fn wrong<'a, T: PartialEq>(want: &T, lines: &'a str, get: impl Fn(&str) -> T) -> Vec<&'a str> {
    let lines = lines.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && get(line) != *want)
        .collect()
}

fn check<T: PartialEq + std::fmt::Debug>(want: T, lines: &str, get: impl Fn(&str) -> T) {
    let wrong = wrong(&want, lines, get);
    assert!(wrong.is_empty(), "not {want:?}: {wrong:#?}");
}

/// The slips of which a note would be made.
fn told(prompt: &str, reply: &str) -> Vec<Slip> {
    let reading = read(prompt, reply);
    let slips = reading.slips().map(|slip| slip.value);
    slips
        .filter(|slip| reading.sure_of(*slip) >= TOLD)
        .collect()
}

/// What is learned may be wrong for one line in three of these short ones without a context; how
/// often it is wrong in all is measured with `coach-eval`.
fn most<T: PartialEq + std::fmt::Debug>(want: T, lines: &str, get: impl Fn(&str) -> T) {
    let wrong = wrong(&want, lines, get);
    let all = lines.lines().count();
    assert!(wrong.len() * 3 <= all, "not {want:?}: {wrong:#?}");
}

#[test]
fn feeling_mirrors() {
    most(
        Some(Mirror::Feeling),
        "that sounds so embarrassing
        ugh that sux
        Ouch, that stings.
        You're not angry, you're hurt.
        You must be furious.
        you felt small in that room
        that's rough, dude
        How humiliating!
        so unfair
        No wonder you're upset.
        it makes sense that you feel humiliated
        I can see how painful that was.
        i'd be embarrassed too
        sounds sooooo frustrating
        ur hurt n i get it
        That must have been really hard for you, wow.
        So you felt mocked by him?
        I can hear how disappointed you are
        it's okay to be sad
        Not easy, standing there like that. That’s awful.",
        |reply| mirror(WORK, reply),
    );
}

#[test]
fn content_mirrors() {
    most(
        Some(Mirror::Content),
        "Your manager laughed at your idea in front of everybody.
        He laughed at your idea, in front of everybody.
        So your manager laughed at the idea?
        It sounds like nobody took the idea seriously.
        You wanted them to listen to the idea.
        What I hear is that he laughed at it.
        you had an idea and he laughed
        I hear that he laughed at your idea.
        You're saying he laughed in front of everyone.
        in other words he made a joke of it
        So he laughed, and all of them watched.
        You brought them an idea and he made fun of it.
        They all heard him laugh at it.
        You told them your idea and the manager laughed.
        Your idea got a laugh where it needed an answer.",
        |reply| mirror(WORK, reply),
    );
    most(
        Some(Mirror::Content),
        "I promised six, and I came at eight.
        You sat there by yourself.
        I came at eight and you sat by yourself",
        |reply| mirror(LATE, reply),
    );
    most(
        Some(Mirror::Content),
        "You got up five times and I kept sleeping.
        I kept sleeping while you got up with the twins.",
        |reply| mirror(NIGHT, reply),
    );
}

#[test]
fn no_mirrors() {
    most(
        None,
        "I'm sorry.
        oh no
        I understand.
        hang in there
        I hear you.
        You're overreacting.
        You always do this.
        you're so dramatic
        I'm upset too.
        I was so hurt when I heard
        You are not alone.
        What happened next?
        Are you upset?
        You should talk to him.
        don't be sad
        Get some sleep.
        okay
        you made me mad",
        |reply| mirror(WORK, reply),
    );
    most(
        None,
        "You never wait for me either.
        You promised things too.
        You could have called me.
        Then don't make plans with me.
        You're never on time yourself.
        You always leave me waiting too.
        You forgot my birthday.
        You're the one who is always late.",
        |reply| mirror(LATE, reply),
    );
}

#[test]
fn a_mirror_spoiled_by_a_fix_is_still_there() {
    let reading = read(
        WORK,
        "That sounds awful. You should report him to the union.",
    );
    assert_eq!(reading.mirror.map(|m| m.value), Some(Mirror::Feeling));
    assert_eq!(reading.slips().next().map(|s| s.value), Some(Slip::Fix));
}

#[test]
fn open_questions() {
    most(
        Some(Question::Open),
        "What happened then?
        what did he say??
        How did you feel?
        Tell me more.
        Help me understand what that was like.
        Do you want to tell me what happened?
        would you like to talk about it?
        Why did he laugh?
        What do you need from me?
        ugh that sux what did he say?
        I'd love to hear more about it
        And then what happened
        How can I help?
        Wetin happen after?
        Do you wanna talk about it?
        what was the hardest part",
        question,
    );
}

#[test]
fn closed_questions() {
    most(
        Some(Question::Closed),
        "Did he apologize?
        How long was the meeting?
        What time was it?
        Are you okay?
        you ok?
        Who was there?
        Was it this morning?
        How much does he know?
        Is there anything I can do?
        Where were you standing?
        did she see it?
        Have you eaten?
        want me to come over?",
        question,
    );
}

#[test]
fn leading_questions() {
    most(
        Some(Question::Leading),
        "Why don't you just quit?
        Why would you show him that?
        Don't you think you're being sensitive?
        Have you tried talking to him?
        What did you expect?
        how could you say that?
        Shouldn't you be over it?
        Isn't that a bit dramatic?
        Are you serious?
        So now it's my fault?
        Why didn't you say something?
        what if you just ignored him?
        What about me?",
        question,
    );
}

#[test]
fn not_questions() {
    most(
        None,
        "So you felt small?
        That hurt, didn't it?
        You felt ignored, is that right?
        What a day.
        How awful!
        I know what you mean.
        When you told me, I listened.
        Who wouldn't be upset?
        You stood there alone?
        it sounds like it stung, right?
        I wondered why.
        He laughed?",
        question,
    );
}

#[test]
fn a_genuine_question_wins_over_a_leading_one() {
    assert_eq!(
        question("Why didn't you speak up? What was it like?"),
        Some(Question::Open)
    );
    assert_eq!(
        question("What was it like? Did he say sorry?"),
        Some(Question::Closed)
    );
}

#[test]
fn minimizing() {
    most(
        true,
        "At least you still have a job.
        You'll be fine.
        It could be worse.
        Don't cry.
        cheer up
        It's not that bad.
        Everything happens for a reason.
        calm down
        look on the bright side
        It's just a job.
        You're not a bad mum!
        dont worry about it
        it'll all work out
        Others have it worse.",
        |reply| has(reply, Slip::Minimize),
    );
}

#[test]
fn fixing() {
    most(
        true,
        "You should report him.
        Have you tried talking to him?
        Why don't you just quit?
        If I were you I'd leave.
        Talk to your boss.
        you need to stand up for yourself
        Maybe try a different job.
        Next time, just ignore him.
        Make sure you write it down.
        You could always ask HR.
        I suggest a long walk.
        Go get some sleep.
        Let's make a plan.",
        |reply| has(reply, Slip::Fix),
    );
}

#[test]
fn turning() {
    most(
        true,
        "Same thing happened to me.
        When I was at my first job, it was worse.
        My sister had that once.
        That reminds me of my old school.
        i had a long day too
        I've been through that.
        Last year my boss yelled at me.
        I had the same problem.
        same here",
        |reply| has(reply, Slip::Turn),
    );
}

#[test]
fn arguing() {
    most(
        true,
        "You're overreacting.
        That's not true.
        It's not my fault.
        You always do this.
        I was just joking.
        He probably didn't mean it.
        you're too sensitive
        To be fair, it was a weak idea.
        oh please
        You started it.
        But you never told me.
        I never said that.
        boo hoo
        You should have known.",
        |reply| read(LATE, reply).slip(Slip::Argue).is_some(),
    );
}

#[test]
fn no_false_scolds() {
    most(
        Vec::new(),
        "That sounds awful. I'll bring dinner.
        I'm here to listen.
        What do you need from me?
        You shouldn't have to put up with that.
        It must be tiring to hear it could be worse.
        I won't tell you to calm down.
        That hurts at least as much as the words.
        You felt like you should be over it.
        It's not your fault.
        Take your time.
        tell me everything
        I can imagine how embarrassing that was
        You have every right to be mad.
        You always end up alone with it, it sounds like.
        You're not overreacting.
        Call me whenever you like.
        I hear you, and I'm so sorry he laughed.
        it's ok to cry
        That's a lot to carry.",
        |reply| told(WORK, reply),
    );
    assert_eq!(told(LATE, "I came at eight and I let you down."), []);
    assert_eq!(
        told(NIGHT, "You have to get up with the twins five times."),
        []
    );
}

#[test]
fn limits() {
    let limit = |reply: &str| read(LATE, reply).boundary.map(|found| found.value);
    most(
        Some(Boundary::Kind),
        "I won't talk while we're yelling.
        I need ten minutes to calm down.
        I'm not okay with being called names.
        I can't talk right now, I'll come back at nine.
        Let's pause and return later.
        I'm willing to talk when we're both calm.
        Please don't yell at me.
        I can listen, but only until eight.
        I need you to speak more quietly.
        I'd rather not discuss this tonight.
        I'm going to step outside for a bit.
        I can only stay for an hour.",
        limit,
    );
    most(
        Some(Boundary::Harsh),
        "Leave me alone.
        I'm not listening to this rubbish.
        Stop whining or I'm leaving.
        I'm done with you.
        Don't you dare talk to me like that.
        If you say that again, I'm gone.
        You don't get to shout at me, I'm out.
        I won't put up with your crap.
        get out
        One more word and I'm leaving.
        I've had enough of you.
        back off or else
        I'm hanging up if you call me that again.
        Say that once more and you can sleep elsewhere.
        I won't be your punching bag any longer, I'm leaving.
        Talk to me like that again and this conversation is over.",
        limit,
    );
    most(
        None,
        "I won't let you down again.
        I can't imagine how that felt.
        I'm not going to make excuses.
        I need to listen better.
        I'll be home by six.
        I will walk with you.
        I won't do it again.
        You sat there by yourself.
        I can't believe I forgot.
        I need to hear this.
        What do you need?
        I am sorry.",
        limit,
    );
}

#[test]
fn alarms() {
    let danger = |text: &str| alarm(text).is_some();
    most(
        true,
        "I want to die
        i wanna kill myself
        He hit me again last night.
        I'm scared of him.
        She threatened to hurt the kids.
        I don't want to be here anymore.
        he said he would kill me if I leave
        I'm afraid to go home.
        My dad beats me.
        I'm gonna slap you.
        She's been cutting herself.
        he choked me
        I'd be better off dead.
        He put his hands around my neck.
        she hits the kids
        I've been self-harming.
        I wish I was dead.
        Nobody would miss me if I died.
        He is waiting outside my house again.
        Has it ever gotten physical?
        I was abused as a child.
        Put the knife down.
        Is someone hurting you at home?
        kys",
        danger,
    );
    most(
        false,
        "my boss will kill me
        I could die of embarrassment.
        dying to see you
        just killing time
        It hit me that he left.
        You're killing me, lol
        I wanted to die laughing
        She beat me at chess.
        He pushed me to try harder.
        my mom is going to kill me
        That hit me hard.
        I'm dead tired.
        I'm scared of the dentist.
        You hurt me when you left.
        I'm afraid of what people think.
        Are you safe to drive?
        He follows me on Instagram.
        I'll kill the lights.
        Nobody would miss me at that meeting.
        I want to end this call now.
        Put the box down.",
        danger,
    );
    // What is said as plainly as this opens the help, whatever else is learned.
    check(
        true,
        "I want to die
        I don't want to be here anymore
        I feel like I can't go on anymore
        I can't go on.
        everyone would be better off without me
        I'm going to kill myself.
        I'm not safe
        I'll kill you
        He hit me again last night.
        he choked me
        I'm scared of him.
        She threatened to hurt the kids.",
        danger,
    );
    assert!(read("", "KMS").alarm.is_some(), "whatever the shape");
}

#[test]
fn safety_instructions_are_no_fix() {
    let prompt = "He hit me again and I don't know what to do.";
    assert_eq!(
        told(prompt, "If he hits you again, you need to call the police."),
        []
    );
}

#[test]
fn shapes() {
    let shape = |reply: &str| read(WORK, reply).shape;
    check(Shape::Short, "ouch\nwhy\nExhausting.", shape);
    check(
        Shape::Nonsense,
        "asdfghjkl\nsdkjfh sdkfjh\n😢😢\n?!?\n...\nzzxcv qwrtp\n12345 678",
        shape,
    );
    check(
        Shape::OtherLanguage,
        "Lo siento mucho, eso debe doler.
        Je suis désolé pour toi
        Das tut mir leid, das ist nicht fair
        Мне очень жаль
        すみません、大丈夫ですか
        मुझे बहुत दुख है",
        shape,
    );
    check(
        Shape::Words,
        "ugh smh that sux
        Abeg sorry o
        hmm okay
        that’s café-level awful
        I dunno wat 2 say",
        shape,
    );
    assert_eq!(shape(" \n\t "), Shape::Empty);
}

#[test]
fn the_mirror_comes_first() {
    assert!(read(WORK, "That sounds awful. What happened?").mirror_first);
    assert!(!read(WORK, "What happened? That sounds awful.").mirror_first);
    assert!(!read(WORK, "That sounds awful.").mirror_first);
}

#[test]
fn spans_quote_the_words() {
    let reply = "Wow. That sounds so embarrassing, what did he say??";
    let reading = read(WORK, reply);
    let text = |span: Option<Span>| span.and_then(|s| reply.get(s.start..s.end));
    assert_eq!(text(reading.feeling), Some("embarrassing"));
    assert_eq!(
        text(reading.mirror.map(|m| m.span)),
        Some("That sounds so embarrassing")
    );
    assert_eq!(
        text(reading.question.map(|q| q.span)),
        Some("what did he say?")
    );
}

const DINNER: &str = "I sat there through the whole dinner and you talked to everybody but me.";

fn said(reply: &str) -> Notes {
    said_in(reply, 0, &mut Memory::default())
}

fn said_in(reply: &str, round: usize, memory: &mut Memory) -> Notes {
    let reading = read(DINNER, reply);
    notes(
        Task::Mirror,
        DINNER,
        &[Part {
            reply: reply.into(),
            reading,
        }],
        round,
        memory,
    )
}

#[test]
fn nothing_good_is_found_in_self_blame_denials_and_formulas() {
    most(
        None,
        "I know. I'm such a bad partner. I always ruin everything.
        I'm a terrible husband.
        I'm the worst.
        I wasn't ignoring you! I talked to you at least twice.
        I did not ignore you
        I didn't talk to everybody but you.
        I KNOW!!! YOU ALREADY SAID THAT!!!
        It sounds like…
        It sounds like you want attention.
        I'm sorry.
        Oh no, not this again.
        That's not what happened at all.
        You could have come over and joined us.
        I never know what you want from me.
        Your sister talked to me the whole time, what was I to do?",
        |reply| said(reply).good.first().map(|note| note.text.clone()),
    );
    most(
        Some(Mirror::Content),
        "I ignored you.
        I talked to everybody but you.
        It felt like I talked to everybody else.
        I hear how you sat there the whole dinner.",
        |reply| mirror(DINNER, reply),
    );
}

#[test]
fn a_tentative_feeling_is_theirs() {
    let feeling = |reply: &str| {
        let span = read(DINNER, reply).feeling;
        span.and_then(|span| reply.get(span.start..span.end).map(String::from))
    };
    let want = |word: &str| Some(String::from(word));
    most(
        want("ignored"),
        "I feel ashamed. You must have felt ignored.",
        feeling,
    );
    check(None, "Are you angry?", feeling);
}

#[test]
fn a_kind_limit_is_left_as_it_is() {
    for reply in [
        "I need a break. I will come back in an hour.",
        "I can't do this right now",
    ] {
        let notes = said(reply);
        assert_eq!(notes.slip, None);
        assert!(notes.good.iter().any(|note| note.topic == Topic::Limit));
        assert!(notes.next.starts_with("Your limit is clear."), "{reply}");
    }
    let mut memory = Memory::default();
    for attempt in 0..6 {
        let next = said_in("Shut up.", attempt / 2, &mut memory).next;
        assert!(!next.contains("limit"), "{next}");
    }
}

#[test]
fn what_is_good_is_quoted_whole() {
    for reply in [
        "You sat there through the whole dinner and I talked to everybody but you.",
        "I talked to everybody but you.",
    ] {
        let quoted = format!("“{}” ", reply.trim_end_matches('.'));
        assert!(said(reply).good[0].text.starts_with(&quoted));
    }
}

#[test]
fn control_is_danger() {
    let danger = |text: &str| alarm(text).is_some();
    most(
        true,
        "she throws things when I answer like that
        He won't let me see my friends
        he controls all our money and tracks my phone
        He goes through my phone every night.
        She doesn't let me talk to my family.
        he won't let me work
        he doesn't allow me to leave the house
        He won't let me leave.",
        danger,
    );
    most(
        false,
        "she threw a fit
        he threw a party
        she won't let me win
        he tracks my packages
        You won't let me talk!
        Don't let me go on like that.
        She threw things away.
        He won't let me leave early.
        She checks my phone bill.
        He controls the lights.",
        danger,
    );
}

#[test]
fn another_language_is_welcome() {
    let reply = "Es tut mir leid, dass du dich so allein gefühlt hast. Was hat dir gefehlt?";
    assert_eq!(read(DINNER, reply).shape, Shape::OtherLanguage);
    assert!(said(reply).next.contains("without them"));
    assert!(!said(reply).next.contains("“"));
}

/// A small generator: xorshift.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    /// Words, marks and arbitrary characters in any order.
    pub fn text(&mut self) -> String {
        const PIECES: [&str; 24] = [
            "you",
            "I'm",
            "so",
            "hurt",
            "why",
            "don't",
            "at least",
            "?",
            "!",
            "…",
            "“",
            "\"",
            "’",
            "won't",
            "kill",
            "me",
            "é",
            "e\u{301}",
            "👩‍👩‍👧",
            "\u{202e}",
            "if you",
            "leave",
            "\n",
            ",",
        ];
        let mut out = String::new();
        for _ in 0..self.below(60) {
            match self.below(3) {
                0 => out.extend(char::from_u32(self.below(0x11_0000) as u32)),
                _ => out.push_str(PIECES[self.below(PIECES.len())]),
            }
            if self.below(4) > 0 {
                out.push(' ');
            }
        }
        out
    }
}

/// All spans of a reading.
pub fn spans(reading: &Reading) -> Vec<Span> {
    let mut out: Vec<Span> = reading.slips().map(|s| s.span).collect();
    out.extend(reading.mirror.map(|m| m.span));
    out.extend(reading.feeling);
    out.extend(reading.question.map(|q| q.span));
    out.extend(reading.boundary.map(|b| b.span));
    out.extend(reading.alarm);
    out
}

#[test]
fn any_text_is_read_without_harm() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..400 {
        let (prompt, reply) = (random.text(), random.text());
        let reading = read(&prompt, &reply);
        for span in spans(&reading) {
            assert!(span.start < span.end, "{reply:?}");
            assert!(reply.get(span.start..span.end).is_some(), "{reply:?}");
        }
    }
}

#[test]
fn five_thousand_words_are_fine() {
    for piece in ["you felt so hurt, but I ", "at least you "] {
        let long = piece.repeat(5000 / piece.split(' ').count());
        let reading = read(&long, &long);
        for span in spans(&reading) {
            assert!(long.get(span.start..span.end).is_some());
        }
    }
}
