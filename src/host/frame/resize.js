// The page around a frame: gives every <iframe> that shows embed.html of this folder the height of
// its exercise. One tag for the whole page: <script type="module" src="…/resize.js"></script>
const page = new URL("embed.html", import.meta.url);
const frames = () =>
  [...document.querySelectorAll("iframe")].filter(({ src }) => {
    const { origin, pathname } = new URL(src, location.href);
    return origin === page.origin && pathname === page.pathname;
  });

/** Far more than any exercise; a larger number is a mistake or a prank. */
const HIGHEST = 30_000;

// A statement, not an answer: WebKit leaves out a caller that only hands on the answer of its last
// call, and then takes the frame itself for the sender.
const ask = (frame) => {
  frame.contentWindow?.postMessage({ interlude: "size?" }, page.origin);
};

addEventListener("message", ({ source, origin, data }) => {
  if (origin !== page.origin || data?.interlude !== "size") return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (frame && data.height > 0 && data.height < HIGHEST) frame.style.height = `${Math.ceil(data.height)}px`;
});

// Frames that load from now on, and those that have loaded before.
document.addEventListener("load", ({ target }) => frames().includes(target) && ask(target), true);
frames().forEach(ask);
