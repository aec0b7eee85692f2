// Inlines the scripts that would load too late as separate files into the built page, each
// in place of the comment that names it, and adds their digests to the page's
// Content-Security-Policy; `scripts.rs` runs it. Arguments: the project and the page.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [root, page] = process.argv.slice(1);
const { buildSync } = createRequire(join(root, "package.json"))("esbuild");

let html = readFileSync(page, "utf8");

function replace(place, text) {
  if (html.split(place).length !== 2)
    throw new Error(`index.html has to contain ${place} exactly once`);
  html = html.replace(place, () => text);
}

const digests = ["early", "first"].map((name) => {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, `assets/boot/${name}.ts`)],
    bundle: true,
    format: "iife",
    minify: true,
    write: false,
    target: "es2022",
  });
  const script = outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(script)) {
    throw new Error(`${name}.ts contains a text that ends its element`);
  }
  replace(`<!-- ${name} -->`, `<script>${script}</script>`);
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
});
replace("script-src 'self'", `script-src 'self' ${digests.join(" ")}`);
writeFileSync(page, html);
