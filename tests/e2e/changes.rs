//! What pages do to a place that is alive, or not yet: navigation that swaps the body,
//! lists that are drawn again, dialogs and tabs, moves.

use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, FLOWS, PRACTICE, REFLECTION};
use crate::site::{GLUE, Site, WASM};
use crate::tab::Tab;

cases![
    a_body_that_is_swapped_has_its_own_exercises,
    a_list_that_is_drawn_again_has_one_exercise,
    a_list_that_is_moved_takes_its_exercise_along,
    an_exercise_that_a_page_takes_from_its_list_comes_back,
    a_page_that_never_wants_it_is_let_alone,
    a_place_in_a_dialog_comes_alive_when_it_opens,
    a_place_in_a_hidden_tab_comes_alive_when_it_shows,
];

async fn open(stage: &Stage, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &pages::page(body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

async fn assert_quiet(tab: &Tab) {
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}

/// A list that says by its class what it is.
fn list() -> String {
    let class = format!("<ul id=\"list\" class=\"interlude-{CHOICE}\">");
    pages::list(pages::items(CHOICE)).replacen("<ul>", &class, 1)
}

/// How many exercises are alive on the page.
async fn assert_count(tab: &Tab, count: usize) {
    let script = "return [...document.querySelectorAll('*')]
        .filter((el) => el.shadowRoot?.querySelector('.frame')).length === arguments[0]";
    tab.until(&format!("{count} exercises"), script, json!([count]))
        .await;
}

async fn a_body_that_is_swapped_has_its_own_exercises(stage: &Stage) {
    let body = [pages::filled(PRACTICE), list(), pages::filled(REFLECTION)].join("\n");
    let (site, tab) = open(stage, &body).await;
    // What the page was before anything came alive, as a router keeps it.
    let keep = "return fetch('/').then((answer) => answer.text()).then((html) => {
        window.kept = html.slice(html.indexOf('<main>'), html.indexOf('</main>') + 7);
        done();
    })";
    tab.js_later(keep, json!([])).await;
    for round in 0..3 {
        let practice = Exercise::named(&tab, PRACTICE).await;
        assert_eq!(practice.typed().await, "", "round {round}");
        practice.write("I am sorry to hear it.").await;
        Exercise::at(&tab, "#list + div").await;
        Exercise::named(&tab, REFLECTION).await;
        assert_count(&tab, 3).await;
        let first = "return document.body.firstElementChild.shadowRoot
            .querySelector('button').textContent";
        assert_eq!(tab.text(first, json!([])).await, words::LEAVE.text());
        let swap = "const body = document.createElement('body');
            body.innerHTML = kept;
            document.body.replaceWith(body)";
        tab.js(swap, json!([])).await;
    }
    Exercise::named(&tab, REFLECTION).await;
    assert_eq!(
        (site.times(GLUE), site.times(WASM)),
        (tab.glue_requests(), 1)
    );
    assert_quiet(&tab).await;
}

async fn a_list_that_is_drawn_again_has_one_exercise(stage: &Stage) {
    let (site, tab) = open(stage, &format!("<section id=\"all\">{}</section>", list())).await;
    Exercise::at(&tab, "#list + div").await;
    let again = [
        // Out of a text.
        "all.innerHTML = html",
        // The same element, put back at once.
        "const list = document.querySelector('#list'); all.replaceChildren(); all.append(list)",
        // A copy of it.
        "const list = document.querySelector('#list'); const copy = list.cloneNode(true); all.replaceChildren(copy)",
        // The whole section, a copy with what stands in it, as a router keeps it.
        "const copy = all.cloneNode(true); all.replaceWith(copy)",
    ];
    for script in again {
        let script = format!(
            "const all = document.querySelector('#all'); const html = arguments[0]; {script}"
        );
        tab.js(&script, json!([list()])).await;
        let exercise = Exercise::at(&tab, "#list + div").await;
        exercise.pick(1).await;
        assert_count(&tab, 1).await;
        let hidden = "return !shown(document.querySelector('#list'))";
        assert_eq!(tab.js(hidden, json!([])).await, true);
    }
    assert_eq!(site.times(WASM), 1);
    assert_quiet(&tab).await;
}

