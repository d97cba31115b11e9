//! The exercises with nothing but the keyboard: where the focus is after every
//! press, and that it moves in the order in which things stand.

use fantoccini::key::Key;
use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{
    self, CARD, CHOICE, CONNECT, FLOWS, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION,
};
use crate::site::Site;
use crate::tab::Tab;
use crate::walks::{MIRROR, OWN, PLAN};

cases![
    loading_moves_neither_focus_nor_scroll,
    perspective_switch_by_keyboard,
    mirror_then_ask_by_keyboard,
    ask_one_more_by_keyboard,
    validate_then_connect_by_keyboard,
    working_on_it_by_keyboard,
    letters_and_digits_are_no_shortcuts,
    next_time_by_keyboard,
    and_also_by_keyboard,
    slow_the_moment_by_keyboard,
    plain_words_by_keyboard,
    escape_loses_nothing,
];

/// A page with one exercise between two links.
async fn alone(stage: &Stage, name: &str) -> (Site, Tab) {
    let site = Site::start().await;
    let (before, after) = (
        "<p><a href=\"#a\">Before</a></p>",
        "<p><a href=\"#b\">After</a></p>",
    );
    let body = format!("{before}\n{}\n{after}", pages::filled(name));
    site.page("/", &pages::page(&body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// Presses Tab until something of this name has the focus. Every stop on the way
/// stands after the one before it.
async fn tab_to(tab: &Tab, name: &str) {
    let mut way: Vec<Value> = Vec::new();
    loop {
        tab.press(Key::Tab).await;
        let now = tab.focus().await;
        if now["tag"] == "body" || way.len() > 40 {
            let names: Vec<_> = way.iter().map(|stop| &stop["name"]).collect();
            panic!("Tab does not come to “{name}”: {names:?}");
        }
        assert_eq!(now["seen"], true, "the focus is out of sight: {now}");
        if let Some(last) = way.last()
            && last["place"] == now["place"]
            && now["place"] != ""
        {
            let down = now["top"].as_f64() >= last["top"].as_f64();
            let right = now["left"].as_f64() > last["left"].as_f64();
            assert!(down || right, "{now} stands before {last}");
        }
        if now["name"] == name {
            return;
        }
        way.push(now);
    }
}

/// The same, backwards.
async fn tab_back_to(tab: &Tab, name: &str) {
    for _ in 0..40 {
        tab.press_with_shift(Key::Tab).await;
        if tab.focus().await["name"] == name {
            return;
        }
    }
    panic!("Shift and Tab do not come to “{name}”");
}

/// Presses a key, and waits until the focus is on something of this name.
async fn press_then(exercise: &Exercise<'_>, key: Key, name: &str) {
    exercise.tab.press(key).await;
    exercise.has_focus(name).await;
}

/// The focused radio, checked or not.
async fn assert_radio(tab: &Tab, name: &str, checked: bool) {
    let focus = tab.focus().await;
    assert_eq!(focus["type"], "radio", "{focus}");
    assert_eq!(focus["name"], name);
    assert_eq!(focus["checked"], checked, "{focus}");
}

async fn loading_moves_neither_focus_nor_scroll(stage: &Stage) {
    let site = Site::start().await;
    let field = "<p><label>Search <input id=\"search\"></label></p>";
    let body = format!("{field}\n{}\n{}", pages::three(), pages::long_text());
    site.page("/", &pages::page(&body));
    site.hold(crate::site::WASM);
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    tab.js("document.querySelector('#search').focus()", json!([]))
        .await;
    site.release();
    let alive = "return root('[data-interlude]')?.querySelector('.frame') != null";
    tab.until("an exercise, alive", alive, json!([])).await;
    let where_ = tab
        .js("return [document.activeElement.id, scrollY]", json!([]))
        .await;
    assert_eq!(where_, json!(["search", 0]));
}

async fn perspective_switch_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, CHOICE).await;
    let items = pages::items(CHOICE);
    let exercise = Exercise::named(&tab, CHOICE).await;
    tab_to(&tab, "Before").await;
    tab_to(&tab, items[0]).await;
    assert_radio(&tab, items[0], false).await;
    tab.press(Key::Space).await;
    assert_radio(&tab, items[0], true).await;
    tab.press(Key::Down).await;
    assert_radio(&tab, items[1], true).await;
    tab.press(Key::Up).await;
    assert_radio(&tab, items[0], true).await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::START.text()).await;
    tab.press_with_shift(Key::Tab).await;
    assert_radio(&tab, items[0], true).await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::START.text()).await;

    tab.press(Key::Enter).await;
    let first = question(&exercise, 1).await;
    let choices = exercise.all(".option label").await;
    tab.press(Key::Tab).await;
    assert_radio(&tab, &choices[0], false).await;
    tab.press(Key::Space).await;
    exercise.see(words::NEXT.text()).await;
    assert_radio(&tab, &choices[0], true).await;
    tab.press(Key::Down).await;
    assert_radio(&tab, &choices[1], true).await;
    tab_to(&tab, words::NEXT.text()).await;
    tab.press(Key::Space).await;

    question(&exercise, 2).await;
    tab_to(&tab, words::BACK.text()).await;
    tab.press(Key::Enter).await;
    assert_eq!(question(&exercise, 1).await, first);
    tab.press(Key::Tab).await;
    assert_radio(&tab, &choices[1], true).await;
    tab_to(&tab, words::NEXT.text()).await;
    tab.press(Key::Enter).await;
    question(&exercise, 2).await;
    tab_to(&tab, words::SKIP.text()).await;
    tab.press(Key::Enter).await;
    question(&exercise, 3).await;
    tab_to(&tab, words::SKIP.text()).await;
    press_then(&exercise, Key::Enter, words::SUMMARY.text()).await;

    tab_to(&tab, &format!("{}: {first}", words::CHANGE.text())).await;
    press_then(&exercise, Key::Enter, &first).await;
    tab_to(&tab, words::TO_SUMMARY.text()).await;
    press_then(&exercise, Key::Enter, words::SUMMARY.text()).await;
    tab_to(&tab, words::COPY_SUMMARY.text()).await;
    tab.press(Key::Enter).await;
    exercise.see(words::COPIED.text()).await;
    exercise.has_focus(words::COPY_SUMMARY.text()).await;
    tab_to(&tab, words::ANOTHER_SCENE.text()).await;
    press_then(&exercise, Key::Enter, words::WHICH_SCENE.text()).await;
    tab_to(&tab, "After").await;
}

