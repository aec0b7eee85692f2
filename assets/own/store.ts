// What the browser keeps of the reader's own documents: the files as they came,
// in a database of this site, and in its storage the word that there are some.
// The entry points are `kept`, `keep`, `forget`, `forgetAll` and
// `isKeeping`.

import { recall, scoped } from "../boot/scope.ts";
import type { Arrival } from "./arrivals.ts";
import { bytesInWords } from "./bytes.ts";

const NAME = "own-documents";
// Whether there is a database from before names had the path of the site.
const hasOlder = () => localStorage.getItem(NAME) === "kept";

/** A file as the database has it. */
interface Kept extends Arrival {
  since: number;
}

// Whether the reader asked to keep documents. assets/boot/late.ts asks the same
// before it loads any of this.
export function isKeeping() {
  try {
    return recall(NAME) === "kept";
  } catch {
    return false;
  }
}

// The files that are kept, in the order in which they came.
export async function kept() {
  if (localStorage.getItem(scoped(NAME)) === null && hasOlder()) {
    const older = await transaction<Kept[]>(NAME, "readonly", (store) => store.getAll());
    await keep(older.sort((a, b) => a.since - b.since));
  }
  const files = await transaction<Kept[]>(scoped(NAME), "readonly", (store) => store.getAll());
  files.sort((a, b) => a.since - b.since);
  return files.map(({ name, bytes }) => ({ name, bytes }));
}

// Keeps files beside those that are kept, in place of any of the same names: a
// second page of this site may have kept others. Fails where the browser refuses
// or has no room.
export async function keep(files: Arrival[]) {
  const since = Date.now();
  await transaction(scoped(NAME), "readwrite", (store) => {
    for (const [place, { name, bytes }] of files.entries()) {
      store.put({ name, bytes, since: since + place }, name);
    }
    return undefined;
  });
  localStorage.setItem(scoped(NAME), "kept");
}

// Keeps a file no longer.
export async function forget(name: string) {
  await everywhere((store) => store.delete(name));
}

// Keeps nothing any more.
export async function forgetAll() {
  const clearing = everywhere((store) => store.clear());
  localStorage.removeItem(NAME);
  localStorage.removeItem(scoped(NAME));
  await clearing;
}

// What is to be gone must be gone from the older database as well.
async function everywhere(act: (store: IDBObjectStore) => IDBRequest) {
  const names = hasOlder() ? [NAME, scoped(NAME)] : [scoped(NAME)];
  for (const name of names) await transaction(name, "readwrite", act);
}

// That the documents are kept and, where the browser says so, how much room
// there is, in a sentence or two.
export async function room() {
  const estimate = navigator.storage?.estimate?.().catch(() => undefined);
  const { usage, quota } = (await estimate) ?? {};
  if (!quota || usage === undefined) return "Kept on this device.";
  return `Kept on this device. This site takes ${bytesInWords(usage)}; the browser has room for ${bytesInWords(quota - usage)} more.`;
}

// Why the browser does not keep something, in a sentence.
export function refusal(cause: unknown) {
  return (cause as Error | undefined)?.name === "QuotaExceededError"
    ? "The browser has no room to keep your documents; they last until this page is closed."
    : "The browser does not allow this site to keep files, as in a private window; your documents last until this page is closed.";
}

async function transaction<T>(
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T> {
  const database = await open(name);
  try {
    return await new Promise<T>((done, fail) => {
      const running = database.transaction(NAME, mode);
      let request: IDBRequest<T> | undefined;
      running.oncomplete = () => done(request?.result as T);
      running.onabort = running.onerror = () => fail(running.error);
      request = act(running.objectStore(NAME));
    });
  } finally {
    database.close();
  }
}

const open = (name: string) =>
  new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(NAME);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error("another page holds the database"));
  });
