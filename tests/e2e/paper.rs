//! The worksheets, as the engines print them: PDF files, read with pdftotext.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use fantoccini::wd::{PrintConfiguration, PrintSize};
use interlude::ui::words;
use serde_json::json;

use crate::browser::{Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{self, CARD, CHOICE, CONNECT, FLOWS, LIMIT, LINE, OPEN, PRACTICE, REFLECTION};
use crate::site::Site;
use crate::tab::Tab;
use crate::walks::{self, OWN};

cases![
    alone_an_exercise_is_one_page needs Pdf,
    a_theme_of_columns_leaves_it_the_whole_page needs Pdf,
    the_whole_post_has_every_sheet_and_no_answer needs Pdf,
    what_is_safe_stands_on_paper_too,
    paper_has_room_between_its_parts,
    paper_is_black_on_white_whatever_the_page,
    paper_fits_with_text_of_twice_the_size,
];

const SIZES: [PrintSize; 2] = [PrintSize::A4, PrintSize::US_LETTER];

/// The text of each page of what the tab prints, a space for every white space.
pub async fn pages_of(tab: &Tab, size: PrintSize) -> Vec<String> {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let config = PrintConfiguration::builder().size(size).build().unwrap();
    // What a tab shows is a screen, which the tests have told the browser.
    tab.paper(true).await;
    let pdf = tab.client.print(config).await.unwrap();
    tab.paper(false).await;
    let name = format!("{}-{number}.pdf", tab.browser.name());
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, pdf).unwrap();
    let ran = Command::new("pdftotext").arg(&file).arg("-").output();
    let ran = ran.expect("pdftotext is missing: run 'make setup'");
    assert!(ran.status.success(), "{}", file.display());
    fs::remove_file(file).unwrap();
    let mut text = String::from_utf8(ran.stdout).unwrap();
    // As the font joins them.
    for (joined, letters) in [
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬀ", "ff"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
    ] {
        text = text.replace(joined, letters);
    }
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

pub async fn open(stage: &Stage, wish: Wish, head: &str, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &pages::with(head, &format!("{body}\n{}", pages::TAG)));
    let tab = stage.tab_with(wish).await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// Goes to the end of an exercise, with something of the reader's own on the way.
async fn finish(exercise: &Exercise<'_>, name: &str) {
    match name {
        CHOICE => {
            exercise.press(words::START_ANY.text()).await;
            exercise.see("Step 1 of 3").await;
            exercise.pick(0).await;
            exercise.press(words::NEXT.text()).await;
            exercise.see("Step 2 of 3").await;
            exercise.press(words::SKIP.text()).await;
            exercise.see("Step 3 of 3").await;
            exercise.press(words::SKIP.text()).await;
        }
        REFLECTION => {
            exercise.press(words::OPEN_PRIVATE.text()).await;
            exercise.see(words::FINISH.text()).await;
            exercise.pick_in(0, 1).await;
            exercise.write(OWN).await;
            exercise.press(words::FINISH.text()).await;
        }
        PRACTICE | OPEN | CONNECT => {
            exercise.write(OWN).await;
            exercise.press(words::NEXT_ROUND.text()).await;
            exercise.see("Round 2 of 3").await;
            exercise.press(words::NEXT_ROUND.text()).await;
            exercise.see("Round 3 of 3").await;
            exercise.press(words::CLOSE_PRACTICE.text()).await;
        }
        _ => {
            for step in walks::steps(name) {
                step.take(exercise).await;
            }
            return;
        }
    }
    exercise.see(words::NOT_THERAPY.text()).await;
}

/// Presses a button that prints, and gives what is printed.
async fn print(exercise: &Exercise<'_>, label: &str, size: PrintSize) -> Vec<String> {
    let tab = exercise.tab;
    // The driver prints, not a dialog that somebody would have to answer.
    tab.js("window.print = () => { window.asked = true }", json!([]))
        .await;
    exercise.press(label).await;
    tab.until("the call to print", "return window.asked", json!([]))
        .await;
    let pages = pages_of(tab, size).await;
    let over = "window.asked = false; dispatchEvent(new Event('afterprint'))";
    tab.js(over, json!([])).await;
    pages
}

/// What stands on the sheet, whatever is asked for: its title first, its last line last.
fn assert_sheet(page: &str, title: &str) {
    assert!(page.starts_with(title), "{title}: {page}");
    let end = page.trim_end_matches(words::NOT_THERAPY.text());
    assert_ne!(end, page, "{title} ends in another way");
    for other in [
        "Some words before it.",
        words::NEXT_ROUND.text(),
        words::PRINT_MINE.text(),
        words::FINISH.text(),
        words::LEAVE.text(),
        words::STAYS_HERE.text(),
    ] {
        assert!(!page.contains(other), "{title} has “{other}”");
    }
}

async fn alone_an_exercise_is_one_page(stage: &Stage) {
    let (_site, tab) = open(stage, Wish::default(), "", &pages::three()).await;
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let title = exercise.one(".title").await;
        finish(&exercise, name).await;
        let (asked, labels) = match name {
            CHOICE => ("", &[words::PRINT_SUMMARY][..]),
            LINE | LIMIT => ("", &[words::PRINT_LINE][..]),
            PRACTICE | OPEN | CONNECT | REFLECTION => (
                OWN,
                &[words::PRINT_BLANK, words::PRINT_MINE, words::PRINT_BLANK][..],
            ),
            _ => ("", &[][..]),
        };
        for (i, label) in labels.iter().enumerate() {
            for size in SIZES.into_iter().take(2 - i / 2) {
                let pages = print(&exercise, label.text(), size).await;
                assert_eq!(pages.len(), 1, "{name}: {:.999}", pages.join("\n"));
                assert_sheet(&pages[0], &title);
                let has_own = !asked.is_empty() && pages[0].contains(asked);
                assert_eq!(has_own, *label == words::PRINT_MINE, "{name}: {}", pages[0]);
            }
        }
    }
}

