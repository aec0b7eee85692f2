// What the reader asks for before the explorer runs: documents of their own, which are
// read by a script of their own, and “Embed this view”. `listen` is the entry point;
// `restore` brings back what the browser keeps, `pressAgain` what was pressed.

import type * as OwnModule from "../own/main.ts";
import { fail } from "./message.ts";
import { recall } from "./scope.ts";

const { own = "" } = document.getElementById("parts")?.dataset ?? {};

// What takes the reader's documents, assets/own, is loaded with the first file that
// is dragged onto the page, with the list of documents, or where the browser keeps
// some. It puts the parts that it makes in place of the bundle's.
const ownDocuments = () => globalThis.importPart(own) as Promise<typeof OwnModule>;

// The browser does not always say that a drag has left the window.
let leaving: ReturnType<typeof setTimeout> | undefined;
function drag(event: DragEvent) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  // Without this the browser would leave the page for the file.
  event.preventDefault();
  clearTimeout(leaving);
  const { classList } = document.documentElement;
  const isDragging = event.type === "dragover";
  classList.toggle("dragging", isDragging);
  if (isDragging) leaving = setTimeout(() => classList.remove("dragging"), 500);
  if (event.type !== "drop") return;
  // They can be asked for now only, not once the module is there.
  // A file is here already; not every browser hands it out of its entry as well.
  const entries = Array.from(event.dataTransfer.items, (item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? entry : item.getAsFile();
  });
  const taken = entries.filter((entry) => entry != null);
  ownDocuments()
    .then(({ take }) => take(taken))
    .catch((cause) =>
      fail("What reads your documents could not be loaded; check the connection.", cause),
    );
}

// The view whose button “Embed this view” was pressed last. The explorer draws its own
// button in the place of that one.
let pressed: string | undefined;
const EMBED = "button[data-view]";
function press({ target }: MouseEvent) {
  const button = (target as Partial<Element> | null)?.closest?.<HTMLElement>(EMBED);
  pressed = button?.dataset.view ?? pressed;
}

/** Presses again what was pressed too early. */
export function pressAgain() {
  removeEventListener("click", press);
  const buttons = [...document.querySelectorAll<HTMLElement>(EMBED)];
  buttons.find(({ dataset }) => pressed !== undefined && dataset.view === pressed)?.click();
  pressed = undefined;
}

// Hears of what the reader asks for.
export function listen() {
  globalThis.ownPart = () => undefined;
  for (const type of ["dragover", "dragleave", "drop"] as const) addEventListener(type, drag);
  addEventListener("click", press);
}

// Reads the documents that the browser keeps. The shipped catalogue comes first.
export function restore() {
  let isKept = false;
  try {
    isKept = recall("own-documents") === "kept";
  } catch {
    // A sandboxed frame has no storage, and so nothing in it.
  }
  const later = globalThis.requestIdleCallback ?? setTimeout;
  if (isKept) later(() => ownDocuments().catch(console.warn));
}
