//! Nothing that a reader reads moves when an exercise takes its place: what is in view
//! grows downward only, and only as long as she has hardly come there.

use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE, REFLECTION};
use crate::site::{Site, WASM};
use crate::tab::Tab;

cases![
    a_slow_module_waits_until_the_reader_has_gone_on,
    a_list_in_the_middle_of_being_read_waits,
    where_nothing_can_be_scrolled_a_slow_module_comes_all_the_same,
    a_list_with_the_focus_in_it_waits,
    on_the_first_screen_an_exercise_grows_downward_only,
    what_follows_a_long_list_does_not_move_up,
    an_exercise_above_the_screen_moves_nothing,
];

/// A page whose clock can be set forward, and whose layout shifts are taken down.
const CLOCK: &str = "<script>
window.later = 0;
const real = performance.now.bind(performance);
performance.now = () => real() + window.later;
window.moved = [];
if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
  new PerformanceObserver((list) => list.getEntries().forEach(({ sources }) => sources.forEach(
    ({ node, previousRect }) => moved.push({ id: node?.id ?? '', top: previousRect.top }))))
    .observe({ type: 'layout-shift', buffered: true });
</script>";

fn text(id: &str, count: usize) -> String {
    (0..count)
        .map(|i| format!("<p id=\"{id}{i}\">The post goes on, and the reader reads on.</p>\n"))
        .collect()
}

fn place(id: &str, name: &str) -> String {
    pages::filled(name).replacen("<div", &format!("<div id=\"{id}\""), 1)
}

/// One that is near, and below every screen that begins above it.
fn below() -> String {
    format!(
        "<div style=\"height: 60vh\"></div>{}",
        place("below", PRACTICE)
    )
}

/// The page's own clock stands still for the module: it comes early on any machine.
async fn be_early(tab: &Tab) {
    tab.js("window.later = -60_000", json!([])).await;
}

async fn open(stage: &Stage, site: &Site, body: &str, hash: &str) -> Tab {
    let body = format!("{body}\n{}", pages::TAG);
    site.page("/", &pages::with(CLOCK, &body));
    let tab = stage.tab().await;
    tab.open(&site.url(&format!("/{hash}"))).await;
    tab
}

async fn top(tab: &Tab, id: &str) -> f64 {
    let script = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
    tab.js(script, json!([id])).await.as_f64().unwrap()
}

async fn assert_top(tab: &Tab, id: &str, was: f64) {
    let is = top(tab, id).await;
    assert!((is - was).abs() < 1.5, "{id} was at {was} and is at {is}");
}

async fn until_alive(tab: &Tab, id: &str) {
    let alive = "return root(arguments[0])?.querySelector('.frame') != null";
    tab.until(&format!("{id}, alive"), alive, json!([id])).await;
}

async fn is_alive(tab: &Tab, id: &str) -> bool {
    tab.js("return root(arguments[0]) != null", json!([id]))
        .await
        == true
}

/// Two frames, after which a change of the layout has been drawn and told.
async fn drawn(tab: &Tab) {
    let frames = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))";
    tab.js_later(frames, json!([])).await;
}

/// The module is asked for, and answers 20 seconds later by the page's own clock.
async fn open_slowly(stage: &Stage, body: &str) -> Tab {
    let site = Site::start().await;
    site.hold(WASM);
    let tab = open(stage, &site, body, "").await;
    site.until_asked(WASM).await;
    tab.js("window.later = 20_000", json!([])).await;
    // Meanwhile the post is an ordinary one.
    let shown = "return [...document.querySelectorAll('#post li')].every(shown)";
    assert_eq!(tab.js(shown, json!([])).await, true);
    site.release();
    tab
}

async fn a_slow_module_waits_until_the_reader_has_gone_on(stage: &Stage) {
    let body = format!(
        "{}{}{}{}{}",
        text("a", 3),
        place("read", CHOICE),
        text("b", 8),
        below(),
        text("c", 60)
    );
    let tab = open_slowly(stage, &body).await;
    let was = (top(&tab, "#read").await, top(&tab, "#b0").await);
    // One that is not on the screen comes; the one that is read does not.
    until_alive(&tab, "#below").await;
    drawn(&tab).await;
    assert!(!is_alive(&tab, "#read").await);
    assert_eq!((top(&tab, "#read").await, top(&tab, "#b0").await), was);
    // The reader goes on until the list has left the screen, and reads there.
    let on = "const at = document.querySelector('#b1').getBoundingClientRect().top;
        scrollBy({ top: at, behavior: 'instant' });
        return document.querySelector('#b6').getBoundingClientRect().top";
    let read = tab.js(on, json!([])).await.as_f64().unwrap();
    until_alive(&tab, "#read").await;
    drawn(&tab).await;
    assert_top(&tab, "#b6", read).await;
    // Back there, it works.
    let exercise = Exercise::at(&tab, "#read").await;
    exercise.pick(0).await;
}

async fn a_list_in_the_middle_of_being_read_waits(stage: &Stage) {
    let items: Vec<String> = (0..60).map(|i| format!("Item {i}")).collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    let long = pages::place(CHOICE, &items).replacen("<div", "<div id=\"long\"", 1);
    let body = format!("{}{long}{}{}", text("a", 30), below(), text("c", 60));
    let site = Site::start().await;
    site.hold(WASM);
    let tab = open(stage, &site, &body, "").await;
    let middle = "const item = document.querySelectorAll('#long li')[50];
        item.scrollIntoView({ behavior: 'instant', block: 'start' })";
    tab.js(middle, json!([])).await;
    site.until_asked(WASM).await;
    be_early(&tab).await;
    site.release();
    // Below the screen there is one that does not wait.
    until_alive(&tab, "#below").await;
    drawn(&tab).await;
    assert!(!is_alive(&tab, "#long").await);
    let item = "return document.querySelectorAll('#long li')[50].getBoundingClientRect().top";
    let item = tab.js(item, json!([])).await;
    assert!(item.as_f64().unwrap().abs() < 1.5, "{item}");
    // Back at its beginning there is nothing above it on the screen that could move.
    tab.js(
        "document.querySelector('#long').scrollIntoView({ behavior: 'instant' })",
        json!([]),
    )
    .await;
    until_alive(&tab, "#long").await;
}

