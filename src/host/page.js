// All that touches the page: reads a place, draws into it, focus, copy, print, leave. Written in JavaScript, since
// it calls nothing but the browser, and a reader downloads a third of what the same
// calls from WebAssembly would cost. It travels inside the glue, not as a file of its own.
// All of it is one object, since the build shortens names within the glue only.

/** Marks the elements that lead from the page's root to the exercises that are printed. */
const ON_PAPER = "data-interlude-print";
/** Hides all others, and gives these the whole width of the paper, whatever the page's columns are. */
const ALONE = `@media print{@page{margin:14mm}[${ON_PAPER}]>:not([${ON_PAPER}]){display:none!important}[${ON_PAPER}]{display:block!important;position:static!important;float:none!important;inline-size:auto!important;max-inline-size:none!important;margin:0!important;border:0!important;padding:0!important;overflow:visible!important;background:none!important}[${ON_PAPER}=all]{break-inside:avoid;break-before:auto;padding-block-end:2em!important}}`;

/** Where "Leave this page" goes when the owner names no page. */
const NEUTRAL = "https://www.wikipedia.org/";

/** The three presses of Shift must fall within this time, in milliseconds. */
const WITHIN = 3000;

/** How deep elements are followed: editors wrap a handful of times. */
const DEEPEST = 60;

/** The text of a place's JSON, if it holds some. */
const json = (place) =>
  place.querySelector("script[type='application/json']:not([data-interlude-words],[data-interlude-help])")?.textContent;

/** The element with what the owner puts in place of ours. */
const own = (attribute) => document.querySelector(`script[${attribute}]`);

/** Says of what is ours which language it is in, where the page around it says another. */
const markLanguage = (around, element, language) => {
  if (!around.matches(`:lang(${language})`)) element.lang = language;
};

/** The addresses that a link of an owner's may have. */
const LINK = /^(https?|mailto|tel):/;

/**
 * A place's HTML as one text for `content::outline`: U+0001 TAG U+0002 opens an
 * element, of a link TAG and its address; U+0003 closes it, everything else is text.
 */
function markup(place, depth = 0) {
  let out = "";
  for (const node of place.childNodes) {
    if (node.nodeType === 3) out += node.data.replace(/[\x01-\x03]/g, "");
    else if (node.nodeType === 1) {
      const inner = depth < DEEPEST ? markup(node, depth + 1) : node.textContent;
      const link = LINK.test(node.href) ? ` ${node.href}` : "";
      out += `\x01${node.localName}${link}\x02${inner}\x03`;
    }
  }
  return out;
}

/** What `data-src` may weigh at most, in bytes. */
const MOST_BYTES = 262144;

/** How long it may take, in milliseconds. */
const LONGEST = 20000;

/** Address → what came from there: a promise first, then as `source` gives it. */
const fetched = new Map();

/**
 * Asks for a file. Not with `fetch`: this request reads HTML without a sink that Trusted
 * Types guard, and runs nothing in it.
 */
const get = (address) =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    let why = "no answer; from another site, it needs CORS headers";
    request.onreadystatechange = () => {
      if (request.readyState !== 2) return;
      const type = request.getResponseHeader("content-type");
      if (/json/.test(type) || (!/html/.test(type) && /\.json$/.test(address))) return;
      if (!/html/.test(type)) request.overrideMimeType("text/html");
      request.responseType = "document";
    };
    request.onprogress = ({ loaded }) => {
      if (loaded <= MOST_BYTES) return;
      // Said here: of a request that is let go at its last byte, Chromium says no more.
      done(`emore than ${MOST_BYTES / 1024} KB`);
      request.abort();
    };
    request.onloadend = () => {
      const { status, response } = request;
      if (status) why = `HTTP ${status}`;
      if (!response || status > 299) done("e" + why);
      else done(response.body ? html(response) : "j" + response);
    };
    request.open("GET", address);
    request.timeout = LONGEST;
    request.send();
  }).catch(() => "enot an address");

/** The content of an element or a document: its JSON where it holds some, else its HTML. */
function html(root) {
  const written = json(root);
  return written == null ? "h" + markup(root.body ?? root) : "j" + written;
}

/** Begins to fetch what `data-src` names; answers a promise as long as it is not there. */
function fetchContent(place) {
  const { src } = place.dataset;
  if (!src || json(place) != null) return;
  if (!fetched.has(src)) {
    fetched.set(src, get(src).then((content) => void fetched.set(src, content)));
  }
  const content = fetched.get(src);
  return typeof content === "string" ? undefined : content;
}

