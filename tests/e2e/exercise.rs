//! One exercise on a page, used as a reader uses it: its buttons by their words, its
//! choices by their place, its box by typing.

use serde_json::{Value, json};

use crate::tab::Tab;

/// An exercise that is alive.
pub struct Exercise<'t> {
    pub tab: &'t Tab,
    /// The selector of the element that carries its shadow root.
    pub at: String,
}

impl<'t> Exercise<'t> {
    /// Scrolls to the place with that name and waits until it is alive.
    pub async fn named(tab: &'t Tab, name: &str) -> Self {
        Self::at(tab, &format!("[data-interlude=\"{name}\"]")).await
    }

    /// The same for an element that a selector finds.
    pub async fn at(tab: &'t Tab, selector: &str) -> Self {
        // On a busy machine it may come late; then it waits until the reader has gone on.
        let script = "const host = document.querySelector(arguments[0]);
            window.looks = (window.looks ?? 0) + 1;
            const away = window.looks % 60 > 50;
            if (away) scrollTo({ top: window.looks % 120 > 60 ? 1e9 : 0, behavior: 'instant' });
            else host?.scrollIntoView({ block: 'center', behavior: 'instant' });
            return !away && root(arguments[0])?.querySelector('.frame') != null";
        let what = format!("{selector}, alive");
        tab.until(&what, script, json!([selector])).await;
        Self {
            tab,
            at: selector.into(),
        }
    }

    /// Clicks the button with these words.
    pub async fn press(&self, label: &str) {
        let script = "return inside(arguments[0], 'button').find((el) =>
            words(el) === arguments[1] || el.ariaLabel === arguments[1])";
        let what = format!("the button “{label}”");
        self.tab.click(&what, script, json!([self.at, label])).await;
    }

    /// Clicks the choice of that number in the first group.
    pub async fn pick(&self, choice: usize) {
        self.pick_in(0, choice).await;
    }

    /// Clicks the choice of that number in the group of that number.
    pub async fn pick_in(&self, group: usize, choice: usize) {
        let script = "const [at, group, choice] = arguments;
            return inside(at, 'fieldset')[group]?.querySelectorAll('label')[choice]";
        let what = format!("choice {choice} in group {group}");
        let args = json!([self.at, group, choice]);
        self.tab.click(&what, script, args).await;
        let script = "const [at, group, choice] = arguments;
            return inside(at, 'fieldset')[group]?.querySelectorAll('input')[choice].checked";
        let what = format!("{what}, checked");
        let args = json!([self.at, group, choice]);
        self.tab.until(&what, script, args).await;
    }

    /// Empties the box and types into it.
    pub async fn write(&self, text: &str) {
        self.write_in(0, text).await;
    }

    /// Empties the box of that number and types into it.
    pub async fn write_in(&self, number: usize, text: &str) {
        let script = "return inside(arguments[0], 'textarea')[arguments[1]]";
        let args = json!([self.at, number]);
        let found = self.tab.until("the box", script, args).await;
        let area = self.tab.element(&found);
        // A press just before hands the focus to the new step a frame later, and on a
        // busy machine that frame can come while these keys are sent.
        for _ in 0..3 {
            let written = async {
                self.tab.still(&found).await?;
                area.clear().await?;
                match text {
                    "" => Ok(()),
                    text => area.send_keys(text).await,
                }
            };
            if written.await.is_ok() && self.typed_in(number).await == text {
                return;
            }
        }
        assert_eq!(self.typed_in(number).await, text);
    }

    /// What stands in the box.
    pub async fn typed(&self) -> String {
        self.typed_in(0).await
    }

    /// What stands in the box of that number.
    pub async fn typed_in(&self, number: usize) -> String {
        let script = "return inside(arguments[0], 'textarea')[arguments[1]].value";
        self.tab.text(script, json!([self.at, number])).await
    }

    /// The words of all visible elements that a selector finds.
    pub async fn all(&self, selector: &str) -> Vec<String> {
        let script = "return inside(arguments[0], arguments[1]).map(words)";
        self.tab.texts(script, json!([self.at, selector])).await
    }

    /// The words of the one visible element that a selector finds.
    pub async fn one(&self, selector: &str) -> String {
        let mut all = self.all(selector).await;
        assert_eq!(all.len(), 1, "{selector} in {}: {all:?}", self.at);
        all.remove(0)
    }

    /// How many visible elements a selector finds.
    pub async fn count(&self, selector: &str) -> usize {
        self.all(selector).await.len()
    }

    /// Waits until the screen shows these words.
    pub async fn see(&self, text: &str) {
        let script =
            "return inside(arguments[0], '.screen').some((el) => words(el).includes(arguments[1]))";
        let what = format!("“{text}” in {}", self.at);
        self.tab.until(&what, script, json!([self.at, text])).await;
    }

    /// Waits until the screen no longer shows these words.
    pub async fn lose(&self, text: &str) {
        let script = "return !inside(arguments[0], '.screen').some((el) => words(el).includes(arguments[1]))";
        let what = format!("{} without “{text}”", self.at);
        self.tab.until(&what, script, json!([self.at, text])).await;
    }

    /// Waits until the live region has these words.
    pub async fn hear(&self, text: &str) {
        let script =
            "return words(root(arguments[0]).querySelector('[role=status]')) === arguments[1]";
        let what = format!("“{text}” in the live region");
        self.tab.until(&what, script, json!([self.at, text])).await;
    }

    /// The number of the chosen one in each group, or none.
    pub async fn chosen(&self) -> Vec<Option<u64>> {
        let script = "return inside(arguments[0], 'fieldset').map((group) =>
            [...group.querySelectorAll('input')].findIndex((one) => one.checked))";
        let chosen = self.tab.js(script, json!([self.at])).await;
        let number = |one: &Value| u64::try_from(one.as_i64().unwrap()).ok();
        chosen.as_array().unwrap().iter().map(number).collect()
    }

    /// Waits until the focus is in this exercise, on something of this name.
    pub async fn has_focus(&self, name: &str) {
        let script = "const el = focused();
            return el.getRootNode() === root(arguments[0]) && nameOf(el) === arguments[1]";
        let what = format!("the focus on “{name}”");
        self.tab.until(&what, script, json!([self.at, name])).await;
    }

    /// The owner's list items inside the place, and whether each is drawn.
    pub async fn list(&self) -> Vec<(String, bool)> {
        let script = "return [...document.querySelector(arguments[0]).querySelectorAll('li')]
            .map((el) => [el.textContent.replace(/\\s+/g, ' ').trim(), shown(el)])";
        let items = self.tab.js(script, json!([self.at])).await;
        let item = |one: &Value| (one[0].as_str().unwrap().into(), one[1] == true);
        items.as_array().unwrap().iter().map(item).collect()
    }
}
