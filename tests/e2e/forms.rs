//! Every way in which an owner, or a page's own scripts, may write a place.

use interlude::ui::words;
use interlude::widgets;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{
    self, CARD, CHOICE, CONNECT, FLOWS, IN_TURN, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION,
    SHAPED, SHOES,
};
use crate::site::{CLASSIC, ENTRY, GLUE, Site, WASM};
use crate::tab::Tab;
use crate::walks::OWN;

cases![
    an_element_of_its_own_is_a_place,
    an_element_inside_a_shadow_root_of_the_page_is_a_place,
    a_tag_with_a_name_has_its_exercise_behind_it,
    a_classic_tag_with_a_name_has_its_exercise_behind_it,
    a_classic_tag_that_was_moved_works,
    a_tag_with_a_name_in_the_head_is_told,
    all_forms_stand_on_one_page,
    a_class_on_a_block_is_a_place,
    a_class_that_only_looks_like_a_name_is_told_once,
    a_class_on_a_group_block_is_a_place,
    a_class_on_a_list_gets_an_element_beside_it,
    an_ordered_list_and_other_elements_are_places,
    a_place_inside_a_place_belongs_to_the_outer_one,
    what_editors_wrap_around_items_is_read,
    a_place_that_comes_later_comes_alive,
    a_place_that_goes_and_comes_back_is_alive_and_fresh,
    a_place_that_is_moved_stays_one,
    a_list_that_goes_takes_its_exercise_along,
    a_place_in_closed_details_comes_alive_when_it_is_opened,
    two_of_the_same_name_keep_apart,
    two_places_with_one_id_keep_apart,
    json_content_is_read,
    an_empty_place_shows_the_draft,
    a_list_behind_an_empty_place_is_told,
    the_heading_level_follows_the_post,
    the_region_follows_the_language_or_the_owner,
];

