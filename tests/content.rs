//! What owners' editors make of a list, read as a reader's page reads it; and that every
//! example in the docs reads without a word.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;
use std::path::{Path, PathBuf};

use interlude::content::{Block, Item, Outline, Problem, Source, read, text};
use interlude::widgets::{self, choice, practice, reflection};
use scraper::{ElementRef, Html, Node, Selector};

// ---- as `page.markup` and `host::read` do it ------------------------------------------

/// How deep elements are followed, as in `src/host/page.js`.
const DEEPEST: usize = 60;

fn markup(place: ElementRef, depth: usize) -> String {
    let mut out = String::new();
    for child in place.children() {
        match child.value() {
            Node::Text(text) => {
                out.extend(text.chars().filter(|c| !('\u{1}'..='\u{3}').contains(c)))
            }
            Node::Element(element) if depth < DEEPEST => {
                let inner = markup(ElementRef::wrap(child).unwrap(), depth + 1);
                let href = element.attr("href").filter(|href| href.contains(':'));
                let link = href.map_or(String::new(), |href| format!(" {href}"));
                out.push_str(&format!("\u{1}{}{link}\u{2}{inner}\u{3}", element.name()));
            }
            _ => {}
        }
    }
    out
}

fn select<'a>(within: &'a ElementRef, selector: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(selector).unwrap()).collect()
}

/// What stands in a place.
fn source(place: ElementRef) -> Source {
    let json = select(&place, "script[type='application/json']");
    if let Some(json) = json.first() {
        return Source::Json(json.text().collect());
    }
    let outline = Outline::of_markup(&markup(place, 0));
    match outline.is_empty() {
        true => Source::Draft,
        false => Source::Outline(outline),
    }
}

fn outline(html: &str) -> Outline {
    let parsed = Html::parse_fragment(html);
    match source(parsed.root_element()) {
        Source::Outline(outline) => outline,
        other => panic!("{other:?}"),
    }
}

fn item(text: &str, more: &[&str], items: Vec<Item>) -> Item {
    Item {
        text: text.into(),
        more: more.iter().map(ToString::to_string).collect(),
        items,
    }
}

fn flat(texts: &[&str]) -> Vec<Block> {
    let items = texts.iter().map(|text| item(text, &[], vec![]));
    vec![Block::List(items.collect())]
}

/// The lines of a *practice* with who says them, and the notices.
fn lines(html: &str) -> (Vec<(String, String)>, Vec<Problem>) {
    let mut notices = Vec::new();
    let draft = widgets::find("mirror-then-ask").ok().unwrap().1.draft();
    let source = Source::Outline(outline(html));
    let content: practice::content::Practice = read(draft, &source, &mut notices).unwrap();
    let lines = content.lines.into_iter().map(|line| (line.who, line.text));
    (lines.collect(), notices)
}

/// Opens a source as its exercise does; what is amiss, in words.
fn open(name: &str, source: &Source) -> Result<Vec<String>, String> {
    let (kind, widget) = widgets::find(name).map_err(|problem| problem.sentence())?;
    let mut notices = Vec::new();
    match kind.open(widget, source, &mut notices) {
        Ok(_) => Ok(notices.iter().map(Problem::sentence).collect()),
        Err(problem) => Err(problem.sentence()),
    }
}

fn open_html(name: &str, html: &str) -> Result<Vec<String>, String> {
    open(name, &source(Html::parse_fragment(html).root_element()))
}

// ---- editors --------------------------------------------------------------------------

