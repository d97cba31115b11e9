// The inside of a frame: embed.html?w=NAME shows one exercise, in an <iframe> of another page or as
// a page of its own. Further parameters: `lang`, `region`, `leave`, and `src`, a file with the
// content on this page's own site. Where `resize.js` asks for it, the page around the frame is told
// how high the exercise is, and nothing else.

// From inside a frame of another site nobody sees how near the screen is, so an exercise would come
// only once it is looked at, and change the frame's height under the reader's eyes. Without an
// observer the entry brings it at once; when the frame itself loads is up to the page around it.
delete globalThis.IntersectionObserver;

const told = new URLSearchParams(location.search);
const place = document.createElement("div");
place.dataset.interlude = told.get("w") ?? "";
if (/^[a-z]{2,3}(-\w+)*$/i.test(told.get("lang") ?? "")) document.documentElement.lang = told.get("lang");
for (const name of ["region", "leave"]) if (told.has(name)) place.dataset[name] = told.get(name);
if (told.has("src")) {
  // An address can be made by anybody: another site's words are not shown under this one's name.
  const source = URL.canParse?.(told.get("src"), location.href) && new URL(told.get("src"), location.href);
  if (source?.origin === location.origin) place.dataset.src = source.href;
  else console.warn("Interlude: “src” has to be a file on the same site as embed.html. The draft is shown.");
}
document.querySelector("main").append(place);

const framed = parent !== window;
document.documentElement.classList.toggle("framed", framed);

/** The page around this one, once it has asked. */
let asker;

const tell = () => {
  // Until something is there to see, the frame keeps the height that its page gave it.
  if (!asker || ![...document.body.children].some(({ offsetHeight }) => offsetHeight)) return;
  parent.postMessage({ interlude: "size", height: document.body.offsetHeight }, asker);
};

if (framed) {
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.interlude !== "size?" || !/^https?:/.test(origin)) return;
    asker = origin;
    tell();
  });
}

/** Hides the sentence for a frame that stays empty, or brings it. */
const alive = (yes) => {
  document.documentElement.classList.toggle("alive", yes);
  tell();
};
// Only this page hears them, whatever the exercise.
place.dataset.events = "";
addEventListener("interlude:ready", () => alive(true));
addEventListener("interlude:problem", () => alive(false));
// Off the screen nothing is observed: then the events tell.
new ResizeObserver(tell).observe(document.body);
