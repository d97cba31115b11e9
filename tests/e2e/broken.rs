//! Pages that changed what the browser gives, as old polyfills and frameworks do: the
//! exercises work, or the post reads as before.

use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE, TAG};
use crate::site::Site;
use crate::tab::Tab;
use crate::walks;

cases![
    with_more_on_every_prototype_exercises_work,
    with_closed_roots_exercises_work,
    without_a_registry_of_elements_exercises_work,
    with_a_registry_that_throws_exercises_work,
    with_an_observer_of_old_exercises_work,
    with_storage_denied_exercises_work,
    without_roots_the_post_reads_as_before,
    with_roots_that_are_nothing_the_post_reads_as_before,
    with_broken_loops_the_post_reads_as_before,
    with_an_observer_that_throws_the_post_reads_as_before,
    with_a_request_of_its_own_the_post_reads_as_before,
    with_a_request_that_spoils_bytes_the_post_reads_as_before,
    with_a_map_of_its_own_the_post_reads_as_before,
    without_an_observer_of_changes_the_post_reads_as_before,
];

/// A page whose own script, `patch`, comes first; in it a `<div>`, a list and an element.
async fn open(stage: &Stage, patch: &str) -> (Site, Tab, String) {
    let site = Site::start().await;
    let list = pages::list(pages::items(CHOICE));
    let list = list.replacen("<ul>", &format!("<ul class=\"interlude-{CHOICE}\">"), 1);
    let element = format!(
        "<interlude-widget name=\"{CHOICE}\">{}</interlude-widget>",
        pages::list(pages::items(CHOICE))
    );
    let body = format!("{}\n{list}\n<div>{element}</div>", pages::filled(PRACTICE));
    site.page("/plain", &pages::bare(&body));
    let head = format!("<script>{patch}</script>");
    site.page("/", &pages::with(&head, &format!("{body}\n{TAG}")));
    let tab = stage.tab().await;
    tab.open(&site.url("/plain")).await;
    let plain = tab
        .text(
            "return document.querySelector('#post').innerText",
            json!([]),
        )
        .await;
    tab.open(&site.url("/")).await;
    (site, tab, plain)
}

async fn assert_works(stage: &Stage, patch: &str) {
    let (_site, tab, _) = open(stage, patch).await;
    for name in [CHOICE, PRACTICE] {
        let at = match name {
            CHOICE => format!(".interlude-{CHOICE} + div"),
            _ => format!("[data-interlude={PRACTICE}]"),
        };
        let exercise = Exercise::at(&tab, &at).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
        }
    }
    Exercise::at(&tab, "interlude-widget").await;
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}

/// The post is as it was, and the console has `lines` sentences about it.
async fn assert_left(stage: &Stage, patch: &str, lines: usize) {
    let (_site, tab, plain) = open(stage, patch).await;
    let said = "return seen.said.length >= arguments[0]";
    tab.until("the sentences", said, json!([lines])).await;
    let frames = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))";
    tab.js_later(frames, json!([])).await;
    let left = "return [document.querySelector('#post').innerText,
        [...document.querySelectorAll('#post li')].every(shown)]";
    assert_eq!(tab.js(left, json!([])).await, json!([plain, true]));
    let said = tab.said().await;
    assert_eq!(said.len(), lines, "{said:?}");
    for line in said {
        assert!(
            line.starts_with("Interlude") && line.ends_with("The post stays as it is."),
            "{line}"
        );
    }
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}

async fn with_more_on_every_prototype_exercises_work(stage: &Stage) {
    let patch = "for (const one of [Array, String, Element]) one.prototype.each = function () { return this; };
        Object.prototype.theirs = 1;
        Array.prototype.first = function () { return this[0]; };
        Array.prototype.includes = Array.prototype.at = () => undefined;
        Array.from = (list) => [].concat(list);
        Function.prototype.bind = function (self, ...some) {
          const call = this;
          return (...more) => call.apply(self, some.concat(more));
        };
        Node.prototype.contains = function (other) { return this === other; };
        String.prototype.trim = function () { return String(this); };";
    assert_works(stage, patch).await;
}

