//! A page with a strict content security policy and trusted types: the exercises work,
//! and nothing is reported.

use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE};
use crate::site::{Answer, CLASSIC, ENTRY, Site};
use crate::tab::Tab;
use crate::walks;

cases![
    the_documented_policy_is_enough,
    the_documented_policy_is_enough_for_another_origin,
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

/// What the documentation asks of a site that serves the files itself.
const SELF_HOSTED: &str = "script-src 'self' 'wasm-unsafe-eval'";

/// All forms that load something, under a policy; nothing is reported.
async fn assert_kept(stage: &Stage, site: &Site, files: &str, policy: &str) {
    let tag = format!("<script type=\"module\" src=\"{files}{ENTRY}\"></script>");
    let classic =
        format!("<script async src=\"{files}{CLASSIC}\" data-interlude=\"{CHOICE}\"></script>");
    let file = format!(
        "<div id=\"file\" data-interlude=\"{CHOICE}\" data-src=\"{files}/list.html\"></div>"
    );
    let body = [&pages::three(), &file, &classic, &tag]
        .map(String::as_str)
        .join("\n");
    let policy = format!("{policy}; report-uri /report");
    let page = Answer::html(&pages::bare(&body));
    site.put("/", page.header("content-security-policy", &policy));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    for at in pages::FLOWS.map(|name| format!("div[data-interlude={name}]")) {
        Exercise::at(&tab, &at).await;
    }
    Exercise::at(&tab, "script + interlude-widget").await;
    let file = Exercise::at(&tab, "#file").await;
    assert_eq!(file.all(".option label").await, ["One", "Two"]);
    assert_eq!(tab.texts("return seen.forbidden", json!([])).await, [""; 0]);
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.browser_log().await, [""; 0]);
    assert_eq!(site.times("/report"), 0);
}

async fn the_documented_policy_is_enough(stage: &Stage) {
    for more in ["", "; style-src 'self'"] {
        let site = Site::start().await;
        site.page("/list.html", &pages::list(&["One", "Two"]));
        assert_kept(stage, &site, "", &format!("{SELF_HOSTED}{more}")).await;
    }
}

async fn the_documented_policy_is_enough_for_another_origin(stage: &Stage) {
    let (site, files) = (Site::start().await, Site::start().await);
    files.page("/list.html", &pages::list(&["One", "Two"]));
    files.share();
    let at = files.url("");
    let policy = format!("script-src 'self' {at} 'wasm-unsafe-eval'; connect-src 'self' {at}");
    assert_kept(stage, &site, &at, &policy).await;
}

async fn a_strict_policy_is_kept(stage: &Stage) {
    let (_site, tab) = open(stage, STRICT).await;
    for name in pages::FLOWS {
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
    assert_eq!(tab.said().await.len(), 1);
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
