//! Content in a file of its own, named by `data-src`: read when the place comes near, once
//! for the page, and never run. What cannot be read leaves its place as it is.

use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE};
use crate::site::{Answer, Site, WASM};
use crate::tab::Tab;

cases![
    json_and_html_files_are_read,
    a_file_is_asked_for_once_and_only_near,
    json_inside_the_place_comes_first,
    a_file_of_another_origin_is_read_with_cors,
    html_in_a_file_runs_nothing,
    a_file_is_read_under_a_strict_policy,
    a_file_that_cannot_be_read_leaves_the_place,
    a_slow_file_keeps_nobody_waiting,
];

fn place(id: &str, src: &str, inner: &str) -> String {
    format!("<div id=\"{id}\" data-interlude=\"{CHOICE}\" data-src=\"{src}\">{inner}</div>")
}

async fn open(stage: &Stage, site: &Site, body: &str) -> Tab {
    site.page("/", &pages::page(body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    tab
}

async fn assert_scenes(tab: &Tab, at: &str, scenes: &[&str]) {
    let exercise = Exercise::at(tab, at).await;
    assert_eq!(exercise.all(".option label").await, scenes, "{at}");
}

async fn assert_quiet(tab: &Tab) {
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}

const SCENES: &str = r#"{ "scenes": ["From a file – “one”.", "Another."] }"#;

async fn json_and_html_files_are_read(stage: &Stage) {
    let site = Site::start().await;
    let json = ["From a file – “one”.", "Another."];
    let list = pages::list(&["A scène, <b>in</b> HTML.", "And one more."]);
    let html = ["A scène, in HTML.", "And one more."];
    let whole = format!("<!DOCTYPE html><title>T</title><h2>Mine</h2>{list}");
    let written = format!("<script type=\"application/json\">{SCENES}</script>{list}");
    let files = [
        ("/a.json", "application/json", SCENES, &json),
        ("/b.json", "text/plain", SCENES, &json),
        (
            "/c.json",
            "application/ld+json; charset=utf-8",
            SCENES,
            &json,
        ),
        ("/d.html", "text/html", &list, &html),
        ("/e.html", "text/html; charset=utf-8", &whole, &html),
        ("/f", "application/octet-stream", &list, &html),
        ("/g.html?v=2", "text/html", &written, &json),
    ];
    let mut body = String::new();
    for (i, (src, kind, text, _)) in files.iter().enumerate() {
        site.put(src.split('?').next().unwrap(), Answer::new(kind, *text));
        body.push_str(&place(
            &format!("p{i}"),
            src,
            "<ul><li>Not this one.</li></ul>",
        ));
    }
    let tab = open(stage, &site, &body).await;
    for (i, (_, _, _, scenes)) in files.iter().enumerate() {
        assert_scenes(&tab, &format!("#p{i}"), *scenes).await;
    }
    assert_eq!(Exercise::at(&tab, "#p4").await.one(".title").await, "Mine");
    assert_quiet(&tab).await;
}

async fn a_file_is_asked_for_once_and_only_near(stage: &Stage) {
    let site = Site::start().await;
    site.put("/a.json", Answer::new("application/json", SCENES));
    let body = [
        place("near", "", ""),
        pages::long_text(),
        place("one", "/a.json", ""),
        place("two", "/a.json", ""),
    ];
    let tab = open(stage, &site, &body.join("\n")).await;
    Exercise::at(&tab, "#near").await;
    assert_eq!(site.times("/a.json"), 0);
    for at in ["#one", "#two"] {
        assert_scenes(&tab, at, &["From a file – “one”.", "Another."]).await;
    }
    // Taken out and put back, it needs no second request.
    tab.js(
        "window.one = document.querySelector('#one'); one.remove()",
        json!([]),
    )
    .await;
    let slot = "return one.shadowRoot?.firstElementChild?.localName === 'slot'";
    tab.until("a place given back", slot, json!([])).await;
    tab.js("document.querySelector('#post').append(one)", json!([]))
        .await;
    assert_scenes(&tab, "#one", &["From a file – “one”.", "Another."]).await;
    assert_eq!(site.times("/a.json"), 1);
    assert_quiet(&tab).await;
}

async fn json_inside_the_place_comes_first(stage: &Stage) {
    let site = Site::start().await;
    site.put("/a.json", Answer::new("application/json", SCENES));
    let inner = r#"<script type="application/json">{ "scenes": ["Inside.", "Too."] }</script>"#;
    let tab = open(stage, &site, &place("p", "/a.json", inner)).await;
    assert_scenes(&tab, "#p", &["Inside.", "Too."]).await;
    assert_eq!(site.times("/a.json"), 0);
    assert_quiet(&tab).await;
}

async fn a_file_of_another_origin_is_read_with_cors(stage: &Stage) {
    let (site, other) = (Site::start().await, Site::start().await);
    let file = Answer::new("application/json", SCENES);
    other.put("/closed.json", file.clone());
    other.put(
        "/open.json",
        file.header("access-control-allow-origin", "*"),
    );
    let list = "<ul><li>The owner’s own.</li></ul>";
    let body = [
        place("open", &other.url("/open.json"), ""),
        place("closed", &other.url("/closed.json"), list),
    ];
    let tab = open(stage, &site, &body.join("\n")).await;
    assert_scenes(&tab, "#open", &["From a file – “one”.", "Another."]).await;
    let line = tab.until_said("CORS").await;
    assert!(
        line.contains("The owner’s own.") && line.ends_with("stays as it is."),
        "{line}"
    );
    assert_left(&tab, "#closed").await;
}

async fn assert_left(tab: &Tab, at: &str) {
    let left = "const place = document.querySelector(arguments[0]);
        place.scrollIntoView();
        return place.shadowRoot == null && shown(place.querySelector('li'))";
    assert_eq!(tab.js(left, json!([at])).await, true, "{at}");
}

async fn html_in_a_file_runs_nothing(stage: &Stage) {
    let site = Site::start().await;
    let bad = "<script>seen.ran = 1</script><img src=/pixel onerror='seen.ran = 2'>\
        <ul><li>One <img src=/pixel onload='seen.ran = 3'></li><li>Two</li></ul><svg onload='seen.ran = 4'>";
    site.page("/bad.html", bad);
    let tab = open(stage, &site, &place("p", "/bad.html", "")).await;
    assert_scenes(&tab, "#p", &["One", "Two"]).await;
    assert_eq!(tab.js("return seen.ran ?? 0", json!([])).await, 0);
    assert_eq!(site.times("/pixel"), 0);
    assert_quiet(&tab).await;
}

async fn a_file_is_read_under_a_strict_policy(stage: &Stage) {
    let site = Site::start().await;
    site.page("/list.html", &pages::list(&["One", "Two"]));
    let page = Answer::html(&pages::page(&place("p", "/list.html", "")));
    let policy = "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
        require-trusted-types-for 'script'; trusted-types 'none'";
    site.put("/", page.header("content-security-policy", policy));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    assert_scenes(&tab, "#p", &["One", "Two"]).await;
    assert_eq!(tab.texts("return seen.forbidden", json!([])).await, [""; 0]);
    assert_quiet(&tab).await;
}

async fn a_file_that_cannot_be_read_leaves_the_place(stage: &Stage) {
    let site = Site::start().await;
    site.put(
        "/broken.json",
        Answer::new("application/json", "{ “scenes”: [] }"),
    );
    site.page("/empty.html", "<p>No list.</p>");
    site.put(
        "/huge.json",
        Answer::new("application/json", " ".repeat(300_000)),
    );
    let cases = [
        ("missing", "/missing.json", "HTTP 404"),
        ("broken", "/broken.json", "straight ones"),
        ("empty", "/empty.html", "No list with words"),
        ("huge", "/huge.json", "more than 256 KB"),
        ("gone", "http://127.0.0.1:9/x.json", "no answer"),
        ("bad", "http://[", "not an address"),
    ];
    let places =
        cases.map(|(id, src, _)| place(id, src, &format!("<ul><li>Words of {id}.</li></ul>")));
    let body = format!("{}\n{}", places.join("\n"), pages::filled(PRACTICE));
    let tab = open(stage, &site, &body).await;
    for (id, _, says) in cases {
        let line = tab.until_said(&format!("Words of {id}.")).await;
        assert!(
            line.contains(says) && line.ends_with("The post stays as it is."),
            "{line}"
        );
        assert_left(&tab, &format!("#{id}")).await;
    }
    assert_eq!(tab.said().await.len(), cases.len());
    let good = Exercise::named(&tab, PRACTICE).await;
    good.press(words::LOOK.text()).await;
    good.see(words::EMPTY_REPLY.text()).await;
}

async fn a_slow_file_keeps_nobody_waiting(stage: &Stage) {
    let site = Site::start().await;
    site.put("/slow.json", Answer::new("application/json", SCENES));
    site.hold("/slow.json");
    let body = format!(
        "{}\n{}",
        place("slow", "/slow.json", ""),
        pages::filled(PRACTICE)
    );
    let tab = open(stage, &site, &body).await;
    site.until_asked("/slow.json").await;
    Exercise::named(&tab, PRACTICE).await;
    assert_eq!(
        tab.js("return root('#slow') == null", json!([])).await,
        true
    );
    site.release();
    assert_scenes(&tab, "#slow", &["From a file – “one”.", "Another."]).await;
    assert_eq!(site.times(WASM), 1);
    assert_quiet(&tab).await;
}
