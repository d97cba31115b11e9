//! What a reader does is kept on her device only where the owner asked for it; she is told
//! so before, and one press erases it.

use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, CONNECT, PRACTICE, REFLECTION};
use crate::site::Site;
use crate::tab::Tab;
use crate::walks::{self, MIRROR, OWN};

cases![
    what_is_typed_and_chosen_is_there_on_the_next_visit,
    the_screen_is_empty_while_the_reader_is_away,
    coming_back_moves_nothing_and_says_nothing,
    places_without_it_keep_nothing,
    two_places_are_kept_apart,
    one_press_erases_it,
    changed_content_starts_empty,
    broken_records_start_empty,
    a_full_store_is_told,
    a_browser_without_a_store_is_told,
    a_private_exercise_is_never_kept,
    it_is_said_in_spanish,
];

/// A short list whose owner wants it kept.
fn kept(name: &str) -> String {
    pages::filled(name).replacen("<div ", "<div data-keep ", 1)
}

/// A page, opened in a tab.
async fn open(stage: &Stage, head: &str, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &pages::with(head, &format!("{body}\n{}", pages::TAG)));
    site.page("/other", &pages::bare("<p>Another page.</p>"));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// The records on the device, in the order of their names.
async fn records(tab: &Tab) -> Vec<String> {
    let script = "return Object.keys(localStorage).sort().map((key) => localStorage[key])";
    tab.texts(script, json!([])).await
}

/// Visits another page, and comes back by its address.
async fn visit_again(tab: &Tab, site: &Site) {
    tab.open(&site.url("/other")).await;
    tab.open(&site.url("/")).await;
}

async fn reply(exercise: &Exercise<'_>, text: &str) {
    exercise.write(text).await;
    exercise.see(words::KEPT.text()).await;
}

async fn what_is_typed_and_chosen_is_there_on_the_next_visit(stage: &Stage) {
    let body = [CHOICE, PRACTICE, CONNECT].map(kept).concat();
    let (site, tab) = open(stage, "", &body).await;
    let choice = Exercise::named(&tab, CHOICE).await;
    choice.see(words::KEPT.text()).await;
    assert_eq!(records(&tab).await, [""; 0], "before anything is done");
    choice.pick(1).await;
    choice.press(words::START.text()).await;
    choice.see(words::SKIP.text()).await;
    choice.pick(2).await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    reply(&practice, MIRROR).await;
    let connect = Exercise::named(&tab, CONNECT).await;
    connect.press(words::NEXT_ROUND.text()).await;
    connect.see("Round 2 of 3").await;
    connect.write_in(1, OWN).await;
    assert_eq!(records(&tab).await.len(), 3);

    visit_again(&tab, &site).await;
    let choice = Exercise::named(&tab, CHOICE).await;
    choice.see("Step 1 of 3").await;
    assert_eq!(choice.chosen().await, [Some(2)]);
    assert_eq!(choice.one(".scene").await, pages::items(CHOICE)[1]);
    assert_eq!(Exercise::named(&tab, PRACTICE).await.typed().await, MIRROR);
    let connect = Exercise::named(&tab, CONNECT).await;
    connect.see("Round 2 of 3").await;
    assert_eq!(connect.typed_in(0).await, "");
    assert_eq!(connect.typed_in(1).await, OWN);
    assert_eq!(tab.said().await, [""; 0]);
    assert!(!site.asked().iter().any(|one| one.contains("kitchen")));
}

async fn the_screen_is_empty_while_the_reader_is_away(stage: &Stage) {
    let (_site, tab) = open(stage, "", &kept(PRACTICE)).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    reply(&exercise, MIRROR).await;
    let transition = "dispatchEvent(new PageTransitionEvent(arguments[0], { persisted: true }));
        return root(arguments[1]).querySelector('textarea').value";
    let typed = tab.text(transition, json!(["pagehide", exercise.at])).await;
    assert_eq!(typed, "");
    assert_eq!(records(&tab).await.len(), 1);
    let typed = tab.text(transition, json!(["pageshow", exercise.at])).await;
    assert_eq!(typed, MIRROR);
}

