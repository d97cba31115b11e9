//! The page for frames: alone, and in a frame of another site. The frame and the page
//! around it talk about the height, with each other only.

use interlude::ui::words;
use serde_json::json;

use crate::browser::Stage;
use crate::exercise::Exercise;
use crate::pages::{self, CHOICE, IN_TURN, LIMIT, LINE, PRACTICE, REFLECTION, SHAPED, SHOES};
use crate::site::{Answer, FRAME, RESIZE, Site};
use crate::tab::Tab;
use crate::walks;

cases![
    alone_it_shows_each_exercise,
    its_height_follows_the_exercise,
    its_height_follows_a_long_exercise needs TallFrames,
    an_exercise_below_the_screen_has_its_height_before_it_is_seen,
    a_framed_private_list_says_what_leaving_is,
    a_stranger_changes_no_height,
    a_stranger_is_told_no_height,
    an_unknown_name_ends_in_a_sentence,
    the_content_of_another_site_is_refused,
    language_and_region_arrive,
];

/// The one place in the page for frames.
const PLACE: &str = "[data-interlude]";

/// How high the exercise in a frame is, with the air around it.
const NEEDED: &str = "return document.body.offsetHeight";

/// A site whose page for frames has the tests' watch in it.
async fn site() -> Site {
    let site = Site::start().await;
    let page = String::from_utf8(site.get(FRAME).body).unwrap();
    site.page(FRAME, &pages::watched(&page));
    site
}

fn address(site: &Site, query: &str) -> String {
    format!("{}?{query}", site.url(FRAME))
}

/// From inside the frame: nothing was said, nothing broke, and its policy was kept.
async fn assert_calm(tab: &Tab) {
    let script = "return [...seen.said, ...seen.broken, ...seen.forbidden]";
    assert_eq!(tab.texts(script, json!([])).await, [""; 0]);
}

/// A frame as the docs give it, on a page of another site.
fn framed(site: &Site, query: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"Exercise\" allow=\"clipboard-write\" style=\"width: 100%; height: 40rem; border: 0\"></iframe>\n\
         <script type=\"module\" src=\"{}\"></script>",
        address(site, query),
        site.url(RESIZE)
    )
}

/// A site with the files, and another one.
async fn sites() -> (Site, Site) {
    let (ours, theirs) = (site().await, Site::start().await);
    // A module of another site has to be permitted, as docs/serving.md says.
    let script = ours.get(RESIZE).header("access-control-allow-origin", "*");
    ours.put(RESIZE, script);
    (ours, theirs)
}

/// The two sites and a tab: on the second site is a page with this in it.
async fn around(stage: &Stage, body: impl FnOnce(&Site) -> String) -> (Site, Site, Tab) {
    let (ours, theirs) = sites().await;
    theirs.page("/", &pages::bare(&body(&ours)));
    let tab = stage.tab().await;
    tab.open(&theirs.url("/")).await;
    (ours, theirs, tab)
}

async fn number(tab: &Tab, script: &str) -> u64 {
    tab.js(script, json!([])).await.as_u64().unwrap()
}

async fn enter(tab: &Tab) {
    tab.client.enter_frame(0).await.unwrap();
}

async fn leave(tab: &Tab) {
    tab.client.enter_parent_frame().await.unwrap();
}

/// From inside the frame, and back there: the frame is as high as what is in it.
async fn assert_fits(tab: &Tab, step: &str) {
    let needed = number(tab, NEEDED).await;
    leave(tab).await;
    let script =
        "return Math.abs(document.querySelector('iframe').clientHeight - arguments[0]) <= 1";
    let what = format!("a frame {needed} px high at “{step}”");
    tab.until(&what, script, json!([needed])).await;
    enter(tab).await;
    let scrolls = "return document.documentElement.scrollHeight > innerHeight + 1";
    assert_eq!(tab.js(scrolls, json!([])).await, false, "{step}");
}

