// Measures the coach of the practices in Chromium and prints figures: node bench/coach.mjs
// How long a reply of 60 words takes, whether a pasted book leaves the page its main thread, and
// whether the time grows with the length alone. `make bench` builds the files first. Ends with 1
// where a limit does not hold.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The limits, in milliseconds: for a reply of 60 words, and for one step with any reply. */
const REPLY = 1;
const STEP = 4;
const LINE = "You said seven. It is almost nine, and I ate alone.";
/** Words as they come in replies, so that every part of the coach has something to do. */
const WORDS =
  "You waited for me and I was late. That sounds lonely, and I am sorry. At least the food was warm? " +
  "You should tell me more about it. What was the hardest part of the evening for you? I had a long day too, " +
  "but I hear how much it hurt, and I can call next time before I leave, so that you know.";

/** Runs in the page. Asks the coach as `src/host/page.js` does, and takes the time of each step. */
const ask = async ([bytes, line, reply, times]) => {
  window.coach ??= (await WebAssembly.instantiate(Uint8Array.from(bytes))).instance.exports;
  const { memory, room, begin, step, answer, answer_length } = window.coach;
  const encoder = new TextEncoder();
  const [first, all] = [encoder.encode(line), encoder.encode(line + reply)];
  const took = { whole: [], longest: 0, steps: 0, answer: 0 };
  for (let i = 0; i < times; i++) {
    let whole = 0;
    for (let done = false, begun = false; !done; ) {
      const start = performance.now();
      if (!begun) {
        const at = room(all.length);
        new Uint8Array(memory.buffer, at).set(all);
        begin(0, i % 3, first.length, all.length - first.length);
        begun = true;
      } else {
        done = step();
      }
      const time = performance.now() - start;
      whole += time;
      took.longest = Math.max(took.longest, time);
      took.steps += 1;
    }
    took.whole.push(whole);
    took.answer = answer_length() && answer() ? answer_length() : 0;
  }
  return took;
};

const words = (count) => {
  const all = WORDS.split(" ");
  return Array.from({ length: count }, (_, i) => all[i % all.length]).join(" ");
};
const sorted = (all) => [...all].sort((a, b) => a - b);
const at = (all, share) => sorted(all)[Math.floor((all.length - 1) * share)];
const ms = (time) => `${time.toFixed(2)} ms`;

const version = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
const bytes = [...readFileSync(join("dist", "interlude", version, "coach.wasm"))];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const tab = await browser.newPage();
const read = (count, times) => tab.evaluate(ask, [bytes, LINE, words(count), times]);
console.log(`The coach in Chromium ${browser.version()}`);
const faults = [];

const first = await read(60, 1);
await read(60, 200);
const reply = await read(60, 500);
if (!reply.answer) faults.push("no answer");
console.log(`60 words: the first time ${ms(first.whole[0])}, of which the longest step ${ms(first.longest)}; then ${ms(at(reply.whole, 0.5))} (95 % within ${ms(at(reply.whole, 0.95))})`);
if (at(reply.whole, 0.5) >= REPLY) faults.push(`a reply of 60 words takes ${ms(at(reply.whole, 0.5))}`);

const lengths = [5_000, 10_000, 20_000];
const each = [];
for (const count of lengths) {
  const runs = [];
  for (let i = 0; i < 7; i++) runs.push(await read(count, 1));
  // Another program may take the processor during any single run: the middle one counts.
  const [whole, longest] = [runs.map((one) => one.whole[0]), runs.map((one) => one.longest)].map((all) => at(all, 0.5));
  each.push(whole / count);
  console.log(`${count.toLocaleString("en")} words: ${ms(whole)} in ${runs[0].steps} steps, the longest ${ms(longest)}`);
  if (count === 5_000 && longest > STEP) faults.push(`a step takes ${ms(longest)}`);
}
const growth = each[2] / each[0];
console.log(`a word among 20,000 takes ${growth.toFixed(2)} times as long as one among 5,000`);
if (growth > 1.5) faults.push("the time grows faster than the length");

await browser.close();
for (const fault of faults) console.error(`Too slow: ${fault}.`);
process.exitCode = faults.length ? 1 : 0;
