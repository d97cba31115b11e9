//! The calls into the page. They are written in `page.js`, which tells what each does.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::coach::{Answer, Ask};
use crate::ui::words;
use crate::widgets::{Event, Page, Way};

/// One style sheet for all exercises.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

#[wasm_bindgen(module = "/src/host/page.js")]
extern "C" {
    #[wasm_bindgen(js_namespace = page)]
    pub fn source(place: &Element) -> String;
    #[wasm_bindgen(js_namespace = page)]
    pub fn own(attribute: &str) -> Option<Element>;
    #[wasm_bindgen(js_namespace = page, js_name = markLanguage)]
    pub fn mark_language(around: &Element, wrapper: &HtmlElement, language: &str);
    #[wasm_bindgen(js_namespace = page, js_name = headingLevel)]
    pub fn heading_level(place: &Element) -> u8;
    #[wasm_bindgen(js_namespace = page)]
    pub fn locale(place: &Element) -> String;
    #[wasm_bindgen(js_namespace = page)]
    pub fn framed() -> Option<String>;
    #[wasm_bindgen(js_namespace = page)]
    pub fn tell(place: &Element, name: &str, words: &str);
    #[wasm_bindgen(js_namespace = page, js_name = emit)]
    fn emit_of(place: &Element, kind: &str, name: &str, version: &str, message: &str);
    #[wasm_bindgen(js_namespace = page)]
    pub fn has(place: &Element, attribute: &str) -> bool;
    #[wasm_bindgen(js_namespace = page, js_name = attach)]
    fn attach_styled(host: &HtmlElement, style: &str) -> Option<HtmlElement>;
    #[wasm_bindgen(js_namespace = page)]
    pub fn detach(host: &HtmlElement);
    #[wasm_bindgen(js_namespace = page)]
    pub fn uncover();
    #[wasm_bindgen(js_namespace = page, js_name = watch)]
    fn watch_styled(host: &HtmlElement, is_guarded: bool, label: &str, language: &str, style: &str);

    #[wasm_bindgen(js_namespace = page)]
    fn focus(host: &HtmlElement, selector: &str);
    #[wasm_bindgen(js_namespace = page)]
    fn copy(text: &str, done: JsValue);
    #[wasm_bindgen(js_namespace = page)]
    fn print(hosts: Vec<HtmlElement>, title: &str, after: JsValue);
    #[wasm_bindgen(js_namespace = page, js_name = printAll)]
    fn print_all(host: &HtmlElement, title: &str, ready: JsValue, after: JsValue);
    #[wasm_bindgen(js_namespace = page)]
    fn coach(task: usize, round: usize, line: &str, first: &str, second: &str, done: JsValue);
    #[wasm_bindgen(js_namespace = page, js_name = kept)]
    fn kept_of(place: &Element) -> Option<String>;
    #[wasm_bindgen(js_namespace = page)]
    fn keep(place: &Element, record: &str) -> bool;
    #[wasm_bindgen(js_namespace = page)]
    fn leave();
    #[wasm_bindgen(js_namespace = page, js_name = leads)]
    pub fn leads_to(place: &Element, name: &str) -> bool;
    #[wasm_bindgen(js_namespace = page, js_name = go)]
    fn go_to(place: &Element, name: &str);
}

#[wasm_bindgen(module = "/src/host/places.js")]
extern "C" {
    #[wasm_bindgen(js_namespace = places)]
    pub fn start(entry: JsValue) -> JsValue;
}

/// Gives `host` a shadow root in the exercises' style; answers the wrapper in it.
pub fn attach(host: &HtmlElement) -> Option<HtmlElement> {
    attach_styled(host, STYLE)
}

/// Dispatches an event `interlude:KIND` on the place, with a message unless that is empty.
pub fn emit(place: &Element, kind: &str, name: &str, message: &str) {
    emit_of(place, kind, name, env!("CARGO_PKG_VERSION"), message);
}

/// Keeps a way to leave at the page's beginning, and in sight, as long as an exercise is
/// guarded.
pub fn watch(host: &HtmlElement, is_guarded: bool) {
    let label = words::LEAVE.text();
    watch_styled(host, is_guarded, label, words::language(), STYLE);
}

/// The page around one exercise.
pub struct HostPage {
    pub host: HtmlElement,
    /// The owner's element, where events are dispatched.
    pub source: Element,
    pub name: &'static str,
    /// Nothing is told.
    pub silent: bool,
    /// Nothing is ever kept.
    pub private: bool,
}

thread_local! {
    /// The reader has left: what is kept doesn't come back before she does.
    pub static AWAY: Cell<bool> = const { Cell::new(false) };
}

impl HostPage {
    /// As `page.js` wants it: the name of what comes next is this one's, of what comes before
    /// it looks itself.
    fn toward(&self, way: Way) -> &'static str {
        match way {
            Way::Back => "",
            Way::On => self.name,
        }
    }

    /// Tells the owner's page, unless the exercise is a silent one.
    pub fn tell(&self, kind: &str) {
        if !self.silent {
            emit(&self.source, kind, self.name, "");
        }
    }
}

impl Page for HostPage {
    fn copy(&self, text: &str, done: Box<dyn FnOnce(bool)>) {
        copy(text, Closure::once_into_js(done));
    }

    fn print(&self, after: Box<dyn FnOnce()>) {
        let title = words::WORKSHEET.text();
        print(vec![self.host.clone()], title, Closure::once_into_js(after));
    }

    fn print_all(&self, ready: Box<dyn FnOnce()>, after: Box<dyn FnOnce()>) {
        print_all(
            &self.host,
            words::WORKSHEET.text(),
            Closure::once_into_js(ready),
            Closure::once_into_js(after),
        );
    }

    fn coach(&self, ask: &Ask, done: Box<dyn FnOnce(Option<Answer>)>) {
        let done = Closure::once_into_js(move |said: Option<String>| {
            done(said.and_then(|said| Answer::decode(&said)));
        });
        let reply = |at: usize| ask.replies.get(at).map_or("", String::as_str);
        let task = ask.task as usize;
        coach(task, ask.round, &ask.line, reply(0), reply(1), done);
    }

    fn kept(&self) -> Option<String> {
        match self.private || AWAY.get() {
            true => None,
            false => kept_of(&self.source),
        }
    }

    fn keep(&self, record: &str) -> bool {
        keep(&self.source, record)
    }

    fn leave(&self) {
        leave();
    }

    fn emit(&self, event: Event) {
        self.tell(match event {
            Event::Started => "started",
            Event::Finished => "finished",
        });
    }

    fn leads(&self, way: Way) -> bool {
        leads_to(&self.source, self.toward(way))
    }

    fn go(&self, way: Way) {
        go_to(&self.source, self.toward(way));
    }

    fn focus(&self, selector: &'static str) {
        focus(&self.host, selector);
    }
}
