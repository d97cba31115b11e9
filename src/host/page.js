// What exercises ask of the page: focus, copy, print, leave. Written in JavaScript, since
// it calls nothing but the browser, and a reader downloads a third of what the same
// calls from WebAssembly would cost. It travels inside the glue, not as a file of its own.
// All of it is one object, since the build shortens names within the glue only.

/** Marks the elements that lead from the page's root to the exercise that is printed. */
const ON_PAPER = "data-interlude-print";
const HIDE_OTHERS = `@media print{[${ON_PAPER}]>:not([${ON_PAPER}]){display:none!important}}`;

/** Where "Leave this page" goes when the owner names no page. */
const NEUTRAL = "https://www.wikipedia.org/";

/** The three presses of Shift must fall within this time, in milliseconds. */
const WITHIN = 3000;

/** Moves the focus to the first element that `selector` finds, once effects have run. */
function focus(root, selector) {
  requestAnimationFrame(() => {
    const found = root.querySelector(selector);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "nearest" });
  });
}

/** Copies a text; `done` learns whether that worked. */
function copy(text, done) {
  // A page that isn't served over HTTPS has no clipboard.
  Promise.resolve(navigator.clipboard?.writeText(text).then(() => true))
    .catch(() => false)
    .then((copied) => done(!!copied));
}

/** Prints one exercise alone, under a neutral title; `after` is called when that is over. */
function print(host, after) {
  const path = [];
  for (let up = host; up; up = up.parentElement ?? up.getRootNode().host) path.push(up);
  const title = document.title;
  const sheets = document.adoptedStyleSheets;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HIDE_OTHERS);
  addEventListener(
    "afterprint",
    () => {
      for (const element of path) element.removeAttribute(ON_PAPER);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      document.title = title;
      after();
    },
    { once: true },
  );
  // In the next frame: what the paper shows may have changed just now.
  requestAnimationFrame(() => {
    for (const element of path) element.setAttribute(ON_PAPER, "");
    document.adoptedStyleSheets = [...sheets, sheet];
    // The title becomes the name of the file and stands at the head of the paper.
    document.title = "Worksheet";
    window.print();
  });
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

/** Makes `stop` the first stop of the Tab key, and listens for Shift three times. */
function watch(stop, press) {
  press.addEventListener("click", leave);
  document.body.prepend(stop);
  addEventListener("keydown", down);
  addEventListener("keyup", up);
}

/** Takes back what `watch` did. */
function unwatch(stop) {
  stop.remove();
  removeEventListener("keydown", down);
  removeEventListener("keyup", up);
}

export const page = { focus, copy, print, leave, uncover, watch, unwatch };