/**
 * The content of a place, after a letter for what it is: `j`, JSON; `h`, HTML as `markup`
 * writes it, or `b` where a list stands right behind it; `e`, why there is none.
 */
function source(place) {
  const { src } = place.dataset;
  if (src && json(place) == null) return fetched.get(src) ?? "e";
  const given = html(place);
  return place.nextElementSibling?.matches("ul,ol") ? given.replace(/^h/, "b") : given;
}

/** One below the last heading before the place, or what `data-heading-level` says. */
function headingLevel(place) {
  let level = +place.dataset.headingLevel;
  if (!level) {
    const headings = place.getRootNode().querySelectorAll("h1,h2,h3,h4,h5,h6");
    // By halves: a browser walks through all siblings in between to compare two of them.
    let [before, after] = [0, headings.length];
    while (before < after) {
      const middle = (before + after) >> 1;
      const position = place.compareDocumentPosition(headings[middle]);
      if (position & Node.DOCUMENT_POSITION_PRECEDING) before = middle + 1;
      else after = middle;
    }
    level = before ? +headings[before - 1].localName[1] + 1 : 2;
  }
  return Math.min(Math.max(level, 2), 6);
}

/** The nearest element that `selector` finds around a place, also outside of a shadow root. */
const around = (place, selector) =>
  place && (place.closest(selector) ?? around(place.getRootNode().host, selector));

/** The region that the owner set, or the language of the text around the place. */
const locale = (place) =>
  around(place, "[data-region]")?.dataset.region.toUpperCase() ?? around(place, "[lang]")?.lang ?? "";

/** In a frame, the address of this page; a page that is written into its frame has none. */
const framed = () => (window === top ? undefined : location.protocol === "about:" ? "" : location.href);

