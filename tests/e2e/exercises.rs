//! The exercises on the real post, from the first click to the last.

use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, LIMIT, LINE, POST, PRACTICE, REFLECTION};
use crate::site::Site;
use crate::tab::Tab;
use crate::walks::{MIRROR, OWN};

cases![
    perspective_switch_from_first_click_to_last,
    mirror_then_ask_from_first_click_to_last,
    working_on_it_from_first_click_to_last,
    the_closing_is_the_same_whatever_is_marked,
    paper_has_a_neutral_name_and_answers_only_when_asked,
    and_also_from_first_click_to_last,
    next_time_from_first_click_to_last,
    the_console_tells_what_is_left_out_on_the_post,
];

async fn post(stage: &Stage) -> (Site, Tab) {
    let site = Site::start().await;
    pages::serve_post(&site);
    let tab = stage.tab().await;
    tab.open(&site.url(POST)).await;
    (site, tab)
}

/// The owner's words of a place, all of them hidden behind the exercise.
async fn hidden_list(exercise: &Exercise<'_>) -> Vec<String> {
    let list = exercise.list().await;
    assert!(!list.is_empty());
    assert!(
        list.iter().all(|(_, shown)| !shown),
        "the list stays in sight: {list:?}"
    );
    list.into_iter().map(|(text, _)| text).collect()
}

async fn perspective_switch_from_first_click_to_last(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    let exercise = Exercise::named(&tab, CHOICE).await;
    let items = hidden_list(&exercise).await;

    assert_eq!(exercise.all("legend").await, [words::WHICH_SCENE.text()]);
    assert_eq!(exercise.all(".option label").await, items);
    assert_eq!(exercise.chosen().await, [None]);
    exercise.see(words::START_ANY.text()).await;
    exercise.pick(2).await;
    exercise.press(words::START.text()).await;

    exercise.see(&words::step(1, 3)).await;
    assert_eq!(exercise.one(".scene").await, items[2]);
    let first = exercise.one("legend").await;
    let choices = exercise.all(".option label").await;
    assert!(choices.len() >= 2);
    for choice in [1, 0] {
        exercise.pick(choice).await;
        let note = note_beside(&exercise, choice).await;
        exercise.hear(&note).await;
    }
    exercise.press(words::NEXT.text()).await;

    exercise.see(&words::step(2, 3)).await;
    assert_eq!(exercise.chosen().await, [None]);
    exercise.press(words::SKIP.text()).await;
    exercise.see(&words::step(3, 3)).await;
    exercise.press(words::BACK.text()).await;
    exercise.see(&words::step(2, 3)).await;
    exercise.press(words::BACK.text()).await;
    exercise.see(&words::step(1, 3)).await;
    assert_eq!(exercise.chosen().await, [Some(0)], "her choice is kept");
    exercise.press(words::NEXT.text()).await;
    exercise.press(words::SKIP.text()).await;
    exercise.see(&words::step(3, 3)).await;
    let third = exercise.all(".option label").await;
    exercise.pick(2).await;
    exercise.press(words::NEXT.text()).await;

    exercise.see(words::SUMMARY.text()).await;
    let asked = exercise.all(".rows .asked").await;
    assert_eq!(asked.len(), 3);
    assert_eq!(asked[0], first);
    let mine = [choices[0].as_str(), words::SKIPPED.text(), &third[2]];
    assert_eq!(exercise.all(".rows .chosen").await, mine);

    exercise
        .press(&format!("{}: {first}", words::CHANGE.text()))
        .await;
    exercise.see(words::TO_SUMMARY.text()).await;
    assert_eq!(exercise.chosen().await, [Some(0)]);
    exercise.pick(1).await;
    exercise.press(words::TO_SUMMARY.text()).await;
    exercise.see(words::SUMMARY.text()).await;
    let mine = [choices[1].as_str(), words::SKIPPED.text(), &third[2]];
    assert_eq!(exercise.all(".rows .chosen").await, mine);

    tab.js(
        "navigator.clipboard.writeText = async (text) => { window.copied = text }",
        json!([]),
    )
    .await;
    exercise.press(words::COPY_SUMMARY.text()).await;
    exercise.see(words::COPIED.text()).await;
    exercise.hear(words::COPIED.text()).await;
    let copied = tab.text("return copied", json!([])).await;
    let expected = format!(
        "{}\n\n{first}\n{}\n\n{}\n{}",
        items[2], choices[1], asked[2], third[2]
    );
    assert_eq!(copied, expected);

    exercise.press(words::ANOTHER_SCENE.text()).await;
    exercise.see(words::WHICH_SCENE.text()).await;
    exercise.pick(0).await;
    exercise.press(words::START.text()).await;
    exercise.see(&words::step(1, 3)).await;
    assert_eq!(exercise.one(".scene").await, items[0]);
    assert_eq!(
        exercise.chosen().await,
        [None],
        "another scene starts afresh"
    );
}