async fn a_theme_of_columns_leaves_it_the_whole_page(stage: &Stage) {
    let head = "<style>body { display: grid; grid-template-columns: 1fr 220px; height: 100vh; overflow: hidden; }
        main { order: 2; padding: 3em; overflow: auto; }</style>";
    let body = format!("{}\n{}", pages::filled(REFLECTION), pages::long_text());
    let (_site, tab) = open(stage, Wish::default(), head, &body).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    let title = exercise.one(".title").await;
    finish(&exercise, REFLECTION).await;
    let pages = print(&exercise, words::PRINT_MINE.text(), PrintSize::A4).await;
    assert_eq!(pages.len(), 1, "{:.999}", pages.join("\n"));
    assert_sheet(&pages[0], &title);
    assert!(pages[0].contains(OWN));
}

async fn the_whole_post_has_every_sheet_and_no_answer(stage: &Stage) {
    let (_site, tab) = open(stage, Wish::default(), "", &pages::three()).await;
    let mut titles = Vec::new();
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        titles.push(exercise.one(".title").await);
        finish(&exercise, name).await;
    }
    for size in SIZES {
        let pages = pages_of(&tab, size).await;
        let all = pages.join(" ");
        for own in FLOWS
            .iter()
            .flat_map(|name| walks::typed(name))
            .chain([OWN])
        {
            assert!(!all.contains(own), "{own}: {all}");
        }
        for words in ["Some words before it.", "Some words after it."] {
            assert_eq!(all.matches(words).count(), FLOWS.len(), "{words}");
        }
        for title in &titles {
            assert!(all.contains(title), "{title}");
            let left = pages.iter().find(|page| page.ends_with(title));
            assert_eq!(left, None, "{title} stands alone at the end of a page");
        }
        for label in [
            words::NEXT_ROUND,
            words::PRINT_MINE,
            words::FINISH,
            words::LEAVE,
        ] {
            assert!(!all.contains(label.text()), "{}", label.text());
        }
    }
}

/// Runs a script that lists faults of each exercise's paper.
async fn assert_no_fault(tab: &Tab, script: &str) {
    for name in FLOWS {
        let exercise = Exercise::named(tab, name).await;
        tab.paper(true).await;
        let faults = tab.texts(script, json!([exercise.at])).await;
        assert_eq!(faults, [""; 0], "{name}");
        tab.paper(false).await;
    }
}

