//! The words are in the language of the page, only that one is loaded, and an owner can
//! put her own in their place.

use interlude::ui::words;
use serde_json::{Map, Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{
    self, CARD, CHOICE, CONNECT, FLOWS, IN_TURN, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION,
    SHAPED, SHOES, TAG,
};
use crate::site::{self, Answer, SPANISH, Site, WORDS};
use crate::tab::{Tab, strings};

cases![
    the_language_is_the_pages,
    the_language_is_that_of_the_text_around,
    all_of_an_exercise_is_in_the_language,
    in_another_language_the_notes_are_told_to_be_english,
    long_words_from_right_to_left_lose_nothing,
    an_owners_words_stand_in_place_of_ours,
    an_owners_words_are_in_the_language_that_she_names,
    an_owners_slip_in_the_words_is_told,
];

async fn open(stage: &Stage, site: &Site, html: &str) -> Tab {
    site.page("/", html);
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    tab
}

/// A page in a language, with empty places.
fn page_in(language: &str) -> String {
    let places: Vec<_> = FLOWS
        .map(|name| format!("<div data-interlude=\"{name}\"></div>"))
        .into();
    let page = pages::page(&places.join("\n"));
    page.replacen("lang=\"en-US\"", &format!("lang=\"{language}\""), 1)
}

async fn the_language_is_the_pages(stage: &Stage) {
    for (language, title, loads, marked) in [
        ("es", "Cambio de perspectiva", SPANISH, Value::Null),
        ("es-MX", "Cambio de perspectiva", SPANISH, Value::Null),
        ("ES-ar", "Cambio de perspectiva", SPANISH, Value::Null),
        ("en-GB", "Perspective switch", WORDS, Value::Null),
        ("fr", "Perspective switch", WORDS, json!("en")),
        ("", "Perspective switch", WORDS, json!("en")),
    ] {
        let site = Site::start().await;
        let tab = open(stage, &site, &page_in(language)).await;
        let exercise = Exercise::named(&tab, CHOICE).await;
        assert_eq!(exercise.one(".title").await, title, "{language}");
        let asked: Vec<_> = site
            .asked()
            .into_iter()
            .filter(|one| one.contains("/words."))
            .collect();
        assert_eq!(asked, [loads], "{language}");
        let root = "return root(arguments[0]).querySelector('.interlude').getAttribute('lang')";
        assert_eq!(
            tab.js(root, json!([exercise.at])).await,
            marked,
            "{language}"
        );
        assert_eq!(tab.said().await, [""; 0]);
    }
}

async fn the_language_is_that_of_the_text_around(stage: &Stage) {
    let site = Site::start().await;
    let body = format!("<section lang=\"es\"><div data-interlude=\"{CHOICE}\"></div></section>");
    let tab = open(stage, &site, &pages::page(&body)).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    assert_eq!(exercise.one(".title").await, "Cambio de perspectiva");
    assert_eq!((site.times(SPANISH), site.times(WORDS)), (1, 0));
}

/// What a reader does from step to step, whatever the language: a selector to press, or
/// a text to write.
const PATHS: [(&str, &[&str]); 12] = [
    (
        CHOICE,
        &[
            "[type=radio]",
            ".button.main",
            "[type=radio]",
            ".button.main",
            "[type=radio]",
            ".button.main",
            ".button",
            ".row .button",
            ".button",
        ],
    ),
    (
        IN_TURN,
        &[
            "[type=radio]",
            ".button.main",
            ".button",
            ".button",
            ".button",
            ".button",
            ".button",
            ".button",
            ".button",
            ".button",
            ".button",
            ".button",
        ],
    ),
    (
        SHOES,
        &[
            "[type=radio]",
            ".button.main",
            "[type=radio]",
            ".button.main",
            ".button.main",
            "[type=radio]",
            ".button.main",
            ".button",
        ],
    ),
    (
        PRACTICE,
        &[
            ".button.main",
            "write",
            ".button.main",
            ".way-on .button + .button",
            ".button.quiet",
            ".button.quiet",
            ".button.quiet",
        ],
    ),
    (
        OPEN,
        &[
            ".button.main",
            "write",
            ".button.main",
            ".way-on .button + .button",
            ".button.quiet",
            ".button.quiet",
            ".button.quiet",
        ],
    ),
    (
        CONNECT,
        &[
            ".button.main",
            "write",
            ".button.main",
            ".way-on .button + .button",
            ".button.quiet",
            ".button.quiet",
            ".button.quiet",
        ],
    ),
    (SHAPED, &["[type=checkbox]", ".button.main"]),
    (
        REFLECTION,
        &[
            ".step .button",
            "[type=radio]",
            ".step .buttons .button + .button",
            ".step .buttons .button",
        ],
    ),
    (LINE, LINES),
    (LIMIT, LINES),
    (
        PAUSE,
        &[
            ".button.main",
            ".button.main",
            "[type=radio]",
            ".button.main",
        ],
    ),
    (CARD, &[".button"]),
];

/// Nothing but the button, which says what is missing; then a phrase, and the whole line.
const LINES: &[&str] = &[
    ".button.main",
    "[type=radio]",
    ".option:last-child [type=radio]",
    "[type=radio]",
    ".button.main",
    ".button.main",
];

/// Takes every path, and lists what `faults` finds at every step.
async fn assert_along_the_paths(tab: &Tab, faults: &str) {
    let mut found = Vec::new();
    for (name, path) in PATHS {
        let exercise = Exercise::named(tab, name).await;
        for (at, step) in path.iter().enumerate() {
            if *step == "write" {
                exercise
                    .write("It sounds like you feel alone. What happened?")
                    .await;
            } else {
                let press = "const all = [...root(arguments[0]).querySelectorAll('.screen ' + arguments[1])];
                    const found = all.find((one) => shown(one));
                    found?.click();
                    return !!found";
                let what = format!("{name}, step {at}: {step}");
                tab.until(&what, press, json!([exercise.at, step])).await;
            }
            // What follows a press is drawn by the second frame.
            let frames =
                "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))";
            tab.js_later(frames, json!([])).await;
            let here = strings(&tab.js(faults, json!([exercise.at])).await);
            found.extend(
                here.iter()
                    .map(|fault| format!("{name}, step {at}: {fault}")),
            );
        }
    }
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Every text of English words that is on the screen, but those that say that they are.
const ENGLISH: &str = r"
    const texts = [];
    const walker = document.createTreeWalker(root(arguments[0]).querySelector('.frame'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('[lang=en], .own')) continue;
      if (/\b(the|you|your|this|what|they|and|of|is)\b/i.test(node.data)) texts.push(node.data);
    }
    return texts";

async fn all_of_an_exercise_is_in_the_language(stage: &Stage) {
    let site = Site::start().await;
    let tab = open(stage, &site, &page_in("es")).await;
    assert_along_the_paths(&tab, ENGLISH).await;
    let stop = "return document.querySelector('body > div').shadowRoot.textContent";
    assert!(
        tab.text(stop, json!([]))
            .await
            .contains("Salir de esta página")
    );
}

async fn in_another_language_the_notes_are_told_to_be_english(stage: &Stage) {
    let site = Site::start().await;
    let tab = open(stage, &site, &page_in("es")).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.see("las notas solo existen en inglés").await;
    let site = Site::start().await;
    let tab = open(stage, &site, &page_in("en")).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise.lose(words::ENGLISH_NOTES.text()).await;
}

/// English as no one writes it: accented, 40 % longer, and from right to left. What it
/// shows is no translation but whether one would fit.
fn pseudo(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(pseudo_text(text)),
        Value::Array(list) => list.iter().map(pseudo).collect(),
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| match key.as_str() {
                "kind" | "href" | "region" | "checks" => (key.clone(), value.clone()),
                _ => (key.clone(), pseudo(value)),
            })
            .collect(),
        other => other.clone(),
    }
}

