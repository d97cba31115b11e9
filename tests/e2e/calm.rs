//! The care rules that a reader can see: nothing scores or judges, nothing happens by
//! itself, and what has to be said about safety is said.

use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CARD, CHOICE, CONNECT, FLOWS, LIMIT, LINE, OPEN, PRACTICE, REFLECTION};
use crate::site::Site;
use crate::tab::{Tab, strings};
use crate::walks;

cases![
    no_step_scores,
    the_check_of_scores_finds_one,
    nothing_happens_on_hover_on_scroll_or_with_time,
    nothing_is_printed_copied_or_saved_unasked,
    every_round_says_who_should_not_try_it,
    every_end_says_that_it_is_no_therapy,
    all_answers_to_a_sign_weigh_the_same,
    help_has_the_day_of_its_check_and_the_owners_link_last,
];

/// Takes down what could make something happen later, and what prints, copies or saves.
const WATCHED: &str = "<script>
window.asked = { timers: [], kept: [] };
for (const name of ['setTimeout', 'setInterval']) {
  const was = window[name];
  window[name] = (call, wait, ...rest) => {
    // Ours only: drivers set some in the page, too.
    if (Error().stack.includes('/interlude/')) asked.timers.push(`${name} ${wait ?? 0}`);
    return was.call(window, call, wait, ...rest);
  };
}
window.print = () => asked.kept.push('print');
document.execCommand = (name) => asked.kept.push(name);
for (const name of ['open', 'alert', 'confirm', 'prompt', 'showSaveFilePicker'])
  window[name] = () => asked.kept.push(name);
HTMLAnchorElement.prototype.click = () => asked.kept.push('a link');
Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => asked.kept.push('copy') } });
</script>";

/// A post with the exercises, opened in a tab.
async fn open(stage: &Stage) -> (Site, Tab) {
    let site = Site::start().await;
    let body = format!("{}\n{}", pages::three(), pages::TAG);
    site.page("/", &pages::with(WATCHED, &body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// Whatever measures, marks right and wrong, or celebrates.
const SCORES: &str = r"
    const shadow = root(arguments[0]);
    const faults = [];
    const parts = 'progress, meter, img, svg, canvas, video, audio, dialog, [role=progressbar], [role=meter], [role=img], [role=alert], [role=dialog], [aria-valuenow]';
    for (const el of shadow.querySelectorAll(parts)) faults.push(`there is a ${el.localName}`);
    const text = words(shadow.querySelector('.frame'));
    const said = /\d+\s*%|\d+\s*\/\s*\d+|\b(score|points?|incorrect|wrong|right answer|badge|rank|well done|congratulations)\b/i.exec(text);
    if (said) faults.push(`it says “${said[0]}”`);
    if (/[\u2713\u2714\u2717\u2718\u274c\u2705\u{1f389}\u{1f44d}\u{1f3c6}\u2b50]/u.test(text)) faults.push('it has a tick, a cross or a cheer');
    // Colors as the browser lays them: none of them is a red.
    const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const isRed = (color) => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      return a > 20 && r > 90 && r > 1.6 * g && r > 1.6 * b;
    };
    for (const el of inside(arguments[0], '*')) {
      const style = getComputedStyle(el);
      for (const name of ['color', 'backgroundColor', 'borderTopColor', 'borderInlineStartColor'])
        if (isRed(style[name])) faults.push(`${el.localName}.${el.className} is red: ${style[name]}`);
    }
    return faults";

async fn no_step_scores(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let mut faults = Vec::new();
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let found = strings(&tab.js(SCORES, json!([exercise.at])).await);
            faults.extend(
                found
                    .iter()
                    .map(|one| format!("{name}, {}: {one}", step.name)),
            );
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn the_check_of_scores_finds_one(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    for (change, sentence) in [
        (
            "opening.textContent = 'You have 3 points'",
            "it says “points”",
        ),
        ("opening.textContent = 'That is 60 %'", "it says “60 %”"),
        (
            "opening.textContent = 'Done \u{2705}'",
            "a tick, a cross or a cheer",
        ),
        ("opening.style.color = '#c22'", "is red"),
        (
            "opening.append(document.createElement('progress'))",
            "there is a progress",
        ),
    ] {
        let change = format!(
            "const opening = root(arguments[0]).querySelector('.screen .opening'); {change}"
        );
        tab.js(&change, json!([exercise.at])).await;
        let found = strings(&tab.js(SCORES, json!([exercise.at])).await);
        assert!(
            found.iter().any(|one| one.contains(sentence)),
            "{change} gives {found:?}"
        );
    }
}

/// All that is in the exercises, and what a bystander would notice.
const ALL_THERE: &str = "return {
    inside: [...document.querySelectorAll('[data-interlude]')].map((el) => el.shadowRoot.innerHTML),
    title: document.title, address: location.href, focus: focused().localName, asked,
    playing: [...document.querySelectorAll('audio, video')].length }";

/// The one clock there is: it looks whether something of the site hides “Leave this page”.
const CLOCK: &str = "setInterval 500";

/// What was put off was put off by no time at all, as it is between two exercises.
async fn assert_no_waiting(tab: &Tab, when: &str) {
    let timers = tab.texts("return asked.timers", json!([])).await;
    assert!(!timers.is_empty(), "the watch sees nothing");
    assert!(
        timers
            .iter()
            .all(|one| one == "setTimeout 0" || one == CLOCK),
        "{when}: {timers:?}"
    );
    assert!(
        timers.iter().filter(|one| *one == CLOCK).count() <= 1,
        "{when}: {timers:?}"
    );
}

async fn nothing_happens_on_hover_on_scroll_or_with_time(stage: &Stage) {
    let (site, tab) = open(stage).await;
    for name in FLOWS {
        Exercise::named(&tab, name).await;
    }
    let before = (tab.js(ALL_THERE, json!([])).await, site.asked());
    assert_no_waiting(&tab, "at first").await;
    // As a mouse does that goes over everything, and a thumb that scrolls.
    let over = "for (const place of document.querySelectorAll('[data-interlude]'))
        for (const el of place.shadowRoot.querySelectorAll('*'))
          for (const kind of ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove', 'pointermove', 'mouseout', 'mouseleave'])
            el.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true }));
      for (let y = 0; y < document.documentElement.scrollHeight; y += 200) scrollTo({ top: y, behavior: 'instant' });
      for (const kind of ['blur', 'focus', 'resize', 'visibilitychange', 'mouseleave']) dispatchEvent(new Event(kind));
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
    tab.js_later(over, json!([])).await;
    let after = (tab.js(ALL_THERE, json!([])).await, site.asked());
    assert_eq!(after, before);
    // Nothing waits for a time to pass, at any step.
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            assert_no_waiting(&tab, step.name).await;
        }
    }
}

