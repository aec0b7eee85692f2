// Unpacks the single-file build of the explorer and starts it. The build
// (xtask/src/site/single.mjs) inlines this script into that file, with the packed files.
//
// Files become blobs: unlike a file on disk, a blob can be imported, fetched and run as
// a worker.

import { XzReadableStream } from "xz-decompress";

/** A packed file. `path` is its number, and `references` are the names by which it
 * refers to other files, with their numbers. An inline file becomes a `data:` address. */
type PackedFile = [
  path: number,
  type: string,
  length: number,
  references: [name: string, of: number][],
  isInline: boolean,
];

/** The header that xtask/src/site/single.mjs writes. */
interface Packed {
  files: PackedFile[];
  parts: [name: string, path: number][];
  styles: number[];
  scripts: [path: number, type: string][];
}

// The first of the 32,768 characters that stand for 15 bits each.
const FIRST = 0x3400;

function say(sentence: string) {
  const message = document.getElementById("boot-message");
  if (!message?.firstElementChild) return;
  message.setAttribute("role", "alert");
  message.firstElementChild.textContent = sentence;
}

// Decodes a text into bytes, the highest bits first.
function decode(text: string, length: number) {
  const bytes = new Uint8Array(length);
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    bits = (bits << 15) | (text.charCodeAt(index) - FIRST);
    count += 15;
    while (count >= 8) {
      count -= 8;
      bytes[at++] = bits >> count;
    }
    bits &= (1 << count) - 1;
  }
  return bytes;
}

function expand(bytes: Uint8Array<ArrayBuffer>) {
  return new Response(new XzReadableStream(new Blob([bytes]).stream())).arrayBuffer();
}

// A `data:` address with the bytes.
function inlined(type: string, bytes: Uint8Array) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return `data:${type};base64,${btoa(text)}`;
}

// Makes an address for each file. A file comes after those that it refers to, whose
// names in it are replaced by their addresses.
function addresses(files: PackedFile[], content: Uint8Array<ArrayBuffer>) {
  const urls = new Map<number, string>();
  let at = 0;
  for (const [path, type, length, references, isInline] of files) {
    const bytes = content.subarray(at, at + length);
    at += length;
    let body: string | Uint8Array<ArrayBuffer> = bytes;
    if (references.length > 0) {
      body = references.reduce(
        (text, [name, of]) => text.replaceAll(name, urls.get(of) ?? ""),
        new TextDecoder().decode(bytes),
      );
    }
    const blob = () => URL.createObjectURL(new Blob([body], { type }));
    urls.set(path, isInline ? inlined(type, bytes) : blob());
  }
  return urls;
}

async function start() {
  const packed = document.getElementById("packed") as HTMLElement;
  const bytes = decode(packed.textContent ?? "", Number(packed.dataset.bytes));
  // Its two megabytes of text are no longer needed.
  packed.remove();
  const plain = await expand(bytes);
  const head = new DataView(plain).getUint32(0);
  const { files, parts, styles, scripts } = JSON.parse(
    new TextDecoder().decode(new Uint8Array(plain, 4, head)),
  ) as Packed;
  const urls = addresses(files, new Uint8Array(plain, 4 + head));
  const list = document.createElement("template");
  list.id = "parts";
  for (const [name, path] of parts) list.setAttribute(name, urls.get(path) ?? "");
  document.head.append(list);
  document.documentElement.dataset.single = "";
  for (const path of styles) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = urls.get(path) ?? "";
    document.head.append(link);
  }
  for (const [path, type] of scripts) {
    const script = document.createElement("script");
    script.type = type;
    script.async = false;
    script.src = urls.get(path) ?? "";
    document.head.append(script);
  }
}

// Browsers have had `DecompressionStream` since 2023, with everything else that the
// explorer needs.
if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined") {
  say("This browser is too old for the explorer. Any browser from 2023 or later works.");
} else {
  start().catch((cause) => {
    console.error(cause);
    say("The explorer could not be unpacked. The file may be incomplete; download it again.");
  });
}
