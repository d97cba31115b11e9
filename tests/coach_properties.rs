//! Whatever is typed or pasted, the coach reads it without harm: any Unicode, any length, any
//! order of words. The cases come from proptest, which shrinks one that fails.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use interlude::coach::{Answer, Ask, Coach, Known, Reader, Reading, Span, Task, read};
use proptest::prelude::*;

/// Words and marks that the coach has rules for, between any characters at all.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
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
        "”",
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
        "should",
        "sounds",
        "what happened",
        "myself",
        "\u{1}",
        "\u{0}",
        "999",
        "ＷＨＡＴ",
        "ﬃ",
    ]);
    let piece = prop_oneof![
        word.prop_map(String::from),
        any::<char>().prop_map(String::from),
        ".{0,12}"
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.join(" "))
}

fn spans(reading: &Reading) -> Vec<Span> {
    let mut out: Vec<Span> = reading.slips().map(|found| found.span).collect();
    out.extend(reading.mirror.map(|found| found.span));
    out.extend(reading.feeling);
    out.extend(reading.question.map(|found| found.span));
    out.extend(reading.boundary.map(|found| found.span));
    out.extend(reading.alarm);
    out
}

fn task() -> impl Strategy<Value = Task> {
    prop::sample::select(vec![Task::Mirror, Task::Open, Task::Connect])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_words_of_the_reply(prompt in text(), reply in text()) {
        for Span { start, end } in spans(&read(&prompt, &reply)) {
            prop_assert!(start < end);
            prop_assert!(reply.get(start..end).is_some(), "{start}..{end}");
        }
    }

    #[test]
    fn one_text_has_one_reading(prompt in text(), reply in text()) {
        prop_assert_eq!(read(&prompt, &reply), read(&prompt, &reply));
    }

    /// The number of steps grows with the length, and no step takes in more than a piece: this is
    /// what keeps the page quick.
    #[test]
    fn the_steps_grow_with_the_length_alone(prompt in text(), reply in text(), times in 1..30usize) {
        let steps = |reply: &str| {
            let mut reader = Reader::new(Known::shared());
            let mut steps = 0;
            while reader.step(&prompt, reply).is_none() {
                steps += 1;
            }
            steps
        };
        let (one, many) = (steps(&reply), steps(&reply.repeat(times)));
        prop_assert!(many <= (one + 1) * times + 1, "{one} steps, and {many} for {times} times as much");
    }

    #[test]
    fn answers_travel_whole_and_point_at_the_reply(
        task in task(),
        line in text(),
        replies in prop::collection::vec(text(), 1..3),
        round in 0..5usize,
    ) {
        let mut coach = Coach::default();
        let mut last = String::new();
        for _ in 0..3 {
            let ask = Ask { task, line: line.clone(), replies: replies.clone(), round };
            coach.begin(ask);
            let sent = std::iter::repeat_with(|| coach.step()).flatten().next().unwrap();
            let arrived = Answer::decode(&sent);
            prop_assert!(arrived.is_some(), "{sent:?}");
            let answer = arrived.unwrap();
            prop_assert!(answer.remarks.len() <= 3);
            for remark in &answer.remarks {
                let reply = &replies[remark.part];
                prop_assert!(reply.get(remark.span.start..remark.span.end).is_some());
            }
            prop_assert!(answer.next.is_empty() || answer.next != last, "the same twice: {last}");
            last = answer.next;
        }
    }
}