/// The one note in sight stands in the box of the choice that was picked.
async fn note_beside(exercise: &Exercise<'_>, choice: usize) -> String {
    let script = "const notes = inside(arguments[0], '.option .note');
        const options = inside(arguments[0], '.option');
        return notes.length === 1 && options.indexOf(notes[0].parentElement) === arguments[1]
          && words(notes[0])";
    let what = format!("a note beside choice {choice}, and only there");
    let args = json!([exercise.at, choice]);
    let note = exercise.tab.until(&what, script, args).await;
    note.as_str().unwrap().into()
}

async fn mirror_then_ask_from_first_click_to_last(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    let exercise = Exercise::named(&tab, PRACTICE).await;
    let items = hidden_list(&exercise).await;
    let first = exercise.one(".said .line").await;
    assert!(items[0].contains(&first), "{first} is a line of the post");

    exercise.press(words::LOOK.text()).await;
    exercise.see(words::EMPTY_REPLY.text()).await;
    exercise.hear(words::EMPTY_REPLY.text()).await;
    let invalid = "return inside(arguments[0], 'textarea')[0].ariaInvalid";
    assert_eq!(tab.text(invalid, json!([exercise.at])).await, "true");
    assert_eq!(exercise.count(".noted").await, 0);

    exercise.write(MIRROR).await;
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::NEXT_TRY.text()).await;
    exercise.lose(words::EMPTY_REPLY.text()).await;
    assert_eq!(tab.text(invalid, json!([exercise.at])).await, "false");
    assert_eq!(exercise.typed().await, MIRROR, "the reply stays in its box");
    assert_notes_quote(&exercise, MIRROR).await;
    let notes = exercise.one(".noted").await;

    exercise.write("").await;
    exercise.press(words::LOOK.text()).await;
    exercise.see(words::EMPTY_REPLY.text()).await;
    assert_eq!(exercise.one(".noted").await, notes, "nothing is lost");

    exercise.press(words::TRY_AGAIN.text()).await;
    exercise.has_focus(words::YOUR_REPLY.text()).await;
    let other = "So you waited for me, and that left you sad. What did you need?";
    exercise.write(other).await;
    exercise.press(words::LOOK.text()).await;
    exercise.see(other).await;
    assert_notes_quote(&exercise, other).await;

    exercise.press(words::SEE_ONE_WAY.text()).await;
    exercise.see(words::ONE_WAY.text()).await;
    assert_eq!(exercise.count(".example").await, 1);
    exercise.press(words::HIDE_ONE_WAY.text()).await;
    exercise.lose(words::ONE_WAY.text()).await;
    assert_eq!(exercise.typed().await, other);

    exercise.press(words::NEXT_ROUND.text()).await;
    exercise.see(&words::round(2, 3)).await;
    assert_eq!(exercise.typed().await, "");
    assert_eq!(exercise.count(".noted").await, 0);
    assert_ne!(exercise.one(".said .line").await, first);
    exercise.write(MIRROR).await;
    exercise.press(words::LOOK.text()).await;
    exercise.press(words::NEXT_ROUND.text()).await;

    exercise.see(&words::round(3, 3)).await;
    exercise.write(MIRROR).await;
    exercise.press(words::LOOK.text()).await;
    exercise.press(words::CLOSE_PRACTICE.text()).await;
    exercise.see(words::CLOSING.text()).await;
    exercise.see(words::NOT_THERAPY.text()).await;
    exercise.press(words::START_AGAIN.text()).await;
    exercise.see(&words::round(1, 3)).await;
    assert_eq!(exercise.typed().await, "");
}

/// The reply stands there as it was written; the marks in it and the quotation at the
/// head of every note are words of it.
async fn assert_notes_quote(exercise: &Exercise<'_>, reply: &str) {
    assert_eq!(exercise.one(".own").await, reply);
    let notes = exercise.all(".notes li").await;
    assert!(!notes.is_empty(), "nothing is noted about “{reply}”");
    for note in &notes {
        let quoted = note
            .strip_prefix('“')
            .and_then(|rest| rest.split('”').next());
        let quoted = quoted.unwrap_or_else(|| panic!("it quotes nothing: {note}"));
        for part in quoted.split(" … ") {
            assert!(reply.contains(part), "“{part}” is not in “{reply}”");
        }
    }
    let marks = exercise.all(".own mark").await;
    assert!(!marks.is_empty());
    for mark in &marks {
        assert!(reply.contains(mark.as_str()), "{mark}");
    }
}

