// The reader's own documents: Markdown files that are dropped onto the page,
// chosen or pasted, read in this browser and merged into the catalogue. The
// page loads this module when the list of documents opens, when the first file is
// dragged onto the page, or when the browser keeps some; see assets/boot/pending.ts.
// src/documents/own.rs draws the shelf.

import { fromEntries, fromFiles } from "./arrivals.ts";
import { shelf } from "./shelf.ts";

export { shelf };

// Documents that the browser keeps are read before any that are dropped.
if (shelf.isKeeping) shelf.restore();

// Adds dropped files and folders. The list of documents shows the outcome.
export async function take(entries: (File | FileSystemEntry)[]) {
  if (!document.querySelector("own-documents")) location.hash = "#?view=documents";
  shelf.add(await fromEntries(entries));
}

/** Adds the files that a reader has chosen in a field. */
export async function choose(field: HTMLInputElement) {
  const arrived = await fromFiles([...(field.files ?? [])]);
  // Allows choosing the same file again.
  field.value = "";
  shelf.add(arrived);
}

/** Downloads a document, byte for byte as it was added. */
export function save(name: string) {
  const found = shelf.documents.find((one) => one.name === name);
  if (!found) return;
  const url = URL.createObjectURL(new Blob([found.bytes], { type: "text/markdown" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.split("/").pop() ?? name;
  link.click();
  // By then the browser has started reading it.
  setTimeout(() => URL.revokeObjectURL(url));
}

// While the list of documents is shown, anything pasted outside a field becomes a
// document.
addEventListener("paste", async (event) => {
  const field = event
    .composedPath()
    .some((node) => (node as Partial<Element>).matches?.("input, textarea, [contenteditable]"));
  if (field || !document.querySelector("own-documents")) return;
  if (!event.clipboardData) return;
  const { files } = event.clipboardData;
  const text = event.clipboardData.getData("text/plain");
  if (files.length > 0) shelf.add(await fromFiles([...files]));
  else if (text.trim()) shelf.paste(text);
});
