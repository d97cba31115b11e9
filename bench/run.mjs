// Measures the release files in Chromium and prints figures: node bench/run.mjs
// How soon an exercise stands, how long one takes to come alive, what many on a page cost,
// and whether memory stays flat while they come and go. `make bench` builds the files first.
import { chromium } from "playwright-core";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";

const COUNTS = [1, 10, 50, 200, 1000];
/** Exercises that come and go together in a round. */
const TOGETHER = 100;
const ROUNDS = 10_000;
/** Rounds before the first look at memory: caches fill, the allocator takes what it needs. */
const WARM = 500;

const version = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
const release = join("dist", "interlude", version);
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

const NAMES = ["perspective-switch", "mirror-then-ask", "working-on-it-or-walking-away"];
const list = "<ul><li>“You said seven.”</li><li>“Fine. Forget it.”</li><li>“Nobody asked me.”</li></ul>";
const place = (_, i) => `<h3>Part ${i}</h3><div data-interlude="${NAMES[i % 3]}">${list}</div>`;
const text = "<p>The post goes on, and the reader reads on.</p>".repeat(12);

const page = (count) => `<!DOCTYPE html><html lang="en-US"><meta charset="utf-8"><title>${count}</title>
<body><main>${Array.from({ length: count }, place).join(text)}</main>
<script type="module" src="/interlude.js"></script></body></html>`;

/** Runs before the page's own scripts: counts instances, and marks what the trace is asked for. */
const watch = () => {
  const { Instance } = WebAssembly;
  window.instances = [];
  WebAssembly.Instance = function (...given) {
    performance.mark("module");
    const made = new Instance(...given);
    instances.push(made);
    return made;
  };
  WebAssembly.Instance.prototype = Instance.prototype;
  // A mark in the trace for each exercise: then it gets its root.
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    performance.mark("exercise");
    return attachShadow.call(this, options);
  };
  window.alive = () => [...document.querySelectorAll("[data-interlude]")]
    .filter((one) => one.shadowRoot?.querySelector(".frame")).length;
  window.memory = () => {
    const [{ exports }] = instances;
    return Object.values(exports).find((one) => one instanceof WebAssembly.Memory).buffer.byteLength;
  };
};

const serve = () =>
  new Promise((done) => {
    const server = createServer((request, response) => {
      const path = request.url.split("?")[0];
      const count = /^\/page\/(\d+)$/.exec(path)?.[1];
      try {
        const body = count ? page(+count) : readFileSync(join(release, path.slice(1)));
        response.setHeader("content-type", count ? "text/html" : TYPES[extname(path)] ?? "text/plain");
        response.end(body);
      } catch {
        response.statusCode = 404;
        response.end();
      }
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });

const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1] ?? NaN;
const ms = (n) => `${n.toFixed(1)} ms`;

/**
 * The tasks of a trace in which something with that mark happened: how long the processor was at
 * each, in milliseconds. By the clock a task also takes what other programs take.
 */
function tasks({ traceEvents }, mark) {
  const marks = traceEvents.filter(({ name, cat }) => name === mark && /user_timing/.test(cat));
  return traceEvents
    .filter((one) => one.name === "RunTask" && one.tdur !== undefined)
    .filter(({ pid, tid, ts, dur }) =>
      marks.some((mark) => mark.pid === pid && mark.tid === tid && mark.ts >= ts && mark.ts <= ts + dur))
    .map(({ tdur }) => tdur / 1000);
}

async function opened(browser, url, traced) {
  const tab = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await tab.addInitScript(watch);
  const categories = ["blink.user_timing", "disabled-by-default-devtools.timeline"];
  if (traced) await browser.startTracing(tab, { categories });
  await tab.goto(url);
  return tab;
}

/** One page with so many places: at once, and after scrolling through all of it. */
async function many(browser, origin, count) {
  const tab = await opened(browser, `${origin}/page/${count}`, true);
  await tab.waitForFunction(() => alive() > 0);
  const ready = await tab.evaluate(() => performance.now());
  await tab.waitForTimeout(300);
  const atOnce = await tab.evaluate(() => alive());
  // As a reader scrolls, by less than a screen; what is passed has come alive by then.
  await tab.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let y = 0; y <= document.documentElement.scrollHeight; y += 600) {
      scrollTo({ top: y, behavior: "instant" });
      for (let i = 0; i < 6; i++) await frame();
    }
  });
  await tab.waitForFunction((count) => alive() === count, count, { timeout: 60_000 });
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const seen = await tab.evaluate(() => ({ instances: instances.length, memory: memory() }));
  await tab.close();
  const [exercises, modules] = [tasks(trace, "exercise"), tasks(trace, "module")];
  console.log(
    [
      `${count} places`.padStart(12),
      `ready ${ms(ready)}`,
      `${atOnce} at first`,
      `an exercise ${ms(median(exercises))} (longest ${ms(Math.max(...exercises))})`,
      `the module ${ms(Math.max(...modules))}`,
      `${seen.instances} instance of ${seen.memory / 1024} KB`,
    ].join("; "),
  );
}

/** Exercises come and go; what is left is counted after a collection of garbage. */
async function comeAndGo(browser, origin) {
  const tab = await opened(browser, `${origin}/page/1`);
  await tab.waitForFunction(() => alive() > 0);
  const cdp = await tab.context().newCDPSession(tab);
  const count = async () => {
    for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    return { wasm: await tab.evaluate(() => memory()), nodes, listeners: jsEventListeners, heap: usedSize };
  };
  const go = (rounds) =>
    tab.evaluate(
      async ([rounds, together, html]) => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const main = document.querySelector("main");
        for (let i = 0; i < rounds; i++) {
          main.innerHTML = html;
          // In view all together, so that none waits for the reader.
          for (const one of main.children) one.style.cssText = "position: absolute; top: 0";
          while (alive() < together) await frame();
          main.replaceChildren();
          await frame();
        }
      },
      [rounds, TOGETHER, Array.from({ length: TOGETHER }, place).join("").replace(/<h3>.*?<\/h3>/g, "")],
    );
  await go(WARM / TOGETHER);
  const before = await count();
  const begun = Date.now();
  await go(ROUNDS / TOGETHER);
  const seconds = (Date.now() - begun) / 1000;
  const after = await count();
  await tab.close();
  console.log(`${ROUNDS.toLocaleString("en")} exercises came and went in ${seconds.toFixed(0)} s:`);
  for (const [what, of] of [["wasm memory, bytes", "wasm"], ["DOM nodes", "nodes"], ["listeners", "listeners"], ["JS heap, bytes", "heap"]]) {
    console.log(`${what.padStart(20)}: ${before[of].toLocaleString("en")} before, ${after[of].toLocaleString("en")} after`);
  }
}

const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
console.log(`Chromium ${browser.version()}`);
for (const count of COUNTS) await many(browser, origin, count);
await comeAndGo(browser, origin);
await browser.close();
server.close();
