// Prints how large the release files are on the wire: node scripts/size.mjs dist
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** How wide the names of files are here. */
const WIDE = 40;

/** For a page with an exercise of every kind, each with the largest draft of its kind. */
const BUDGET = 81_920;
/** `coach.wasm`, and its weights within. */
const COACH = 32_768;
const WEIGHTS = 12_800;
const version = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
const dir = join(process.argv[2] ?? "dist", "interlude", version);

function sizes(name, folder = dir) {
  const bytes = readFileSync(join(folder, name));
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return [bytes.length, brotli.length, gzipSync(bytes, { level: 9 }).length];
}

function line(name, numbers) {
  const cells = numbers.map((n) => n.toLocaleString("en").padStart(10));
  console.log(name.padEnd(WIDE) + cells.join(""));
}

const measured = (names) => names.map((name) => [name, sizes(name)]);
const sum = (rows) => rows.reduce((sum, [, row]) => sum.map((n, i) => n + row[i]), [0, 0, 0]);
const rows = measured(["interlude.js", "embed.js", "embed_bg.wasm", "words.en.json"]);
/** Of these, a page downloads those of its own exercises. */
const drafts = measured(readdirSync(dir).filter((name) => /^(?!words).*\.en\.json$/.test(name)));
const largest = new Map();
for (const draft of drafts) {
  const { kind } = JSON.parse(readFileSync(join(dir, draft[0]), "utf8"));
  if (!(draft[1][1] < largest.get(kind)?.[1][1])) largest.set(kind, draft);
}
const total = sum([...rows, ...largest.values()]);
console.log("file".padEnd(WIDE) + ["raw", "brotli 11", "gzip 9"].map((t) => t.padStart(10)).join(""));
rows.forEach(([name, row]) => line(name, row));
for (const [name, row] of largest.values()) line(name, row);
line("total", total);
const all = sum([...rows, ...drafts]);
line(`with-all-${drafts.length}-drafts`, all);
const coach = sizes("coach.wasm");
const weights = sizes("model.bin", "src/coach");
line("coach.wasm", coach);
line("model.bin", weights);

/** Says how a size stands to its budget, and whether it holds. */
function holds(what, size, budget) {
  const left = budget - size;
  const words = left >= 0 ? `${left.toLocaleString("en")} bytes left` : `${(-left).toLocaleString("en")} bytes too many`;
  console.log(`${what}: ${(size / 1024).toFixed(1)} KB in brotli of ${budget / 1024} KB, ${words}`);
  return left >= 0;
}

const held = [
  holds("an exercise of every kind", total[1], BUDGET),
  holds("the coach", coach[1], COACH),
  holds("the coach’s weights, in coach.wasm", weights[1], WEIGHTS),
];
process.exitCode = held.every(Boolean) ? 0 : 1;
