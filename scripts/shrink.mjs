// Makes what wasm-bindgen wrote smaller: node scripts/shrink.mjs INDIR ENTRY OUTDIR
// INDIR holds embed.js and embed_bg.wasm. ENTRY is only read, for the exports that it names. Both are shrunk together, because each holds what only
// the other one needs: classes for streams that no page uses (they come with Leptos), and the long
// names that the two have for each other. Every guess about wasm-bindgen's text is checked: a name
// that is missing on one side ends the build.
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [indir, entry, outdir] = process.argv.slice(2);
const settings = {
  format: "esm",
  target: "es2022",
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  write: false,
};

/** Runs one of binaryen's commands and gives what it printed. */
const binaryen = (command, ...args) =>
  execFileSync(join("node_modules/.bin", command), args, { encoding: "utf8" });

const bundle = async (code, options) => {
  const built = await build({
    ...settings,
    bundle: true,
    metafile: true,
    outfile: "embed.js",
    plugins: [
      {
        name: "glue",
        setup(step) {
          step.onResolve({ filter: /^glue$/ }, () => ({ path: "glue", namespace: "glue" }));
          step.onLoad({ filter: /.*/, namespace: "glue" }, () => ({
            contents: code,
            loader: "js",
            // What the glue imports from our own sources becomes part of it.
            resolveDir: indir,
          }));
        },
      },
    ],
    ...options,
  });
  return { code: built.outputFiles[0].text, exports: built.metafile.outputs["embed.js"].exports };
};

/** The glue with only the exports that the entry names. */
async function prune(glue, used) {
  const { exports } = await bundle(glue, { entryPoints: ["glue"] });
  const keep = exports.filter((name) => used.has(name));
  if (keep.length === 0) throw Error(`${entry} names no export of the glue`);
  // esbuild keeps a class for these two lines, which do nothing when nobody has the class.
  const droppable = glue
    .replace(/^if \(Symbol\.dispose\) (\w+)\.prototype.*$/gm, (line, name) => (keep.includes(name) ? line : ""))
    .replaceAll(": new FinalizationRegistry(", ": /* @__PURE__ */ new FinalizationRegistry(");
  const stdin = { contents: `export { ${keep.join(", ")} } from "glue";` };
  return (await bundle(droppable, { stdin })).code;
}

/** The names that the glue takes from the module: always written `wasm.NAME`. */
const taken = (glue) => [...new Set([...glue.matchAll(/\bwasm\.([\w$]+)/g)].map((match) => match[1]))];

/** Drops the module's exports that the glue does not take, and all that only they need. */
function dropExports(wasm, glue, result) {
  const names = taken(glue);
  const graph = [
    { name: "glue", root: true, reaches: names.map((name) => `export ${name}`) },
    ...names.map((name) => ({ name: `export ${name}`, export: name })),
  ];
  const file = join(indir, "graph.json");
  writeFileSync(file, JSON.stringify(graph));
  binaryen("wasm-metadce", "--graph-file", file, wasm, "-o", result);
}

/** Gives the names between module and glue one letter or two; the new glue comes back. */
function shortNames(wasm, glue, result) {
  const printed = binaryen(
    "wasm-opt", wasm, "--minify-imports-and-exports-and-modules", "--strip-target-features", "-o", result,
  );
  const { imports, exports } = JSON.parse(printed);
  const shortExport = new Map(exports);
  let renamed = glue.replace(/\bwasm\.([\w$]+)/g, (_, name) => {
    if (!shortExport.has(name)) throw Error(`the module has no export ${name}`);
    return `wasm.${shortExport.get(name)}`;
  });
  const shortImport = new Map(imports.map(([, name, short]) => [name, short]));
  const seen = new Set();
  renamed = renamed.replace(/^( +)(__wb[\w$]+)(?=: )/gm, (line, space, name) => {
    if (!shortImport.has(name)) return line;
    seen.add(name);
    return space + shortImport.get(name);
  });
  const missing = [...shortImport.keys()].filter((name) => !seen.has(name));
  if (missing.length > 0) throw Error(`the glue has no import ${missing.join(", ")}`);
  // All imports are of one module, which gets a short name as well.
  renamed = renamed.replace('"./embed_bg.js": import0', "a: import0");
  check(readFileSync(result), renamed);
  return renamed;
}

/** The two files still fit together. */
function check(wasm, glue) {
  const module = new WebAssembly.Module(wasm);
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  const lost = taken(glue).filter((name) => !exported.has(name));
  if (lost.length > 0) throw Error(`the module lost ${lost.join(", ")}`);
  const modules = [...new Set(WebAssembly.Module.imports(module).map((one) => one.module))];
  if (modules.some((name) => name !== "a") || !/\ba: import0/.test(glue)) {
    throw Error(`the glue does not serve the imports of ${modules.join(", ")}`);
  }
}

const at = (name) => join(indir, name);
const pruned = await prune(readFileSync(at("embed.js"), "utf8"), new Set(readFileSync(entry, "utf8").match(/[\w$]+/g)));
dropExports(at("embed_bg.wasm"), pruned, at("used.wasm"));
// Measured in brotli: flat code and back saves 0.7 %. The first kilobyte holds the far end of the
// stack, where no address of a value lies (0.5 %); calls of tiny functions cost more than they hold;
// what two kinds do alike becomes one function (0.4 %).
binaryen(
  "wasm-opt", "-Oz", "--flatten", "--rereloop", "-Oz", "--merge-similar-functions", "-Oz", "--converge",
  "--low-memory-unused", "--always-inline-max-function-size=4", "--strip-debug", "--strip-producers",
  at("used.wasm"), "-o", at("small.wasm"),
);
const glue = shortNames(at("small.wasm"), pruned, join(outdir, "embed_bg.wasm"));
writeFileSync(join(outdir, "embed.js"), glue);
