// Interlude's entry: the one script that an owner adds. It finds the places and loads the
// rest once one of them comes near the screen. Until then, and whenever anything fails,
// the post is as the owner wrote it. What happens to a place after that is in places.js.

// The build puts the release's version and the hashes of its files in place of these.
const VERSION = globalThis.INTERLUDE_VERSION ?? "development";
const HASHES = globalThis.INTERLUDE_HASHES ?? {};
const KEY = Symbol.for("interlude");
/** The languages that there are words for; English also serves where none fits. */
const LANGUAGES = ["en", "es"];
const NAME = /(?:^|\s)interlude-([a-z\d-]+)/i;
const WIDGET = "interlude-widget";
const PLACES = `[data-interlude],[class*=interlude-],${WIDGET}`;

/** The folder that the entry came from. */
let base;
/** Observes where the places are on the screen. */
let near;
/** Place → its name and since when it is near; only those that are not alive yet. */
let wanted;
/** Places that are observed, and tags that have had their place made. */
let seen;
let changes;
let loaded;
/** The language of the words and the drafts. */
let language;
/** Name of an exercise → its draft: a promise first, then the text, or why there is none. */
const drafts = {};
/** places.js, once the module runs. */
let places;
let dead;

const nameOf = (place) =>
  // Curled quotation marks and the class's prefix slip in easily.
  (place.dataset.interlude ?? (place.localName === WIDGET ? (place.getAttribute("name") ?? "") : undefined))
    ?.replace(/^“?(interlude-)?|”$/g, "") ??
  // A theme's class on the whole page is no place.
  (place.matches("html,body") ? null : NAME.exec(place.className)?.[1]);

/** Says once that nothing comes alive any more, and why. */
const giveUp = (error) => {
  if (dead) return;
  dead = true;
  near?.disconnect?.();
  changes?.disconnect();
  const message = `it stopped (${error?.message ?? error}).`;
  console.warn(`Interlude: ${message} The post stays as it is.`);
  document.dispatchEvent(
    new CustomEvent("interlude:problem", {
      bubbles: true,
      detail: { name: "", version: VERSION, message },
    }),
  );
};

/** Fetches a file of this very release; any other is refused. */
const get = async (name) => {
  const url = base + name;
  const answer = await fetch(url, { integrity: HASHES[name] ?? "" }).catch(async () => {
    // The browser doesn't tell whether the answer or its bytes are amiss: look again.
    const other = await fetch(url);
    if (other.ok) throw Error(`${name} is not of version ${VERSION}`);
    return other;
  });
  if (!answer.ok) throw Error(`${name}: HTTP ${answer.status}`);
  return answer;
};

/** Imports a script of this very release; its hash goes ahead, since `import()` takes none. */
const script = async (name) => {
  // WebKit holds no preloaded module to its hash: there the file is fetched and looked at before.
  if (/^Apple/.test(navigator.vendor)) await get(name);
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = base + name;
  link.integrity = HASHES[name] ?? "";
  document.head.append(link);
  return import(link.href).finally(() => link.remove());
};

const textOf = (name) => get(name).then((answer) => answer.text());

/** Asks for the draft of an exercise, once for the page; a name without a hash has none. */
const draftOf = (name) => {
  const file = `${name}.${language}.json`;
  return (
    file in HASHES &&
    (drafts[name] ??= textOf(file)
      .catch((error) => error.message)
      .then((draft) => (drafts[name] = draft)))
  );
};

/**
 * Fetches glue, wasm and words in the same moment, once for the page. The words bring the
 * drafts' hashes: these follow while the module is still on its way, for all places at once,
 * so that no later request tells how far somebody has read.
 */
