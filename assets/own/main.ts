// The reader's own documents: Markdown files that are dropped onto the page,
// chosen or pasted, read in this browser and merged into the catalogue. The
// page loads this module with the list of documents, with the first file that
// is dragged onto it, or when the browser keeps some; see assets/boot/late.ts.
// src/documents/own draws what is on the shelf.

import { fromEntries, fromFiles } from "./arrivals.ts";
import { shelf } from "./shelf.ts";

export { shelf };

// What the browser keeps comes before anything that is dropped.
if (shelf.isKeeping) shelf.restore();

// Takes what was dropped: files and folders as the browser hands them out. The
// list of documents tells what became of them.
export async function take(entries: (File | FileSystemEntry)[]) {
  if (!document.querySelector("own-documents")) location.hash = "#?view=documents";
  shelf.add(await fromEntries(entries));
}

/** Takes the files that a reader has chosen in a field. */
export async function choose(field: HTMLInputElement) {
  const arrived = await fromFiles([...(field.files ?? [])]);
  // The same file can be chosen again.
  field.value = "";
  shelf.add(arrived);
}

/** Hands a file back as it came, byte by byte. */
export function save(name: string) {
  const found = shelf.documents.find((one) => one.name === name);
  if (!found) return;
  const url = URL.createObjectURL(new Blob([found.bytes], { type: "text/markdown" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.split("/").pop() ?? name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url));
}

// Where the list of documents is shown, what is pasted outside of a field is a
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
