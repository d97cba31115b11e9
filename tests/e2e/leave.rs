//! "Leave this page": at once, by a button, by the first Tab stop and by pressing Shift
//! three times, and without a way back to this entry.

use fantoccini::key::Key;
use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, REFLECTION};
use crate::site::Site;
use crate::tab::Tab;
use crate::walks::OWN;

cases![
    the_button_covers_the_page_and_replaces_its_entry,
    the_button_is_there_after_the_list_is_opened,
    the_page_is_covered_at_once_and_shown_on_return,
    shift_three_times_leaves,
    shift_three_times_leaves_while_typing,
    capitals_do_not_leave,
    leaving_is_the_first_tab_stop,
    a_page_without_a_private_exercise_has_no_such_stop,
    only_a_web_page_is_left_for,
];

/// Tells the post's own server how the page looked when it was left.
const TELL: &str = "<script>
addEventListener('pagehide', () => {
  const { display } = getComputedStyle(document.documentElement);
  const told = new URLSearchParams({ display, title: document.title });
  fetch(`/left?${told}`, { keepalive: true });
});
</script>";

/// A post with a private exercise that leaves for another site, reached by a link from
/// a page before it.
pub struct Scene {
    post: Site,
    neutral: Site,
    pub tab: Tab,
}

async fn scene(stage: &Stage) -> Scene {
    scene_with(stage, "", "").await
}

/// The same with something before the exercise, and after it.
pub async fn scene_with(stage: &Stage, before: &str, after: &str) -> Scene {
    let (post, neutral) = (Site::start().await, Site::start().await);
    neutral.page("/", &pages::bare("<p>The weather is fine.</p>"));
    let place = pages::filled(REFLECTION);
    let leave = format!("<div data-leave=\"{}\" data-interlude", neutral.url("/"));
    let place = place.replacen("<div data-interlude", &leave, 1);
    let links = "<nav><a href=\"#1\">Home</a></nav>";
    let body = format!("{links}\n{before}{place}{after}\n{}", pages::TAG);
    post.page("/", &pages::with(TELL, &body));
    let link = "<p><a id=\"on\" href=\"/\">On</a></p>";
    post.page("/before", &pages::bare(link));
    let tab = stage.tab().await;
    tab.open(&post.url("/before")).await;
    let on = "return document.querySelector('#on')";
    tab.click("the link", on, json!([])).await;
    Exercise::named(&tab, REFLECTION).await;
    Scene { post, neutral, tab }
}

impl Scene {
    pub async fn exercise(&self) -> Exercise<'_> {
        Exercise::named(&self.tab, REFLECTION).await
    }

    /// The other site stands there, in the place of the post, which was covered when it
    /// was left; and the other site does not learn where the reader comes from.
    pub async fn assert_left(&self, history: &Value) {
        let there = "return location.href === arguments[0]";
        let address = self.neutral.url("/");
        self.tab
            .until("the other site", there, json!([address]))
            .await;
        let told = self.post.until_asked("/left").await;
        assert_eq!(told, "/left?display=none&title=");
        let now = "return [history.length, document.referrer]";
        assert_eq!(self.tab.js(now, json!([])).await, json!([history, ""]));
        self.tab.client.back().await.unwrap();
        let before = self.post.url("/before");
        self.tab
            .until("the page before the post", there, json!([before]))
            .await;
    }

    pub async fn history(&self) -> Value {
        self.tab.js("return history.length", json!([])).await
    }

    /// Clicks the first stop, where it stands in front of the page.
    pub async fn press_in_front(&self) {
        let stop = "return [...document.querySelectorAll('*')]
            .map((one) => one.shadowRoot?.querySelector('.first-stop')).find(Boolean)";
        self.tab.click("the first stop", stop, json!([])).await;
    }

    async fn press_shift_three_times(&self) {
        for _ in 0..3 {
            self.tab.press(Key::Shift).await;
        }
    }

    /// Nothing has happened to the page. Leaving covers it in the same moment, so there
    /// is nothing to wait for.
    async fn assert_stayed(&self) {
        let display = "return getComputedStyle(document.documentElement).display";
        assert_eq!(self.tab.js(display, json!([])).await, "block");
        let address = self.tab.text("return location.href", json!([])).await;
        assert_eq!(address, self.post.url("/"));
        assert_eq!(self.neutral.asked(), [""; 0]);
    }
}

async fn the_button_covers_the_page_and_replaces_its_entry(stage: &Stage) {
    let scene = scene(stage).await;
    let history = scene.history().await;
    scene.exercise().await.press(words::LEAVE.text()).await;
    scene.assert_left(&history).await;
}

async fn the_button_is_there_after_the_list_is_opened(stage: &Stage) {
    let scene = scene(stage).await;
    let exercise = scene.exercise().await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    exercise.pick_in(0, 0).await;
    exercise.write(OWN).await;
    exercise.press(words::FINISH.text()).await;
    exercise.see(words::CLOSING.text()).await;
    let history = scene.history().await;
    exercise.press(words::LEAVE.text()).await;
    scene.assert_left(&history).await;
}

