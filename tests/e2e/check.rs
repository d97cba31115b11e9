//! The check of an owner's page: with `#interlude-check` behind the address, the console
//! tells what to mend, place by place. A reader's page never loads it.

use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE, REFLECTION};
use crate::site::{Answer, CHECK, CHECK_WASM, Site};
use crate::tab::Tab;

cases![
    a_readers_page_never_loads_it,
    a_page_without_a_fault_gets_one_line,
    an_owner_is_told_place_by_place,
    places_far_below_and_in_files_are_checked,
    it_begins_when_the_address_asks_later,
    colors_that_cannot_be_read_are_told,
    what_is_of_the_whole_page_is_told,
    the_real_post_has_no_fault,
    a_changed_check_is_refused_and_the_exercises_live,
];

const ASKS: &str = "/#interlude-check";

/// A page that its owner looks at.
async fn open(stage: &Stage, site: &Site, html: &str) -> Tab {
    site.page("/", html);
    let tab = stage.tab().await;
    tab.open(&site.url(ASKS)).await;
    tab
}

/// What the check has said, once it is through.
async fn report(tab: &Tab) -> Vec<String> {
    tab.until_said(" checked, ").await;
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
    tab.said().await
}

fn with_json(name: &str, json: &str) -> String {
    let script = format!("<script type=\"application/json\">{json}</script>");
    format!("<div data-interlude=\"{name}\">{script}</div>")
}

async fn a_readers_page_never_loads_it(stage: &Stage) {
    let site = Site::start().await;
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/#about")).await;
    for name in pages::FLOWS {
        Exercise::named(&tab, name).await;
    }
    let asked = site.asked();
    assert!(
        !asked.iter().any(|path| path.contains("check")),
        "{asked:?}"
    );
    assert_eq!(tab.said().await, [""; 0]);
}

async fn a_page_without_a_fault_gets_one_line(stage: &Stage) {
    let site = Site::start().await;
    let tab = open(stage, &site, &pages::page(&pages::three())).await;
    let line = format!(
        "Interlude: {} places checked, nothing to mend.",
        pages::FLOWS.len()
    );
    assert_eq!(report(&tab).await, [line]);
    // The exercises are there as ever.
    Exercise::named(&tab, CHOICE).await;
}

async fn an_owner_is_told_place_by_place(stage: &Stage) {
    let site = Site::start().await;
    let choices = r#"{"scenes": ["A door slams."], "questions": [{"text": "What could it mean?", "choices": [
        {"text": "Anger", "note": "Correct. That is wrong to say, though."}, "Fear"]}]}"#;
    let list = pages::place(REFLECTION, &["It happens often.", "We talk less."]);
    let counts = list.replace("</div>", "<p>If you ticked two or more, call.</p></div>");
    let body = [
        with_json(CHOICE, choices),
        counts,
        pages::filled(PRACTICE),
        "<div data-interlude=\"mirror-than-ask\"><ul><li>A line.</li></ul></div>".into(),
    ]
    .concat();
    let tab = open(stage, &site, &pages::page(&body)).await;
    let said = report(&tab).await;
    let place = |name: &str| {
        let begins = format!("Interlude, “{name}” at ");
        let mut lines = said.iter().filter(|line| line.starts_with(&begins));
        lines.next().unwrap_or_else(|| panic!("{said:?}")).clone()
    };
    let choice = place(CHOICE);
    assert!(
        choice.ends_with(
            ": \n• The note “Correct. That is wrong to say, though.” says “Correct”, which marks an answer. \
             Say what this answer opens, or what it leaves open.\n• The choice “Fear” has no note. \
             Write one below it: what it opens, or what it leaves open."
        ),
        "{choice}"
    );
    let reflection = place(REFLECTION);
    assert!(
        reflection.ends_with(
            ": The paragraph “If you ticked two or more, call.” counts answers: “two or more”. \
             Say the same to everybody, whatever they noticed."
        ),
        "{reflection}"
    );
    // The page has told it before, in the same words.
    let unknown = "There is no exercise named “mirror-than-ask”. Did you mean “mirror-then-ask”?";
    assert!(said.iter().any(|line| line.ends_with(unknown)), "{said:?}");
    let last = "Interlude: 4 places checked, 4 things to mend.";
    assert!(said.iter().any(|line| line == last), "{said:?}");
    let unhurt = format!("Interlude, “{PRACTICE}”");
    assert!(!said.concat().contains(&unhurt), "{said:?}");
}

async fn places_far_below_and_in_files_are_checked(stage: &Stage) {
    let site = Site::start().await;
    let file = r#"{"closing": "Your score tells it all."}"#;
    site.put("/far.json", Answer::new("application/json", file));
    let body = [
        pages::long_text(),
        format!("<div data-interlude=\"{CHOICE}\" data-src=\"/far.json\"></div>"),
    ];
    let tab = open(stage, &site, &pages::page(&body.concat())).await;
    let said = report(&tab).await;
    assert!(said[0].contains("says “Your score”"), "{said:?}");
    assert_eq!(said[1], "Interlude: 1 place checked, 1 thing to mend.");
}

