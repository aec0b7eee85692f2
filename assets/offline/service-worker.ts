// Keeps the whole explorer in the browser, so that it needs no connection after
// the first visit. The build (xtask/src/site/offline.mjs) inserts the list of its
// files; the page's side is assets/offline/main.ts.
//
// Every version has a cache of its own, which is filled completely and checked before
// the version is used. A page gets files of one version only, and a new version waits
// until the reader asks for it or has closed every page.

import type { ToServiceWorker } from "../messages.ts";
import { answer } from "./pages.ts";

/** A digest of all files. */
declare const VERSION: string;
/** The size of all files, in bytes. */
declare const BYTES: number;
/** The SHA-256 of each file in hexadecimal, by path; the path of the page is "". */
declare const FILES: Record<string, string>;

const worker = self as unknown as ServiceWorkerGlobalScope;
const SCOPE = worker.registration.scope;
// Copies at other paths of the same origin have caches of their own. Paths contain no
// spaces.
const PREFIX = `explorer ${new URL(SCOPE).pathname} `;
const NAME = PREFIX + VERSION;

// Folders that the build names by content, of this version or another.
const PART = /^[\w-]+-[0-9a-f]{16}\//;

// The document that hosts a runtime (assets/runtime/sandbox.ts). This header gives it
// an origin of its own. Requests of a frame that has one before it loads would not
// reach this worker.
const FRAME = /^runtime-[0-9a-f]{16}\/frame\.html$/;
const SANDBOX = { "Content-Security-Policy": "sandbox allow-scripts" };

async function digest(bytes: ArrayBuffer) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The caches of this copy of the explorer, the oldest first.
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

// A response that may be kept, or nothing if it is not the file of this version. It is
// a new response, as a redirected one cannot answer a navigation.
async function whole(path: string, response: Response, expected: string) {
  const bytes = await response.arrayBuffer();
  if ((await digest(bytes)) !== expected) return undefined;
  const type = response.headers.get("Content-Type") ?? "application/octet-stream";
  const sandbox = FRAME.test(path) ? SANDBOX : {};
  return new Response(bytes, {
    headers: { "Content-Type": type, "Content-Length": String(bytes.byteLength), ...sandbox },
  });
}

// A file, from an older version if it has not changed, or else from the host.
async function get(path: string, expected: string, older: string[]) {
  const url = SCOPE + path;
  for (const name of older) {
    const kept = await caches.match(url, { cacheName: name });
    const same = kept && (await whole(path, kept, expected));
    if (same) return same;
  }
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  const fresh = await whole(path, response, expected);
  if (!fresh) throw new Error(`${url} belongs to another version`);
  return fresh;
}

async function fill() {
  const older = await versions();
  const cache = await caches.open(NAME);
  try {
    const files = Object.entries(FILES);
    await Promise.all(
      files.map(async ([path, expected]) =>
        cache.put(SCOPE + path, await get(path, expected, older)),
      ),
    );
  } catch (cause) {
    await caches.delete(NAME);
    throw cause;
  }
}

// Removes the caches that no page needs any more. If several pages are open, some of
// them may still need the previous version.
async function tidy() {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const older = (await versions()).filter((name) => name !== NAME);
  const needed = open.length > 1 ? older.at(-1) : undefined;
  await Promise.all(older.filter((name) => name !== needed).map((name) => caches.delete(name)));
}

// A file of this version. The browser, to free space, or the reader may have removed
// the cache; opening it would recreate it empty.
async function kept(path: string, request: Request) {
  return (await caches.match(SCOPE + path, { cacheName: NAME })) ?? fetch(request);
}

const withoutQuery = (url: string) => url.replace(/[?#].*$/s, "");

// A part of another version, for a page of that version.
async function other(request: Request) {
  const url = withoutQuery(request.url);
  for (const name of await versions()) {
    const found = await caches.match(url, { cacheName: name });
    if (found) return found;
  }
  return fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(fill()));

worker.addEventListener("activate", (event) =>
  event.waitUntil(tidy().then(() => worker.clients.claim())),
);

worker.addEventListener("message", (event) => {
  const order: ToServiceWorker = event.data;
  if (order === "activate") worker.skipWaiting();
  if (order === "bytes") event.ports[0]?.postMessage(BYTES);
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const asked = withoutQuery(request.url.slice(SCOPE.length));
  const path = asked === "index.html" ? "" : asked;
  if (Object.hasOwn(FILES, path)) event.respondWith(kept(path, request));
  else if (PART.test(path)) event.respondWith(other(request));
  else if (request.destination === "document") {
    event.respondWith(answer(path, SCOPE, fetch(request)));
  }
});
