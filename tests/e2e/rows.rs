//! The exercises that go the way of another one, with words of their own: each from its
//! first step to its last, with an owner's list and on the post's own lists; axe finds
//! nothing amiss, and nothing leaves the page.

use interlude::ui::words;
use interlude::widgets;
use serde_json::json;

use crate::axe::{HEAD, RUN};
use crate::browser::{Stage, Wish};
use crate::exercise::Exercise;
use crate::pages::{
    self, ALOUD, BOOKLET, CARE, CHILDREN, CHOICE, CLARITY, CLOSER, FIRST, FLOWS, GOT_IT, IN_TURN,
    OTHERS, PEOPLE, PHRASE, POST, PRACTICE, REOPEN, REPAIR, SHOES, THERAPY, WHICH, WHO,
};
use crate::site::{COACH, Site};
use crate::tab::{Tab, strings};
use crate::walks;

cases![
    every_exercise_is_walked,
    three_people_from_first_step_to_last,
    validation_or_empathy_from_first_step_to_last,
    who_are_you_talking_to_from_first_step_to_last,
    catch_the_closer_from_first_step_to_last,
    what_would_help_first_from_first_step_to_last,
    open_the_closer_from_first_step_to_last,
    what_i_notice_in_the_children_from_first_step_to_last,
    phrase_and_response_from_first_step_to_last,
    repair_this_week_from_first_step_to_last,
    repair_out_loud_from_first_step_to_last,
    care_and_a_limit_from_first_step_to_last,
    a_time_somebody_got_it_from_first_step_to_last,
    clarity_note_from_first_step_to_last,
    what_therapy_does_from_first_step_to_last,
    the_booklet_from_first_step_to_last,
    lines_say_who_should_not_try_them_and_what_is_not_excused,
    statements_come_one_after_the_other_and_end_in_lists,
    an_owners_link_stands_below_the_closing,
    what_the_first_reader_chose_is_covered_until_the_end,
    nothing_of_two_readers_is_kept,
    the_posts_signs_are_seen_from_both_sides,
    the_posts_lines_are_looked_at_one_by_one,
    the_posts_labels_are_whom_one_talks_to,
    the_posts_signs_are_noticed_beside_help_for_children,
    the_posts_offers_are_what_may_help_first,
    the_posts_phrases_have_responses_and_what_these_do,
    the_posts_repair_is_looked_at_until_it_can_be_seen,
    the_posts_repairs_are_said_out_loud,
    the_posts_clarity_and_both_sides_are_cards,
];

/// What the suites walk along, and what there is.
async fn every_exercise_is_walked(_: &Stage) {
    let mut walked = [&FLOWS[..], &OTHERS].concat();
    let mut all: Vec<_> = widgets::all().map(|(_, widget)| widget.name).collect();
    walked.sort_unstable();
    all.sort_unstable();
    assert_eq!(walked, all);
}

async fn three_people_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, PEOPLE).await;
}

async fn validation_or_empathy_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, WHICH).await;
}

async fn who_are_you_talking_to_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, WHO).await;
}

async fn catch_the_closer_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, CLOSER).await;
}

async fn what_would_help_first_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, FIRST).await;
}

async fn open_the_closer_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, REOPEN).await;
}

async fn what_i_notice_in_the_children_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, CHILDREN).await;
}

async fn phrase_and_response_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, PHRASE).await;
}

async fn repair_this_week_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, REPAIR).await;
}

async fn repair_out_loud_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, ALOUD).await;
}

async fn care_and_a_limit_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, CARE).await;
}

async fn a_time_somebody_got_it_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, GOT_IT).await;
}

async fn clarity_note_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, CLARITY).await;
}

async fn what_therapy_does_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, THERAPY).await;
}

async fn open(stage: &Stage, body: &str) -> (Site, Tab) {
    let site = Site::start().await;
    site.file(
        "/axe.js",
        "text/javascript",
        "node_modules/axe-core/axe.min.js",
    );
    site.page("/", &pages::with(HEAD, &format!("{body}\n{}", pages::TAG)));
    // Without motion nothing is half transparent while axe looks at it.
    let still = Wish {
        still: true,
        ..Wish::default()
    };
    let tab = stage.tab_with(still).await;
    tab.open(&site.url("/")).await;
    (site, tab)
}

