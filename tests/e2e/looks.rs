//! Narrow and wide, large text, wide spacing, no motion, forced colors, paper: every
//! step of every exercise stays whole and in reach.

use interlude::ui::words;
use serde_json::json;

use crate::browser::{Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{self, FLOWS, PRACTICE};
use crate::site::Site;
use crate::tab::{Tab, strings};
use crate::walks;

cases![
    nothing_scrolls_sideways_at_any_width,
    nothing_scrolls_sideways_with_text_of_twice_the_size,
    wider_spacing_of_text_clips_nothing,
    targets_are_large_enough,
    without_motion_nothing_moves,
    a_breath_is_a_circle_that_moves_once_or_words_alone,
    with_forced_colors_a_border_shows_what_is_chosen needs ForcedColors,
    with_forced_colors_the_focus_keeps_a_ring needs ForcedColors,
    with_forced_colors_marked_words_are_on_a_color_of_their_own needs ForcedColors,
    paper_shows_the_sheet_alone,
    a_place_in_any_layout_has_its_width,
];

/// Words that cannot be broken, as an owner's list may have.
const LONG: &str =
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/// A post with the exercises, opened in a tab.
async fn open(stage: &Stage, head: &str) -> (Site, Tab) {
    open_with(stage, Wish::default(), head).await
}

/// The same for a reader with settings of her own.
async fn open_with(stage: &Stage, wish: Wish, head: &str) -> (Site, Tab) {
    let site = Site::start().await;
    let head = format!("<style>body {{ margin: 8px; overflow-wrap: anywhere; }}</style>{head}");
    let three = pages::three().replacen("</li>", &format!(" {LONG}</li>"), 1);
    site.page(
        "/",
        &pages::with(&head, &format!("{three}\n{}", pages::TAG)),
    );
    let tab = stage.tab_with(wish).await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// Runs a script that lists faults at every step of every exercise.
async fn assert_no_fault(tab: &Tab, when: &str, script: &str) {
    let mut faults = Vec::new();
    for name in FLOWS {
        let exercise = Exercise::named(tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            let found = strings(&tab.js(script, json!([exercise.at])).await);
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{when}, {name}, {}: {fault}", step.name)),
            );
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Everything that is drawn stands within the exercise, and the page has its width.
const SIDEWAYS: &str = "
    const page = document.scrollingElement;
    const host = document.querySelector(arguments[0]).getBoundingClientRect();
    const faults = inside(arguments[0], '.frame, .frame *:not(.unseen, .unseen *)').filter((el) => {
      const box = el.getBoundingClientRect();
      const scrolls = el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0 && getComputedStyle(el).display !== 'inline';
      return box.left < host.left - 0.5 || box.right > host.right + 0.5 || scrolls;
    }).map((el) => `${el.localName}.${el.className} “${words(el).slice(0, 30)}” is wider than its place`);
    if (page.scrollWidth > page.clientWidth) faults.push(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);
    return faults";

async fn nothing_scrolls_sideways_at_any_width(stage: &Stage) {
    let (site, tab) = open(stage, "").await;
    for width in [280, 360, 720] {
        tab.width(width).await;
        tab.open(&site.url("/")).await;
        assert_no_fault(&tab, &format!("{width} px"), SIDEWAYS).await;
    }
}

async fn nothing_scrolls_sideways_with_text_of_twice_the_size(stage: &Stage) {
    let (site, tab) = open(stage, "<style>html { font-size: 200%; }</style>").await;
    for width in [280, 360, 720] {
        tab.width(width).await;
        tab.open(&site.url("/")).await;
        assert_no_fault(&tab, &format!("200 %, {width} px"), SIDEWAYS).await;
    }
}

/// WCAG 1.4.12, put into the exercise as a reader's own style sheet would be.
const SPACED: &str = "
    const shadow = root(arguments[0]);
    if (shadow.adoptedStyleSheets.length < 2) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    }";

const CLIPPED: &str = "
    const clipped = inside(arguments[0], '.screen, .screen *').filter((el) => {
      const style = getComputedStyle(el);
      const hides = style.overflow !== 'visible' || style.position === 'absolute';
      return style.display !== 'inline' && !el.matches('textarea, .unseen')
        && (el.scrollHeight > el.clientHeight + 1 || el.scrollWidth > el.clientWidth + 1)
        && (hides || ['button', 'label', 'legend'].includes(el.localName));
    }).map((el) => `${el.localName}.${el.className} “${words(el).slice(0, 30)}” is clipped`);";

async fn wider_spacing_of_text_clips_nothing(stage: &Stage) {
    let (_site, tab) = open(stage, "").await;
    tab.width(360).await;
    let sideways = SIDEWAYS.replace("return faults", "return [...clipped, ...faults]");
    assert_no_fault(&tab, "wide spacing", &[SPACED, CLIPPED, &sideways].concat()).await;
}

async fn targets_are_large_enough(stage: &Stage) {
    let (_site, tab) = open(stage, "").await;
    tab.width(360).await;
    // A radio or a box to tick is pressed by its label, which is all around it.
    let script = "
        const size = (el) => (el.localName === 'input' ? el.closest('label') : el).getBoundingClientRect();
        return inside(arguments[0], 'button, input, textarea, a, summary').filter((el) => {
          const { width, height } = size(el);
          return height < (el.localName === 'button' ? 44 : 24) - 0.01 || width < 24;
        }).map((el) => `${el.localName} “${nameOf(el)}” is ${size(el).width} × ${size(el).height}`)";
    assert_no_fault(&tab, "360 px", script).await;
}

async fn without_motion_nothing_moves(stage: &Stage) {
    let (_site, tab) = open(stage, "").await;
    let moving = "return inside(arguments[0], '*').filter((el) => {
          const style = getComputedStyle(el);
          return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        }).map((el) => `${el.localName}.${el.className} moves`)";
    // The check itself: with motion there is some.
    let exercise = Exercise::named(&tab, pages::CHOICE).await;
    let found = tab.texts(moving, json!([exercise.at])).await;
    assert!(!found.is_empty());
    stage.close().await;
    let still = Wish {
        still: true,
        ..Wish::default()
    };
    let (_site, tab) = open_with(stage, still, "").await;
    assert_no_fault(&tab, "reduced motion", moving).await;
}

async fn a_breath_is_a_circle_that_moves_once_or_words_alone(stage: &Stage) {
    for still in [false, true] {
        let wish = Wish {
            still,
            ..Wish::default()
        };
        let (_site, tab) = open_with(stage, wish, "").await;
        let exercise = Exercise::named(&tab, pages::PAUSE).await;
        // Nothing begins by itself, and nothing makes a sound.
        let idle = "return root(arguments[0]).querySelector('.circle, audio, video') == null";
        assert_eq!(tab.js(idle, json!([exercise.at])).await, true);
        exercise.press(words::BREATHE.text()).await;
        exercise.see(words::IN_AND_OUT.text()).await;
        let times = "return inside(arguments[0], '.circle').map((el) => getComputedStyle(el).animationIterationCount)";
        let circles = tab.texts(times, json!([exercise.at])).await;
        let wanted: &[&str] = if still { &[] } else { &["1"] };
        assert_eq!(circles, wanted);
        exercise.press(words::STOP_BREATH.text()).await;
        exercise.see(words::BREATHE.text()).await;
        assert_eq!(tab.js(idle, json!([exercise.at])).await, true);
        stage.close().await;
    }
}

async fn with_forced_colors_a_border_shows_what_is_chosen(stage: &Stage) {
    let forced = Wish {
        forced_colors: true,
        ..Wish::default()
    };
    let (site, tab) = open_with(stage, forced, "").await;
    let script = "
        if (!matchMedia('(forced-colors: active)').matches) return ['colors are not forced'];
        const border = (el) => { const style = getComputedStyle(el); return style.borderTopWidth + style.borderTopColor + style.borderTopStyle };
        return inside(arguments[0], 'fieldset').filter((group) => group.querySelector(':checked')).filter((group) => {
          const options = [...group.querySelectorAll('.option')];
          const chosen = options.find((el) => el.querySelector(':checked'));
          // Of boxes to tick, several can be chosen.
          return options.some((el) => !el.querySelector(':checked') && border(el) === border(chosen));
        }).map((el) => `the choice in “${words(el).slice(0, 30)}” has the border of the others`)";
    assert_no_fault(&tab, "forced colors", script).await;
    let script = "return inside(arguments[0], 'button').filter((el) => getComputedStyle(el).borderTopStyle === 'none'
        || parseFloat(getComputedStyle(el).borderTopWidth) < 1).map((el) => `“${words(el)}” has no border`)";
    tab.open(&site.url("/")).await;
    assert_no_fault(&tab, "forced colors", script).await;
}

