//! Whatever fails, the post reads as it did before, and the console says one sentence.

use serde_json::{Value, json};

use crate::browser::{Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE, REFLECTION};
use crate::site::{self, Answer, ENTRY, GLUE, Site, WASM, WORDS};
use crate::tab::Tab;

cases![
    with_scripts_off_the_post_reads_as_before,
    without_the_entry_the_post_reads_as_before,
    without_the_module_the_post_reads_as_before,
    with_a_cut_module_the_post_reads_as_before,
    without_the_glue_the_post_reads_as_before,
    without_the_words_the_post_reads_as_before,
    with_a_page_in_place_of_the_words_the_post_reads_as_before,
    without_a_draft_its_list_stays_and_the_others_work,
    with_broken_glue_the_post_reads_as_before,
    with_a_page_in_place_of_the_module_the_post_reads_as_before,
    with_a_page_in_place_of_the_glue_the_post_reads_as_before,
    offline_after_the_entry_the_post_reads_as_before,
    a_trap_while_one_comes_alive_brings_all_lists_back,
    a_saved_page_shows_its_lists,
    without_webassembly_the_post_reads_as_before,
    a_module_of_another_content_type_works,
    without_an_observer_the_exercises_come_at_once,
    a_trap_in_a_press_brings_all_lists_back,
    a_trap_that_surfaces_in_the_window_brings_all_lists_back,
    an_error_of_the_page_itself_changes_nothing,
];

const READ: &str = "return document.querySelector('#post').innerText";

/// How the post reads without Interlude.
async fn plain(tab: &Tab, site: &Site) -> String {
    site.page("/plain", &pages::bare(&pages::three()));
    tab.open(&site.url("/plain")).await;
    tab.text(READ, json!([])).await
}

/// A post with the three exercises on a site that a test has broken.
async fn assert_reads_as_before(stage: &Stage, damage: impl FnOnce(&Site), says: &str) {
    let site = Site::start().await;
    damage(&site);
    let tab = stage.tab().await;
    let plain = plain(&tab, &site).await;
    site.page("/", &pages::page(&pages::three()));
    tab.open(&site.url("/")).await;
    let line = tab.until_said("The post stays as it is.").await;
    assert!(line.contains(says), "{line}");
    for name in pages::FLOWS {
        tab.js(
            "document.querySelector(arguments[0]).scrollIntoView()",
            json!([at(name)]),
        )
        .await;
    }
    assert_plain(&tab, &plain).await;
    assert_one_sentence(&tab).await;
}

fn at(name: &str) -> String {
    format!("[data-interlude=\"{name}\"]")
}

async fn assert_plain(tab: &Tab, plain: &str) {
    assert_eq!(tab.text(READ, json!([])).await, plain);
    let shown = "return [...document.querySelectorAll('#post li')].every(shown)";
    assert_eq!(tab.js(shown, json!([])).await, true);
}

async fn assert_one_sentence(tab: &Tab) {
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("Interlude"), "{said:?}");
}

async fn with_scripts_off_the_post_reads_as_before(stage: &Stage) {
    let site = Site::start().await;
    let wish = Wish {
        no_scripts: true,
        ..Wish::default()
    };
    let tab = stage.tab_with(wish).await;
    let plain = plain(&tab, &site).await;
    site.page("/", &pages::page(&pages::three()));
    tab.open(&site.url("/")).await;
    assert_eq!(
        tab.js("return window.seen === undefined", json!([])).await,
        true
    );
    assert_plain(&tab, &plain).await;
}

async fn without_the_entry_the_post_reads_as_before(stage: &Stage) {
    let site = Site::start().await;
    site.put(ENTRY, Answer::html("Not here").status(404));
    let tab = stage.tab().await;
    let plain = plain(&tab, &site).await;
    site.page("/", &pages::page(&pages::three()));
    tab.open(&site.url("/")).await;
    assert_plain(&tab, &plain).await;
}

