//! Only the very files of a release run: one that was changed on the way, and would
//! work, is refused, and the post reads as it did before.

use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE};
use crate::site::{self, ENTRY, GLUE, Site, WASM};

cases![
    changed_glue_is_refused,
    a_changed_module_is_refused,
    a_changed_entry_is_refused_by_its_tag,
];

/// A byte or two more that change nothing in what the file does.
fn add(site: &Site, path: &str, more: &[u8]) {
    let mut answer = site.get(path);
    answer.body.extend(more);
    site.put(path, answer);
}

async fn assert_refused(stage: &Stage, path: &str, more: &[u8]) {
    let site = Site::start().await;
    add(&site, path, more);
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let line = tab.until_said("The post stays as it is.").await;
    assert!(line.starts_with("Interlude"), "{line}");
    assert!(site.times(path) > 0);
    let shown = "return [...document.querySelectorAll('#post li')].every(shown)";
    assert_eq!(tab.js(shown, json!([])).await, true);
    assert_eq!(tab.said().await.len(), 1);
}

async fn changed_glue_is_refused(stage: &Stage) {
    assert_refused(stage, GLUE, b"\n// more").await;
}

async fn a_changed_module_is_refused(stage: &Stage) {
    // A custom section: still a module, and another one.
    assert_refused(stage, WASM, &[0, 2, 1, b'x']).await;
}

async fn a_changed_entry_is_refused_by_its_tag(stage: &Stage) {
    let site = Site::start().await;
    let tag = site::snippet();
    site.page(
        "/",
        &pages::bare(&[pages::filled(CHOICE), tag.clone()].concat()),
    );
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    Exercise::named(&tab, CHOICE).await;
    // Another site: here the browser has the file.
    let site = Site::start().await;
    add(&site, ENTRY, b"\n// more");
    // The page's own error event tells when the tag has failed.
    let listen = "<script>addEventListener('error', ({ target }) =>
        target.localName === 'script' && (window.refused = true), true)</script>";
    let body = [listen, &pages::filled(CHOICE), &tag].concat();
    site.page("/changed", &pages::bare(&body));
    tab.open(&site.url("/changed")).await;
    tab.until("a refused entry", "return window.refused", json!([]))
        .await;
    let shown = "return [...document.querySelectorAll('#post li')].every(shown)";
    assert_eq!(tab.js(shown, json!([])).await, true);
}
