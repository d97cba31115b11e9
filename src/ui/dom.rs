//! Elements of the page, made without templates.
//!
//! Leptos' reactive system (`reactive_graph`: signals and effects) drives every
//! exercise; Leptos' `view!` does not draw them, and its umbrella crate is not linked.
//! Measured while these exercises were written, all files in brotli, the rest being the
//! same: 127,861 bytes with `view!`, since every shape of element is code of its own, and
//! 91,294 without it; 81,370 with the umbrella crate, which always brings its server
//! functions' streams along, and 76,841 without. The budget was 61,440. Beyond that,
//! `view!` writes through `innerHTML`, which a page that enforces Trusted Types refuses.
//! So one small type makes all elements, and what is generic here does no more than hand on.
//!
//! The calls below don't catch: what the browser throws ends in the entry script,
//! which shows the owner's HTML again.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use reactive_graph::effect::RenderEffect;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An element of an exercise.
    #[wasm_bindgen(extends = web_sys::Element, js_name = Element, typescript_type = "Element")]
    #[derive(Clone, Debug)]
    pub type View;

    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &str) -> View;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &View, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = append)]
    fn append(this: &View, child: &View);
    #[wasm_bindgen(method, js_name = replaceChildren)]
    fn empty(this: &View);
    #[wasm_bindgen(method, setter, js_name = textContent)]
    fn set_text_content(this: &View, text: &str);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_listener(this: &View, event: &str, listener: &Closure<dyn Fn()>);

    /// What stands in a box to write in.
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &View) -> String;
    /// Replaces what stands in a box to write in.
    #[wasm_bindgen(method, setter)]
    pub fn set_value(this: &View, value: &str);
    /// Checks a radio, or takes the check away.
    #[wasm_bindgen(method, setter)]
    pub fn set_checked(this: &View, checked: bool);
}

/// A closure that is kept, and run again and again. (Behind `dyn Fn()` every closure brings
/// two more functions along, for who owns it or may change it; nobody here does.)
pub trait Callback<T = ()> {
    /// Calls it.
    fn run(&self) -> T;
}

impl<T, F: Fn() -> T> Callback<T> for F {
    fn run(&self) -> T {
        self()
    }
}

/// Makes an element with a class (or none, where it is empty).
pub fn element(tag: &str, class: &str) -> View {
    let view = create_element(tag);
    match class {
        "" => view,
        class => view.with("class", class),
    }
}

/// Makes an element with a text, whose direction follows its own words.
pub fn text(tag: &str, class: &str, words: &str) -> View {
    let view = element(tag, class).with("dir", "auto");
    view.set_text(words);
    view
}

impl View {
    /// Sets an attribute.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// Sets an attribute, later on.
    pub fn set(&self, name: &str, value: &str) {
        self.set_attribute(name, value);
    }

    /// Puts elements into this one, after what is there.
    #[must_use]
    pub fn holding(self, children: &[View]) -> Self {
        for child in children {
            self.append(child);
        }
        self
    }

    /// Replaces the text. Text is text, never HTML.
    pub fn set_text(&self, words: &str) {
        self.set_text_content(words);
    }

    /// Calls `act` at every such event, as long as the scope of this element lives.
    pub fn on(&self, event: &str, act: Rc<dyn Callback>) {
        let listener = Closure::<dyn Fn()>::new(move || act.run());
        self.add_listener(event, &listener);
        keep(Box::new(listener));
    }
}

/// Runs `act` now, and again whenever a signal that it reads changes, as long
/// as its scope lives.
pub fn react(act: Box<dyn Callback>) {
    let effect = RenderEffect::new(move |_: Option<()>| act.run());
    keep(Box::new(effect));
}

thread_local! {
    static CURRENT: RefCell<Scope> = RefCell::default();
}

/// Holds the effects and listeners of what is drawn within it; when it is dropped,
/// they are gone. (Leptos' own owners want what they hold to be `Send`; the wrappers
/// for that bring the standard library's threads along, two kilobytes of them.)
#[derive(Clone, Default)]
pub struct Scope {
    kept: Rc<RefCell<Vec<Box<dyn Any>>>>,
}

impl Scope {
    /// Calls `draw`, and holds what it makes.
    pub fn hold<T>(&self, draw: impl FnOnce() -> T) -> T {
        let outer = CURRENT.replace(self.clone());
        let drawn = draw();
        CURRENT.set(outer);
        drawn
    }
}

/// Keeps something as long as the scope that it is made in.
fn keep(kept: Box<dyn Any>) {
    CURRENT.with_borrow(|scope| scope.kept.borrow_mut().push(kept));
}

/// A part of a view that is drawn anew whenever its key changes, and only then. The key
/// follows a [`Model`](super::Model), the drawing must not; what it makes is gone with the
/// next one.
pub fn live<P: 'static>(
    parts: &Rc<P>,
    key: fn(&P) -> usize,
    draw: fn(&Rc<P>) -> Vec<View>,
) -> View {
    let parts = parts.clone();
    let part = Live { parts, key, draw };
    live_boxed(Box::new(part))
}

struct Live<P> {
    parts: Rc<P>,
    key: fn(&P) -> usize,
    draw: fn(&Rc<P>) -> Vec<View>,
}

trait Part {
    fn key(&self) -> usize;
    fn draw(&self) -> Vec<View>;
}

impl<P> Part for Live<P> {
    fn key(&self) -> usize {
        (self.key)(&self.parts)
    }

    fn draw(&self) -> Vec<View> {
        (self.draw)(&self.parts)
    }
}

fn live_boxed(part: Box<dyn Part>) -> View {
    let place = element("div", "live");
    let within = place.clone();
    let drawn: Cell<Option<(usize, Scope)>> = Cell::new(None);
    react(Box::new(move || {
        let key = part.key();
        if let Some((before, scope)) = drawn.take()
            && before == key
        {
            drawn.set(Some((before, scope)));
            return;
        }
        let scope = Scope::default();
        let views = scope.hold(|| part.draw());
        drawn.set(Some((key, scope)));
        within.empty();
        for view in views {
            within.append(&view);
        }
    }));
    place
}