async fn without_the_module_the_post_reads_as_before(stage: &Stage) {
    let missing = |site: &Site| site.put(WASM, Answer::html("Not here").status(404));
    assert_reads_as_before(stage, missing, "404").await;
}

async fn with_a_cut_module_the_post_reads_as_before(stage: &Stage) {
    let cut = |site: &Site| {
        let mut answer = site.get(WASM);
        answer.body.truncate(answer.body.len() / 2);
        site.put(WASM, answer);
    };
    assert_reads_as_before(stage, cut, "stopped").await;
}

async fn without_the_glue_the_post_reads_as_before(stage: &Stage) {
    let missing = |site: &Site| site.put(GLUE, Answer::html("Not here").status(404));
    assert_reads_as_before(stage, missing, "stopped").await;
}

async fn without_the_words_the_post_reads_as_before(stage: &Stage) {
    let missing = |site: &Site| site.put(WORDS, Answer::html("Not here").status(404));
    assert_reads_as_before(stage, missing, "words.en.json: HTTP 404").await;
}

async fn with_a_page_in_place_of_the_words_the_post_reads_as_before(stage: &Stage) {
    let page = |site: &Site| site.page(WORDS, "<!DOCTYPE html><h1>Welcome!</h1>");
    assert_reads_as_before(stage, page, "words.en.json is not of version").await;
}

async fn without_a_draft_its_list_stays_and_the_others_work(stage: &Stage) {
    let missing = Answer::html("Not here").status(404);
    // Another release's file, perhaps: it could be read, and is refused.
    let other = Answer::new("application/json", "{\"title\": \"Another\"}");
    for (answer, says) in [(missing, "HTTP 404"), (other, "is not of version")] {
        let site = Site::start().await;
        site.put(&site::draft(PRACTICE, "en"), answer);
        let tab = stage.tab().await;
        site.page("/", &pages::page(&pages::three()));
        tab.open(&site.url("/")).await;
        for name in pages::FLOWS.into_iter().filter(|name| *name != PRACTICE) {
            Exercise::named(&tab, name).await;
        }
        let near = "document.querySelector(arguments[0]).scrollIntoView()";
        tab.js(near, json!([at(PRACTICE)])).await;
        let line = tab.until_said("The post stays as it is.").await;
        let file = format!("A file of this exercise is missing: {PRACTICE}.en.json");
        assert!(line.contains(&file) && line.contains(says), "{line}");
        let shown = "return [...document.querySelectorAll(arguments[0] + ' li')].every(shown)";
        assert_eq!(tab.js(shown, json!([at(PRACTICE)])).await, true);
        assert_one_sentence(&tab).await;
    }
}

async fn with_broken_glue_the_post_reads_as_before(stage: &Stage) {
    let broken = |site: &Site| {
        let mut answer = site.get(GLUE);
        answer.body.truncate(answer.body.len() / 2);
        site.put(GLUE, answer);
    };
    assert_reads_as_before(stage, broken, "stopped").await;
}

async fn with_a_page_in_place_of_the_module_the_post_reads_as_before(stage: &Stage) {
    let page = |site: &Site| site.page(WASM, "<!DOCTYPE html><h1>Welcome!</h1>");
    assert_reads_as_before(stage, page, "stopped").await;
}

async fn with_a_page_in_place_of_the_glue_the_post_reads_as_before(stage: &Stage) {
    let page = |site: &Site| site.page(GLUE, "<!DOCTYPE html><h1>Welcome!</h1>");
    assert_reads_as_before(stage, page, "stopped").await;
}