/** Says a problem in the console, with the first words of its place. */
function tell(place, name, words) {
  const text = place.textContent.replace(/[\s"“”]+/g, " ").trim();
  const at = text && ` at “${text.length > 40 ? text.slice(0, 40) + "…" : text}”`;
  console.warn(`Interlude, “${name.slice(0, 40)}”${at}: ${words}`);
}

/** Whether a place has an attribute. */
const has = (place, attribute) => place.hasAttribute(attribute);

/**
 * Tells the owner's page what happened. Once all calls of this moment are over, since a
 * listener may take the place away; and with nothing of ours on the stack, so that what a
 * listener throws is its own.
 */
function emit(place, kind, name, version, message) {
  const detail = message ? { name, version, message } : { name, version };
  const event = new CustomEvent("interlude:" + kind, { bubbles: true, composed: true, detail });
  queueMicrotask(place.dispatchEvent.bind(place, event));
}

let sheet;

/** Element → the shadow root that we gave it. A page may make them closed. */
const roots = new WeakMap();

/** The elements whose shadow root is ours and stands empty. */
const left = new WeakSet();

/**
 * Gives an element an open shadow root with one wrapper in it, in the exercises' style,
 * and answers the wrapper; or nothing, where the element cannot carry a root of ours.
 */
function attach(host, css) {
  let root = host.shadowRoot ?? roots.get(host);
  // Ours, where the element was taken out of the page and put back.
  if (root && !left.delete(host)) return;
  try {
    root ??= host.attachShadow({ mode: "open" });
  } catch {
    // Then there is none.
  }
  if (!root) return;
  roots.set(host, root);
  const wrapper = document.createElement("div");
  wrapper.className = "interlude";
  // Browsers leave what comes into focus below a banner of the site, if only a part of it is
  // in view; this minds the room that our style keeps.
  wrapper.addEventListener("keyup", ({ key, target }) => {
    if (key === "Tab") target.scrollIntoView({ block: "nearest" });
  });
  root.replaceChildren(wrapper);
  try {
    // Needs no `style-src` of the page's policy, and is parsed once.
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4 has no constructed style sheets.
    const style = document.createElement("style");
    style.textContent = css;
    root.prepend(style);
  }
  return wrapper;
}

/** Shows what the owner wrote again. A shadow root stays for good; a slot in it does that. */
function detach(host) {
  roots.get(host)?.replaceChildren(document.createElement("slot"));
  left.add(host);
}

/** Marks a list whose exercise stands beside it. */
const HIDDEN = "data-interlude-hidden";
/** Heavier than what a theme says about its lists. */
const HIDE = `:is(#interlude,[${HIDDEN}]){display:none!important}`;

let hiding;

/**
 * Hides a list behind its exercise. By a sheet of its own, which a saved page or a copy of
 * the element doesn't have: there the list is shown.
 */
function hide(list) {
  list.setAttribute(HIDDEN, "");
  try {
    if (!hiding) (hiding = new CSSStyleSheet()).replaceSync(HIDE);
    const sheets = document.adoptedStyleSheets;
    if (!sheets.includes(hiding)) document.adoptedStyleSheets = [...sheets, hiding];
  } catch {
    list.style.setProperty("display", "none", "important");
  }
}

/** Shows it again. */
function show(list) {
  list.removeAttribute(HIDDEN);
  if (list.style.getPropertyPriority("display")) list.style.removeProperty("display");
}

/** Moves the focus to the first element that `selector` finds, once effects have run. */
function focus(host, selector) {
  requestAnimationFrame(() => {
    const found = roots.get(host).querySelector(selector);
    // First this, which lays the new step out: Firefox gives a legend no focus before.
    found?.scrollIntoView({ block: "nearest" });
    found?.focus({ preventScroll: true });
  });
}

/** The place of the exercise that waits for the one of that name; without a name, of the one that `place` itself waits for. */
function neighbor(place, name) {
  const first = CSS.escape(place.dataset.after);
  return place
    .getRootNode()
    .querySelector(
      name ? `[data-after="${name}"]` : `:is([data-interlude="${first}"],[name="${first}"],.interlude-${first}):not(script)`,
    );
}

const leads = (place, name) => !!neighbor(place, name);

/** Brings it into view, with the focus. */
function go(place, name) {
  const to = neighbor(place, name);
  // Of a list, what stands beside it is seen.
  const host = to.hasAttribute(HIDDEN) ? to.nextElementSibling : to;
  const title = roots.get(host)?.querySelector(".title");
  // One that is not alive yet: the focus waits at its beginning.
  if (!title) host.tabIndex = -1;
  host.scrollIntoView();
  (title ?? host).focus({ preventScroll: true });
}

/** Copies a text; `done` learns whether that worked. */
function copy(text, done) {
  // A page that isn't served over HTTPS has no clipboard.
  Promise.resolve(navigator.clipboard?.writeText(text).then(() => true))
    .catch(() => false)
    .then((copied) => done(!!copied));
}

/** Prints exercises and nothing else, under a neutral title; `after` is called when that is over. */
function print(hosts, worksheet, after) {
  const path = new Set();
  for (const host of hosts)
    for (let up = host; up; up = up.parentElement ?? up.getRootNode().host) path.add(up);
  const { title, adoptedStyleSheets: sheets } = document;
  addEventListener(
    "afterprint",
    () => {
      for (const element of path) element.removeAttribute(ON_PAPER);
      if (sheets) document.adoptedStyleSheets = sheets;
      document.title = title;
      after();
    },
    { once: true },
  );
  // In the next frame: what the paper shows may have changed just now.
  requestAnimationFrame(() => {
    for (const element of path) element.setAttribute(ON_PAPER, "");
    // Of several, each keeps to one page where it can.
    if (hosts.length > 1) for (const host of hosts) host.setAttribute(ON_PAPER, "all");
    // Without constructed style sheets (Safari before 16.4) the whole page is printed.
    if (sheets) {
      const others = new CSSStyleSheet();
      others.replaceSync(ALONE);
      document.adoptedStyleSheets = [...sheets, others];
    }
    // The title becomes the name of the file and stands at the head of the paper.
    document.title = worksheet;
    window.print();
  });
}

/** Prints all exercises of the page but the one at `host`, once `ready` has been called. */
function printAll(host, worksheet, ready, after) {
  page.all().then((hosts) => {
    ready();
    print(
      hosts.filter((one) => one !== host),
      worksheet,
      after,
    );
  });
}

/** The coach's module, once somebody writes; only the very one of this release. */
let coachModule;
const loadCoach = async () => {
  // In a development build this script stands in a folder of its own.
  const url = new URL("coach.wasm", import.meta.url.replace(/snippets\/.*/, ""));
  const answer = await fetch(url, { integrity: globalThis.INTERLUDE_COACH_HASH ?? "" });
  if (!answer.ok) throw Error(`coach.wasm: HTTP ${answer.status}`);
  const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer());
  return instance.exports;
};

/** Answers from the coach come one after the other: it has one desk. */
let desk = Promise.resolve();
let coachMissed;

/** Asks the coach about one or two replies to a line; `done` gets its answer as one text, or nothing. */
function coach(task, round, line, first, second, done) {
  desk = desk.then(async () => {
    let said;
    try {
      const { memory, room, begin, step, answer, answer_length } = await (coachModule ??= loadCoach());
      const bytes = (text) => new TextEncoder().encode(text);
      const all = bytes(line + first + second);
      const at = room(all.length);
      new Uint8Array(memory.buffer, at).set(all);
      begin(task, round, bytes(line).length, bytes(first).length);
      // Between two steps the page may scroll, draw, and take a key.
      while (!step()) await new Promise((on) => setTimeout(on));
      said = new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), answer_length()));
    } catch (error) {
      coachModule = undefined;
      if (!coachMissed) console.warn(`Interlude: the coach is missing (${error.message}). The exercise works without its notes.`);
      coachMissed = true;
    }
    done(said);
  });
}

