//! Nothing that a reader does leaves the page, or stays on the machine; and it is gone
//! when the page is left.

use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{
    self, CARD, CHOICE, CONNECT, IN_TURN, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION, SHAPED,
    SHOES,
};
use crate::site::{COACH, Site};
use crate::tab::Tab;
use crate::walks::{self, MIRROR, OWN};

cases![
    perspective_switch_leaves_no_trace,
    is_or_isnt_leaves_no_trace,
    other_shoes_leaves_no_trace,
    mirror_then_ask_leaves_no_trace,
    ask_one_more_leaves_no_trace,
    validate_then_connect_leaves_no_trace,
    working_on_it_leaves_no_trace,
    what_shaped_my_empathy_leaves_no_trace,
    without_a_network_nothing_changes,
    next_time_leaves_no_trace,
    and_also_leaves_no_trace,
    slow_the_moment_leaves_no_trace,
    plain_words_leaves_no_trace,
    answers_are_gone_on_pagehide,
    answers_are_gone_on_return_from_the_cache,
    answers_are_gone_after_back,
    answers_are_gone_after_a_reload,
    fields_ask_the_browser_to_remember_nothing,
];

async fn perspective_switch_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, CHOICE).await;
}

async fn is_or_isnt_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, IN_TURN).await;
}

async fn other_shoes_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, SHOES).await;
}

async fn mirror_then_ask_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, PRACTICE).await;
}

async fn ask_one_more_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, OPEN).await;
}

async fn validate_then_connect_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, CONNECT).await;
}

async fn what_shaped_my_empathy_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, SHAPED).await;
}

async fn working_on_it_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, REFLECTION).await;
}

async fn next_time_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, LINE).await;
}

async fn and_also_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, LIMIT).await;
}

async fn slow_the_moment_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, PAUSE).await;
}

async fn plain_words_leaves_no_trace(stage: &Stage) {
    assert_no_trace(stage, CARD).await;
}

/// Takes down everything that the page's scripts tell somebody, keep, or put into the history.
const TOLD: &str = "<script>
window.told = [];
const { dispatchEvent } = EventTarget.prototype;
EventTarget.prototype.dispatchEvent = function (event) {
  if (event instanceof CustomEvent) told.push(`${event.type} ${JSON.stringify(event.detail)}`);
  return dispatchEvent.call(this, event);
};
const calls = [[window, 'postMessage'], [MessagePort.prototype, 'postMessage'],
  [BroadcastChannel.prototype, 'postMessage'], [Navigator.prototype, 'sendBeacon'],
  [Storage.prototype, 'setItem'], [History.prototype, 'pushState'], [History.prototype, 'replaceState']];
for (const [on, name] of calls) {
  const was = on[name];
  on[name] = function (...given) {
    told.push(`${name} ${given}`);
    return was.apply(this, given);
  };
}
</script>";

/// Opens a post with the exercises, all alive.
async fn three(stage: &Stage) -> (Site, Tab) {
    let site = Site::start().await;
    let link = "<p><a id=\"away\" href=\"/other\">Another page</a></p>";
    let body = format!("{link}\n{}\n{}", pages::three(), pages::TAG);
    site.page("/", &pages::with(TOLD, &body));
    site.page("/other", &pages::bare("<p>Another page.</p>"));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    for name in pages::FLOWS {
        Exercise::named(&tab, name).await;
    }
    (site, tab)
}

/// What a script outside can tell of the page: its address, and what it has asked for, here
/// and elsewhere.
async fn outside(tab: &Tab, site: &Site) -> (Value, [Vec<String>; 2]) {
    let script = "return { address: location.href, history: history.length, state: history.state,
        title: document.title, name: window.name, loaded: performance.getEntriesByType('resource').map((one) => one.name) }";
    let asked = [site.asked(), tab.asked_outside()];
    (tab.js(script, json!([])).await, asked)
}

/// What is kept on the machine.
async fn kept(tab: &Tab) -> Value {
    let script = "(async () => ({
        local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
        databases: await indexedDB.databases(), caches: await caches.keys(),
        files: navigator.storage ? await Array.fromAsync((await navigator.storage.getDirectory()).keys()) : [],
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }))().then(done, (error) => done(String(error)))";
    tab.js_later(script, json!([])).await
}

/// Loads what is fetched while a reader writes: one file, the same for whatever she writes.
async fn load_coach(exercise: &Exercise<'_>) {
    exercise.write("x").await;
    exercise.tab.until_loaded(COACH).await;
    exercise.write("").await;
}