#[test]
fn gutenberg_list_blocks() {
    let html = r#"
<!-- wp:group {"className":"interlude-mirror-then-ask"} -->
<div class="wp-block-group interlude-mirror-then-ask"><div class="wp-block-group__inner-container">
<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading" id="h-say-it-back">Say it back</h3>
<!-- /wp:heading -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>You <strong>never</strong> listen.<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li><em>It sounds</em> lonely.</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list --></li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>Fine.</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->
</div></div>
<!-- /wp:group -->"#;
    let nested = vec![item("It sounds lonely.", &[], vec![])];
    assert_eq!(
        outline(html).blocks,
        [
            Block::Heading("Say it back".into()),
            Block::List(vec![
                item("You never listen.", &[], nested),
                item("Fine.", &[], vec![]),
            ]),
        ]
    );
}

#[test]
fn blocks_around_items() {
    let html = "<ul><div class=block><div><li><div><p>One</p></div></li></div></div>
        <span><li>Two</li></span><p></p><li><div>Three</div><div>and more</div></li></ul>";
    assert_eq!(
        outline(html).blocks,
        [Block::List(vec![
            item("One", &[], vec![]),
            item("Two", &[], vec![]),
            item("Three", &["and more"], vec![]),
        ])]
    );
}

#[test]
fn wpautop() {
    let html = "<p><br />\n</p>\n<ul>\n<p></p>\n<li>\n<p>You&#8217;re late.</p>\n</li>\n<p><br />\n</p>
<li>Fine.<br />\n</li>\n<p>&nbsp;</p>\n<li><br />Silence<br />\nall evening.</li>\n</ul>\n<p><br /></p>";
    assert_eq!(
        outline(html).blocks,
        [Block::List(vec![
            item("You’re late.", &[], vec![]),
            item("Fine.", &[], vec![]),
            item("Silence", &["all evening."], vec![]),
        ])]
    );
}

#[test]
fn wpautop_around_nested_lists() {
    let html =
        "<ul>\n<li>What could it mean?</p>\n<ul>\n<li>Worry<br />\nIt can sound sharp.</li>\n<p>
<li>Hurt</p>\n<ul>\n<li>It can sound cold.</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>\n<p>";
    let choices = vec![
        item("Worry", &["It can sound sharp."], vec![]),
        item("Hurt", &[], vec![item("It can sound cold.", &[], vec![])]),
    ];
    assert_eq!(
        outline(html).blocks,
        [Block::List(vec![item("What could it mean?", &[], choices)])]
    );
    assert_eq!(open_html("perspective-switch", html), Ok(vec![]));
}

#[test]
fn a_list_straight_in_a_list_belongs_to_the_item_before() {
    let html = "<ul><li>Why?</li><ul><li>Worry</li><ul><li>A note.</li></ul><li>Hurt</li></ul>
        <li>And then?</li><ol><li>Low</li></ol></ul>";
    let worry = item("Worry", &[], vec![item("A note.", &[], vec![])]);
    assert_eq!(
        outline(html).blocks,
        [Block::List(vec![
            item("Why?", &[], vec![worry, item("Hurt", &[], vec![])]),
            item("And then?", &[], vec![item("Low", &[], vec![])]),
        ])]
    );
}

#[test]
fn a_list_that_begins_with_a_list_loses_nothing() {
    let html = "<ul><ul><li>One</li></ul><li>Two</li></ul>";
    assert_eq!(outline(html).blocks, flat(&["One", "Two"]));
}

#[test]
fn bold_labels_and_links_are_words() {
    let html = "<ul><li><strong>Your friend:</strong> <em>“I waited&nbsp;<a href='#'>an hour</a>.”</em></li>
        <li><b>A&nbsp;colleague</b>: &#8220;Nobody <span style='x'>no</span>ticed.&#8221;</li>
        <li><p><strong>Your sister: </strong>&ldquo;You show up with flowers.</p></li></ul>";
    let (lines, notices) = lines(html);
    let expected = [
        ("Your friend", "I waited an hour."),
        ("A colleague", "Nobody noticed."),
        ("Your sister", "You show up with flowers."),
    ];
    assert_eq!(lines, expected.map(|(who, text)| (who.into(), text.into())));
    assert_eq!(notices, []);
}

