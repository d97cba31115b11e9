//! One button prints all exercises of a page: those far away too, with the reader's own lines
//! only when she asks for them, and never those of a private list.

use fantoccini::wd::PrintSize;
use interlude::ui::words;
use serde_json::json;

use crate::browser::{Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{self, BOOKLET, CARD, CHOICE, PAUSE, PRACTICE, REFLECTION};
use crate::paper::{open, pages_of};
use crate::tab::Tab;
use crate::walks::{MIRROR, OWN};

cases![
    all_exercises_of_the_page_are_one_booklet needs Pdf,
    answers_stand_there_only_when_asked_for,
    it_waits_for_no_one_who_never_comes,
];

const ALL: [&str; 5] = [CHOICE, PRACTICE, REFLECTION, PAUSE, CARD];

/// A page with a booklet at its beginning, and the rest far below.
fn page() -> String {
    let booklet = format!("<div data-interlude=\"{BOOKLET}\"></div>");
    let far = ALL.map(|name| format!("{}\n{}", pages::long_text(), pages::filled(name)));
    [booklet, far.concat()].concat()
}

/// Presses a button of the booklet, and waits until the page is to be printed.
async fn press(tab: &Tab, label: &str) {
    tab.js("window.print = () => { window.asked = true }", json!([]))
        .await;
    tab.js("scrollTo(0, 0)", json!([])).await;
    Exercise::named(tab, BOOKLET).await.press(label).await;
    tab.until("the call to print", "return window.asked", json!([]))
        .await;
}

/// The paper is done.
async fn done(tab: &Tab) {
    let over = "window.asked = false; dispatchEvent(new Event('afterprint'))";
    tab.js(over, json!([])).await;
}

/// What stands on the sheet of an exercise.
async fn sheet(tab: &Tab, name: &str) -> String {
    let script = "return root(arguments[0]).querySelector('.sheet').textContent";
    let at = format!("[data-interlude=\"{name}\"]");
    tab.text(script, json!([at])).await
}

/// Something of the reader's own in three exercises, one of them private.
async fn answer(tab: &Tab) {
    let practice = Exercise::named(tab, PRACTICE).await;
    practice.write(MIRROR).await;
    let list = Exercise::named(tab, REFLECTION).await;
    list.press(words::OPEN_PRIVATE.text()).await;
    list.see(words::FINISH.text()).await;
    list.write(OWN).await;
    let choice = Exercise::named(tab, CHOICE).await;
    choice.press(words::START_ANY.text()).await;
    choice.see(words::SKIP.text()).await;
    choice.pick(0).await;
}

async fn all_exercises_of_the_page_are_one_booklet(stage: &Stage) {
    let (_site, tab) = open(stage, Wish::default(), "", &page()).await;
    press(&tab, words::ALL_BLANK.text()).await;
    let printed = pages_of(&tab, PrintSize::A4).await;
    let all = printed.join(" ");
    for name in ALL {
        let title = Exercise::named(&tab, name).await.one(".title").await;
        assert_eq!(all.matches(&title).count(), 1, "{title}: {all}");
        let page = printed.iter().find(|page| page.contains(&title));
        let page = page.expect("the title is on paper");
        // Each of the others is short enough for one page.
        if name == CHOICE {
            continue;
        }
        let script =
            "return words(root(arguments[0]).querySelector('.sheet > :nth-last-child(2)'))";
        tab.paper(true).await;
        let at = format!("[data-interlude=\"{name}\"]");
        let end = tab.text(script, json!([at])).await;
        tab.paper(false).await;
        assert!(page.contains(&end), "{title} ends with {end}: {page}");
    }
    let booklet = Exercise::named(&tab, BOOKLET).await.one(".title").await;
    for other in [
        booklet.as_str(),
        "A post",
        words::ALL_BLANK.text(),
        words::LEAVE.text(),
    ] {
        assert!(!all.contains(other), "“{other}” is on paper: {all}");
    }
    done(&tab).await;
    assert_eq!(tab.text("return document.title", json!([])).await, "A post");
    assert_eq!(tab.said().await, [""; 0]);
}

async fn answers_stand_there_only_when_asked_for(stage: &Stage) {
    let (_site, tab) = open(stage, Wish::default(), "", &page()).await;
    answer(&tab).await;
    press(&tab, words::ALL_BLANK.text()).await;
    for name in ALL {
        let sheet = sheet(&tab, name).await;
        assert!(
            !sheet.contains(MIRROR) && !sheet.contains(OWN),
            "{name}: {sheet}"
        );
    }
    done(&tab).await;
    press(&tab, words::ALL_MINE.text()).await;
    assert!(sheet(&tab, PRACTICE).await.contains(MIRROR));
    let list = sheet(&tab, REFLECTION).await;
    assert!(!list.contains(OWN), "{list}");
    done(&tab).await;
    let blank =
        "return !root(arguments[0]).querySelector('.sheet').textContent.includes(arguments[1])";
    let at = format!("[data-interlude=\"{PRACTICE}\"]");
    tab.until("a blank sheet again", blank, json!([at, MIRROR]))
        .await;
    assert_eq!(tab.said().await, [""; 0]);
}

async fn it_waits_for_no_one_who_never_comes(stage: &Stage) {
    let bad = "<div id=\"bad\" data-interlude=\"perspective-switch\"><p>No list.</p></div>";
    let body = format!(
        "<div data-interlude=\"{BOOKLET}\"></div>{}{bad}{}",
        pages::long_text(),
        pages::filled(PAUSE)
    );
    let (_site, tab) = open(stage, Wish::default(), "", &body).await;
    press(&tab, words::ALL_BLANK.text()).await;
    let script = "return [...document.querySelectorAll('[data-interlude][data-interlude-print]')].map((el) => el.dataset.interlude)";
    assert_eq!(tab.texts(script, json!([])).await, [PAUSE]);
    done(&tab).await;
    assert_eq!(tab.texts(script, json!([])).await, [""; 0]);
}