/** Place → under which name it is kept. */
const keys = new WeakMap();

/**
 * The record that is kept of an exercise, empty where there is none; nothing, where its
 * owner didn't ask for that or the browser keeps nothing, which is tried here.
 */
function kept(place) {
  try {
    if ((place.dataset.keep ?? "false") === "false") return;
    // The page's own address, and the place's number among those that are kept.
    const { href } = document.querySelector("link[rel=canonical]") ?? location;
    const number = [...document.querySelectorAll("[data-keep]")].indexOf(place);
    const key = `interlude ${href.replace(/#.*/, "")} ${number}`;
    keys.set(place, key);
    const record = localStorage.getItem(key) ?? "";
    localStorage.setItem(key, record);
    if (!record) localStorage.removeItem(key);
    return record;
  } catch {
    // Then it keeps nothing.
  }
}

/** Keeps a record, or none any more; tells whether that worked. Where it didn't, none is left. */
function keep(place, record) {
  try {
    if (record) localStorage.setItem(keys.get(place), record);
    else localStorage.removeItem(keys.get(place));
    return true;
  } catch {
    if (record) keep(place);
    return false;
  }
}

const cover = (covered) => {
  // Nothing of the page is drawn, whatever stands in front of what.
  const { style } = document.documentElement;
  if (covered) style.setProperty("display", "none", "important");
  else style.removeProperty("display");
};

