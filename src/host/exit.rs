//! A way to leave that is the first stop of the Tab key, and Shift three times, while a
//! private exercise is on the page. (`page.js` holds what leaving does.)

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRootInit, ShadowRootMode};

use super::{document, page, styles};
use crate::ui::words;

thread_local! {
    /// The element with the first stop in it.
    static STOP: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Puts the first Tab stop and the listener there while `wanted`.
pub fn watch(wanted: bool) {
    let has = STOP.with_borrow(Option::is_some);
    if wanted && !has {
        STOP.set(start().ok());
    } else if !wanted && let Some(stop) = STOP.take() {
        page::unwatch(&stop);
    }
}

fn start() -> Result<HtmlElement, JsValue> {
    let stop: HtmlElement = document().create_element("div")?.unchecked_into();
    let root = stop.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    // The same wrapper as an exercise has, for the same style.
    let wrapper = document().create_element("div")?;
    wrapper.set_class_name("interlude");
    let press: HtmlElement = document().create_element("button")?.unchecked_into();
    press.set_class_name("button first-stop");
    press.set_text_content(Some(words::LEAVE));
    wrapper.append_child(&press)?;
    root.append_child(&wrapper)?;
    styles::adopt(&root)?;
    page::watch(&stop, &press);
    Ok(stop)
}
