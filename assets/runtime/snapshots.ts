// Snapshots of interpreters that have started, remembered from visit to visit: a
// start takes some two seconds without and a fraction of one with it. `recall`
// and `remember` are the entry points. They are made on the reader's machine, so
// that nobody downloads them, and before any program runs.

import type { FileEntry } from "./files.ts";

// The name under which the browser keeps them.
const STORE = "runtime-snapshots";

// Where the snapshot of a runtime is kept: beside its files, whose folder is
// named by content, and for this browser only.
function address(files: FileEntry[]) {
  const url = new URL(files[0]?.path ?? "", import.meta.url);
  return new URL(`snapshot?${encodeURIComponent(navigator.userAgent)}`, url).href;
}

// The compressed snapshot of a runtime, if there is one.
export async function recall(files: FileEntry[]) {
  try {
    const store = await caches.open(STORE);
    const response = await store.match(address(files));
    // Not its bytes: only the worker that starts from them reads them.
    return await response?.blob();
  } catch {
    // A browser that stores nothing starts all the same.
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
    // The next visit takes longer, no more.
  }
}

// Removes the snapshots of a runtime, those of other builds as well.
export async function drop(files: FileEntry[]) {
  const store = await caches.open(STORE);
  const series = new URL("..", address(files)).href;
  for (const request of await store.keys()) {
    if (request.url.startsWith(series)) await store.delete(request);
  }
}
