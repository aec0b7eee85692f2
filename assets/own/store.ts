// Keeps the reader's own documents in the browser: the unchanged files in a database of
// this site, and in local storage a flag that there are some. The entry points are
// `kept`, `keep`, `forget`, `forgetAll` and `isKeeping`.

import { recall, scoped } from "../boot/scope.ts";
import type { Arrival } from "./arrivals.ts";

const NAME = "own-documents";
// Whether there is a database from before names included the path of the site.
const hasOlder = () => localStorage.getItem(NAME) === "kept";

/** A file as the database stores it. */
interface Kept extends Arrival {
  since: number;
}

// Whether the reader asked to keep documents. assets/boot/pending.ts checks the same before
// it loads this module.
export function isKeeping() {
  try {
    return recall(NAME) === "kept";
  } catch {
    return false;
  }
}

// The kept files, in the order in which they were added.
export async function kept() {
  if (localStorage.getItem(scoped(NAME)) === null && hasOlder()) {
    const older = await transaction<Kept[]>(NAME, "readonly", (store) => store.getAll());
    await keep(older.sort((a, b) => a.since - b.since));
  }
  const files = await transaction<Kept[]>(scoped(NAME), "readonly", (store) => store.getAll());
  files.sort((a, b) => a.since - b.since);
  return files.map(({ name, bytes }) => ({ name, bytes }));
}

// Keeps files in addition to those that are kept already, replacing any with the same
// names: another page of this site may have kept some. Fails if the browser refuses or
// has no space left.
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

// Removes a file.
export async function forget(name: string) {
  await everywhere((store) => store.delete(name));
}

// Removes all files.
export async function forgetAll() {
  const clearing = everywhere((store) => store.clear());
  localStorage.removeItem(NAME);
  localStorage.removeItem(scoped(NAME));
  await clearing;
}

// Removes from the older database as well as from the current one.
async function everywhere(act: (store: IDBObjectStore) => IDBRequest) {
  const names = hasOlder() ? [NAME, scoped(NAME)] : [scoped(NAME)];
  for (const name of names) await transaction(name, "readwrite", act);
}

// The bytes that this site uses, and those that are left, if the browser knows.
export async function space() {
  const estimate = navigator.storage?.estimate?.().catch(() => undefined);
  const { usage, quota } = (await estimate) ?? {};
  return !quota || usage === undefined ? undefined : ([usage, Math.max(quota - usage, 0)] as const);
}

// Why the browser does not keep the documents, as a sentence.
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
    request.onblocked = () => fail(new Error("another page blocks the database"));
  });