/// With an owner's list: what every step shows is there, axe finds nothing, and the site is
/// asked for nothing more.
async fn assert_walks(stage: &Stage, name: &str) {
    let body = format!("<h2>Practice</h2>\n{}", pages::filled(name));
    let (site, tab) = open(stage, &body).await;
    let exercise = Exercise::named(&tab, name).await;
    // The coach is fetched with the first focus in a box, whatever is written.
    let asked = || {
        let asked = site.asked().into_iter();
        asked.filter(|one| one != COACH).collect::<Vec<_>>()
    };
    let before = asked();
    for step in walks::steps(name) {
        step.take(&exercise).await;
        let violations = strings(&tab.js_later(RUN, json!([])).await);
        assert_eq!(violations, [""; 0], "{name}, {}", step.name);
        assert_eq!(asked(), before, "{name}, {}", step.name);
    }
    assert_eq!(tab.said().await, [""; 0]);
}

async fn the_booklet_from_first_step_to_last(stage: &Stage) {
    assert_walks(stage, BOOKLET).await;
}

async fn statements_come_one_after_the_other_and_end_in_lists(stage: &Stage) {
    let (_site, tab) = open(stage, &format!("<div data-interlude=\"{IN_TURN}\"></div>")).await;
    let exercise = Exercise::named(&tab, IN_TURN).await;
    exercise.see(&words::step(1, 10)).await;
    let mut seen = vec![exercise.one(".scene").await];
    for at in 2..=10 {
        exercise.pick(at % 2).await;
        assert_eq!(exercise.count(".option .note").await, 1);
        exercise.press(words::NEXT.text()).await;
        exercise.see(&words::step(at, 10)).await;
        seen.push(exercise.one(".scene").await);
    }
    exercise.press(words::SKIP.text()).await;
    exercise.see(words::CLOSING.text()).await;
    assert_eq!(exercise.all(".rows .group").await, ["It is", "It isn’t"]);
    let listed = exercise.all(".rows li").await;
    assert_eq!(listed.len(), 9);
    assert!(listed.iter().all(|one| seen.contains(one)), "{listed:?}");
    // The same for everybody, and no count of anything.
    let end = exercise.one(".step").await;
    assert!(!end.chars().any(|c| c.is_ascii_digit()), "{end}");
    exercise.press(words::START_AGAIN.text()).await;
    exercise.see(&words::step(1, 10)).await;
    assert_eq!(exercise.chosen().await, [None]);
}

async fn an_owners_link_stands_below_the_closing(stage: &Stage) {
    let written = r#"{ "link": "https://example.org/book", "linkText": "Book a first talk" }"#;
    let body = format!(
        "<div data-interlude=\"{FIRST}\"><script type=\"application/json\">{written}</script></div>"
    );
    let (_site, tab) = open(stage, &body).await;
    let exercise = Exercise::named(&tab, FIRST).await;
    exercise.press(words::SKIP.text()).await;
    exercise.see("Book a first talk").await;
    let script =
        "return inside(arguments[0], '.closing + p a').map((el) => [el.href, el.rel].join())";
    let found = tab.texts(script, json!([exercise.at])).await;
    assert_eq!(found, ["https://example.org/book,noreferrer noopener"]);
}

async fn lines_say_who_should_not_try_them_and_what_is_not_excused(stage: &Stage) {
    let names = [PHRASE, REPAIR, ALOUD, CARE, GOT_IT];
    let (_site, tab) = open(stage, &names.map(pages::filled).join("\n")).await;
    for name in names {
        let exercise = Exercise::named(&tab, name).await;
        exercise.see(words::IF_AFRAID.text()).await;
        let screen = exercise.one(".screen").await;
        let is_limit = [PHRASE, CARE].contains(&name);
        assert_eq!(screen.contains(words::IF_SAFE.text()), is_limit, "{name}");
        let footer = widgets::find(name).ok().unwrap().1.draft().at("footer");
        let has_help = exercise.count(".help li").await > 0;
        assert_eq!(has_help, name == PHRASE, "{name}");
        assert_eq!(footer.text().is_empty(), name != PHRASE, "{name}");
        assert!(screen.ends_with(footer.text()), "{name}: {screen}");
    }
}