async fn with_forced_colors_the_focus_keeps_a_ring(stage: &Stage) {
    let forced = Wish {
        forced_colors: true,
        ..Wish::default()
    };
    let (_site, tab) = open_with(stage, forced, "").await;
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let first = "inside(arguments[0], 'button, input, textarea')[0].focus()";
        tab.js(first, json!([exercise.at])).await;
        let script = "const el = focused();
            if (el.getRootNode() !== root(arguments[0])) return null;
            const { outlineStyle, outlineWidth } = getComputedStyle(el.closest('.option') ?? el);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? '' : nameOf(el)";
        let mut stops = 0;
        loop {
            tab.press(fantoccini::key::Key::Tab).await;
            let without = tab.js(script, json!([exercise.at])).await;
            if without.is_null() {
                break;
            }
            assert_eq!(without, "", "{name}: the focus has no ring there");
            stops += 1;
            assert!(stops < 100, "the focus does not leave {name}");
        }
        assert!(stops > 0 || name == pages::CARD, "{name} has one stop only");
    }
}

async fn with_forced_colors_marked_words_are_on_a_color_of_their_own(stage: &Stage) {
    for dark in [false, true] {
        let forced = Wish {
            forced_colors: true,
            dark,
            ..Wish::default()
        };
        let (_site, tab) = open_with(stage, forced, "").await;
        let exercise = Exercise::named(&tab, PRACTICE).await;
        exercise.write(walks::MIRROR).await;
        exercise.press(words::LOOK.text()).await;
        exercise.see(words::NEXT_TRY.text()).await;
        // A color that lets nothing through has three numbers.
        let script = "return inside(arguments[0], 'mark').map((el) => getComputedStyle(el))
            .map(({ color, backgroundColor }) => /^rgb\\(/.test(backgroundColor) && backgroundColor !== color)";
        let marks = tab.js(script, json!([exercise.at])).await;
        assert!(marks.as_array().is_some_and(|all| !all.is_empty()));
        assert!(
            !marks.as_array().unwrap().contains(&json!(false)),
            "{marks}"
        );
        stage.close().await;
    }
}

async fn paper_shows_the_sheet_alone(stage: &Stage) {
    let (_site, tab) = open(stage, "").await;
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let script = "const shadow = root(arguments[0]);
            return ['.screen', '.sheet'].map((part) => shown(shadow.querySelector(part)))";
        assert_eq!(
            tab.js(script, json!([exercise.at])).await,
            json!([true, false])
        );
        tab.paper(true).await;
        assert_eq!(
            tab.js(script, json!([exercise.at])).await,
            json!([false, true])
        );
        let buttons = "return inside(arguments[0], 'button, input, textarea').length";
        assert_eq!(tab.js(buttons, json!([exercise.at])).await, 0, "{name}");
        assert!(!exercise.one(".sheet").await.is_empty());
        tab.paper(false).await;
    }
}

/// In a layout that asks its parts how wide they want to be, an exercise does not
/// shrink to nothing.
async fn a_place_in_any_layout_has_its_width(stage: &Stage) {
    let layouts = [
        "display: flex",
        "display: grid; justify-items: start",
        "float: left",
        "display: inline-block",
        "display: table",
    ];
    let place = pages::filled(pages::CHOICE);
    let body = layouts.map(|style| {
        format!("<section style=\"{style}\">{place}</section><br style=\"clear: both\">")
    });
    let site = Site::start().await;
    site.page("/", &pages::page(&body.concat()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let script = "const places = [...document.querySelectorAll('[data-interlude]')];
        const asleep = places.find((place) => !place.shadowRoot?.querySelector('.frame'));
        asleep?.scrollIntoView({ behavior: 'instant' });
        return !asleep";
    tab.until("all of them, alive", script, json!([])).await;
    let script = "return [...document.querySelectorAll('[data-interlude]')].map((place) =>
        [place.parentElement.getAttribute('style'), place.shadowRoot.querySelector('.frame').getBoundingClientRect().width])
        .filter(([, width]) => width < 200).map(String)";
    assert_eq!(tab.texts(script, json!([])).await, [""; 0]);
}
