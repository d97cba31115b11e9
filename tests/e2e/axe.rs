//! axe-core finds nothing amiss at any step of any exercise, on a light and a dark page.

use serde_json::{Value, json};

use crate::browser::{Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{
    self, CARD, CHOICE, CONNECT, IN_TURN, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION, SHAPED,
    SHOES,
};
use crate::site::Site;
use crate::walks;

cases![
    axe_finds_nothing_in_perspective_switch,
    axe_finds_nothing_in_is_or_isnt,
    axe_finds_nothing_in_other_shoes,
    axe_finds_nothing_in_mirror_then_ask,
    axe_finds_nothing_in_ask_one_more,
    axe_finds_nothing_in_validate_then_connect,
    axe_finds_nothing_in_working_on_it,
    axe_finds_nothing_in_what_shaped_my_empathy,
    axe_finds_nothing_in_next_time,
    axe_finds_nothing_in_and_also,
    axe_finds_nothing_in_slow_the_moment,
    axe_finds_nothing_in_plain_words,
    axe_finds_what_is_amiss,
];

pub const HEAD: &str = "<script src=\"/axe.js\"></script>
<style>
  :root { color-scheme: light dark; }
  body { background: #fff; color: #222; font: 1.0625rem/1.6 serif; margin: 1rem; }
  @media (prefers-color-scheme: dark) { body { background: #16181a; color: #e8e6e1; } }
</style>";

pub const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(
    (found) => done(found.violations.map((one) =>
      `${one.id}: ${one.nodes.map((node) => `${node.target.flat().join(' ')} ${node.failureSummary}`).join('; ')}`)),
    (error) => done([String(error)]))";

async fn axe_finds_nothing_in_perspective_switch(stage: &Stage) {
    assert_nothing(stage, CHOICE).await;
}

async fn axe_finds_nothing_in_is_or_isnt(stage: &Stage) {
    assert_nothing(stage, IN_TURN).await;
}

async fn axe_finds_nothing_in_other_shoes(stage: &Stage) {
    assert_nothing(stage, SHOES).await;
}

async fn axe_finds_nothing_in_mirror_then_ask(stage: &Stage) {
    assert_nothing(stage, PRACTICE).await;
}

async fn axe_finds_nothing_in_ask_one_more(stage: &Stage) {
    assert_nothing(stage, OPEN).await;
}

async fn axe_finds_nothing_in_validate_then_connect(stage: &Stage) {
    assert_nothing(stage, CONNECT).await;
}

async fn axe_finds_nothing_in_what_shaped_my_empathy(stage: &Stage) {
    assert_nothing(stage, SHAPED).await;
}

async fn axe_finds_nothing_in_working_on_it(stage: &Stage) {
    assert_nothing(stage, REFLECTION).await;
}

async fn axe_finds_nothing_in_next_time(stage: &Stage) {
    assert_nothing(stage, LINE).await;
}

async fn axe_finds_nothing_in_and_also(stage: &Stage) {
    assert_nothing(stage, LIMIT).await;
}

async fn axe_finds_nothing_in_slow_the_moment(stage: &Stage) {
    assert_nothing(stage, PAUSE).await;
}

async fn axe_finds_nothing_in_plain_words(stage: &Stage) {
    assert_nothing(stage, CARD).await;
}

async fn site(body: &str) -> Site {
    let site = Site::start().await;
    site.file(
        "/axe.js",
        "text/javascript",
        "node_modules/axe-core/axe.min.js",
    );
    site.page("/", &pages::with(HEAD, &format!("{body}\n{}", pages::TAG)));
    site
}

async fn assert_nothing(stage: &Stage, name: &str) {
    let site = site(&format!("<h2>Practice</h2>\n{}", pages::filled(name))).await;
    let mut found: Vec<String> = Vec::new();
    for (scheme, dark) in [("light", false), ("dark", true)] {
        let wish = Wish {
            dark,
            // Without motion nothing is half transparent while axe looks at it.
            still: true,
            ..Wish::default()
        };
        let tab = stage.tab_with(wish).await;
        tab.open(&site.url("/")).await;
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let violations = tab.js_later(RUN, json!([])).await;
            let violations = violations.as_array().unwrap().iter();
            found.extend(violations.map(|one| format!("{scheme}, {}: {one}", step.name)));
        }
        stage.close().await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The check itself looks into an exercise: a label taken away there is found.
async fn axe_finds_what_is_amiss(stage: &Stage) {
    let site = site(&pages::filled(PRACTICE)).await;
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    tab.js(
        "root(arguments[0]).querySelector('label').remove()",
        json!([exercise.at]),
    )
    .await;
    let found: Value = tab.js_later(RUN, json!([])).await;
    assert!(found.to_string().contains("label: "), "{found}");
}
