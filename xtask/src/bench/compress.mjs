// Leaves beside every file of a site its Brotli form, as static hosts keep it:
// node compress.mjs FROM TO PAGE... copies what the pages load and compresses it.

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [from, to, ...pages] = process.argv.slice(2);
// Of thousands of pages only those that are visited, no interpreter, and nothing that
// is there for others to load.
const LEFT_OUT =
  /^(runtimes|feature|pep|documents|api|badge|calendar|card|feeds|dist\.zip|whats-new\.html)(\/|$)/;
const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };

rmSync(to, { recursive: true, force: true });
const filter = (source) => !LEFT_OUT.test(relative(from, source));
cpSync(from, to, { recursive: true, filter });
for (const page of pages) cpSync(join(from, page, "index.html"), join(to, page, "index.html"));
for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
}
