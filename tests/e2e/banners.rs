//! Whatever a site puts in front of a private exercise (bars, cookie banners, bubbles,
//! dialogs), “Leave this page” can be seen and pressed, and it is in nobody's way.

use fantoccini::key::Key;
use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::leave::{Scene, scene_with};
use crate::pages;

cases![
    a_page_without_banners_shows_no_second_button,
    bars_at_the_top_hide_nothing,
    a_cookie_banner_at_the_bottom_hides_nothing,
    a_bubble_hides_nothing,
    a_wall_hides_nothing,
    a_banner_that_comes_later_hides_nothing,
    a_modal_dialog_hides_nothing,
    a_theme_that_breaks_what_sticks_hides_nothing,
    the_first_stop_is_above_every_bar,
    the_button_in_front_leaves,
];

/// Above everything, and with buttons that nothing may cover.
const STYLE: &str = "<style>
.over { position: fixed; z-index: 2147483647; background: #ffd; padding: 10px; }
.over button { padding: 10px; }
</style>";

const TOP_BAR: &str =
    "<div class=\"over\" style=\"inset: 0 0 auto; height: 90px\"><button>Menu</button></div>";

/// What is there of the two kinds of buttons: those that leave, and the site's own.
const LOOK: &str = "
    const stop = [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.querySelector('.first-stop')).find(Boolean);
    const own = inside(arguments[0], '.leave .button')[0];
    const isFree = (el) => {
      const { left, right, top, bottom } = el.getBoundingClientRect();
      const points = [[(left + right) / 2, (top + bottom) / 2], [left + 5, top + 5], [right - 5, bottom - 5]];
      return right - left > 30 && bottom - top > 30 && points.every(([x, y]) => {
        let at = document.elementFromPoint(x, y);
        while (at?.shadowRoot) at = at.shadowRoot.elementFromPoint(x, y);
        return at === el || el.contains(at);
      });
    };
    const sites = [...document.querySelectorAll('.over button')].filter(shown);";

/// Scrolls through the exercise; at every place one way to leave is free, and so are the
/// site's own buttons.
async fn assert_in_sight(scene: &Scene) {
    let exercise = scene.exercise().await;
    // At the end so that no bar stands over what is pressed next.
    for top in [100, 0, -40, -150, -300, 240] {
        assert_in_sight_at(scene, &exercise.at, top).await;
    }
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    for top in [100, 0, -200, -500] {
        assert_in_sight_at(scene, &exercise.at, top).await;
    }
}

/// The same with the exercise's upper edge so far from the window's.
async fn assert_in_sight_at(scene: &Scene, at: &str, top: i32) {
    let scroll = "const { top } = document.querySelector(arguments[0]).getBoundingClientRect();
        scrollBy({ top: top - arguments[1], behavior: 'instant' })";
    scene.tab.js(scroll, json!([at, top])).await;
    let free = [
        LOOK,
        "return [own, stop].some(isFree) && sites.every(isFree)",
    ]
    .concat();
    let what = format!("a way to leave, with the exercise at {top}");
    scene.tab.until(&what, &free, json!([at])).await;
}

async fn open(stage: &Stage, banner: &str) -> Scene {
    let room = pages::long_text();
    scene_with(stage, &format!("{STYLE}{room}"), &format!("{room}{banner}")).await
}

async fn a_page_without_banners_shows_no_second_button(stage: &Stage) {
    let scene = open(stage, "").await;
    let exercise = scene.exercise().await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    let watch = [
        LOOK,
        "window.shows = 0;
        const count = () => {
          shows += stop.getBoundingClientRect().width > 30;
          requestAnimationFrame(count);
        };
        count()",
    ]
    .concat();
    scene.tab.js(&watch, json!([exercise.at])).await;
    let own = [LOOK, "return isFree(own)"].concat();
    for top in [240, 0, -40, -150, -300, -500] {
        let scroll = "const { top } = document.querySelector(arguments[0]).getBoundingClientRect();
            scrollBy({ top: top - arguments[1], behavior: 'instant' })";
        scene.tab.js(scroll, json!([exercise.at, top])).await;
        // Longer than it takes until the page is looked at again.
        scene.tab.js_later("setTimeout(done, 700)", json!([])).await;
        assert_eq!(scene.tab.js(&own, json!([exercise.at])).await, true);
    }
    for away in ["0", "1e9"] {
        let scroll = format!("scrollTo({{ top: {away}, behavior: 'instant' }})");
        scene.tab.js(&scroll, json!([])).await;
        scene.tab.js_later("setTimeout(done, 700)", json!([])).await;
    }
    assert_eq!(scene.tab.js("return shows", json!([])).await, 0);
}

async fn bars_at_the_top_hide_nothing(stage: &Stage) {
    let sticky =
        "<style>body::before { content: 'The site'; display: block; position: sticky; top: 0;
        height: 70px; z-index: 2147483647; background: #def; }</style>";
    let lower = TOP_BAR.replace("inset: 0 0 auto", "inset: 70px 0 auto");
    for bars in [TOP_BAR, sticky, &[sticky, &lower].concat()] {
        let scene = open(stage, bars).await;
        assert_in_sight(&scene).await;
        stage.close().await;
    }
}

async fn a_cookie_banner_at_the_bottom_hides_nothing(stage: &Stage) {
    let banner = "<div class=\"over\" style=\"inset: auto 0 0; height: 45vh; text-align: end\">
        Cookies <button>Accept</button> <button>Reject</button></div>";
    let scene = open(stage, banner).await;
    assert_in_sight(&scene).await;
    let at = scene.exercise().await.at;
    let height = scene.tab.js("return innerHeight", json!([])).await;
    let height = i32::try_from(height.as_i64().unwrap()).unwrap();
    // Its title alone stands above the banner.
    assert_in_sight_at(&scene, &at, height * 55 / 100 - 70).await;
}

async fn a_bubble_hides_nothing(stage: &Stage) {
    let bubble = "<div class=\"over\" style=\"inset: 0 0 auto auto; width: 60vw; padding: 4px\"><button>Chat</button></div>";
    let scene = open(stage, bubble).await;
    assert_in_sight(&scene).await;
}

async fn a_wall_hides_nothing(stage: &Stage) {
    let wall = "<div class=\"over\" style=\"inset: 0; background: #0008\"><button>Accept</button>
        <button style=\"position: absolute; inset: 0 0 auto auto\">Close</button></div>";
    let scene = open(stage, "").await;
    let exercise = scene.exercise().await;
    let put = "document.body.insertAdjacentHTML('beforeend', arguments[0])";
    scene.tab.js(put, json!([wall])).await;
    for top in [240, 0, -40, -150] {
        assert_in_sight_at(&scene, &exercise.at, top).await;
    }
}

async fn a_banner_that_comes_later_hides_nothing(stage: &Stage) {
    let scene = open(stage, "").await;
    let exercise = scene.exercise().await;
    assert_in_sight_at(&scene, &exercise.at, -60).await;
    // Nobody scrolls and nothing else happens.
    let put = "document.body.insertAdjacentHTML('beforeend', arguments[0])";
    scene.tab.js(put, json!([TOP_BAR])).await;
    let free = [LOOK, "return !isFree(own) && isFree(stop)"].concat();
    scene
        .tab
        .until("a way to leave below the bar", &free, json!([exercise.at]))
        .await;
    assert_in_sight(&scene).await;
    // And when it goes, there is one button again.
    scene
        .tab
        .js("document.querySelector('.over').remove()", json!([]))
        .await;
    let one = [
        LOOK,
        "return isFree(own) && stop.getBoundingClientRect().width < 30",
    ]
    .concat();
    scene
        .tab
        .until("one way to leave", &one, json!([exercise.at]))
        .await;
}

const DIALOG: &str =
    "<dialog id=\"modal\">News for you. <span class=\"over\"><button>No</button></span></dialog>";

async fn a_modal_dialog_hides_nothing(stage: &Stage) {
    let scene = open(stage, DIALOG).await;
    let exercise = scene.exercise().await;
    assert_in_sight_at(&scene, &exercise.at, 0).await;
    let show = "document.querySelector('#modal').showModal()";
    scene.tab.js(show, json!([])).await;
    assert_in_sight_at(&scene, &exercise.at, 0).await;
    let close = "document.querySelector('#modal').close()";
    scene.tab.js(close, json!([])).await;
    let back = "return document.body.firstElementChild.shadowRoot != null";
    scene
        .tab
        .until("the first stop in its place", back, json!([]))
        .await;
    scene.tab.js(show, json!([])).await;
    assert_in_sight_at(&scene, &exercise.at, 0).await;
    let history = scene.history().await;
    scene.press_in_front().await;
    scene.assert_left(&history).await;
}

async fn a_theme_that_breaks_what_sticks_hides_nothing(stage: &Stage) {
    let scene = open(stage, "<style>article { overflow: hidden; }</style>").await;
    assert_in_sight(&scene).await;
}

async fn the_first_stop_is_above_every_bar(stage: &Stage) {
    let scene = open(stage, TOP_BAR).await;
    scene.exercise().await;
    let focus = "document.activeElement?.blur(); scrollTo({ top: 0, behavior: 'instant' })";
    scene.tab.js(focus, json!([])).await;
    let stop = [LOOK, "stop.focus(); return isFree(stop)"].concat();
    let at = json!([scene.exercise().await.at]);
    scene.tab.until("the first stop", &stop, at).await;
    let history = scene.history().await;
    scene.tab.press(Key::Enter).await;
    scene.assert_left(&history).await;
}

async fn the_button_in_front_leaves(stage: &Stage) {
    let scene = open(stage, TOP_BAR).await;
    let exercise = scene.exercise().await;
    assert_in_sight_at(&scene, &exercise.at, -60).await;
    let history = scene.history().await;
    scene.press_in_front().await;
    scene.assert_left(&history).await;
}
