//! What a screen reader is told, after each thing that a reader does: names, roles,
//! states, descriptions, the live region and the focus, as text files beside this one.
//!
//! In Chromium the browser's own accessibility tree is read; in the others each
//! element's computed role and label. All three have to agree with the same file. To
//! write the files anew: `make snapshots`.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::browser::{Browser, Stage};
use crate::exercise::Exercise;
use crate::pages::{
    self, CARD, CHOICE, CONNECT, FLOWS, IN_TURN, LIMIT, LINE, OPEN, PAUSE, PRACTICE, REFLECTION,
    SHAPED, SHOES,
};
use crate::site::Site;
use crate::tab::{Tab, strings};
use crate::walks;

cases![
    perspective_switch_is_told_as_written_down,
    is_or_isnt_is_told_as_written_down,
    other_shoes_is_told_as_written_down,
    mirror_then_ask_is_told_as_written_down,
    ask_one_more_is_told_as_written_down,
    validate_then_connect_is_told_as_written_down,
    working_on_it_is_told_as_written_down,
    what_shaped_my_empathy_is_told_as_written_down,
    next_time_is_told_as_written_down,
    and_also_is_told_as_written_down,
    slow_the_moment_is_told_as_written_down,
    plain_words_is_told_as_written_down,
    five_of_each_have_ids_of_their_own,
    one_live_region_is_there_and_empty_at_first,
];

/// The roles that are written down. What is not among them is text.
const ROLES: [&str; 10] = [
    "group", "region", "heading", "radio", "checkbox", "textbox", "button", "link", "list",
    "status",
];

/// How long the page may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(10);

async fn perspective_switch_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, CHOICE).await;
}

async fn is_or_isnt_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, IN_TURN).await;
}

async fn other_shoes_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, SHOES).await;
}

async fn mirror_then_ask_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, PRACTICE).await;
}

async fn ask_one_more_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, OPEN).await;
}

async fn validate_then_connect_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, CONNECT).await;
}

async fn what_shaped_my_empathy_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, SHAPED).await;
}

async fn working_on_it_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, REFLECTION).await;
}

async fn next_time_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, LINE).await;
}

async fn and_also_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, LIMIT).await;
}

async fn slow_the_moment_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, PAUSE).await;
}

async fn plain_words_is_told_as_written_down(stage: &Stage) {
    assert_told(stage, CARD).await;
}

async fn assert_told(stage: &Stage, name: &str) {
    let site = Site::start().await;
    site.page("/", &pages::page(&pages::filled(name)));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    let exercise = Exercise::named(&tab, name).await;
    let file = file(name);
    let written = fs::read_to_string(&file).unwrap_or_default();
    let renew = env::var_os("INTERLUDE_SNAPSHOTS").is_some() && tab.browser == Browser::Chromium;
    let mut expected = written.split("\n\n").skip(1);
    let mut all = vec![format!("What a screen reader is told in “{name}”.")];
    for step in walks::steps(name) {
        // After each thing that the reader does; and once where she does nothing.
        for i in 0..step.acts().len().max(1) {
            let did = match step.acts().get(i) {
                Some(act) => act.take(&exercise).await,
                None => "nothing is done yet".into(),
            };
            if i + 1 >= step.acts().len() {
                step.is_there(&exercise).await;
            }
            let head = format!("{}: {did}", step.name);
            if !step.acts().is_empty() {
                // Whatever an act takes away, the focus has gone to a named place.
                let held = "const el = focused(); return el !== document.body && nameOf(el) !== ''";
                tab.until(&format!("the focus after {head}"), held, json!([]))
                    .await;
            }
            let wanted = expected.next().unwrap_or_default().trim_end();
            if renew {
                all.push(at_rest(&tab, &head).await);
            } else {
                let told = matching(&tab, &head, wanted).await;
                let place = file.display();
                assert_eq!(told, wanted, "{place} has something else: 'make snapshots'");
            }
        }
    }
    if renew {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, all.join("\n\n") + "\n").unwrap();
    } else {
        assert_eq!(expected.next(), None, "{} has more", file.display());
    }
}

fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/snapshots");
    folder.join(format!("{name}.txt"))
}