#[test]
fn entities_are_read_once() {
    let html = "<ul><li>Don&#8217;t &#038; won&#8217;t &amp; can&rsquo;t&hellip;</li>
        <li>&amp;lt;b&amp;gt; stays &lt;b&gt;</li><li>1 < 2 &c</li></ul>";
    assert_eq!(
        outline(html).blocks,
        flat(&["Don’t & won’t & can’t…", "&lt;b&gt; stays <b>", "1 < 2 &c"])
    );
}

#[test]
fn quotation_marks_of_editors() {
    let html = "<ul><li>&#8220;Curled.&#8221;</li><li>\"Straight.\"</li><li>&bdquo;Low.&ldquo;</li>
        <li>&laquo;Angled.&raquo;</li><li>“No end.</li><li>&#8220;<em>Within.</em>&#8221;</li>
        <li>“One” and “two”</li><li>“Fine,” she said.</li></ul>";
    let (lines, notices) = lines(html);
    let texts: Vec<_> = lines.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Curled.",
            "Straight.",
            "Low.",
            "Angled.",
            "No end.",
            "Within."
        ]
    );
    assert!(matches!(notices[..], [Problem::LeftOut { count: 2, .. }]));
}

#[test]
fn scripts_and_styles_are_never_read() {
    let html = "<style>.a{color:red}</style><script>alert('x')</script><ul><script>no()</script>
        <style>li{}</style><template><li>no</li></template>
        <li>One<script>no()</script><style>no{}</style><noscript>no</noscript>
        <svg><title>no</title></svg><button>no</button><!-- no --></li>
        <li><iframe src=x>no</iframe>Two<img alt=no src=x></li></ul><script>no()</script>";
    assert_eq!(outline(html).blocks, flat(&["One", "Two"]));
}

#[test]
fn empty_items_are_passed_over() {
    let html = "<ul><li></li><li>&nbsp;</li><li><br></li><li>&#8203;</li><li><p> </p></li>
        <li>One</li><li><ul><li></li></ul></li><li><strong></strong></li></ul><ul></ul><p></p>";
    assert_eq!(outline(html).blocks, flat(&["One"]));
}

#[test]
fn nothing_but_empty_items_is_a_draft_or_a_plain_problem() {
    let empty = Html::parse_fragment("\n<ul><li> </li><li>&nbsp;</li></ul>\n<!-- x -->");
    assert_eq!(source(empty.root_element()), Source::Draft);
    for (_, widget) in widgets::all() {
        let opened = open_html(widget.name, "<p>Words, and no list.</p><ul><li></li></ul>");
        match widget.name {
            "slow-the-moment" | "plain-words" | "clarity-note" | "what-therapy-does"
            | "booklet" => {
                assert_eq!(opened, Ok(vec![]))
            }
            _ => assert!(opened.unwrap_err().starts_with("No list with words")),
        }
    }
}

#[test]
fn a_list_in_an_item_without_words_keeps_its_items() {
    let html = "<ul><li><ul><li>One</li><li>Two</li></ul></li></ul>";
    let [Block::List(items)] = &outline(html).blocks[..] else {
        panic!("not one list");
    };
    let nested: Vec<_> = items.iter().flat_map(|item| &item.items).collect();
    assert_eq!(nested.len(), 2);
}

#[test]
fn scripts_of_the_world_stay_whole() {
    let html = "<ul><li>את אף פעם\u{a0}לא מקשיבה.\u{200f}</li><li>👩‍👩‍👧 &#128546; 🇺🇳</li>
        <li>می&zwnj;خواهم</li><li>\u{feff}zero&#8203;width\u{2060} so&shy;ft</li>
        <li>e\u{301}t\u{e9}</li><li>「また遅刻？」</li></ul>";
    assert_eq!(
        outline(html).blocks,
        flat(&[
            "את אף פעם לא מקשיבה.\u{200f}",
            "👩‍👩‍👧 😢 🇺🇳",
            "می\u{200c}خواهم",
            "zerowidth soft",
            "e\u{301}t\u{e9}",
            "「また遅刻？」",
        ])
    );
}

