// Starts the explorer. The element #parts in the page names the files to load.
// The prerendered page stays, and can be read and used, until everything that
// replaces it is loaded; if something cannot be loaded, it stays for good.
//
// This is a file rather than an inline script because the page's
// Content-Security-Policy allows no inline scripts other than early.ts and first.ts.

import { fail } from "./message.ts";
import { listen, pressAgain, restore } from "./pending.ts";
import { takeOver } from "./takeover.ts";

/** The module that wasm-bindgen generates for the explorer (src/boot.rs). */
interface Explorer {
  default(options: { module_or_path: Promise<Response> }): Promise<unknown>;
  prepare(): Promise<{ mount(id: string): void }>;
}

const root = document.documentElement;

// Loads a module lazily for the explorer, by its address relative to the page.
const load = (url: string) => import(new URL(url, document.baseURI).href);
globalThis.importPart = load;

// Lets the browser handle events between two long steps of the explorer.
globalThis.nextTask = () => new Promise((resolve) => setTimeout(resolve));

// Waits until the browser is idle. The explorer first calls this once it handles
// clicks, so that early ones can be repeated.
globalThis.whenIdle = () => {
  pressAgain();
  return new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(() => resolve()));
};

// Sets what the build cannot know: absolute canonical addresses, as search engines
// require; whether the filter panel is open, which depends on the width of the window;
// and the chosen theme.
function settle() {
  // Runs once, so that a panel which the reader has opened since stays open.
  if ("settled" in root.dataset) return;
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=canonical]")) {
    link.setAttribute("href", link.href);
  }
  if (matchMedia("(max-width: 63.99rem)").matches) {
    for (const panel of document.querySelectorAll(".filter-panel, .highlights details")) {
      panel.removeAttribute("open");
    }
  }
  for (const option of document.querySelectorAll<HTMLOptionElement>(".theme option")) {
    if (option.value === root.dataset.theme) option.selected = true;
  }
  root.dataset.settled = "";
}

// Marks the tab of the view that the address asks for.
function markTab() {
  const view = new URLSearchParams(location.hash.replace(/^#\??/, "")).get("view") ?? "explore";
  for (const tab of document.querySelectorAll<HTMLElement>(".top nav a")) {
    if (tab.dataset.view === view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}

// When the reader follows a link before the explorer runs, the prerendered page no
// longer fits the address.
function leave() {
  if (root.dataset.explorer === undefined) return;
  root.dataset.explorer = "elsewhere";
  markTab();
}

// Makes the browser fetch a file that the explorer will request.
function preload(url: string) {
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = url;
  document.head.append(link);
}

// Events that start the explorer at once on a page that shows one thing.
const SIGNS = ["pointerdown", "keydown", "focusin", "dragover", "hashchange"];

// How long to wait for the first paint, in milliseconds. A hidden page is not painted,
// and not every browser reports paints.
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

// Resolves when the explorer should start. The prerendered page is painted first,
// unless the connection is slow and the explorer takes long to load anyway. A page that
// shows one thing works without the explorer, which waits there until the browser is
// idle or the reader does something.
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
  // In the single-file build each part of the bundle has an address of its own.
  preload(parts?.getAttribute("data-bundle-catalogue.bin") ?? `${bundle}catalogue.bin`);
  // The texts of the features that this page shows.
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

// A panic ends the explorer for good: nothing on the page responds any longer, and the
// reader should know.
function stopped(event: ErrorEvent | PromiseRejectionEvent) {
  const cause = "reason" in event ? event.reason : event.error;
  if (cause instanceof WebAssembly.RuntimeError) {
    fail("The explorer stopped because of an internal error.", cause);
  }
}

addEventListener("error", stopped);
addEventListener("unhandledrejection", stopped);
addEventListener("hashchange", leave);
listen();
settle();
if (root.dataset.explorer === "elsewhere") markTab();
start().catch((cause) => {
  // The page looks as it does without scripts.
  delete root.dataset.explorer;
  fail(
    cause.cause === "prepared"
      ? cause.message
      : "The explorer could not be loaded. The connection may have failed, or the browser may be too old for WebAssembly.",
    cause,
  );
});
