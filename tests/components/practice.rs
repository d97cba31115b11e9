//! What a reader does in a *practice*.

use std::rc::Rc;

use interlude::ui::words;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use crate::stage::{
    CONNECT, Exercise, FakePage, OPEN, PRACTICE, REPLY, draw_json, framed, mount_alone, settled,
};

const LINES: &str = r#"{
    "title": "Say it back", "opening": "Before it.", "closing": "After it.",
    "lines": [
        { "who": "Your friend", "text": "You forgot me again.", "example": "You waited. How was it?" },
        "Nobody called.", "I did it all alone.", "The fourth line.", "The fifth line."
    ] }"#;

fn draw() -> (Exercise, Rc<FakePage>) {
    draw_json(PRACTICE, LINES)
}

#[wasm_bindgen_test]
async fn an_empty_box_is_told_and_keeps_its_text() {
    let (it, _) = draw();
    let described = it.area().get_attribute("aria-describedby").unwrap();
    for id in described.split(' ') {
        assert!(it.has(&format!("#{id}")), "{id} is not there yet");
    }
    it.look("  \n ").await;
    let amiss = it.find(".amiss");
    assert_eq!(
        amiss.text_content().as_deref(),
        Some(words::EMPTY_REPLY.text())
    );
    assert!(described.split(' ').any(|id| id == amiss.id()));
    assert_eq!(
        it.area().get_attribute("aria-invalid").as_deref(),
        Some("true")
    );
    assert_eq!(it.area().value(), "  \n ");
    assert!(!it.has(".noted"));
    let first = it.status();
    assert_eq!(first.trim(), words::EMPTY_REPLY.text());
    it.press(words::LOOK.text()).await;
    assert_eq!(it.status().trim(), words::EMPTY_REPLY.text());
    assert_ne!(it.status(), first, "a second press says nothing");
    it.look(REPLY).await;
    assert_eq!(it.text(".amiss"), "");
    assert_ne!(
        it.area().get_attribute("aria-invalid").as_deref(),
        Some("true")
    );
    it.look("").await;
    assert_eq!(it.text(".own"), REPLY, "the notes before are lost");
}

#[wasm_bindgen_test]
async fn the_marks_are_the_reply_in_any_script() {
    let (it, _) = draw();
    let replies = [
        REPLY,
        "  That sounds 😢 awful. 👩‍👩‍👧 What happened?\n\nTell me more? ",
        "e\u{301}tude n\u{303} That sounds aw\u{301}ful\u{301}. What happe\u{308}ned?",
        "זה נשמע קשה. That sounds lonely. מה קרה?",
        "أنت حزين. \u{200f}What was the hardest part?\u{200e}",
        "You should just relax — it’s “not a big deal” <b>at all</b> &amp; so on.",
        "𝕿𝖍𝖆𝖙 sounds awful. 🇺🇳🏳️‍🌈 What happened\u{200d}?",
        "?",
        "ＷＨＡＴ　ＨＡＰＰＥＮＥＤ？ İstanbul ﬃ ß ẞ",
    ];
    let mut marks = 0;
    for reply in replies {
        it.look(reply).await;
        assert_eq!(it.text("blockquote.own"), reply);
        assert_eq!(it.area().value(), reply, "the box is changed");
        marks += it.all(".own mark").len();
    }
    assert!(marks >= 5, "only {marks} marks");
}

#[wasm_bindgen_test]
async fn notes_quote_the_reply_and_marks_lead_to_them() {
    let (it, _) = draw();
    let replies = [
        REPLY,
        "At least you have a job. You're overreacting.",
        "You should just remind me next time. My week was a nightmare, I slept three hours.",
        "I hear you, and I'm not okay with yelling. Let's pause and talk later.",
        "It sounds like you felt 😢 left alone all evening. Tell me more?",
    ];
    for reply in replies {
        it.look(reply).await;
        let notes = it.all(".notes li");
        assert!(!notes.is_empty(), "{reply}");
        for note in &notes {
            let words = note.text_content().unwrap();
            let quoted = words
                .strip_prefix('“')
                .and_then(|rest| rest.split_once('”'));
            let (quoted, _) = quoted.unwrap_or_else(|| panic!("no quotation in {words}"));
            for part in quoted.split(" … ") {
                assert!(reply.contains(part), "“{part}” is not in “{reply}”");
            }
        }
        for mark in it.all(".own mark") {
            let number = mark.get_attribute("data-note").unwrap();
            assert!(it.has(&format!(".notes li[data-note='{number}']")));
        }
        assert!(!it.text(".next").is_empty());
        assert!(it.status().trim().ends_with(it.text(".next").as_str()));
    }
    it.look(REPLY).await;
    let notes = it.texts(".notes li");
    assert!(notes[0].starts_with("“awful”"), "{notes:?}");
    assert!(notes[1].starts_with("“What happened?”"), "{notes:?}");
}

