//! What holds for keyboards, screen readers and large fingers at every step of every
//! exercise: native controls in one tree, a focus that is in view, errors told when asked.

use fantoccini::key::Key;
use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, CONNECT, FLOWS, PRACTICE};
use crate::site::Site;
use crate::tab::{Tab, strings};
use crate::walks;

cases![
    every_step_is_made_of_native_controls,
    the_check_of_controls_finds_what_is_amiss,
    a_new_step_comes_into_view,
    an_empty_box_is_told_by_the_button_and_not_before,
    of_two_boxes_one_is_told,
    a_note_that_is_not_shown_is_not_there,
    what_is_shown_can_be_searched_for needs Search,
    what_is_chosen_shows_without_color,
    an_element_of_its_own_shows_its_list_without_scripts,
];

/// A post with the exercises, opened in a tab.
async fn open(stage: &Stage) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// Lists what an exercise is not to have, and what it lacks.
const CONTROLS: &str = "
    const shadow = root(arguments[0]);
    const faults = [];
    const fault = (el, text) => faults.push(`${el.localName}.${el.className} “${words(el).slice(0, 30)}” ${text}`);
    for (const el of shadow.querySelectorAll('*')) {
      if (el.shadowRoot) fault(el, 'has a tree of its own');
      if (el.draggable && el.localName !== 'a') fault(el, 'is to be dragged');
      if (el.matches('[tabindex]:not([tabindex=\"-1\"])')) fault(el, 'is put into the order of the focus by hand');
      if (el.matches('[role]:not([role=group], [role=heading], [role=status])')) fault(el, `plays the role ${el.role}`);
      if (el.matches('[accesskey], [autofocus], [disabled], [required], input:not([type=radio], [type=checkbox]), select'))
        fault(el, 'is no control of ours');
      for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
        for (const id of (el.getAttribute(name) ?? '').split(' ').filter(Boolean))
          if (!shadow.getElementById(id)) fault(el, `has ${name}=${id}, which is not there`);
    }
    for (const radio of inside(arguments[0], 'input')) {
      const [label, group] = [radio.closest('label'), radio.closest('fieldset')];
      if (!label || group?.firstElementChild.localName !== 'legend') fault(radio, 'is in no label and group');
      // The whole card answers, to its edges.
      const { left, right, top, bottom } = (radio.closest('.option') ?? label).getBoundingClientRect();
      radio.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = label.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      for (const [at, from] of [[box.left + 3, y], [box.right - 3, y], [x, box.top + 3], [x, box.bottom - 3]])
        if (shadow.elementFromPoint(at, from)?.closest('label') !== label) fault(label, `does not answer at ${at}, ${from}`);
      if (right - left > box.right - box.left + 4) fault(label, 'is narrower than its card');
      for (const part of [label, ...label.children])
        if (!['none', 'normal'].includes(getComputedStyle(part, '::before').content)) fault(label, 'is read with more than its words');
    }
    const names = inside(arguments[0], 'button').map((el) => el.ariaLabel ?? words(el));
    for (const name of names)
      if (!name.includes(' ')) faults.push(`the button “${name}” does not say what it acts on`);
    const twice = names.filter((name, i) => names.indexOf(name) !== i && name !== arguments[1]);
    for (const name of twice) faults.push(`two buttons are called “${name}”`);
    return faults";

async fn every_step_is_made_of_native_controls(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let mut faults = Vec::new();
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let found = controls(&exercise).await;
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

async fn controls(exercise: &Exercise<'_>) -> Vec<String> {
    let args = json!([exercise.at, words::LEAVE.text()]);
    strings(&exercise.tab.js(CONTROLS, args).await)
}

async fn the_check_of_controls_finds_what_is_amiss(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    assert_eq!(controls(&exercise).await, [""; 0]);
    for (change, sentence) in [
        (
            "label.setAttribute('role', 'radio')",
            "plays the role radio",
        ),
        ("label.style.pointerEvents = 'none'", "does not answer at"),
        ("label.style.width = '60%'", "is narrower than its card"),
        (
            "label.querySelector('input').setAttribute('aria-describedby', 'gone')",
            "which is not there",
        ),
        ("button.textContent = 'Go'", "does not say what it acts on"),
        ("button.tabIndex = 2", "by hand"),
        (
            "button.after(button.cloneNode(true))",
            "two buttons are called",
        ),
        ("label.draggable = true", "is to be dragged"),
    ] {
        let change = format!(
            "const [label, button] = ['label', '.step .button'].map((one) => root(arguments[0]).querySelector(one)); {change}"
        );
        tab.js(&change, json!([exercise.at])).await;
        let found = controls(&exercise).await;
        assert!(
            found.iter().any(|one| one.contains(sentence)),
            "{change} gives {found:?}"
        );
    }
}

/// What has the focus after an act is on the screen, on a low one, too.
async fn a_new_step_comes_into_view(stage: &Stage) {
    let site = Site::start().await;
    // A list of one's own makes the steps longer than a screen.
    let style = "<style>[data-interlude] { font-size: 30px; margin-block: 40vh; }</style>";
    site.page("/", &pages::page(&format!("{style}{}", pages::three())));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            if step.acts().is_empty() {
                continue;
            }
            let script = "const el = focused();
                const box = el.getBoundingClientRect();
                return el.getRootNode() === root(arguments[0]) && box.top > -1 && box.bottom < innerHeight + 1";
            let what = format!("{name}, {}: the focus, in view", step.name);
            tab.until(&what, script, json!([exercise.at])).await;
        }
    }
}

