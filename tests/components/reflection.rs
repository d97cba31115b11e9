//! What a reader does in a *reflection*, and what nobody else learns of it.

use std::rc::Rc;

use interlude::ui::words::{self, Word};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{
    Exercise, FakePage, REFLECTION, draw_json, exercise_in, framed, mount_alone, settled,
};

const SIGNS: &str = r#"{
    "title": "A list", "opening": "Slowly.", "closing": ["One end.", "For everybody."],
    "groups": [ { "heading": "At home", "signs": ["The first sign.", "The second sign."] },
                { "signs": ["The third sign."] } ],
    "link": "https://example.org/me", "linkText": "Write to me" }"#;

const MARKS: [Word; 3] = [words::I_NOTICE, words::NOT_SURE, words::RATHER_NOT];
const SIGN: [&str; 3] = ["The first sign.", "The second sign.", "The third sign."];
const OWN: &str = "My very own words";

fn draw() -> (Exercise, Rc<FakePage>) {
    draw_json(REFLECTION, SIGNS)
}

async fn open() -> (Exercise, Rc<FakePage>) {
    let (it, page) = draw();
    it.press(words::OPEN_PRIVATE.text()).await;
    (it, page)
}

async fn mark(it: &Exercise, marks: [Option<usize>; 3]) {
    for (sign, mark) in SIGN.into_iter().zip(marks) {
        if let Some(mark) = mark {
            it.radio_in(sign, MARKS[mark].text()).click();
        }
    }
    settled().await;
}

#[wasm_bindgen_test]
async fn a_private_list_starts_closed() {
    let (host, it) = mount_alone(REFLECTION);
    assert!(!it.has(".screen fieldset") && !it.has("textarea"));
    assert!(it.seen().contains(words::SOMEBODY_MAY_SEE.text()));
    let sign = "I can say no here, and it is heard.";
    assert!(!it.seen().contains(sign), "the paper shows on the screen");
    assert_eq!(it.status(), "");
    it.press(words::OPEN_PRIVATE.text()).await;
    framed().await;
    assert!(exercise_in(&host).seen().contains(sign));
    assert_eq!(it.checked(), 0);
    let focused = host.shadow_root().unwrap().active_element().unwrap();
    assert_eq!(focused, it.find(".screen .opening"));
}

#[wasm_bindgen_test]
async fn help_and_leaving_are_in_view_all_the_time() {
    let (_, it) = mount_alone(REFLECTION);
    let seen = |at: &str| {
        let leave = it.button(words::LEAVE.text());
        assert!(leave.get_client_rects().length() > 0, "leave, {at}");
        let help: HtmlElement = it.find(".help").unchecked_into();
        assert!(help.get_client_rects().length() > 0, "help, {at}");
        let first: HtmlElement = it.find("button, a, input, textarea").unchecked_into();
        assert_eq!(first, leave, "leaving is not the first stop, {at}");
    };
    seen("closed");
    it.press(words::OPEN_PRIVATE.text()).await;
    seen("open");
    assert!(it.seen().contains(words::LEAVE_HOW.text()));
    it.press(words::FINISH.text()).await;
    seen("finished");
    it.press(words::CLEAR.text()).await;
    seen("cleared");
}

#[wasm_bindgen_test]
async fn leaving_takes_one_press() {
    let (it, page) = draw();
    it.press(words::LEAVE.text()).await;
    assert_eq!(page.left.get(), 1);
}

#[wasm_bindgen_test]
async fn the_owners_link_comes_last() {
    let (it, _) = draw();
    let links = it.all(".help a");
    let last = links.last().unwrap();
    assert_eq!(last.text_content().as_deref(), Some("Write to me"));
    assert_eq!(
        last.get_attribute("href").as_deref(),
        Some("https://example.org/me")
    );
    assert!(last.closest(".small").unwrap().is_some());
    for link in links {
        assert!(link.get_attribute("rel").unwrap().contains("noreferrer"));
    }
}

