//! Content that cannot be used, or not all of it: the console says so in one sentence
//! with the place's first words, that list stays, and the other exercises live.

use interlude::content::Problem;
use interlude::content::problem::Mend;
use interlude::content::text::{MOST_CHARS, beginning};
use interlude::ui::words;
use serde_json::{Value, json};

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, PRACTICE, REFLECTION};
use crate::site::Site;
use crate::tab::Tab;

cases![
    an_unknown_name_is_answered_with_the_nearest,
    a_list_without_words_is_told,
    a_list_nested_ten_deep_is_told,
    elements_nested_without_end_do_no_harm,
    too_many_items_are_told,
    a_text_that_is_far_too_long_is_told,
    broken_json_is_told_with_its_place_and_mend,
    json_of_the_wrong_sort_is_told,
    json_for_another_kind_or_version_is_told,
    an_unknown_field_is_told_and_the_exercise_works,
    items_left_out_are_told_and_the_exercise_works,
    a_place_that_has_its_own_shadow_is_told,
    html_in_content_is_text_and_runs_nothing,
    a_link_that_would_run_a_script_is_told,
    any_script_and_any_sign_is_shown_as_it_is,
];

/// A place that cannot be used, or not all of it.
struct Bad {
    html: String,
    /// How the console's line begins: with the name.
    begins: String,
    /// The first letters of the place.
    words: String,
    /// The main parts of what the line tells.
    tells: Vec<String>,
}

impl Bad {
    fn new(name: &str, inner: &str, words: &str, problem: Problem) -> Self {
        let sentence = problem.sentence();
        let tells = match problem {
            // What sort it must be is worded where it is read.
            Problem::Sort { .. } => sentence.split_inclusive(" must be ").take(1).collect(),
            // The column is the parser's own affair; line and mend are the owner's.
            Problem::Syntax { .. } => sentence.split(", column ").collect(),
            _ => vec![sentence.as_str()],
        };
        Self {
            html: format!("<div class=\"bad\" data-interlude=\"{name}\">{inner}</div>"),
            begins: format!("Interlude, “{}", name.chars().take(10).collect::<String>()),
            words: said(words),
            tells: tells
                .into_iter()
                .map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()).into())
                .collect(),
        }
    }

    fn json(name: &str, written: &str, problem: Problem) -> Self {
        let inner = format!("<script type=\"application/json\">{written}</script><p>Below.</p>");
        Self::new(name, &inner, written, problem)
    }

    /// Whether this line of the console is about this place.
    fn is_told(&self, line: &str) -> bool {
        let parts = [&self.words].into_iter().chain(&self.tells);
        line.starts_with(&self.begins) && parts.into_iter().all(|part| line.contains(part))
    }
}

/// The first letters of a place as the console says them: without the marks that would
/// stand in quotation marks of its own.
fn said(words: &str) -> String {
    let bare = words.replace(['"', '“', '”'], " ");
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    bare.chars().take(10).collect()
}

/// Opens a page with bad places, and a good one after each of them.
async fn open(stage: &Stage, bad: &[Bad]) -> (Site, Tab) {
    let site = Site::start().await;
    let good = pages::filled(PRACTICE).replacen("<div", "<div class=\"good\"", 1);
    let all: Vec<_> = bad
        .iter()
        .map(|bad| format!("{}\n{good}", bad.html))
        .collect();
    site.page("/", &pages::page(&all.join("\n")));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

async fn assert_told(stage: &Stage, bad: &[Bad]) {
    let (_site, tab) = open(stage, bad).await;
    let script = "const good = [...document.querySelectorAll('.good')];
        const asleep = good.find((place) => !place.shadowRoot?.querySelector('.frame'));
        asleep?.scrollIntoView({ behavior: 'instant', block: 'center' });
        return !asleep";
    tab.until("all good places, alive", script, json!([])).await;
    // What is read is not changed: each of them comes near, below the screen.
    let lines = "window.turn = (window.turn ?? -1) + 1;
        const bad = document.querySelectorAll('.bad');
        const { top } = bad[turn % bad.length].getBoundingClientRect();
        scrollTo({ top: scrollY + top - innerHeight - 50, behavior: 'instant' });
        return seen.said.length >= arguments[0]";
    tab.until("a line for each", lines, json!([bad.len()]))
        .await;
    assert_lines(&tab, bad).await;
    for line in tab.said().await {
        assert!(line.ends_with(" The post stays as it is."), "{line}");
        assert!(line.chars().count() < 400, "{line}");
    }
    let script = "return [...document.querySelectorAll('.bad')].map((place) =>
        [!place.shadowRoot?.querySelector('.frame'),
         [...place.querySelectorAll('li, p')].every((el) => !el.innerText || shown(el))])";
    let untouched = tab.js(script, json!([])).await;
    let all: Vec<Value> = bad.iter().map(|_| json!([true, true])).collect();
    assert_eq!(untouched, Value::Array(all));
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
    let good = Exercise::at(&tab, ".good").await;
    good.press(words::LOOK.text()).await;
    good.see(words::EMPTY_REPLY.text()).await;
}