/// Waits until the question of that number has come, with the focus on it.
async fn question(exercise: &Exercise<'_>, number: usize) -> String {
    exercise.see(&words::step(number, 3)).await;
    let question = exercise.one("legend").await;
    exercise.has_focus(&question).await;
    question
}

async fn mirror_then_ask_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, PRACTICE).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    tab_to(&tab, "Before").await;
    tab_to(&tab, words::YOUR_REPLY.text()).await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::LOOK.text()).await;
    tab.press(Key::Enter).await;
    exercise.hear(words::EMPTY_REPLY.text()).await;
    exercise.has_focus(words::LOOK.text()).await;

    tab.press_with_shift(Key::Tab).await;
    exercise.has_focus(words::YOUR_REPLY.text()).await;
    tab.type_keys(MIRROR).await;
    assert_eq!(exercise.typed().await, MIRROR);
    tab.press(Key::Tab).await;
    press_then(&exercise, Key::Space, words::LOOK.text()).await;
    exercise.see(words::NEXT_TRY.text()).await;
    exercise.has_focus(words::LOOK.text()).await;

    tab_to(&tab, words::TRY_AGAIN.text()).await;
    press_then(&exercise, Key::Enter, words::YOUR_REPLY.text()).await;
    assert_eq!(exercise.typed().await, MIRROR);
    tab_to(&tab, words::SEE_ONE_WAY.text()).await;
    assert_eq!(tab.focus().await["expanded"], "false");
    press_then(&exercise, Key::Enter, words::HIDE_ONE_WAY.text()).await;
    assert_eq!(tab.focus().await["expanded"], "true");
    exercise.see(words::ONE_WAY.text()).await;
    press_then(&exercise, Key::Space, words::SEE_ONE_WAY.text()).await;

    for round in [2, 3] {
        tab_back_to(&tab, words::YOUR_REPLY.text()).await;
        tab_to(&tab, words::NEXT_ROUND.text()).await;
        press_then(&exercise, Key::Enter, &words::round(round, 3)).await;
        tab.press(Key::Tab).await;
        exercise.has_focus(words::YOUR_REPLY.text()).await;
        tab.type_keys(MIRROR).await;
        tab.press(Key::Tab).await;
        tab.press(Key::Enter).await;
        exercise.see(words::NEXT_TRY.text()).await;
        exercise.has_focus(words::LOOK.text()).await;
    }
    tab_back_to(&tab, words::YOUR_REPLY.text()).await;
    tab_to(&tab, words::CLOSE_PRACTICE.text()).await;
    press_then(&exercise, Key::Enter, words::CLOSING.text()).await;
    tab_to(&tab, words::START_AGAIN.text()).await;
    press_then(&exercise, Key::Enter, &words::round(1, 3)).await;
}

