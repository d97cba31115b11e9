//! What a reader does in a *choice*.

use std::rc::Rc;

use interlude::ui::words;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{CHOICE, Changes, Exercise, FakePage, draw_json, mount_alone, settled};

const ONE_SCENE: &str = r#"{
    "title": "Stand there", "opening": "Before it.", "closing": "After it.",
    "scenes": ["The door slams."],
    "questions": [
        { "text": "What could it mean?", "choices": [
            { "text": "Worry", "note": "Worry can sound sharp." },
            { "text": "Hurt", "note": "Hurt can sound cold." },
            { "text": "Fear", "note": "Hurt can sound cold." },
            { "text": "Nothing" } ] },
        { "text": "How may they feel?", "choices": [ { "text": "Low", "note": "Low is heavy." } ] },
        { "text": "What else?", "choices": [ "A habit", "Bad luck" ] }
    ] }"#;

const TWO_SCENES: &str = r#"{
    "scenes": ["The door slams.", "Silence."],
    "questions": [ { "text": "Why?", "choices": ["Worry", "Hurt"] } ] }"#;

fn draw() -> (Exercise, Rc<FakePage>) {
    draw_json(CHOICE, ONE_SCENE)
}

#[wasm_bindgen_test]
async fn nothing_is_chosen_at_first_and_a_choice_sends_nothing_off() {
    let (it, page) = draw();
    assert_eq!(it.radios().len(), 4);
    assert_eq!(it.checked(), 0);
    assert!(!it.has("[checked]"));
    it.pick("Worry").await;
    assert_eq!(it.text("legend"), "What could it mean?");
    assert_eq!(it.text(".progress"), words::step(1, 3));
    assert_eq!(page.focused.take(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_choice_shows_its_note_beside_it_and_is_described_by_it() {
    let (it, _) = draw();
    assert!(it.texts(".note").iter().all(String::is_empty));
    it.pick("Worry").await;
    let radio = it.radio("Worry");
    let note = it.find(&format!(
        "#{}",
        radio.get_attribute("aria-describedby").unwrap()
    ));
    assert_eq!(
        note.text_content().as_deref(),
        Some("Worry can sound sharp.")
    );
    let option = radio.closest(".option").unwrap().unwrap();
    assert!(option.contains(Some(&note)));
    it.pick("Hurt").await;
    let notes = it.texts(".note");
    assert_eq!(notes, ["", "Hurt can sound cold.", "", ""]);
    assert_eq!(it.checked(), 1);
}

#[wasm_bindgen_test]
async fn the_status_says_a_note_once_and_the_same_words_are_a_change() {
    let (it, _) = draw();
    assert_eq!(it.status(), "");
    let changes = Changes::of(&it.find("[role=status]"));
    it.pick("Hurt").await;
    assert_eq!(changes.count(), 1);
    let first = it.status();
    assert_eq!(first.trim(), "Hurt can sound cold.");
    it.pick("Fear").await;
    let second = it.status();
    assert_eq!(second.trim(), "Hurt can sound cold.");
    assert_ne!(first, second, "the same words again are no change");
    it.pick("Nothing").await;
    assert_eq!(it.status(), "", "there is no note to say");
}

#[wasm_bindgen_test]
async fn the_way_on_says_whether_something_is_chosen() {
    let (it, _) = draw();
    assert!(it.has_button(words::SKIP.text()) && !it.has_button(words::NEXT.text()));
    it.pick("Worry").await;
    assert!(!it.has_button(words::SKIP.text()) && it.has_button(words::NEXT.text()));
    let next = it.button(words::NEXT.text());
    it.pick("Hurt").await;
    assert_eq!(
        next,
        it.button(words::NEXT.text()),
        "another button stands there"
    );
}

#[wasm_bindgen_test]
async fn going_back_keeps_what_was_chosen() {
    let (it, page) = draw();
    assert!(
        !it.has_button(words::BACK.text()),
        "no step lies behind this one"
    );
    it.pick("Hurt").await;
    it.press(words::NEXT.text()).await;
    assert_eq!(it.text("legend"), "How may they feel?");
    assert_eq!(it.status(), "", "the note of the last step is still said");
    it.press(words::SKIP.text()).await;
    it.press(words::BACK.text()).await;
    assert_eq!(it.checked(), 0, "a skipped step stays open");
    it.press(words::BACK.text()).await;
    assert!(it.radio("Hurt").checked());
    assert!(
        it.texts(".note")
            .contains(&"Hurt can sound cold.".to_string())
    );
    assert!(it.has_button(words::NEXT.text()));
    assert_eq!(page.focused.borrow().len(), 4, "each step takes the focus");
    assert!(it.has("legend[tabindex='-1']"));
}

async fn to_summary(it: &Exercise) {
    it.pick("Worry").await;
    it.press(words::NEXT.text()).await;
    it.press(words::SKIP.text()).await;
    it.pick("Bad luck").await;
    it.press(words::NEXT.text()).await;
}

#[wasm_bindgen_test]
async fn the_summary_shows_what_was_chosen_and_what_was_left_open() {
    let (it, _) = draw();
    to_summary(&it).await;
    assert_eq!(it.text(".step-heading"), words::SUMMARY.text());
    assert_eq!(it.text(".screen .scene"), "The door slams.");
    assert_eq!(
        it.texts(".row .chosen"),
        ["Worry", words::SKIPPED.text(), "Bad luck"]
    );
    assert_eq!(it.text(".row .note"), "Worry can sound sharp.");
    assert_eq!(it.text(".screen .closing"), "After it.");
}

#[wasm_bindgen_test]
async fn a_changed_answer_leads_back_to_the_summary() {
    let (it, _) = draw();
    to_summary(&it).await;
    let change = it.all("button[aria-label]");
    let named = |at: usize| change[at].get_attribute("aria-label").unwrap();
    assert_eq!(
        named(0),
        format!("{}: What could it mean?", words::CHANGE.text()),
        "the name begins with the label"
    );
    it.press(words::CHANGE.text()).await;
    assert!(it.radio("Worry").checked());
    assert!(!it.has_button(words::BACK.text()) && !it.has_button(words::NEXT.text()));
    it.pick("Fear").await;
    it.press(words::TO_SUMMARY.text()).await;
    assert_eq!(
        it.texts(".row .chosen"),
        ["Fear", words::SKIPPED.text(), "Bad luck"]
    );
}

#[wasm_bindgen_test]
async fn the_copy_holds_the_readers_own_choices() {
    let (it, page) = draw();
    to_summary(&it).await;
    assert!(it.seen().contains(words::KEPT_BY_OTHERS.text()));
    assert!(page.copied.borrow().is_empty(), "nobody asked for a copy");
    it.press(words::COPY_SUMMARY.text()).await;
    assert_eq!(
        page.copied.take(),
        ["The door slams.\n\nWhat could it mean?\nWorry\n\nWhat else?\nBad luck"]
    );
    assert_eq!(it.status().trim(), words::COPIED.text());
    assert!(it.text(".screen").contains(words::COPIED.text()));
    page.refuses.set(true);
    it.press(words::COPY_SUMMARY.text()).await;
    assert_eq!(it.status().trim(), words::NOT_COPIED.text());
    assert!(it.text(".screen").contains(words::NOT_COPIED.text()));
}

#[wasm_bindgen_test]
async fn paper_shows_her_choices_only_when_she_asked() {
    let (it, page) = draw();
    // All choices, and for each of the three questions a line for one of her own.
    let blank = |when: &str| {
        let ticks = it.texts(".sheet .tick");
        assert_eq!(ticks.len(), 7 + 3, "{when}: {ticks:?}");
        assert_eq!(it.all(".sheet .tick .line").len(), 3, "{when}");
        assert!(!it.has(".sheet .ticked, .sheet .note"), "{when}");
    };
    blank("at first");
    to_summary(&it).await;
    blank("at the summary");
    assert!(page.printed.borrow().is_empty());
    it.press(words::PRINT_SUMMARY.text()).await;
    assert_eq!(it.texts(".sheet .ticked"), ["Worry", "Bad luck"]);
    assert_eq!(it.all(".sheet .note").len(), 2);
    assert_eq!(it.texts(".sheet .ticks .tick"), ["Low", ""], "left open");
    let after = page.printed.borrow_mut().pop().unwrap();
    after();
    settled().await;
    blank("afterwards");
}

#[wasm_bindgen_test]
async fn starting_over_forgets() {
    let (it, _) = draw();
    to_summary(&it).await;
    it.press(words::START_AGAIN.text()).await;
    assert_eq!(it.text("legend"), "What could it mean?");
    assert_eq!(it.checked(), 0);
    assert!(!it.has(".sheet .ticked"));
}

#[wasm_bindgen_test]
async fn one_of_several_scenes_comes_first() {
    let (it, _) = draw_json(CHOICE, TWO_SCENES);
    assert_eq!(it.text("legend"), words::WHICH_SCENE.text());
    assert_eq!(it.checked(), 0);
    assert!(it.has_button(words::START_ANY.text()));
    it.pick("Silence.").await;
    it.press(words::START.text()).await;
    assert_eq!(it.text(".screen .scene"), "Silence.");
    it.pick("Hurt").await;
    it.press(words::BACK.text()).await;
    assert!(it.radio("Silence.").checked());
    it.press(words::START.text()).await;
    assert!(
        it.radio("Hurt").checked(),
        "the same scene keeps its answers"
    );
    it.press(words::NEXT.text()).await;
    it.press(words::ANOTHER_SCENE.text()).await;
    it.pick("The door slams.").await;
    it.press(words::START.text()).await;
    assert_eq!(it.text(".screen .scene"), "The door slams.");
    assert_eq!(it.checked(), 0, "another scene begins open");
}

#[wasm_bindgen_test]
async fn without_a_scene_chosen_the_first_one_comes() {
    let (it, _) = draw_json(CHOICE, TWO_SCENES);
    it.press(words::START_ANY.text()).await;
    assert_eq!(it.text(".screen .scene"), "The door slams.");
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_new_step() {
    let (host, it) = mount_alone(CHOICE);
    it.press(words::START_ANY.text()).await;
    crate::stage::framed().await;
    let focused = host.shadow_root().unwrap().active_element().unwrap();
    assert_eq!(focused, it.find("legend"));
}