async fn coming_back_moves_nothing_and_says_nothing(stage: &Stage) {
    let (site, tab) = open(stage, "", &kept(PRACTICE)).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.press(words::NEXT_ROUND.text()).await;
    exercise.see("Round 2 of 3").await;
    reply(&exercise, MIRROR).await;
    visit_again(&tab, &site).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    assert_eq!(exercise.typed().await, MIRROR);
    let still = "const status = root(arguments[0]).querySelector('[role=status]');
        return [document.activeElement.localName, status.textContent]";
    assert_eq!(
        tab.js(still, json!([exercise.at])).await,
        json!(["body", ""])
    );
}

async fn places_without_it_keep_nothing(stage: &Stage) {
    let off = pages::filled(PRACTICE).replacen("<div ", "<div data-keep=\"false\" ", 1);
    let body = [pages::filled(CONNECT), off].concat();
    let (_site, tab) = open(stage, "", &body).await;
    for name in [CONNECT, PRACTICE] {
        let exercise = Exercise::named(&tab, name).await;
        exercise.see(words::STAYS_HERE.text()).await;
        exercise.lose(words::KEPT.text()).await;
        exercise.write(MIRROR).await;
        exercise.press(words::NEXT_ROUND.text()).await;
        exercise.see("Round 2 of 3").await;
    }
    assert_eq!(records(&tab).await, [""; 0]);
}

async fn two_places_are_kept_apart(stage: &Stage) {
    let one = kept(PRACTICE).replacen("<div ", "<div id=\"one\" ", 1);
    let two = kept(PRACTICE).replacen("<div ", "<div id=\"two\" ", 1);
    let (site, tab) = open(stage, "", &[one, two].concat()).await;
    // The second one first: places come alive in any order.
    reply(&Exercise::at(&tab, "#two").await, "In the second.").await;
    reply(&Exercise::at(&tab, "#one").await, "In the first.").await;
    visit_again(&tab, &site).await;
    let (one, two) = (
        Exercise::at(&tab, "#one").await,
        Exercise::at(&tab, "#two").await,
    );
    assert_eq!(one.typed().await, "In the first.");
    assert_eq!(two.typed().await, "In the second.");
    one.press(words::ERASE.text()).await;
    one.hear(words::ERASED.text()).await;
    assert_eq!(two.typed().await, "In the second.");
    assert_eq!(records(&tab).await.len(), 1);
}

async fn one_press_erases_it(stage: &Stage) {
    let (site, tab) = open(stage, "", &kept(PRACTICE)).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.press(words::NEXT_ROUND.text()).await;
    exercise.see("Round 2 of 3").await;
    reply(&exercise, MIRROR).await;
    exercise.press(words::ERASE.text()).await;
    exercise.hear(words::ERASED.text()).await;
    exercise.has_focus("Round 1 of 3").await;
    assert_eq!(exercise.typed().await, "");
    assert_eq!(records(&tab).await, [""; 0]);
    visit_again(&tab, &site).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.see("Round 1 of 3").await;
    assert_eq!(exercise.typed().await, "");
}

async fn changed_content_starts_empty(stage: &Stage) {
    let (site, tab) = open(stage, "", &kept(PRACTICE)).await;
    reply(&Exercise::named(&tab, PRACTICE).await, MIRROR).await;
    let changed = kept(PRACTICE).replace("Forget it.", "Leave it.");
    site.page("/", &pages::page(&changed));
    visit_again(&tab, &site).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    assert_eq!(exercise.typed().await, "");
    assert_eq!(records(&tab).await, [""; 0], "what fits nowhere is gone");
    assert_eq!(tab.said().await, [""; 0]);
}