async fn open(stage: &Stage, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    site.page("/", &pages::page(body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// The owner's items, as the exercise of that name shows them.
async fn assert_holds(exercise: &Exercise<'_>, name: &str, items: &[&str]) {
    match name {
        CHOICE | SHOES => assert_eq!(exercise.all(".option label").await, items),
        SHAPED => assert_eq!(exercise.all(".option label").await, items),
        IN_TURN => assert_eq!(exercise.one(".scene").await, items[0]),
        PRACTICE | OPEN | CONNECT => {
            let line = exercise.one(".said .line").await;
            assert!(items[0].contains(&line), "{line} is in {}", items[0]);
        }
        LINE => {
            let lines: Vec<_> = items
                .iter()
                .map(|item| item.trim_matches(['“', '”']).replace("____", "…"))
                .collect();
            assert_eq!(exercise.all(".option label").await, lines);
        }
        LIMIT => {
            let legends = exercise.all("legend").await;
            assert_eq!(legends.len(), 3);
            assert!(legends.iter().all(|one| items[0].contains(one)));
        }
        PAUSE => {
            exercise.press(words::SKIP_BREATH.text()).await;
            exercise.see(words::OWN_FEELING.text()).await;
            assert_eq!(exercise.all(".option label").await, items);
        }
        CARD => {
            exercise.press(words::OPEN_CARD.text()).await;
            exercise.see(items[0]).await;
            assert_eq!(exercise.all(".text li").await, items);
        }
        REFLECTION => {
            exercise.press(words::OPEN_PRIVATE.text()).await;
            exercise.see(words::FINISH.text()).await;
            assert_eq!(exercise.all("legend").await, items);
        }
        _ => panic!("{name}: add an arm here"),
    }
}

async fn assert_quiet(tab: &Tab) {
    assert_eq!(tab.said().await, [""; 0]);
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}

/// The exercise of that name as an element, one tag a line, inside a `<div>`.
fn element(name: &str) -> String {
    let list = pages::list(pages::items(name));
    format!("<div>\n<interlude-widget name=\"{name}\">\n{list}\n</interlude-widget>\n</div>")
}

async fn an_element_of_its_own_is_a_place(stage: &Stage) {
    let (_site, tab) = open(stage, &FLOWS.map(element).join("\n<p>Between.</p>\n")).await;
    for name in FLOWS {
        let exercise = Exercise::at(&tab, &format!("interlude-widget[name={name}]")).await;
        assert_holds(&exercise, name, pages::items(name)).await;
        assert!(exercise.list().await.iter().all(|(_, shown)| !shown));
    }
    // One that a page's script makes, names and fills.
    let make = "const place = document.createElement('interlude-widget');
        document.querySelector('#post').prepend(place);
        place.innerHTML = arguments[1];
        place.setAttribute('name', arguments[0]);
        place.id = 'made'";
    let items = ["Only this moment.", "And this one."];
    tab.js(make, json!([CHOICE, pages::list(&items)])).await;
    assert_holds(&Exercise::at(&tab, "#made").await, CHOICE, &items).await;
    assert_quiet(&tab).await;
}

async fn an_element_inside_a_shadow_root_of_the_page_is_a_place(stage: &Stage) {
    let body = format!(
        "{}\n<h3>A card</h3>\n<div id=\"card\" lang=\"en-GB\"></div>",
        pages::long_text()
    );
    let (site, tab) = open(stage, &body).await;
    let fill = "const inner = document.querySelector('#card').attachShadow({ mode: 'open' });
        inner.innerHTML = arguments[0];
        document.querySelector('#card').scrollIntoView()";
    tab.js(fill, json!([element(REFLECTION)])).await;
    let alive = "const place = root('#card').querySelector('interlude-widget');
        return place.shadowRoot?.querySelector('.frame') && [
          place.shadowRoot.querySelector('.help a[href^=tel]')?.getAttribute('href'),
          place.shadowRoot.querySelector('.title').ariaLevel]";
    let seen = tab.until("the element, alive", alive, json!([])).await;
    // The language is the one around the shadow root; headings of the page are not its own.
    assert_eq!(seen, json!(["tel:999", "2"]));
    tab.js("root('#card').replaceChildren()", json!([])).await;
    let gone = "return !document.body.firstElementChild.shadowRoot";
    tab.until("nothing private any more", gone, json!([])).await;
    assert_eq!(site.times(WASM), 1);
    assert_quiet(&tab).await;
}

/// A tag that also says which exercise it is.
fn tag(kind: &str, src: &str, name: &str) -> String {
    format!(
        "<script {kind} src=\"{src}\" data-interlude=\"{name}\" data-heading-level=\"4\"></script>"
    )
}

async fn assert_behind(tab: &Tab, site: &Site) {
    for name in FLOWS {
        let at = format!("script[data-interlude={name}] + interlude-widget");
        let exercise = Exercise::at(tab, &at).await;
        assert_eq!(exercise.count(".title[aria-level='4']").await, 1);
    }
    let all = "return document.querySelectorAll('interlude-widget').length";
    assert_eq!(tab.js(all, json!([])).await, FLOWS.len());
    assert_eq!(
        (site.times(GLUE), site.times(WASM)),
        (tab.glue_requests(), 1)
    );
    assert_quiet(tab).await;
}

async fn open_tags(stage: &Stage, kind: &str, src: &str) -> (Site, Tab) {
    let site = Site::start().await;
    let tags = FLOWS.map(|name| tag(kind, src, name));
    site.page("/", &pages::bare(&tags.join("\n<p>Between.</p>\n")));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

async fn a_tag_with_a_name_has_its_exercise_behind_it(stage: &Stage) {
    let (site, tab) = open_tags(stage, "type=\"module\"", ENTRY).await;
    assert_behind(&tab, &site).await;
}

async fn a_classic_tag_with_a_name_has_its_exercise_behind_it(stage: &Stage) {
    let (site, tab) = open_tags(stage, "async", CLASSIC).await;
    assert_behind(&tab, &site).await;
}

/// Optimisers run a script from a text of their own, so nothing tells where it is from.
async fn a_classic_tag_that_was_moved_works(stage: &Stage) {
    let site = Site::start().await;
    let kept = tag("type=\"delayed\"", CLASSIC, CHOICE);
    site.page("/", &pages::bare(&kept));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let run = "fetch(arguments[0]).then((answer) => answer.text()).then((code) => {
        setTimeout(code);
        done();
    })";
    tab.js_later(run, json!([CLASSIC])).await;
    Exercise::at(&tab, "script + interlude-widget").await;
    assert_quiet(&tab).await;
}

async fn a_tag_with_a_name_in_the_head_is_told(stage: &Stage) {
    let site = Site::start().await;
    let head = tag("type=\"module\"", ENTRY, CHOICE);
    site.page("/", &pages::with(&head, &pages::filled(PRACTICE)));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    Exercise::named(&tab, PRACTICE).await;
    tab.until_said("not in the page’s head").await;
    assert_eq!(tab.said().await.len(), 1);
    let count = "return document.querySelectorAll('interlude-widget').length";
    assert_eq!(tab.js(count, json!([])).await, 0);
}

async fn all_forms_stand_on_one_page(stage: &Stage) {
    let class = format!("<ul class=\"interlude-{CHOICE}\" id=\"class\">");
    let body = [
        pages::filled(PRACTICE).replacen("<div", "<div id=\"div\"", 1),
        pages::list(pages::items(CHOICE)).replacen("<ul>", &class, 1),
        element(REFLECTION),
        tag("type=\"module\"", ENTRY, CHOICE),
        tag("async", CLASSIC, PRACTICE),
    ];
    let (site, tab) = open(stage, &body.join("\n<p>Between.</p>\n")).await;
    for at in [
        "#div",
        "#class + div",
        "interlude-widget[name]",
        "script[type] + *",
        "script[async] + *",
    ] {
        Exercise::at(&tab, at).await;
    }
    let frames = "return [...document.querySelectorAll('*')]
        .filter((el) => el.shadowRoot?.querySelector('.frame')).length";
    assert_eq!(tab.js(frames, json!([])).await, 5);
    assert_eq!(
        (site.times(GLUE), site.times(WASM)),
        (tab.glue_requests(), 1)
    );
    assert_quiet(&tab).await;
}

async fn a_class_on_a_block_is_a_place(stage: &Stage) {
    let place = |name| {
        let list = pages::list(pages::items(name));
        format!("<div class=\"alignwide interlude-{name} more\">{list}</div>")
    };
    let (_site, tab) = open(stage, &FLOWS.map(place).join("\n")).await;
    for name in FLOWS {
        let exercise = Exercise::at(&tab, &format!(".interlude-{name}")).await;
        assert_holds(&exercise, name, pages::items(name)).await;
        assert!(exercise.list().await.iter().all(|(_, shown)| !shown));
    }
    assert_quiet(&tab).await;
}

async fn a_class_that_only_looks_like_a_name_is_told_once(stage: &Stage) {
    let theirs = "<div class=\"interlude-card\"><ul><li>Theirs.</li></ul></div>";
    let body = format!("{}\n{}", theirs.repeat(5), pages::filled(CHOICE));
    let (_site, tab) = open(stage, &body).await;
    Exercise::named(&tab, CHOICE).await;
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("no exercise named “card”"), "{said:?}");
    let left = "return [...document.querySelectorAll('.interlude-card')]
        .every((el) => !el.shadowRoot && shown(el.querySelector('li')))";
    assert_eq!(tab.js(left, json!([])).await, true);
}

async fn a_class_on_a_group_block_is_a_place(stage: &Stage) {
    let body = format!(
        "<div class=\"wp-block-group interlude-{REFLECTION} is-layout-flow wp-block-group-is-layout-flow\">\
         <div class=\"wp-block-group__inner-container\"><h3 class=\"wp-block-heading\">At home</h3>\
         <p>Words of the owner.</p><ul class=\"wp-block-list\"><li>One sign.</li><li>Another sign.</li></ul></div></div>"
    );
    let (_site, tab) = open(stage, &body).await;
    let exercise = Exercise::at(&tab, ".wp-block-group").await;
    assert_holds(&exercise, REFLECTION, &["One sign.", "Another sign."]).await;
    assert_eq!(exercise.all(".group").await, ["At home"]);
    assert_quiet(&tab).await;
}

async fn a_class_on_a_list_gets_an_element_beside_it(stage: &Stage) {
    let list = |name: &str| {
        let class = format!("<ul class=\"wp-block-list interlude-{name}\">");
        pages::list(pages::items(name)).replacen("<ul>", &class, 1)
    };
    let (_site, tab) = open(stage, &FLOWS.map(list).join("\n")).await;
    for name in FLOWS {
        let exercise = Exercise::at(&tab, &format!("ul.interlude-{name} + div")).await;
        assert_holds(&exercise, name, pages::items(name)).await;
        let script = "const list = document.querySelector(arguments[0]); return [list.shadowRoot == null, shown(list)]";
        let list = tab
            .js(script, json!([format!("ul.interlude-{name}")]))
            .await;
        assert_eq!(list, json!([true, false]));
    }
    assert_quiet(&tab).await;
}

async fn an_ordered_list_and_other_elements_are_places(stage: &Stage) {
    let items = pages::items(CHOICE);
    let inner = pages::list(items);
    let ordered = inner.replace("ul>", "ol>").replacen(
        "<ol>",
        &format!("<ol id=\"ol\" data-interlude=\"{CHOICE}\">"),
        1,
    );
    let tags = ["section", "aside", "article", "figure", "blockquote"];
    let others: String = tags
        .map(|tag| format!("<{tag} id=\"{tag}\" data-interlude=\"{CHOICE}\">{inner}</{tag}>\n"))
        .concat();
    let (_site, tab) = open(stage, &format!("{ordered}\n{others}")).await;
    for id in ["section", "aside", "article"] {
        let exercise = Exercise::at(&tab, &format!("#{id}")).await;
        assert_holds(&exercise, CHOICE, items).await;
    }
    for id in ["ol", "figure", "blockquote"] {
        let exercise = Exercise::at(&tab, &format!("#{id} + div")).await;
        assert_holds(&exercise, CHOICE, items).await;
    }
    assert_quiet(&tab).await;
}

async fn a_place_inside_a_place_belongs_to_the_outer_one(stage: &Stage) {
    let list = pages::list(pages::items(CHOICE)).replacen(
        "<ul>",
        &format!("<ul class=\"interlude-{CHOICE}\">"),
        1,
    );
    let body = format!(
        "<div id=\"outer\" data-interlude=\"{CHOICE}\">{list}</div>\n{}",
        pages::filled(REFLECTION)
    );
    let (_site, tab) = open(stage, &body).await;
    let exercise = Exercise::at(&tab, "#outer").await;
    assert_holds(&exercise, CHOICE, pages::items(CHOICE)).await;
    Exercise::named(&tab, REFLECTION).await;
    let inner = "return document.querySelector('#outer').querySelectorAll('ul + div').length";
    assert_eq!(tab.js(inner, json!([])).await, 0);
    assert_quiet(&tab).await;
}

async fn what_editors_wrap_around_items_is_read(stage: &Stage) {
    let body = format!(
        "<div data-interlude=\"{CHOICE}\"><p></p>\n<div class=\"wp-block-list\"><ul><!-- wp:list-item -->\
         <li><p><strong>Your <em>friend</em></strong>&nbsp;cancels&#8230;<br></p></li>\n<!-- /wp:list-item -->\
         <li><span style=\"color:red\">&#8220;Nice of you</span> to show&#x200b; up.&#8221;</li></ul></div><p>&nbsp;</p></div>"
    );
    let (_site, tab) = open(stage, &body).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    let items = ["Your friend cancels…", "“Nice of you to show up.”"];
    assert_holds(&exercise, CHOICE, &items).await;
    assert_quiet(&tab).await;
}

async fn a_place_that_comes_later_comes_alive(stage: &Stage) {
    let (_site, tab) = open(stage, "<p id=\"end\">The end, so far.</p>").await;
    tab.until(
        "the entry, at work",
        "return Symbol.for('interlude') in window",
        json!([]),
    )
    .await;
    let add = "document.querySelector('#end').insertAdjacentHTML('afterend', `<section>${arguments[0]}</section>`)";
    for name in FLOWS {
        tab.js(add, json!([pages::filled(name)])).await;
        let exercise = Exercise::named(&tab, name).await;
        assert_holds(&exercise, name, pages::items(name)).await;
    }
    assert_quiet(&tab).await;
}

async fn a_place_that_goes_and_comes_back_is_alive_and_fresh(stage: &Stage) {
    let (_site, tab) = open(stage, &pages::filled(REFLECTION)).await;
    for _ in 0..2 {
        let exercise = Exercise::named(&tab, REFLECTION).await;
        exercise.see(words::SOMEBODY_MAY_SEE.text()).await;
        exercise.press(words::OPEN_PRIVATE.text()).await;
        exercise.see(words::FINISH.text()).await;
        assert_eq!(exercise.typed().await, "");
        exercise.write(OWN).await;
        tab.js(
            "window.place = document.querySelector(arguments[0]); place.remove()",
            json!([exercise.at]),
        )
        .await;
        let slot = "return place.shadowRoot?.firstElementChild?.localName === 'slot'";
        tab.until("a place given back", slot, json!([])).await;
        tab.js("document.querySelector('#post').append(place)", json!([]))
            .await;
    }
    Exercise::named(&tab, REFLECTION)
        .await
        .see(words::SOMEBODY_MAY_SEE.text())
        .await;
    assert_quiet(&tab).await;
}

async fn a_place_that_is_moved_stays_one(stage: &Stage) {
    let body = format!(
        "<div id=\"a\">{}</div>\n<p>Between.</p>\n<div id=\"b\"></div>",
        pages::filled(CHOICE)
    );
    let (_site, tab) = open(stage, &body).await;
    Exercise::named(&tab, CHOICE).await;
    let move_ = "document.querySelector('#b').append(document.querySelector('[data-interlude]'))";
    tab.js(move_, json!([])).await;
    let exercise = Exercise::at(&tab, "#b > [data-interlude]").await;
    exercise.pick(1).await;
    exercise.press(words::START.text()).await;
    exercise.see(words::SKIP.text()).await;
    let frames = "return root('[data-interlude]').querySelectorAll('.frame').length";
    assert_eq!(tab.js(frames, json!([])).await, 1);
    assert_quiet(&tab).await;
}

async fn a_list_that_goes_takes_its_exercise_along(stage: &Stage) {
    let class = format!("<ul class=\"interlude-{CHOICE}\">");
    let list = pages::list(pages::items(CHOICE)).replacen("<ul>", &class, 1);
    let (_site, tab) = open(
        stage,
        &format!("<section id=\"all\">{list}</section><p id=\"end\"></p>"),
    )
    .await;
    let at = format!("ul.interlude-{CHOICE} + div");
    Exercise::at(&tab, &at).await;
    tab.js(
        "window.list = document.querySelector('ul'); list.remove()",
        json!([]),
    )
    .await;
    let alone = "return document.querySelector('#all').childElementCount === 0";
    tab.until("nothing left", alone, json!([])).await;
    tab.js("document.querySelector('#end').before(list)", json!([]))
        .await;
    let exercise = Exercise::at(&tab, &at).await;
    assert_holds(&exercise, CHOICE, pages::items(CHOICE)).await;
    // The list and its exercise, moved together by the page.
    let move_ =
        "const [list, host] = [document.querySelector('ul'), document.querySelector('ul + div')];
        document.querySelector('#all').append(list, host)";
    tab.js(move_, json!([])).await;
    let one = "const all = document.querySelectorAll('#all > div');
        return all.length === 1 && all[0].shadowRoot?.querySelectorAll('.frame').length === 1";
    tab.until("one exercise at the new place", one, json!([]))
        .await;
    assert_quiet(&tab).await;
}

async fn a_place_in_closed_details_comes_alive_when_it_is_opened(stage: &Stage) {
    let body = format!(
        "<details><summary>An exercise</summary>{}</details>",
        pages::filled(CHOICE)
    );
    let (_site, tab) = open(stage, &body).await;
    tab.click(
        "the summary",
        "return document.querySelector('summary')",
        json!([]),
    )
    .await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    exercise.pick(0).await;
    exercise.press(words::START.text()).await;
    exercise.see(words::SKIP.text()).await;
    assert_quiet(&tab).await;
}

async fn two_of_the_same_name_keep_apart(stage: &Stage) {
    let two = |name: &str| {
        format!(
            "<div id=\"a\">{0}</div><div id=\"b\">{0}</div>",
            pages::filled(name)
        )
    };
    assert_apart(stage, &two(CHOICE), "#a > div", "#b > div").await;
}

async fn two_places_with_one_id_keep_apart(stage: &Stage) {
    let place = pages::filled(CHOICE).replacen("<div", "<div id=\"same\"", 1);
    let body =
        format!("<section class=\"a\">{place}</section><section class=\"b\">{place}</section>");
    assert_apart(stage, &body, ".a > #same", ".b > #same").await;
}

/// What is done in one of two exercises changes nothing in the other, and no id or
/// name of a group is in both.
async fn assert_apart(stage: &Stage, body: &str, a: &str, b: &str) {
    let (_site, tab) = open(stage, body).await;
    let (a, b) = (Exercise::at(&tab, a).await, Exercise::at(&tab, b).await);
    a.pick(0).await;
    b.pick(1).await;
    assert_eq!(
        (a.chosen().await, b.chosen().await),
        (vec![Some(0)], vec![Some(1)])
    );
    b.press(words::START.text()).await;
    b.see(words::SKIP.text()).await;
    a.see(words::WHICH_SCENE.text()).await;
    let script = "return [...document.querySelectorAll('[data-interlude]')].flatMap((place) =>
        [...new Set([...place.shadowRoot.querySelectorAll('[id], [name]')].flatMap((el) => [el.id, el.name]))])
        .filter(Boolean)";
    let mut names = tab.texts(script, json!([])).await;
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
    assert_quiet(&tab).await;
}

