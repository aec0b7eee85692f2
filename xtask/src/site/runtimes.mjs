// Copies the runtimes from npm's packages into the site; `runtimes.rs` runs it.
// Arguments: the project, the built site, the series to copy (separated by commas; all if
// empty) and, if compressed sizes are requested, a file in which they are cached, because
// compressing takes long. Prints a line for each runtime: series, version, size in bytes, and
// compressed size.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [root, dist, only, cache] = process.argv.slice(1);
const PREFIX = "pyodide-";

// The loader, the interpreter with its script, the standard library, and the lock file,
// which lists no packages.
const WANTED = [
  /^pyodide\.mjs$/,
  /^pyodide\.asm\.m?js$/,
  /^pyodide\.asm\.wasm$/,
  /^python_stdlib\.zip$/,
];

// The files that `host.mjs` fetches unchanged; `scripts.rs` bundles the others.
const PARTS = ["driver.py", "frame.html"];

const known = cache && existsSync(cache) ? JSON.parse(readFileSync(cache, "utf8")) : {};

function compressed(bytes, digest) {
  // The highest quality would take minutes for these files and save only another 10%.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  known[digest] ??= brotliCompressSync(bytes, { params }).length;
  return known[digest];
}

// The files of a package that match.
function names(folder, files) {
  return WANTED.map((wanted) => {
    const name = files.find((file) => wanted.test(file) && existsSync(join(folder, file)));
    if (!name) throw new Error(`${folder} has no file that matches ${wanted}`);
    return name;
  });
}

const digests = (bytes) => createHash("sha256").update(bytes).digest("hex");

function copy(series) {
  const folder = join(root, "node_modules", PREFIX + series);
  const { files: listed } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { info } = JSON.parse(readFileSync(join(folder, "pyodide-lock.json"), "utf8"));
  const files = names(folder, listed).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, bytes, sha256: digests(bytes) };
  });
  // Named by content, so that a cached or saved runtime stays valid when only other files
  // of the site change.
  const stamp = digests(files.map(({ sha256 }) => sha256).join()).slice(0, 16);
  const place = `runtimes/${series}/${stamp}`;
  mkdirSync(join(dist, place), { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(dist, place, name), bytes);
  const sum = (size) => files.reduce((total, file) => total + size(file), 0);
  console.log(
    series,
    info.python,
    sum(({ bytes }) => bytes.length),
    cache ? sum(({ bytes, sha256 }) => compressed(bytes, sha256)) : "",
  );
  return {
    version: info.python,
    lock: { info, packages: {} },
    files: files.map(({ name, bytes, sha256 }) => ({
      path: `../${place}/${name}`,
      bytes: bytes.length,
      sha256,
    })),
  };
}

const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const all = Object.keys(dependencies)
  .filter((name) => name.startsWith(PREFIX))
  .map((name) => name.slice(PREFIX.length))
  .sort((one, other) => one.split(".")[1] - other.split(".")[1]);
const asked = only.split(",").filter(Boolean);
const unknown = asked.find((series) => !all.includes(series));
if (unknown) throw new Error(`there is no runtime for ${unknown}, only for ${all.join(", ")}`);
const wanted = all.filter((series) => asked.length === 0 || asked.includes(series));
const index = Object.fromEntries(wanted.map((series) => [series, copy(series)]));
mkdirSync(join(dist, "runtime"), { recursive: true });
for (const name of PARTS)
  copyFileSync(join(root, "assets/runtime", name), join(dist, "runtime", name));
copyFileSync(join(root, "assets/runtime/NOTICE.txt"), join(dist, "runtimes/NOTICE.txt"));
writeFileSync(join(dist, "runtime/index.json"), JSON.stringify(index));
if (cache) writeFileSync(cache, JSON.stringify(known));
