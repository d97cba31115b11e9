//! What an exercise tells the page around it: four events, typed, that bubble and leave
//! shadow roots; never what the reader wrote or chose; of a private one nothing.

use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE, REFLECTION};
use crate::site::{Answer, Site, WASM};
use crate::tab::Tab;
use crate::walks::{self, OWN};

cases![
    a_walk_tells_ready_started_and_finished_once,
    another_run_is_finished_again,
    a_private_exercise_tells_nothing,
    a_private_exercise_tells_what_its_owner_asks_for,
    nothing_that_a_reader_wrote_is_told,
    a_place_that_cannot_be_read_is_a_problem,
    a_page_that_cannot_load_is_a_problem_of_the_document,
    events_leave_a_shadow_root_of_the_page,
    a_listener_may_throw_and_take_the_place_away,
];

/// Takes down every event at the window, as the owner's page hears it.
const LISTEN: &str = "<script>
window.heard = [];
for (const kind of ['ready', 'started', 'finished', 'problem'])
  addEventListener(`interlude:${kind}`, (event) => heard.push({
    kind, on: event.target.id || event.target.nodeName, detail: event.detail,
    keys: Object.keys(event.detail).join(' '), bubbles: event.bubbles, composed: event.composed }));
</script>";

async fn open(stage: &Stage, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    let body = format!("{body}\n{}", pages::TAG);
    site.page("/", &pages::with(LISTEN, &body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

fn place(name: &str) -> String {
    pages::filled(name).replacen("<div", "<div id=\"place\"", 1)
}

async fn kinds(tab: &Tab) -> Vec<String> {
    tab.texts("return heard.map(({ kind }) => kind)", json!([]))
        .await
}

/// Waits until an event of that kind was heard, and gives the first.
async fn until_heard(tab: &Tab, kind: &str) -> Value {
    let script = "return heard.find((one) => one.kind === arguments[0])";
    tab.until(kind, script, json!([kind])).await
}

async fn a_walk_tells_ready_started_and_finished_once(stage: &Stage) {
    for name in [CHOICE, PRACTICE] {
        let (_site, tab) = open(stage, &place(name)).await;
        let exercise = Exercise::named(&tab, name).await;
        assert_eq!(kinds(&tab).await, ["ready"]);
        for step in walks::steps(name) {
            step.take(&exercise).await;
        }
        assert_eq!(kinds(&tab).await, ["ready", "started", "finished"]);
        let heard = tab.js("return heard", json!([])).await;
        for event in heard.as_array().unwrap() {
            let detail = json!({ "name": name, "version": env!("CARGO_PKG_VERSION") });
            assert_eq!(event["detail"], detail);
            assert_eq!(event["keys"], "name version");
            assert_eq!(event["on"], "place");
            assert_eq!(
                (&event["bubbles"], &event["composed"]),
                (&json!(true), &json!(true))
            );
        }
    }
}

async fn another_run_is_finished_again(stage: &Stage) {
    let (_site, tab) = open(stage, &place(CHOICE)).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    for run in 1..3 {
        // The moment of the first run is still chosen in the second.
        let start = [words::START_ANY.text(), words::START.text()][run - 1];
        exercise.press(start).await;
        for _ in 0..3 {
            exercise.press(words::SKIP.text()).await;
        }
        // Back to a question and on again: the same run.
        exercise.press(words::CHANGE.text()).await;
        exercise.press(words::TO_SUMMARY.text()).await;
        exercise.see(words::SUMMARY.text()).await;
        let finished = kinds(&tab)
            .await
            .iter()
            .filter(|kind| *kind == "finished")
            .count();
        assert_eq!(finished, run);
        exercise.press(words::ANOTHER_SCENE.text()).await;
        exercise.see(words::WHICH_SCENE.text()).await;
    }
    assert_eq!(
        kinds(&tab).await,
        ["ready", "started", "finished", "finished"]
    );
}

async fn walk_privately(tab: &Tab) {
    let exercise = Exercise::named(tab, REFLECTION).await;
    for step in walks::steps(REFLECTION) {
        step.take(&exercise).await;
    }
}

async fn a_private_exercise_tells_nothing(stage: &Stage) {
    let bad = pages::place(REFLECTION, &[]).replace("<ul>", "<p>No list.</p><ul>");
    let (_site, tab) = open(stage, &format!("{}\n{bad}", place(REFLECTION))).await;
    walk_privately(&tab).await;
    let frames = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))";
    tab.js_later(frames, json!([])).await;
    tab.until_said("No list with words").await;
    assert_eq!(kinds(&tab).await, [""; 0]);
}

async fn a_private_exercise_tells_what_its_owner_asks_for(stage: &Stage) {
    let asked = place(REFLECTION).replacen("<div", "<div data-events", 1);
    let (_site, tab) = open(stage, &asked).await;
    walk_privately(&tab).await;
    assert_eq!(kinds(&tab).await, ["ready", "started", "finished"]);
}

async fn nothing_that_a_reader_wrote_is_told(stage: &Stage) {
    let (_site, tab) = open(stage, &place(PRACTICE)).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.write(OWN).await;
    // Writing alone is no act that anybody hears about.
    assert_eq!(kinds(&tab).await, ["ready"]);
    exercise.press(words::LOOK.text()).await;
    until_heard(&tab, "started").await;
    exercise.see(words::NEXT_TRY.text()).await;
    let heard = tab.text("return JSON.stringify(heard)", json!([])).await;
    assert!(!heard.contains(OWN), "{heard}");
    assert_eq!(kinds(&tab).await, ["ready", "started"]);
}

async fn a_place_that_cannot_be_read_is_a_problem(stage: &Stage) {
    let bad = "<div id=\"place\" data-interlude=\"mirror-than-ask\"><ul><li>One.</li></ul></div>";
    let (_site, tab) = open(stage, bad).await;
    let problem = until_heard(&tab, "problem").await;
    assert_eq!(problem["on"], "place");
    assert_eq!(problem["keys"], "name version message");
    assert_eq!(problem["detail"]["name"], "mirror-than-ask");
    let message = problem["detail"]["message"].as_str().unwrap();
    assert!(
        message.contains("Did you mean “mirror-then-ask”?"),
        "{message}"
    );
}

async fn a_page_that_cannot_load_is_a_problem_of_the_document(stage: &Stage) {
    let site = Site::start().await;
    site.put(WASM, Answer::html("Not here").status(404));
    site.page(
        "/",
        &pages::with(LISTEN, &format!("{}\n{}", pages::three(), pages::TAG)),
    );
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let problem = until_heard(&tab, "problem").await;
    assert_eq!(
        (&problem["on"], &problem["detail"]["name"]),
        (&json!("#document"), &json!(""))
    );
    assert!(
        problem["detail"]["message"]
            .as_str()
            .unwrap()
            .contains("404"),
        "{problem}"
    );
    assert_eq!(kinds(&tab).await, ["problem"]);
}

async fn events_leave_a_shadow_root_of_the_page(stage: &Stage) {
    let (_site, tab) = open(stage, "<div id=\"card\"></div>").await;
    let fill = "document.querySelector('#card').attachShadow({ mode: 'open' }).innerHTML =
        '<interlude-widget name=\"perspective-switch\"></interlude-widget>'";
    tab.js(fill, json!([])).await;
    let ready = until_heard(&tab, "ready").await;
    assert_eq!(ready["on"], "card");
}

async fn a_listener_may_throw_and_take_the_place_away(stage: &Stage) {
    let listen = "<script>
        addEventListener('interlude:started', (event) => {
          event.target.remove();
          throw new Error('theirs');
        }, { once: true });
        </script>";
    let body = format!("{listen}\n{}\n{}", place(CHOICE), pages::filled(PRACTICE));
    let (_site, tab) = open(stage, &body).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    let choice = "return inside(arguments[0], 'label')[0]";
    tab.click("a choice", choice, json!([exercise.at])).await;
    tab.until("their error", "return seen.broken.length", json!([]))
        .await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    practice.press(words::LOOK.text()).await;
    practice.see(words::EMPTY_REPLY.text()).await;
    assert_eq!(
        tab.js("return document.querySelector('#place') == null", json!([]))
            .await,
        true
    );
    assert_eq!(tab.said().await, [""; 0]);
}
