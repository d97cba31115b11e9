//! Mounting, unmounting, and what is read from the page around a place.

use interlude::host;
use interlude::ui::words;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};

use crate::stage::{
    ALL, CHOICE, Console, Exercise, PRACTICE, REFLECTION, REPLY, count_nodes, document, elements,
    exercise_in, mount, mount_alone, mounted, settled, stage,
};

fn unmount(host: &Element) {
    host::unmount(host.unchecked_ref::<HtmlElement>());
}

fn is_drawn(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

const LIST: &str = "<div class=place><ul><li>“You’re late.”</li><li>“Fine.”</li></ul></div>";

#[wasm_bindgen_test]
fn the_owners_list_hides_and_comes_back() {
    for name in ALL {
        let host = stage(LIST).first_element_child().unwrap();
        let html = host.outer_html();
        let item = host.query_selector("li").unwrap().unwrap();
        assert!(is_drawn(&item));
        let it = mounted(&host, name);
        assert!(!is_drawn(&item), "{name}");
        assert!(is_drawn(&it.find(".title")));
        assert_eq!(host.outer_html(), html, "the owner's HTML is changed");
        unmount(&host);
        assert!(is_drawn(&item), "{name}");
        assert_eq!(host.outer_html(), html);
        assert_eq!(host.shadow_root().unwrap().inner_html(), "<slot></slot>");
        unmount(&host);
        assert!(is_drawn(&item), "{name}: a second time");
    }
}

#[wasm_bindgen_test]
async fn a_place_that_was_taken_away_can_come_back() {
    let host = stage(LIST).first_element_child().unwrap();
    let it = mounted(&host, PRACTICE);
    it.look(REPLY).await;
    unmount(&host);
    let it = mounted(&host, PRACTICE);
    assert_eq!(it.area().value(), "");
    assert!(!it.has(".noted"));
    assert!(!is_drawn(&host.query_selector("li").unwrap().unwrap()));
}

#[wasm_bindgen_test]
async fn a_hundred_rounds_leave_nothing_behind() {
    let page = stage(LIST);
    let host = page.first_element_child().unwrap();
    for name in ALL {
        mounted(&host, name);
        unmount(&host);
    }
    settled().await;
    let before = count_nodes(&document());
    for round in 0..100 {
        let it = mounted(&host, ALL[round % ALL.len()]);
        if round < 30 {
            it.walk(REPLY, &|_| ()).await;
        }
        unmount(&host);
        let passing = document().create_element("div").unwrap();
        page.append_child(&passing).unwrap();
        mounted(&passing, ALL[round % ALL.len()]);
        unmount(&passing);
        passing.remove();
    }
    settled().await;
    assert_eq!(count_nodes(&document()), before);
}

#[wasm_bindgen_test]
async fn an_exercise_that_was_taken_away_does_nothing_more() {
    let (host, it) = mount_alone(CHOICE);
    let old = it.find("section");
    unmount(&host);
    for one in elements(&old.query_selector_all("button, input").unwrap()) {
        one.unchecked_into::<HtmlElement>().click();
    }
    host::reset(true);
    settled().await;
    assert_eq!(host.shadow_root().unwrap().inner_html(), "<slot></slot>");
}

fn level(html: &str) -> (String, String) {
    let page = stage(html);
    let host = page.query_selector(".place").unwrap().unwrap();
    let it = mounted(&host, PRACTICE);
    let level = |class| it.find(class).get_attribute("aria-level").unwrap();
    (level(".title"), level(".step-heading"))
}

#[wasm_bindgen_test]
fn the_heading_level_follows_the_page() {
    let cases = [
        ("<div class=place></div>", "2", "3"),
        ("<h1>a</h1><div class=place></div>", "2", "3"),
        (
            "<h1>a</h1><h2>b</h2><p>c</p><div class=place></div><h5>d</h5>",
            "3",
            "4",
        ),
        (
            "<h2>a</h2><h3>b</h3><h2>c</h2><div class=place></div>",
            "3",
            "4",
        ),
        (
            "<div><h4>a</h4></div><div><div class=place></div></div>",
            "5",
            "6",
        ),
        ("<h6>a</h6><div class=place></div>", "6", "6"),
        (
            "<h2>a</h2><div class=place><h4>b</h4><ul><li>c</li></ul></div>",
            "3",
            "4",
        ),
    ];
    for (html, title, step) in cases {
        assert_eq!(level(html), (title.into(), step.into()), "{html}");
    }
}

#[wasm_bindgen_test]
fn the_heading_level_can_be_set() {
    let cases = [
        ("5", "5"),
        ("2", "2"),
        ("6", "6"),
        ("1", "2"),
        ("99", "6"),
        ("-3", "2"),
        ("h4", "4"),
        ("", "4"),
    ];
    for (set, title) in cases {
        let html = format!("<h3>a</h3><div class=place data-heading-level='{set}'></div>");
        assert_eq!(level(&html).0, title, "{set}");
    }
}

fn calls(html: &str) -> Vec<String> {
    let page = stage(html);
    let host = page.query_selector(".place").unwrap().unwrap();
    let it = mounted(&host, REFLECTION);
    let calls = it.all(".screen .help a[href^='tel:']");
    calls.iter().filter_map(|one| one.text_content()).collect()
}

#[wasm_bindgen_test]
fn help_follows_the_language_and_the_owners_setting() {
    let us = ["911", "800-799-7233", "988"];
    let cases: [(&str, &[&str]); 13] = [
        ("<div lang=en-US><div class=place></div></div>", &us),
        (
            "<div lang=en-GB><p><div class=place></div></div>",
            &["999", "0808 2000 247", "116 123"],
        ),
        (
            "<div lang=en-US><div class=place lang=en-AU></div></div>",
            &["000", "1800 737 732", "13 11 14"],
        ),
        (
            "<div lang=en-GB><div class=place data-region=US></div></div>",
            &us,
        ),
        (
            "<div lang=en-GB data-region=US><div class=place></div></div>",
            &us,
        ),
        (
            "<div class=place data-region=UK></div>",
            &["999", "0808 2000 247", "116 123"],
        ),
        ("<div class=place data-region=us></div>", &us),
        (
            "<div lang=en-IE><div class=place></div></div>",
            &["112", "1800 341 900", "116 123"],
        ),
        (
            "<div lang=fr-CA><div class=place></div></div>",
            &["911", "988"],
        ),
        (
            "<div lang=en-NZ><div class=place></div></div>",
            &["111", "0800 733 843"],
        ),
        (
            "<div lang=hi-IN><div class=place></div></div>",
            &["112", "181"],
        ),
        ("<div lang=de-CH><div class=place></div></div>", &[]),
        ("<div lang=en><div class=place></div></div>", &[]),
    ];
    for (html, wanted) in cases {
        assert_eq!(calls(html), wanted, "{html}");
    }
}

#[wasm_bindgen_test]
fn where_no_region_is_known_there_are_directories() {
    let host = stage("<div lang=zz></div>").first_element_child().unwrap();
    let it = mounted(&host, REFLECTION);
    assert!(it.text(".help").contains(words::IN_DANGER_LOCAL.text()));
    assert!(it.has(".help a[href^='https://']"));
}

/// The private list with an owner's help on its page, and what the console says of that.
fn with_help(own: &str, region: &str) -> (Exercise, Vec<String>) {
    let page = stage(&format!(
        "<script type='application/json' data-interlude-help>{own}</script>
         <div class=place data-region={region}></div>"
    ));
    let warnings = Console::warnings();
    assert!(host::speak(words::ENGLISH));
    let it = mounted(&page.query_selector(".place").unwrap().unwrap(), REFLECTION);
    (it, warnings.stop())
}

const HELP: &str = r#"{ "emergency": "112", "checked": "2026-11-20",
    "lines": ["For <i>you</i>", { "name": "A line", "call": "116 016" }],
    "regions": [{ "region": "US", "checked": "2026-11-21",
        "lines": [{ "name": "Here", "href": "https://example.org/" }] }] }"#;

