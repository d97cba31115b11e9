//! Many places on a page, and places that come and go without end: one module, those that
//! are near, and nothing that stays behind.

use serde_json::json;

use crate::browser::Stage;
use crate::pages;
use crate::site::{GLUE, Site, WASM};
use crate::tab::Tab;

cases![
    of_a_thousand_places_those_that_are_near_are_alive,
    a_thousand_empty_places_come_one_after_the_other,
    what_comes_and_goes_leaves_nothing_behind,
];

/// Keeps the module's instances, so that its memory can be looked at.
const KEEP: &str = "<script>
window.instances = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
  const made = new Instance(...given);
  instances.push(made);
  return made;
};
window.compared = 0;
const { compareDocumentPosition } = Node.prototype;
Node.prototype.compareDocumentPosition = function (other) {
  compared += 1;
  return compareDocumentPosition.call(this, other);
};
window.alive = () => [...document.querySelectorAll('[data-interlude]')]
  .filter((one) => one.shadowRoot?.querySelector('.frame')).length;
window.memory = () => Object.values(instances[0].exports)
  .find((one) => one instanceof WebAssembly.Memory).buffer.byteLength;
</script>";

async fn open(stage: &Stage, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &pages::with(KEEP, &format!("{body}\n{}", pages::TAG)));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    tab.until("the first one", "return alive() > 0", json!([]))
        .await;
    (site, tab)
}

async fn assert_one_module(tab: &Tab, site: &Site) {
    assert_eq!(tab.js("return instances.length", json!([])).await, 1);
    assert_eq!(
        (site.times(GLUE), site.times(WASM)),
        (tab.glue_requests(), 1)
    );
    assert_eq!(tab.said().await, [""; 0]);
}

async fn of_a_thousand_places_those_that_are_near_are_alive(stage: &Stage) {
    let part = |i: usize| {
        let place = pages::filled(pages::FLOWS[i % pages::FLOWS.len()]);
        format!("<h2>Part {i}</h2>{place}{}", "<p>Words.</p>".repeat(20))
    };
    let body: String = (0..1_000).map(part).collect();
    let (site, tab) = open(stage, &body).await;
    let near = "const places = [...document.querySelectorAll('[data-interlude]')];
        return places.every((place) => {
          const box = place.getBoundingClientRect();
          const near = box.top < innerHeight * 2 && box.bottom > -innerHeight;
          return near === Boolean(place.shadowRoot?.querySelector('.frame'));
        })";
    tab.until("those that are near", near, json!([])).await;
    let few = tab.js("return alive()", json!([])).await;
    assert!(few.as_u64().unwrap() < 6, "{few}");
    // At the end of the page it is the same, and those in between are still lists.
    let end = "[...document.querySelectorAll('h2')].at(-1).scrollIntoView({ behavior: 'instant' })";
    tab.js(end, json!([])).await;
    let last = "return root('.last-place')";
    tab.js(
        "[...document.querySelectorAll('[data-interlude]')].at(-1).className = 'last-place'",
        json!([]),
    )
    .await;
    tab.until("the last one", last, json!([])).await;
    let few = tab.js("return alive()", json!([])).await;
    let few = few.as_u64().unwrap();
    assert!(few < 12, "{few}");
    // To find the heading before it, an exercise looks at ten of a thousand.
    let compared = tab.js("return compared", json!([])).await;
    assert!(
        compared.as_u64().unwrap() <= few * 10,
        "{compared} for {few}"
    );
    assert_one_module(&tab, &site).await;
}

/// They stand all in one spot before the first of them has grown.
async fn a_thousand_empty_places_come_one_after_the_other(stage: &Stage) {
    let place = |i: usize| {
        format!(
            "<div data-interlude=\"{}\"></div>",
            pages::FLOWS[i % pages::FLOWS.len()]
        )
    };
    let body: String = (0..1_000).map(place).collect();
    let (site, tab) = open(stage, &body).await;
    // Those that were pushed away meanwhile don't come.
    let rest = "return performance.now() - (window.since ??= performance.now()) > 500";
    tab.until("half a second", rest, json!([])).await;
    let some = tab.js("return alive()", json!([])).await;
    assert!(some.as_u64().unwrap() < 300, "{some}");
    assert_one_module(&tab, &site).await;
}

async fn what_comes_and_goes_leaves_nothing_behind(stage: &Stage) {
    let (site, tab) = open(stage, &pages::filled(pages::CHOICE)).await;
    let round = "const [html, together, rounds] = arguments;
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        (async () => {
          const post = document.querySelector('#post');
          for (let i = 0; i < rounds; i++) {
            post.innerHTML = html;
            for (const one of post.children) one.style.cssText = 'position: absolute; top: 0';
            while (alive() < together) await frame();
            post.replaceChildren();
            await frame();
          }
          done([memory(), document.querySelectorAll('*').length]);
        })()";
    let html: String = (0..30)
        .map(|i| pages::filled(pages::FLOWS[i % pages::FLOWS.len()]))
        .collect();
    let before = tab.js_later(round, json!([html, 30, 5])).await;
    let after = tab.js_later(round, json!([html, 30, 20])).await;
    assert_eq!(after, before);
    assert_one_module(&tab, &site).await;
}
