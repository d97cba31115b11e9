//! The only code that touches the page.
//!
//! - `interlude.js`: the script that an owner adds. It finds the places, and loads this
//!   module once one of them comes near.
//! - `places.js`: when a place comes alive and when it goes, and the owner's HTML again
//!   whenever anything fails.
//! - `page.js` and [`page`]: the calls into the browser. They read a place, give it a
//!   shadow root, copy, print, leave.
//! - `check.js`: goes through an owner's page when she asks; not loaded otherwise.
//! - this module: what the entry calls, and the exercises that are on the page.

mod page;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::content::text::concat;
use crate::content::{Problem, Read, Source, help};
use crate::ui::chain;
use crate::ui::dom::Scope;
use crate::ui::{News, words};
use crate::widgets::{Draw, Place, find};

/// An exercise that is on the page.
struct Mounted {
    host: HtmlElement,
    /// The element in the shadow root that the view is drawn into.
    wrapper: HtmlElement,
    draw: Draw,
    place: Place,
    /// Holds all that the view made: effects and listeners.
    scope: Scope,
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    static NUMBER: Cell<usize> = const { Cell::new(0) };
    /// The unknown names that the console has heard of.
    static UNKNOWN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Takes the words of the page's language, before anything is mounted; `false` where
/// `written` is not a file of ours.
#[wasm_bindgen]
pub fn speak(written: &str) -> bool {
    let mut is_ours = false;
    with_own("data-interlude-words", &mut |own, notices| {
        is_ours = words::load(written, own, notices);
    });
    with_own("data-interlude-help", &mut |own, notices| {
        if let Some(own) = own {
            words::take_help(own, notices);
        }
    });
    is_ours
}

/// Reads what an owner has put in the place of ours, and tells her what is amiss in it.
fn with_own(name: &str, read: &mut dyn FnMut(Option<&str>, &mut Vec<Problem>)) {
    let own = page::own(name);
    let text = own.as_ref().and_then(|own| own.text_content());
    let mut notices = Vec::new();
    read(text.as_deref(), &mut notices);
    for (notice, own) in notices.iter().zip(own.iter().cycle()) {
        page::tell(own, name, &notice.sentence());
    }
}

/// Hands the entry what `places.js` has for it: both scripts are one file only by way of
/// this module.
#[wasm_bindgen]
pub fn places(entry: JsValue) -> JsValue {
    page::start(entry)
}

/// Brings the exercise `name` alive in `host`, with the content of `source`.
///
/// `host` gets an open shadow root; it is `source` itself, or an element beside it
/// where `source` cannot carry one. `draft` is the exercise's, or tells why there is none.
/// Answers `false` when the content cannot be used:
/// the console then says why, and the page is unchanged.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, source: &Element, name: &str, draft: &str) -> bool {
    let mut notices = Vec::new();
    let mounted = try_mount(host, source, name, draft, &mut notices);
    for notice in notices {
        page::tell(source, name, &notice.sentence());
    }
    match mounted {
        Ok(()) => true,
        Err(problem) => {
            let words = concat(&[&problem.sentence(), " The post stays as it is."]);
            if is_news(&problem, name) {
                page::tell(source, name, &words);
            }
            if !is_silent(source, name) {
                page::emit(source, "problem", name, &words);
            }
            false
        }
    }
}

/// Takes an exercise away again, with all that it holds.
#[wasm_bindgen]
pub fn unmount(host: &HtmlElement) {
    MOUNTED.with_borrow_mut(|all| {
        if let Some(at) = all.iter().position(|one| one.host == *host) {
            all.swap_remove(at);
            page::detach(host);
        }
    });
    page::watch(host, false);
}

/// Forgets what readers did in every exercise: on leaving the page, when they are `away`,
/// and on coming back to it from the back/forward cache. What is kept on the device comes
/// back only then.
#[wasm_bindgen]
pub fn reset(away: bool) {
    page::AWAY.set(away);
    chain::forget();
    MOUNTED.with_borrow_mut(|all| {
        for one in all {
            one.draw();
        }
    });
    page::uncover();
}

/// A theme's class may begin as ours do, on every second element: an unknown name is told
/// once.
fn is_news(problem: &Problem, name: &str) -> bool {
    let Problem::UnknownName { .. } = problem else {
        return true;
    };
    UNKNOWN.with_borrow_mut(|told| {
        let is_news = !told.iter().any(|one| one == name);
        if is_news {
            told.push(name.into());
        }
        is_news
    })
}

/// Of a private exercise the page learns nothing, unless its owner asks for events.
fn is_silent(source: &Element, name: &str) -> bool {
    let private = find(name).is_ok_and(|(_, widget)| widget.private);
    private && !page::has(source, "data-events")
}

fn try_mount(
    host: HtmlElement,
    source: &Element,
    name: &str,
    draft: &str,
    notices: &mut Vec<Problem>,
) -> Read {
    // Runs the effects; a second call changes nothing.
    let _ = Executor::init_wasm_bindgen();
    let (kind, widget) = find(name)?;
    words::take_draft(widget.name, draft)?;
    let draw = kind.open(widget, &Source::given(&page::source(source))?, notices)?;
    if widget.private && page::has(source, "data-keep") {
        notices.push(Problem::Page {
            what: "Nothing of a private exercise is ever kept, so data-keep does nothing here.",
        });
    }
    let wrapper = page::attach(&host).ok_or(Problem::Page {
        what: "This element can’t hold an exercise, or holds something of its own already. Put the exercise into a plain <div>.",
    })?;
    let page = Rc::new(page::HostPage {
        host: host.clone(),
        source: source.clone(),
        name: widget.name,
        silent: is_silent(source, widget.name),
        private: widget.private,
    });
    page::mark_language(source, &wrapper, words::language());
    let mut mounted = Mounted {
        place: Place {
            page: page.clone(),
            name: widget.name,
            after: first(source, notices),
            news: News::default(),
            number: NUMBER.replace(NUMBER.get() + 1),
            heading_level: page::heading_level(source),
            region: help::region(&page::locale(source)),
            framed: page::framed(),
        },
        scope: Scope::default(),
        host,
        wrapper,
        draw,
    };
    mounted.draw();
    // A page with a private exercise has a way to leave at its beginning.
    page::watch(&mounted.host, widget.private);
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
    page.tell("ready");
    Ok(())
}

/// The exercise that the owner put before this one.
fn first(source: &Element, notices: &mut Vec<Problem>) -> Option<&'static str> {
    let name = source.get_attribute("data-after")?;
    let what = match find(&name) {
        Err(problem) => {
            notices.push(problem);
            return None;
        }
        Ok((_, widget)) if widget.private => {
            "data-after names a private exercise, which hands nothing on."
        }
        Ok((_, widget)) if page::leads_to(source, "") => return Some(widget.name),
        Ok(_) => "data-after names no exercise of this page.",
    };
    notices.push(Problem::Page { what });
    None
}

impl Mounted {
    /// Draws the view, and lets go of one that was drawn before.
    fn draw(&mut self) {
        self.scope = Scope::default();
        let view = self.scope.hold(|| (self.draw)(self.place.clone()));
        self.wrapper.replace_children_with_node_1(&view);
    }
}