async fn ask_one_more_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, OPEN).await;
    let exercise = Exercise::named(&tab, OPEN).await;
    tab_to(&tab, "Before").await;
    for round in 1..=3 {
        tab_to(&tab, words::YOUR_QUESTION.text()).await;
        tab.type_keys("What was the best moment of it?").await;
        tab_to(&tab, words::LOOK.text()).await;
        press_then(&exercise, Key::Enter, words::LOOK.text()).await;
        exercise.see(words::NEXT_TRY.text()).await;
        exercise.has_focus(words::LOOK.text()).await;
        tab_to(&tab, words::SEE_ONE_WAY.text()).await;
        press_then(&exercise, Key::Space, words::HIDE_ONE_WAY.text()).await;
        let (on, then) = match round {
            3 => (words::CLOSE_PRACTICE, words::CLOSING.text().to_string()),
            _ => (words::NEXT_ROUND, words::round(round + 1, 3)),
        };
        tab_to(&tab, on.text()).await;
        press_then(&exercise, Key::Enter, &then).await;
    }
    tab_to(&tab, words::START_AGAIN.text()).await;
    tab_to(&tab, "After").await;
}

async fn validate_then_connect_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, CONNECT).await;
    let exercise = Exercise::named(&tab, CONNECT).await;
    tab_to(&tab, "Before").await;
    // Nothing is written in the first round: it is skipped.
    tab_to(&tab, words::NEXT_ROUND.text()).await;
    press_then(&exercise, Key::Space, &words::round(2, 3)).await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::FIRST_WORDS.text()).await;
    tab.type_keys("That must have felt so lonely.").await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::THEN_WORDS.text()).await;
    tab.type_keys("What would help tonight?").await;
    tab.press(Key::Tab).await;
    press_then(&exercise, Key::Enter, words::LOOK.text()).await;
    exercise.see(words::NEXT_TRY.text()).await;
    exercise.has_focus(words::LOOK.text()).await;
    tab_to(&tab, words::TRY_AGAIN.text()).await;
    press_then(&exercise, Key::Enter, words::FIRST_WORDS.text()).await;
    tab_to(&tab, words::NEXT_ROUND.text()).await;
    press_then(&exercise, Key::Enter, &words::round(3, 3)).await;
    tab_to(&tab, words::CLOSE_PRACTICE.text()).await;
    press_then(&exercise, Key::Enter, words::CLOSING.text()).await;
    tab_to(&tab, "After").await;
}

async fn working_on_it_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, REFLECTION).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    tab_to(&tab, "Before").await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::LEAVE.text()).await;
    tab_to(&tab, words::OPEN_PRIVATE.text()).await;
    tab.press(Key::Enter).await;
    exercise.see(words::LEAVE_HOW.text()).await;
    let heading = exercise.one(".step > [tabindex='-1']").await;
    exercise.has_focus(&heading).await;

    for sign in 0..exercise.count("fieldset").await {
        tab.press(Key::Tab).await;
        assert_radio(&tab, words::I_NOTICE.text(), false).await;
        tab.press(Key::Space).await;
        for _ in 0..sign {
            tab.press(Key::Right).await;
        }
        assert_eq!(exercise.chosen().await[sign], Some(sign as u64 % 3));
    }
    tab.press(Key::Tab).await;
    exercise.has_focus(words::OWN_WORDS.text()).await;
    tab.type_keys(OWN).await;
    tab_to(&tab, words::FINISH.text()).await;
    press_then(&exercise, Key::Enter, words::CLOSING.text()).await;
    tab_to(&tab, words::PRINT_BLANK.text()).await;
    tab_to(&tab, words::PRINT_MINE.text()).await;
    tab_back_to(&tab, words::CLEAR.text()).await;
    tab.press(Key::Enter).await;
    exercise.hear(words::CLEARED.text()).await;
    exercise.has_focus(words::CLEAR.text()).await;
    assert_eq!(exercise.typed().await, "");
    tab_to(&tab, "After").await;
}

/// Neither on the page nor on a control of an exercise that takes no text.
async fn letters_and_digits_are_no_shortcuts(stage: &Stage) {
    let site = Site::start().await;
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    // All of them before, since one that comes meanwhile is a change of the page, too.
    for name in FLOWS {
        Exercise::named(&tab, name).await;
    }
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let there = "return [document.querySelectorAll('[data-interlude]').length, location.href, document.title,
            ...[...document.querySelectorAll('[data-interlude]')].map((el) => el.shadowRoot?.innerHTML)]";
        for target in [
            "document.activeElement.blur()",
            "inside(arguments[0], 'button').at(-1).focus()",
        ] {
            tab.js(target, json!([exercise.at])).await;
            let before = tab.js(there, json!([])).await;
            let focus = tab.focus().await;
            tab.type_keys("abcdefghijklmnopqrstuvwxyz0123456789?.,-")
                .await;
            assert_eq!(tab.js(there, json!([])).await, before, "{name}");
            assert_eq!(tab.focus().await["name"], focus["name"], "{name}");
        }
    }
}