/// Where on the page something stands that was typed into an exercise: in an attribute, in
/// the page's own text, in another exercise. Its own notes may quote it; a private one doesn't.
async fn spilled(exercise: &Exercise<'_>, typed: &[&str], is_private: bool) -> Vec<String> {
    let script = "
        const [at, typed, isPrivate] = arguments;
        const found = [];
        const hold = (text, where) => typed.some((one) => text.includes(one)) && found.push(where);
        const look = (root, mayQuote) => {
          if (!mayQuote) hold(root.textContent, root.host?.dataset.interlude ?? 'the page');
          for (const el of root.querySelectorAll('*')) {
            for (const { name, value } of el.attributes) hold(value, `${el.localName}, ${name}`);
            if (el.shadowRoot) look(el.shadowRoot, !isPrivate && el.matches(at));
          }
        };
        look(document.documentElement);
        return found";
    let args = json!([exercise.at, typed, is_private]);
    exercise.tab.texts(script, args).await
}

/// A whole run of one exercise, on a page with all of them.
async fn assert_no_trace(stage: &Stage, name: &str) {
    let (site, tab) = three(stage).await;
    load_coach(&Exercise::named(&tab, PRACTICE).await).await;
    let exercise = Exercise::named(&tab, name).await;
    let is_private = name == REFLECTION;
    let before = outside(&tab, &site).await;
    let typed = walks::typed(name);
    for step in walks::steps(name) {
        step.take(&exercise).await;
        assert_eq!(
            outside(&tab, &site).await,
            before,
            "at the step “{}”",
            step.name
        );
        let spilled = spilled(&exercise, &typed, is_private).await;
        assert_eq!(spilled, [""; 0], "at the step “{}”", step.name);
    }
    let nothing = json!({ "local": {}, "session": {}, "cookies": "", "databases": [],
        "caches": [], "files": [], "workers": 0 });
    assert_eq!(kept(&tab).await, nothing);
    assert_tells_no_more(&tab, name).await;
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.browser_log().await, [""; 0]);
    away_and_back(&tab).await;
    let exercise = Exercise::named(&tab, name).await;
    if let Some(first) = walks::steps(name).first() {
        first.take(&exercise).await;
    }
    assert_nothing_of(&tab, &typed).await;
}

/// The page's scripts have told that exercises are there, and that this one was begun and
/// came to its end; of a private one nothing; and nothing else at all.
async fn assert_tells_no_more(tab: &Tab, name: &str) {
    let told = |kind: &str, name: &str| {
        let version = env!("CARGO_PKG_VERSION");
        format!("interlude:{kind} {{\"name\":\"{name}\",\"version\":\"{version}\"}}")
    };
    let is_heard = |name: &&str| *name != REFLECTION;
    let mut wanted: Vec<_> = pages::FLOWS
        .into_iter()
        .filter(is_heard)
        .map(|name| told("ready", name))
        .collect();
    if is_heard(&name) {
        wanted.extend([told("started", name), told("finished", name)]);
        // Its walk begins again and comes to the end once more.
        if [PAUSE, SHAPED].contains(&name) {
            wanted.push(told("finished", name));
        }
    }
    let heard = tab.texts("return told", json!([])).await;
    let (ready, rest) = heard.split_at(heard.len().min(pages::FLOWS.len() - 1));
    let mut in_order = ready.to_vec();
    in_order.sort_by_key(|one| wanted.iter().position(|other| one == other));
    assert_eq!([&in_order, rest].concat(), wanted);
}

/// Every exercise works with all of the network gone, and forbidden to the page.
async fn without_a_network_nothing_changes(stage: &Stage) {
    let (site, tab) = three(stage).await;
    // So that the coach is there, and not only its file.
    let practice = Exercise::named(&tab, PRACTICE).await;
    practice.write(MIRROR).await;
    practice.press(words::LOOK.text()).await;
    practice.see(words::NEXT_TRY.text()).await;
    let afresh = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    tab.js(afresh, json!([])).await;
    let forbid = "document.head.append(Object.assign(document.createElement('meta'),
        { httpEquiv: 'Content-Security-Policy', content: \"default-src 'none'; connect-src 'none'; img-src data:\" }))";
    tab.js(forbid, json!([])).await;
    site.cut_off();
    let asked = site.asked();
    for name in pages::FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
        }
    }
    assert_eq!(tab.texts("return seen.forbidden", json!([])).await, [""; 0]);
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.browser_log().await, [""; 0]);
    // The policy is in force.
    tab.js("fetch('/x').catch(() => {})", json!([])).await;
    let forbidden = "return seen.forbidden.find((one) => one.startsWith('connect-src'))";
    tab.until("a report of the request", forbidden, json!([]))
        .await;
    assert_eq!(site.asked(), asked);
}