const MARK: char = '\u{200f}';

fn pseudo_text(text: &str) -> String {
    let mut out = String::from(MARK);
    let mut is_name = false;
    let mut letters = 0;
    for c in text.chars() {
        is_name = c == '{' || (is_name && c != '}');
        out.push(match c {
            'a' if !is_name => 'å',
            'e' if !is_name => 'ë',
            'i' if !is_name => 'ï',
            'o' if !is_name => 'ø',
            'u' if !is_name => 'ü',
            'n' if !is_name => 'ñ',
            c => c,
        });
        letters += usize::from(c.is_alphabetic() && !is_name);
        if letters == 5 {
            out.push_str("ðŧ");
            letters = 0;
        }
    }
    out
}

/// What is clipped, leans to the wrong side, or is not in the language.
const FAULTS: &str = r"
    const frame = root(arguments[0]).querySelector('.frame');
    const faults = [];
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const around = node.parentElement;
      if (!/\p{L}/u.test(node.data) || around.closest('[lang=en], .own')) continue;
      // Of a line with blanks in it, the first part has the mark.
      const whole = around.closest('.whole') ?? node;
      if (!whole.textContent.includes('\u200f')) faults.push(`“${node.data}” is English`);
      if (shown(around) && getComputedStyle(around).direction !== 'rtl') faults.push(`“${node.data}” runs from left to right`);
    }
    const outer = frame.getBoundingClientRect();
    for (const one of frame.querySelectorAll('.screen *')) {
      const { left, right, width } = one.getBoundingClientRect();
      if (width && (left < outer.left - 1 || right > outer.right + 1)) faults.push(`${one.className} stands out`);
      if (/^(button|label|legend|p)$/.test(one.localName) && one.scrollWidth > one.clientWidth + 1 && one.clientWidth) faults.push(`${one.className} is clipped`);
    }
    for (const one of frame.querySelectorAll('.care')) {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(one);
      if (borderLeftWidth !== '0px' || borderRightWidth === '0px') faults.push('the bar is on the wrong side');
    }
    for (const row of frame.querySelectorAll('.buttons')) {
      const first = row.firstElementChild?.getBoundingClientRect();
      if (first?.width && Math.abs(first.right - row.getBoundingClientRect().right) > 1) faults.push('the first button is not at the right');
    }
    return faults";