/// The console has one line for each of these places, and no other.
async fn assert_lines(tab: &Tab, bad: &[Bad]) {
    let mut said = tab.said().await;
    for bad in bad {
        let found = said.iter().position(|line| bad.is_told(line));
        let found = found.unwrap_or_else(|| panic!("{} {:?} in {said:#?}", bad.begins, bad.tells));
        said.remove(found);
    }
    assert_eq!(said, [""; 0]);
}

async fn an_unknown_name_is_answered_with_the_nearest(stage: &Stage) {
    let unknown = |name: &str, nearest| {
        let problem = Problem::UnknownName {
            name: name.into(),
            nearest,
        };
        Bad::new(name, &pages::list(&["One."]), "One.", problem)
    };
    let bad = [
        unknown("perspektive-switch", Some(CHOICE)),
        unknown("mirror-than-ask", Some(PRACTICE)),
        unknown("carousel", None),
        unknown(&"x".repeat(5_000), None),
    ];
    assert_told(stage, &bad).await;
}

async fn a_list_without_words_is_told(stage: &Stage) {
    let bad = [
        Bad::new(
            CHOICE,
            "<ul></ul><p>Only this.</p>",
            "Only this.",
            Problem::NoItems,
        ),
        Bad::new(PRACTICE, "<p>No list.</p>", "No list.", Problem::NoItems),
        Bad::new(
            REFLECTION,
            "<p>None.</p><ul><li> </li><li>&nbsp;</li></ul>",
            "None.",
            Problem::NoItems,
        ),
    ];
    assert_told(stage, &bad).await;
}

async fn a_list_nested_ten_deep_is_told(stage: &Stage) {
    let nested = format!("{}{}", "<ul><li>Deeper".repeat(10), "</li></ul>".repeat(10));
    let bad = Bad::new(
        CHOICE,
        &nested,
        &"Deeper".repeat(10),
        Problem::TooDeep { depth: 10 },
    );
    assert_told(stage, &[bad]).await;
}

/// Editors wrap a handful of times. What stands far deeper need not be read, but it is
/// not replaced by the project's own words either.
async fn elements_nested_without_end_do_no_harm(stage: &Stage) {
    let (open_, close) = ("<div>".repeat(400), "</div>".repeat(400));
    let nested = format!("{open_}<ul><li>Far down.</li></ul>{close}");
    let (_site, tab) = open(stage, &[Bad::new(CHOICE, &nested, "", Problem::NoItems)]).await;
    Exercise::at(&tab, ".good").await;
    let script = "const place = document.querySelector('.bad');
        place.scrollIntoView();
        return shown(place.querySelector('li')) && seen.said.length === 1
          || inside('.bad', '.scene, .option').some((el) => words(el).includes('Far down.'))";
    tab.until("the owner’s words", script, json!([])).await;
}

async fn too_many_items_are_told(stage: &Stage) {
    let items: Vec<_> = (1..=501).map(|i| format!("Item number {i}")).collect();
    let items: Vec<_> = items.iter().map(String::as_str).collect();
    let bad = |name| {
        Bad::new(
            name,
            &pages::list(&items),
            &items.join(" "),
            Problem::TooMany { found: 501 },
        )
    };
    assert_told(stage, &[bad(CHOICE), bad(PRACTICE), bad(REFLECTION)]).await;
}

async fn a_text_that_is_far_too_long_is_told(stage: &Stage) {
    let long = "word ".repeat(20_480);
    let long = long.trim_end();
    let problem = || Problem::TooLong {
        begins: beginning(long),
        chars: long.chars().count(),
    };
    assert!(long.len() > 100_000 && long.len() > MOST_CHARS);
    let bad = |name| Bad::new(name, &pages::list(&[long]), long, problem());
    assert_told(stage, &[bad(CHOICE), bad(PRACTICE), bad(REFLECTION)]).await;
}

