// Keeping the explorer for offline, on the page's side: starts the service
// worker, says in the element <offline-state> what is kept, and offers a new
// version. The page imports this when it has nothing else to do.

import type { ToServiceWorker } from "../messages.ts";
import { button, make } from "../try/make.ts";
import { bytesInWords } from "../try/words.ts";

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

async function keep(workers: ServiceWorkerContainer) {
  const script = new URL("service-worker.js", ROOT);
  const registration = await workers.register(script, { scope: ROOT.href, updateViaCache: "none" });
  watch(registration);
  return registration;
}

async function remove() {
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

const watched = new WeakSet<ServiceWorkerRegistration>();

// Offers a version that is ready, now or later. The first one of all is no news.
function watch(registration: ServiceWorkerRegistration) {
  if (watched.has(registration)) return;
  watched.add(registration);
  const offer = () => {
    if (registration.active && registration.waiting) showBar(registration);
  };
  const follow = () => registration.installing?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", follow);
  follow();
  offer();
}

// The page never reloads by itself: only where the reader has asked for it here.
function showBar(registration: ServiceWorkerRegistration) {
  if (document.querySelector(".new-version")) return;
  const reload = button("Reload", () => {
    workers?.addEventListener("controllerchange", () => location.reload(), { once: true });
    // Another page may have asked for it meanwhile.
    if (registration.waiting)
      registration.waiting.postMessage("activate" satisfies ToServiceWorker);
    else location.reload();
  });
  const later = button("Later", () => bar.remove());
  const words = make("p", { role: "status" }, "A new version is ready.");
  const bar: HTMLElement = make(
    "aside",
    { className: "new-version", "aria-label": "New version" },
    words,
    reload,
    later,
  );
  document.body.append(bar);
}

// One line: what is kept and how to remove it, or how to keep it.
class OfflineState extends HTMLElement {
  connectedCallback() {
    if (workers) this.#look().catch(console.info);
  }

  // Whoever has pressed the button before has the focus still.
  #say(text: string, ...controls: HTMLElement[]) {
    const hadFocus = this.contains(document.activeElement);
    const words = make("span", { role: "status", tabIndex: -1 }, text);
    this.replaceChildren(words, " ", ...controls);
    if (hadFocus) (controls[0] ?? words).focus();
  }

  async #look() {
    const registration = await known();
    const worker = registration?.active;
    if (registration && worker) {
      watch(registration);
      const kept = `Kept for offline, ${bytesInWords(await size(worker))}.`;
      this.#say(
        kept,
        button("Remove", () => this.#change(remove)),
      );
    } else if (isRefused()) {
      this.#say(
        "Not kept for offline.",
        button("Keep", () => this.#change(() => this.#keep())),
      );
    } else {
      await this.#keep();
      await this.#look();
    }
  }

  async #keep() {
    refuse(false);
    if (!workers) return;
    const registration = await keep(workers);
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    if (!worker || !(await reached(worker, "activated"))) {
      await registration.unregister();
      throw new Error("not every file of this version could be kept");
    }
  }

  async #change(act: () => Promise<void>) {
    try {
      await act();
      await this.#look();
    } catch (cause) {
      console.info(cause);
      this.#say("It could not be done; check the connection and the room that is left.");
    }
  }
}

customElements.define("offline-state", OfflineState);
