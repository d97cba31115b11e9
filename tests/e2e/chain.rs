//! Exercises that an owner puts one after the other: the second one waits for the first and
//! begins with what the reader found there; nobody is held up, and nothing is kept.

use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CARD, LINE, PAUSE, PRACTICE, REFLECTION, WHO};
use crate::site::Site;
use crate::tab::Tab;
use crate::walks::MIRROR;

cases![
    the_reply_box_opens_after_the_breath,
    it_can_be_opened_at_once,
    who_is_talked_to_comes_first,
    what_was_written_stays,
    a_list_with_a_class_waits_too,
    an_exercise_far_below_is_found,
    leaving_forgets_it,
    a_first_exercise_that_is_not_there_is_told,
];

/// The exercise of that name, waiting for another one.
fn after(first: &str, name: &str) -> String {
    let data = format!("<div data-after=\"{first}\" ");
    pages::filled(name).replacen("<div ", &data, 1)
}

async fn open(stage: &Stage, body: &[String]) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &pages::page(&body.join("\n")));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

async fn assert_waits(exercise: &Exercise<'_>) {
    exercise.see(words::WAITS.text()).await;
    assert_eq!(exercise.count("textarea").await, 0, "{}", exercise.at);
}

/// Goes through a pause, with a word of the reader's own.
async fn breathe(pause: &Exercise<'_>, word: &str) {
    pause.press(words::SKIP_BREATH.text()).await;
    pause.write(word).await;
    pause.press(words::WITH_WORD.text()).await;
    pause.see(words::NOT_THERAPY.text()).await;
}

/// Chooses in the first of the two questions, and comes to the end.
async fn choose(who: &Exercise<'_>, choice: usize) {
    who.pick(choice).await;
    who.press(words::NEXT.text()).await;
    who.press(words::SKIP.text()).await;
    who.see(words::NOT_THERAPY.text()).await;
}

/// Waits until an exercise has the focus.
async fn assert_focus(exercise: &Exercise<'_>) {
    let script = "return root(arguments[0])?.activeElement?.matches('.title')";
    let what = format!("the focus in {}", exercise.at);
    exercise
        .tab
        .until(&what, script, json!([exercise.at]))
        .await;
}

async fn the_reply_box_opens_after_the_breath(stage: &Stage) {
    let body = [pages::filled(PAUSE), after(PAUSE, PRACTICE)];
    let (_site, tab) = open(stage, &body).await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    assert_waits(&practice).await;
    practice.press(words::GO_BACK.text()).await;
    let pause = Exercise::named(&tab, PAUSE).await;
    assert_focus(&pause).await;
    let buttons = pause.all("button").await;
    assert!(!buttons.iter().any(|one| one == words::GO_ON.text()));
    breathe(&pause, "left <b>out</b>").await;
    assert_eq!(tab.said().await, [""; 0]);
    pause.press(words::GO_ON.text()).await;
    assert_focus(&practice).await;
    practice.see(&words::handed("left <b>out</b>")).await;
    practice.write(MIRROR).await;
}

async fn it_can_be_opened_at_once(stage: &Stage) {
    let body = [pages::filled(PAUSE), after(PAUSE, PRACTICE)];
    let (site, tab) = open(stage, &body).await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    Exercise::named(&tab, PAUSE).await;
    let asked = site.asked().len();
    practice.press(words::OPEN_NOW.text()).await;
    assert_focus(&practice).await;
    practice.write(MIRROR).await;
    assert_eq!(practice.count(".handed").await, 0);
    let more: Vec<String> = site.asked().split_off(asked);
    assert!(more.iter().all(|path| path.contains("coach")), "{more:?}");
    assert_eq!(tab.said().await, [""; 0]);
}

async fn who_is_talked_to_comes_first(stage: &Stage) {
    let who = pages::place(WHO, &["My partner", "My colleague"]);
    let body = [who, after(WHO, PRACTICE), after(WHO, LINE)];
    let (_site, tab) = open(stage, &body).await;
    let who = Exercise::named(&tab, WHO).await;
    choose(&who, 1).await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    practice.see(&words::handed("My colleague")).await;
    practice.see("I did the whole report again").await;
    let line = Exercise::named(&tab, LINE).await;
    line.see(&words::handed("My colleague")).await;
}