async fn broken_json_is_told_with_its_place_and_mend(stage: &Stage) {
    let syntax = |written: &str, line, column, mend| {
        Bad::json(CHOICE, written, Problem::Syntax { line, column, mend })
    };
    let bad = [
        syntax("{“title”: “A”}", 1, 2, Mend::CurledQuotes),
        syntax("{\"title\": \"B\",\n}", 2, 1, Mend::TrailingComma),
        syntax(
            "{\"title\": \"C\"\n \"opening\": \"c\"}",
            2,
            2,
            Mend::MissingComma,
        ),
        syntax(
            "{\"title\": \"D\",</p>\n<p>\"opening\": \"d\"}",
            1,
            15,
            Mend::EditorTags,
        ),
        syntax("{\"title\": \"E\"", 1, 14, Mend::MissingEnd),
        syntax(&format!("{}1", "[".repeat(300)), 1, 34, Mend::TooDeep),
        syntax("{\"title\": yes}", 1, 11, Mend::Unknown),
        syntax(" \n ", 2, 2, Mend::Empty),
    ];
    assert_told(stage, &bad).await;
}

async fn json_of_the_wrong_sort_is_told(stage: &Stage) {
    let sort = |name: &str, written: &str, path: &str, needs: &'static str| {
        let path = path.into();
        Bad::json(name, written, Problem::Sort { path, needs })
    };
    let bad = [
        sort(CHOICE, "[1, 2]", "the whole", "an object: { … }"),
        sort(
            CHOICE,
            "{\"title\": 3}",
            "“title”",
            "a text in quotation marks",
        ),
        sort(PRACTICE, "{\"lines\": \"one\"}", "“lines”", "a list: [ … ]"),
        sort(
            PRACTICE,
            "{\"lines\": [\"a\", 7]}",
            "“lines”, number 2",
            "a text or an object: { … }",
        ),
        Bad::json(
            PRACTICE,
            "{\"lines\": [{\"who\": \"Ann\"}]}",
            Problem::Missing {
                path: "“lines”, number 1, “text”".into(),
            },
        ),
        Bad::json(
            REFLECTION,
            "{\"groups\": []}",
            Problem::Missing {
                path: "“groups”, number 1".into(),
            },
        ),
    ];
    assert_told(stage, &bad).await;
}

async fn json_for_another_kind_or_version_is_told(stage: &Stage) {
    let kind = Problem::WrongKind {
        found: "practice".into(),
        needs: "choice",
    };
    let bad = [
        Bad::json(CHOICE, "{\"kind\": \"practice\"}", kind),
        Bad::json(
            CHOICE,
            "{\"version\": 2}",
            Problem::Version { found: "2".into() },
        ),
    ];
    assert_told(stage, &bad).await;
}

async fn an_unknown_field_is_told_and_the_exercise_works(stage: &Stage) {
    let field = Problem::UnknownField {
        path: "“titel”".into(),
        nearest: None,
    };
    let notice = Bad::json(
        CHOICE,
        "{\"titel\": \"Mine\", \"scenes\": [\"Only one.\"]}",
        field,
    );
    let (_site, tab) = open(stage, std::slice::from_ref(&notice)).await;
    let exercise = Exercise::at(&tab, ".bad").await;
    assert_eq!(exercise.one(".scene").await, "Only one.");
    assert_works_and_tells(&tab, &notice).await;
}

async fn assert_works_and_tells(tab: &Tab, notice: &Bad) {
    tab.until("a line", "return seen.said.length", json!([]))
        .await;
    assert_lines(tab, std::slice::from_ref(notice)).await;
    assert!(!tab.said().await[0].contains("The post stays as it is."));
}

async fn items_left_out_are_told_and_the_exercise_works(stage: &Stage) {
    let inner = pages::list(&["“You’re late.”", "Silence.", "“Again.”"]);
    let why = "only items in quotation marks are lines that somebody says.";
    let problem = Problem::LeftOut { count: 1, why };
    let notice = Bad::new(
        PRACTICE,
        &inner,
        "“You’re late.” Silence. “Again.”",
        problem,
    );
    let (_site, tab) = open(stage, std::slice::from_ref(&notice)).await;
    let exercise = Exercise::at(&tab, ".bad").await;
    assert_eq!(exercise.one(".said .line").await, "You’re late.");
    assert_works_and_tells(&tab, &notice).await;
}

async fn a_place_that_has_its_own_shadow_is_told(stage: &Stage) {
    let inner = format!(
        "<template shadowrootmode=\"open\"><p>Theirs: <slot></slot></p></template>{}",
        pages::list(&["One."])
    );
    let (_site, tab) = open(stage, &[Bad::new(CHOICE, &inner, "One.", Problem::NoItems)]).await;
    Exercise::at(&tab, ".good").await;
    tab.until_said("something of its own").await;
    let theirs = "return document.querySelector('.bad').shadowRoot.textContent";
    assert_eq!(tab.text(theirs, json!([])).await, "Theirs: ");
    assert_eq!(
        tab.js("return shown(document.querySelector('.bad li'))", json!([]))
            .await,
        true
    );
}