/// All that is in the exercise, seen or not: its words, its attributes, what is chosen.
async fn everything(exercise: &Exercise<'_>) -> String {
    let script = "const all = root(arguments[0]);
        const picked = [...all.querySelectorAll('input')].filter((one) => one.checked).length;
        return `${all.innerHTML} picked: ${picked}`";
    exercise.tab.text(script, json!([exercise.at])).await
}

async fn what_the_first_reader_chose_is_covered_until_the_end(stage: &Stage) {
    let (_site, tab) = open(stage, &format!("<div {}></div>", place(SHOES))).await;
    let exercise = Exercise::named(&tab, SHOES).await;
    exercise.press(words::START_ANY.text()).await;
    exercise.see(&words::step(1, 3)).await;
    let choices = exercise.all(".option label").await;
    exercise.pick(1).await;
    let note = exercise.one(".option .note").await;
    exercise.hear(&note).await;
    exercise.press(words::NEXT.text()).await;
    exercise.has_focus(words::HAND_OVER.text()).await;
    // What was said is gone from the live region, too; the blank worksheet has all choices.
    let is_covered = |all: &str| {
        let (screen, sheet) = all.split_once("class=\"sheet\"").unwrap();
        let is_told = choices.iter().any(|one| screen.contains(one)) || all.contains(&note);
        !is_told && !sheet.contains("ticked") && all.ends_with("picked: 0")
    };
    let all = everything(&exercise).await;
    assert!(is_covered(&all), "{all}");
    assert_eq!(exercise.count("button").await, 1);
    // The browser's own way back leads to no step.
    let back = "history.pushState(null, ''); history.back()";
    tab.js(back, json!([])).await;
    exercise.press(words::HAVE_IT.text()).await;
    exercise.see(&words::step(2, 3)).await;
    let all = everything(&exercise).await;
    assert!(is_covered(&all), "{all}");
    exercise.lose(words::BACK.text()).await;
    exercise.pick(0).await;
    let second = exercise.one(".option .note").await;
    exercise.press(words::NEXT.text()).await;
    exercise.see(&words::step(3, 3)).await;
    let all = everything(&exercise).await;
    assert!(is_covered(&all), "{all}");
    exercise.press(words::SKIP.text()).await;
    exercise.see(words::SUMMARY.text()).await;
    exercise.see(&note).await;
    exercise.see(&second).await;
}

async fn nothing_of_two_readers_is_kept(stage: &Stage) {
    let body = format!("<div {} data-keep></div>", place(SHOES));
    let (site, tab) = open(stage, &body).await;
    let exercise = Exercise::named(&tab, SHOES).await;
    exercise.see(words::STAYS_HERE.text()).await;
    exercise.pick(1).await;
    exercise.press(words::START.text()).await;
    exercise.see(&words::step(1, 3)).await;
    exercise.pick(0).await;
    assert_eq!(tab.js("return localStorage.length", json!([])).await, 0);
    tab.open(&site.url("/")).await;
    let exercise = Exercise::named(&tab, SHOES).await;
    exercise.see(words::START_ANY.text()).await;
    assert_eq!(exercise.chosen().await, [None]);
}

async fn the_posts_signs_are_seen_from_both_sides(stage: &Stage) {
    let (_site, tab, items) = post(stage, CHOICE, SHOES).await;
    let exercise = Exercise::named(&tab, SHOES).await;
    assert_eq!(exercise.all(".option label").await, items);
    exercise.pick(1).await;
    exercise.press(words::START.text()).await;
    exercise.see(&words::step(1, 3)).await;
    assert_eq!(exercise.one(".scene").await, items[1]);
    exercise.press(words::SKIP.text()).await;
    exercise.see(words::COVERED.text()).await;
}

/// The post, with another exercise in the place of one.
async fn post(stage: &Stage, name: &str, instead: &str) -> (Site, Tab, Vec<String>) {
    let site = Site::start().await;
    let html = pages::post().replacen(&place(name), &place(instead), 1);
    let (tab, items) = on_post(stage, &site, &html, instead).await;
    (site, tab, items)
}

fn place(name: &str) -> String {
    format!("data-interlude=\"{name}\"")
}