async fn what_was_written_stays(stage: &Stage) {
    let who = pages::place(WHO, &["My partner", "My colleague"]);
    let (_site, tab) = open(stage, &[who, after(WHO, PRACTICE)]).await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    practice.press(words::OPEN_NOW.text()).await;
    practice.write(MIRROR).await;
    let who = Exercise::named(&tab, WHO).await;
    choose(&who, 1).await;
    practice.see(&words::handed("My colleague")).await;
    practice.see("I sat there through the whole dinner").await;
    assert_eq!(practice.typed().await, MIRROR);
}

async fn a_list_with_a_class_waits_too(stage: &Stage) {
    let list = pages::list(pages::items(PRACTICE));
    let list = list.replacen(
        "<ul",
        &format!("<ul class=\"interlude-{PRACTICE}\" data-after=\"{PAUSE}\""),
        1,
    );
    let first = pages::list(pages::items(PAUSE));
    let first = first.replacen("<ul", &format!("<ul class=\"interlude-{PAUSE}\""), 1);
    let (_site, tab) = open(stage, &[first, list]).await;
    let practice = Exercise::at(&tab, "ul + div:last-of-type").await;
    assert_waits(&practice).await;
    practice.press(words::GO_BACK.text()).await;
    let pause = Exercise::at(&tab, "ul + div").await;
    assert_focus(&pause).await;
    breathe(&pause, "tired").await;
    pause.press(words::GO_ON.text()).await;
    assert_focus(&practice).await;
}

async fn an_exercise_far_below_is_found(stage: &Stage) {
    let body = [
        pages::filled(PAUSE),
        pages::long_text(),
        after(PAUSE, PRACTICE),
    ];
    let (_site, tab) = open(stage, &body).await;
    let pause = Exercise::named(&tab, PAUSE).await;
    breathe(&pause, "tired").await;
    pause.press(words::GO_ON.text()).await;
    let there = "const { top } = document.querySelector(arguments[0]).getBoundingClientRect();
        return top > -40 && top < innerHeight && document.activeElement === document.querySelector(arguments[0])";
    let at = format!("[data-interlude=\"{PRACTICE}\"]");
    tab.until("the second exercise", there, json!([at])).await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    practice.see(&words::handed("tired")).await;
}

async fn leaving_forgets_it(stage: &Stage) {
    let (_site, tab) = open(stage, &[pages::filled(PAUSE), after(PAUSE, PRACTICE)]).await;
    let pause = Exercise::named(&tab, PAUSE).await;
    breathe(&pause, "tired").await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    practice.see(&words::handed("tired")).await;
    let script = "dispatchEvent(new PageTransitionEvent(arguments[0], { persisted: true }))";
    for event in ["pagehide", "pageshow"] {
        tab.js(script, json!([event])).await;
        assert_waits(&practice).await;
        pause.see(words::SKIP_BREATH.text()).await;
        let buttons = pause.all("button").await;
        assert!(!buttons.iter().any(|one| one == words::GO_ON.text()));
    }
}

async fn a_first_exercise_that_is_not_there_is_told(stage: &Stage) {
    let body = [
        after(WHO, PRACTICE),
        after("slow-the-momend", LINE),
        pages::filled(REFLECTION),
        after(REFLECTION, CARD),
    ];
    let (_site, tab) = open(stage, &body).await;
    for (name, says) in [
        (PRACTICE, "data-after names no exercise of this page."),
        (LINE, "Did you mean “slow-the-moment”?"),
        (
            CARD,
            "data-after names a private exercise, which hands nothing on.",
        ),
    ] {
        let exercise = Exercise::named(&tab, name).await;
        let line = tab.until_said(&format!("“{name}”")).await;
        assert!(line.contains(says), "{line}");
        assert_eq!(exercise.count(".handed").await, 0);
        let waits = exercise
            .all("p")
            .await
            .iter()
            .any(|p| p == words::WAITS.text());
        assert!(!waits, "{name}");
    }
}
