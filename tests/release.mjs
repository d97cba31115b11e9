// What a release holds, as facts for tests/release.rs: node tests/release.mjs dist
// Each file's hash in two spellings, and the hashes of what its compressed twin and the zip give.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";

const dist = process.argv[2];
const hash = (bytes, spelling) => createHash("sha256").update(bytes).digest(spelling);
const unpackers = [[".br", brotliDecompressSync], [".gz", gunzipSync]];

const facts = { sums: {}, integrity: {}, unpacked: {}, zipped: {} };
for (const name of readdirSync(dist, { recursive: true })) {
  const path = join(dist, name);
  if (!statSync(path).isFile()) continue;
  const bytes = readFileSync(path);
  facts.sums[name] = hash(bytes, "hex");
  facts.integrity[name] = `sha256-${hash(bytes, "base64")}`;
  for (const [end, unpack] of unpackers) if (name.endsWith(end)) facts.unpacked[name] = hash(unpack(bytes), "hex");
  if (name.endsWith(".zip"))
    for (const [inside, its] of Object.entries(unzipSync(bytes))) facts.zipped[inside] = hash(its, "hex");
}
console.log(JSON.stringify(facts));