async fn broken_records_start_empty(stage: &Stage) {
    let (site, tab) = open(stage, "", &kept(PRACTICE)).await;
    reply(&Exercise::named(&tab, PRACTICE).await, MIRROR).await;
    let record = records(&tab).await.remove(0);
    let older = record.replacen("1\u{1f}", "0\u{1f}", 1);
    let newer = record.replacen("1\u{1f}", "2\u{1f}", 1);
    let huge = record.replacen("It sounds", &"x".repeat(100_000), 1);
    let sorts = record.replacen("\u{1f}0\u{1f}0\u{1f}", "\u{1f}x\u{1f}0\u{1f}", 1);
    let cut = record[..record.len() / 2].to_string();
    for broken in [older, newer, huge, sorts, cut, "<p>".into(), "null".into()] {
        let put = "localStorage.setItem(Object.keys(localStorage)[0], arguments[0])";
        tab.js(put, json!([broken])).await;
        visit_again(&tab, &site).await;
        let exercise = Exercise::named(&tab, PRACTICE).await;
        exercise.see(words::KEPT.text()).await;
        assert_eq!(exercise.typed().await, "", "{broken:.80}");
        assert_eq!(tab.said().await, [""; 0]);
        assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
        // It works, and is kept again.
        reply(&exercise, MIRROR).await;
        assert_eq!(records(&tab).await, [record.as_str()]);
    }
}

/// Fills the page's store to its last byte.
const FILL: &str = "let size = 1 << 22;
    let fill = '';
    while (size > 0) {
      try { localStorage.setItem('fill', fill + 'x'.repeat(size)); fill += 'x'.repeat(size); }
      catch { size >>= 1; }
    }
    return fill.length > 1e6";

async fn a_full_store_is_told(stage: &Stage) {
    let (site, tab) = open(stage, "", &kept(PRACTICE)).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    reply(&exercise, "Some words.").await;
    assert_eq!(tab.js(FILL, json!([])).await, true);
    exercise.write(MIRROR).await;
    exercise.see(words::STAYS_HERE.text()).await;
    exercise.lose(words::KEPT.text()).await;
    exercise.hear(words::STAYS_HERE.text()).await;
    let left = "return Object.keys(localStorage)";
    assert_eq!(tab.texts(left, json!([])).await, ["fill"]);
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::NEXT_TRY.text()).await;
    // On the next visit it is full from the beginning.
    assert_eq!(tab.js(FILL, json!([])).await, true);
    visit_again(&tab, &site).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.see(words::STAYS_HERE.text()).await;
    exercise.lose(words::ERASE.text()).await;
    exercise.write(MIRROR).await;
    assert_eq!(tab.texts(left, json!([])).await, ["fill"]);
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}

async fn a_browser_without_a_store_is_told(stage: &Stage) {
    for store in [
        "throw new DOMException('no', 'SecurityError')",
        "return undefined",
        "return null",
    ] {
        let head = format!(
            "<script>Object.defineProperty(window, 'localStorage', {{ get() {{ {store} }} }})</script>"
        );
        let (_site, tab) = open(stage, &head, &[kept(CHOICE), kept(PRACTICE)].concat()).await;
        for name in [CHOICE, PRACTICE] {
            let exercise = Exercise::named(&tab, name).await;
            exercise.see(words::STAYS_HERE.text()).await;
            exercise.lose(words::KEPT.text()).await;
            exercise.lose(words::ERASE.text()).await;
            for step in walks::steps(name) {
                step.take(&exercise).await;
            }
        }
        assert_eq!(tab.said().await, [""; 0], "{store}");
        assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
        stage.close().await;
    }
}

async fn a_private_exercise_is_never_kept(stage: &Stage) {
    let (_site, tab) = open(stage, "", &kept(REFLECTION)).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    for step in walks::steps(REFLECTION) {
        step.take(&exercise).await;
        exercise.lose(words::KEPT.text()).await;
    }
    assert_eq!(records(&tab).await, [""; 0]);
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("data-keep") && said[0].contains(REFLECTION));
}

async fn it_is_said_in_spanish(stage: &Stage) {
    let body = format!("<div lang=\"es\">{}</div>", kept(PRACTICE));
    let (_site, tab) = open(stage, "", &body).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    let spanish: Value = serde_json::from_str(include_str!("../../src/words/es.json")).unwrap();
    let word = |key: &str| spanish[key].as_str().unwrap();
    exercise.see(word("kept")).await;
    exercise.write("Unas palabras.").await;
    exercise.press(word("erase")).await;
    exercise.hear(word("erased")).await;
    assert_eq!(records(&tab).await, [""; 0]);
}