async fn where_nothing_can_be_scrolled_a_slow_module_comes_all_the_same(stage: &Stage) {
    let tab = open_slowly(
        stage,
        &format!("<p id=\"above\">Above.</p>{}", place("only", CHOICE)),
    )
    .await;
    let was = top(&tab, "#above").await;
    until_alive(&tab, "#only").await;
    assert_top(&tab, "#above", was).await;
}

async fn a_list_with_the_focus_in_it_waits(stage: &Stage) {
    let linked = pages::place(CHOICE, &["<a id=\"link\" href=\"#a0\">Linked.</a>", "Two."])
        .replacen("<div", "<div id=\"read\"", 1);
    let body = format!("{linked}{}{}", text("a", 12), below());
    let site = Site::start().await;
    site.hold(WASM);
    let tab = open(stage, &site, &body, "").await;
    site.until_asked(WASM).await;
    tab.js(
        "document.querySelector('#link').focus(); window.later = 20_000",
        json!([]),
    )
    .await;
    site.release();
    until_alive(&tab, "#below").await;
    drawn(&tab).await;
    let focus = "return document.activeElement.id";
    assert_eq!(tab.text(focus, json!([])).await, "link");
    assert!(!is_alive(&tab, "#read").await);
}

async fn on_the_first_screen_an_exercise_grows_downward_only(stage: &Stage) {
    for name in [CHOICE, PRACTICE, REFLECTION] {
        let site = Site::start().await;
        site.hold(WASM);
        let body = format!("{}{}{}", text("a", 4), place("place", name), text("b", 80));
        let tab = open(stage, &site, &body, "").await;
        site.until_asked(WASM).await;
        be_early(&tab).await;
        let was = [top(&tab, "#a0").await, top(&tab, "#a3").await];
        let edge = top(&tab, "#place").await;
        site.release();
        until_alive(&tab, "#place").await;
        drawn(&tab).await;
        assert_top(&tab, "#a0", was[0]).await;
        assert_top(&tab, "#a3", was[1]).await;
        assert_below(&tab, edge).await;
    }
}

/// Whatever has moved stood below the upper edge of the exercise.
async fn assert_below(tab: &Tab, edge: f64) {
    let moved = tab.js("return moved", json!([])).await;
    let above = |one: &&Value| one["top"].as_f64().unwrap() < edge;
    let above: Vec<&Value> = moved.as_array().unwrap().iter().filter(above).collect();
    assert!(above.is_empty(), "{above:?}");
}

async fn what_follows_a_long_list_does_not_move_up(stage: &Stage) {
    let loose = "<style>#long li { margin-block: 3.5em }</style>";
    let items = ["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven."];
    let long = pages::place(REFLECTION, &items).replacen("<div", "<div id=\"long\"", 1);
    let site = Site::start().await;
    site.hold(WASM);
    let body = format!("{loose}{long}{}", text("b", 80));
    let tab = open(stage, &site, &body, "").await;
    site.until_asked(WASM).await;
    be_early(&tab).await;
    let was = top(&tab, "#b0").await;
    let fits = tab
        .js("return innerHeight > arguments[0]", json!([was]))
        .await;
    assert_eq!(fits, true, "what follows is at {was}, off the screen");
    site.release();
    until_alive(&tab, "#long").await;
    drawn(&tab).await;
    let frame = "const place = document.querySelector('#long');
        return place.getBoundingClientRect().height - inside('#long', '.frame')[0].offsetHeight";
    let room = tab.js(frame, json!([])).await.as_f64().unwrap();
    assert!(
        room > 1.0,
        "the exercise is not smaller than its list: {room}"
    );
    assert!(top(&tab, "#b0").await > was - 1.5);
    // The reader's own press gives the room back.
    let exercise = Exercise::at(&tab, "#long").await;
    exercise
        .press(interlude::ui::words::OPEN_PRIVATE.text())
        .await;
    let free = "return document.querySelector('#long').style.minHeight === ''";
    tab.until("no room kept any more", free, json!([])).await;
}

async fn an_exercise_above_the_screen_moves_nothing(stage: &Stage) {
    let lists = [CHOICE, PRACTICE].map(|name| {
        let class = format!("<ul id=\"{name}\" class=\"interlude-{name}\">");
        pages::list(pages::items(name)).replacen("<ul>", &class, 1)
    });
    let body = format!(
        "{}{}{}{}{}{}",
        text("a", 60),
        place("above", CHOICE),
        lists.concat(),
        text("b", 4),
        "<h2 id=\"target\">Where a link leads</h2>",
        text("c", 60)
    );
    let site = Site::start().await;
    site.hold(WASM);
    let tab = open(stage, &site, &body, "#target").await;
    site.until_asked(WASM).await;
    let was = top(&tab, "#target").await;
    assert!(was.abs() < 60.0, "the link leads there: {was}");
    site.release();
    for id in [
        "#above".into(),
        format!("#{CHOICE} + div"),
        format!("#{PRACTICE} + div"),
    ] {
        until_alive(&tab, &id).await;
    }
    drawn(&tab).await;
    assert_top(&tab, "#target", was).await;
}
