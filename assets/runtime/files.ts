// The files of the runtimes: fetched, checked, and kept for offline use. `load` and
// `keep` are the entry points.
//
// The build writes `index.json` beside this file. For each series it has the release,
// the files (`path` relative to this file, `bytes`, `sha256` in hexadecimal) and the
// lock file that the loader needs.

import { Failure } from "./failure.ts";
import * as snapshots from "./snapshots.ts";

// The name of the browser's cache. Copies of the explorer at several paths of one origin
// share it; the addresses of their files differ.
const STORE = "runtimes";
const FOLDER = new URL("../runtimes/", import.meta.url).href;

/** A file of a runtime, as the build lists it. */
export interface FileEntry {
  path: string;
  bytes: number;
  sha256: string;
}

/** The entry of a series in `index.json`. */
interface Entry {
  version: string;
  files: FileEntry[];
  lock: unknown;
}

type Progress = (received: number, total: number) => void;

let index: Promise<Record<string, Entry>> | undefined;

// The entries of all series.
function entries(): Promise<Record<string, Entry>> {
  index ??= fetchAll("index.json", (response) => response.json()).catch((error) => {
    // The next attempt may succeed.
    index = undefined;
    throw error;
  });
  return index;
}

// The entry of a series.
export async function entry(series: string): Promise<Entry> {
  const all = await entries();
  const found = Object.hasOwn(all, series) && all[series];
  if (!found) throw new Failure("series", series);
  return found;
}

// A small file beside this one, as text.
export function text(name: string) {
  return fetchAll(name, (response) => response.text());
}

async function fetchAll<T>(name: string, read: (response: Response) => Promise<T>) {
  const response = await ask(new URL(name, import.meta.url), name);
  try {
    return await read(response);
  } catch (error) {
    throw new Failure(error instanceof SyntaxError ? "corrupted" : "unreachable", name);
  }
}

// All files of a series, by name: `{ "pyodide.asm.wasm": ArrayBuffer, … }`.
// `progress(received, total)` is called as the bytes arrive.
export async function load(series: string, progress: Progress, signal: AbortSignal) {
  const { files } = await entry(series);
  const store = await open().catch(() => undefined);
  const loaded = await gather(files, progress, (file, count) => one(file, store, count, signal));
  return Object.fromEntries(loaded);
}

// Keeps the files of a series, so that `load` needs no connection.
export async function keep(series: string, progress: Progress) {
  const { files } = await entry(series);
  const store = await open();
  // Asks the browser not to evict the files; it may refuse.
  navigator.storage?.persist?.().catch(() => {});
  await gather(files, progress, async (file, count) => {
    const [name, bytes] = await one(file, store, count);
    await put(store, file, bytes);
    return [name, bytes];
  });
}

// The series of which all files are kept, with their size in bytes. Removes files of
// other builds, which are no longer used.
export async function kept() {
  const store = await open();
  const known = new Set<string>();
  const whole: [string, number][] = [];
  for (const [series, { files }] of Object.entries(await entries())) {
    const found = await Promise.all(files.map((file) => store.match(address(file))));
    for (const file of files) known.add(address(file));
    if (found.every(Boolean)) whole.push([series, total(files)]);
  }
  for (const request of await store.keys()) {
    const isOwn = request.url.startsWith(FOLDER);
    if (isOwn && !known.has(request.url)) await store.delete(request);
  }
  return whole;
}

// Removes the kept files of a series.
export async function forget(series: string) {
  const { files } = await entry(series);
  const store = await open();
  await Promise.all(files.map((file) => store.delete(address(file))));
  await snapshots.drop(files);
}

// The bytes that this site uses, and those that are left.
export async function space() {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined
    ? undefined
    : ([usage, Math.max(quota - usage, 0)] as const);
}

function address(file: FileEntry) {
  return new URL(file.path, import.meta.url).href;
}

function total(files: FileEntry[]) {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

// Gets all files concurrently and reports the progress of all of them together.
function gather<T>(
  files: FileEntry[],
  progress: Progress,
  get: (file: FileEntry, count: (bytes: number) => void) => Promise<T>,
) {
  const all = total(files);
  let received = 0;
  const count = (bytes: number) => {
    received += bytes;
    progress(received, all);
  };
  count(0);
  return Promise.all(files.map((file) => get(file, count)));
}

// One file with its name, from the store or the host.
async function one(
  file: FileEntry,
  store: Cache | undefined,
  count: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<[string, ArrayBuffer]> {
  const name = file.path.split("/").pop() ?? "";
  const url = address(file);
  const response = await store?.match(url);
  if (response) {
    const bytes = await response.arrayBuffer();
    if (await isWhole(file, bytes)) {
      count(file.bytes);
      return [name, bytes];
    }
    await store?.delete(url);
  }
  const options = signal ? { signal } : {};
  let counted = 0;
  const meter = (bytes: number) => {
    counted += bytes;
    count(bytes);
  };
  let bytes = await download(url, file, meter, options);
  if (!(await isWhole(file, bytes))) {
    // The browser may have kept a damaged copy.
    count(-counted);
    bytes = await download(url, file, count, { ...options, cache: "reload" });
  }
  if (!(await isWhole(file, bytes))) throw new Failure("corrupted", file.path);
  return [name, bytes];
}

async function download(
  url: string,
  file: FileEntry,
  count: (bytes: number) => void,
  options: RequestInit,
) {
  const response = await ask(url, file.path, options);
  const bytes = new Uint8Array(file.bytes);
  let length = 0;
  try {
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      // If there are more bytes than expected, it is not this file.
      if (length + value.length <= bytes.length) bytes.set(value, length);
      length += value.length;
      count(value.length);
    }
  } catch {
    options.signal?.throwIfAborted();
    throw new Failure("unreachable", file.path);
  }
  return length === bytes.length ? bytes.buffer : new ArrayBuffer(0);
}

async function ask(url: string | URL, name: string, options?: RequestInit) {
  let response: Response;
  try {
    response = await fetch(url, options);
  } catch {
    options?.signal?.throwIfAborted();
    throw new Failure("unreachable", name);
  }
  if (!response.ok) throw new Failure("missing", name, response.status);
  return response;
}

// Whether bytes are those of the build. Outside secure contexts browsers cannot compute
// digests, and only the length is compared.
async function isWhole({ bytes: length, sha256 }: FileEntry, bytes: ArrayBuffer) {
  if (bytes.byteLength !== length) return false;
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return sha256 === [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function open() {
  try {
    return await caches.open(STORE);
  } catch {
    throw new Failure("storage");
  }
}

async function put(store: Cache, file: FileEntry, bytes: ArrayBuffer) {
  const headers = { "Content-Type": "application/octet-stream" };
  try {
    await store.put(address(file), new Response(bytes, { headers }));
  } catch (error) {
    throw new Failure(
      (error as Error | undefined)?.name === "QuotaExceededError" ? "room" : "storage",
    );
  }
}
