//! The style sheets of `themes/`, as rough as themes and resets come: under each of them,
//! every step of every exercise can be read, seen and reached.

use serde_json::json;

use crate::browser::{Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{
    self, CARD, CHOICE, CONNECT, FLOWS, IN_TURN, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION,
    SHAPED, SHOES,
};
use crate::site::Site;
use crate::tab::{Tab, strings};
use crate::walks;

cases![
    perspective_switch_holds_under_every_theme,
    is_or_isnt_holds_under_every_theme,
    other_shoes_holds_under_every_theme,
    mirror_then_ask_holds_under_every_theme,
    ask_one_more_holds_under_every_theme,
    validate_then_connect_holds_under_every_theme,
    working_on_it_holds_under_every_theme,
    what_shaped_my_empathy_holds_under_every_theme,
    next_time_holds_under_every_theme,
    and_also_holds_under_every_theme,
    slow_the_moment_holds_under_every_theme,
    plain_words_holds_under_every_theme,
    what_is_amiss_is_found,
    every_theme_lets_it_come_alive,
    the_focus_is_seen_between_two_banners,
];

/// A theme: its name, and its style sheet.
type Theme = (&'static str, &'static str);

macro_rules! themes {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("themes/", $name, ".css")))),+]
    };
}

pub const THEMES: &[Theme] = themes![
    "plain",
    "unset",
    "grabs",
    "shouting",
    "huge-root",
    "small-root",
    "thin",
    "rtl",
    "dark",
    "faint",
    "columns",
    "leaky",
    "hero",
];

/// Puts a theme on the page; the last arguments of a script are its name and its sheet.
pub const PUT: &str = "
    const put = (name, sheet) => {
      document.querySelector('#theme').textContent = sheet;
      document.documentElement.dir = name === 'rtl' ? 'rtl' : 'ltr';
    };";

const FAULTS: &str = include_str!("themes/faults.js");

/// Without motion, a color is there as soon as its theme is.
pub const STILL: Wish = Wish {
    no_scripts: false,
    dark: false,
    still: true,
    forced_colors: false,
};

/// A post whose places have a class, as editors give it, and room for a theme's sheet.
pub fn post(body: &str) -> String {
    let body = body.replace("<div data-", "<div class=\"wp-block-group\" data-");
    let body = format!("{body}\n{}", pages::TAG);
    pages::with("<style id=\"theme\"></style>", &body)
}

/// That post, opened in a tab.
async fn open(stage: &Stage, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &post(body));
    let tab = stage.tab_with(STILL).await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// What a reader could not read, see or reach, under each of the themes.
async fn faults(tab: &Tab, at: &str) -> Vec<String> {
    let script = [
        PUT,
        "const look = function () {",
        FAULTS,
        "};
        const found = arguments[1].flatMap(([name, sheet]) => {
          put(name, sheet);
          return look(arguments[0]).map((fault) => `${name}: ${fault}`);
        });
        put('', '');
        return found",
    ];
    let found = tab.js(&script.concat(), json!([at, THEMES])).await;
    strings(&found)
}

async fn perspective_switch_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, CHOICE).await;
}

async fn is_or_isnt_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, IN_TURN).await;
}

async fn other_shoes_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, SHOES).await;
}

async fn mirror_then_ask_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, PRACTICE).await;
}

async fn ask_one_more_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, OPEN).await;
}

async fn validate_then_connect_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, CONNECT).await;
}

async fn what_shaped_my_empathy_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, SHAPED).await;
}

async fn working_on_it_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, REFLECTION).await;
}

async fn next_time_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, LINE).await;
}

async fn and_also_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, LIMIT).await;
}

async fn slow_the_moment_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, PAUSE).await;
}

async fn plain_words_holds_under_every_theme(stage: &Stage) {
    assert_holds(stage, CARD).await;
}

