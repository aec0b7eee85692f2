// Writes a Brotli-compressed file next to each file of a site, as static hosts do:
// node compress.mjs FROM TO PAGE... copies and compresses the files that the pages load.

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [from, to, ...pages] = process.argv.slice(2);
// Only the visited pages, without runtimes, published data and embeds.
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
