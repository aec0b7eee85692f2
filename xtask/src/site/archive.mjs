// Packs the built site into one archive; `archive.rs` runs it. Arguments: the
// project, the built site and the archive. Prints the archive's size in bytes.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, relative, sep } from "node:path";

const [root, dist, target] = process.argv.slice(1);
const { zipSync } = createRequire(join(root, "package.json"))("fflate");

// The folder in the archive that contains all files.
const FOLDER = "whats-new";
// A fixed date, so that the same files result in the same archive. It is the earliest one
// that the format supports.
const mtime = new Date(1980, 0, 1);
// These are already compressed.
const COMPRESSED = /\.(zip|tgz|png)$/;

const entries = {};
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  // Node 20.12 renamed `path` to `parentPath`.
  const file = join(entry.parentPath ?? entry.path, entry.name);
  if (entry.isDirectory() || entry.name === basename(target)) continue;
  const name = [FOLDER, ...relative(dist, file).split(sep)].join("/");
  entries[name] = [readFileSync(file), { level: COMPRESSED.test(name) ? 0 : 9, mtime }];
}
const names = Object.keys(entries).sort();
const archive = zipSync(Object.fromEntries(names.map((name) => [name, entries[name]])));
writeFileSync(target, archive);
console.log(archive.length);
