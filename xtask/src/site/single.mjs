// Packs the built site into one file; `single.rs` runs it. Arguments: the
// project, the built site, the page's WebAssembly whole with its script, and the
// file to write. Prints how many bytes it has.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";

const [root, dist, whole, target] = process.argv.slice(1);
const require = createRequire(join(root, "package.json"));
const { buildSync } = require("esbuild");
const index = readFileSync(join(dist, "index.html"), "utf8");
const template = readFileSync(join(root, "assets/offline/single.html"), "utf8");

// Without a word about it, some are read in the encoding of the page.
const TYPES = {
  ".css": "text/css;charset=utf-8",
  ".js": "text/javascript;charset=utf-8",
  ".mjs": "text/javascript;charset=utf-8",
  ".ts": "text/javascript;charset=utf-8",
  ".wasm": "application/wasm",
};

// What of #parts is not in one file: what runs Python, as it takes 40 MB, and
// what keeps the site for offline, as there is nothing left to keep. Nothing has to
// set out with the page, as all of it is there.
const WITHOUT = ["data-runtime-host", "data-runtimes", "data-offline", "data-early"];

const files = [];
const known = new Set();
// What scripts refer to that is none: a worker of a page from a disk may fetch no
// blob, so it gets the bytes in the address.
const inline = new Set();

// A worker of such a page may not import either, so what it imports is in it.
function read(file) {
  if (file.endsWith(".ts")) return Buffer.from(compiled(file, "es2022"));
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

// Adds a file with those beside it that it refers to, after them.
function add(file, waiting = []) {
  if (waiting.includes(file)) {
    throw new Error(`${[...waiting, file].join(" → ")}: files refer to each other in a circle`);
  }
  if (known.has(file)) return;
  const content = read(file);
  const references = [];
  if (/\.m?js$/.test(file)) {
    const text = content.toString();
    for (const name of readdirSync(dirname(file))) {
      if (!text.includes(`./${name}`)) continue;
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

// Where each part of the page lies.
function parts() {
  const [element] = elements(/<template id="parts"[^>]*>/g);
  if (!element) throw new Error("index.html has no element #parts");
  const found = [];
  for (const [, name, path] of element.matchAll(/\s(data-[\w-]+)="([^"]*)"/g)) {
    const file = join(dist, path);
    if (WITHOUT.includes(name)) continue;
    if (name === "data-script") found.push([name, join(whole, "explorer.js")]);
    else if (name === "data-wasm") found.push([name, join(whole, "explorer_bg.wasm")]);
    else if (!path.endsWith("/")) found.push([name, file]);
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

// The scripts that the page starts with, in their order. The first stands in the
// page itself.
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

// A script of the project as browsers run it.
function compiled(file, target) {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target,
    legalComments: "inline",
  });
  return outputFiles[0].text.trim();
}

// The script that unpacks, with the library for it.
function unpacking() {
  // Older browsers shall read it as well, and say that they are too old.
  const script = compiled(join(root, "assets/offline/unpack.ts"), "es2019");
  if (/<\/script|<!--/i.test(script)) throw new Error("unpack.ts would end its element too early");
  return script;
}

// The bytes as an XZ archive. Nothing else that browsers or small libraries unpack
// is as small; above all it finds what is the same far apart, as the documents are
// that the bundle has in more than one form.
async function compress(bytes) {
  const said = [];
  const hear = (line) => said.push(line);
  const archiver = await require("7z-wasm")({ print: hear, printErr: hear });
  archiver.FS.writeFile("plain", bytes);
  // One stream of LZMA2 that looks back 16 MiB, and the longest matches that there
  // are.
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
    throw new Error(`7-Zip made no archive: ${said.join(" ")}`);
  }
}

// Each 15 bits as one of 32,768 characters, the highest bits first. In UTF-16
// that is 16 bits for 15; none of them means anything to HTML, and none is half
// of a pair.
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
// No path of this machine is anybody's business.
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
// The byte order mark says the encoding, whatever a host says.
const written = Buffer.from(`\ufeff${page}`, "utf16le");
writeFileSync(target, written);
console.log(written.length);