/// What is told, as soon as it is what is wanted; or what is told in the end.
async fn matching(tab: &Tab, head: &str, wanted: &str) -> String {
    let start = Instant::now();
    loop {
        let told = told(tab, head).await.unwrap_or_else(|why| why.to_string());
        if told == wanted || start.elapsed() > PATIENCE {
            return told;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// What is told once it has been the same for a while.
async fn at_rest(tab: &Tab, head: &str) -> String {
    let (start, mut last) = (Instant::now(), String::new());
    loop {
        tokio::time::sleep(Duration::from_millis(400)).await;
        match told(tab, head).await {
            Ok(now) if now == last => return now,
            Ok(now) => last = now,
            Err(_) => {}
        }
        assert!(
            start.elapsed() < PATIENCE,
            "it does not come to rest: {last}"
        );
    }
}

/// One thing that is told.
struct Line {
    role: String,
    name: String,
    states: Vec<String>,
}

impl Line {
    fn text(&self) -> String {
        let name = match self.name.as_str() {
            "" => String::new(),
            name => format!(" “{name}”"),
        };
        let states = self.states.iter().map(|one| format!(", {one}"));
        format!("  {}{name}{}", self.role, states.collect::<String>())
    }
}

/// All that is told now, below a heading.
async fn told(tab: &Tab, head: &str) -> Result<String, CmdError> {
    let lines = match tab.browser {
        Browser::Chromium => by_tree(tab).await,
        Browser::Firefox | Browser::Webkit => by_element(tab).await?,
    };
    let focus = "const el = focused();
        return el === document.body ? 'nothing' : `“${nameOf(el)}”`";
    let focus = tab.text(focus, json!([])).await;
    // The page's own heading is no part of it.
    let ours = lines.iter().filter(|line| line.name != "A post");
    let lines: Vec<_> = ours.map(Line::text).collect();
    Ok(format!(
        "{head}\n{}\n  The focus is on {focus}.",
        lines.join("\n")
    ))
}

/// Chromium's own tree.
async fn by_tree(tab: &Tab) -> Vec<Line> {
    let tree = tab.cdp("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().unwrap();
    let mut lines = Vec::new();
    let mut ahead = vec![&nodes[0]];
    while let Some(node) = ahead.pop() {
        let children = node["childIds"].as_array().into_iter().flatten().rev();
        let child = |id: &Value| nodes.iter().find(|one| one["nodeId"] == *id);
        ahead.extend(children.filter_map(child));
        let role = node["role"]["value"].as_str().unwrap_or_default();
        if node["ignored"] == true || !ROLES.contains(&role) {
            continue;
        }
        let property = |name: &str| {
            let all = node["properties"].as_array().into_iter().flatten();
            let mut found = all.filter(|one| one["name"] == name);
            found.next().map(|one| one["value"]["value"].clone())
        };
        let is = |name: &str| match property(name) {
            Some(Value::Bool(value)) => Some(value),
            Some(Value::String(value)) => Some(value == "true"),
            _ => None,
        };
        let text = |part: &str| one_line(node[part]["value"].as_str().unwrap_or_default());
        let level = property("level").filter(|_| role == "heading");
        lines.push(line(
            role,
            text("name"),
            &Seen {
                level: level.and_then(|level| level.as_u64()),
                checked: is("checked").filter(|_| ["radio", "checkbox"].contains(&role)),
                expanded: is("expanded"),
                invalid: is("invalid") == Some(true),
                description: text("description"),
                status: said(nodes, node),
            },
        ));
    }
    lines
}

/// The text within a node.
fn said(nodes: &[Value], node: &Value) -> String {
    let ids = node["childIds"].as_array().into_iter().flatten();
    let child = |id: &Value| nodes.iter().find(|one| one["nodeId"] == *id);
    let part = |one: &Value| match one["role"]["value"].as_str() {
        Some("StaticText") => one["name"]["value"].as_str().unwrap_or_default().into(),
        _ => said(nodes, one),
    };
    one_line(&ids.filter_map(child).map(part).collect::<String>())
}

/// What stands beside a role and a name.
struct Seen {
    level: Option<u64>,
    checked: Option<bool>,
    expanded: Option<bool>,
    invalid: bool,
    description: String,
    status: String,
}

fn line(role: &str, name: String, seen: &Seen) -> Line {
    let mut states = Vec::new();
    states.extend(seen.level.map(|level| format!("level {level}")));
    states.extend(seen.checked.map(|is| either(is, "checked", "not checked")));
    states.extend(seen.expanded.map(|is| either(is, "expanded", "collapsed")));
    if seen.invalid {
        states.push("invalid".into());
    }
    if !seen.description.is_empty() {
        states.push(format!("described by “{}”", seen.description));
    }
    if role == "status" {
        states.push(match seen.status.as_str() {
            "" => "empty".into(),
            status => format!("says “{status}”"),
        });
    }
    Line {
        role: role.into(),
        name,
        states,
    }
}

fn either(is: bool, yes: &str, no: &str) -> String {
    if is { yes.into() } else { no.into() }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every element that may have one of the roles, in order, with what the page says of it.
const ELEMENTS: &str = "
    const all = [];
    const list = ['section', 'fieldset', 'input', 'textarea', 'button', 'a[href]', 'ul', 'ol', 'h1,h2,h3,h4,h5,h6', '[role]'].join();
    const walk = (node) => {
      for (const el of node.children) {
        if (el.ariaHidden === 'true') continue;
        // What has no box of its own (`display: contents`) is not shown, and its parts may be.
        if (el.matches(list) && shown(el)) all.push(el);
        walk(el.shadowRoot ?? el);
      }
    };
    walk(document.body);
    const is = (value) => value == null ? null : value === 'true';
    const described = (el) => (el.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
      .map((id) => el.getRootNode().getElementById(id).textContent).join(' ');
    return all.map((el) => [el, {
      level: +(el.ariaLevel ?? el.localName[1]) || null,
      checked: el.matches('[type=radio], [type=checkbox]') ? el.checked : null,
      expanded: is(el.ariaExpanded),
      invalid: el.ariaInvalid === 'true',
      description: described(el),
      status: el.textContent,
    }])";

/// What each element is to the browser.
async fn by_element(tab: &Tab) -> Result<Vec<Line>, CmdError> {
    let found = tab.js(ELEMENTS, json!([])).await;
    let mut lines = Vec::new();
    for one in found.as_array().unwrap() {
        let role = tab.computed(&one[0], "computedrole").await?;
        if !ROLES.contains(&role.as_str()) {
            continue;
        }
        let name = tab.computed(&one[0], "computedlabel").await?;
        let seen = &one[1];
        let text = |part: &str| one_line(seen[part].as_str().unwrap_or_default());
        lines.push(line(
            &role,
            one_line(&name),
            &Seen {
                level: seen["level"].as_u64().filter(|_| role == "heading"),
                checked: seen["checked"].as_bool(),
                expanded: seen["expanded"].as_bool(),
                invalid: seen["invalid"] == true,
                description: text("description"),
                status: text("status"),
            },
        ));
    }
    Ok(lines)
}

async fn five_of_each_have_ids_of_their_own(stage: &Stage) {
    let five = |name: &&str| {
        let place = |number| format!("<div id=\"{name}-{number}\">{}</div>", pages::filled(name));
        (0..5).map(place).collect::<String>()
    };
    let site = Site::start().await;
    let body: String = FLOWS.iter().map(five).collect();
    site.page("/", &pages::page(&body));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    for name in FLOWS {
        for number in 0..5 {
            let at = format!("#{name}-{number} > div");
            let exercise = Exercise::at(&tab, &at).await;
            for step in walks::steps(name).iter().take(2) {
                step.take(&exercise).await;
            }
        }
    }
    // Ids and the names of groups, each as often as an exercise has it.
    let script = "const roots = [...document.querySelectorAll('[data-interlude]')].map((el) => el.shadowRoot);
        const all = roots.flatMap((root) => [...new Set([...root.querySelectorAll('[name]')].map((el) => el.name)),
          ...[...root.querySelectorAll('[id]')].map((el) => el.id)]);
        return roots.length === arguments[0] && all.length > roots.length
          ? all.filter((one, i) => all.indexOf(one) !== i) : ['too few']";
    let found = tab.js(script, json!([5 * FLOWS.len()])).await;
    assert_eq!(strings(&found), [""; 0]);
    // And what an element points to is there.
    let script = "return [...document.querySelectorAll('[data-interlude]')].flatMap(({ shadowRoot }) =>
        ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((name) =>
          [...shadowRoot.querySelectorAll(`[${name}]`)].flatMap((el) => el.getAttribute(name).split(' '))
          .filter((id) => !shadowRoot.getElementById(id))))";
    assert_eq!(strings(&tab.js(script, json!([])).await), [""; 0]);
}

async fn one_live_region_is_there_and_empty_at_first(stage: &Stage) {
    let site = Site::start().await;
    site.page("/", &pages::page(&pages::three()));
    let tab = stage.tab().await;
    tab.open(&site.url("/")).await;
    for name in FLOWS {
        let exercise = Exercise::named(&tab, name).await;
        let regions = "const live = '[role=status], [role=alert], [role=log], [aria-live], output';
            return [...root(arguments[0]).querySelectorAll(live)].map((el) =>
              [el.role, el.ariaAtomic, el.textContent].join('|'))";
        let found = tab.texts(regions, json!([exercise.at])).await;
        assert_eq!(found, ["status|true|"], "{name}");
        let mark = "root(arguments[0]).querySelector('[role=status]').mine = true";
        tab.js(mark, json!([exercise.at])).await;
        for step in walks::steps(name) {
            step.take(&exercise).await;
            // The very same element, since a new one would not be heard.
            let same = "const all = root(arguments[0]).querySelectorAll('[role=status], [role=alert], [aria-live]');
                return all.length === 1 && all[0].mine === true";
            let same = tab.js(same, json!([exercise.at])).await;
            assert_eq!(same, true, "{name}, {}", step.name);
        }
    }
}
