// Keeps the explorer for offline use, on the page's side: starts the service worker,
// knows what is kept and is notified of a new version. src/offline draws the state; it
// loads this module when the browser is idle.

import type { ToServiceWorker } from "../messages.ts";

// The root of this copy of the explorer; its pages may be in folders below.
const ROOT = new URL("..", import.meta.url);

// The prefix of its caches' names, as in service-worker.ts.
const PREFIX = `explorer ${ROOT.pathname} `;

// The storage key that is set when the reader does not want it kept.
const REFUSED = `offline refused ${ROOT.pathname}`;

// A page in a frame belongs to another site, and one opened from disk has no host.
const workers: ServiceWorkerContainer | undefined =
  window === top && ROOT.protocol.startsWith("http") ? navigator.serviceWorker : undefined;

function isRefused() {
  try {
    return localStorage.getItem(REFUSED) !== null;
  } catch {
    // A browser that refuses storage would not keep anything either.
    return true;
  }
}

function refuse(refused: boolean) {
  if (refused) localStorage.setItem(REFUSED, "");
  else localStorage.removeItem(REFUSED);
}

// The worker of this copy, not one registered for a path above it.
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

/** Removes everything that is kept, and remembers that the reader wants it so. */
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

// Resolves once a worker has reached a state, or can no longer reach it.
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

// Offers a version that is ready, now or later. The very first one is not offered, as
// nothing older is running.
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

/** Switches to the new version. The page reloads only when the reader asks for it. */
export async function reload() {
  workers?.addEventListener("controllerchange", () => location.reload(), { once: true });
  const waiting = (await known())?.waiting;
  // Another page may have asked for it meanwhile.
  if (waiting) waiting.postMessage("activate" satisfies ToServiceWorker);
  else location.reload();
}

/** The number of bytes kept; null if the reader wants nothing kept, undefined if the
 * browser cannot keep this page. If it is neither kept nor refused, keeps it first. */
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

/** Keeps all files of this version. */
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
