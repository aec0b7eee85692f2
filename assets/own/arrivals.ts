// What a reader brings, sorted out. The entry points are `fromEntries` for what
// is dropped and `fromFiles` for what is chosen or pasted. Either gives
// `{ files: [{ name, bytes }], refused: [sentence] }`.

import { bytesInWords } from "../try/words.ts";

// The largest document that is read; src/catalogue/own has the same limit.
export const LIMIT = 10 * 1024 * 1024;

// The most entries of a folder that are looked at: a folder of documents has
// fewer, and somebody's whole disk has more.
const ENTRIES = 5_000;

const MARKDOWN = /\.(md|markdown|mdown|mkd|txt)$/i;

// Dropped entries: files, and folders with everything below them.
export async function fromEntries(entries) {
  const files = [];
  const waiting = [...entries];
  let seen = 0;
  for (let entry; (entry = waiting.shift()) && seen < ENTRIES; seen++) {
    try {
      if (entry instanceof File) files.push({ file: entry, name: entry.name });
      else if (entry.isDirectory) waiting.unshift(...(await below(entry)));
      else files.push({ file: await fileOf(entry), name: entry.fullPath.replace(/^\//, "") });
    } catch {
      files.push({ name: entry.name });
    }
  }
  return sorted(files, waiting.length > 0);
}

// Files of a field or of the clipboard.
export function fromFiles(files) {
  return sorted(
    files.slice(0, ENTRIES).map((file) => ({ file, name: file.webkitRelativePath || file.name })),
    files.length > ENTRIES,
  );
}

const fileOf = (entry) => new Promise((done, fail) => entry.file(done, fail));

// What a folder holds, in the order of the names. The browser gives it in
// portions, the last of which is empty.
async function below(folder) {
  const reader = folder.createReader();
  const found = [];
  for (;;) {
    const portion = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (portion.length === 0) break;
    found.push(...portion);
    if (found.length > ENTRIES) break;
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function sorted(arrivals, areMore) {
  const files = [];
  const refused = [];
  const others = [];
  for (const { file, name } of arrivals) {
    if (!file) refused.push(`${name} could not be read; the browser does not hand it out.`);
    else if (!MARKDOWN.test(name) && file.type !== "text/markdown") others.push(name);
    else if (file.size > LIMIT) refused.push(tooLarge(name, file.size));
    else {
      try {
        files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        refused.push(`${name} could not be read; it may have been moved or is a folder.`);
      }
    }
  }
  if (others.length > 0) refused.push(noMarkdown(others));
  if (areMore) refused.push(`Only the first ${ENTRIES} files were looked at.`);
  return { files, refused };
}

// Why a document is not taken.
export function tooLarge(name, size) {
  return `${name} has ${bytesInWords(size)}; documents of at most ${bytesInWords(LIMIT)} are read.`;
}

function noMarkdown(names) {
  const shown = names.slice(0, 3).join(", ");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  const verb = names.length > 1 ? "are no Markdown files" : "is no Markdown file";
  return `${shown}${more} ${verb} (.md, .markdown, .txt).`;
}
