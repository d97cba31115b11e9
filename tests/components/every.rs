//! What holds for every kind, on every screen.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::slice;

use interlude::content::Source;
use interlude::host;
use interlude::widgets::Event;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::stage::{
    ALL, CARD, CHOICE, CONNECT, Console, Exercise, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION,
    REPLY, direction, document, draw, draw_json, elements, exercise_in, mount_alone, mounted,
    own_text, stage,
};

/// One of each kind, with `text` in every place that an owner can write into.
fn written_with(text: &str) -> [(&'static str, String); 9] {
    let choice = r#"{ "title": "OWNER", "opening": "OWNER", "closing": "OWNER",
        "scenes": ["OWNER", "OWNER"],
        "questions": [ { "text": "OWNER", "choices": [ { "text": "OWNER", "note": "OWNER" }, "OWNER" ] } ] }"#;
    let practice = r#"{ "title": "OWNER", "opening": "OWNER", "closing": "OWNER",
        "lines": [ { "text": "OWNER", "who": "OWNER", "example": "OWNER" } ] }"#;
    let reflection = r#"{ "title": "OWNER", "opening": "OWNER", "closing": ["OWNER"],
        "groups": [ { "heading": "OWNER", "signs": ["OWNER", "OWNER"] } ],
        "link": "https://example.org/", "linkText": "OWNER" }"#;
    let line = r#"{ "title": "OWNER", "opening": "OWNER", "closing": "OWNER",
        "moments": ["OWNER"], "lines": [ { "text": "OWNER ____ OWNER",
        "blanks": [ { "label": "OWNER", "hint": "OWNER", "choices": [ { "text": "OWNER", "note": "OWNER" } ] } ] } ] }"#;
    let pause = r#"{ "title": "OWNER", "opening": "OWNER", "question": "OWNER", "closing": "OWNER",
        "groups": [ { "heading": "OWNER", "feelings": ["OWNER", "OWNER"] } ] }"#;
    let card = r#"{ "title": "OWNER", "opening": "OWNER", "text": ["OWNER", "OWNER"], "items": ["OWNER"],
        "links": [ { "href": "https://example.org/", "text": "OWNER" } ] }"#;
    [
        (CHOICE, choice),
        (PRACTICE, practice),
        (OPEN, practice),
        (CONNECT, practice),
        (REFLECTION, reflection),
        (LINE, line),
        (LIMIT, line),
        (PAUSE, pause),
        (CARD, card),
    ]
    .map(|(name, json)| (name, json.replace("OWNER", text)))
}

#[wasm_bindgen_test]
fn the_first_paint_is_a_group_with_a_heading_and_an_empty_status() {
    for name in ALL {
        stage("");
        let before = document().active_element();
        let (_, it) = mount_alone(name);
        let groups = it.all("section[role=group]");
        assert_eq!(groups.len(), 1, "{name}");
        let id = groups[0].get_attribute("aria-labelledby").unwrap();
        let title = it.find(&format!("#{id}"));
        assert_eq!(title.get_attribute("role").as_deref(), Some("heading"));
        assert_eq!(title.get_attribute("aria-level").as_deref(), Some("2"));
        assert!(!title.text_content().unwrap().is_empty());
        let regions = it.all("[role=status], [aria-live], [role=alert], [role=log]");
        assert_eq!(regions.len(), 1, "{name}");
        assert_eq!(regions[0].get_attribute("role").as_deref(), Some("status"));
        assert_eq!(
            regions[0].get_attribute("aria-atomic").as_deref(),
            Some("true")
        );
        assert_eq!(regions[0].text_content().as_deref(), Some(""));
        assert_eq!(it.checked(), 0, "{name}");
        assert!(!it.has("[autofocus], [checked]"));
        assert_eq!(
            document().active_element(),
            before,
            "{name} takes the focus"
        );
    }
}

/// The name that a control is read with.
fn name_of(it: &Exercise, control: &Element) -> String {
    let label = control.get_attribute("aria-label").or_else(|| {
        let label = match control.id().as_str() {
            "" => control.closest("label").unwrap(),
            id => it.all(&format!("label[for='{id}']")).pop(),
        };
        label.unwrap_or_else(|| control.clone()).text_content()
    });
    label.unwrap().trim().to_string()
}

