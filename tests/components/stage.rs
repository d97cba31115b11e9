//! What the tests are made with: a place in the document, and an exercise in it, used as
//! a reader uses it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use interlude::coach::{Answer, Ask, Coach};
use interlude::content::Source;
use interlude::host;
use interlude::ui::News;
use interlude::ui::dom::Scope;
use interlude::ui::words::{self, Word};
use interlude::widgets::{self, Page, Place, Way, find};
use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, Element, Event as WebEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    MutationObserver, MutationObserverInit, Node, NodeList,
};

pub const CHOICE: &str = "perspective-switch";
pub const PRACTICE: &str = "mirror-then-ask";
pub const REFLECTION: &str = "working-on-it-or-walking-away";
pub const OPEN: &str = "ask-one-more";
pub const CONNECT: &str = "validate-then-connect";
pub const LINE: &str = "next-time";
pub const LIMIT: &str = "and-also";
pub const PAUSE: &str = "slow-the-moment";
pub const CARD: &str = "plain-words";
pub const ALL: [&str; 9] = [
    CHOICE, PRACTICE, OPEN, CONNECT, REFLECTION, LINE, LIMIT, PAUSE, CARD,
];

/// A reply that every note has something to say about.
pub const REPLY: &str = "That sounds awful. What happened?";