async fn working_on_it_from_first_click_to_last(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    let items = hidden_list(&exercise).await;

    exercise.see(words::SOMEBODY_MAY_SEE.text()).await;
    exercise.see(words::LEAVE.text()).await;
    assert_help(&exercise).await;
    let hidden = "return words(root(arguments[0]).querySelector('.screen')).includes(arguments[1])";
    for item in &items {
        let seen = tab.js(hidden, json!([exercise.at, item])).await;
        assert_eq!(seen, false, "it starts closed, and shows “{item}”");
    }

    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::LEAVE_HOW.text()).await;
    assert_eq!(exercise.all("legend").await, items);
    assert_eq!(exercise.chosen().await, vec![None; items.len()]);
    let marks = [
        words::I_NOTICE.text(),
        words::NOT_SURE.text(),
        words::RATHER_NOT.text(),
    ];
    assert_eq!(exercise.all("fieldset:first-of-type label").await, marks);
    exercise.pick_in(0, 0).await;
    exercise.pick_in(1, 2).await;
    exercise.pick_in(0, 1).await;
    assert_eq!(exercise.chosen().await[..2], [Some(1), Some(2)]);
    exercise.write(OWN).await;
    assert_help(&exercise).await;

    exercise.press(words::FINISH.text()).await;
    exercise.see(words::CLOSING.text()).await;
    exercise.see(words::NOT_THERAPY.text()).await;
    assert_help(&exercise).await;
    let end = exercise.one(".end").await;
    assert!(
        !end.contains(OWN) && !end.chars().any(|c| c.is_ascii_digit() || c == '%'),
        "{end}"
    );

    exercise.press(words::CLEAR.text()).await;
    exercise.hear(words::CLEARED.text()).await;
    exercise.lose(words::CLOSING.text()).await;
    assert_eq!(exercise.chosen().await, vec![None; items.len()]);
    assert_eq!(exercise.typed().await, "");
    assert_help(&exercise).await;
}

/// The help block is in sight, with somebody to call.
async fn assert_help(exercise: &Exercise<'_>) {
    exercise.see(words::HELP.text()).await;
    assert!(exercise.count(".help a[href^='tel:']").await >= 1);
}

async fn the_closing_is_the_same_whatever_is_marked(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    let mut endings = Vec::new();
    for mark in [None, Some(0), Some(1), Some(2)] {
        tab.client.refresh().await.unwrap();
        let exercise = Exercise::named(&tab, REFLECTION).await;
        exercise.press(words::OPEN_PRIVATE.text()).await;
        exercise.see(words::LEAVE_HOW.text()).await;
        if let Some(mark) = mark {
            for group in 0..exercise.chosen().await.len() {
                exercise.pick_in(group, mark).await;
            }
            exercise.write(OWN).await;
        }
        exercise.press(words::FINISH.text()).await;
        exercise.see(words::CLOSING.text()).await;
        let html = "return inside(arguments[0], '.end')[0].outerHTML";
        endings.push(tab.text(html, json!([exercise.at])).await);
    }
    assert!(endings.iter().all(|end| *end == endings[0]), "{endings:#?}");
}

async fn paper_has_a_neutral_name_and_answers_only_when_asked(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    let title = tab.text("return document.title", json!([])).await;
    let exercise = Exercise::named(&tab, REFLECTION).await;
    let print = "window.print = () => seen.printed.push({ title: document.title, ...paper() });
        window.paper = () => {
          const sheet = document.querySelector(at).shadowRoot.querySelector('.sheet');
          return { text: sheet.textContent, ticked: sheet.querySelectorAll('.ticked').length };
        };
        const at = arguments[0];";
    tab.js(print, json!([exercise.at])).await;
    exercise.press(words::OPEN_PRIVATE.text()).await;
    exercise.see(words::LEAVE_HOW.text()).await;
    exercise.pick_in(0, 0).await;
    exercise.write(OWN).await;
    exercise.press(words::FINISH.text()).await;
    exercise.see(words::CLOSING.text()).await;
    exercise.see(words::KEPT_BY_OTHERS.text()).await;
    assert_paper(&tab, "before anything is asked for", "return paper()", 0).await;

    let prints = [
        (words::PRINT_MINE.text(), 1),
        (words::PRINT_BLANK.text(), 0),
        (words::PRINT_MINE.text(), 1),
    ];
    for (i, (label, ticked)) in prints.into_iter().enumerate() {
        exercise.press(label).await;
        let printed = "return seen.printed.length > arguments[0]";
        tab.until("the call to print", printed, json!([i])).await;
        assert_paper(&tab, label, &format!("return seen.printed[{i}]"), ticked).await;
        let on_paper = tab
            .text(&format!("return seen.printed[{i}].title"), json!([]))
            .await;
        assert_eq!(on_paper, words::WORKSHEET.text());

        tab.js("dispatchEvent(new Event('afterprint'))", json!([]))
            .await;
        let title_again = "return document.title === arguments[0]";
        tab.until("the page’s own title", title_again, json!([title]))
            .await;
        assert_paper(&tab, "afterwards", "return paper()", 0).await;
    }
}

