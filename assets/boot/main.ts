// Starts the explorer. The element #parts in the page names the files to load.
// What the build has rendered stays, and can be read and used, until everything
// is there that takes its place; where something is missing it stays for good.
//
// This is a file of its own rather than a script in the page because the page's
// Content-Security-Policy allows no inline script but the two before it.

import { listen, pressAgain, restore } from "./late.ts";
import { fail } from "./message.ts";
import { takeOver } from "./takeover.ts";

/** What wasm-bindgen makes of the explorer (src/boot.rs). */
interface Explorer {
  default(options: { module_or_path: Promise<Response> }): Promise<unknown>;
  prepare(): Promise<{ mount(id: string): void }>;
}

const root = document.documentElement;

// How the explorer loads a module of its own late: by its address, relative to
// the page.
const load = (url: string) => import(new URL(url, document.baseURI).href);
globalThis.importPart = load;

// How the explorer lets the browser answer between two long steps.
globalThis.nextTask = () => new Promise((resolve) => setTimeout(resolve));

// How the explorer waits until there is nothing else to do. It first asks once it
// answers what is pressed.
globalThis.whenIdle = () => {
  pressAgain();
  return new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(() => resolve()));
};

// What the build cannot know: search engines take only whole addresses, and a
// closed panel would lack its content where there is room for it.
function settle() {
  // What the reader has opened since stays open.
  if ("settled" in root.dataset) return;
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=canonical]")) {
    link.setAttribute("href", link.href);
  }
  if (matchMedia("(max-width: 63.99rem)").matches) {
    document.querySelector(".filter-panel")?.removeAttribute("open");
  }
  for (const option of document.querySelectorAll<HTMLOptionElement>(".theme option")) {
    if (option.value === root.dataset.theme) option.selected = true;
  }
  root.dataset.settled = "";
}

// Somebody who follows a link before the explorer runs waits for it there.
function leave() {
  if (root.dataset.explorer === "waiting") root.dataset.explorer = "elsewhere";
}

// Has the browser fetch what the explorer will ask for.
function preload(url: string) {
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = url;
  document.head.append(link);
}

// What a page that shows one thing is interrupted by.
const SIGNS = ["pointerdown", "keydown", "focusin", "dragover", "hashchange"];

// How long the first painting is waited for, in milliseconds. Nothing is painted
// where nobody looks, and not every browser tells of it.
const UNPAINTED = 1000;

// Calls back once the page has been painted.
function onPainted(then: () => void) {
  const { supportedEntryTypes = [] } = globalThis.PerformanceObserver ?? {};
  if (document.hidden || !supportedEntryTypes.includes("paint")) {
    requestAnimationFrame(then);
    setTimeout(then, UNPAINTED);
    return;
  }
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length === 0) return;
    observer.disconnect();
    then();
  });
  observer.observe({ type: "paint", buffered: true });
  setTimeout(then, UNPAINTED);
}

// When the explorer is to start. What was rendered is painted first, unless the
// connection is slow, when the explorer is long in coming anyway. A page that shows
// one thing can be read and its links followed without, so that there it waits until
// the browser has nothing else to do, or until the reader does something.
function due() {
  if (root.dataset.explorer !== "waiting" || root.dataset.connection === "slow") return null;
  const query = document.querySelector<HTMLElement>("main[data-query]")?.dataset.query;
  const isPage = new URLSearchParams(query ?? "").get("view") === "page";
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  return new Promise<void>((resolve) => {
    const begin = () => resolve();
    for (const sign of SIGNS) addEventListener(sign, begin, { once: true, passive: true });
    if (!isPage) {
      onPainted(begin);
      return;
    }
    const drawn = () => onPainted(() => idle(begin));
    if (document.readyState === "complete") drawn();
    else addEventListener("load", drawn, { once: true });
  });
}

async function start() {
  await due();
  const parts = document.getElementById("parts");
  const { script = "", wasm = "", bundle = "" } = parts?.dataset ?? {};
  const response = fetch(wasm);
  // In one file each part of the bundle has an address of its own.
  preload(parts?.getAttribute("data-bundle-catalogue.bin") ?? `${bundle}catalogue.bin`);
  // The texts of what this page shows by itself.
  const texts = document.getElementById("app")?.dataset.parts;
  if (texts && root.dataset.explorer === "waiting") {
    for (const text of texts.split(" ")) preload(bundle + text);
  }
  const app = (await load(script)) as Explorer;
  const { ok, status } = await response;
  if (!ok) throw new Error(`${wasm}: the server answered ${status}`);
  await app.default({ module_or_path: response });
  const prepared = await app.prepare().catch((cause: Error) => {
    throw new Error(cause.message, { cause: "prepared" });
  });
  await takeOver("app", () => prepared.mount("app"));
  removeEventListener("hashchange", leave);
  root.dataset.explorer = "running";
  performance.mark("explorer");
  restore();
}

// A panic in the explorer ends it for good: what is left on the page would no
// longer answer, and the reader should know.
function stopped(event: ErrorEvent | PromiseRejectionEvent) {
  const cause = "reason" in event ? event.reason : event.error;
  if (cause instanceof WebAssembly.RuntimeError) {
    fail("The explorer stopped because of a fault of its own.", cause);
  }
}

addEventListener("error", stopped);
addEventListener("unhandledrejection", stopped);
addEventListener("hashchange", leave);
listen();
settle();
start().catch((cause) => {
  // The page is what it is without scripts.
  delete root.dataset.explorer;
  fail(
    cause.cause === "prepared"
      ? cause.message
      : "The explorer could not be loaded. The connection may have failed, or the browser may be too old for WebAssembly.",
    cause,
  );
});