async fn json_content_is_read(stage: &Stage) {
    let place = |name: &str, json: &str| {
        format!(
            "<div data-interlude=\"{name}\"><script type=\"application/json\">\n{json}\n</script></div>"
        )
    };
    let body = [
        place(
            CHOICE,
            r#"{"title": "Mine", "scenes": ["First.", {"text": "Second."}]}"#,
        ),
        place(
            PRACTICE,
            r#"{"version": 1, "lines": [{"who": "Ann", "text": "You never call."}]}"#,
        ),
        place(
            REFLECTION,
            r#"{"groups": [{"heading": "H", "signs": ["A sign."]}],
            "link": "https://example.org/", "linkText": "Write to me"}"#,
        ),
    ];
    let (_site, tab) = open(stage, &body.join("\n")).await;
    let choice = Exercise::named(&tab, CHOICE).await;
    assert_eq!(choice.one(".title").await, "Mine");
    assert_holds(&choice, CHOICE, &["First.", "Second."]).await;
    let practice = Exercise::named(&tab, PRACTICE).await;
    assert_eq!(practice.all(".said p").await, ["Ann", "You never call."]);
    let reflection = Exercise::named(&tab, REFLECTION).await;
    assert_holds(&reflection, REFLECTION, &["A sign."]).await;
    assert_eq!(
        reflection.one("a[href='https://example.org/']").await,
        "Write to me"
    );
    assert_quiet(&tab).await;
}

