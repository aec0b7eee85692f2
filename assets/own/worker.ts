// The worker that merges own documents with the bundle; crates/workers/src/merger.rs
// describes its messages. The entry point is `Merger`.

import type { ToMerger } from "../messages.ts";

// How long one answer may take, in milliseconds. The longest document takes seconds;
// one that takes longer was made to do so.
const PATIENCE = 60_000;

// A failure whose message is a sentence for the reader.
export class MergerError extends Error {}

const STOPPED = "Reading it stopped unexpectedly; the text is not lost and can be saved.";
const SLOW = "Reading it took longer than a minute and was stopped.";
const UNREACHABLE =
  "The script that reads documents could not be loaded; check the connection and try again.";

export class Merger {
  #worker: Worker | undefined;
  #waiting: { done: (answer: unknown) => void; fail: (cause: Error) => void } | undefined;
  isReady = false;

  // Starts a worker and loads the data that documents are merged with.
  static async start() {
    const parts = document.getElementById("parts");
    const { merger = "", bundle } = parts?.dataset ?? {};
    // In the single-file build each part of the bundle has an address of its own.
    const address = parts?.getAttribute("data-bundle-base.bin") ?? `${bundle}base.bin`;
    const base = fetchBytes(new URL(address, document.baseURI));
    const started = new Merger();
    try {
      const worker = new Worker(new URL(merger, document.baseURI));
      started.#worker = worker;
      worker.onmessage = ({ data }) => started.#waiting?.done(data);
      worker.onerror = (event) => {
        event.preventDefault();
        started.#waiting?.fail(new MergerError(started.isReady ? STOPPED : UNREACHABLE));
      };
      await started.#answer();
      started.isReady = true;
      const bytes = await base;
      await started.ask(["base", bytes], [bytes.buffer]);
    } catch (cause) {
      base.catch(() => {});
      started.end();
      throw cause instanceof MergerError ? cause : new MergerError(UNREACHABLE);
    }
    return started;
  }

  // Sends a message and returns the answer. Only one message may be open at a time.
  async ask(message: ToMerger, transfer: Transferable[] = []): Promise<unknown> {
    const answer = this.#answer();
    this.#worker?.postMessage(message, transfer);
    const given = await answer;
    if (typeof given === "string") throw new MergerError(given);
    return given;
  }

  end() {
    this.#worker?.terminate();
  }

  #answer() {
    let clock: number | undefined;
    const answer = new Promise<unknown>((done, fail) => {
      this.#waiting = { done, fail };
      clock = setTimeout(() => fail(new MergerError(SLOW)), PATIENCE);
    });
    return answer.finally(() => clearTimeout(clock));
  }
}

async function fetchBytes(url: URL) {
  const response = await fetch(url);
  if (!response.ok)
    throw new MergerError(`The server answered ${response.status} for ${url.pathname}.`);
  return new Uint8Array(await response.arrayBuffer());
}
