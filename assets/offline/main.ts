// Keeping the explorer for offline, on the page's side: starts the service worker,
// knows what is kept and hears of a new version. src/offline draws what comes of it,
// which loads this when the page has nothing else to do.

import type { ToServiceWorker } from "../messages.ts";

// Where this copy of the explorer lies. Pages of it may lie deeper.
const ROOT = new URL("..", import.meta.url);

// The beginning of the names of its caches, as in service-worker.js.
const PREFIX = `explorer ${ROOT.pathname} `;

// What remembers that a reader does not want it kept.
const REFUSED = `offline refused ${ROOT.pathname}`;

// A page in a frame is part of another site, and one from a disk has no host.
const workers: ServiceWorkerContainer | undefined =
  window === top && ROOT.protocol.startsWith("http") ? navigator.serviceWorker : undefined;

function isRefused() {
  try {
    return localStorage.getItem(REFUSED) !== null;
  } catch {
    // Where the browser refuses to remember, it would not keep anything either.
    return true;
  }
}

function refuse(refused: boolean) {
  if (refused) localStorage.setItem(REFUSED, "");
  else localStorage.removeItem(REFUSED);
}

// The worker of this copy, not one of a path above it.
async function known() {
  const registration = await workers?.getRegistration(ROOT.href);
  return registration?.scope === ROOT.href ? registration : undefined;
}

async function register(workers: ServiceWorkerContainer) {
  const script = new URL("service-worker.js", ROOT);
  const registration = await workers.register(script, { scope: ROOT.href, updateViaCache: "none" });
  watch(registration);
  return registration;
}

/** Keeps nothing any more, and remembers that. */
export async function remove() {
  refuse(true);
  await (await known())?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}

// How many bytes a worker keeps.
function size(worker: ServiceWorker) {
  return new Promise<number>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("bytes" satisfies ToServiceWorker, [port2]);
  });
}

// Resolves once a worker has come to a state, or can no longer come to it.
function reached(worker: ServiceWorker, state: ServiceWorkerState) {
  return new Promise<boolean>((resolve) => {
    const look = () => {
      if (worker.state === state || worker.state === "redundant") resolve(worker.state === state);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Called with each new version that is ready. */
let offer = () => {};
const watched = new WeakSet<ServiceWorkerRegistration>();

/** Calls back when a new version is ready, now or later. */
export function onNewVersion(callback: () => void) {
  offer = callback;
}

// Offers a version that is ready, now or later. The first one of all is no news.
function watch(registration: ServiceWorkerRegistration) {
  if (watched.has(registration)) return;
  watched.add(registration);
  const look = () => {
    if (registration.active && registration.waiting) offer();
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow();
  look();
}

/** Begins the new version. The page never reloads by itself: only where the reader has
 * asked for it here. */
export async function reload() {
  workers?.addEventListener("controllerchange", () => location.reload(), { once: true });
  const waiting = (await known())?.waiting;
  // Another page may have asked for it meanwhile.
  if (waiting) waiting.postMessage("activate" satisfies ToServiceWorker);
  else location.reload();
}

/** What is kept: its bytes; null where the reader wants nothing kept, and undefined
 * where the browser keeps nothing of this page. What is neither kept nor refused is
 * kept first. */
export async function look(): Promise<number | null | undefined> {
  if (!workers) return undefined;
  const registration = await known();
  const worker = registration?.active;
  if (registration && worker) {
    watch(registration);
    return size(worker);
  }
  if (isRefused()) return null;
  await keep();
  return look();
}

/** Keeps this version whole. */
export async function keep() {
  refuse(false);
  if (!workers) return;
  const registration = await register(workers);
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker || !(await reached(worker, "activated"))) {
    await registration.unregister();
    throw new Error("not every file of this version could be kept");
  }
}