async fn a_list_that_is_moved_takes_its_exercise_along(stage: &Stage) {
    let body = format!("<div id=\"a\">{}</div><div id=\"b\"></div>", list());
    let (_site, tab) = open(stage, &body).await;
    let exercise = Exercise::at(&tab, "#list + div").await;
    exercise.pick(2).await;
    tab.js(
        "document.querySelector('#b').append(document.querySelector('#list'))",
        json!([]),
    )
    .await;
    let exercise = Exercise::at(&tab, "#b > #list + div").await;
    assert_eq!(exercise.chosen().await, [Some(2)]);
    assert_eq!(
        tab.js(
            "return document.querySelector('#a').childElementCount",
            json!([])
        )
        .await,
        0
    );
    assert_quiet(&tab).await;
}

async fn an_exercise_that_a_page_takes_from_its_list_comes_back(stage: &Stage) {
    let (_site, tab) = open(stage, &list()).await;
    for _ in 0..3 {
        Exercise::at(&tab, "#list + div").await;
        let shown = "document.querySelector('#list + div').remove();
            return Promise.resolve().then(() => shown(document.querySelector('#list')))";
        assert_eq!(tab.js(shown, json!([])).await, true);
    }
    Exercise::at(&tab, "#list + div").await;
    assert_quiet(&tab).await;
}

async fn a_page_that_never_wants_it_is_let_alone(stage: &Stage) {
    let (_site, tab) = open(stage, &list()).await;
    let fight = "window.taken = 0;
        const take = () => document.querySelectorAll('#list + div').forEach((el) => {
          window.taken += 1;
          el.remove();
        });
        new MutationObserver(take).observe(document.querySelector('#post'), { childList: true });
        take()";
    Exercise::at(&tab, "#list + div").await;
    tab.js(fight, json!([])).await;
    tab.until("an end of it", "return window.taken >= 20", json!([]))
        .await;
    let frames = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(
        [window.taken, shown(document.querySelector('#list'))]), 50)))";
    assert_eq!(tab.js_later(frames, json!([])).await, json!([20, true]));
    assert_quiet(&tab).await;
}

async fn a_place_in_a_dialog_comes_alive_when_it_opens(stage: &Stage) {
    let body = format!("<dialog>{}</dialog>", pages::filled(CHOICE));
    let (site, tab) = open(stage, &body).await;
    let looked = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))";
    tab.js_later(looked, json!([])).await;
    assert_eq!(site.times(WASM), 0);
    for open in ["showModal()", "show()"] {
        tab.js(
            &format!("document.querySelector('dialog').{open}"),
            json!([]),
        )
        .await;
        let exercise = Exercise::named(&tab, CHOICE).await;
        exercise.pick(0).await;
        tab.js("document.querySelector('dialog').close()", json!([]))
            .await;
    }
    assert_quiet(&tab).await;
}

async fn a_place_in_a_hidden_tab_comes_alive_when_it_shows(stage: &Stage) {
    let tabs: String = FLOWS
        .iter()
        .map(|name| {
            format!(
                "<div class=\"tab\" style=\"display:none\">{}</div>",
                pages::filled(name)
            )
        })
        .collect();
    let (site, tab) = open(stage, &tabs).await;
    assert_count(&tab, 0).await;
    for (i, name) in FLOWS.iter().enumerate() {
        let show = "document.querySelectorAll('.tab').forEach((tab, i) => {
            tab.style.display = i === arguments[0] ? '' : 'none';
        })";
        tab.js(show, json!([i])).await;
        Exercise::named(&tab, name).await;
        assert_count(&tab, i + 1).await;
    }
    assert_eq!(site.times(WASM), 1);
    assert_quiet(&tab).await;
}
