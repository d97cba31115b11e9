// The check of an owner's page. A reader's page never loads it: places.js fetches it when
// `#interlude-check` stands at the end of the address. It goes through all places, also those
// that are not near, and says in the console what check.wasm finds in them.

/** Name of a property without its beginning, to what stands out by it, in front and behind. */
const PAIRS = [
  // The properties that may be to blame: the first of them that the owner has set is named.
  { of: ["surface"], is: "text", front: "text", behind: [] },
  { of: ["raised", "surface"], is: "text", front: "text", behind: ["raised"] },
  { of: ["tint", "accent", "surface"], is: "text", front: "text", behind: ["tint"] },
  { of: ["accent"], is: "text", front: "label", behind: ["accent"] },
  { of: ["edge", "surface"], is: "control", front: "edge", behind: [] },
  { of: ["accent", "surface"], is: "control", front: "mark", behind: [] },
  { of: ["focus", "surface"], is: "control", front: "focus", behind: [] },
];

/** As an owner writes it. */
const property = (name) => `--interlude-${name}`;

/** check.wasm, once for the page; only the very one of this release. */
let loaded;
const load = async (base) => {
  const answer = await fetch(base + "check.wasm", { integrity: globalThis.INTERLUDE_CHECK_HASH ?? "" });
  if (!answer.ok) throw Error(`check.wasm: HTTP ${answer.status}`);
  const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer());
  return instance.exports;
};

/** Calls the module with some texts, and answers its text. */
const ask = ({ memory, room, answer, answer_length, ...calls }, call, ...texts) => {
  const bytes = texts.map((text) => new TextEncoder().encode(text));
  let at = room(bytes.reduce((sum, one) => sum + one.length, 0));
  for (const one of bytes) {
    new Uint8Array(memory.buffer, at).set(one);
    at += one.length;
  }
  calls[call](...bytes.slice(0, -1).map((one) => one.length));
  return new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), answer_length()));
};

/** All elements, also those in shadow roots of the page. */
const everything = (root) =>
  [...root.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? [one, ...everything(one.shadowRoot)] : one));

/** The elements from the page's root to a place. */
const pathTo = (place) => {
  const path = [];
  for (let up = place; up; up = up.parentElement ?? up.getRootNode().host) path.unshift(up);
  return path;
};

/** What one sees of colors that lie on each other, the first one undermost. */
const visible = (brush, colors) => {
  for (const color of colors) {
    brush.fillStyle = "transparent";
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
  }
  return brush.getImageData(0, 0, 1, 1).data.slice(0, 3).join();
};

const NAMES = ["surface", "raised", "tint", "edge", "accent", "focus"];

/** Adds an element, and answers it. */
const add = (to, name, className = "") => {
  const element = document.createElement(name);
  element.className = className;
  to.append(element);
  return element;
};

/** An element with an exercise's style, set as the place is; never seen, and taken away again. */
const sample = (place, style) => {
  const look = getComputedStyle(place);
  const host = document.createElement("div");
  host.style.cssText = "all: initial; position: absolute; visibility: hidden";
  host.style.color = look.color;
  host.style.colorScheme = look.colorScheme;
  // What is not set at the place must not come from the page's root.
  for (const name of NAMES) host.style.setProperty(property(name), look.getPropertyValue(property(name)) || "initial");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  return [host, add(root, "div", "interlude")];
};

/** An exercise's colors at a place, by their names. */
const colorsAt = (place, style) => {
  const [host, whole] = sample(place, style);
  const frame = add(whole, "div", "frame");
  const elements = { text: frame, label: add(add(frame, "button", "button main"), "span") };
  for (const name of [...NAMES, "mark"]) {
    elements[name] = add(frame, "i");
    elements[name].style.color = `var(--${name})`;
  }
  elements.canvas = add(frame, "i");
  elements.canvas.style.color = "Canvas";
  document.documentElement.append(host);
  const colors = Object.entries(elements).map(([name, element]) => [name, getComputedStyle(element).color]);
  // This one goes by the color of the text before it is moved away from the middle.
  colors.push(["surface", getComputedStyle(whole).backgroundColor]);
  host.remove();
  return Object.fromEntries(colors);
};

/** The owner's colors at a place, as `check::contrasts` reads them. */
const measure = (place, style) => {
  const look = getComputedStyle(place);
  const isSet = (name) => look.getPropertyValue(property(name)).trim();
  const pairs = PAIRS.filter(({ of }) => of.some(isSet));
  if (!pairs.length) return "";
  const colors = colorsAt(place, style);
  const page = pathTo(place).map((up) => getComputedStyle(up).backgroundColor);
  const brush = document.createElement("canvas").getContext("2d");
  const lines = pairs.map(({ of, is, front, behind }) => {
    const under = [colors.canvas, ...page, colors.surface, ...behind.map((name) => colors[name])];
    return [of.find(isSet), is, visible(brush, [...under, colors[front]]), visible(brush, under)].join(" ");
  });
  return lines.join("\n");
};

const sentences = (text) => text.split("\n").filter(Boolean);

const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/** Goes through the page, and says in the console what it finds. */
export async function check({ page, base, draftOf, nameOf, seen }) {
  const module = await (loaded ??= load(base));
  const style = ask(module, "style", "");
  const places = everything(document).filter((one) => seen.has(one) && one.localName !== "script");
  let amiss = 0;
  for (const place of places) {
    await page.fetchContent(place);
    const name = nameOf(place);
    const draft = (await draftOf(name)) || "";
    const said = sentences(ask(module, "place", name, draft, page.source(place), measure(place, style)));
    if (said.length) page.tell(place, name, said.length > 1 ? ["", ...said].join("\n• ") : said[0]);
    amiss += said.length;
  }
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const locales = new Set(places.map(page.locale));
  const own = ["script[data-interlude-words]", "script[data-interlude-help]"].map(text);
  const today = new Date().toISOString().slice(0, 10);
  for (const sentence of sentences(ask(module, "page", today, ...own, [...locales].join(" ")))) {
    console.warn(`Interlude: ${sentence}`);
    amiss += 1;
  }
  const end = amiss ? `${count(amiss, "thing")} to mend` : "nothing to mend";
  console.info(`Interlude: ${count(places.length, "place")} checked, ${end}.`);
}
