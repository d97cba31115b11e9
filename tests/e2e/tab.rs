//! One tab of a browser: scripts, clicks and keys, and conditions to wait for. Nothing
//! here sleeps and hopes: every wait names what it waits for, and fails with it.

use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::browser::{Browser, Wish, tells_of_the_end};
use crate::engines::{self, chromium, firefox, webkit};
use crate::outside::Asked;

/// How long something may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// What every script below can use.
const PRELUDE: &str = r#"
const root = (at) => document.querySelector(at)?.shadowRoot;
const shown = (el) => el.checkVisibility({ visibilityProperty: true });
const words = (el) => (el.innerText ?? "").replace(/\s+/g, " ").trim();
const inside = (at, selector) => [...(root(at)?.querySelectorAll(selector) ?? [])].filter(shown);
const focused = () => {
  let el = document.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  return el;
};
const nameOf = (el) => el.getAttribute("aria-label") ?? words(el.labels?.[0] ?? el);
"#;

/// The key under which WebDriver gives an element's reference.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A tab of a browser.
pub struct Tab {
    pub client: Client,
    pub browser: Browser,
    pub wish: Wish,
    outside: Asked,
}

impl Tab {
    pub fn new(browser: Browser, wish: Wish, client: Client, outside: Asked) -> Self {
        Self {
            client,
            browser,
            wish,
            outside,
        }
    }

    /// How often the glue is asked for on a page. WebKit holds no imported module to a hash, so there
    /// the entry fetches the file before it imports it, and what the tests start keeps no cache.
    pub fn glue_requests(&self) -> usize {
        1 + usize::from(self.browser == Browser::Webkit)
    }

