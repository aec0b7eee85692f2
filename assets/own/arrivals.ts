// What a reader brings, sorted out. The entry points are `fromEntries` for what
// is dropped and `fromFiles` for what is chosen or pasted. Either gives
// `{ files: [{ name, bytes }], refused: [sentence] }`.

import { bytesInWords } from "./bytes.ts";

/** A file that is taken. */
export interface Arrival {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What is taken, and why the rest is not, as sentences. */
export interface Arrivals {
  files: Arrival[];
  refused: string[];
}

/** A file that has come; without one where the browser does not hand it out. */
interface Candidate {
  file?: File;
  name: string;
}

// The largest document that is read; crates/catalogue/src/own has the same limit.
export const LIMIT = 10 * 1024 * 1024;

// The most entries of a folder that are looked at: a folder of documents has
// fewer, and somebody's whole disk has more.
const ENTRIES = 5_000;

const MARKDOWN = /\.(md|markdown|mdown|mkd|txt)$/i;

// Dropped entries: files, and folders with everything below them.
export async function fromEntries(entries: (File | FileSystemEntry)[]) {
  const files: Candidate[] = [];
  const waiting = [...entries];
  let seen = 0;
  for (; seen < ENTRIES; seen++) {
    const entry = waiting.shift();
    if (!entry) break;
    try {
      if (entry instanceof File) files.push({ file: entry, name: entry.name });
      else if (entry.isDirectory)
        waiting.unshift(...(await below(entry as FileSystemDirectoryEntry)));
      else
        files.push({
          file: await fileOf(entry as FileSystemFileEntry),
          name: entry.fullPath.replace(/^\//, ""),
        });
    } catch {
      files.push({ name: entry.name });
    }
  }
  return sorted(files, waiting.length > 0);
}

// Files of a field or of the clipboard.
export function fromFiles(files: File[]) {
  return sorted(
    files.slice(0, ENTRIES).map((file) => ({ file, name: file.webkitRelativePath || file.name })),
    files.length > ENTRIES,
  );
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((done, fail) => entry.file(done, fail));

// What a folder holds, in the order of the names. The browser gives it in
// portions, the last of which is empty.
async function below(folder: FileSystemDirectoryEntry) {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    );
    if (portion.length === 0) break;
    found.push(...portion);
    if (found.length > ENTRIES) break;
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function sorted(arrivals: Candidate[], areMore: boolean): Promise<Arrivals> {
  const files: Arrival[] = [];
  const refused: string[] = [];
  const others: string[] = [];
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
export function tooLarge(name: string, size: number) {
  return `${name} has ${bytesInWords(size)}; documents of at most ${bytesInWords(LIMIT)} are read.`;
}

function noMarkdown(names: string[]) {
  const shown = names.slice(0, 3).join(", ");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  const verb = names.length > 1 ? "are no Markdown files" : "is no Markdown file";
  return `${shown}${more} ${verb} (.md, .markdown, .txt).`;
}