async fn offline_after_the_entry_the_post_reads_as_before(stage: &Stage) {
    let site = Site::start().await;
    let body = format!("{}\n{}", pages::long_text(), pages::three());
    let tab = stage.tab().await;
    site.page("/plain", &pages::bare(&body));
    tab.open(&site.url("/plain")).await;
    let plain = tab.text(READ, json!([])).await;
    site.page("/", &pages::page(&body));
    tab.open(&site.url("/")).await;
    let at_work = "return Symbol.for('interlude') in window";
    tab.until("the entry, at work", at_work, json!([])).await;
    site.cut_off();
    for name in pages::FLOWS {
        let script = "document.querySelector(arguments[0]).scrollIntoView()";
        tab.js(script, json!([at(name)])).await;
    }
    tab.until_said("The post stays as it is.").await;
    assert_plain(&tab, &plain).await;
    assert_one_sentence(&tab).await;
}

/// Its style sheets and scripts are gone, as in an archive or a mail.
async fn a_saved_page_shows_its_lists(stage: &Stage) {
    let (site, tab, plain) = alive(stage).await;
    let saved = tab
        .text("return document.documentElement.outerHTML", json!([]))
        .await;
    let saved = saved.replace("interlude.js", "nothing.js");
    site.page("/saved", &format!("<!DOCTYPE html>{saved}"));
    tab.open(&site.url("/saved")).await;
    // Some engines count the empty element that is left of an exercise as a line.
    assert_eq!(tab.text(READ, json!([])).await.trim_end(), plain);
    let shown = "return [...document.querySelectorAll('#post li')].every(shown)";
    assert_eq!(tab.js(shown, json!([])).await, true);
    // With the entry, what was saved comes alive again.
    site.page(
        "/again",
        &format!(
            "<!DOCTYPE html>{}",
            saved.replace("nothing.js", "interlude.js")
        ),
    );
    tab.open(&site.url("/again")).await;
    Exercise::at(&tab, &format!(".interlude-{PRACTICE} + div")).await;
    let beside = "return document.querySelectorAll('[data-interlude-beside]').length";
    assert_eq!(tab.js(beside, json!([])).await, 1);
}

async fn a_trap_while_one_comes_alive_brings_all_lists_back(stage: &Stage) {
    let (_site, tab, plain) = alive(stage).await;
    let add = "breakPage();
        const place = document.createElement('div');
        place.id = 'late';
        place.dataset.interlude = 'perspective-switch';
        document.body.prepend(place);
        scrollTo(0, 0)";
    tab.js(add, json!([])).await;
    assert_all_back(&tab, &plain).await;
    let late = "const place = document.querySelector('#late');
        return !place.shadowRoot || place.shadowRoot.firstElementChild.localName === 'slot'";
    assert_eq!(tab.js(late, json!([])).await, true);
}

async fn without_webassembly_the_post_reads_as_before(stage: &Stage) {
    let site = Site::start().await;
    let tab = stage.tab().await;
    let plain = plain(&tab, &site).await;
    let none = "<script>delete globalThis.WebAssembly</script>";
    let body = format!("{}\n{}", pages::three(), pages::TAG);
    site.page("/", &pages::with(none, &body));
    tab.open(&site.url("/")).await;
    tab.until_said("no WebAssembly").await;
    assert_plain(&tab, &plain).await;
    assert_one_sentence(&tab).await;
}

async fn a_module_of_another_content_type_works(stage: &Stage) {
    let site = Site::start().await;
    let mut answer = site.get(WASM);
    answer.kind = "application/octet-stream".into();
    site.put(WASM, answer);
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    for name in pages::FLOWS {
        Exercise::named(&tab, name).await;
    }
    assert_eq!(tab.said().await, [""; 0]);
}