    /// Goes to an address.
    pub async fn open(&self, address: &str) {
        self.client.goto(address).await.unwrap();
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn js(&self, script: &str, args: Value) -> Value {
        self.try_js(script, args)
            .await
            .unwrap_or_else(|error| panic!("{error}\nin: {script}"))
    }

    /// The same for a text.
    pub async fn text(&self, script: &str, args: Value) -> String {
        let value = self.js(script, args).await;
        value
            .as_str()
            .unwrap_or_else(|| panic!("{script} gave {value}"))
            .into()
    }

    /// The same for a list of texts.
    pub async fn texts(&self, script: &str, args: Value) -> Vec<String> {
        strings(&self.js(script, args).await)
    }

    async fn try_js(&self, script: &str, args: Value) -> Result<Value, CmdError> {
        let Value::Array(args) = args else {
            panic!("arguments are a list");
        };
        let script = [PRELUDE, script].concat();
        self.client.execute(&script, args).await
    }

    /// Runs a script that calls `done` with its answer.
    pub async fn js_later(&self, script: &str, args: Value) -> Value {
        let Value::Array(args) = args else {
            panic!("arguments are a list");
        };
        let script = [PRELUDE, "const done = [...arguments].at(-1);\n", script].concat();
        self.client.execute_async(&script, args).await.unwrap()
    }

    /// Waits until a script returns something true, and gives that.
    pub async fn until(&self, what: &str, script: &str, args: Value) -> Value {
        let start = Instant::now();
        loop {
            let answer = match self.try_js(script, args.clone()).await {
                Ok(value) if is_true(&value) => return value,
                Ok(value) => value.to_string(),
                Err(error) if tells_of_the_end(&error) => {
                    panic!("Not seen: {what}. The browser is gone.")
                }
                Err(error) => error.to_string(),
            };
            if start.elapsed() > PATIENCE {
                panic!(
                    "Not seen: {what}. The last answer: {answer}\n{}",
                    self.all().await
                );
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// What is on the page, for a message.
    async fn all(&self) -> String {
        let script = "return [location.href, ...(window.seen?.said ?? []), ...(window.seen?.broken ?? []),
            ...[...document.querySelectorAll('*')].filter((el) => el.shadowRoot?.querySelector('.frame'))
            .map((el) => '--- ' + words(el.shadowRoot.firstElementChild))].join('\\n')";
        match self.try_js(script, json!([])).await {
            Ok(text) => text.as_str().unwrap_or_default().into(),
            Err(error) => error.to_string(),
        }
    }

    /// Takes the mouse to the corner of the page, where it is over nothing of ours.
    pub async fn point_away(&self) {
        let away = MouseActions::new("mouse".into()).then(PointerAction::MoveTo {
            duration: None,
            x: 0.0,
            y: 0.0,
        });
        self.client.perform_actions(away).await.unwrap();
    }

    /// Waits for an element that stands still and clicks it, as a mouse does.
    pub async fn click(&self, what: &str, script: &str, args: Value) {
        let start = Instant::now();
        loop {
            let found = self.until(what, script, args.clone()).await;
            let clicked = match self.still(&found).await {
                Ok(_) => self.element(&found).click().await,
                Err(error) => Err(error),
            };
            match clicked {
                Ok(()) => return,
                // It was drawn anew in between, or something stands in front of it: then a
                // person scrolls.
                Err(_) if start.elapsed() < PATIENCE => {
                    let script =
                        "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
                    let _ = self.try_js(script, json!([found])).await;
                }
                Err(error) => panic!("{what} can’t be clicked: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until an element is in sight, and has not moved for a frame: the step before
    /// may still scroll to its heading, and a click would then meet what is beside it.
    pub async fn still(&self, found: &Value) -> Result<Value, CmdError> {
        let script = "
            const [el, done] = arguments;
            el.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const look = (was) => requestAnimationFrame(() => {
              const now = el.getBoundingClientRect().top;
              now === was ? done(true) : look(now);
            });
            look();";
        self.client.execute_async(script, vec![found.clone()]).await
    }

    /// The element that a script returned.
    pub fn element(&self, found: &Value) -> Element {
        let id = found[ELEMENT]
            .as_str()
            .expect("the script gives an element");
        Element::from_element_id(self.client.clone(), ElementRef::from(id.to_string()))
    }

    /// What an element that a script returned is to a screen reader: its `computedrole`
    /// or its `computedlabel`.
    pub async fn computed(&self, found: &Value, what: &'static str) -> Result<String, CmdError> {
        engines::computed(&self.client, &self.element(found), what).await
    }

    /// Presses keys one after the other; Shift is held where it is asked for.
    async fn keys(&self, keys: impl IntoIterator<Item = char>, shift: bool) {
        let mut actions = KeyActions::new("keys".into());
        let shift_key = char::from(Key::Shift);
        if shift {
            actions = actions.then(KeyAction::Down { value: shift_key });
        }
        for value in keys {
            actions = actions
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        if shift {
            actions = actions.then(KeyAction::Up { value: shift_key });
        }
        self.client.perform_actions(actions).await.unwrap();
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) {
        self.keys([char::from(key)], false).await;
    }

    /// Presses a key while Shift is held.
    pub async fn press_with_shift(&self, key: Key) {
        self.keys([char::from(key)], true).await;
    }

    /// Types a text, key by key.
    pub async fn type_keys(&self, text: &str) {
        self.keys(text.chars(), false).await;
    }

    /// Types capitals: Shift, the letter, and Shift again for each.
    pub async fn type_capitals(&self, letters: &str) {
        for letter in letters.chars() {
            self.keys([letter], true).await;
        }
    }

    /// What has the focus, through shadow roots: its name, tag, type and place.
    pub async fn focus(&self) -> Value {
        // Browsers scroll by whole pixels: a part of one is no part of a letter.
        let script = "const el = focused();
            const host = el.getRootNode().host;
            const at = el.getBoundingClientRect();
            return { name: nameOf(el), tag: el.localName, type: el.type ?? '', checked: el.checked ?? false,
              expanded: el.getAttribute('aria-expanded'), place: host?.dataset?.interlude ?? '',
              in: host ? 'shadow' : 'page', top: at.top + scrollY, left: at.left + scrollX,
              seen: at.top > -1 && at.bottom < innerHeight + 1 }";
        self.js(script, json!([])).await
    }

    /// Waits until the browser has a record of a file that it has loaded whole.
    pub async fn until_loaded(&self, path: &str) {
        let script = "return performance.getEntriesByType('resource')
            .some((one) => new URL(one.name).pathname === arguments[0] && one.responseEnd > 0)";
        self.until(path, script, json!([path])).await;
    }

    /// Every line that the page has put into the console.
    pub async fn said(&self) -> Vec<String> {
        self.texts("return seen.said", json!([])).await
    }

    /// Waits until the console has a line with these words, and gives that line.
    pub async fn until_said(&self, part: &str) -> String {
        let script = "return seen.said.find((line) => line.includes(arguments[0]))";
        let what = format!("“{part}” in the console");
        let line = self.until(&what, script, json!([part])).await;
        line.as_str().unwrap().into()
    }

    /// What was asked for outside this machine, in order, but for the browser's own errands.
    pub fn asked_outside(&self) -> Vec<String> {
        let mut asked = self.outside.lock().unwrap().clone();
        if self.browser == Browser::Chromium {
            asked.retain(|one| !chromium::is_own_errand(one));
        }
        asked
    }

    /// Waits until something outside this machine was asked for, as `example.org:443`.
    pub async fn until_outside(&self, address: &str) {
        let start = Instant::now();
        loop {
            let asked = self.asked_outside();
            if asked.iter().any(|one| one == address) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "not {address}: {asked:?}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// What the browser itself has logged since the last call. WebKit hands out no log:
    /// there it is what the page breaks and what its policy forbids.
    pub async fn browser_log(&self) -> Vec<String> {
        match self.browser {
            Browser::Chromium => chromium::log(self).await,
            Browser::Firefox => firefox::log(self).await,
            Browser::Webkit => {
                let script = "return [...seen.broken, ...seen.forbidden]";
                self.texts(script, json!([])).await
            }
        }
    }

    /// Shows the page as on paper, or on the screen again.
    pub async fn paper(&self, on: bool) {
        match self.browser {
            Browser::Chromium => chromium::paper(self, on).await,
            Browser::Firefox => firefox::paper(self, on).await,
            Browser::Webkit => webkit::paper(self, on).await,
        }
    }

    /// Makes the page so wide, in CSS pixels.
    pub async fn width(&self, width: u32) {
        match self.browser {
            Browser::Chromium => chromium::width(self, width).await,
            Browser::Firefox => firefox::width(self, width).await,
            Browser::Webkit => webkit::width(self, width).await,
        }
        let what = format!("a page {width} px wide");
        self.until(&what, "return innerWidth === arguments[0]", json!([width]))
            .await;
    }
}

/// A list of texts out of a script's answer.
pub fn strings(value: &Value) -> Vec<String> {
    let list = value
        .as_array()
        .unwrap_or_else(|| panic!("{value} is no list"));
    let text = |one: &Value| {
        one.as_str()
            .unwrap_or_else(|| panic!("{one} is no text"))
            .into()
    };
    list.iter().map(text).collect()
}

fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::String(text) => !text.is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        _ => true,
    }
}
