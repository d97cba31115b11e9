// Interlude's entry: the one script that an owner adds. It finds the places, loads
// the rest once one of them comes near the screen, and shows the owner's own HTML
// again whenever anything fails.

// The build puts the release's version and the hashes of its files in place of these.
const VERSION = globalThis.INTERLUDE_VERSION ?? "development";
const HASHES = globalThis.INTERLUDE_HASHES ?? {};
const KEY = Symbol.for("interlude");
const base = new URL(".", import.meta.url).href;
/** The languages that there are words for; English also serves where none fits. */
const LANGUAGES = ["en"];
const NAME = /(?:^|\s)interlude-([a-z\d-]+)/i;
const PLACES = "[data-interlude],[class*=interlude-]";

/** Element → its shadow host: itself, or an element beside it. */
const live = new Map();
let glue;
/** The glue, once the module runs. */
let ready;
let dead = false;

const nameOf = (place) =>
  // Curled quotation marks and the class's prefix slip in easily.
  place.dataset.interlude?.replace(/^“?(interlude-)?|”$/g, "") ??
  // A theme's class on the whole page is no place.
  (place.matches("html,body") ? null : NAME.exec(place.className)?.[1]);

const warn = (words) =>
  console.warn(`Interlude: ${words} The post stays as it is.`);

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

/** Imports the glue; its hash goes ahead, since `import()` takes none. */
const glueCode = () => {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = base + "embed.js";
  link.integrity = HASHES["embed.js"] ?? "";
  document.head.append(link);
  return import(link.href).finally(() => link.remove());
};

/** Fetches glue, wasm and words in the same moment, once for the page. */
const load = (place) =>
  (glue ??= (async () => {
    const wasm = get("embed_bg.wasm").then(async (answer) =>
      // Some hosts send another content type, which streaming refuses.
      /wasm/.test(answer.headers.get("content-type"))
        ? WebAssembly.compileStreaming(answer)
        : WebAssembly.compile(await answer.arrayBuffer()),
    );
    // The language of the text around the place, whatever its region.
    const language = LANGUAGES.find((one) => place.matches(`:lang(${one})`)) ?? "en";
    const file = `words.${language}.json`;
    const words = get(file).then((answer) => answer.text());
    const [code, module, written] = await Promise.all([glueCode(), wasm, words]);
    code.initSync({ module });
    if (!code.speak(written)) throw Error(file + " can’t be read");
    return (ready = code);
  })());

/** Takes the element beside a list away, and shows the list. */
const withdraw = (place, host) => {
  host.remove();
  place.style.removeProperty("display");
};

/** Shows the owner's HTML again, and never calls the module any more. */
const giveUp = (error) => {
  if (dead) return;
  dead = true;
  near?.disconnect();
  changes.disconnect();
  for (const [place, host] of live) {
    if (host !== place) withdraw(place, host);
    else host.shadowRoot?.replaceChildren(document.createElement("slot"));
  }
  live.clear();
  warn(`it stopped (${error?.message ?? error}).`);
};

/** Runs a call into the module; a trap there ends all of them. */
const guard = (call) => {
  try {
    return dead ? undefined : call();
  } catch (error) {
    giveUp(error);
  }
};

const bring = async (place) => {
  let code;
  try {
    code = await load(place);
  } catch (error) {
    return giveUp(error);
  }
  if (live.has(place) || !place.isConnected) return;
  // A list cannot carry a shadow root: it gets an element beside it.
  const beside = !/^(div|section|article|aside|p|main)$/.test(place.localName);
  const host = beside ? document.createElement("div") : place;
  if (!guard(() => code.mount(host, place, nameOf(place)))) return;
  live.set(place, host);
  if (beside) {
    place.after(host);
    place.style.setProperty("display", "none", "important");
  }
};

const near =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        bring(target);
      }
    },
    { rootMargin: "100% 0px" },
  );

const seen = new WeakSet();
const look = (root) => {
  const inside = root.querySelectorAll?.(PLACES) ?? [];
  for (const place of root.matches?.(PLACES) ? [root, ...inside] : inside) {
    if (seen.has(place) || nameOf(place) == null || within(place)) continue;
    seen.add(place);
    near ? near.observe(place) : bring(place);
  }
};

/** A place inside a place belongs to the outer one. */
const within = (place) => {
  for (let up = place.parentElement; up; up = up.parentElement)
    if (nameOf(up) != null) return true;
};

const leftBehind = () => {
  for (const [place, host] of live) {
    if (place.isConnected) continue;
    live.delete(place);
    seen.delete(place);
    guard(() => ready.unmount(host));
    if (host !== place) withdraw(place, host);
  }
};

const changes = new MutationObserver((list) => {
  let removed;
  for (const { addedNodes, removedNodes } of list) {
    addedNodes.forEach(look);
    removed ||= removedNodes.length;
  }
  if (removed && live.size) leftBehind();
});

// Answers are gone when the page is left, and when it comes back from the cache.
const reset = () => live.size && guard(() => ready.reset());

// A trap in an event's callback surfaces here. Only our own is our business.
const trapped = (error) => error?.stack?.includes(base) && giveUp(error);

const start = () => {
  addEventListener("error", (event) => trapped(event.error));
  addEventListener("unhandledrejection", (event) => trapped(event.reason));
  addEventListener("pagehide", reset);
  addEventListener("pageshow", (event) => event.persisted && reset());
  changes.observe(document, { childList: true, subtree: true });
  look(document);
};

if (!globalThis[KEY]) {
  globalThis[KEY] = VERSION;
  globalThis.WebAssembly ? start() : warn("this browser has no WebAssembly.");
} else if (globalThis[KEY] !== VERSION) {
  console.warn(
    `Interlude: versions ${globalThis[KEY]} and ${VERSION} are on this page; the first one is used.`,
  );
}
