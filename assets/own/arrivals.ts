// Sorts the files that a reader drops, chooses or pastes into Markdown documents and
// refused files. The entry points are `fromEntries` for dropped files and `fromFiles`
// for chosen and pasted ones.

import { chosen, type Finds, foundIn } from "../files.ts";

/** An accepted file. */
export interface Arrival {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The accepted files, and a sentence for each reason why others were refused. */
export interface Arrivals {
  files: Arrival[];
  refused: string[];
}

// The size of the largest document that is read; crates/catalogue/src/own has the same
// limit.
export const LIMIT = 10 * 1024 * 1024;

// The most entries of a folder that are read: a folder of documents has fewer, a whole
// disk has more.
const ENTRIES = 5_000;

const MARKDOWN = /\.(md|markdown|mdown|mkd|txt)$/i;

// Dropped entries: files, and folders with everything below them.
export const fromEntries = async (entries: (File | FileSystemEntry)[]) =>
  sorted(await foundIn(entries, ENTRIES));

// Files from a field or the clipboard.
export const fromFiles = (files: File[]) => sorted(chosen(files, ENTRIES));

async function sorted({ found, areMore }: Finds): Promise<Arrivals> {
  const files: Arrival[] = [];
  const refused: string[] = [];
  const others: string[] = [];
  for (const { file, name } of found) {
    if (!file) refused.push(`${name} could not be read; the browser does not give access to it.`);
    else if (!MARKDOWN.test(name) && file.type !== "text/markdown") others.push(name);
    else if (file.size > LIMIT) refused.push(tooLarge(name));
    else {
      try {
        files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        refused.push(`${name} could not be read; it may have been moved or is a folder.`);
      }
    }
  }
  if (others.length > 0) refused.push(notMarkdown(others));
  if (areMore) refused.push(`Only the first ${ENTRIES} files were read.`);
  return { files, refused };
}

// Why a document is refused.
export function tooLarge(name: string) {
  return `${name} is too large; a document may have at most 10 MB.`;
}

function notMarkdown(names: string[]) {
  const shown = names.slice(0, 3).join(", ");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  const verb = names.length > 1 ? "are not Markdown files" : "is not a Markdown file";
  return `${shown}${more} ${verb} (.md, .markdown, .txt).`;
}