/// What a sheet says, whether it is printed or not.
async fn on_paper(tab: &Tab, name: &str) -> String {
    let exercise = Exercise::named(tab, name).await;
    tab.paper(true).await;
    let sheet = exercise.one(".sheet").await;
    tab.paper(false).await;
    sheet
}

async fn what_is_safe_stands_on_paper_too(stage: &Stage) {
    let (_site, tab) = open(stage, Wish::default(), "", &pages::three()).await;
    for name in [LINE, LIMIT] {
        let sheet = on_paper(&tab, name).await;
        assert!(sheet.contains(words::IF_AFRAID.text()), "{name}: {sheet}");
        let says = sheet.contains(words::IF_SAFE.text());
        assert_eq!(says, name == LIMIT, "{name}: {sheet}");
    }
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let sheet = on_paper(&tab, name).await;
        // A private list begins with another opening, on the screen.
        if name != REFLECTION {
            let opening = exercise.one(".opening").await;
            assert!(sheet.starts_with(&opening), "{name}: {sheet}");
        }
        let is_told = sheet.ends_with(words::NOT_THERAPY.text());
        assert_eq!(is_told, name != CARD, "{name}: {sheet}");
    }
}

async fn paper_has_room_between_its_parts(stage: &Stage) {
    let (_site, tab) = open(stage, Wish::default(), "", &pages::three()).await;
    let script = "const sheet = root(arguments[0]).querySelector('.sheet');
        const parts = [...sheet.children].filter((el) => el.getClientRects().length);
        const name = (el) => `${el.localName}.${el.className} “${words(el).slice(0, 30)}”`;
        const box = (el) => el.getBoundingClientRect();
        // The signs of a list are rows of a table, with a rule between them.
        const isRow = (el) => el.classList.contains('sign');
        const room = (el, i) => box(el).top - box(parts[i]).bottom;
        const close = parts.slice(1).flatMap((el, i) => room(el, i) < 4 && !(isRow(el) && isRow(parts[i]))
          ? [`${room(el, i)} px between ${name(parts[i])} and ${name(el)}`] : []);
        const out = [...sheet.querySelectorAll('li')].filter((li) => getComputedStyle(li).listStyleType !== 'none' &&
            box(li).left - box(sheet).left < 12)
          .map((li) => name(li) + ' has its mark outside');
        return [...close, ...out]";
    assert_no_fault(&tab, script).await;
}

async fn paper_is_black_on_white_whatever_the_page(stage: &Stage) {
    let dark = Wish {
        dark: true,
        ..Wish::default()
    };
    let head = "<style>html { color-scheme: dark; background: #111; color: #eee; }</style>";
    let (_site, tab) = open(stage, dark, head, &pages::three()).await;
    let script = "const wrapper = root(arguments[0]).querySelector('.interlude');
        const sheet = inside(arguments[0], '.title, .sheet *');
        if (sheet.length < 3) return ['there is no sheet'];
        const faults = sheet.filter((el) => getComputedStyle(el).color !== 'rgb(0, 0, 0)')
          .map((el) => `${el.localName}.${el.className}: ${getComputedStyle(el).color}`);
        const { backgroundColor } = getComputedStyle(wrapper);
        return backgroundColor === 'rgb(255, 255, 255)' ? faults : [...faults, `on ${backgroundColor}`]";
    assert_no_fault(&tab, script).await;
}

async fn paper_fits_with_text_of_twice_the_size(stage: &Stage) {
    let head = "<style>html { font-size: 200%; } body { margin: 0; }</style>";
    let (_site, tab) = open(stage, Wish::default(), head, &pages::three()).await;
    // A4 without its margins.
    tab.width(680).await;
    let script = "const { right } = root(arguments[0]).querySelector('.interlude').getBoundingClientRect();
        return inside(arguments[0], '.sheet *').filter((el) => el.getBoundingClientRect().right > right + 0.5)
          .map((el) => `${el.localName}.${el.className} “${words(el).slice(0, 30)}” is cut`)";
    assert_no_fault(&tab, script).await;
}