#[wasm_bindgen_test]
async fn every_end_is_the_same() {
    let all = |mark| [Some(mark); 3];
    let answers = [
        ([None; 3], ""),
        (all(0), ""),
        (all(1), ""),
        (all(2), ""),
        ([Some(0), None, Some(2)], OWN),
        (all(0), "I am afraid that he will kill me."),
    ];
    let mut ends = Vec::new();
    for (marks, own) in answers {
        let (it, page) = open().await;
        mark(&it, marks).await;
        it.area().set_value(own);
        it.press(words::FINISH.text()).await;
        let help = it.texts(".help");
        ends.push((it.find(".end").outer_html(), it.status(), help));
        assert_eq!(it.texts(".end .closing"), ["One end.", "For everybody."]);
        assert!(it.text(".end").contains(words::NOT_THERAPY.text()));
        assert_eq!(page.focused.borrow().last(), Some(&".end .step-heading"));
    }
    for end in &ends {
        assert_eq!(*end, ends[0]);
    }
}

#[wasm_bindgen_test]
async fn marks_stand_beside_their_signs() {
    let (it, _) = open().await;
    assert_eq!(it.texts("legend"), SIGN);
    assert_eq!(it.text(".screen .group"), "At home");
    mark(&it, [Some(0), Some(1), None]).await;
    assert!(it.radio_in(SIGN[0], MARKS[0].text()).checked());
    assert!(it.radio_in(SIGN[1], MARKS[1].text()).checked());
    assert_eq!(it.checked(), 2);
    mark(&it, [Some(2), None, None]).await;
    assert_eq!(it.checked(), 2);
    assert_eq!(it.status(), "", "nothing is said about an answer");
}

#[wasm_bindgen_test]
async fn clearing_empties_everything() {
    let (it, _) = open().await;
    mark(&it, [Some(0), Some(1), Some(2)]).await;
    it.area().set_value(OWN);
    it.press(words::FINISH.text()).await;
    it.press(words::PRINT_MINE.text()).await;
    it.press(words::CLEAR.text()).await;
    assert_eq!(it.checked(), 0);
    assert_eq!(it.area().value(), "");
    assert!(!it.has(".end") && !it.has(".ticked"));
    assert!(!it.root.text_content().unwrap().contains(OWN));
    assert_eq!(it.texts("legend"), SIGN, "the list stays open");
    let first = it.status();
    assert_eq!(first.trim(), words::CLEARED.text());
    it.press(words::CLEAR.text()).await;
    assert_eq!(it.status().trim(), words::CLEARED.text());
    assert_ne!(it.status(), first, "a second press says nothing");
}

#[wasm_bindgen_test]
async fn paper_shows_answers_only_when_asked_and_only_once() {
    let (it, page) = open().await;
    mark(&it, [Some(0), Some(1), None]).await;
    it.area().set_value(OWN);
    it.press(words::FINISH.text()).await;
    let blank = |when: &str| {
        assert!(!it.has(".sheet .ticked"), "{when}");
        assert!(!it.text(".sheet").contains(OWN), "{when}");
        assert_eq!(it.all(".sheet .tick").len(), 9, "{when}");
    };
    blank("before");
    assert!(it.text(".end").contains(words::KEPT_BY_OTHERS.text()));
    it.press(words::PRINT_BLANK.text()).await;
    blank("a blank one");
    it.press(words::PRINT_MINE.text()).await;
    let ticked = it.texts(".sheet .ticked");
    assert_eq!(ticked, [words::I_NOTICE.text(), words::NOT_SURE.text()]);
    assert_eq!(it.text(".sheet .own"), OWN);
    let after = page.printed.borrow_mut().pop().unwrap();
    after();
    settled().await;
    blank("after");
    it.press(words::PRINT_MINE.text()).await;
    it.press(words::PRINT_BLANK.text()).await;
    blank("blank after mine");
    assert_eq!(page.printed.borrow().len(), 3);
}

#[wasm_bindgen_test]
async fn a_list_can_be_finished_with_everything_left_open() {
    let (it, _) = open().await;
    it.press(words::FINISH.text()).await;
    assert!(it.has(".end"));
}
