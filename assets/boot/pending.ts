// Remembers what the reader does before the explorer can act on it: dropping own
// documents, which a separate script reads, and pressing “Embed this view”. Keeps the
// lines of what is pasted into the search box. `listen` is
// the entry point; `restore` loads the documents that the browser keeps, `pressAgain`
// repeats the press.

import type * as CheckModule from "../check/main.ts";
import { isArchive, isProgram } from "../check/names.ts";
import type { LaunchParams } from "../messages.ts";
import type * as OwnModule from "../own/main.ts";
import { onOneLine } from "./lines.ts";
import { fail } from "./message.ts";
import { recall } from "./scope.ts";

const { own = "", check = "" } = document.getElementById("parts")?.dataset ?? {};

// The module for own documents, assets/own, is loaded when the first file is dragged
// onto the page, when the list of documents opens, or when the browser keeps some. The
// parts that it makes replace those of the bundle.
const ownDocuments = () => globalThis.importPart(own) as Promise<typeof OwnModule>;

// The module that checks programs, assets/check, is loaded when the first one is dropped
// onto the page or when its view opens.
const checking = () => globalThis.importPart(check) as Promise<typeof CheckModule>;

// Browsers do not always fire an event when a drag leaves the window.
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
  // The items can be read only during the event, not once the module is loaded. Files
  // are taken directly, as not every browser gives them out through their entries.
  const entries = Array.from(event.dataTransfer.items, (item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? entry : item.getAsFile();
  });
  accept(entries.filter((entry) => entry != null));
}

// Programs and archives are checked, and so is anything that is dropped onto the view that
// checks. Other files are documents.
function accept(taken: (File | FileSystemEntry)[]) {
  const isChecked = taken.some(({ name }) => isProgram(name) || isArchive(name));
  if (!isChecked && !document.querySelector("#check")) return add(taken);
  checking()
    .then(({ take }) => take(taken))
    .catch((cause) =>
      fail("Your files could not be checked: a script did not load. Check the connection.", cause),
    );
}

function add(taken: (File | FileSystemEntry)[]) {
  ownDocuments()
    .then(({ take }) => take(taken))
    .catch((cause) =>
      fail("Your documents could not be read: a script did not load. Check the connection.", cause),
    );
}

// Takes the files that the installed explorer is opened with (`file_handlers` in
// manifest.webmanifest): programs are checked, anything else is a document.
async function openFiles({ files }: LaunchParams) {
  accept(await Promise.all(files.map((handle) => handle.getFile())));
}

// The view whose button “Embed this view” was pressed last. The explorer replaces the
// button with its own.
let pressed: string | undefined;
const EMBED = "button[data-view]";
function press({ target }: MouseEvent) {
  const button = (target as Partial<Element> | null)?.closest?.<HTMLElement>(EMBED);
  pressed = button?.dataset.view ?? pressed;
}

/** Presses the button again that was pressed too early. */
export function pressAgain() {
  removeEventListener("click", press);
  const buttons = [...document.querySelectorAll<HTMLElement>(EMBED)];
  buttons.find(({ dataset }) => pressed !== undefined && dataset.view === pressed)?.click();
  pressed = undefined;
}

// An error of several lines stays in lines, which a search box would join.
function paste(event: ClipboardEvent) {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  if ((event.target as Partial<Element> | null)?.id !== "search" || !text.includes("\n")) return;
  event.preventDefault();
  // The only way to insert text that the reader can undo.
  document.execCommand("insertText", false, onOneLine(text));
}

// The address and the day at the end of what is printed (assets/styles/print.css).
function sign() {
  const day = new Date().toLocaleDateString("en-GB", { dateStyle: "medium" });
  document.body.dataset.printed = `${location.href} · ${day}`;
}

// Starts listening for drags, presses, pastes and opened files.
export function listen() {
  globalThis.ownPart = () => undefined;
  for (const type of ["dragover", "dragleave", "drop"] as const) addEventListener(type, drag);
  addEventListener("click", press);
  addEventListener("paste", paste);
  addEventListener("beforeprint", sign);
  globalThis.launchQueue?.setConsumer((launched) => {
    openFiles(launched).catch((cause) =>
      fail("The file could not be read; it may have been moved.", cause),
    );
  });
}

// Reads the documents that the browser keeps, once the shipped catalogue is loaded.
export function restore() {
  let isKept = false;
  try {
    isKept = recall("own-documents") === "kept";
  } catch {
    // A sandboxed frame has no storage, so nothing is kept.
  }
  const later = globalThis.requestIdleCallback ?? setTimeout;
  if (isKept) later(() => ownDocuments().catch(console.warn));
}
