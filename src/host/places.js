// What happens to the places once the module runs: they come alive one after the other,
// none of them under the reader's eyes; they go with the page's own changes; and all of
// them are the owner's HTML again when anything fails. The entry finds the places.

import { page } from "./page.js";

/** What carries a shadow root itself. Anything else, as a list, gets an element beside it. */
const HOSTS = /^(div|section|article|aside|p|main|interlude-widget)$/;

/** Marks that element. */
const BESIDE = "data-interlude-beside";

/** For this long after the reader came to it, in milliseconds, a place may change in view. */
const AT_ONCE = 3000;

/** How often an exercise comes back where the page itself took it away from its list. */
const MOST_RETURNS = 20;

/** Lets the browser answer the reader and draw, before a place comes alive. */
const pause = () => new Promise((done) => setTimeout(done));

const pageHeight = () => (document.scrollingElement ?? document.documentElement).scrollHeight;

/** Whether scrolling can take a place at `box` off the screen. */
function canLeave({ top, bottom }) {
  const room = pageHeight() - innerHeight;
  return bottom + scrollY <= room || top + scrollY >= innerHeight;
}

/**
 * Whether a place has to wait, since the reader may be at it: what is in view grows
 * downward only, and only when she has just come to its beginning.
 */
function isRead(place, it) {
  if (it.now) return false;
  const box = place.getBoundingClientRect();
  if (document.hidden || box.bottom <= 0 || box.top >= innerHeight) return false;
  // A browser scrolls by whole pixels; a part of one is no part of a line.
  it.since = box.top <= -1 ? undefined : (it.since ?? performance.now());
  if (performance.now() - it.since < AT_ONCE) return false;
  return canLeave(box) || place.contains(document.activeElement);
}

/** Calls `change`, which makes `place` higher or lower, and keeps what is read in its place. */
function keepStill(place, change) {
  const whole = pageHeight();
  const { bottom, height } = place.getBoundingClientRect();
  const host = change();
  // Nothing that follows is in view.
  if (!host || bottom >= innerHeight) return;
  if (bottom > 0) {
    // What follows in view moves up only with the reader's own press.
    const now = host.getBoundingClientRect().height;
    const less = Math.max(height - now, whole - pageHeight());
    if (less > 0) {
      host.style.minHeight = `${now + less}px`;
      host.addEventListener("click", () => host.style.removeProperty("min-height"), { once: true });
    }
  } else if (!CSS.supports("overflow-anchor", "auto")) {
    // Browsers that don't do this by themselves.
    scrollBy({ top: pageHeight() - whole, behavior: "instant" });
  }
}

function start({ mount, unmount, reset, draftOf, wanted, near, seen, base, script, nameOf, giveUp }) {
  /** Place → its shadow host: itself, or an element beside it. */
  const live = new Map();
  /** Place → how often the page took away the element beside it. */
  const returns = new WeakMap();
  let busy, again, dead;

  /** Takes the element beside a list away, and shows the list. */
  const withdraw = (place, host) => {
    host.style.removeProperty("min-height");
    if (host === place) return;
    host.remove();
    page.show(place);
  };

  /** Shows the owner's HTML again, and never calls the module any more. */
  const stop = (error) => {
    if (dead) return;
    dead = true;
    wanted.clear();
    for (const [place, host] of live) {
      page.detach(host);
      withdraw(place, host);
    }
    live.clear();
    giveUp(error);
  };

  /** Runs a call into the module; a trap there ends all of them. */
  const guard = (call) => {
    try {
      return dead ? undefined : call();
    } catch (error) {
      stop(error);
    }
  };

  const open = (place, name) => {
    const beside = !HOSTS.test(place.localName);
    // What a copy of the page has of an exercise is an empty element.
    if (beside && place.nextElementSibling?.hasAttribute(BESIDE)) place.nextElementSibling.remove();
    const host = beside ? document.createElement("div") : place;
    // Themes hide what is empty.
    if (beside) host.append(" ");
    // Before the call: a trap in it leaves half an exercise, which is to go, too.
    live.set(place, host);
    if (!guard(() => mount(host, place, name, draftOf(name) || ""))) {
      live.delete(place);
      return;
    }
    if (beside) {
      host.setAttribute(BESIDE, "");
      place.after(host);
      page.hide(place);
    }
    return host;
  };

  /** One place after the other; those that have to wait stay among the wanted. */
  const bringAll = async () => {
    for (const [place, it] of wanted) {
      const coming = [page.fetchContent(place), draftOf(it.name)].filter((one) => one?.then);
      for (const one of coming) one.then(bring);
      if (coming.length || isRead(place, it)) continue;
      await pause();
      if (!wanted.has(place) || isRead(place, it)) continue;
      wanted.delete(place);
      near.unobserve?.(place);
      if (live.has(place) || !place.isConnected) continue;
      keepStill(place, () => open(place, it.name));
    }
  };

  /** Brings all places alive, those far away too, and answers their hosts in their order. */
  page.all = async () => {
    const places = [...document.querySelectorAll("*")].filter((place) => seen.has(place));
    for (const place of places) live.has(place) || wanted.set(place, { name: nameOf(place), now: true });
    for (let tries = 100; wanted.size && !dead && tries; tries--) {
      await bring();
      await new Promise((done) => setTimeout(done, 50));
    }
    return places.map((place) => live.get(place)).filter(Boolean);
  };

  const bring = async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again && !dead) {
        again = false;
        await bringAll();
      }
    } catch (error) {
      stop(error);
    }
    busy = false;
  };

  /** Makes a place that was let go an ordinary one again. */
  const comeBack = (place) => {
    // The entry finds it when it is put back.
    if (!place.isConnected) return seen.delete(place);
    // A page that compares itself with what it was takes away what it doesn't know.
    const times = (returns.get(place) ?? 0) + 1;
    returns.set(place, times);
    if (times < MOST_RETURNS) near.observe(place);
  };

  /** Lets go of what the page has taken away. */
  const leave = () => {
    for (const [place, host] of live) {
      if (place.isConnected && host.isConnected) {
        // The page has moved a list: its exercise follows.
        if (host !== place && place.parentNode !== host.parentNode) place.after(host);
        continue;
      }
      live.delete(place);
      guard(() => unmount(host));
      withdraw(place, host);
      comeBack(place);
    }
  };

  // Answers are gone when the page is left, and when it comes back from the cache.
  const forget = (away) => live.size && guard(() => reset(away));

  // A trap in an event's callback surfaces here. Only our own is our business.
  const trapped = (error) => error?.stack?.includes(base + "embed") && stop(error);

  addEventListener("error", (event) => trapped(event.error));
  addEventListener("unhandledrejection", (event) => trapped(event.reason));
  addEventListener("pagehide", () => forget(true));
  addEventListener("pageshow", (event) => event.persisted && forget(false));
  // What waits may come when the reader has gone on.
  for (const event of ["scroll", "resize", "visibilitychange"])
    addEventListener(event, () => wanted.size && bring(), { capture: true, passive: true });

  /** Tells an owner what to look at once more, when her page's address asks for it. */
  const check = () => {
    if (location.hash !== "#interlude-check") return;
    script("check.js")
      .then((code) => code.check({ page, base, draftOf, nameOf, seen }))
      .catch(({ message }) => console.warn(`Interlude: the check can’t run (${message}).`));
  };
  addEventListener("hashchange", check);
  check();
  return { bring, leave };
}

export const places = { start };