async fn assert_holds(stage: &Stage, name: &str) {
    let (site, tab) = open(stage, &pages::filled(name)).await;
    let mut all = Vec::new();
    for width in [360, 760] {
        tab.width(width).await;
        tab.open(&site.url("/")).await;
        let exercise = Exercise::named(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let found = faults(&tab, &exercise.at).await;
            all.extend(
                found
                    .iter()
                    .map(|fault| format!("{width} px, {}, {fault}", step.name)),
            );
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// The check itself: it sees what is wrong.
async fn what_is_amiss_is_found(stage: &Stage) {
    let (_site, tab) = open(stage, &pages::filled(CHOICE)).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    let cases = [
        (".opening { color: #999; }", "has a contrast of 2."),
        (".opening { font-size: 13px; }", "has letters of 13 px"),
        (".opening { letter-spacing: 1px; }", "letterSpacing: 1px"),
        (
            "input[type=radio] { border-color: #ccc; }",
            "has a border with a contrast of 1.",
        ),
        (
            ".button { min-block-size: 0; padding: 0; }",
            "button.button",
        ),
        (".option label { display: none; }", "is hidden"),
        (
            ".option { inline-size: 2000px; }",
            "is wider than its place",
        ),
        (
            ".opening { block-size: 9px; overflow: hidden; }",
            "is cut off",
        ),
    ];
    let script = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[1]);
        const shadow = root(arguments[0]);
        shadow.adoptedStyleSheets = [shadow.adoptedStyleSheets[0], sheet];";
    for (style, sentence) in cases {
        tab.js(script, json!([exercise.at, style])).await;
        let found = faults(&tab, &exercise.at).await;
        let of_plain: Vec<_> = found
            .iter()
            .filter(|one| one.starts_with("plain"))
            .collect();
        assert!(
            of_plain.iter().any(|one| one.contains(sentence)),
            "{style} gives {of_plain:?}"
        );
    }
}

/// Also where a place is empty, or a list that has its exercise beside it.
async fn every_theme_lets_it_come_alive(stage: &Stage) {
    let list = pages::list(pages::items(PRACTICE));
    let list = list.replacen("<ul", &format!("<ul data-interlude=\"{PRACTICE}\""), 1);
    let empty: Vec<_> = FLOWS
        .into_iter()
        .filter(|name| *name != PRACTICE)
        .map(|name| format!("<div data-interlude=\"{name}\"></div>"))
        .collect();
    let room = pages::long_text();
    let page = post(&format!("{room}{}\n{list}{room}", empty.join("\n")));
    let site = Site::start().await;
    let tab = stage.tab_with(STILL).await;
    for (name, sheet) in THEMES {
        let theme = format!("<style id=\"theme\">{sheet}</style>");
        site.page(
            "/",
            &page.replacen("<style id=\"theme\"></style>", &theme, 1),
        );
        tab.open(&site.url("/")).await;
        for exercise in FLOWS {
            let script = "
                const place = document.querySelector(`[data-interlude=${arguments[0]}]`);
                const host = place.shadowRoot ? place : place.nextElementSibling;
                // What is in view for long is not changed there: go away, and come back.
                window.turn = !window.turn;
                if (turn) scrollTo(0, 0);
                else (host ?? place).scrollIntoView({ block: 'center', behavior: 'instant' });
                const frame = host?.shadowRoot?.querySelector('.frame');
                return frame && shown(frame) && frame.getBoundingClientRect().width > 200";
            let what = format!("{exercise} under {name}");
            tab.until(&what, script, json!([exercise])).await;
        }
    }
    let script = "return document.adoptedStyleSheets.flatMap((sheet) =>
        [...sheet.cssRules].map((rule) => rule.cssText).filter((text) => text.includes('.frame')))";
    let ours = tab.texts(script, json!([])).await;
    assert_eq!(ours, [""; 0], "our style is on the page");
}

/// A site's banners, as high as they come. What sticks below the upper one has to be told.
const BANNERS: &str = "<style>
  :root { --interlude-top: 80px; }
  .banner { position: fixed; inset: 0 0 auto; height: 80px; background: #fff; z-index: 10; }
  .banner.low { inset: auto 0 0; }
</style>
<div class=\"banner\">The site</div><div class=\"banner low\">Cookies</div>";

/// Both ways through everything that takes the focus: its ring can be seen under every
/// theme, and no banner covers it.
async fn the_focus_is_seen_between_two_banners(stage: &Stage) {
    for name in [PRACTICE, REFLECTION] {
        let body = format!(
            "{BANNERS}<p><a id=\"before\" href=\"#\">Before</a></p>{}{}<p><a href=\"#\">After</a></p>",
            pages::long_text(),
            pages::filled(name),
        );
        let (_site, tab) = open(stage, &body).await;
        let exercise = Exercise::named(&tab, name).await;
        let first_steps = &walks::steps(name)[..3];
        for step in first_steps {
            step.take(&exercise).await;
        }
        let mut stops = Vec::new();
        for back in [false, true] {
            stops.push(tab_through(&tab, &exercise, back).await);
        }
        assert!(stops.iter().all(|count| *count > 3), "{name}: {stops:?}");
        stage.close().await;
    }
}

/// Presses Tab from the first or last control on until the focus leaves the exercise, and
/// gives the number of stops.
async fn tab_through(tab: &Tab, exercise: &Exercise<'_>, back: bool) -> usize {
    let begin = "
        const all = inside(arguments[0], 'button, textarea, input, a');
        all.at(arguments[1] ? -1 : 0).focus({ preventScroll: true })";
    tab.js(begin, json!([exercise.at, back])).await;
    let uncovered = "
        const el = focused();
        const host = document.querySelector(arguments[0]);
        if (el.getRootNode().host !== host) return true;
        const { left, right, top, bottom } = (el.closest('.option') ?? el).getBoundingClientRect();
        return [top + 2, bottom - 2].every((y) => document.elementFromPoint((left + right) / 2, y) === host)";
    let rings = [
        PUT,
        "const look = function () {",
        FAULTS,
        "};
        const el = focused();
        if (el.getRootNode().host !== document.querySelector(arguments[0])) return null;
        const y = scrollY;
        const found = arguments[1].flatMap(([name, sheet]) => {
          put(name, sheet);
          return look(arguments[0], el.closest('.option') ?? el).map((fault) => `${name}: ${fault}`);
        });
        put('', '');
        scrollTo({ top: y, behavior: 'instant' });
        return found",
    ]
    .concat();
    let key = fantoccini::key::Key::Tab;
    let mut stops = 0;
    loop {
        match back {
            true => tab.press_with_shift(key).await,
            false => tab.press(key).await,
        }
        // Some browsers scroll a moment later.
        let at = json!([exercise.at]);
        tab.until("the focus, with nothing over it", uncovered, at)
            .await;
        let found = tab.js(&rings, json!([exercise.at, THEMES])).await;
        if found.is_null() {
            return stops;
        }
        stops += 1;
        assert!(stops < 100, "the focus does not leave the exercise");
        let found = strings(&found);
        assert!(found.is_empty(), "{}:\n{}", exercise.at, found.join("\n"));
    }
}