thread_local! {
    /// What the last test left behind: a failing one cannot clean up.
    static STAGE: RefCell<Option<Element>> = const { RefCell::new(None) };
    static HOSTS: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
    static CONSOLE: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
    static NUMBER: Cell<usize> = const { Cell::new(10_000) };
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Clears the page of what came before, and puts `html` at its end.
pub fn stage(html: &str) -> Element {
    restore_console();
    for host in HOSTS.take() {
        host::unmount(&host);
    }
    if let Some(before) = STAGE.take() {
        before.remove();
    }
    let stage = document().create_element("div").unwrap();
    stage.set_inner_html(html);
    assert!(words::load(words::ENGLISH, None, &mut Vec::new()));
    words::take_drafts(words::DRAFTS);
    document().body().unwrap().append_child(&stage).unwrap();
    STAGE.set(Some(stage.clone()));
    stage
}

/// Waits until effects have run: they are microtasks, and this is a task.
pub async fn settled() {
    let promise = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until what was asked for in the next frame is done.
pub async fn framed() {
    for _ in 0..2 {
        let promise = Promise::new(&mut |resolve, _| {
            let window = web_sys::window().unwrap();
            window.request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(promise).await.unwrap();
    }
    settled().await;
}

pub fn elements(list: &NodeList) -> Vec<Element> {
    (0..list.length())
        .filter_map(|at| list.get(at)?.dyn_into().ok())
        .collect()
}

/// All nodes in and below one, through open shadow roots. The test runner writes what it
/// does into a `<pre>` of its own; that does not count.
pub fn count_nodes(node: &Node) -> usize {
    if node.node_name() == "PRE" {
        return 0;
    }
    let mut count = 1;
    let children = node.child_nodes();
    for at in 0..children.length() {
        count += count_nodes(&children.get(at).unwrap());
    }
    if let Some(root) = node.dyn_ref::<Element>().and_then(Element::shadow_root) {
        count += count_nodes(&root);
    }
    count
}

/// The direction in which an element's text is written.
pub fn direction(element: &Element) -> String {
    let window = web_sys::window().unwrap();
    let style = window.get_computed_style(element).unwrap().unwrap();
    style.get_property_value("direction").unwrap()
}

/// The text that stands in an element itself, not in one within it.
pub fn own_text(element: &Element) -> String {
    let children = element.child_nodes();
    (0..children.length())
        .filter_map(|at| children.get(at))
        .filter(|node| node.node_type() == Node::TEXT_NODE)
        .filter_map(|node| node.text_content())
        .collect()
}

/// Counts the changes of an element's text.
pub struct Changes {
    count: Rc<Cell<u32>>,
    observer: MutationObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Changes {
    pub fn of(element: &Element) -> Self {
        let count = Rc::new(Cell::new(0));
        let counted = count.clone();
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |records: js_sys::Array| {
            counted.set(counted.get() + records.length());
        });
        let observer = MutationObserver::new(seen.as_ref().unchecked_ref()).unwrap();
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_subtree(true);
        observer.observe_with_options(element, &what).unwrap();
        Self {
            count,
            observer,
            _seen: seen,
        }
    }

    pub fn count(self) -> u32 {
        let open = self.observer.take_records().length();
        self.observer.disconnect();
        self.count.get() + open
    }
}

/// Hears what is said in the console until [`Console::stop`].
pub struct Console {
    said: Rc<RefCell<Vec<String>>>,
    _hooks: Vec<Closure<dyn FnMut(String)>>,
}

fn console() -> JsValue {
    Reflect::get(&js_sys::global(), &"console".into()).unwrap()
}

fn restore_console() {
    for (method, own) in CONSOLE.take() {
        Reflect::set(&console(), &method.into(), &own).unwrap();
    }
}

impl Console {
    /// Hears warnings.
    pub fn warnings() -> Self {
        Self::hear(&["warn"])
    }

    pub fn hear(methods: &[&'static str]) -> Self {
        restore_console();
        let said = Rc::new(RefCell::new(Vec::new()));
        let mut hooks = Vec::new();
        for method in methods {
            let own = Reflect::get(&console(), &(*method).into()).unwrap();
            CONSOLE.with_borrow_mut(|all| all.push((*method, own)));
            let heard = said.clone();
            let hook =
                Closure::<dyn FnMut(String)>::new(move |words| heard.borrow_mut().push(words));
            Reflect::set(&console(), &(*method).into(), hook.as_ref()).unwrap();
            hooks.push(hook);
        }
        Self {
            said,
            _hooks: hooks,
        }
    }

    pub fn stop(self) -> Vec<String> {
        restore_console();
        self.said.take()
    }
}

/// A page that notes what is asked of it.
#[derive(Default)]
pub struct FakePage {
    pub copied: RefCell<Vec<String>>,
    pub refuses: Cell<bool>,
    /// Each printing, with what is to be called after it.
    pub printed: RefCell<Vec<Box<dyn FnOnce()>>>,
    pub left: Cell<usize>,
    pub focused: RefCell<Vec<&'static str>>,
    pub events: RefCell<Vec<widgets::Event>>,
    /// The coach cannot be loaded.
    pub no_coach: Cell<bool>,
    pub coach: RefCell<Coach>,
    /// What is kept on the device, where the owner asked for that.
    pub record: RefCell<Option<String>>,
    /// The browser keeps nothing any more.
    pub full: Cell<bool>,
}

impl Page for FakePage {
    fn copy(&self, text: &str, done: Box<dyn FnOnce(bool)>) {
        self.copied.borrow_mut().push(text.into());
        let worked = !self.refuses.get();
        spawn_local(async move { done(worked) });
    }

    fn print(&self, after: Box<dyn FnOnce()>) {
        self.printed.borrow_mut().push(after);
    }

    fn print_all(&self, ready: Box<dyn FnOnce()>, after: Box<dyn FnOnce()>) {
        ready();
        self.printed.borrow_mut().push(after);
    }

    fn kept(&self) -> Option<String> {
        self.record.borrow().clone()
    }

    fn keep(&self, record: &str) -> bool {
        let keeps = !self.full.get() || record.is_empty();
        let kept = if keeps { record } else { "" };
        self.record.replace(Some(kept.into()));
        keeps
    }

    fn leave(&self) {
        self.left.set(self.left.get() + 1);
    }

    fn coach(&self, ask: &Ask, done: Box<dyn FnOnce(Option<Answer>)>) {
        let answer = self.coach.borrow_mut().answer(ask.clone());
        let answer = (!self.no_coach.get()).then_some(answer);
        spawn_local(async move { done(answer) });
    }

    fn emit(&self, event: widgets::Event) {
        self.events.borrow_mut().push(event);
    }

    fn leads(&self, _: Way) -> bool {
        false
    }

    fn go(&self, _: Way) {}

    fn focus(&self, selector: &'static str) {
        self.focused.borrow_mut().push(selector);
    }
}

/// An exercise on the page.
pub struct Exercise {
    /// What the view is drawn into.
    pub root: HtmlElement,
    /// Holds what was drawn; the host holds it where the exercise is mounted.
    _scope: Scope,
}

/// Draws an exercise with a page that notes what is asked of it.
pub fn draw(name: &str, source: &Source) -> (Exercise, Rc<FakePage>) {
    draw_in(&stage(""), name, source)
}

pub fn draw_in(stage: &Element, name: &str, source: &Source) -> (Exercise, Rc<FakePage>) {
    let page = Rc::new(FakePage::default());
    (draw_for(&page, stage, name, source), page)
}

/// Draws an exercise whose page has something for it.
pub fn draw_for(page: &Rc<FakePage>, stage: &Element, name: &str, source: &Source) -> Exercise {
    let _ = Executor::init_wasm_bindgen();
    let (kind, widget) = find(name).ok().unwrap();
    let draw = kind.open(widget, source, &mut Vec::new()).ok().unwrap();
    let place = Place {
        page: page.clone(),
        name: widget.name,
        after: None,
        news: News::default(),
        number: NUMBER.replace(NUMBER.get() + 1),
        heading_level: 3,
        region: Some("US".into()),
        framed: None,
    };
    let scope = Scope::default();
    let view = scope.hold(|| draw(place));
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    root.append_child(&view).unwrap();
    stage.append_child(&root).unwrap();
    Exercise {
        root,
        _scope: scope,
    }
}

pub fn draw_json(name: &str, json: &str) -> (Exercise, Rc<FakePage>) {
    draw(name, &Source::Json(json.into()))
}

/// Mounts an exercise in `host`, as the entry script does.
pub fn mount(host: &Element, name: &str) -> bool {
    let host: HtmlElement = host.clone().unchecked_into();
    HOSTS.with_borrow_mut(|hosts| hosts.push(host.clone()));
    host::mount(host.clone(), &host, name, "")
}

/// Mounts, and answers the exercise.
pub fn mounted(host: &Element, name: &str) -> Exercise {
    assert!(mount(host, name), "{name} did not mount");
    exercise_in(host)
}

/// The exercise that is in a shadow host.
pub fn exercise_in(host: &Element) -> Exercise {
    let root = host.shadow_root().unwrap();
    let wrapper = root.query_selector(".interlude").unwrap().unwrap();
    Exercise {
        root: wrapper.unchecked_into(),
        _scope: Scope::default(),
    }
}

/// Mounts an exercise with its draft, alone on the page.
pub fn mount_alone(name: &str) -> (Element, Exercise) {
    let host = stage("<div></div>").first_element_child().unwrap();
    let exercise = mounted(&host, name);
    (host, exercise)
}

impl Exercise {
    pub fn all(&self, selector: &str) -> Vec<Element> {
        elements(&self.root.query_selector_all(selector).unwrap())
    }

    pub fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    #[track_caller]
    pub fn find(&self, selector: &str) -> Element {
        match self.root.query_selector(selector).unwrap() {
            Some(found) => found,
            None => panic!("no {selector} in {}", self.root.inner_html()),
        }
    }

    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap()
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        let all = self.all(selector).into_iter();
        all.filter_map(|one| one.text_content()).collect()
    }

    /// What a reader sees.
    pub fn seen(&self) -> String {
        self.root.inner_text()
    }

    /// What the live region says, with the mark that makes the same words a change.
    pub fn status(&self) -> String {
        self.text("[role=status]")
    }

    fn find_button(&self, label: &str) -> Option<HtmlElement> {
        let all = self.all("button").into_iter();
        all.map(JsCast::unchecked_into::<HtmlElement>)
            .find(|button| button.text_content().as_deref() == Some(label))
    }

    pub fn has_button(&self, label: &str) -> bool {
        self.find_button(label).is_some()
    }

    #[track_caller]
    pub fn button(&self, label: &str) -> HtmlElement {
        match self.find_button(label) {
            Some(button) => button,
            None => panic!("no “{label}” among {:?}", self.texts("button")),
        }
    }

    pub async fn press(&self, label: &str) {
        self.button(label).click();
        settled().await;
    }

    /// The radio with this label; in a fieldset of this legend where one is named.
    #[track_caller]
    pub fn radio_in(&self, legend: &str, label: &str) -> HtmlInputElement {
        for fieldset in self.all("fieldset") {
            let called = fieldset.query_selector("legend").unwrap().unwrap();
            if !legend.is_empty() && called.text_content().as_deref() != Some(legend) {
                continue;
            }
            for one in elements(&fieldset.query_selector_all("label").unwrap()) {
                if one.text_content().as_deref() == Some(label) {
                    let radio = one.query_selector("input").unwrap().unwrap();
                    return radio.unchecked_into();
                }
            }
        }
        panic!("no choice “{label}” among {:?}", self.texts("label"));
    }

    #[track_caller]
    pub fn radio(&self, label: &str) -> HtmlInputElement {
        self.radio_in("", label)
    }

    pub fn radios(&self) -> Vec<HtmlInputElement> {
        let all = self.all("input[type=radio]").into_iter();
        all.map(JsCast::unchecked_into).collect()
    }

    pub fn checked(&self) -> usize {
        let radios = self.radios();
        radios.iter().filter(|radio| radio.checked()).count()
    }

    pub async fn pick(&self, label: &str) {
        self.radio(label).click();
        settled().await;
    }

    #[track_caller]
    pub fn area(&self) -> HtmlTextAreaElement {
        self.find("textarea").unchecked_into()
    }

    /// Writes into the box of that number, as a keyboard does.
    pub async fn write(&self, number: usize, reply: &str) {
        let area = self.all("textarea").remove(number);
        let area: HtmlTextAreaElement = area.unchecked_into();
        area.set_value(reply);
        area.dispatch_event(&WebEvent::new("input").unwrap())
            .unwrap();
        settled().await;
    }

    /// What stands in the box of that number.
    pub fn value(&self, number: usize) -> String {
        let area = self.all("textarea").remove(number);
        area.unchecked_into::<HtmlTextAreaElement>().value()
    }

    /// Writes a reply and asks for notes on it.
    pub async fn look(&self, reply: &str) {
        self.area().set_value(reply);
        self.press(words::LOOK.text()).await;
    }

    /// Walks from the first screen to the last, answers everything on the way with
    /// `written`, and looks at every screen before and after.
    pub async fn walk(&self, written: &str, look: &dyn Fn(&Exercise)) {
        const ON: [Word; 11] = [
            words::OPEN_PRIVATE,
            words::START,
            words::NEXT,
            words::NEXT_ROUND,
            words::CLOSE_PRACTICE,
            words::FINISH,
            words::WHOLE_LINE,
            words::BREATHE,
            words::BREATH_DONE,
            words::WITH_WORD,
            words::OPEN_CARD,
        ];
        for _ in 0..20 {
            look(self);
            for fieldset in self.all("fieldset") {
                let radio = fieldset.query_selector("input").unwrap().unwrap();
                radio.unchecked_into::<HtmlInputElement>().click();
            }
            for area in self.all("textarea") {
                let area: HtmlTextAreaElement = area.unchecked_into();
                area.set_value(written);
                area.dispatch_event(&WebEvent::new("input").unwrap())
                    .unwrap();
            }
            settled().await;
            if self.has_button(words::SEE_ONE_WAY.text()) {
                self.press(words::SEE_ONE_WAY.text()).await;
            }
            look(self);
            let unread = self.has_button(words::LOOK.text()) && !self.has(".noted");
            let look = Some(words::LOOK.text()).filter(|_| unread);
            let on = look.or_else(|| {
                ON.map(Word::text)
                    .into_iter()
                    .find(|label| self.has_button(label))
            });
            let Some(on) = on.filter(|_| !self.has(".end")) else {
                return;
            };
            self.press(on).await;
            // A mounted exercise asks for the coach over the network, which takes its time.
            while unread && !self.has(".noted") {
                framed().await;
            }
        }
        panic!("the walk does not end: {}", self.seen());
    }
}
