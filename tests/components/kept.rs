//! What is kept on the reader's device, where the owner asked for that.

use std::rc::Rc;

use interlude::content::Source;
use interlude::ui::words;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{
    CHOICE, CONNECT, Exercise, FakePage, PRACTICE, REFLECTION, REPLY, draw_for, draw_json, stage,
};

const LINES: &str = r#"{ "lines": ["You forgot me.", "Nobody called.", "I did it alone."] }"#;
const SCENES: &str = r#"{
    "scenes": ["The door slams.", "Silence."],
    "questions": [
        { "text": "What could it mean?", "choices": ["Worry", "Anger"] },
        { "text": "How may they feel?", "choices": ["Hurt", "Low"] }
    ] }"#;

/// An exercise whose owner asked for that, on a device with a record.
fn draw(name: &str, json: &str, record: &str) -> (Exercise, Rc<FakePage>) {
    let page = Rc::new(FakePage::default());
    page.record.replace(Some(record.into()));
    let it = draw_for(&page, &stage(""), name, &Source::Json(json.into()));
    (it, page)
}

fn record(page: &FakePage) -> String {
    page.record.borrow().clone().unwrap()
}

/// The reader is told that it is kept, before all else; or that nothing is.
fn assert_told(it: &Exercise, kept: bool) {
    let seen = it.text(".screen");
    assert_eq!(seen.starts_with(words::KEPT.text()), kept, "{seen}");
    assert_eq!(seen.contains(words::STAYS_HERE.text()), !kept, "{seen}");
}

#[wasm_bindgen_test]
async fn nothing_is_kept_unless_the_owner_asked() {
    let (it, page) = draw_json(PRACTICE, LINES);
    assert_told(&it, false);
    assert!(!it.has_button(words::ERASE.text()));
    it.write(0, REPLY).await;
    it.press(words::NEXT_ROUND.text()).await;
    assert_eq!(*page.record.borrow(), None);
}

#[wasm_bindgen_test]
async fn a_private_list_keeps_nothing_whatever_its_page_would_do() {
    let (it, page) = draw(REFLECTION, "{}", "");
    it.press(words::OPEN_PRIVATE.text()).await;
    it.radios()[0].click();
    it.write(0, REPLY).await;
    it.press(words::FINISH.text()).await;
    assert_eq!(record(&page), "");
    assert!(it.text(".screen").contains(words::STAYS_HERE.text()));
}

#[wasm_bindgen_test]
async fn replies_are_kept_as_they_are_typed_and_come_back() {
    let (it, page) = draw(CONNECT, LINES, "");
    assert_told(&it, true);
    assert_eq!(record(&page), "", "nothing was done yet");
    it.write(0, "First “words”\nof two.").await;
    it.press(words::NEXT_ROUND.text()).await;
    it.write(1, "Then.").await;
    assert_eq!(page.events.borrow().len(), 1, "typing tells nothing");
    let kept = record(&page);
    let (again, page) = draw(CONNECT, LINES, &kept);
    assert_told(&again, true);
    assert!(again.text(".screen").contains("Nobody called."));
    let boxes = again.all("textarea");
    assert_eq!(boxes.len(), 2);
    assert_eq!(again.value(0), "");
    assert_eq!(again.value(1), "Then.");
    assert_eq!(again.status(), "", "nothing is announced");
    assert!(page.focused.borrow().is_empty(), "the focus stays");
    assert!(page.events.borrow().is_empty());
    assert_eq!(record(&page), kept, "reading changes nothing");
    again.press(words::NEXT_ROUND.text()).await;
    again.press(words::CLOSE_PRACTICE.text()).await;
    again.press(words::PRINT_MINE.text()).await;
    assert_eq!(
        again.texts(".sheet .own"),
        ["First “words”\nof two.", "Then."]
    );
}

