//! What an exercise may ask of the page.

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

use super::{document, exit, window};
use crate::widgets::Page;

/// Marks the elements that lead from the page's root to the exercise that is printed.
const ON_PAPER: &str = "data-interlude-print";

/// The page around one exercise.
pub struct HostPage {
    host: HtmlElement,
    root: ShadowRoot,
}

impl HostPage {
    pub fn new(host: &HtmlElement, root: &ShadowRoot) -> Self {
        Self {
            host: host.clone(),
            root: root.clone(),
        }
    }
}

impl Page for HostPage {
    fn copy(&self, text: &str, done: Box<dyn FnOnce(bool)>) {
        // A page that isn't served over HTTPS has no clipboard.
        if !window().is_secure_context() {
            return done(false);
        }
        let written = window().navigator().clipboard().write_text(text);
        spawn_local(async move { done(JsFuture::from(written).await.is_ok()) });
    }

    fn print(&self, after: Box<dyn FnOnce()>) {
        let path = path(&self.host);
        for element in &path {
            let _ = element.set_attribute(ON_PAPER, "");
        }
        let title = document().title();
        // The title becomes the name of the file and stands at the head of the paper.
        document().set_title("Worksheet");
        let restore = move || {
            for element in &path {
                let _ = element.remove_attribute(ON_PAPER);
            }
            document().set_title(&title);
            after();
        };
        once_printed(restore);
        // In the next frame: what the paper shows may have changed just now.
        next_frame(|| {
            let _ = window().print();
        });
    }

    fn leave(&self) {
        exit::leave();
    }

    fn focus(&self, selector: &'static str) {
        let root = self.root.clone();
        next_frame(move || {
            let Ok(Some(found)) = root.query_selector(selector) else {
                return;
            };
            let found: HtmlElement = found.unchecked_into();
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = found.focus_with_options(&options);
            show(&found);
        });
    }
}

/// Scrolls no further than needed.
fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The element and all that it stands in, through shadow roots.
fn path(host: &Element) -> Vec<Element> {
    let mut path = vec![host.clone()];
    let mut at = host.clone();
    loop {
        let up = at.parent_element().or_else(|| {
            let root: ShadowRoot = at.get_root_node().dyn_into().ok()?;
            Some(root.host())
        });
        match up {
            Some(up) => {
                path.push(up.clone());
                at = up;
            }
            None => return path,
        }
    }
}

/// Calls `restore` once, when printing has ended.
fn once_printed(restore: impl FnOnce() + 'static) {
    EventListener::once(&window(), "afterprint", |_| restore()).forget();
}

/// Calls `act` in the next frame, when effects have run.
fn next_frame(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    let _ = window().request_animation_frame(act.unchecked_ref());
}