async fn alone_it_shows_each_exercise(stage: &Stage) {
    let site = site().await;
    let tab = stage.tab().await;
    for name in pages::FLOWS {
        tab.open(&address(&site, &format!("w={name}"))).await;
        let exercise = Exercise::at(&tab, PLACE).await;
        match name {
            // The draft is one line, while the walks choose from a list.
            LINE | LIMIT => {
                exercise.see(words::SO_FAR.text()).await;
                exercise.pick(0).await;
                exercise.press(words::WHOLE_LINE.text()).await;
                exercise.see(words::SAY_ALOUD.text()).await;
            }
            // And these are more moments than the walks count.
            IN_TURN | SHOES | SHAPED => exercise.see(words::STAYS_HERE.text()).await,
            _ => {
                for step in walks::steps(name) {
                    step.take(&exercise).await;
                }
            }
        }
        assert_calm(&tab).await;
    }
}

async fn its_height_follows_the_exercise(stage: &Stage) {
    assert_follows(stage, &[CHOICE]).await;
}

async fn its_height_follows_a_long_exercise(stage: &Stage) {
    assert_follows(stage, &[PRACTICE, REFLECTION]).await;
}

async fn assert_follows(stage: &Stage, names: &[&str]) {
    for name in names {
        let query = format!("w={name}");
        let (_ours, _theirs, tab) = around(stage, |ours| framed(ours, &query)).await;
        enter(&tab).await;
        let exercise = Exercise::at(&tab, PLACE).await;
        assert_fits(&tab, name).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            assert_fits(&tab, step.name).await;
        }
        assert_calm(&tab).await;
    }
}

async fn an_exercise_below_the_screen_has_its_height_before_it_is_seen(stage: &Stage) {
    let query = format!("w={CHOICE}");
    let below = |ours: &Site| {
        let gap = "<div style=\"height: 4000px\"></div>";
        [gap, &framed(ours, &query), gap].concat()
    };
    let (_ours, _theirs, tab) = around(stage, below).await;
    let script = "return document.querySelector('iframe').style.height.endsWith('px')";
    tab.until("a height that was told", script, json!([])).await;
    assert_eq!(number(&tab, "return scrollY").await, 0);
    let told = number(&tab, "return document.querySelector('iframe').clientHeight").await;
    enter(&tab).await;
    Exercise::at(&tab, PLACE).await;
    assert!(told.abs_diff(number(&tab, NEEDED).await) <= 1, "{told}");
}

async fn a_framed_private_list_says_what_leaving_is(stage: &Stage) {
    let query = format!("w={REFLECTION}");
    let (ours, _theirs, tab) = around(stage, |ours| framed(ours, &query)).await;
    enter(&tab).await;
    let exercise = Exercise::at(&tab, PLACE).await;
    let warning = exercise.one(".framed").await;
    assert!(warning.contains(words::FRAMED.text()), "{warning}");
    let link = "return inside(arguments[0], '.framed a')[0]";
    tab.click("the link", link, json!([PLACE])).await;
    leave(&tab).await;
    let alone = "return window === top && location.href === arguments[0]";
    let address = address(&ours, &query);
    tab.until("the page by itself", alone, json!([address]))
        .await;
    let exercise = Exercise::at(&tab, PLACE).await;
    assert_eq!(exercise.count(".framed").await, 0);
}

/// A page that tells a height to the page around it, and asks the frame before it for its own.
const STRANGER: &str = "<script>
    window.heard = [];
    addEventListener('message', ({ data }) => heard.push(data));
    addEventListener('load', () => {
      parent.postMessage({ interlude: 'size', height: 77 }, '*');
      parent.frames[0].postMessage({ interlude: 'size?' }, '*');
      parent.postMessage('done', '*');
    });
    </script>";

/// Waits until the strangers have said what they wanted to, and the frame was asked anew since.
const AFTERWARDS: &str = "if (!window.waits) {
      window.waits = 1;
      window.told = [];
      addEventListener('message', ({ data, source }) => source === frames[0] && told.push(data));
      frames[0].postMessage({ interlude: 'size?' }, '*');
    }
    return told.length";

