//! What is loaded, when, and how often.

use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE, REFLECTION, TAG};
use crate::site::{self, ENTRY, GLUE, Site, WASM, WORDS};
use crate::tab::Tab;

cases![
    far_from_the_screen_only_the_entry_is_loaded,
    all_files_are_asked_for_at_once,
    drafts_are_asked_for_once_while_the_module_is_on_its_way,
    the_entry_twice_is_one,
    the_entry_at_two_addresses_is_one,
    another_version_is_told_and_not_used,
    two_releases_on_one_page_are_one,
    a_page_without_a_place_loads_nothing_more,
];

async fn open(stage: &Stage, site: &Site, page: &str) -> Tab {
    site.page("/", page);
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    tab
}

/// The addresses of the files that the browser has a record of, each as often
/// as it was loaded.
async fn loaded(tab: &Tab) -> [usize; 4] {
    let script =
        "return performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)";
    let all = tab.texts(script, json!([])).await;
    [ENTRY, GLUE, WASM, WORDS].map(|path| all.iter().filter(|one| *one == path).count())
}

/// Waits until the entry is at work and has heard about every place.
async fn entry_has_looked(tab: &Tab) {
    tab.until(
        "the entry, at work",
        "return Symbol.for('interlude') in window",
        json!([]),
    )
    .await;
    // The observer has told about every place by the second frame.
    let frames = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))";
    tab.js_later(frames, json!([])).await;
}

async fn far_from_the_screen_only_the_entry_is_loaded(stage: &Stage) {
    let site = Site::start().await;
    let places = format!("{}\n{}", pages::three(), pages::three());
    let body = format!("{}\n{places}", pages::long_text());
    let tab = open(stage, &site, &pages::page(&body)).await;
    entry_has_looked(&tab).await;
    let asked = site.asked();
    assert!(asked.contains(&ENTRY.to_string()), "{asked:?}");
    assert_eq!((site.times(GLUE), site.times(WASM)), (0, 0), "{asked:?}");
    assert_eq!(loaded(&tab).await, [1, 0, 0, 0]);

    tab.js(
        "document.querySelector('[data-interlude]').scrollIntoView()",
        json!([]),
    )
    .await;
    tab.js("scrollBy(0, -1000)", json!([])).await;
    let script = "const places = [...document.querySelectorAll('[data-interlude]')];
        return places[0].shadowRoot != null";
    tab.until(
        "the first place, alive before it is on the screen",
        script,
        json!([]),
    )
    .await;
    let script = "const places = [...document.querySelectorAll('[data-interlude]')];
        for (const place of places) place.scrollIntoView({ behavior: 'instant' });
        const asleep = places.find((place) => !place.shadowRoot);
        asleep?.scrollIntoView({ behavior: 'instant' });
        return places.length === 2 * arguments[0] && !asleep";
    tab.until("all places, alive", script, json!([pages::FLOWS.len()]))
        .await;
    assert_eq!(
        (site.times(ENTRY), site.times(GLUE), site.times(WASM)),
        (1, tab.glue_requests(), 1)
    );
    assert_eq!(loaded(&tab).await, [1, tab.glue_requests(), 1, 1]);
}

async fn all_files_are_asked_for_at_once(stage: &Stage) {
    let site = Site::start().await;
    site.hold(GLUE);
    site.hold(WASM);
    site.hold(WORDS);
    let tab = open(stage, &site, &pages::page(&pages::filled(CHOICE))).await;
    // None is answered before all have been asked for.
    site.until_asked(GLUE).await;
    site.until_asked(WASM).await;
    site.until_asked(WORDS).await;
    let files = [GLUE, WASM, WORDS];
    assert_eq!(files.map(|path| site.times(path)), [1; 3]);
    assert_eq!(files.map(|path| site.times_answered(path)), [0; 3]);
    site.release();
    Exercise::named(&tab, CHOICE).await;
    let times = files.map(|path| site.times(path));
    assert_eq!(times, [tab.glue_requests(), 1, 1]);
}

async fn drafts_are_asked_for_once_while_the_module_is_on_its_way(stage: &Stage) {
    let site = Site::start().await;
    site.hold(GLUE);
    site.hold(WASM);
    // The second place is far below, and one of the names has no exercise.
    let body = [
        pages::filled(CHOICE),
        "<p class=\"interlude-hero\">Words.</p>".into(),
        pages::long_text(),
        pages::filled(PRACTICE),
        pages::filled(CHOICE),
    ]
    .join("\n");
    let tab = open(stage, &site, &pages::page(&body)).await;
    let drafts = [CHOICE, PRACTICE].map(|name| site::draft(name, "en"));
    for draft in &drafts {
        site.until_asked(draft).await;
    }
    assert_eq!([GLUE, WASM].map(|path| site.times_answered(path)), [0; 2]);
    site.release();
    for name in [CHOICE, PRACTICE] {
        Exercise::named(&tab, name).await;
    }
    // Nothing else was asked for, and nothing twice, however far somebody reads.
    let asked = site.asked();
    let data: Vec<_> = asked.iter().filter(|one| one.ends_with(".json")).collect();
    assert_eq!(data.len(), 1 + drafts.len(), "{asked:?}");
    let add = "const place = document.createElement('div');
        place.dataset.interlude = arguments[0];
        document.querySelector('[data-interlude]').after(place)";
    tab.js(add, json!([REFLECTION])).await;
    Exercise::named(&tab, REFLECTION).await;
    assert_eq!(site.times(&site::draft(REFLECTION, "en")), 1);
}