#[wasm_bindgen_test]
fn an_owners_help_stands_in_place_of_ours() {
    let (it, said) = with_help(HELP, "DE");
    assert_eq!(said, [""; 0]);
    assert_eq!(
        it.texts(".screen .help li"),
        ["For <i>you</i>", "A line: 116 016 "]
    );
    assert_eq!(it.texts(".screen .help a"), ["112", "116 016"]);
    assert_eq!(
        it.text(".screen .help .small"),
        words::calls_show("2026-11-20")
    );
    let (it, said) = with_help(HELP, "us");
    assert_eq!(said, [""; 0]);
    assert_eq!(it.texts(".screen .help a"), ["Here"]);
    assert!(
        it.text(".screen .help")
            .contains(words::IN_DANGER_LOCAL.text())
    );
}

#[wasm_bindgen_test]
fn where_an_owners_help_cannot_be_read_ours_is_shown() {
    let (it, said) = with_help(&HELP.replace("116 016", "call us"), "US");
    assert!(it.has(".screen .help a[href='tel:911']"));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("“call” must be a telephone number"),
        "{said:?}"
    );
    assert!(
        said[0].contains("readers see Interlude’s own help"),
        "{said:?}"
    );
}

#[wasm_bindgen_test]
fn an_unknown_name_is_told_and_changes_nothing() {
    let host = stage(LIST).first_element_child().unwrap();
    let html = host.outer_html();
    let warnings = Console::warnings();
    assert!(!mount(&host, "perspektive-switch"));
    assert_eq!(
        warnings.stop(),
        [concat!(
            "Interlude, “perspektive-switch” at “You’re late. Fine.”: ",
            "There is no exercise named “perspektive-switch”. ",
            "Did you mean “perspective-switch”? The post stays as it is."
        )]
    );
    assert!(host.shadow_root().is_none());
    assert_eq!(host.outer_html(), html);
    assert!(is_drawn(&host.query_selector("li").unwrap().unwrap()));
}