async fn it_begins_when_the_address_asks_later(stage: &Stage) {
    let site = Site::start().await;
    site.page("/", &pages::page(&pages::filled(CHOICE)));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    Exercise::named(&tab, CHOICE).await;
    assert_eq!(site.times(CHECK), 0);
    tab.js("location.hash = 'interlude-check'", json!([])).await;
    assert_eq!(
        report(&tab).await,
        ["Interlude: 1 place checked, nothing to mend."]
    );
}

async fn colors_that_cannot_be_read_are_told(stage: &Stage) {
    let site = Site::start().await;
    let style = |at: &str, set: &str| format!("<style>#{at} {{ {set} }}</style>");
    let place = |at: &str| {
        let list = pages::list(pages::items(CHOICE));
        format!("<div id=\"{at}\"><div data-interlude=\"{CHOICE}\">{list}</div></div>")
    };
    let body = [
        // What is set here can be read: on a dark page, on a light one, and in the theme's way.
        style(
            "dark",
            "background: #111; color: #eee; --interlude-surface: #222; --interlude-accent: #7fd1c0",
        ),
        style(
            "light",
            "--interlude-surface: #fffbe8; --interlude-edge: #666; --interlude-focus: #00f",
        ),
        style(
            "shape",
            "--interlude-radius: 0; --interlude-gap: 2em; --interlude-line: #eee",
        ),
        // And this cannot.
        style("muddy", "--interlude-surface: #555"),
        style(
            "pale",
            "--interlude-edge: #ddd; --interlude-focus: rgb(0 0 0 / 20%)",
        ),
        ["dark", "light", "shape", "muddy", "pale"]
            .map(place)
            .concat(),
    ];
    let tab = open(stage, &site, &pages::page(&body.concat())).await;
    let said = report(&tab).await;
    assert_eq!(said.len(), 3, "{said:?}");
    let needs =
        |ratio: &str| format!(" to 1, and {ratio} are needed. Choose a lighter or darker color");
    assert!(
        said[0].contains("With “--interlude-surface”, text has a contrast of 2."),
        "{said:?}"
    );
    assert!(said[0].contains(&needs("4.5")), "{said:?}");
    assert!(
        said[0].contains("With “--interlude-surface”, edges and marks have a contrast of 1."),
        "{said:?}"
    );
    assert!(
        said[1].contains("With “--interlude-edge”, edges and marks have a contrast of 1."),
        "{said:?}"
    );
    assert!(
        said[1].contains("With “--interlude-focus”, edges and marks have a contrast of 1."),
        "{said:?}"
    );
    assert!(said[1].contains(&needs("3.0")), "{said:?}");
    assert_eq!(said[2], "Interlude: 5 places checked, 4 things to mend.");
    // Nothing of the measuring is left.
    let left = "return document.documentElement.children.length";
    assert_eq!(tab.js(left, json!([])).await, 2);
}

async fn what_is_of_the_whole_page_is_told(stage: &Stage) {
    let site = Site::start().await;
    let own = |what: &str, json: &str| {
        format!("<script type=\"application/json\" data-interlude-{what}>{json}</script>")
    };
    let lines = r#""lines": [{ "name": "A line", "call": "116 016" }]"#;
    let body = [
        own("words", r#"{ "look": "See your score" }"#),
        own(
            "help",
            &format!(r#"{{ "checked": "2020-02-01", {lines} }}"#),
        ),
        pages::filled(CHOICE),
    ];
    let tab = open(stage, &site, &pages::page(&body.concat())).await;
    let said = report(&tab).await;
    let has = |begins: &str| said.iter().any(|line| line.starts_with(begins));
    assert!(
        has("Interlude: Your word “look” says “your score”, as if"),
        "{said:?}"
    );
    assert!(
        has("Interlude: Your own help numbers were last checked on 2020-02-01, "),
        "{said:?}"
    );
    assert!(
        has("Interlude: 1 place checked, 2 things to mend."),
        "{said:?}"
    );
}

async fn the_real_post_has_no_fault(stage: &Stage) {
    let site = Site::start().await;
    pages::serve_post(&site);
    let tab = stage.tab().await;
    tab.open(&site.url(&format!("{}#interlude-check", pages::POST)))
        .await;
    let said = report(&tab).await;
    let last = said
        .iter()
        .find(|line| line.contains(" checked, "))
        .unwrap();
    // Its mixed list is told as such, as it is without the check.
    let others = said.iter().filter(|line| *line != last);
    let faults: Vec<_> = others
        .filter(|line| !line.contains("Items left out"))
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    let count = "return document.querySelectorAll('[data-interlude]').length";
    let places = tab.js(count, json!([])).await;
    let begins = format!("Interlude: {places} places checked, ");
    assert!(last.starts_with(&begins), "{last}");
}

async fn a_changed_check_is_refused_and_the_exercises_live(stage: &Stage) {
    // In a module, a custom section.
    for (path, more) in [(CHECK, b"\n//x".as_slice()), (CHECK_WASM, &[0, 2, 1, b'x'])] {
        let site = Site::start().await;
        let mut answer = site.get(path);
        answer.body.extend(more);
        site.put(path, answer);
        let tab = open(stage, &site, &pages::page(&pages::filled(CHOICE))).await;
        let line = tab.until_said("the check can’t run").await;
        assert!(
            line.starts_with("Interlude: the check can’t run ("),
            "{line}"
        );
        Exercise::named(&tab, CHOICE).await;
        assert_eq!(tab.said().await.len(), 1);
    }
}