/// Two strangers beside the frame: one of another site, one of the files' own site.
async fn among_strangers(stage: &Stage) -> (Site, Site, Tab) {
    let (ours, theirs) = sites().await;
    for site in [&ours, &theirs] {
        site.page("/stranger", STRANGER);
    }
    let watch = "<script>window.done = 0;
        addEventListener('message', ({ data }) => data === 'done' && done++)</script>";
    let body = [watch, &framed(&ours, &format!("w={CHOICE}"))].concat();
    theirs.page("/", &pages::bare(&body));
    let tab = stage.tab().await;
    tab.open(&theirs.url("/")).await;
    enter(&tab).await;
    Exercise::at(&tab, PLACE).await;
    assert_fits(&tab, "before").await;
    leave(&tab).await;
    let add = "for (const src of arguments) {
        const frame = document.createElement('iframe');
        frame.src = src;
        document.body.append(frame);
      }";
    let strangers = json!([ours.url("/stranger"), theirs.url("/stranger")]);
    tab.js(add, strangers).await;
    tab.until("both strangers", "return done === 2", json!([]))
        .await;
    tab.until("an answer of the frame", AFTERWARDS, json!([]))
        .await;
    (ours, theirs, tab)
}

async fn a_stranger_changes_no_height(stage: &Stage) {
    let (_ours, _theirs, tab) = among_strangers(stage).await;
    // The page itself is no frame of ours, either; and a height is a number of sense.
    let own = "postMessage({ interlude: 'size', height: 77 }, '*');
        const heights = [...document.querySelectorAll('iframe')].map((one) => one.clientHeight);
        return heights";
    let before = tab.js(own, json!([])).await;
    let [first, second, third] = [0, 1, 2].map(|at| before[at].as_u64().unwrap());
    assert!(first > 77 && second == third && second != 77, "{before}");
    enter(&tab).await;
    assert_fits(&tab, "after").await;
}

async fn a_stranger_is_told_no_height(stage: &Stage) {
    let (_ours, _theirs, tab) = among_strangers(stage).await;
    for frame in [1, 2] {
        tab.client.enter_frame(frame).await.unwrap();
        assert_eq!(tab.js("return heard", json!([])).await, json!([]));
        leave(&tab).await;
    }
    // The page around it is told a height, and nothing else.
    let told = tab.js("return told", json!([])).await;
    for one in told.as_array().unwrap() {
        let keys: Vec<_> = one.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["height", "interlude"]);
        assert!(one["height"].is_number());
    }
}

async fn an_unknown_name_ends_in_a_sentence(stage: &Stage) {
    let site = site().await;
    let tab = stage.tab().await;
    tab.open(&address(&site, "w=mirror-than-ask")).await;
    let shown = "return shown(document.querySelector('.fallback'))";
    tab.until("the sentence", shown, json!([])).await;
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("Did you mean"), "{said:?}");
}

async fn the_content_of_another_site_is_refused(stage: &Stage) {
    let (ours, theirs) = (site().await, Site::start().await);
    let lines = json!({ "lines": ["Somebody else’s words."] }).to_string();
    let answer = Answer::new("application/json", lines).header("access-control-allow-origin", "*");
    theirs.put("/their.json", answer);
    let tab = stage.tab().await;
    let query = format!("w={PRACTICE}&src={}", theirs.url("/their.json"));
    tab.open(&address(&ours, &query)).await;
    let exercise = Exercise::at(&tab, PLACE).await;
    exercise.lose("Somebody else’s words.").await;
    assert_eq!(theirs.times("/their.json"), 0);
    let said = tab.said().await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("same site"), "{said:?}");
}

async fn language_and_region_arrive(stage: &Stage) {
    let site = site().await;
    let tab = stage.tab().await;
    let numbers = [
        ("lang=en-GB", "en-GB", "0808 2000 247"),
        ("lang=en-GB&region=AU", "en-GB", "1800 737 732"),
        ("region=us", "en", "800-799-7233"),
    ];
    for (query, lang, number) in numbers {
        tab.open(&address(&site, &format!("w={REFLECTION}&{query}")))
            .await;
        let exercise = Exercise::at(&tab, PLACE).await;
        let text = tab
            .text(
                "return root(arguments[0]).textContent",
                json!([exercise.at]),
            )
            .await;
        assert!(text.contains(number), "{query}: {text}");
        assert_eq!(
            tab.text("return document.documentElement.lang", json!([]))
                .await,
            lang
        );
    }
}
