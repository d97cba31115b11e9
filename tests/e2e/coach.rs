//! The coach is a module of its own: when it is loaded, and what happens without it.

use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, PRACTICE};
use crate::site::{Answer, COACH, Site};
use crate::tab::Tab;

cases![
    the_coach_is_loaded_once_with_the_first_focus,
    without_the_coach_the_exercise_works,
    a_changed_coach_is_refused,
    the_coach_can_be_had_at_the_second_try,
    a_pasted_book_gets_short_notes,
];

const REPLY: &str = "You sat there alone. That sounds lonely. What happened?";

async fn open(stage: &Stage, damage: impl FnOnce(&Site)) -> (Site, Tab) {
    let site = Site::start().await;
    damage(&site);
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

async fn the_coach_is_loaded_once_with_the_first_focus(stage: &Stage) {
    let (site, tab) = open(stage, |_| {}).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    assert_eq!(site.times(COACH), 0);
    exercise.write(REPLY).await;
    site.until_asked(COACH).await;
    for round in 0..3 {
        exercise.write(REPLY).await;
        exercise.press(words::LOOK.text()).await;
        exercise.see(words::NOTES.text()).await;
        let on = [words::NEXT_ROUND.text(), words::CLOSE_PRACTICE.text()][round / 2];
        exercise.press(on).await;
    }
    assert_eq!(site.times(COACH), 1);
    assert!(tab.said().await.is_empty());
}

/// The coach is amiss: the reader is told kindly, the owner once, and the round goes on.
async fn assert_works_without(stage: &Stage, damage: impl FnOnce(&Site)) {
    let (_site, tab) = open(stage, damage).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    for on in [
        words::NEXT_ROUND.text(),
        words::NEXT_ROUND.text(),
        words::CLOSE_PRACTICE.text(),
    ] {
        exercise.write(REPLY).await;
        exercise.press(words::LOOK.text()).await;
        exercise.see(words::NO_NOTES.text()).await;
        exercise.press(words::SEE_ONE_WAY.text()).await;
        exercise.press(on).await;
    }
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("the coach is missing"), "{said:?}");
}

async fn without_the_coach_the_exercise_works(stage: &Stage) {
    let missing = |site: &Site| site.put(COACH, Answer::html("Not here").status(404));
    assert_works_without(stage, missing).await;
}

async fn a_changed_coach_is_refused(stage: &Stage) {
    let changed = |site: &Site| {
        let mut answer = site.get(COACH);
        // A custom section more: still a module, and another one.
        answer.body.extend([0, 2, 1, b'x']);
        site.put(COACH, answer);
    };
    assert_works_without(stage, changed).await;
}

async fn the_coach_can_be_had_at_the_second_try(stage: &Stage) {
    let site = Site::start().await;
    let good = site.get(COACH);
    site.put(COACH, Answer::html("Not here").status(503));
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.write(REPLY).await;
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::NO_NOTES.text()).await;
    site.put(COACH, good);
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::NOTES.text()).await;
}

/// 5,000 words in the box: what is shown and said beside it stays short.
async fn a_pasted_book_gets_short_notes(stage: &Stage) {
    let (_site, tab) = open(stage, |_| {}).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    let words_around = "Then we went on and talked about the weather. ".repeat(280);
    let book = [&words_around, REPLY, " ", &words_around].concat();
    assert!(book.split(' ').count() > 5_000);
    let paste =
        "const box = inside(arguments[0], 'textarea')[0]; box.focus(); box.value = arguments[1]";
    tab.js(paste, json!([exercise.at, book])).await;
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::NEXT_TRY.text()).await;
    assert_eq!(exercise.typed().await, book, "the reply stays in its box");
    assert!(exercise.one(".own").await.len() < 4_000);
    let said = "return root(arguments[0]).querySelector('[role=status]').textContent";
    let said = tab.text(said, json!([exercise.at])).await;
    assert!(!said.is_empty() && said.len() < 300, "{said}");
}
