//! Nothing that a reader does leaves the page, or stays on the machine; and it is gone
//! when the page is left.

use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, CONNECT, IN_TURN, OPEN, PRACTICE, REFLECTION, SHAPED};
use crate::site::{COACH, Site};
use crate::tab::Tab;
use crate::walks::{self, MIRROR, OWN};

cases![
    perspective_switch_leaves_no_trace,
    is_or_isnt_leaves_no_trace,
    mirror_then_ask_leaves_no_trace,
    ask_one_more_leaves_no_trace,
    validate_then_connect_leaves_no_trace,
    working_on_it_leaves_no_trace,
    what_shaped_my_empathy_leaves_no_trace,
    answers_are_gone_on_pagehide,
    answers_are_gone_on_return_from_the_cache,
    answers_are_gone_after_back,
    answers_are_gone_after_a_reload,
    fields_ask_the_browser_to_remember_nothing,
];

async fn perspective_switch_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, CHOICE).await;
}

async fn is_or_isnt_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, IN_TURN).await;
}

async fn mirror_then_ask_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, PRACTICE).await;
}

async fn ask_one_more_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, OPEN).await;
}

async fn validate_then_connect_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, CONNECT).await;
}

async fn what_shaped_my_empathy_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, SHAPED).await;
}

async fn working_on_it_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, REFLECTION).await;
}

/// Opens a post with the exercises, all alive.
async fn three(stage: &Stage) -> (Site, Tab) {
    let site = Site::start().await;
    let link = "<p><a id=\"away\" href=\"/other\">Another page</a></p>";
    site.page("/", &pages::page(&format!("{link}\n{}", pages::three())));
    site.page("/other", &pages::bare("<p>Another page.</p>"));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    for name in pages::FLOWS {
        Exercise::named(&tab, name).await;
    }
    (site, tab)
}

/// What a script outside can tell of the page: its address, and what it has asked for.
async fn outside(tab: &Tab, site: &Site) -> (Value, Vec<String>) {
    let script = "return { address: location.href, history: history.length, state: history.state,
        title: document.title, name: window.name, loaded: performance.getEntriesByType('resource').map((one) => one.name) }";
    (tab.js(script, json!([])).await, site.asked())
}

/// What is kept on the machine.
async fn kept(tab: &Tab) -> Value {
    let script = "(async () => ({
        local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
        databases: await indexedDB.databases(), caches: await caches.keys(),
        files: navigator.storage ? await Array.fromAsync((await navigator.storage.getDirectory()).keys()) : [],
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }))().then(done, (error) => done(String(error)))";
    tab.js_later(script, json!([])).await
}

async fn assert_no_trace(stage: &Stage, name: &str) {
    let (site, tab) = three(stage).await;
    let exercise = Exercise::named(&tab, name).await;
    if [PRACTICE, OPEN, CONNECT, SHAPED].contains(&name) {
        // The one thing that is fetched while a reader writes, the same for whatever she writes.
        exercise.write("x").await;
        tab.until_loaded(COACH).await;
        exercise.write("").await;
    }
    let before = outside(&tab, &site).await;
    for step in walks::steps(name) {
        step.take(&exercise).await;
        assert_eq!(
            outside(&tab, &site).await,
            before,
            "at the step “{}”",
            step.name
        );
    }
    let nothing = json!({ "local": {}, "session": {}, "cookies": "", "databases": [],
        "caches": [], "files": [], "workers": 0 });
    assert_eq!(kept(&tab).await, nothing);
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.browser_log().await, [""; 0]);
}

/// Leaves an answer in each of the three exercises.
async fn answer_all(tab: &Tab) {
    let choice = Exercise::named(tab, CHOICE).await;
    choice.pick(1).await;
    choice.press(words::START.text()).await;
    choice.see(words::SKIP.text()).await;
    choice.pick(0).await;
    let practice = Exercise::named(tab, PRACTICE).await;
    practice.write(MIRROR).await;
    practice.press(words::LOOK.text()).await;
    practice.see(words::NEXT_TRY.text()).await;
    let reflection = Exercise::named(tab, REFLECTION).await;
    reflection.press(words::OPEN_PRIVATE.text()).await;
    reflection.see(words::FINISH.text()).await;
    reflection.pick_in(0, 0).await;
    reflection.write(OWN).await;
}

/// All three stand at their beginning, and nothing of the answers is in the document.
async fn assert_fresh(tab: &Tab) {
    let choice = Exercise::named(tab, CHOICE).await;
    choice.see(words::WHICH_SCENE.text()).await;
    assert_eq!(choice.chosen().await, [None]);
    let practice = Exercise::named(tab, PRACTICE).await;
    practice.lose(words::NEXT_TRY.text()).await;
    assert_eq!(practice.typed().await, "");
    let reflection = Exercise::named(tab, REFLECTION).await;
    reflection.see(words::SOMEBODY_MAY_SEE.text()).await;
    reflection.press(words::OPEN_PRIVATE.text()).await;
    reflection.see(words::FINISH.text()).await;
    assert!(reflection.chosen().await.iter().all(Option::is_none));
    assert_eq!(reflection.typed().await, "");
    let script = "return [...document.querySelectorAll('*')].map((el) =>
        (el.shadowRoot?.innerHTML ?? '') + [...(el.shadowRoot?.querySelectorAll('textarea') ?? [])].map((box) => box.value)).join()";
    let all = tab.text(script, json!([])).await;
    assert!(!all.contains(MIRROR) && !all.contains(OWN));
}

async fn answers_are_gone_on_pagehide(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    answer_all(&tab).await;
    tab.js(
        "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))",
        json!([]),
    )
    .await;
    assert_fresh(&tab).await;
}

async fn answers_are_gone_on_return_from_the_cache(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    answer_all(&tab).await;
    tab.js(
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        json!([]),
    )
    .await;
    assert_fresh(&tab).await;
}

async fn answers_are_gone_after_back(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    tab.js(
        "addEventListener('pageshow', (event) => { window.cached = event.persisted })",
        json!([]),
    )
    .await;
    answer_all(&tab).await;
    tab.click(
        "the link",
        "return document.querySelector('#away')",
        json!([]),
    )
    .await;
    tab.until(
        "the other page",
        "return location.pathname === '/other'",
        json!([]),
    )
    .await;
    tab.client.back().await.unwrap();
    tab.until("the post", "return location.pathname === '/'", json!([]))
        .await;
    assert_fresh(&tab).await;
    // The page came from the cache, or was loaded again; both have to be fresh.
    let back = "return window.cached || performance.getEntriesByType('navigation')[0].type === 'back_forward'";
    assert_eq!(tab.js(back, json!([])).await, true);
}

async fn answers_are_gone_after_a_reload(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    answer_all(&tab).await;
    tab.client.refresh().await.unwrap();
    assert_fresh(&tab).await;
}

async fn fields_ask_the_browser_to_remember_nothing(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    for name in pages::FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let mut fields = 0;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let script = "return inside(arguments[0], 'input, textarea').map((el) => el.getAttribute('autocomplete'))";
            let found = tab.texts(script, json!([exercise.at])).await;
            fields += found.len();
            assert!(
                found.iter().all(|one| one == "off"),
                "{}: {found:?}",
                step.name
            );
        }
        assert!(fields > 0);
    }
}
