// The files among what a reader drops: dropped folders are walked to the end. The entry
// points are `foundIn` for dropped entries and `chosen` for those of a field.

/** A file; `file` is missing if the browser does not give access to it. */
export interface Found {
  name: string;
  file?: File;
}

/** Found files, and whether there are more than were asked for. */
export interface Finds {
  found: Found[];
  areMore: boolean;
}

/** The files among dropped entries, and in folders whose names `isEntered` accepts, in the
 * order of their names. At most `most` entries are looked at. */
export async function foundIn(
  entries: (File | FileSystemEntry)[],
  most: number,
  isEntered: (name: string) => boolean = () => true,
): Promise<Finds> {
  const found: Found[] = [];
  // The next one is at the end, where taking it away costs nothing.
  const waiting = [...entries].reverse();
  for (let seen = 0; seen < most; seen++) {
    const entry = waiting.pop();
    if (!entry) break;
    try {
      if (entry instanceof File) found.push({ file: entry, name: entry.name });
      else if (entry.isDirectory) {
        if (!isEntered(entry.name)) continue;
        waiting.push(...(await below(entry as FileSystemDirectoryEntry, most)).reverse());
      } else {
        const file = await fileOf(entry as FileSystemFileEntry);
        found.push({ file, name: entry.fullPath.replace(/^\//, "") });
      }
    } catch {
      found.push({ name: entry.name });
    }
  }
  return { found, areMore: waiting.length > 0 };
}

/** The files of a field, or of a folder that was chosen in it. */
export function chosen(files: File[], most: number): Finds {
  const found = files.slice(0, most);
  return {
    found: found.map((file) => ({ file, name: file.webkitRelativePath || file.name })),
    areMore: files.length > most,
  };
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((done, fail) => entry.file(done, fail));

// The entries of a folder, sorted by name. The browser returns them in portions, the
// last of which is empty.
async function below(folder: FileSystemDirectoryEntry, most: number) {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    );
    if (portion.length === 0) break;
    found.push(...portion);
    if (found.length > most) break;
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
