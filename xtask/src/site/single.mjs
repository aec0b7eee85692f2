// Packs the built site into one file; `single.rs` runs it. Arguments: the project, the
// built site, and the file to write. Prints the file's size in bytes.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";

const [root, dist, target] = process.argv.slice(1);
const require = createRequire(join(root, "package.json"));
const { buildSync } = require("esbuild");
const index = readFileSync(join(dist, "index.html"), "utf8");
const template = readFileSync(join(root, "assets/offline/single.html"), "utf8");

// With a charset, because some would be decoded with the page's otherwise.
const TYPES = {
  ".css": "text/css;charset=utf-8",
  ".js": "text/javascript;charset=utf-8",
  ".mjs": "text/javascript;charset=utf-8",
  ".ts": "text/javascript;charset=utf-8",
  ".wasm": "application/wasm",
};

// The attributes of #parts that the single file does not have: the runtimes, because of
// their 40 MB; offline use, because the file is offline already; and early loading,
// because everything is in the file.
const WITHOUT = ["data-runtime-host", "data-runtimes", "data-offline", "data-early"];

const files = [];
const known = new Set();
// References in scripts to files that are not scripts. The workers of a page on a disk
// cannot fetch blobs, so these become data URLs.
const inline = new Set();

// The page's script, which is bundled with the one that loads lazy views: the two import
// each other, and a blob's address cannot be in a blob that it refers to.
let pageScript = "";

// These workers cannot import scripts either, so imports are inlined.
function read(file) {
  if (file.endsWith(".ts")) return Buffer.from(compiled(file, "es2022"));
  if (file === pageScript) return Buffer.from(compiled(file, "es2022", "esm"));
  const content = readFileSync(file);
  if (!/\.m?js$/.test(file)) return content;
  const text = content
    .toString()
    .replace(
      /importScripts\("\.\/([\w.]+)"\)[;,]/g,
      (_, name) => `${read(join(dirname(file), name))}\n`,
    );
  return Buffer.from(text);
}

// Adds a file after the files in its folder that it refers to.
function add(file, waiting = []) {
  if (waiting.includes(file)) {
    throw new Error(`${[...waiting, file].join(" → ")}: the references are circular`);
  }
  if (known.has(file)) return;
  const content = read(file);
  const references = [];
  if (/\.m?js$/.test(file)) {
    const text = content.toString();
    for (const name of readdirSync(dirname(file))) {
      if (!text.includes(`./${name}`)) continue;
      // It has the scripts beside it in itself; their names are those of imports.
      if (file === pageScript && /\.m?js$/.test(name)) continue;
      const other = join(dirname(file), name);
      add(other, [...waiting, file]);
      references.push([`./${name}`, other]);
      if (!/\.m?js$/.test(name)) inline.add(other);
    }
  }
  known.add(file);
  files.push({ file, content, references });
}

function attribute(element, name) {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1];
}

function elements(pattern) {
  return index.match(pattern) ?? [];
}

// The element with the addresses of the page's parts.
function parts() {
  const [element] = elements(/<template id="parts"[^>]*>/g);
  if (!element) throw new Error("index.html has no element #parts");
  const found = [];
  for (const [, name, path] of element.matchAll(/\s(data-[\w-]+)="([^"]*)"/g)) {
    const file = join(dist, path);
    if (WITHOUT.includes(name)) continue;
    if (name === "data-script") pageScript = file;
    if (!path.endsWith("/")) found.push([name, file]);
    else {
      for (const part of readdirSync(file)) found.push([`${name}-${part}`, join(file, part)]);
    }
  }
  for (const [, file] of found) add(file);
  return found;
}

function styles() {
  return elements(/<link[^>]*rel="stylesheet"[^>]*>/g).map((element) => {
    const file = join(dist, attribute(element, "href"));
    add(file);
    return file;
  });
}

// The scripts that start the page, in order. The first one is inlined into the page.
function scripts() {
  const first = join(root, "assets/boot/first.ts");
  add(first);
  const others = elements(/<script[^>]*\ssrc="[^>]*>/g).map((element) => {
    const file = join(dist, attribute(element, "src"));
    add(file);
    return [file, attribute(element, "type") ?? ""];
  });
  return [[first, ""], ...others];
}

// Bundles a script with what it imports.
function compiled(file, target, format = "iife") {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format,
    target,
    legalComments: "inline",
  });
  return outputFiles[0].text.trim();
}

// The script that unpacks the file, with its library.
function unpacking() {
  // Older browsers have to be able to parse it, to say that they are too old.
  const script = compiled(join(root, "assets/offline/unpack.ts"), "es2019");
  if (/<\/script|<!--/i.test(script))
    throw new Error("unpack.ts contains a text that ends its element");
  return script;
}

// Compresses the bytes with XZ, the smallest format that browsers or small libraries can
// unpack. It finds repetitions far apart, such as texts that are in several parts of the
// bundle.
async function compress(bytes) {
  const output = [];
  const collect = (line) => output.push(line);
  const archiver = await require("7z-wasm")({ print: collect, printErr: collect });
  archiver.FS.writeFile("plain", bytes);
  // A single LZMA2 stream with a window of 16 MiB and the maximum match length.
  archiver.callMain([
    "a",
    "-txz",
    "-mx=9",
    "-mmt=1",
    "-m0=lzma2:d=16m:fb=273",
    "packed.xz",
    "plain",
  ]);
  try {
    return archiver.FS.readFile("packed.xz");
  } catch {
    throw new Error(`7-Zip failed: ${output.join(" ")}`);
  }
}

// Encodes each 15 bits as one of 32,768 characters, highest bits first. In UTF-16 each of
// them has 16 bits. None of them has a meaning in HTML, and none is a surrogate.
function encode(bytes) {
  const FIRST = 0x3400;
  const codes = new Uint16Array(Math.ceil((bytes.length * 8) / 15));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    if (count >= 15) {
      count -= 15;
      codes[at++] = FIRST + (bits >> count);
      bits &= (1 << count) - 1;
    }
  }
  if (count > 0) codes[at] = FIRST + (bits << (15 - count));
  return Buffer.from(codes.buffer).toString("utf16le");
}

const list = { parts: parts(), styles: styles(), scripts: scripts() };
list.files = files.map(({ file, content, references }) => [
  file,
  TYPES[extname(file)] ?? "application/octet-stream",
  content.length,
  references,
  inline.has(file),
]);
// Remove the paths of the machine that built the site.
const names = new Map(files.map(({ file }, number) => [file, number]));
const json = JSON.stringify(list, (_, value) => names.get(value) ?? value);
const head = Buffer.alloc(4);
head.writeUInt32BE(Buffer.byteLength(json));
const plain = Buffer.concat([head, Buffer.from(json), ...files.map(({ content }) => content)]);
const packed = await compress(plain);
const unpack = unpacking();

const [icon = ""] = elements(/<link rel="icon"[^>]*>/g);
const values = {
  hash: `sha256-${createHash("sha256").update(unpack).digest("base64")}`,
  bytes: String(packed.length),
  packed: encode(packed),
  script: unpack,
  icon,
};
const page = template.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
// The byte order mark overrides the encoding in the headers of a host.
const written = Buffer.from(`\ufeff${page}`, "utf16le");
writeFileSync(target, written);
console.log(written.length);