async fn with_closed_roots_exercises_work(stage: &Stage) {
    // The tests themselves look through `shadowRoot`.
    let patch = "const attach = Element.prototype.attachShadow;
        const roots = new WeakMap();
        Element.prototype.attachShadow = function () {
          const root = attach.call(this, { mode: 'closed' });
          roots.set(this, root);
          return root;
        };
        const own = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot');
        Object.defineProperty(Element.prototype, 'shadowRoot', {
          get() { return /interlude/.test(Error().stack) ? own.get.call(this) : roots.get(this) ?? null; },
        });";
    assert_works(stage, patch).await;
}

async fn without_a_registry_of_elements_exercises_work(stage: &Stage) {
    let patch = "Object.defineProperty(window, 'customElements', { value: undefined })";
    assert_works(stage, patch).await;
}

async fn with_a_registry_that_throws_exercises_work(stage: &Stage) {
    let patch = "CustomElementRegistry.prototype.define = () => { throw new Error('theirs'); }";
    assert_works(stage, patch).await;
}

async fn with_an_observer_of_old_exercises_work(stage: &Stage) {
    let patch = "window.IntersectionObserver = class {
          constructor(call) { this.call = call; }
          observe(target) { setTimeout(() => this.call([{ target, intersectionRatio: 0.5 }], this), 20); }
          unobserve() {}
          disconnect() {}
        }";
    assert_works(stage, patch).await;
}

async fn with_storage_denied_exercises_work(stage: &Stage) {
    let patch = "const deny = () => { throw new DOMException('denied', 'SecurityError'); };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
          Object.defineProperty(window, name, { get: deny });
        Object.defineProperty(document, 'cookie', { get: deny, set: deny });";
    assert_works(stage, patch).await;
}

async fn without_roots_the_post_reads_as_before(stage: &Stage) {
    let patch = "Element.prototype.attachShadow = () => { throw new Error('theirs'); }";
    assert_left(stage, patch, 3).await;
}

async fn with_roots_that_are_nothing_the_post_reads_as_before(stage: &Stage) {
    assert_left(stage, "Element.prototype.attachShadow = () => {}", 3).await;
}

async fn with_broken_loops_the_post_reads_as_before(stage: &Stage) {
    // For the exercises alone: the driver of the browser loops, too.
    let patch = "const loop = Array.prototype[Symbol.iterator];
        Array.prototype[Symbol.iterator] = function () {
          if (/interlude/.test(Error().stack)) throw new Error('theirs');
          return loop.call(this);
        }";
    assert_left(stage, patch, 1).await;
}

async fn with_an_observer_that_throws_the_post_reads_as_before(stage: &Stage) {
    let patch =
        "window.IntersectionObserver = class { constructor() { throw new Error('theirs'); } }";
    assert_left(stage, patch, 1).await;
}

async fn with_a_request_of_its_own_the_post_reads_as_before(stage: &Stage) {
    assert_left(
        stage,
        "window.fetch = async () => ({ ok: true, text: 'theirs' })",
        1,
    )
    .await;
}

async fn with_a_request_that_spoils_bytes_the_post_reads_as_before(stage: &Stage) {
    let patch = "const real = window.fetch;
        window.fetch = async (...given) => {
          const answer = await real(...given);
          return new Response(await answer.text(), answer);
        }";
    assert_left(stage, patch, 1).await;
}

async fn with_a_map_of_its_own_the_post_reads_as_before(stage: &Stage) {
    // For the exercises alone: a driver of the browser uses the page's own.
    let patch = "const Real = Map;
        class Bad { set() {} get() {} get size() { return 1; } }
        window.Map = function (...given) {
          return /interlude/.test(Error().stack) ? new Bad() : new Real(...given);
        }";
    assert_left(stage, patch, 1).await;
}

async fn without_an_observer_of_changes_the_post_reads_as_before(stage: &Stage) {
    assert_left(stage, "delete window.MutationObserver", 1).await;
}
