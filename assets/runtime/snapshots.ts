// Snapshots of started interpreters, remembered between visits: a start takes about two
// seconds without one and a fraction of a second with it. `recall` and `remember` are
// the entry points. Snapshots are made on the reader's machine, so that they need no
// download, and before any program runs.

import type { FileEntry } from "./files.ts";

// The name of the browser's cache.
const STORE = "runtime-snapshots";

// The address of a runtime's snapshot: beside its files, whose folder is named by
// content, and different for each version of the browser.
function address(files: FileEntry[]) {
  const url = new URL(files[0]?.path ?? "", import.meta.url);
  return new URL(`snapshot?${encodeURIComponent(navigator.userAgent)}`, url).href;
}

// The compressed snapshot of a runtime, if there is one.
export async function recall(files: FileEntry[]) {
  try {
    const store = await caches.open(STORE);
    const response = await store.match(address(files));
    // A blob rather than its bytes, which only the worker reads.
    return await response?.blob();
  } catch {
    // Without storage the interpreter starts all the same.
    return undefined;
  }
}

// Keeps the compressed snapshot of a runtime in place of older ones.
export async function remember(files: FileEntry[], snapshot: Blob) {
  try {
    await drop(files);
    const store = await caches.open(STORE);
    await store.put(address(files), new Response(snapshot));
  } catch {
    // The start then takes longer on the next visit.
  }
}

// Removes the snapshots of a runtime, including those of other builds.
export async function drop(files: FileEntry[]) {
  const store = await caches.open(STORE);
  const series = new URL("..", address(files)).href;
  for (const request of await store.keys()) {
    if (request.url.startsWith(series)) await store.delete(request);
  }
}