async fn html_in_content_is_text_and_runs_nothing(stage: &Stage) {
    let evil = "<img src=x onerror=\"ran=1\"><script>ran=2</script> <a href=\"javascript:ran=3\">Press</a>";
    let escaped = evil.replace('<', "&lt;");
    // In JSON, where a page's parser does not read tags.
    let quoted = evil
        .replace('"', "\\\"")
        .replace("</script>", "<\\/script>");
    let json = format!(
        "<div id=\"json\" data-interlude=\"{CHOICE}\"><script type=\"application/json\">\
         {{\"title\": \"{quoted}\", \"scenes\": [{{\"text\": \"{quoted}\", \"questions\": [{{\"text\": \"{quoted}?\", \
         \"choices\": [{{\"text\": \"{quoted}\", \"note\": \"{quoted}\"}}]}}]}}]}}</script></div>"
    );
    let list = pages::place(REFLECTION, &[&escaped]);
    let live = "<a href=\"javascript:ran=4\">A link</a> and <script>window.theirs = 1</script><svg></svg>words";
    let live = format!(
        "<div id=\"live\" data-interlude=\"{CHOICE}\">{}</div>",
        pages::list(&[live, "Two."])
    );
    let site = Site::start().await;
    site.page("/", &pages::page(&format!("{json}\n{list}\n{live}")));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;

    let exercise = Exercise::at(&tab, "#json").await;
    assert_eq!(exercise.one(".title").await, evil);
    assert_eq!(exercise.one(".scene").await, evil);
    exercise.pick(0).await;
    assert_eq!(exercise.one(".option .note").await, evil);
    exercise.press(words::NEXT.text()).await;
    exercise.see(words::SUMMARY.text()).await;
    assert_eq!(exercise.one(".rows .chosen").await, evil);
    let exercise = Exercise::named(&tab, REFLECTION).await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    assert_eq!(exercise.one("legend").await, evil);
    let exercise = Exercise::at(&tab, "#live").await;
    assert_eq!(
        exercise.all(".option label").await,
        ["A link and words", "Two."]
    );
    let made = "return [...document.querySelectorAll('[data-interlude]')].map((el) =>
        el.shadowRoot.querySelectorAll('img, script, svg, a[href^=\"javascript\" i]').length)";
    assert_eq!(tab.js(made, json!([])).await, json!([0, 0, 0]));
    let ran = tab
        .js(
            "return [window.ran ?? 0, seen.said, seen.broken]",
            json!([]),
        )
        .await;
    assert_eq!(ran[0], 0, "{ran}");
}

async fn a_link_that_would_run_a_script_is_told(stage: &Stage) {
    let link = |written: &str| {
        Bad::json(
            REFLECTION,
            &format!("{{\"link\": \"{written}\"}}"),
            Problem::Sort {
                path: "“link”".into(),
                needs: "a link that begins with https://, http://, mailto: or tel:",
            },
        )
    };
    assert_told(
        stage,
        &[
            link("javascript:alert(1)"),
            link("data:text/html,x"),
            link("//elsewhere.example"),
        ],
    )
    .await;
}

async fn any_script_and_any_sign_is_shown_as_it_is(stage: &Stage) {
    let items = [
        "👩‍👩‍👧‍👦 “Ça va?” 👍🏽",
        "אף פעם לא הקשבת לי",
        "أنت لا تستمع إليّ أبدًا",
        "می‌خواهم تنها باشم",
        "你从来不听我说话",
        "n\u{303} and \u{202e}backwards\u{202c}",
    ];
    let site = Site::start().await;
    let shown = pages::place(CHOICE, &items);
    let hidden = pages::place(
        REFLECTION,
        &["zero\u{200b}width\u{feff}", "soft\u{ad}hyphen"],
    );
    site.page("/", &pages::page(&format!("{shown}\n{hidden}")));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    let texts = "return inside(arguments[0], '.option label').map((el) => el.textContent)";
    assert_eq!(tab.texts(texts, json!([exercise.at])).await, items);
    let direction = "return inside(arguments[0], '.option label span').map((el) => getComputedStyle(el).direction)";
    let directions = tab.texts(direction, json!([exercise.at])).await;
    assert_eq!(directions[..5], ["ltr", "rtl", "rtl", "rtl", "ltr"]);
    for choice in 0..items.len() {
        exercise.pick(choice).await;
    }
    let exercise = Exercise::named(&tab, REFLECTION).await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::FINISH.text()).await;
    let texts = "return inside(arguments[0], 'legend').map((el) => el.textContent)";
    assert_eq!(
        tab.texts(texts, json!([exercise.at])).await,
        ["zerowidth", "softhyphen"]
    );
    assert_eq!(tab.said().await, [""; 0]);
}