#[wasm_bindgen_test]
async fn on_every_screen_controls_have_names_and_references_lead_somewhere() {
    for name in ALL {
        let (it, _) = draw(name, &Source::Draft);
        let status = it.find("[role=status]");
        let screens = RefCell::new(HashSet::new());
        it.walk(REPLY, &|it| {
            screens.borrow_mut().insert(it.root.inner_html());
            assert_eq!(it.all("[role=status]"), slice::from_ref(&status), "{name}");
            let mut ids = HashSet::new();
            for one in it.all("[id]") {
                assert!(ids.insert(one.id()), "{name}: {} is there twice", one.id());
            }
            for attribute in ["aria-labelledby", "aria-describedby", "for"] {
                for one in it.all(&format!("[{attribute}]")) {
                    for id in one.get_attribute(attribute).unwrap().split(' ') {
                        assert!(ids.contains(id), "{name}: {attribute} leads to no {id}");
                    }
                }
            }
            for control in it.all("button, a, input, textarea") {
                let name = name_of(it, &control);
                assert!(!name.is_empty(), "{}", control.outer_html());
            }
            for button in it.all("button") {
                assert_eq!(button.get_attribute("type").as_deref(), Some("button"));
            }
            for typed in it.all("input, textarea") {
                assert_eq!(
                    typed.get_attribute("autocomplete").as_deref(),
                    Some("off"),
                    "{name}"
                );
            }
            for fieldset in it.all("fieldset") {
                let first = fieldset.first_element_child().unwrap();
                assert_eq!(first.local_name(), "legend", "{name}");
                assert!(
                    !own_text(&first).is_empty(),
                    "{name}: a group without a name"
                );
            }
            for heading in it.all("[role=heading]") {
                let level = heading.get_attribute("aria-level").unwrap();
                let own = heading.class_list().contains("title");
                assert_eq!(level, if own { "3" } else { "4" });
            }
            assert!(
                !it.has("form, [accesskey], [onclick], [tabindex='1'], svg:not([aria-hidden])")
            );
            let seen = it.text("section");
            assert!(!seen.contains('%') && !seen.contains("undefined"), "{seen}");
        })
        .await;
        let least = if name == CARD { 2 } else { 3 };
        assert!(screens.take().len() >= least, "{name}: the walk is short");
    }
}

#[wasm_bindgen_test]
async fn five_of_each_on_one_page_share_no_id_and_no_group() {
    let page = stage(&"<div></div>".repeat(5 * ALL.len()));
    let hosts = elements(&page.child_nodes());
    for (at, host) in hosts.iter().enumerate() {
        mounted(host, ALL[at % ALL.len()]);
    }
    let (mut ids, mut groups) = (HashSet::new(), HashSet::new());
    for host in &hosts {
        // The first walks to its end, so that the ids of every screen are met.
        let it = exercise_in(host);
        let own = RefCell::new((HashSet::new(), HashSet::new()));
        it.walk(REPLY, &|it| {
            let mut own = own.borrow_mut();
            own.0.extend(it.all("[id]").iter().map(Element::id));
            own.1.extend(it.radios().iter().map(|radio| radio.name()));
        })
        .await;
        let (own_ids, own_groups) = own.into_inner();
        assert!(!own_ids.is_empty());
        for id in own_ids {
            assert!(ids.insert(id.clone()), "{id} is in two exercises");
        }
        for group in own_groups {
            assert!(groups.insert(group.clone()), "{group} is in two exercises");
        }
    }
    assert!(ids.len() > 150 && groups.len() > 40);
}

#[wasm_bindgen_test]
async fn an_answer_in_one_leaves_the_others_alone() {
    let page = stage("<div></div><div></div>");
    let hosts = elements(&page.child_nodes());
    let its = [mounted(&hosts[0], CHOICE), mounted(&hosts[1], CHOICE)];
    its[0].radios()[0].click();
    its[1].radios()[1].click();
    crate::stage::settled().await;
    assert!(its[0].radios()[0].checked());
    assert!(its[1].radios()[1].checked());
    assert_eq!([its[0].checked(), its[1].checked()], [1, 1]);
}

const MARKUP: &str =
    "<img src=x onerror=void(1)><b>bold</b>&amp;<script>void(2)</script></p><a href=//x>?";

#[wasm_bindgen_test]
async fn what_looks_like_html_stays_text() {
    for (name, json) in written_with(MARKUP) {
        let (it, _) = draw_json(name, &json);
        let reply = [MARKUP, " That sounds awful. What happened?"].concat();
        it.walk(&reply, &|it| {
            let made = it.all("img, b, script, [onerror], a:not([rel])");
            assert!(made.is_empty(), "{name}: {}", it.root.inner_html());
            assert!(it.text(".title").contains(MARKUP));
            // While somebody breathes, nothing of the owner's is said.
            assert!(
                it.has(".breath") || it.text(".screen").contains(MARKUP),
                "{name}"
            );
            for own in it.all("blockquote.own") {
                assert_eq!(own.text_content().unwrap(), reply);
            }
        })
        .await;
        let whole = it.root.text_content().unwrap();
        assert!(whole.matches(MARKUP).count() >= 4, "{name}");
    }
}

#[wasm_bindgen_test]
async fn the_readers_words_stay_text_on_paper() {
    let (it, _) = draw(REFLECTION, &Source::Draft);
    it.walk(MARKUP, &|_| ()).await;
    it.press(interlude::ui::words::PRINT_MINE.text()).await;
    assert_eq!(it.text(".sheet .own"), MARKUP);
    assert!(!it.has("img, b, script"));
}

#[wasm_bindgen_test]
async fn the_owners_list_with_escaped_tags_stays_text() {
    let list = "<div><ul><li>“&lt;img src=x onerror=void(1)&gt; and &lt;b&gt;so&lt;/b&gt; on”</li></ul></div>";
    for name in ALL {
        let host = stage(list).first_element_child().unwrap();
        let it = mounted(&host, name);
        it.walk(REPLY, &|it| assert!(!it.has("img, b, [onerror]"), "{name}"))
            .await;
        let whole = it.root.text_content().unwrap();
        assert!(whole.contains("<img src=x onerror=void(1)> and <b>so</b> on"));
    }
}

