//! The help of an owner's own: it stands in the place of all of ours, as text and links,
//! and where it can't be read, ours is shown.

use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, PRACTICE, REFLECTION, TAG};
use crate::site::Site;
use crate::tab::Tab;

cases![
    an_owners_help_stands_in_place_of_ours,
    an_owners_help_opens_where_a_reply_speaks_of_danger,
    an_owners_help_follows_the_region,
    help_that_cannot_be_read_leaves_ours,
    help_without_a_day_is_told,
];

const HELP: &str = r#"{
    "checked": "2026-11-20", "emergency": "112",
    "lines": [
        "If <b>somebody</b> hurts you",
        { "name": "A line & more", "call": "+49 116 016", "more": "day and night" },
        { "name": "By text", "href": "sms:116016" },
        { "name": "By letter", "href": "https://letter.example/" } ],
    "elsewhere": [ { "name": "Somewhere else", "href": "https://help.example/" } ],
    "regions": [ { "region": "AT", "checked": "2026-11-21", "emergency": "133",
        "lines": [ { "name": "Another line", "call": "0800 222 555" } ] } ] }"#;

async fn open(stage: &Stage, help: &str, places: &str) -> (Site, Tab) {
    let site = Site::start().await;
    let own = format!("<script type=\"application/json\" data-interlude-help>{help}</script>");
    site.page("/", &pages::bare(&format!("{own}\n{places}\n{TAG}")));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// The addresses of all links in the help of an exercise.
async fn links(exercise: &Exercise<'_>) -> Vec<String> {
    let script = "return inside(arguments[0], '.help a').map((el) => el.getAttribute('href'))";
    exercise.tab.texts(script, json!([exercise.at])).await
}

const LINKS: [&str; 5] = [
    "tel:112",
    "tel:+49116016",
    "sms:116016",
    "https://letter.example/",
    "https://help.example/",
];

async fn an_owners_help_stands_in_place_of_ours(stage: &Stage) {
    let (_site, tab) = open(stage, HELP, &pages::filled(REFLECTION)).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    assert_eq!(links(&exercise).await, LINKS);
    let lines = exercise.all(".help li").await;
    assert_eq!(
        lines,
        [
            "If <b>somebody</b> hurts you",
            "A line & more: +49 116 016 day and night",
            "By text",
            "By letter",
            "Somewhere else",
        ]
    );
    exercise.see(&words::calls_show("2026-11-20")).await;
    let rel =
        "return inside(arguments[0], '.help a').every((el) => el.rel === 'noreferrer noopener')";
    assert_eq!(tab.js(rel, json!([exercise.at])).await, true);
    // The same after the list is opened.
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    assert_eq!(links(&exercise).await, LINKS);
    assert_eq!(tab.said().await, [""; 0]);
}

async fn an_owners_help_opens_where_a_reply_speaks_of_danger(stage: &Stage) {
    let (_site, tab) = open(stage, HELP, &pages::filled(PRACTICE)).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    exercise
        .write("I am scared that he will hit me again.")
        .await;
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::HELP_FOR_DANGER.text()).await;
    assert_eq!(links(&exercise).await, LINKS);
}

async fn an_owners_help_follows_the_region(stage: &Stage) {
    for place in ["data-region=\"at\"", "lang=\"de-AT\""] {
        let places = pages::filled(REFLECTION).replacen("<div", &format!("<div {place}"), 1);
        let (_site, tab) = open(stage, HELP, &places).await;
        let exercise = Exercise::named(&tab, REFLECTION).await;
        assert_eq!(
            links(&exercise).await,
            ["tel:133", "tel:0800222555", "https://help.example/"]
        );
        exercise.see(&words::calls_show("2026-11-21")).await;
        assert_eq!(tab.said().await, [""; 0]);
    }
}

async fn help_that_cannot_be_read_leaves_ours(stage: &Stage) {
    let script = HELP.replace("https://help.example/", "javascript:fetch('/ran')");
    for (help, says) in [
        ("{ “lines”: 1 }", "straight ones"),
        (
            "{\"lines\": [\"Only words\"]}",
            "“call” or “href” is missing",
        ),
        (
            script.as_str(),
            "“elsewhere”, number 1, “href” must be a link that begins with",
        ),
        ("<p>Call 112.</p>", "An editor put"),
    ] {
        let (site, tab) = open(stage, help, &pages::filled(REFLECTION)).await;
        let exercise = Exercise::named(&tab, REFLECTION).await;
        let shown = links(&exercise).await;
        assert_eq!(shown[..2], ["tel:911", "tel:8007997233"], "{help}");
        let said = tab.said().await;
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].starts_with("Interlude, “data-interlude-help”"),
            "{said:?}"
        );
        assert!(said[0].contains(says), "{said:?}");
        let ends = "Until then, readers see Interlude’s own help.";
        assert!(said[0].ends_with(ends), "{said:?}");
        assert_eq!(site.times("/ran"), 0);
    }
}

async fn help_without_a_day_is_told(stage: &Stage) {
    let help = HELP.replace("\"checked\": \"2026-11-20\",", "");
    let (_site, tab) = open(stage, &help, &pages::filled(REFLECTION)).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    assert_eq!(links(&exercise).await, LINKS);
    exercise.see(words::CALLS_SHOW_ONLY.text()).await;
    exercise.lose("2026").await;
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("“checked” is missing"), "{said:?}");
}