async fn an_empty_place_shows_the_draft(stage: &Stage) {
    let all = widgets::all().map(|(_, widget)| widget);
    let places: Vec<_> = all
        .map(|one| {
            format!(
                "<div data-interlude=\"{}\">\n <!-- nothing -->\n</div>",
                one.name
            )
        })
        .collect();
    let (_site, tab) = open(stage, &places.join("\n<p>Between.</p>\n")).await;
    for (_, widget) in widgets::all() {
        let exercise = Exercise::named(&tab, widget.name).await;
        assert_eq!(
            exercise.one(".title").await,
            widget.draft().at("title").text()
        );
    }
    assert_quiet(&tab).await;
}

async fn a_list_behind_an_empty_place_is_told(stage: &Stage) {
    let list = pages::list(pages::items(CHOICE));
    // A paragraph cannot hold a list: the browser ends it before the list.
    let body = format!(
        "<p data-interlude=\"{CHOICE}\">{list}\n<div data-interlude=\"{PRACTICE}\"><ul></ul></div>\n<p>Between.</p>{list}"
    );
    let (_site, tab) = open(stage, &body).await;
    for name in [CHOICE, PRACTICE] {
        let title = widgets::find(name).unwrap().1.draft().at("title").text();
        assert_eq!(Exercise::named(&tab, name).await.one(".title").await, title);
    }
    let told = format!(
        "Interlude, “{CHOICE}”: The place is empty, and a list stands right behind it. If that is yours, put it inside."
    );
    assert_eq!(tab.said().await, [told]);
}

