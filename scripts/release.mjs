// Makes a release of what was built: node scripts/release.mjs STAGE OUT
//
// STAGE holds the built files (embed.js, embed_bg.wasm, …). OUT becomes
//   interlude/VERSION/…         every file that a site serves, each also as .br and .gz
//   interlude/.htaccess         what an Apache server has to know about them
//   interlude-VERSION.zip       all of it, for the owner to upload and unpack
//   snippet.html                the script tag with the entry's hash
//   SHA256SUMS                  the hash of every file, as `sha256sum -c` reads it
//
// A release depends on its sources alone: no date, no path, no order of a folder goes into it.
import { transform } from "esbuild";
import { zipSync } from "fflate";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const HOST = "src/host";
const FRAME = join(HOST, "frame");
/** Loaded by the glue and by the check, which carry their hashes; the entry carries those of most else. */
const COACH = "coach.wasm";
const CHECK = "check.wasm";
/** The words of each language; they carry the hashes of what only some pages load: drafts, the check. */
const WORDS = /^words\.(.+)\.json$/;
/** Scripts and styles of the page for frames; the page itself carries their hashes. */
const FRAMED = ["frame.js", "resize.js", "frame.css"];
const ENTRY = "interlude.js";
/** The entry for a tag without type="module". There, import.meta may not even be written. */
const CLASSIC = "interlude.classic.js";
/** What it has instead. A tag that others have moved is found by its address. */
const HERE = `const here = (document.currentScript ?? document.querySelector('script[src*="${CLASSIC}"]'))?.src;\n`;

const [stage, out] = process.argv.slice(2);
const version = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
const folder = `interlude/${version}`;

/** A hash in the form of Subresource Integrity. */
const integrity = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** A script or style sheet, minified, with names of the build replaced by their values. */
async function minify(path, define = {}, options = {}, before = "") {
  const { code } = await transform(before + readFileSync(path, "utf8"), {
    ...options,
    loader: extname(path).slice(1),
    target: "es2022",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    define,
  });
  return Buffer.from(code);
}

/** Replaces every `{{NAME}}` of a template; one that is unknown ends the build. */
const fill = (template, values) =>
  template.replace(/\{\{(.+?)\}\}/g, (_, name) => {
    if (!(name in values)) throw Error(`Nothing is known for {{${name}}}.`);
    return values[name];
  });

/** Name → bytes of all that stands in the version's folder, uncompressed. */
async function served() {
  const files = new Map();
  for (const name of readdirSync(stage).sort()) {
    if (/\.(wasm|json)$/.test(name)) files.set(name, readFileSync(join(stage, name)));
  }
  const hashOf = (name) => JSON.stringify(files.has(name) ? integrity(files.get(name)) : "");
  files.set(
    "embed.js",
    await minify(join(stage, "embed.js"), { "globalThis.INTERLUDE_COACH_HASH": hashOf(COACH) }),
  );
  files.set(
    "check.js",
    await minify(join(HOST, "check.js"), { "globalThis.INTERLUDE_CHECK_HASH": hashOf(CHECK) }),
  );
  const carried = new Set([COACH, CHECK]);
  for (const [file, bytes] of files) {
    if (!WORDS.test(file)) continue;
    const words = JSON.parse(bytes);
    for (const name in words.files) {
      words.files[name] = integrity(files.get(name));
      carried.add(name);
    }
    files.set(file, Buffer.from(JSON.stringify(words)));
  }
  const loaded = [...files].filter(([name]) => !carried.has(name));
  const hashes = Object.fromEntries(loaded.map(([name, bytes]) => [name, integrity(bytes)]));
  const known = {
    "globalThis.INTERLUDE_VERSION": JSON.stringify(version),
    "globalThis.INTERLUDE_HASHES": JSON.stringify(hashes),
  };
  files.set(ENTRY, await minify(join(HOST, ENTRY), known));
  const classic = { ...known, "import.meta.url": "here" };
  files.set(CLASSIC, await minify(join(HOST, ENTRY), classic, { format: "iife" }, HERE));
  for (const name of FRAMED) files.set(name, await minify(join(FRAME, name)));
  const values = Object.fromEntries(
    [ENTRY, ...FRAMED].map((name) => [`hash of ${name}`, integrity(files.get(name))]),
  );
  files.set("embed.html", Buffer.from(fill(readFileSync(join(FRAME, "embed.html"), "utf8"), values)));
  return files;
}

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** Path in the release → bytes. */
async function release() {
  const files = await served();
  const all = new Map([["interlude/.htaccess", readFileSync(join(HOST, "apache.conf"))]]);
  for (const [name, bytes] of files) {
    all.set(`${folder}/${name}`, bytes);
    all.set(`${folder}/${name}.br`, brotli(bytes));
    all.set(`${folder}/${name}.gz`, gzipSync(bytes, { level: 9 }));
  }
  const tree = Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
  // The earliest day that a zip can name.
  const zip = zipSync(tree, { level: 9, mtime: new Date(1980, 0, 1) });
  const tag = `<script type="module" src="https://YOUR-SITE/${folder}/${ENTRY}" integrity="${integrity(files.get(ENTRY))}" crossorigin="anonymous"></script>\n`;
  all.set(`interlude-${version}.zip`, zip);
  all.set("snippet.html", Buffer.from(tag));
  const sum = ([path, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`;
  all.set("SHA256SUMS", Buffer.from([...all].map(sum).sort().join("")));
  return all;
}

const files = await release();
rmSync(out, { recursive: true, force: true });
for (const [path, bytes] of files) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), bytes);
}