/// Before anything of the other site is there, and before the press is over.
async fn the_page_is_covered_at_once_and_shown_on_return(stage: &Stage) {
    let scene = scene(stage).await;
    let exercise = scene.exercise().await;
    let script = "
        const display = () => getComputedStyle(document.documentElement).display;
        const before = display();
        inside(arguments[0], '.leave .button')[0].click();
        const pressed = [display(), document.title];
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        return [before, ...pressed, display()]";
    let displays = scene.tab.texts(script, json!([exercise.at])).await;
    assert_eq!(displays, ["block", "none", "", "block"]);
}

async fn shift_three_times_leaves(stage: &Stage) {
    let scene = scene(stage).await;
    let history = scene.history().await;
    scene.press_shift_three_times().await;
    scene.assert_left(&history).await;
}

async fn shift_three_times_leaves_while_typing(stage: &Stage) {
    let scene = scene(stage).await;
    let exercise = scene.exercise().await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    exercise.write(OWN).await;
    let history = scene.history().await;
    scene.press_shift_three_times().await;
    scene.assert_left(&history).await;
}

async fn capitals_do_not_leave(stage: &Stage) {
    let scene = scene(stage).await;
    let exercise = scene.exercise().await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    exercise.write("").await;
    scene
        .tab
        .click(
            "the box",
            "return inside(arguments[0], 'textarea')[0]",
            json!([exercise.at]),
        )
        .await;
    scene.tab.type_capitals("ABCDE").await;
    assert_eq!(exercise.typed().await, "ABCDE");
    scene.assert_stayed().await;
    scene.tab.press(Key::Shift).await;
    scene.tab.press(Key::Shift).await;
    scene.tab.type_capitals("F").await;
    scene.tab.press(Key::Shift).await;
    scene.tab.press(Key::Shift).await;
    assert_eq!(exercise.typed().await, "ABCDEF");
    scene.assert_stayed().await;
}

async fn leaving_is_the_first_tab_stop(stage: &Stage) {
    let scene = scene(stage).await;
    let in_sight = "const shadow = document.body.firstElementChild.shadowRoot;
        const box = shadow.querySelector('button').getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        return box.width > 44 && shadow.elementFromPoint(x, y)?.localName === 'button'";
    assert_eq!(scene.tab.js(in_sight, json!([])).await, false);
    scene.tab.press(Key::Tab).await;
    let focus = scene.tab.focus().await;
    assert_eq!([&focus["name"], &focus["place"]], [words::LEAVE.text(), ""]);
    scene
        .tab
        .until("its button in sight", in_sight, json!([]))
        .await;
    scene.tab.press(Key::Tab).await;
    assert_eq!(scene.tab.focus().await["name"], "Home");
    scene.tab.press_with_shift(Key::Tab).await;
    assert_eq!(scene.tab.focus().await["name"], words::LEAVE.text());
    let history = scene.history().await;
    scene.tab.press(Key::Enter).await;
    scene.assert_left(&history).await;
}

async fn a_page_without_a_private_exercise_has_no_such_stop(stage: &Stage) {
    let site = Site::start().await;
    let body = format!(
        "<a href=\"#1\">Home</a>\n{}\n{}",
        pages::filled(CHOICE),
        pages::filled(REFLECTION)
    );
    site.page("/", &pages::page(&body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    Exercise::named(&tab, CHOICE).await;
    Exercise::named(&tab, REFLECTION).await;
    let first = "return document.body.firstElementChild.shadowRoot != null";
    assert_eq!(tab.js(first, json!([])).await, true);
    let remove = "document.querySelector(arguments[0]).remove()";
    tab.js(
        remove,
        json!([format!("[data-interlude=\"{REFLECTION}\"]")]),
    )
    .await;
    let gone = "return document.body.firstElementChild.shadowRoot == null";
    tab.until("the first stop, gone", gone, json!([])).await;
    tab.press(Key::Tab).await;
    assert_eq!(tab.focus().await["name"], "Home");
    for _ in 0..3 {
        tab.press(Key::Shift).await;
    }
    let display = "return getComputedStyle(document.documentElement).display";
    assert_eq!(tab.js(display, json!([])).await, "block");
}

async fn only_a_web_page_is_left_for(stage: &Stage) {
    let site = Site::start().await;
    let leave = "<div data-leave=\"javascript:void fetch('/ran')\" data-interlude";
    let place = pages::filled(REFLECTION).replacen("<div data-interlude", leave, 1);
    site.page("/", &pages::page(&place));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    Exercise::named(&tab, REFLECTION).await;
    // By the first Tab stop: a click would be answered with the error page that comes.
    tab.press(Key::Tab).await;
    tab.press(Key::Enter).await;
    tab.until_outside("www.wikipedia.org:443").await;
    assert_eq!(site.times("/ran"), 0);
}