/// The post as it is given, and the owner's items of one exercise, which are hidden.
async fn on_post(stage: &Stage, site: &Site, html: &str, name: &str) -> (Tab, Vec<String>) {
    site.page(POST, &pages::watched(html));
    let tab = stage.tab().await;
    tab.open(&site.url(POST)).await;
    let list = Exercise::named(&tab, name).await.list().await;
    assert!(list.iter().all(|(_, shown)| !shown), "{list:?}");
    (tab, list.into_iter().map(|(text, _)| text).collect())
}

/// A page with an exercise around what stands from one text to the end of another.
fn around(html: &str, name: &str, from: &str, to: &str) -> String {
    let (before, rest) = html.split_once(from).unwrap();
    let (inner, after) = rest.split_once(to).unwrap();
    format!(
        "{before}<div {}>{from}{inner}{to}</div>{after}",
        place(name)
    )
}

async fn the_posts_lines_are_looked_at_one_by_one(stage: &Stage) {
    let (_site, tab, items) = post(stage, WHICH, WHICH).await;
    let exercise = Exercise::named(&tab, WHICH).await;
    for (at, item) in items.iter().enumerate() {
        exercise.see(&words::step(at + 1, items.len())).await;
        assert_eq!(exercise.one(".scene").await, *item);
        exercise.pick(1).await;
        exercise.press(words::NEXT.text()).await;
    }
    exercise.see(words::SUMMARY.text()).await;
    assert_eq!(exercise.all(".rows .scene").await, items);
}

async fn the_posts_labels_are_whom_one_talks_to(stage: &Stage) {
    let (_site, tab, items) = post(stage, WHICH, WHO).await;
    let exercise = Exercise::named(&tab, WHO).await;
    let labels: Vec<_> = items
        .iter()
        .filter_map(|one| one.split(':').next())
        .collect();
    assert_eq!(exercise.all(".option label").await, labels);
    exercise.pick(0).await;
    let note = exercise.one(".option .note").await;
    assert!(items[0].contains(note.trim_matches(['“', '”'])), "{note}");
    exercise.press(words::NEXT.text()).await;
    exercise.see(&words::step(2, 2)).await;
}

async fn the_posts_offers_are_what_may_help_first(stage: &Stage) {
    let (_site, tab, items) = post(stage, FIRST, FIRST).await;
    let exercise = Exercise::named(&tab, FIRST).await;
    assert_eq!(exercise.all(".option label").await, items);
    exercise.pick(1).await;
    exercise.press(words::NEXT.text()).await;
    exercise.see(words::SUMMARY.text()).await;
    assert_eq!(exercise.all(".rows .chosen").await, [items[1].as_str()]);
}

async fn the_posts_signs_are_noticed_beside_help_for_children(stage: &Stage) {
    let (_site, tab, items) = post(stage, CHOICE, CHILDREN).await;
    let exercise = Exercise::named(&tab, CHILDREN).await;
    let draft = widgets::find(CHILDREN).ok().unwrap().1.draft();
    let footer = draft.at("footer").text();
    // Before and after it is opened.
    for opens in [true, false] {
        exercise.see(words::LEAVE.text()).await;
        exercise.see(footer).await;
        let first = exercise.all(".help li a[href^='tel:']").await;
        assert_eq!(first[0], "800-422-4453");
        assert_eq!(first[1], "800-799-7233");
        if opens {
            exercise.press(words::OPEN_PRIVATE.text()).await;
            exercise.see(words::LEAVE_HOW.text()).await;
        }
    }
    assert_eq!(exercise.all("legend").await, items);
    exercise.press(words::FINISH.text()).await;
    exercise.see("many causes").await;
    let end = exercise.one(".end").await;
    assert!(
        !end.chars().any(|c| c.is_ascii_digit() || c == '%'),
        "{end}"
    );
}