#[test]
fn our_own_marks_in_a_text_do_no_harm() {
    let html =
        "<ul><li>One\u{1}li\u{2}no\u{3}</li><li>Two\u{3}\u{3}\u{3}</li><li>&#1;Three</li></ul>";
    assert_eq!(outline(html).blocks, flat(&["Onelino", "Two", "Three"]));
}

// ---- limits ---------------------------------------------------------------------------

#[test]
fn too_many_items_are_told() {
    let list = |count: usize| format!("<ul>{}</ul>", "<li>“Late again.”</li>".repeat(count));
    for (_, widget) in widgets::all() {
        assert_eq!(
            open_html(widget.name, &list(501)),
            Err("There are 501 items in one list; at most 100 are read.".into())
        );
        assert_eq!(open_html(widget.name, &list(100)), Ok(vec![]));
        assert!(open_html(widget.name, &list(101)).is_err());
    }
}

#[test]
fn a_huge_text_is_told_with_its_beginning() {
    let long = "never listens to me ".repeat(5_000);
    let html = format!("<ul><li>Fine.</li><li>He {long}</li></ul>");
    for (_, widget) in widgets::all() {
        let problem = open_html(widget.name, &html).unwrap_err();
        assert!(
            problem.starts_with("The text that begins “He never listens to me never listens to"),
            "{problem}"
        );
        assert!(problem.ends_with("at most 2000 are read."), "{problem}");
        assert!(problem.chars().count() < 250);
    }
    let just = format!("<ul><li>{}</li></ul>", "é".repeat(2_000));
    for (_, widget) in widgets::all() {
        assert_eq!(open_html(widget.name, &just), Ok(vec![]));
    }
}

#[test]
fn lists_too_deep_are_told() {
    let deep = |depth: usize| {
        let (open, close) = ("<ul><li>A sign", "</li></ul>");
        [open.repeat(depth), close.repeat(depth)].concat()
    };
    let name = "working-on-it-or-walking-away";
    for depth in [6, 9, 50, 500] {
        let problem = open_html(name, &deep(depth)).unwrap_err();
        assert!(problem.contains("deep in each other; at most"), "{problem}");
    }
    assert_eq!(open_html(name, &deep(5)), Ok(vec![]));
}

#[test]
fn wrappers_do_not_count_as_depth() {
    let wrapped = format!(
        "{}<ul><li>{}One{}</li></ul>{}",
        "<div>".repeat(20),
        "<span>".repeat(20),
        "</span>".repeat(20),
        "</div>".repeat(20)
    );
    assert_eq!(outline(&wrapped).blocks, flat(&["One"]));
}

// ---- what the kinds make of it --------------------------------------------------------

#[test]
fn a_nested_list_of_an_editor_is_a_choice() {
    let html = "<h3>From the other chair</h3>\n<ul class=wp-block-list><li><p>The door slams.</p>
<ul><li><strong>What could it mean?</strong>\n<ul><li>“Worry”<br />\nIt can sound sharp.</li>
<li>Hurt<ul><li>It can sound&nbsp;cold.</li></ul></li></ul></li></ul></li></ul>";
    let draft = widgets::find("perspective-switch").ok().unwrap().1.draft();
    let source = Source::Outline(outline(html));
    let content: choice::content::Choice = read(draft, &source, &mut Vec::new()).unwrap();
    assert_eq!(content.title, "From the other chair");
    assert_eq!(content.scenes.len(), 1);
    assert_eq!(content.scenes[0].text, "The door slams.");
    let question = &content.questions(0)[0];
    assert_eq!(question.text, "What could it mean?");
    let read: Vec<_> = question
        .choices
        .iter()
        .map(|one| (&*one.text, &*one.note))
        .collect();
    assert_eq!(
        read,
        [
            ("Worry", "It can sound sharp."),
            ("Hurt", "It can sound cold.")
        ]
    );
}

