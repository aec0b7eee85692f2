// The current state of the reader's own documents. The entry point is `shelf`, which
// dispatches a `change` event after every change.

import type { Merged } from "../messages.ts";
import { type Arrival, type Arrivals, LIMIT, tooLarge } from "./arrivals.ts";
import * as store from "./store.ts";
import { Merger, MergerError } from "./worker.ts";

// The most documents, and the most bytes of all documents together. Each merge
// processes all of them.
const MOST_DOCUMENTS = 200;
const MOST_BYTES = 50 * 1024 * 1024;

/** A document of the reader. `slug` and what follows is set once the document has been
 * read; `failure` is why it could not be. */
export interface OwnDocument extends Arrival {
  slug?: string;
  title?: string;
  features?: number;
  warnings?: [line: number, message: string][];
  failure?: string | undefined;
  isRead?: boolean;
}

class Shelf extends EventTarget {
  documents: OwnDocument[] = [];
  // What the reader should know, as sentences.
  notices: string[] = [];
  isBusy = false;
  isKeeping = store.isKeeping();
  // While documents are kept: the bytes that this site uses, and those that are left.
  space: readonly [used: number, left: number] | undefined;
  #merger: Merger | undefined;
  #queue: Promise<void> = Promise.resolve();

  // Adds files; a file with a known name replaces the older one.
  add({ files, refused }: Arrivals) {
    return this.#next(async () => {
      this.notices = [...refused];
      const fresh = files.filter((file) => this.#put(file));
      if (fresh.length === 0) return;
      if (this.isKeeping) await this.#store(() => store.keep(fresh));
      await this.#read(fresh.map(({ name }) => name));
    });
  }

  // Adds a text under the given name, or under one that is not taken.
  paste(text: string, name = "") {
    const bytes = new TextEncoder().encode(text);
    const chosen = name.trim()
      ? name.trim().replace(/(\.(md|markdown|txt))?$/i, (ending) => ending || ".md")
      : this.#freeName();
    const fits = bytes.length <= LIMIT;
    return this.add(
      fits
        ? { files: [{ name: chosen, bytes }], refused: [] }
        : { files: [], refused: [tooLarge(chosen)] },
    );
  }

  remove(name: string) {
    return this.#next(async () => {
      this.notices = [`${name} was removed.`];
      this.documents = this.documents.filter((document) => document.name !== name);
      if (this.isKeeping) await this.#store(() => store.forget(name));
      if (!this.#merger) return this.#read([]);
      await this.#merger.ask(["forget", name]);
      await this.#merge();
    });
  }

  // Reads the documents again that could not be read.
  retry() {
    return this.#next(async () => {
      this.notices = [];
      await this.#read(this.documents.filter(({ failure }) => failure).map(({ name }) => name));
    });
  }

  // Sets whether the documents are kept for the next visit.
  keep(isKeeping: boolean) {
    return this.#next(async () => {
      this.notices = [];
      this.isKeeping = isKeeping;
      await this.#store(async () => {
        await (isKeeping ? store.keep(this.documents) : store.forgetAll());
        this.notices.push(isKeeping ? "Kept on this device." : "Nothing is kept any more.");
      });
    });
  }

  // Adds the documents that the browser keeps.
  restore() {
    return this.#next(async () => {
      let files: Arrival[] = [];
      await this.#store(async () => {
        files = await store.kept();
      });
      this.documents.push(...files.filter(({ name }) => !this.#find(name)));
      if (files.length > 0) await this.#read(files.map(({ name }) => name));
    });
  }

  #find(name: string) {
    return this.documents.find((document) => document.name === name);
  }

  #freeName() {
    for (let number = 1; ; number++) {
      const name = number > 1 ? `pasted-${number}.md` : "pasted.md";
      if (!this.#find(name)) return name;
    }
  }

  // Puts a file on the shelf, unless a limit is exceeded. Returns whether it did.
  #put({ name, bytes }: Arrival) {
    const known = this.#find(name);
    const size = this.documents.reduce(
      (sum, document) => sum + document.bytes.length,
      bytes.length - (known?.bytes.length ?? 0),
    );
    if (!known && this.documents.length >= MOST_DOCUMENTS) {
      this.notices.push(`${name} was left out: at most ${MOST_DOCUMENTS} documents can be added.`);
      return false;
    }
    if (size > MOST_BYTES) {
      this.notices.push(
        `${name} was left out: your documents would take more than 50 MB together.`,
      );
      return false;
    }
    if (known) {
      this.notices.push(`${name} was replaced.`);
      this.documents[this.documents.indexOf(known)] = { name, bytes };
    } else {
      this.documents.push({ name, bytes });
    }
    return true;
  }

  // Makes the worker read some documents and merge all of them.
  async #read(names: string[]) {
    const isFresh = await this.#start();
    for (const document of [...this.documents]) {
      if (isFresh || names.includes(document.name)) await this.#readOne(document);
    }
    await this.#merge();
  }

  // A document that crashes the worker must not affect the others: the next worker reads
  // those again that were read before.
  async #readOne(document: OwnDocument) {
    document.failure = undefined;
    try {
      await this.#start();
      await this.#merger?.ask(["read", document.name, document.bytes]);
      document.isRead = true;
    } catch (cause) {
      document.isRead = false;
      document.failure = sentence(cause);
      if (!this.#merger) return;
      this.#end();
      await this.#start();
      for (const other of this.documents.filter(({ isRead }) => isRead)) {
        await this.#merger?.ask(["read", other.name, other.bytes]);
      }
    }
  }

  async #merge() {
    if (!this.#merger) return;
    const [parts, documents, leftOut] = (await this.#merger.ask(["merge"])) as Merged;
    for (const [name, slug, title, features, warnings] of documents) {
      const document = this.#find(name);
      if (document) Object.assign(document, { slug, title, features, warnings });
    }
    if (leftOut > 0)
      this.notices.push(
        `${leftOut} features were left out: your documents state more than the catalogue can hold.`,
      );
    const made = new Map(parts);
    globalThis.ownPart = (path) => made.get(path);
    dispatchEvent(new Event("ownparts"));
  }

  // Starts the worker if it is not running. Returns whether it was started.
  async #start() {
    if (this.#merger) return false;
    this.#merger = await Merger.start();
    return true;
  }

  #end() {
    this.#merger?.end();
    this.#merger = undefined;
  }

  // Runs one action after the other. A failed action is reported and loses no document.
  #next(act: () => Promise<void>) {
    this.#queue = this.#queue.then(async () => {
      this.isBusy = true;
      this.#tell();
      try {
        await act();
      } catch (cause) {
        this.#end();
        const failure = sentence(cause);
        this.notices.push(failure);
        for (const document of this.documents) if (!document.slug) document.failure ??= failure;
      }
      this.isBusy = false;
      this.#tell();
    });
    return this.#queue;
  }

  // Runs an action on the browser's storage. If it fails, everything else continues.
  async #store(act: () => Promise<void>) {
    try {
      await act();
    } catch (cause) {
      this.isKeeping = false;
      this.notices.push(store.refusal(cause));
    }
    this.space = this.isKeeping ? await store.space() : undefined;
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

function sentence(cause: unknown) {
  if (cause instanceof MergerError) return cause.message;
  console.warn(cause);
  return "Something went wrong with your documents; none of them is lost.";
}

export const shelf = new Shelf();