#[wasm_bindgen_test]
fn an_empty_place_and_a_huge_name_are_told_shortly() {
    let host = stage("<div></div>").first_element_child().unwrap();
    let warnings = Console::warnings();
    assert!(!mount(&host, "carousel"));
    assert!(!mount(&host, &"<b>".repeat(10_000)));
    let said = warnings.stop();
    assert_eq!(
        said[0],
        concat!(
            "Interlude, “carousel”: There is no exercise named “carousel”. ",
            "Look at the list of names in the documentation. The post stays as it is."
        )
    );
    assert!(said[1].chars().count() < 400, "{}", said[1]);
    assert_eq!(said.len(), 2);
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_told_and_what_is_left_out_too() {
    let cases = [
        (
            "<div><p>No list at all</p></div>",
            false,
            "No list with words",
        ),
        (
            "<div><script type='application/json'>{\"lines\": [\"a\",]}</script></div>",
            false,
            "line 1, column 16. Take away the comma",
        ),
        (
            "<div><ul><li>“Fine.”</li><li>Silence.</li></ul></div>",
            true,
            "Items left out: 1;",
        ),
    ];
    for (html, works, words) in cases {
        let host = stage(html).first_element_child().unwrap();
        let warnings = Console::warnings();
        assert_eq!(mount(&host, PRACTICE), works, "{html}");
        let said = warnings.stop();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains(words), "{}", said[0]);
        assert_eq!(said[0].contains("The post stays as it is."), !works);
        assert_eq!(host.shadow_root().is_some(), works);
    }
}

fn shadow(host: &Element, mode: ShadowRootMode, html: &str) -> web_sys::ShadowRoot {
    let root = host.attach_shadow(&ShadowRootInit::new(mode)).unwrap();
    root.set_inner_html(html);
    root
}

/// The console's words about a place that cannot be used.
fn refused(host: &Element) {
    let warnings = Console::warnings();
    assert!(!mount(host, PRACTICE));
    let said = warnings.stop();
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("can’t hold an exercise"), "{}", said[0]);
}

#[wasm_bindgen_test]
fn a_place_with_a_shadow_root_of_its_own_is_left_alone() {
    for (mode, html) in [
        (ShadowRootMode::Open, "<p>Mine</p><slot></slot>"),
        (ShadowRootMode::Open, ""),
        (ShadowRootMode::Closed, "<p>Mine</p>"),
    ] {
        let host = stage(LIST).first_element_child().unwrap();
        let root = shadow(&host, mode, html);
        refused(&host);
        assert_eq!(root.inner_html(), html);
    }
}

#[wasm_bindgen_test]
fn a_foreign_root_that_begins_with_a_slot_is_left_alone() {
    let host = stage(LIST).first_element_child().unwrap();
    let root = shadow(&host, ShadowRootMode::Open, "<slot></slot><p>Mine</p>");
    refused(&host);
    assert_eq!(root.inner_html(), "<slot></slot><p>Mine</p>");
}

#[wasm_bindgen_test]
fn an_element_that_cannot_carry_a_root_is_told() {
    let host = stage("<ul><li>a</li></ul>").first_element_child().unwrap();
    refused(&host);
}

#[wasm_bindgen_test]
fn a_place_is_not_mounted_twice() {
    let (host, it) = mount_alone(PRACTICE);
    refused(&host);
    assert!(it.root.is_connected() && it.has("textarea"));
}

#[wasm_bindgen_test]
fn a_list_is_read_for_the_host_beside_it() {
    let page = stage("<ul><li>“Read from the list.”</li></ul><div></div>");
    let [source, host] =
        [page.first_element_child(), page.last_element_child()].map(Option::unwrap);
    let host: HtmlElement = host.unchecked_into();
    assert!(host::mount(host.clone(), &source, PRACTICE, ""));
    let it = exercise_in(&host);
    assert_eq!(it.text(".said .line"), "Read from the list.");
    unmount(&host);
}

fn first_stop() -> Option<Element> {
    let first = document().body().unwrap().first_element_child()?;
    first.shadow_root()?.query_selector("button").unwrap()
}

#[wasm_bindgen_test]
fn the_way_to_leave_stands_first_while_a_private_exercise_is_there() {
    let page = stage(&"<div></div>".repeat(3));
    let hosts = elements(&page.child_nodes());
    let before = document().body().unwrap().child_element_count();
    mounted(&hosts[0], CHOICE);
    assert!(first_stop().is_none());
    mounted(&hosts[1], REFLECTION);
    let stop = first_stop().unwrap();
    assert_eq!(stop.text_content().as_deref(), Some(words::LEAVE.text()));
    mounted(&hosts[2], REFLECTION);
    assert_eq!(document().body().unwrap().child_element_count(), before + 1);
    unmount(&hosts[1]);
    assert_eq!(first_stop(), Some(stop));
    unmount(&hosts[2]);
    assert!(first_stop().is_none());
    assert_eq!(document().body().unwrap().child_element_count(), before);
}