async fn long_words_from_right_to_left_lose_nothing(stage: &Stage) {
    let site = Site::start().await;
    let english: Value = serde_json::from_str(words::ENGLISH).unwrap();
    let mut long = pseudo(&english);
    long["lang"] = json!("qps-ploc");
    long["files"] = english["files"].clone();
    site.swap(WORDS, long.to_string());
    let drafts: Map<String, Value> = serde_json::from_str(words::DRAFTS).unwrap();
    for (name, draft) in drafts {
        let long = pseudo(&draft).to_string();
        site.put(
            &site::draft(&name, "en"),
            Answer::new("application/json", long),
        );
    }
    let html = page_in("en").replacen("<html", "<html dir=\"rtl\"", 1);
    for width in [320, 720] {
        let tab = open(stage, &site, &html).await;
        tab.width(width).await;
        tab.open(&site.url("/")).await;
        assert_along_the_paths(&tab, FAULTS).await;
        assert_eq!(tab.said().await, [""; 0]);
    }
}

async fn an_owners_words_stand_in_place_of_ours(stage: &Stage) {
    let site = Site::start().await;
    let own = "<script type=\"application/json\" data-interlude-words>
        {\"which-scene\": \"Pick one, <b>friend</b>\", \"step\": \"{at}/{of}\"}</script>";
    let body = format!("{own}\n{}\n{TAG}", pages::filled(CHOICE));
    let tab = open(stage, &site, &pages::bare(&body)).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    assert_eq!(exercise.all("legend").await, ["Pick one, <b>friend</b>"]);
    exercise.press(words::START_ANY.text()).await;
    exercise.see("1/3").await;
    assert_eq!(tab.said().await, [""; 0]);
}

async fn an_owners_words_are_in_the_language_that_she_names(stage: &Stage) {
    let site = Site::start().await;
    let own = |lang: &str| {
        format!(
            "<script type=\"application/json\" data-interlude-words>
            {{{lang}\"open-private\": \"Ouvrir la liste\", \"leave\": \"Quitter la page\"}}</script>"
        )
    };
    for (lang, marked) in [("\"lang\": \"fr\", ", Value::Null), ("", json!("en"))] {
        let body = format!("{}\n{}", own(lang), pages::filled(REFLECTION));
        let page = pages::page(&body).replacen("lang=\"en-US\"", "lang=\"fr-FR\"", 1);
        let tab = open(stage, &site, &page).await;
        let exercise = Exercise::named(&tab, REFLECTION).await;
        exercise.see("Ouvrir la liste").await;
        let langs = "const stop = document.body.firstElementChild;
            return [root(arguments[0]).querySelector('.interlude').getAttribute('lang'), stop.getAttribute('lang')]";
        let found = tab.js(langs, json!([exercise.at])).await;
        assert_eq!(found, json!([marked, marked]));
        assert_eq!(tab.said().await, [""; 0]);
        stage.close().await;
    }
}

async fn an_owners_slip_in_the_words_is_told(stage: &Stage) {
    let site = Site::start().await;
    let own = "<script type=\"application/json\" data-interlude-words>
        {\"step\": \"Step {at}\", \"which-scenes\": \"Go\"}</script>";
    let body = format!(
        "<div data-interlude=\"{CHOICE}\">{own}{}</div>\n{TAG}",
        pages::list(pages::items(CHOICE))
    );
    let tab = open(stage, &site, &pages::bare(&body)).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    exercise.press(words::START_ANY.text()).await;
    exercise.see(&words::step(1, 3)).await;
    let said = tab.said().await;
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("“step” must also hold {of}"), "{said:?}");
    assert!(said[1].contains("Did you mean “which-scene”?"), "{said:?}");
}
