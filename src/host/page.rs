//! What an exercise may ask of the page. The calls themselves stand in `page.js`.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use crate::widgets::Page;

#[wasm_bindgen(module = "/src/host/page.js")]
extern "C" {
    #[wasm_bindgen(js_namespace = page)]
    fn focus(root: &ShadowRoot, selector: &str);
    #[wasm_bindgen(js_namespace = page)]
    fn copy(text: &str, done: JsValue);
    #[wasm_bindgen(js_namespace = page)]
    fn print(host: &HtmlElement, after: JsValue);
    /// Covers the page at once, and puts a neutral one in its place in the history.
    #[wasm_bindgen(js_namespace = page)]
    fn leave();
    /// Shows the page again, when a reader comes back to it.
    #[wasm_bindgen(js_namespace = page)]
    pub fn uncover();
    /// Makes `stop` the first stop of the Tab key, and listens for Shift three times.
    #[wasm_bindgen(js_namespace = page)]
    pub fn watch(stop: &HtmlElement, press: &HtmlElement);
    /// Takes back what [`watch`] did.
    #[wasm_bindgen(js_namespace = page)]
    pub fn unwatch(stop: &HtmlElement);
}

/// The page around one exercise.
pub struct HostPage {
    pub host: HtmlElement,
    pub root: ShadowRoot,
}

impl Page for HostPage {
    fn copy(&self, text: &str, done: Box<dyn FnOnce(bool)>) {
        copy(text, Closure::once_into_js(done));
    }

    fn print(&self, after: Box<dyn FnOnce()>) {
        print(&self.host, Closure::once_into_js(after));
    }

    fn leave(&self) {
        leave();
    }

    fn focus(&self, selector: &'static str) {
        focus(&self.root, selector);
    }
}