async fn next_time_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, LINE).await;
    let exercise = Exercise::named(&tab, LINE).await;
    let lines = exercise.all(".option label").await;
    tab_to(&tab, &lines[0]).await;
    tab.press(Key::Down).await;
    assert_radio(&tab, &lines[1], true).await;
    tab_to(&tab, words::NEXT.text()).await;
    press_then(&exercise, Key::Enter, words::FILL_LINE.text()).await;
    // With nothing in it, the button says so and keeps the focus.
    tab_to(&tab, words::WHOLE_LINE.text()).await;
    tab.press(Key::Enter).await;
    exercise.hear(words::EMPTY_LINE.text()).await;
    exercise.has_focus(words::WHOLE_LINE.text()).await;
    tab_back_to(&tab, words::YOUR_WORDS.text()).await;
    tab.type_keys(PLAN).await;
    tab_to(&tab, words::WHOLE_LINE.text()).await;
    press_then(&exercise, Key::Enter, words::SAY_ALOUD.text()).await;
    tab_to(&tab, words::COPY_LINE.text()).await;
    tab_to(&tab, words::CHANGE_LINE.text()).await;
    press_then(&exercise, Key::Enter, words::FILL_LINE.text()).await;
    assert_eq!(exercise.typed().await, PLAN);
    tab_to(&tab, words::BACK.text()).await;
    press_then(&exercise, Key::Enter, words::WHICH_LINE.text()).await;
    tab_to(&tab, "After").await;
}

async fn and_also_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, LIMIT).await;
    let exercise = Exercise::named(&tab, LIMIT).await;
    tab_to(&tab, "that you want this now").await;
    tab.press(Key::Space).await;
    exercise.see("I hear that you want this now").await;
    // The reader's own words begin with the phrase, and their box is the next stop.
    tab.press(Key::Down).await;
    tab.press(Key::Down).await;
    assert_radio(&tab, words::IN_OWN_WORDS.text(), true).await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::YOUR_WORDS.text()).await;
    assert_eq!(exercise.typed().await, "how tired you are");
    // Engines put the cursor before such a text or behind it.
    tab.type_keys(" tonight ").await;
    exercise.see("tonight").await;
    assert!(exercise.typed().await.contains("how tired you are"));
    tab_to(&tab, words::WHOLE_LINE.text()).await;
    press_then(&exercise, Key::Enter, words::SAY_ALOUD.text()).await;
    tab_to(&tab, "After").await;
}

async fn slow_the_moment_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, PAUSE).await;
    let items = pages::items(PAUSE);
    let exercise = Exercise::named(&tab, PAUSE).await;
    tab_to(&tab, words::BREATHE.text()).await;
    press_then(&exercise, Key::Enter, words::ONE_BREATH.text()).await;
    tab_to(&tab, words::STOP_BREATH.text()).await;
    tab.press(Key::Enter).await;
    let opening = exercise.one(".opening").await;
    exercise.has_focus(&opening).await;
    tab_to(&tab, words::BREATHE.text()).await;
    press_then(&exercise, Key::Space, words::ONE_BREATH.text()).await;
    tab_to(&tab, words::BREATH_DONE.text()).await;
    let question = words::draft(PAUSE).at("question").text();
    press_then(&exercise, Key::Enter, question).await;
    tab_to(&tab, items[0]).await;
    tab.press(Key::Down).await;
    assert_radio(&tab, items[1], true).await;
    tab_to(&tab, words::OWN_FEELING.text()).await;
    tab.type_keys("small").await;
    assert_eq!(exercise.chosen().await, [None], "her own word goes before");
    tab_to(&tab, words::WITH_WORD.text()).await;
    press_then(&exercise, Key::Enter, words::CLOSING.text()).await;
    exercise.see("“small”").await;
    tab_to(&tab, "After").await;
}

async fn plain_words_by_keyboard(stage: &Stage) {
    let (_site, tab) = alone(stage, CARD).await;
    let exercise = Exercise::named(&tab, CARD).await;
    tab_to(&tab, words::OPEN_CARD.text()).await;
    press_then(&exercise, Key::Enter, words::CLOSE_CARD.text()).await;
    exercise.see(pages::items(CARD)[0]).await;
    press_then(&exercise, Key::Space, words::OPEN_CARD.text()).await;
    exercise.lose(pages::items(CARD)[0]).await;
}

async fn escape_loses_nothing(stage: &Stage) {
    let (_site, tab) = alone(stage, PRACTICE).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    tab_to(&tab, words::YOUR_REPLY.text()).await;
    tab.type_keys("I hear you").await;
    tab.press(Key::Escape).await;
    assert_eq!(exercise.typed().await, "I hear you");
    exercise.has_focus(words::YOUR_REPLY.text()).await;
}