const load = (place) =>
  (loaded ??= (async () => {
    const wasm = get("embed_bg.wasm").then(async (answer) =>
      // Some hosts send another content type, which streaming refuses.
      /wasm/.test(answer.headers.get("content-type"))
        ? WebAssembly.compileStreaming(answer)
        : WebAssembly.compile(await answer.arrayBuffer()),
    );
    // The language of the text around the place, whatever its region.
    language = LANGUAGES.find((one) => place.matches(`:lang(${one})`)) ?? "en";
    const file = `words.${language}.json`;
    const words = textOf(file).then((written) => {
      Object.assign(HASHES, JSON.parse(written).files);
      for (const place of document.querySelectorAll(PLACES)) draftOf(nameOf(place));
      return written;
    });
    // A place that the parser is still in has not all of its content.
    const parsed =
      document.readyState !== "loading" ||
      new Promise((done) => addEventListener("DOMContentLoaded", done));
    const [code, module, written] = await Promise.all([script("embed.js"), wasm, words, parsed]);
    code.initSync({ module });
    if (!code.speak(written)) throw Error(file + " can’t be read");
    const { mount, unmount, reset } = code;
    places = code.places({ mount, unmount, reset, draftOf, wanted, near, seen, base, script, nameOf, giveUp });
  })());

const bring = (first) => load(first).then(() => places.bring()).catch(giveUp);

const look = (root) => {
  const inside = root.querySelectorAll?.(PLACES) ?? [];
  for (const place of root.matches?.(PLACES) ? [root, ...inside] : inside) {
    if (seen.has(place) || nameOf(place) == null || within(place)) continue;
    seen.add(place);
    // A copy of a list whose exercise is alive somewhere else.
    place.removeAttribute("data-interlude-hidden");
    if (place.localName === "script") putBehind(place);
    else {
      // Themes hide what is empty, and what is hidden never comes near.
      place.firstChild || place.append(" ");
      near.observe(place);
    }
  }
};

/** Where the tag itself has the name, the exercise stands behind it. */
const putBehind = (tag) => {
  if (tag.closest("head")) {
    console.warn("Interlude: a script tag with data-interlude has to stand where the exercise belongs, not in the page’s head.");
    return;
  }
  const place = document.createElement(WIDGET);
  Object.assign(place.dataset, tag.dataset);
  tag.after(place);
};

/** A place inside a place belongs to the outer one. */
const within = (place) => {
  for (let up = place.parentElement; up; up = up.parentElement)
    if (nameOf(up) != null) return true;
};

/** A callback of ours; what it throws ends all of it. */
const guard =
  (call) =>
  (...given) => {
    try {
      call(...given);
    } catch (error) {
      giveUp(error);
    }
  };

const start = guard(() => {
  if (!globalThis.WebAssembly) throw "this browser has no WebAssembly";
  base = new URL(".", import.meta.url).href;
  wanted = new Map();
  seen = new WeakSet();
  const take = guard((entries) => {
    for (const { isIntersecting, target } of entries) {
      const name = nameOf(target);
      // Some old polyfills don't tell.
      if (isIntersecting === false || name == null) wanted.delete(target);
      else wanted.set(target, { name, since: performance.now() });
    }
    for (const first of wanted.keys()) return bring(first);
  });
  near = globalThis.IntersectionObserver
    ? new IntersectionObserver(take, { rootMargin: "100% 0px" })
    : { observe: (target) => take([{ target }]) };
  changes = new MutationObserver(
    guard((list) => {
      for (const { addedNodes } of list) addedNodes.forEach(look);
      if (list.some(({ removedNodes }) => removedNodes.length)) places?.leave();
    }),
  );
  changes.observe(document, { childList: true, subtree: true });
  look(document);
  // The check of an owner's page doesn't wait for a place to come near; places.js begins it.
  if (location.hash === "#interlude-check") bring(document.documentElement);
  try {
    define();
  } catch {
    // A page may have broken the registry. Then the element is found as any other place.
  }
});

/** By its own callbacks, the element is also found in a shadow root of the page. */
const define = () => {
  if (customElements.get(WIDGET)) return;
  class Widget extends HTMLElement {
    connectedCallback() {
      look(this);
    }
    disconnectedCallback() {
      places?.leave();
    }
  }
  customElements.define(WIDGET, Widget);
};

if (!globalThis[KEY]) {
  globalThis[KEY] = VERSION;
  start();
} else if (globalThis[KEY] !== VERSION) {
  console.warn(
    `Interlude: versions ${globalThis[KEY]} and ${VERSION} are on this page; the first one is used.`,
  );
}