async fn nothing_is_printed_copied_or_saved_unasked(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            // The one step of a walk at which a button asks for it.
            let asked: &[&str] = match step.name {
                "copied" => &["copy"],
                _ => &[],
            };
            let kept = tab.texts("return asked.kept.splice(0)", json!([])).await;
            assert_eq!(kept, asked, "{name}, {}", step.name);
        }
        let downloads = tab.js(
            "return root(arguments[0]).querySelectorAll('[download]').length",
            json!([exercise.at]),
        );
        assert_eq!(downloads.await, 0);
    }
}

/// How often a text stands on the screen of an exercise.
async fn times(exercise: &Exercise<'_>, text: &str) -> Value {
    let script = "return words(inside(arguments[0], '.screen')[0]).split(arguments[1]).length - 1";
    exercise.tab.js(script, json!([exercise.at, text])).await
}

async fn every_round_says_who_should_not_try_it(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    for name in [PRACTICE, OPEN, CONNECT, LINE, LIMIT] {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let wanted = u32::from(step.name != "end");
            let found = times(&exercise, words::IF_AFRAID.text()).await;
            assert_eq!(found, wanted, "{name}, {}", step.name);
            let found = times(&exercise, words::IF_SAFE.text()).await;
            assert_eq!(found, u32::from(name == LIMIT), "{name}, {}", step.name);
        }
    }
}

async fn every_end_says_that_it_is_no_therapy(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    // A card has no end.
    for name in FLOWS.into_iter().filter(|name| *name != CARD) {
        let exercise = Exercise::named(&tab, name).await;
        let mut said = false;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let now = times(&exercise, words::NOT_THERAPY.text()).await;
            assert!(now.as_u64() <= Some(1), "{name}, {}", step.name);
            said |= now == 1;
        }
        assert!(said, "{name} does not say it");
    }
}

async fn all_answers_to_a_sign_weigh_the_same(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    tab.point_away().await;
    let looks = "return inside(arguments[0], 'fieldset:first-of-type .option').map((el) => {
        const parts = [el, el.querySelector('input'), el.querySelector('span')];
        const look = ['color', 'backgroundColor', 'backgroundImage', 'borderTopColor', 'borderTopWidth', 'boxShadow', 'fontSize', 'fontWeight', 'opacity'];
        return parts.map((part) => look.map((name) => getComputedStyle(part)[name]).join()).join() })";
    let open = tab.texts(looks, json!([exercise.at])).await;
    assert!(
        open.len() == 3 && open.iter().all(|one| *one == open[0]),
        "{open:#?}"
    );
    // Each of them looks the same when it is chosen, and the others as they did before.
    let mut chosen = Vec::new();
    for mark in 0..3 {
        exercise.pick(mark).await;
        // The colors go over into each other for a moment.
        let script = "return root(arguments[0]).getAnimations().length === 0";
        tab.until("colors at rest", script, json!([exercise.at]))
            .await;
        let mut now = tab.texts(looks, json!([exercise.at])).await;
        chosen.push(now.remove(mark));
    }
    assert!(
        chosen
            .iter()
            .all(|one| *one == chosen[0] && *one != open[0]),
        "{chosen:#?}"
    );
}

async fn help_has_the_day_of_its_check_and_the_owners_link_last(stage: &Stage) {
    let site = Site::start().await;
    let own =
        "<div data-interlude=\"working-on-it-or-walking-away\"><script type=\"application/json\">
        { \"link\": \"https://example.org/me\", \"linkText\": \"Write to me\" }</script></div>";
    site.page("/", &pages::page(own));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    let help = exercise.one(".help").await;
    let date = help.split("checked: ").nth(1).unwrap_or_default();
    assert_eq!(
        date.split('.').next().map(|date| date.split('-').count()),
        Some(3),
        "{help}"
    );
    let sizes = "return inside(arguments[0], '.help a').map((el) => [words(el), parseFloat(getComputedStyle(el).fontSize)])";
    let links = tab.js(sizes, json!([exercise.at])).await;
    let links = links.as_array().unwrap();
    let (own, others) = links.split_last().unwrap();
    assert_eq!(own[0], "Write to me");
    for other in others {
        assert!(other[1].as_f64() > own[1].as_f64(), "{links:?}");
    }
}
