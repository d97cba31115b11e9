//! The only code that touches the page.
//!
//! - `interlude.js`: the script that an owner adds. It finds the places, loads this
//!   module once one of them comes near, and shows the owner's HTML again whenever
//!   anything fails.
//! - [`source`]: reads what a place holds
//! - [`page`] and `page.js`: what an exercise may ask of the page (copy, print, leave)
//! - [`exit`]: "Leave this page" as the first stop of the Tab key
//! - [`styles`]: one style sheet for all exercises

mod exit;
mod page;
mod source;
mod styles;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use reactive_graph::owner::Owner;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode, console,
};

use crate::content::text::beginning;
use crate::content::{Problem, help};
use crate::widgets::{Draw, Place, find};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

fn document() -> Document {
    DOCUMENT.with(Clone::clone)
}

/// An exercise that is on the page.
struct Mounted {
    host: HtmlElement,
    root: ShadowRoot,
    wrapper: HtmlElement,
    draw: Draw,
    private: bool,
    heading_level: u8,
    region: Option<String>,
    number: usize,
    /// Owns all that the view made: signals, effects, listeners.
    owner: Option<Owner>,
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    static NUMBER: Cell<usize> = const { Cell::new(0) };
}

/// Brings the exercise `name` alive in `host`, with the content of `source`.
///
/// `host` gets an open shadow root; it is `source` itself, or an element beside it
/// where `source` cannot carry one. Answers `false` when the content cannot be used:
/// the console then says why, and the page is unchanged.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, source: Element, name: &str) -> bool {
    match try_mount(host, &source, name) {
        Ok(notices) => {
            for notice in notices {
                tell(&source, name, &notice, "");
            }
            true
        }
        Err(problem) => {
            tell(&source, name, &problem, " The post stays as it is.");
            false
        }
    }
}

/// Takes an exercise away again, with all that it holds.
#[wasm_bindgen]
pub fn unmount(host: &HtmlElement) {
    let gone = MOUNTED.with_borrow_mut(|mounted| {
        let at = mounted.iter().position(|one| one.host == *host)?;
        Some(mounted.swap_remove(at))
    });
    if let Some(mut gone) = gone {
        gone.undraw();
        // A shadow root stays for good; a slot in it shows what the owner wrote.
        if let Ok(slot) = document().create_element("slot") {
            gone.root.replace_children_with_node_1(&slot);
        }
    }
    exit::watch(MOUNTED.with_borrow(|mounted| mounted.iter().any(|one| one.private)));
}

/// Forgets what readers did in every exercise: on leaving the page, and on coming
/// back to it from the back/forward cache.
#[wasm_bindgen]
pub fn reset() {
    MOUNTED.with_borrow_mut(|mounted| {
        for one in mounted {
            one.undraw();
            one.draw();
        }
    });
    page::uncover();
}

fn try_mount(host: HtmlElement, source: &Element, name: &str) -> Result<Vec<Problem>, Problem> {
    // Runs the effects; a second call changes nothing.
    let _ = Executor::init_wasm_bindgen();
    let (kind, widget) = find(name)?;
    let mut notices = Vec::new();
    let content = source::read(source)?;
    let draw = kind.open(widget, &content, &mut notices)?;
    let blocked = |_| Problem::Page {
        what: "This element can’t hold an exercise, or holds something of its own already. Put the exercise into a plain <div>.",
    };
    let root = match host.shadow_root() {
        // It was here before, was taken out of the page and put back.
        Some(root) if is_left_behind(&root) => root,
        _ => host
            .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
            .map_err(blocked)?,
    };
    let wrapper = document()
        .create_element("div")
        .and_then(|wrapper| {
            wrapper.set_class_name("interlude");
            root.replace_children_with_node_1(&wrapper);
            styles::adopt(&root)?;
            Ok(wrapper.unchecked_into::<HtmlElement>())
        })
        .map_err(blocked)?;
    let mut mounted = Mounted {
        heading_level: source::heading_level(source),
        region: source::region(source),
        number: NUMBER.replace(NUMBER.get() + 1),
        private: widget.private,
        owner: None,
        host,
        root,
        wrapper,
        draw,
    };
    mounted.draw();
    if mounted.private {
        exit::watch(true);
    }
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
    Ok(notices)
}

/// A root that [`unmount`] left: with nothing but a slot in it.
fn is_left_behind(root: &ShadowRoot) -> bool {
    root.child_element_count() == 1
        && root
            .first_element_child()
            .is_some_and(|only| only.local_name() == "slot")
}

impl Mounted {
    fn draw(&mut self) {
        let place = Place {
            page: Rc::new(page::HostPage {
                host: self.host.clone(),
                root: self.root.clone(),
            }),
            number: self.number,
            heading_level: self.heading_level,
            region: self.region.clone(),
        };
        let owner = Owner::new();
        let view = owner.with(|| (self.draw)(place));
        self.wrapper.replace_children_with_node_1(&view);
        self.owner = Some(owner);
    }

    fn undraw(&mut self) {
        if let Some(owner) = self.owner.take() {
            owner.cleanup();
        }
    }
}

/// Says a problem in the console, with the first words of its place.
fn tell(source: &Element, name: &str, problem: &Problem, after: &str) {
    let words = source.text_content().unwrap_or_default();
    let words = match beginning(&words).as_str() {
        "" => String::new(),
        words => [" at “", words, "”"].concat(),
    };
    let said = [
        "Interlude, “",
        &beginning(name),
        "”",
        &words,
        ": ",
        &problem.sentence(),
        after,
    ];
    console::warn_1(&said.concat().into());
}
