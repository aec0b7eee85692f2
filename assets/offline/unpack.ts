// Unpacks the one file that the whole explorer is in, and starts it. The build
// (xtask/src/site/single.mjs) writes this into that file, with what is packed.
//
// Files become blobs: what is in memory can be imported, fetched and be a
// worker where a file on disk cannot.

import { XzReadableStream } from "xz-decompress";

/** A file, which has a number by its place among all. Of those that it refers to, each
 * has a name in it; `isInline` says that its bytes are its address. */
type PackedFile = [
  path: number,
  type: string,
  length: number,
  references: [name: string, of: number][],
  isInline: boolean,
];

/** What xtask/src/site/single.mjs packs. */
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

// The bytes that a text stands for, the highest bits first.
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

// An address that holds the bytes themselves.
function inlined(type: string, bytes: Uint8Array) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return `data:${type};base64,${btoa(text)}`;
}

// An address for each file. A file comes after those that it refers to, and the
// addresses of these take the places of their names in it.
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
  // Its two megabytes of text are of no use any more.
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

// The first stands for all that came to browsers in 2023.
if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined") {
  say("This browser is too old for the explorer. Any browser of 2023 or later shows it.");
} else {
  start().catch((cause) => {
    console.error(cause);
    say("The explorer could not be unpacked. The file may have been cut short; get it once more.");
  });
}