async fn the_posts_phrases_have_responses_and_what_these_do(stage: &Stage) {
    let site = Site::start().await;
    // Two of the post's lists, one below the other, in one place.
    let html = pages::post().replacen(&place(pages::LIMIT), "", 1);
    let (before, list) = html
        .split_once(&format!("<div {}>", place(PRACTICE)))
        .unwrap();
    let lists = around(&list.replacen("</div>", "", 1), PHRASE, "<ul>", "</div>");
    let html = format!("{before}{lists}");
    let (tab, items) = on_post(stage, &site, &html, PHRASE).await;
    let exercise = Exercise::named(&tab, PHRASE).await;
    exercise.see(words::IF_SAFE.text()).await;
    let heard = exercise.all(".option label").await;
    assert_eq!(heard, items[..heard.len()]);
    exercise.pick(0).await;
    exercise.press(words::NEXT.text()).await;
    exercise.see(words::WHICH_LINE.text()).await;
    assert_eq!(exercise.one(".scene").await, heard[0]);
    let responses = exercise.all(".option label").await;
    let plain = |item: &String| item.trim_matches(['“', '”']).replace("____", "…");
    let listed: Vec<_> = items[heard.len()..].iter().map(plain).collect();
    assert_eq!(responses, listed);
    exercise.pick(0).await;
    exercise.press(words::NEXT.text()).await;
    exercise.press(words::WHOLE_LINE.text()).await;
    // “I hear you … I also need …”
    exercise.see(words::NOTE_ACKNOWLEDGE.text()).await;
    exercise.see(words::NOTE_HOLD.text()).await;
    exercise.lose(words::NOTE_NEXT.text()).await;
    exercise.press(words::CHANGE_LINE.text()).await;
    exercise.write("Let’s stop here for today.").await;
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.see(words::NOTE_NEXT.text()).await;
    exercise.lose(words::NOTE_HOLD.text()).await;
}

async fn the_posts_repair_is_looked_at_until_it_can_be_seen(stage: &Stage) {
    let (_site, tab, items) = post(stage, pages::LIMIT, REPAIR).await;
    let exercise = Exercise::named(&tab, REPAIR).await;
    // Of the list, the line about repair, and its blank.
    let (before, _) = items[items.len() - 1].split_once("____").unwrap();
    exercise.see(before.trim_start_matches('“')).await;
    exercise.write("more respect").await;
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.see(words::NOTE_VAGUE.text()).await;
    exercise.see(words::NOTE_SEEN.text()).await;
    // “This week” stands in the post.
    exercise.lose(words::NOTE_TIME.text()).await;
    exercise.press(words::CHANGE_LINE.text()).await;
    exercise
        .write("dinners with the children, without phones,")
        .await;
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.see(words::SAY_ALOUD.text()).await;
    for note in [words::NOTE_VAGUE, words::NOTE_SEEN, words::NOTE_TIME] {
        exercise.lose(note.text()).await;
    }
    let said = tab.said().await.concat();
    assert!(said.contains("with its own words in them"), "{said}");
}

async fn the_posts_repairs_are_said_out_loud(stage: &Stage) {
    let site = Site::start().await;
    let (before, list) = pages::post()
        .split_once("Model Healthy Repair:</h3>")
        .unwrap();
    let list = around(list, ALOUD, "<ul>", "</ul>");
    let html = format!("{before}Model Healthy Repair:</h3>{list}");
    let (tab, items) = on_post(stage, &site, &html, ALOUD).await;
    let exercise = Exercise::named(&tab, ALOUD).await;
    let lines = exercise.all(".option label").await;
    assert_eq!(lines.len(), 2);
    assert!(
        lines
            .iter()
            .zip(&items)
            .all(|(line, item)| item.contains(line))
    );
    exercise.pick(1).await;
    exercise.press(words::NEXT.text()).await;
    assert_eq!(exercise.typed().await, lines[1]);
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.has_focus(words::SAY_ALOUD.text()).await;
    assert_eq!(exercise.one(".whole").await, lines[1]);
}

async fn the_posts_clarity_and_both_sides_are_cards(stage: &Stage) {
    for (name, heading, from, to) in [
        (
            CLARITY,
            "<h2>We Can Help You</h2>",
            "<p>Clarity Note:",
            "</p>",
        ),
        (THERAPY, "Therapy helps both sides:</h3>", "<ul>", "</ul>"),
    ] {
        let site = Site::start().await;
        let (before, after) = pages::post().split_once(heading).unwrap();
        let html = format!("{before}{heading}{}", around(after, name, from, to));
        let (tab, items) = on_post(stage, &site, &html, name).await;
        let exercise = Exercise::named(&tab, name).await;
        exercise.press(words::OPEN_CARD.text()).await;
        exercise.see(words::CLOSE_CARD.text()).await;
        match name {
            CLARITY => assert!(exercise.one(".text p").await.starts_with("Clarity Note:")),
            _ => assert_eq!(exercise.all(".text li").await, items),
        }
    }
}