#[test]
fn headings_of_an_editor_split_a_reflection() {
    let html = "<div class=wp-block-group><h3 class=wp-block-heading><strong>At home</strong></h3>
<p>An explanation.</p><ul><li>One</li></ul><h4>Elsewhere</h4><div><ul><li>Two<br />and so on</li></ul></div></div>";
    let draft = widgets::find("working-on-it-or-walking-away")
        .ok()
        .unwrap()
        .1
        .draft();
    let source = Source::Outline(outline(html));
    let content: reflection::content::Reflection = read(draft, &source, &mut Vec::new()).unwrap();
    let groups: Vec<_> = content
        .groups
        .iter()
        .map(|group| (group.heading.as_str(), group.signs.join("|")))
        .collect();
    assert_eq!(
        groups,
        [
            ("At home", "One".into()),
            ("Elsewhere", "Two and so on".to_string())
        ]
    );
}

#[test]
fn json_in_a_place_goes_before_its_list() {
    let html = r#"<ul><li>A sign.</li></ul><script type="application/json">
        { "lines": ["Don’t & won’t <b>"] }</script>"#;
    let parsed = Html::parse_fragment(html);
    let Source::Json(written) = source(parsed.root_element()) else {
        panic!("the list is read");
    };
    assert!(written.contains("Don’t & won’t <b>"));
    assert_eq!(open_html("mirror-then-ask", html), Ok(vec![]));
}

// ---- the docs and the post ------------------------------------------------------------

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The fenced examples of a Markdown file in one language, with the lines where they begin.
fn examples(text: &str, language: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    // The indentation and the language of the fence that is open.
    let mut fence: Option<(usize, &str)> = None;
    for (at, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        match (fence, bare.strip_prefix("```")) {
            (None, Some(opened)) => {
                fence = Some((line.len() - bare.len(), opened.trim()));
                if opened.trim() == language {
                    found.push((at + 1, String::new()));
                }
            }
            (Some(_), Some(_)) => fence = None,
            (Some((indent, opened)), None) if opened == language => {
                let (_, example) = found.last_mut().unwrap();
                example.push_str(line.get(indent..).unwrap_or_default());
                example.push('\n');
            }
            _ => {}
        }
    }
    assert!(fence.is_none(), "a fence stays open");
    found
}