fn is_hebrew(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|c| ('\u{590}'..'\u{600}').contains(&c))
}

fn is_latin(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|c| c.is_ascii_alphabetic())
}

/// Checks that every element that holds words is written in their direction.
fn assert_directions(name: &str, it: &Exercise, met: &Cell<usize>) {
    // The live region is heard and not seen.
    for one in it.all(":not([role=status])") {
        let typed = one.dyn_ref::<web_sys::HtmlTextAreaElement>();
        let words = typed.map_or_else(|| own_text(&one), |area| area.value());
        let wanted = match () {
            () if is_hebrew(&words) => "rtl",
            () if is_latin(&words) => "ltr",
            () => continue,
        };
        assert_eq!(direction(&one), wanted, "{name}: {}", one.outer_html());
        met.set(met.get() + 1);
    }
}

#[wasm_bindgen_test]
async fn words_are_written_in_their_own_direction() {
    for page_direction in ["ltr", "rtl"] {
        for (name, json) in written_with("שלום, מה שלומך היום?") {
            let (it, _) = draw_json(name, &json);
            it.root.set_attribute("dir", page_direction).unwrap();
            let met = Cell::new(0);
            it.walk("זה נשמע קשה", &|it| {
                assert_directions(name, it, &met)
            })
            .await;
            assert!(met.get() > 20);
        }
    }
}

#[wasm_bindgen_test]
async fn the_readers_own_words_keep_their_direction() {
    for reply in ["זה נשמע קשה. מה קרה?", REPLY] {
        let (it, _) = draw(PRACTICE, &Source::Draft);
        let page_direction = if is_hebrew(reply) { "ltr" } else { "rtl" };
        it.root.set_attribute("dir", page_direction).unwrap();
        it.look(reply).await;
        let wanted = if is_hebrew(reply) { "rtl" } else { "ltr" };
        assert_eq!(direction(&it.area()), wanted);
        assert_eq!(direction(&it.find("blockquote.own")), wanted);
    }
}

#[wasm_bindgen_test]
async fn reset_forgets_every_answer() {
    let page = stage(&"<div></div>".repeat(ALL.len()));
    let hosts = elements(&page.child_nodes());
    let first: Vec<String> = hosts
        .iter()
        .zip(ALL)
        .map(|(host, name)| mounted(host, name).root.inner_html())
        .collect();
    let secret = "Nobody may ever read these words. What happened?";
    for host in &hosts {
        let it = exercise_in(host);
        it.walk(secret, &|_| ()).await;
        assert_ne!(it.root.inner_html(), first[0]);
    }
    let html = document().document_element().unwrap();
    let html: HtmlElement = html.unchecked_into();
    html.style()
        .set_property_with_priority("display", "none", "important")
        .unwrap();
    host::reset(true);
    assert_eq!(html.style().get_property_value("display").unwrap(), "");
    for (host, first) in hosts.iter().zip(&first) {
        let it = exercise_in(host);
        assert_eq!(it.root.inner_html(), *first);
        assert_eq!(it.checked(), 0);
        assert!(it.all("textarea").is_empty() || it.area().value().is_empty());
        assert_eq!(it.status(), "");
    }
    let halfway = exercise_in(&hosts[1]);
    halfway.look(secret).await;
    assert_eq!(halfway.area().value(), secret);
    host::reset(false);
    assert_eq!(halfway.root.inner_html(), first[1]);
    assert_eq!(halfway.area().value(), "");
    for host in &hosts {
        let it = exercise_in(host);
        it.walk(REPLY, &|it| {
            assert!(!it.root.text_content().unwrap().contains("Nobody may ever"));
        })
        .await;
        assert_ne!(it.root.inner_html(), first[0], "it is dead after a reset");
    }
}

#[wasm_bindgen_test]
async fn the_page_hears_of_a_beginning_and_an_end() {
    for name in ALL {
        let (it, page) = draw(name, &Source::Draft);
        assert_eq!(*page.events.borrow(), [], "{name}");
        it.walk(REPLY, &|_| ()).await;
        assert_eq!(
            *page.events.borrow(),
            [Event::Started, Event::Finished],
            "{name}"
        );
    }
}

#[wasm_bindgen_test]
async fn nothing_that_a_reader_does_is_said_in_the_console() {
    let page = stage(&"<div></div>".repeat(ALL.len()));
    let hosts = elements(&page.child_nodes());
    let console = Console::hear(&["debug", "log", "info", "warn", "error", "trace"]);
    js_sys::eval("console.info('heard')").unwrap();
    for (host, name) in hosts.iter().zip(ALL) {
        let it = mounted(host, name);
        it.walk("I am scared that he will hit me again.", &|_| ())
            .await;
    }
    let said = console.stop();
    assert_eq!(said, ["heard"]);
}