async fn the_heading_level_follows_the_post(stage: &Stage) {
    let place = pages::filled(CHOICE);
    let told = place.replacen("<div", "<div id=\"told\" data-heading-level=\"5\"", 1);
    let body = format!("<h3>Below this</h3>\n<div id=\"below\">{place}</div>\n{told}");
    let (_site, tab) = open(stage, &body).await;
    for (at, level) in [("#below > div", "4"), ("#told", "5")] {
        let exercise = Exercise::at(&tab, at).await;
        let script = "return inside(arguments[0], '.title')[0].ariaLevel";
        assert_eq!(tab.text(script, json!([exercise.at])).await, level);
    }
}

async fn the_region_follows_the_language_or_the_owner(stage: &Stage) {
    let place = |attributes: &str| {
        pages::filled(REFLECTION).replacen("<div", &format!("<div {attributes}"), 1)
    };
    let places = [
        place("id=\"us\""),
        place("id=\"gb\" lang=\"en-GB\""),
        place("id=\"au\" data-region=\"AU\""),
        place("id=\"else\" lang=\"pt-BR\""),
    ];
    let (_site, tab) = open(stage, &places.join("\n")).await;
    for (at, number) in [("#us", "911"), ("#gb", "999"), ("#au", "000")] {
        let exercise = Exercise::at(&tab, at).await;
        let script =
            "return inside(arguments[0], '.help a[href^=\"tel:\"]')[0].getAttribute('href')";
        assert_eq!(
            tab.text(script, json!([exercise.at])).await,
            format!("tel:{number}")
        );
    }
    let elsewhere = Exercise::at(&tab, "#else").await;
    elsewhere.see(words::IN_DANGER_LOCAL.text()).await;
    assert_eq!(elsewhere.count(".help a[href^='tel:']").await, 0);
    assert!(elsewhere.count(".help a").await > 0);
}
