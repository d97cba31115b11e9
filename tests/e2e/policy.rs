//! A page with a strict content security policy and trusted types: the exercises work,
//! and nothing is reported.

use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages;
use crate::site::{Answer, Site};
use crate::tab::Tab;
use crate::walks;

cases![
    a_strict_policy_is_kept,
    a_policy_without_webassembly_leaves_the_post,
];

const STRICT: &str = "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

async fn open(stage: &Stage, policy: &str) -> (Site, Tab) {
    let site = Site::start().await;
    let page = Answer::html(&pages::page(&pages::three()));
    site.put("/", page.header("content-security-policy", policy));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

async fn a_strict_policy_is_kept(stage: &Stage) {
    let (_site, tab) = open(stage, STRICT).await;
    for name in pages::ALL {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
        }
        // The style is there: an exercise has its frame.
        let frame = "return getComputedStyle(inside(arguments[0], '.frame')[0]).borderTopStyle";
        assert_eq!(tab.text(frame, json!([exercise.at])).await, "solid");
    }
    assert_eq!(tab.texts("return seen.forbidden", json!([])).await, [""; 0]);
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.browser_log().await, [""; 0]);
}

async fn a_policy_without_webassembly_leaves_the_post(stage: &Stage) {
    let policy = STRICT.replace("'wasm-unsafe-eval'", "");
    let (_site, tab) = open(stage, &policy).await;
    tab.until_said("The post stays as it is.").await;
    let shown = "return [...document.querySelectorAll('#post li')].every(shown)";
    assert_eq!(tab.js(shown, json!([])).await, true);
    // The watch sees what the policy forbids: a picture, since not every engine reports
    // WebAssembly.
    let picture = "document.body.append(Object.assign(new Image(), { src: '/picture.png' }))";
    tab.js(picture, json!([])).await;
    let forbidden = "return seen.forbidden.find((one) => one.startsWith('img-src'))";
    tab.until("a report of the picture", forbidden, json!([]))
        .await;
}