async fn assert_paper(tab: &Tab, when: &str, script: &str, ticked: usize) {
    let what = format!("{ticked} answers on the paper ({when})");
    let holds = format!("return (() => {{ {script} }})().ticked === arguments[0]");
    tab.until(&what, &holds, json!([ticked])).await;
    let paper = tab.js(script, json!([])).await;
    let text = paper["text"].as_str().unwrap();
    assert_eq!(text.contains(OWN), ticked > 0, "{when}: {text}");
}

async fn and_also_from_first_click_to_last(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    let exercise = Exercise::named(&tab, LIMIT).await;
    let items = hidden_list(&exercise).await;
    exercise.see(words::IF_AFRAID.text()).await;
    exercise.see(words::IF_SAFE.text()).await;
    // The owner's lines, as they stand; a blank is three dots.
    let plain = |item: &String| item.trim_matches(['“', '”']).replace("____", "…");
    let lines: Vec<_> = items.iter().map(plain).collect();
    assert_eq!(exercise.all(".option label").await, lines);
    exercise.pick(1).await;
    exercise.press(words::NEXT.text()).await;
    // It has no blank, so all of it is there to be changed.
    exercise.see(words::SO_FAR.text()).await;
    assert_eq!(exercise.typed().await, lines[1]);
    exercise
        .write("I won’t debate my memory, but I will listen later.")
        .await;
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.has_focus(words::SAY_ALOUD.text()).await;
    exercise.see(words::NOTE_BUT.text()).await;
    exercise.see(words::NOTE_TIME.text()).await;
    exercise.press(words::CHANGE_LINE.text()).await;
    exercise
        .write("I won’t debate my memory, and also I will listen at eight.")
        .await;
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.see(words::SAY_ALOUD.text()).await;
    exercise.lose(words::NOTE_BUT.text()).await;
    exercise.lose(words::NOTE_TIME.text()).await;
    // The last line of the post has a blank in it.
    exercise.press(words::START_AGAIN.text()).await;
    exercise.pick(lines.len() - 1).await;
    exercise.press(words::NEXT.text()).await;
    exercise.write("you at the sink, twice").await;
    exercise
        .see("looks like you at the sink, twice this week")
        .await;
}

async fn next_time_from_first_click_to_last(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    let exercise = Exercise::named(&tab, LINE).await;
    hidden_list(&exercise).await;
    // One line of the list is this exercise's own, so there is nothing to choose.
    exercise.see("Next time I’ll …").await;
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.hear(words::EMPTY_LINE.text()).await;
    exercise.write("put the phone away first").await;
    let whole = exercise.one(".whole").await;
    assert!(whole.ends_with("Next time I’ll put the phone away first."));
    exercise.press(words::WHOLE_LINE.text()).await;
    exercise.has_focus(words::SAY_ALOUD.text()).await;
    assert_eq!(exercise.one(".whole").await, whole);
    // Paper has the reader's words when she asks for her line, and not before.
    let sheet = "return root(arguments[0]).querySelector('.sheet').textContent";
    let blank = tab.text(sheet, json!([exercise.at])).await;
    assert!(blank.contains("____") && !blank.contains("phone away"));
    let print = "const sheet = root(arguments[0]).querySelector('.sheet');
        window.print = () => seen.printed.push(sheet.textContent)";
    tab.js(print, json!([exercise.at])).await;
    exercise.press(words::PRINT_LINE.text()).await;
    let printed = "return seen.printed[0]";
    let printed = tab.until("the paper", printed, json!([])).await;
    assert!(printed.to_string().contains("phone away"), "{printed}");
    tab.js("dispatchEvent(new Event('afterprint'))", json!([]))
        .await;
    let again = "return root(arguments[0]).querySelector('.sheet').textContent === arguments[1]";
    let what = "the blank paper again";
    tab.until(what, again, json!([exercise.at, blank])).await;
}

async fn the_console_tells_what_is_left_out_on_the_post(stage: &Stage) {
    let (_site, tab) = post(stage).await;
    for name in [CHOICE, PRACTICE, REFLECTION, LIMIT, LINE] {
        Exercise::named(&tab, name).await;
    }
    let said = tab.said().await;
    let of = |name: &str| {
        let start = format!("Interlude, “{name}” at “");
        said.iter().filter(|line| line.starts_with(&start)).count()
    };
    assert_eq!((said.len(), of(PRACTICE), of(LINE)), (3, 1, 2), "{said:?}");
    assert!(
        said.iter().all(|line| line.contains("left out")),
        "{said:?}"
    );
    assert_eq!(tab.texts("return seen.broken", json!([])).await, [""; 0]);
}