#[wasm_bindgen_test]
async fn choices_are_kept_and_come_back() {
    let (it, page) = draw(CHOICE, SCENES, "");
    assert_told(&it, true);
    it.pick("Silence.").await;
    it.press(words::START.text()).await;
    it.pick("Anger").await;
    it.press(words::NEXT.text()).await;
    it.press(words::SKIP.text()).await;
    let (again, page) = draw(CHOICE, SCENES, &record(&page));
    assert_eq!(again.texts(".screen .scene"), ["Silence."]);
    assert_eq!(
        again.texts(".screen .chosen"),
        ["Anger", words::SKIPPED.text()]
    );
    assert_eq!(again.status(), "");
    assert!(page.focused.borrow().is_empty() && page.events.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn what_does_not_fit_is_dropped_without_a_word() {
    let (it, page) = draw(PRACTICE, LINES, "");
    it.write(0, REPLY).await;
    let kept = record(&page);
    let other = r#"{ "lines": ["You forgot me.", "Nobody called.", "I did it all."] }"#;
    let version = kept.replacen("1\u{1f}", "0\u{1f}", 1);
    let cut = &kept[..kept.len() - 1];
    let wrong = kept.replacen("\u{1f}0\u{1f}0\u{1f}", "\u{1f}0\u{1f}9\u{1f}", 1);
    let long = kept.replacen("awful", &"x".repeat(70_000), 1);
    for (json, record) in [
        (other, kept.as_str()),
        (LINES, &version),
        (LINES, cut),
        (LINES, &wrong),
        (LINES, &long),
        (LINES, "<p>"),
        (LINES, "-"),
    ] {
        let (it, page) = draw(PRACTICE, json, record);
        assert_eq!(self::record(&page), "", "{record:.60}");
        assert_eq!(it.value(0), "");
        assert_told(&it, true);
        assert_eq!(it.status(), "");
        it.write(0, "New.").await;
        assert!(self::record(&page).contains("New."));
    }
    let (it, _) = draw(CONNECT, LINES, &kept);
    assert_eq!(it.value(0), "", "another exercise with the same lines");
}

#[wasm_bindgen_test]
async fn erasing_takes_one_press_and_clears_the_screen() {
    let (it, page) = draw(PRACTICE, LINES, "");
    it.write(0, REPLY).await;
    assert!(record(&page).contains("awful"));
    it.press(words::ERASE.text()).await;
    assert_eq!(record(&page), "");
    assert_eq!(it.value(0), "");
    assert_eq!(it.status().trim(), words::ERASED.text());
    assert_eq!(*page.focused.borrow(), ["legend, .step-heading"]);
    assert!(it.has(".step-heading"));
    assert_told(&it, true);
    it.write(0, "Again.").await;
    assert!(record(&page).contains("Again."));
    for _ in 0..2 {
        it.press(words::NEXT_ROUND.text()).await;
    }
    it.press(words::CLOSE_PRACTICE.text()).await;
    it.press(words::ERASE.text()).await;
    assert_eq!(record(&page), "");
    assert!(it.text(".screen").contains("You forgot me."));
    let (it, page) = draw(CHOICE, SCENES, "");
    it.pick("Silence.").await;
    it.press(words::ERASE.text()).await;
    assert_eq!((it.checked(), record(&page)), (0, String::new()));
    it.press(words::START_ANY.text()).await;
    it.pick("Anger").await;
    it.press(words::ERASE.text()).await;
    assert_eq!(it.text("legend"), words::WHICH_SCENE.text());
    assert_eq!(record(&page), "");
}

#[wasm_bindgen_test]
async fn notes_that_come_after_erasing_keep_nothing() {
    let (it, page) = draw(PRACTICE, LINES, "");
    it.write(0, REPLY).await;
    it.button(words::LOOK.text()).click();
    it.press(words::ERASE.text()).await;
    crate::stage::framed().await;
    assert_eq!(record(&page), "");
    assert!(!it.has(".noted"));
}

#[wasm_bindgen_test]
async fn the_reader_is_told_when_the_browser_keeps_it_no_more() {
    let (it, page) = draw(PRACTICE, LINES, "");
    it.write(0, REPLY).await;
    page.full.set(true);
    it.write(0, "More words.").await;
    assert_told_only_on_this_page(&it);
    assert_eq!(it.status().trim(), words::STAYS_HERE.text());
    assert_eq!(record(&page), "", "nothing half is left");
    assert_eq!(it.value(0), "More words.", "the exercise works");
    page.full.set(false);
    it.write(0, "And more.").await;
    assert_told(&it, true);
    assert!(record(&page).contains("And more."));
    it.write(0, &"x".repeat(70_000)).await;
    assert_told_only_on_this_page(&it);
    assert_eq!(record(&page), "");
}

fn assert_told_only_on_this_page(it: &Exercise) {
    let seen = it.text(".screen");
    assert!(seen.starts_with(words::STAYS_HERE.text()), "{seen}");
    assert!(!seen.contains(words::KEPT.text()), "{seen}");
}