#[wasm_bindgen_test]
async fn an_alarming_reply_opens_help_and_blocks_nothing() {
    let (it, page) = draw();
    it.look("You're killing me, lol. What happened?").await;
    assert!(!it.has(".help"), "a figure of speech opens it");
    let alarming = "I am scared that he will hit me again.";
    it.look(alarming).await;
    assert_eq!(it.text(".help-title"), words::HELP_FOR_DANGER.text());
    assert!(it.has(".help a[href='tel:8007997233']"));
    assert!(it.has(".help a[href='tel:911']"));
    assert!(!it.has("[disabled], [inert], [aria-modal], [role=alert], [role=dialog], dialog"));
    assert_eq!(it.area().value(), alarming);
    assert_eq!(it.text(".own"), alarming);
    assert_eq!(page.focused.take(), [""; 0]);
    it.look(REPLY).await;
    assert!(it.has(".help"), "it closes under the reader's eyes");
    it.press(words::NEXT_ROUND.text()).await;
    assert!(!it.has(".help"));
    assert_eq!(it.text(".step-heading"), words::round(2, 3));
}

#[wasm_bindgen_test]
async fn a_line_that_speaks_of_danger_has_help_from_the_first_focus() {
    let (it, _) = draw_json(PRACTICE, r#"{"lines": ["I want to kill myself."]}"#);
    it.area().focus().unwrap();
    settled().await;
    assert!(it.has(".help"));
}

#[wasm_bindgen_test]
async fn without_the_coach_the_rounds_go_on() {
    let (it, page) = draw();
    page.no_coach.set(true);
    it.look(REPLY).await;
    assert_eq!(it.text(".noted"), words::NO_NOTES.text());
    assert_eq!(it.status().trim(), words::NO_NOTES.text());
    assert_eq!(it.area().value(), REPLY);
    assert!(it.has_button(words::SEE_ONE_WAY.text()));
    page.no_coach.set(false);
    it.press(words::LOOK.text()).await;
    assert_eq!(it.text(".own"), REPLY);
    page.no_coach.set(true);
    it.press(words::LOOK.text()).await;
    assert_eq!(it.text(".noted"), words::NO_NOTES.text(), "old notes stay");
    it.press(words::NEXT_ROUND.text()).await;
    assert_eq!(it.text(".step-heading"), words::round(2, 3));
}

#[wasm_bindgen_test]
async fn three_rounds_with_less_help_each() {
    let (it, page) = draw();
    let mut hints = Vec::new();
    for (round, line) in [
        "You forgot me again.",
        "Nobody called.",
        "I did it all alone.",
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(it.text(".step-heading"), words::round(round + 1, 3));
        assert_eq!(it.text(".said .line"), line);
        assert_eq!(it.text(".care"), words::IF_AFRAID.text());
        assert_eq!(it.area().value(), "");
        assert!(!it.has(".noted"));
        assert_eq!(it.status(), "");
        hints.push(it.text(".hint").len());
        it.look(REPLY).await;
        it.press(if round < 2 {
            words::NEXT_ROUND.text()
        } else {
            words::CLOSE_PRACTICE.text()
        })
        .await;
    }
    assert!(hints.is_sorted_by(|a, b| a > b), "{hints:?}");
    assert_eq!(it.text(".step-heading"), words::CLOSING.text());
    assert_eq!(it.text(".closing"), "After it.");
    assert!(it.text(".screen").contains(words::NOT_THERAPY.text()));
    assert_eq!(page.focused.take(), [".step-heading"; 3]);
    it.press(words::START_AGAIN.text()).await;
    assert_eq!(it.text(".step-heading"), words::round(1, 3));
    assert_eq!(it.text(".said .line"), "The fourth line.");
}

#[wasm_bindgen_test]
async fn a_round_can_be_skipped() {
    let (it, _) = draw();
    for _ in 0..3 {
        let on = [
            words::NEXT_ROUND.text(),
            words::CLOSE_PRACTICE.text(),
            words::SKIP.text(),
        ];
        let on = on.into_iter().find(|label| it.has_button(label));
        match on {
            Some(on) => it.press(on).await,
            None => panic!("nothing written, and no way on: {:?}", it.texts("button")),
        }
    }
    assert_eq!(it.text(".step-heading"), words::CLOSING.text());
}

#[wasm_bindgen_test]
async fn one_way_to_say_it_opens_and_closes() {
    let (it, _) = draw();
    assert!(
        !it.has_button(words::SEE_ONE_WAY.text()),
        "before the own words"
    );
    it.look(REPLY).await;
    let see = it.button(words::SEE_ONE_WAY.text());
    assert_eq!(see.get_attribute("aria-expanded").as_deref(), Some("false"));
    assert!(!it.text(".screen").contains("You waited."));
    it.press(words::SEE_ONE_WAY.text()).await;
    assert_eq!(see.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(it.text(".example .line"), "“You waited. How was it?”");
    it.press(words::HIDE_ONE_WAY.text()).await;
    assert!(!it.text(".screen").contains("You waited."));
    it.press(words::NEXT_ROUND.text()).await;
    it.look(REPLY).await;
    it.press(words::SEE_ONE_WAY.text()).await;
    assert_eq!(it.text(".example .line"), words::A_FRAME.text());
}

#[wasm_bindgen_test]
async fn what_is_said_here_is_in_view_and_the_line_has_a_speaker() {
    let (it, _) = draw();
    assert_eq!(it.text(".said .who"), "Your friend");
    assert!(it.seen().contains(words::STAYS_HERE.text()));
    it.look(REPLY).await;
    assert!(it.seen().contains(words::CANNOT_HEAR.text()));
    it.press(words::NEXT_ROUND.text()).await;
    assert_eq!(it.text(".said .who"), words::THEY_SAY.text());
}

#[wasm_bindgen_test]
async fn looking_leaves_the_focus_on_the_button() {
    let (host, it) = mount_alone(PRACTICE);
    let root = host.shadow_root().unwrap();
    it.area().set_value(REPLY);
    let look = it.button(words::LOOK.text());
    look.focus().unwrap();
    look.click();
    // The coach is not served beside these tests, and that takes its time to find out.
    while !it.has(".noted") {
        framed().await;
    }
    assert_eq!(root.active_element().unwrap(), *look);
    it.press(words::TRY_AGAIN.text()).await;
    framed().await;
    assert_eq!(root.active_element().unwrap(), **it.area());
    it.press(words::NEXT_ROUND.text()).await;
    framed().await;
    assert_eq!(root.active_element().unwrap(), it.find(".step-heading"));
}

#[wasm_bindgen_test]
async fn paper_has_room_to_write_and_the_replies_only_when_she_asked() {
    let (it, page) = draw();
    let blank = |when: &str| {
        let sheet = it.text(".sheet");
        for line in [
            "You forgot me again.",
            "Nobody called.",
            "I did it all alone.",
        ] {
            assert!(sheet.contains(line), "{when}: {line}");
        }
        assert!(sheet.contains(words::IF_AFRAID.text()), "{when}");
        assert!(
            !sheet.contains("awful") && !sheet.contains("second"),
            "{when}"
        );
        assert_eq!(it.all(".sheet .line").len(), 12, "{when}");
    };
    it.look(REPLY).await;
    blank("after a look");
    it.press(words::NEXT_ROUND.text()).await;
    it.write(0, "Only typed,\nin the second round.").await;
    it.press(words::NEXT_ROUND.text()).await;
    it.press(words::CLOSE_PRACTICE.text()).await;
    assert!(it.text(".screen").contains(words::KEPT_BY_OTHERS.text()));
    it.press(words::PRINT_BLANK.text()).await;
    blank("when blank was asked for");
    it.press(words::PRINT_MINE.text()).await;
    let own = [REPLY, "Only typed,\nin the second round."];
    assert_eq!(it.texts(".sheet .own"), own);
    assert_eq!(it.all(".sheet .line").len(), 4);
    let after = page.printed.borrow_mut().pop().unwrap();
    after();
    settled().await;
    blank("afterwards");
}

#[wasm_bindgen_test]
async fn a_turned_question_has_notes_of_its_own() {
    let (it, _) = draw_json(OPEN, LINES);
    assert_eq!(it.text("label"), words::YOUR_QUESTION.text());
    it.look("Did you like it?").await;
    assert!(it.text(".notes li").starts_with("“Did you like it?”"));
    let closed = it.text(".next");
    it.look("What was it like?").await;
    assert!(it.text(".notes li").starts_with("“What was it like?”"));
    assert_ne!(it.text(".next"), closed);
    it.press(words::NEXT_ROUND.text()).await;
    assert_eq!(it.text(".said .who"), words::TO_TURN.text());
    it.look("Why?").await;
    it.press(words::SEE_ONE_WAY.text()).await;
    assert_eq!(it.text(".example .line"), words::OPEN_FRAME.text());
}

#[wasm_bindgen_test]
async fn two_boxes_are_noted_each_and_in_order() {
    let (it, _) = draw_json(CONNECT, LINES);
    let boxes = || -> Vec<HtmlTextAreaElement> {
        let all = it.all("textarea").into_iter();
        all.map(JsCast::unchecked_into).collect()
    };
    assert_eq!(boxes().len(), 2);
    it.press(words::LOOK.text()).await;
    assert_eq!(it.text(".amiss"), words::EMPTY_REPLY.text());

    // One box is enough to begin with; the next try leads to the other.
    it.look("You waited for me. That must have felt lonely.")
        .await;
    assert_eq!(it.text(".amiss"), "");
    assert_eq!(it.all("blockquote.own").len(), 1);
    assert_eq!(it.all(".notes li").len(), 1);
    assert!(it.text(".next").to_lowercase().contains("second box"));

    boxes()[1].set_value("What was it like?");
    it.press(words::LOOK.text()).await;
    let own = [
        "You waited for me. That must have felt lonely.",
        "What was it like?",
    ];
    assert_eq!(it.texts("blockquote.own"), own);
    assert_eq!(it.texts(".own mark"), ["lonely", "What was it like?"]);
    let marks = it.all(".own mark").into_iter();
    let numbers: Vec<_> = marks
        .filter_map(|one| one.get_attribute("data-note"))
        .collect();
    assert_eq!(numbers, ["1", "2"]);

    boxes()[1].set_value("But you could have called.");
    it.press(words::LOOK.text()).await;
    assert_eq!(it.texts(".own mark"), ["lonely", "But"]);
    assert!(it.text(".next").contains("but"));
    let sheet = it.text(".sheet");
    for label in [words::FIRST_WORDS, words::THEN_WORDS] {
        assert_eq!(sheet.matches(label.text()).count(), 3);
        assert_eq!(it.all(".sheet .line").len(), 12);
    }
}

#[wasm_bindgen_test]
async fn what_the_notes_cannot_hear_is_said_once() {
    let (it, _) = draw();
    for _ in 0..2 {
        it.look(REPLY).await;
        let once = it.seen().contains(words::CANNOT_HEAR.text());
        it.look(REPLY).await;
        assert!(!it.seen().contains(words::CANNOT_HEAR.text()));
        for on in [words::NEXT_ROUND, words::NEXT_ROUND, words::CLOSE_PRACTICE] {
            it.press(on.text()).await;
        }
        it.press(words::START_AGAIN.text()).await;
        assert_eq!(once, it.text(".said .line") == "The fourth line.");
    }
}

#[wasm_bindgen_test]
async fn no_sentence_comes_twice_in_a_row() {
    let (it, _) = draw();
    let mut before: Vec<String> = Vec::new();
    for at in 0..9 {
        it.look(REPLY).await;
        let mut now = it.texts(".notes li");
        now.push(it.text(".next"));
        for sentence in &now {
            assert!(!before.contains(sentence), "{sentence}");
        }
        before = now;
        match at % 6 {
            1 | 3 => it.press(words::NEXT_ROUND.text()).await,
            5 => {
                it.press(words::CLOSE_PRACTICE.text()).await;
                it.press(words::START_AGAIN.text()).await;
            }
            _ => {}
        }
    }
}
