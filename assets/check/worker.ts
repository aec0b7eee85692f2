// A worker that checks programs; crates/workers/src/checker.rs describes its messages.
// The entry point is `CheckWorker.start`.

import type { FromChecker, ToChecker } from "../messages.ts";

/** A failure whose message tells the reader why, without a full stop. */
export class CheckError extends Error {}

/** No worker can start, so nothing can be checked. */
export class NoChecker extends CheckError {}

// How long one answer may take, in milliseconds. The largest file takes seconds; one that
// takes longer was made to do so.
const PATIENCE = 60_000;

const STOPPED = "checking stopped unexpectedly";
const SLOW = "it took longer than a minute";
const UNREACHABLE = "the checker could not be loaded; check the connection and try again";

export class CheckWorker {
  hasEnded = false;
  #worker: Worker;
  #waiting: { done: (answer: unknown) => void; fail: (cause: Error) => void } | undefined;
  // Messages are sent one after the other, the first ones once the worker is ready.
  #last: Promise<unknown>;
  #isReady = false;

  private constructor(url: URL) {
    this.#worker = new Worker(url);
    this.#worker.onmessage = ({ data }) => this.#waiting?.done(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(new CheckError(this.#isReady ? STOPPED : UNREACHABLE));
    };
    this.#last = this.#prepare();
    // The first message that is sent fails with the same cause.
    this.#last.catch(() => {});
  }

  /** Starts a worker, which learns first what is known of the standard library. */
  static start() {
    const { analyzer = "" } = parts()?.dataset ?? {};
    return new CheckWorker(new URL(analyzer, document.baseURI));
  }

  /** Sends a message and returns the answer of the expected kind. */
  ask<Kind extends FromChecker[0]>(message: ToChecker, kind: Kind) {
    const asked = this.#last.then(() => this.#ask(message, kind));
    // One message that fails does not concern the next.
    this.#last = asked.catch(() => {});
    return asked;
  }

  /** Ends the worker; what is still asked of it fails. */
  end() {
    this.#fail(new CheckError(STOPPED));
  }

  async #prepare() {
    try {
      const lists = part("check.bin");
      lists.catch(() => {});
      // The first message says that the worker is ready.
      await this.#answer();
      this.#isReady = true;
      const [, paths] = await this.#ask(["lists", await lists], "needs");
      await this.#ask(["tables", await Promise.all(paths.map(part))], "known");
    } catch (cause) {
      this.hasEnded = true;
      this.#worker.terminate();
      throw new NoChecker(cause instanceof CheckError ? cause.message : UNREACHABLE);
    }
  }

  async #ask<Kind extends FromChecker[0]>(message: ToChecker, kind: Kind) {
    if (this.hasEnded) throw new CheckError(STOPPED);
    const answer = this.#answer();
    this.#worker.postMessage(message);
    const given = (await answer) as FromChecker;
    if (given[0] === "failed") throw new CheckError(given[1]);
    if (given[0] !== kind) throw new CheckError(STOPPED);
    return given as Extract<FromChecker, [Kind, ...unknown[]]>;
  }

  #answer() {
    let clock: number | undefined;
    const answer = new Promise<unknown>((done, fail) => {
      this.#waiting = { done, fail };
      clock = setTimeout(() => this.#fail(new CheckError(SLOW)), PATIENCE);
    });
    return answer.finally(() => clearTimeout(clock));
  }

  #fail(cause: CheckError) {
    this.hasEnded = true;
    this.#worker.terminate();
    this.#waiting?.fail(cause);
  }
}

const parts = () => document.getElementById("parts");

// The bytes of a part of the bundle. In the single-file build each has an address of its
// own.
async function part(path: string) {
  const own = parts()?.getAttribute(`data-bundle-${path}`);
  const response = await fetch(
    new URL(own ?? `${parts()?.dataset.bundle}${path}`, document.baseURI),
  );
  if (!response.ok) throw new CheckError(`the server answered ${response.status} for ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}