async fn without_an_observer_the_exercises_come_at_once(stage: &Stage) {
    let site = Site::start().await;
    let none = "<script>delete globalThis.IntersectionObserver</script>";
    let body = format!("{}\n{}\n{}", pages::long_text(), pages::three(), pages::TAG);
    site.page("/", &pages::with(none, &body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let alive =
        "return [...document.querySelectorAll('[data-interlude]')].every((el) => el.shadowRoot)";
    tab.until("all of them, alive", alive, json!([])).await;
}

/// What an exercise calls in the page will throw, as in a page that others have broken.
const BREAK: &str = "<script>
window.breakPage = () => {
  Element.prototype.setAttribute = () => { throw new TypeError('broken on purpose'); };
};
</script>";

/// A post with the three exercises alive, the last of them on a bare list, and how the
/// post reads without Interlude.
async fn alive(stage: &Stage) -> (Site, Tab, String) {
    let site = Site::start().await;
    let list = pages::list(pages::items(PRACTICE));
    let list = list.replacen("<ul>", &format!("<ul class=\"interlude-{PRACTICE}\">"), 1);
    let places = [pages::filled(CHOICE), pages::filled(REFLECTION), list];
    let body = places.join("\n<p>Words between.</p>\n");
    site.page("/plain", &pages::bare(&body));
    let body = format!("{body}\n{}", pages::TAG);
    site.page("/", &pages::with(BREAK, &body));
    let tab = stage.tab().await;
    tab.open(&site.url("/plain")).await;
    let plain = tab.text(READ, json!([])).await;
    tab.open(&site.url("/")).await;
    for name in [CHOICE, REFLECTION] {
        Exercise::named(&tab, name).await;
    }
    Exercise::at(&tab, &format!(".interlude-{PRACTICE} + div")).await;
    assert_ne!(tab.text(READ, json!([])).await, plain);
    (site, tab, plain)
}

async fn assert_all_back(tab: &Tab, plain: &str) {
    let script = "return document.querySelector('#post').innerText === arguments[0]";
    tab.until("the post as it was", script, json!([plain]))
        .await;
    assert_plain(tab, plain).await;
    let said = tab.said().await;
    let ours = said.iter().filter(|line| line.starts_with("Interlude"));
    assert_eq!(ours.count(), 1, "{said:?}");
    assert!(said[0].contains("stopped"), "{said:?}");
}

async fn a_trap_in_a_press_brings_all_lists_back(stage: &Stage) {
    let (_site, tab, plain) = alive(stage).await;
    tab.js("breakPage()", json!([])).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    exercise.press(interlude::ui::words::START_ANY.text()).await;
    assert_all_back(&tab, &plain).await;
}

async fn a_trap_that_surfaces_in_the_window_brings_all_lists_back(stage: &Stage) {
    let (site, tab, plain) = alive(stage).await;
    let trap = "const error = new WebAssembly.RuntimeError('unreachable');
        error.stack = `RuntimeError: unreachable\n    at ${arguments[0]}:wasm-function[7]:0x42`;
        dispatchEvent(new ErrorEvent('error', { error, message: error.message }))";
    tab.js(trap, json!([site.url(WASM)])).await;
    assert_all_back(&tab, &plain).await;
    // What comes afterwards finds nothing to do.
    tab.js(trap, json!([site.url(WASM)])).await;
    tab.js(
        "dispatchEvent(new PageTransitionEvent('pagehide'))",
        json!([]),
    )
    .await;
    assert_all_back(&tab, &plain).await;
}

async fn an_error_of_the_page_itself_changes_nothing(stage: &Stage) {
    let (_site, tab, plain) = alive(stage).await;
    let errors: [Value; 2] = [
        json!("new TypeError('theirs')"),
        json!("new WebAssembly.RuntimeError('theirs')"),
    ];
    for error in errors {
        let script = "const error = eval(arguments[0]);
            error.stack = 'at https://elsewhere.example/game.wasm';
            dispatchEvent(new ErrorEvent('error', { error, message: error.message }))";
        tab.js(script, json!([error])).await;
    }
    assert_ne!(tab.text(READ, json!([])).await, plain);
    let exercise = Exercise::named(&tab, CHOICE).await;
    exercise.press(interlude::ui::words::START_ANY.text()).await;
    exercise.see(interlude::ui::words::SKIP.text()).await;
    assert_eq!(tab.said().await, [""; 0]);
}