/// Leaves an answer in each of the exercises.
async fn answer_all(tab: &Tab) {
    let choice = Exercise::named(tab, CHOICE).await;
    choice.pick(1).await;
    choice.press(words::START.text()).await;
    choice.see(words::SKIP.text()).await;
    choice.pick(0).await;
    for name in [PRACTICE, OPEN, CONNECT] {
        let practice = Exercise::named(tab, name).await;
        practice.write(MIRROR).await;
        practice.press(words::LOOK.text()).await;
        practice.see(words::NOTES.text()).await;
    }
    let connect = Exercise::named(tab, CONNECT).await;
    connect.write_in(1, OWN).await;
    let reflection = Exercise::named(tab, REFLECTION).await;
    reflection.press(words::OPEN_PRIVATE.text()).await;
    reflection.see(words::FINISH.text()).await;
    reflection.pick_in(0, 0).await;
    reflection.write(OWN).await;
}

/// All stand at their beginning, and nothing of the answers is in the document.
async fn assert_fresh(tab: &Tab) {
    let choice = Exercise::named(tab, CHOICE).await;
    choice.see(words::WHICH_SCENE.text()).await;
    assert_eq!(choice.chosen().await, [None]);
    for name in [PRACTICE, OPEN, CONNECT] {
        let practice = Exercise::named(tab, name).await;
        practice.lose(words::NOTES.text()).await;
        assert_eq!(practice.typed().await, "");
    }
    let connect = Exercise::named(tab, CONNECT).await;
    assert_eq!(connect.typed_in(1).await, "");
    let reflection = Exercise::named(tab, REFLECTION).await;
    reflection.see(words::SOMEBODY_MAY_SEE.text()).await;
    reflection.press(words::OPEN_PRIVATE.text()).await;
    reflection.see(words::FINISH.text()).await;
    assert!(reflection.chosen().await.iter().all(Option::is_none));
    assert_eq!(reflection.typed().await, "");
    assert_nothing_of(tab, &[MIRROR, OWN]).await;
}

/// None of these texts is anywhere in the document, nor in a box.
async fn assert_nothing_of(tab: &Tab, typed: &[&str]) {
    let script = "
        const texts = [document.documentElement.outerHTML];
        const look = (root) => {
          for (const el of root.querySelectorAll('*')) {
            if (el.value) texts.push(String(el.value));
            if (el.shadowRoot) {
              texts.push(el.shadowRoot.innerHTML);
              look(el.shadowRoot);
            }
          }
        };
        look(document);
        return arguments[0].filter((one) => texts.some((text) => text.includes(one)))";
    assert_eq!(tab.texts(script, json!([typed])).await, [""; 0]);
}

async fn answers_are_gone_on_pagehide(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    answer_all(&tab).await;
    tab.js(
        "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))",
        json!([]),
    )
    .await;
    assert_fresh(&tab).await;
}

async fn answers_are_gone_on_return_from_the_cache(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    answer_all(&tab).await;
    tab.js(
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        json!([]),
    )
    .await;
    assert_fresh(&tab).await;
}

/// Follows the link to another page, and goes back.
async fn away_and_back(tab: &Tab) {
    let link = "return document.querySelector('#away')";
    tab.click("the link", link, json!([])).await;
    let other = "return location.pathname === '/other'";
    tab.until("the other page", other, json!([])).await;
    tab.client.back().await.unwrap();
    tab.until("the post", "return location.pathname === '/'", json!([]))
        .await;
}

async fn answers_are_gone_after_back(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    tab.js(
        "addEventListener('pageshow', (event) => { window.cached = event.persisted })",
        json!([]),
    )
    .await;
    answer_all(&tab).await;
    away_and_back(&tab).await;
    assert_fresh(&tab).await;
    // The page came from the cache, or was loaded again; both have to be fresh.
    let back = "return window.cached || performance.getEntriesByType('navigation')[0].type === 'back_forward'";
    assert_eq!(tab.js(back, json!([])).await, true);
}

async fn answers_are_gone_after_a_reload(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    answer_all(&tab).await;
    tab.client.refresh().await.unwrap();
    assert_fresh(&tab).await;
}

async fn fields_ask_the_browser_to_remember_nothing(stage: &Stage) {
    let (_site, tab) = three(stage).await;
    for name in pages::FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let mut fields = 0;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let script = "return inside(arguments[0], 'input, textarea')
                .map((el) => el.localName === 'textarea' && el.spellcheck ? 'spelling' : el.getAttribute('autocomplete'))";
            let found = tab.texts(script, json!([exercise.at])).await;
            fields += found.len();
            assert!(
                found.iter().all(|one| one == "off"),
                "{}: {found:?}",
                step.name
            );
        }
        assert!(fields > 0 || name == CARD);
    }
}
