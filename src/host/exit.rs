//! "Leave this page": covers it at once and goes to a neutral one. By the button in
//! a private exercise, by a button that is the first stop of the Tab key, and by
//! pressing Shift three times.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, KeyboardEvent, ShadowRootInit, ShadowRootMode};

use super::{document, source, styles, window};
use crate::ui::words;

/// Where "Leave this page" goes when the owner names no page.
const NEUTRAL: &str = "https://www.wikipedia.org/";

/// The three presses must fall within this time, in milliseconds.
const WITHIN: f64 = 3_000.0;

thread_local! {
    static WATCH: RefCell<Option<Watch>> = const { RefCell::new(None) };
}

/// What is on the page while a private exercise is.
struct Watch {
    first_stop: HtmlElement,
    /// Listen until they are dropped.
    _listeners: [EventListener; 3],
}

/// Counts presses of Shift that were presses of nothing else.
#[derive(Debug, Default)]
struct Presses {
    /// Shift is down, and no other key came since.
    alone: bool,
    times: Vec<f64>,
}

impl Presses {
    fn down(&mut self, key: &str) {
        self.alone = key == "Shift";
        if !self.alone {
            self.times.clear();
        }
    }

    /// Answers whether this was the third press in time.
    fn up(&mut self, key: &str, now: f64) -> bool {
        if key != "Shift" || !self.alone {
            return false;
        }
        self.alone = false;
        self.times.retain(|time| now - time < WITHIN);
        self.times.push(now);
        self.times.len() >= 3
    }
}

/// Puts the first Tab stop and the Shift listener there while `wanted`.
pub fn watch(wanted: bool) {
    let has = WATCH.with_borrow(Option::is_some);
    if wanted && !has {
        let watch = start();
        WATCH.set(watch);
    } else if !wanted && let Some(watch) = WATCH.take() {
        watch.first_stop.remove();
    }
}

fn start() -> Option<Watch> {
    let first_stop: HtmlElement = document().create_element("div").ok()?.unchecked_into();
    let root = first_stop
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .ok()?;
    let button: HtmlElement = document().create_element("button").ok()?.unchecked_into();
    button.set_class_name("button first-stop");
    button.set_text_content(Some(words::LEAVE));
    // The same wrapper as an exercise has, for the same style.
    let wrapper = document().create_element("div").ok()?;
    wrapper.set_class_name("interlude");
    wrapper.append_child(&button).ok()?;
    root.append_child(&wrapper).ok()?;
    styles::adopt(&root).ok()?;
    let body = document().body()?;
    body.insert_before(&first_stop, body.first_child().as_ref())
        .ok()?;

    let presses = Rc::new(RefCell::new(Presses::default()));
    let on_down = {
        let presses = presses.clone();
        EventListener::new(&window(), "keydown", move |event| {
            presses.borrow_mut().down(&key(event));
        })
    };
    let on_up = EventListener::new(&window(), "keyup", move |event| {
        if presses.borrow_mut().up(&key(event), event.time_stamp()) {
            leave();
        }
    });
    let on_press = EventListener::new(&button, "click", |_| leave());
    Some(Watch {
        first_stop,
        _listeners: [on_down, on_up, on_press],
    })
}

fn key(event: &Event) -> String {
    // Browsers that fill in a form send key events that are none.
    event
        .dyn_ref::<KeyboardEvent>()
        .map(KeyboardEvent::key)
        .unwrap_or_default()
}

/// Covers the page, forgets every answer, and replaces this entry of the history.
pub fn leave() {
    cover(true);
    document().set_title("");
    let address = source::leave_address();
    let _ = window()
        .location()
        .replace(address.as_deref().unwrap_or(NEUTRAL));
}

/// Shows the page again, when a reader comes back to it.
pub fn uncover() {
    cover(false);
}

fn cover(covered: bool) {
    let Some(root) = document().document_element() else {
        return;
    };
    let style = root.unchecked_into::<HtmlElement>().style();
    let _ = match covered {
        // Nothing of the page is drawn, whatever stands in front of what.
        true => style.set_property_with_priority("display", "none", "important"),
        false => style.remove_property("display").map(|_| ()),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(keys: &[(&str, bool, f64)]) -> bool {
        let mut presses = Presses::default();
        keys.iter().any(|(key, down, now)| match down {
            true => {
                presses.down(key);
                false
            }
            false => presses.up(key, *now),
        })
    }

    fn shift(at: f64) -> [(&'static str, bool, f64); 2] {
        [("Shift", true, at), ("Shift", false, at + 50.0)]
    }

    #[test]
    fn three_presses_leave() {
        assert!(leaves(&[shift(0.0), shift(400.0), shift(800.0)].concat()));
        assert!(!leaves(&[shift(0.0), shift(400.0)].concat()));
        assert!(!leaves(
            &[shift(0.0), shift(2_000.0), shift(4_000.0)].concat()
        ));
    }

    #[test]
    fn capitals_do_not_leave() {
        let capital = [
            ("Shift", true, 0.0),
            ("A", true, 10.0),
            ("A", false, 20.0),
            ("Shift", false, 30.0),
        ];
        assert!(!leaves(&[capital; 5].concat()));
        let mixed = [&shift(0.0)[..], &shift(100.0), &capital, &shift(200.0)].concat();
        assert!(!leaves(&mixed));
    }
}