/// A page of the docs with examples in it.
fn docs(page: &str) -> String {
    fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

/// The examples of one language in the pages that have some, each with its place.
fn all_examples(language: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for page in ["docs/content.md", "docs/exercises.md"] {
        for (line, example) in examples(&docs(page), language) {
            found.push((format!("{page}, line {line}"), example));
        }
    }
    found
}

/// The name of a place, as `src/host/interlude.js` finds it.
fn name_of(place: &ElementRef) -> String {
    let classes = place.value().classes();
    let class = classes
        .filter_map(|class| class.strip_prefix("interlude-"))
        .next();
    let name = place.value().attr("data-interlude").or(class);
    name.unwrap().to_string()
}

#[test]
fn every_html_example_reads_without_a_word() {
    let mut names = Vec::new();
    for (at, example) in all_examples("html") {
        let parsed = Html::parse_fragment(&example);
        let root = parsed.root_element();
        let found = select(&root, "[data-interlude], [class*='interlude-']");
        let list = !select(&root, "li").is_empty();
        assert!(!list || !found.is_empty(), "{at}: a list in no place");
        for place in found {
            let name = name_of(&place);
            assert_eq!(open(&name, &source(place)), Ok(vec![]), "{at}");
            names.push(name);
        }
    }
    for (_, widget) in widgets::all() {
        let name = widget.name.to_string();
        assert!(names.contains(&name), "no example of {name}");
    }
}

#[test]
fn every_json_example_reads_without_a_word() {
    let mut kinds = Vec::new();
    for (at, example) in all_examples("json") {
        let value: serde_json::Value =
            serde_json::from_str(&example).unwrap_or_else(|error| panic!("{at}: {error}"));
        let kind = value["kind"].as_str().unwrap_or_default();
        let mut read = 0;
        for (_, widget) in widgets::all().filter(|(one, _)| one.name() == kind) {
            assert_eq!(
                open(widget.name, &Source::Json(example.clone())),
                Ok(vec![]),
                "{at}"
            );
            read += 1;
        }
        assert!(read > 0, "{at}: which kind is “{kind}”?");
        kinds.push(kind.to_string());
    }
    for kind in widgets::KINDS {
        let shown = kinds.iter().any(|one| one == kind.name());
        assert!(shown, "the docs show no JSON of the kind {}", kind.name());
    }
}

#[test]
fn the_docs_name_the_limits() {
    let docs = docs("docs/content.md");
    let (_, limits) = docs.split_once("\n## Limits\n").unwrap();
    let rows = [
        ("items in one list", text::MOST_ITEMS),
        ("characters in one text", text::MOST_CHARS),
        ("lists in each other", text::MOST_DEPTH),
    ];
    for (what, most) in rows {
        let row = limits.lines().find(|line| line.contains(what));
        let number: String = row.unwrap().chars().filter(char::is_ascii_digit).collect();
        assert_eq!(number, most.to_string(), "{what}");
    }
}

/// The heading and the name of each place, as `scripts/post-page.mjs` has them.
fn places_of_the_post() -> Vec<(String, String)> {
    let script = fs::read_to_string(root().join("scripts/post-page.mjs")).unwrap();
    let quoted = |line: &str, key: &str| {
        let rest = line.split_once(&format!("{key}: \""))?.1;
        Some(rest.split_once('"')?.0.to_string())
    };
    script
        .lines()
        .filter_map(|line| Some((quoted(line, "heading")?, quoted(line, "name")?)))
        .collect()
}

#[test]
fn the_lists_of_the_real_post_are_read() {
    let places = places_of_the_post();
    assert_eq!(places.len(), 7, "{places:?}");
    let path: PathBuf = root().join("../shared/article/post.html");
    let Ok(html) = fs::read_to_string(&path) else {
        println!("NOT CHECKED: the real post is not beside this checkout.");
        return;
    };
    let parsed = Html::parse_document(&html);
    let all = parsed.root_element();
    let all = select(&all, "h2, h3, p, ul");
    for (heading, name) in places {
        let is_heading = |one: &ElementRef| one.text().collect::<String>() == heading;
        let at = all.iter().position(is_heading);
        let at = at.unwrap_or_else(|| panic!("the post has no words “{heading}”"));
        let list = all[at..].iter().find(|one| one.value().name() == "ul");
        let list = list.unwrap();
        let items = select(list, "li").len();
        let place = format!("<div>\n{}\n</div>", list.html());
        let wanted = match name.as_str() {
            "mirror-then-ask" => vec![
                "Items left out: 2; only items in quotation marks are lines that somebody says."
                    .to_string(),
            ],
            // One line of the post's own exercises holds “Next time”; one is in no quotation marks.
            "next-time" => vec![
                "Items left out: 1; only items in quotation marks are lines that somebody says."
                    .to_string(),
                "Items left out: 4; of a list with labels, this exercise takes the lines with its own words in them."
                    .to_string(),
            ],
            _ => vec![],
        };
        assert_eq!(open_html(&name, &place), Ok(wanted), "{heading}");
        let Source::Outline(read) = source(Html::parse_fragment(&place).root_element()) else {
            panic!("{heading}: no outline");
        };
        assert_eq!(read.items().count(), items, "{heading}");
    }
}
