// Puts the exercises into the real post, as its owner would: node scripts/post-page.mjs OUTFILE
// The post stays outside this repository; without it there is no page, and that is said.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

const POST = new URL("../../shared/article/post.html", import.meta.url);

/** Which list of the post becomes which exercise, by the words above it. */
const PLACES = [
  { heading: "Use empathy when you want to connect more than you want to win:", name: "validation-or-empathy" },
  { heading: "Common Phrases or Behaviors", name: "mirror-then-ask" },
  { heading: "Watch For:", name: "perspective-switch" },
  { heading: "We Can Help You", name: "what-would-help-first" },
  { heading: "Walk away when:", name: "working-on-it-or-walking-away" },
  { heading: "Empathic, Boundaried Responses", name: "and-also" },
  { heading: "Teaching and Practicing Connecting Empathically", name: "next-time" },
];

/** Wraps the first list below these words, and adds the one script tag. */
function withExercises(html, entry = "interlude.js") {
  for (const { heading, name } of PLACES) {
    const at = html.indexOf(`>${heading}<`);
    const from = html.indexOf("<ul>", at);
    const to = html.indexOf("</ul>", from) + "</ul>".length;
    if (at < 0 || from < 0) throw Error(`The post has no list below “${heading}”.`);
    const list = html.slice(from, to);
    html = `${html.slice(0, from)}<div data-interlude="${name}">\n${list}\n</div>${html.slice(to)}`;
  }
  return html.replace("</body>", `<script type="module" src="${entry}"></script>\n</body>`);
}

const out = process.argv[2];
if (!out) {
  console.error("usage: node scripts/post-page.mjs OUTFILE");
  process.exit(2);
}
if (existsSync(POST)) writeFileSync(out, withExercises(readFileSync(POST, "utf8")));
else {
  const why = "The real post is not beside this checkout (../shared/article/post.html), so there is no page with it.";
  writeFileSync(out, `<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>No post here</title><p>${why}</p></html>\n`);
  console.log(why);
}