async fn the_entry_twice_is_one(stage: &Stage) {
    let site = Site::start().await;
    let body = format!("{TAG}\n{}\n{TAG}", pages::filled(CHOICE));
    let tab = open(stage, &site, &pages::page(&body)).await;
    assert_one(&tab, &site).await;
    assert_eq!(tab.said().await, [""; 0]);
}

async fn the_entry_at_two_addresses_is_one(stage: &Stage) {
    let site = Site::start().await;
    let other = TAG.replace("interlude.js\"", "interlude.js?ver=2\"");
    let body = format!("{}\n{TAG}\n{other}", pages::filled(CHOICE));
    let tab = open(stage, &site, &pages::page(&body)).await;
    assert_one(&tab, &site).await;
    assert_eq!(site.times(ENTRY), 2);
    assert_eq!(tab.said().await, [""; 0]);
}

/// One exercise stands in the place, and the module has been loaded once.
async fn assert_one(tab: &Tab, site: &Site) {
    Exercise::named(tab, CHOICE).await;
    let complete = "return document.readyState === 'complete'";
    tab.until("the whole page", complete, json!([])).await;
    let frames = "return root(arguments[0]).querySelectorAll('.frame').length";
    let count = tab.js(frames, json!(["[data-interlude]"])).await;
    assert_eq!(count, 1);
    assert_eq!(
        (site.times(GLUE), site.times(WASM)),
        (tab.glue_requests(), 1)
    );
    // What is added later comes alive once, too.
    let add = "const place = document.createElement('div');
        place.dataset.interlude = 'perspective-switch';
        place.id = 'later';
        document.querySelector('[data-interlude]').after(place)";
    tab.js(add, json!([])).await;
    Exercise::at(tab, "#later").await;
    assert_eq!(
        (site.times(GLUE), site.times(WASM)),
        (tab.glue_requests(), 1)
    );
}

async fn another_version_is_told_and_not_used(stage: &Stage) {
    let site = Site::start().await;
    let other = "<script>globalThis[Symbol.for('interlude')] = '0.0.1'</script>";
    let body = format!("{}\n{TAG}", pages::filled(CHOICE));
    let tab = open(stage, &site, &pages::with(other, &body)).await;
    let line = tab.until_said("0.0.1").await;
    assert!(line.contains("the first one is used"), "{line}");
    assert_eq!((site.times(GLUE), site.times(WASM)), (0, 0));
}

/// The whole of another release, from another folder, before or after this one.
async fn two_releases_on_one_page_are_one(stage: &Stage) {
    let site = Site::start().await;
    for path in [ENTRY, GLUE, WASM] {
        let mut answer = site.get(path);
        if path == ENTRY {
            let entry = String::from_utf8(answer.body).unwrap();
            let version = env!("CARGO_PKG_VERSION");
            assert!(entry.contains(version));
            answer.body = entry.replace(version, "99.0.0").into();
        }
        site.put(&format!("/other{path}"), answer);
    }
    let other = TAG.replace("/interlude/", "/other/interlude/");
    let element = "<interlude-widget name=\"mirror-then-ask\"></interlude-widget>";
    let place = pages::filled(CHOICE);
    let body = format!("{place}\n<div>{element}</div>\n{TAG}\n{other}");
    let tab = open(stage, &site, &pages::page(&body)).await;
    assert_one(&tab, &site).await;
    Exercise::at(&tab, "interlude-widget").await;
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("99.0.0") && said[0].contains("the first one is used"),
        "{said:?}"
    );
    assert_eq!(site.times(&format!("/other{WASM}")), 0);
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}

async fn a_page_without_a_place_loads_nothing_more(stage: &Stage) {
    let site = Site::start().await;
    let body = "<p class=\"interlude\">Not a place.</p><p class=\"my-interlude-\">Nor this.</p>";
    let tab = open(stage, &site, &pages::page(body)).await;
    entry_has_looked(&tab).await;
    assert_eq!((site.times(GLUE), site.times(WASM)), (0, 0));
    assert_eq!(tab.said().await, [""; 0]);
}
