// Prints how large the release files are on the wire: node scripts/size.mjs dist
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 61_440;
const version = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
const dir = join(process.argv[2] ?? "dist", "interlude", version);

function sizes(name) {
  const bytes = readFileSync(join(dir, name));
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
  console.log(name.padEnd(16) + cells.join(""));
}

const rows = ["interlude.js", "embed.js", "embed_bg.wasm", "words.en.json"].map((name) => [name, sizes(name)]);
const total = rows.reduce((sum, [, row]) => sum.map((n, i) => n + row[i]), [0, 0, 0]);
console.log("file".padEnd(16) + ["raw", "brotli 11", "gzip 9"].map((t) => t.padStart(10)).join(""));
rows.forEach(([name, row]) => line(name, row));
line("total", total);
const left = BUDGET - total[1];
console.log(
  `${(total[1] / 1024).toFixed(1)} KB in brotli of a budget of 60 KB (${BUDGET.toLocaleString("en")} bytes): ` +
    (left >= 0 ? `${left.toLocaleString("en")} bytes left` : `${(-left).toLocaleString("en")} bytes too many`),
);
process.exitCode = left >= 0 ? 0 : 1;