/// What is told about the box of that number: the sentence beside it, and its state.
async fn told(exercise: &Exercise<'_>, number: usize) -> (String, bool) {
    let script = "const box = inside(arguments[0], 'textarea')[arguments[1]];
        const amiss = box.getAttribute('aria-describedby').split(' ').map((id) => root(arguments[0]).getElementById(id))
          .find((el) => el.matches('.amiss'));
        return [amiss.textContent, box.ariaInvalid === 'true']";
    let told = exercise.tab.js(script, json!([exercise.at, number])).await;
    (told[0].as_str().unwrap().into(), told[1] == true)
}

async fn an_empty_box_is_told_by_the_button_and_not_before(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    let box_ = "return inside(arguments[0], 'textarea')[0]";
    tab.click("the box", box_, json!([exercise.at])).await;
    tab.press(Key::Tab).await;
    exercise.has_focus(words::LOOK.text()).await;
    assert_eq!(
        told(&exercise, 0).await,
        (String::new(), false),
        "on leaving it"
    );
    exercise.write("   ").await;
    exercise.press(words::LOOK.text()).await;
    exercise.hear(words::EMPTY_REPLY.text()).await;
    let sentence = words::EMPTY_REPLY.text().to_string();
    assert_eq!(told(&exercise, 0).await, (sentence, true));
    assert_eq!(exercise.typed().await, "   ", "what was typed stays");
    // The sentence is seen, below its box.
    let below = "const [box, amiss] = ['textarea', '.amiss'].map((one) => inside(arguments[0], one)[0].getBoundingClientRect());
        return amiss.top >= box.bottom - 1 && amiss.top - box.bottom < 40";
    assert_eq!(tab.js(below, json!([exercise.at])).await, true);
    exercise.write("You waited. What happened?").await;
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::NEXT_TRY.text()).await;
    assert_eq!(
        told(&exercise, 0).await,
        (String::new(), false),
        "once it is mended"
    );
}

/// One sentence beside the first box says all, so no summary of errors is needed.
async fn of_two_boxes_one_is_told(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let exercise = Exercise::named(&tab, CONNECT).await;
    exercise.press(words::LOOK.text()).await;
    exercise.hear(words::EMPTY_REPLY.text()).await;
    let sentence = words::EMPTY_REPLY.text().to_string();
    assert_eq!(told(&exercise, 0).await, (sentence, true));
    assert_eq!(told(&exercise, 1).await, (String::new(), false));
    exercise.has_focus(words::LOOK.text()).await;
}

/// A note of the first question's second choice.
const NOTE: &str = "Fear rarely shows itself as fear.";

/// The first question, with nothing chosen yet.
async fn first_question(tab: &Tab) -> Exercise<'_> {
    let exercise = Exercise::named(tab, CHOICE).await;
    exercise.press(words::START_ANY.text()).await;
    exercise.see(&words::step(1, 3)).await;
    exercise
}

async fn a_note_that_is_not_shown_is_not_there(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let exercise = first_question(&tab).await;
    let text =
        "return root(arguments[0]).querySelector('.screen').textContent.includes(arguments[1])";
    let args = json!([exercise.at, NOTE]);
    assert_eq!(tab.js(text, args.clone()).await, false);
    exercise.pick(1).await;
    exercise.see(NOTE).await;
    assert_eq!(tab.js(text, args).await, true);
}

/// The browser's own search, from the page's beginning.
const FIND: &str = "getSelection().removeAllRanges();
    scrollTo(0, 0);
    return find(arguments[0], true, false, false, false, false, false)";

async fn what_is_shown_can_be_searched_for(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    let exercise = first_question(&tab).await;
    assert_eq!(tab.js(FIND, json!([NOTE])).await, false);
    exercise.pick(1).await;
    exercise.see(NOTE).await;
    for text in [exercise.one("legend").await.as_str(), NOTE] {
        assert_eq!(tab.js(FIND, json!([text])).await, true, "{text}");
    }
}

/// Without any color, and with every color the same, a shape is left.
async fn what_is_chosen_shows_without_color(stage: &Stage) {
    let (_site, tab) = open(stage).await;
    for name in [CHOICE, pages::REFLECTION] {
        let exercise = Exercise::named(&tab, name).await;
        if name == pages::REFLECTION {
            exercise.press(words::OPEN_PRIVATE.text()).await;
        }
        let shapes = "return inside(arguments[0], 'fieldset:first-of-type input').map((el) => {
            const [own, card] = [el, el.closest('.option')].map((one) => getComputedStyle(one));
            return [own.backgroundImage !== 'none', card.boxShadow !== 'none'].join() })";
        exercise.pick(1).await;
        let shapes = tab.texts(shapes, json!([exercise.at])).await;
        assert_eq!(
            shapes,
            ["false,false", "true,true", "false,false"],
            "{name}"
        );
    }
}

async fn an_element_of_its_own_shows_its_list_without_scripts(stage: &Stage) {
    let site = Site::start().await;
    let list = pages::list(pages::items(CHOICE));
    site.page(
        "/",
        &pages::bare(&format!(
            "<interlude-widget name=\"{CHOICE}\">{list}</interlude-widget>"
        )),
    );
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let items = "return [...document.querySelectorAll('interlude-widget:not(:defined) li')].filter(shown).map(words)";
    assert_eq!(tab.texts(items, json!([])).await, pages::items(CHOICE));
}