/** Covers the page at once, and puts a neutral one in its place in the history. */
function leave() {
  cover(true);
  document.title = "";
  // The neutral page doesn't learn where the reader comes from.
  const referrer = document.createElement("meta");
  referrer.name = "referrer";
  referrer.content = "no-referrer";
  document.head.append(referrer);
  const told = document.querySelector("[data-leave]")?.dataset.leave ?? "";
  location.replace(/^https?:\/\//.test(told) ? told : NEUTRAL);
}

/** Shows the page again, when a reader comes back to it. */
const uncover = () => cover(false);

let presses = [];
/** Shift is down, and no other key came since. */
let alone = false;

const down = ({ key }) => {
  alone = key === "Shift";
  if (!alone) presses = [];
};

const up = ({ key, timeStamp }) => {
  if (key !== "Shift" || !alone) return;
  alone = false;
  presses = [...presses.filter((time) => timeStamp - time < WITHIN), timeStamp];
  if (presses.length > 2) leave();
};

/** The exercises with a way to leave. */
const guarded = new Set();

/** While something is guarded: the first stop of the Tab key, and the button in it. */
let stop, press;

/** What is in front at a point, our own stop left out. */
const inFront = ([x, y]) => document.elementsFromPoint(x, y).filter((one) => one !== stop);

/** What a reader may be about to press there. */
const PRESSED = "a,button,input,label,iframe,[role=button]";

/** Brings the stop in front of whatever the page shows, now and by any `z-index`. */
const raise = () => {
  // Browsers without popovers leave it where its own `z-index` puts it.
  press.hidePopover?.();
  press.showPopover?.();
};

/** How far apart the places are that are tried, in pixels, and how far from what is above. */
const APART = 12;
const GAP = 3;

/**
 * The style of the stop for an exercise whose own way to leave is covered, or was taken off the
 * screen by a theme: it looks the same, and stands as near as nothing of the page is in the way.
 * Nothing, where the exercise's own can be seen, or the exercise can't.
 */
function styleFor(host, modal) {
  const button = roots.get(host).querySelector(".leave .button");
  const { left, width, top, height } = button?.getBoundingClientRect() ?? {};
  if (!height) return;
  const { position } = getComputedStyle(button.parentNode);
  const row = position === "sticky" ? Math.max(top, 0) : top;
  const last = innerHeight - height - 2 * GAP;
  if (row > last || host.getBoundingClientRect().bottom < row + 3 * height) return;
  let outer = host;
  while (outer.getRootNode().host) outer = outer.getRootNode().host;
  // Closer together than anything that is pressed is wide.
  const points = (top) =>
    [0, 1, 2, 3, 4].flatMap((part) =>
      [top - GAP, top + height / 2, top + height + GAP].map((y) => [left + (width * part) / 4, y]),
    );
  const isClear = (top) => points(top).every((point) => inFront(point)[0] === outer);
  // What an open modal dialog shuts off is nowhere.
  const isShut = modal && !modal.contains(outer);
  if (!isShut && (isClear(top) || !points(row).some((point) => inFront(point).includes(outer)))) return;
  const tops = [];
  for (let at = row; at <= last; at += APART) tops.push(at);
  for (let at = row; at >= 0; at -= APART) tops.push(at);
  const isIdle = (top) => points(top).every((point) => !inFront(point)[0]?.closest(PRESSED));
  const found = tops.find(isClear) ?? tops.find(isIdle) ?? row;
  const { font, backgroundColor } = getComputedStyle(button);
  const { color } = getComputedStyle(button.firstElementChild);
  return (
    `left:${left}px;right:auto;top:${found}px;width:${width}px;height:${height}px;` +
    `font:${font};color:${color};background:${backgroundColor};border-color:${backgroundColor}`
  );
}

/** Shows the stop where an exercise's own way to leave is covered, and hides it otherwise. */
function keepInSight() {
  ticking = undefined;
  if (!stop) return;
  // Some browsers have no name for them.
  const modal = CSS.supports("selector(:modal)") ? document.querySelector("dialog:modal") : null;
  let style;
  if (!document.fullscreenElement) for (const host of guarded) style ??= styleFor(host, modal);
  // All that is not in an open modal dialog is out of use.
  const parent = (style && modal) ?? document.body;
  if (stop.parentNode !== parent) parent.prepend(stop);
  if (!style) return press.removeAttribute("style");
  press.style.cssText = style;
  const { left, top, width, height } = press.getBoundingClientRect();
  if (document.elementFromPoint(left + width / 2, top + height / 2) !== stop) raise();
}

/** The frame in which it is looked next. */
let ticking;
const look = () => (ticking ??= requestAnimationFrame(keepInSight));

/** How often it is looked whether something has come in front, in milliseconds. */
const EVERY = 500;
let clock;

/**
 * While an exercise that is to be guarded is there, the first stop of the Tab key leaves the
 * page, and so does Shift three times.
 */
function watch(host, isGuarded, label, language, css) {
  if (isGuarded) guarded.add(host);
  else guarded.delete(host);
  const wanted = guarded.size > 0;
  if (wanted === !!stop) return;
  const listen = wanted ? addEventListener : removeEventListener;
  listen("keydown", down);
  listen("keyup", up);
  listen("scroll", look, true);
  listen("resize", look);
  clearInterval(clock);
  if (!wanted) {
    stop.remove();
    stop = undefined;
    return;
  }
  clock = setInterval(look, EVERY);
  stop = document.createElement("div");
  // No box of its own: nothing on the page moves.
  stop.style.setProperty("display", "contents", "important");
  markLanguage(document.body, stop, language);
  press = document.createElement("button");
  press.className = "button first-stop";
  press.popover = "manual";
  press.textContent = label;
  press.addEventListener("click", leave);
  press.addEventListener("focus", raise);
  attach(stop, css).append(press);
  document.body.prepend(stop);
}

export const page = {
  fetchContent, source, headingLevel, locale, framed, tell, emit, has, attach, detach, hide, show,
  own, markLanguage,
  focus, leads, go, copy, print, printAll, coach, kept, keep, leave, uncover, watch,
};
