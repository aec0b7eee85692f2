// Writes the service worker of the built site; `offline.rs` runs it. Arguments:
// the project and the built site. Prints the number of files that it caches and their size
// in bytes.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [root, dist] = process.argv.slice(1);
const WORKER = "service-worker.js";

// The files of the explorer outside of the folders that are named by content. The other
// files are not cached: prerendered pages, published data, embeds, and CPython, which is
// saved only on request.
const PAGE = /^(index\.html|[\w.-]+\.(css|js|mjs|wasm|svg|png|webmanifest))$/;
const FOLDER = /^(?!embed-)[\w-]+-[0-9a-f]{16}$/;
const NOT_KEPT = new Set([WORKER, "embed.js", "preview.png"]);

function below(folder) {
  return readdirSync(join(dist, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(path) : [path];
  });
}

const paths = readdirSync(dist, { withFileTypes: true }).flatMap((entry) => {
  const { name } = entry;
  if (entry.isDirectory()) return FOLDER.test(name) ? below(name) : [];
  return PAGE.test(name) && !NOT_KEPT.has(name) ? [name] : [];
});

const digest = (content) => createHash("sha256").update(content).digest("hex");

let bytes = 0;
const files = {};
for (const path of paths.sort()) {
  const content = readFileSync(join(dist, path));
  bytes += content.length;
  files[path === "index.html" ? "" : path] = digest(content);
}
const { buildSync } = createRequire(join(root, "package.json"))("esbuild");
const { outputFiles } = buildSync({
  entryPoints: [join(root, "assets/offline/service-worker.ts")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
});
const script = outputFiles[0].text;
const list = JSON.stringify(files);
const version = digest(script + list).slice(0, 16);
const values = `const VERSION="${version}",BYTES=${bytes},FILES=${list};\n`;
writeFileSync(join(dist, WORKER), values + script);
console.log(`${paths.length} ${bytes}`);
