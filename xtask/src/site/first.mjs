// Writes assets/boot/first.js into the built page; `scripts.rs` runs it. Arguments:
// the project and the page.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [root, page] = process.argv.slice(1);
const { buildSync } = createRequire(join(root, "package.json"))("esbuild");

const { outputFiles } = buildSync({
  entryPoints: [join(root, "assets/boot/first.js")],
  minify: true,
  write: false,
  target: "es2022",
});
const script = outputFiles[0].text.trim();
if (/<\/script|<!--/i.test(script)) throw new Error("first.js would end its element too early");
const digest = createHash("sha256").update(script).digest("base64");

let html = readFileSync(page, "utf8");
for (const [place, text] of [
  ["<!-- first -->", `<script>${script}</script>`],
  ["script-src 'self'", `script-src 'self' 'sha256-${digest}'`],
]) {
  if (html.split(place).length !== 2) throw new Error(`index.html has not one ${place}`);
  html = html.replace(place, () => text);
}
writeFileSync(page, html);
