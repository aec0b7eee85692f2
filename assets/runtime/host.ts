// Runs programs on the runtimes, on the page's side. The explorer imports this
// module when a reader first runs something; src/platform/runs.rs calls it.
//
// The events of a run are in assets/messages.ts.

import type { FromWorker, OnRunEvent, Reason, RunEvent, Stream, ToWorker } from "../messages.ts";
import { failed } from "./failure.ts";
import * as files from "./files.ts";
import * as sandbox from "./sandbox.ts";

// How much of a stream is reported, in bytes.
const LONGEST = 64 * 1024;

// How long output is collected before it is reported, in milliseconds: a program may
// write more often than the page can be drawn.
const GATHERED = 40;

// How long an interpreter may take to clean up before it is replaced, in milliseconds.
// It normally takes about ten, but a program can leave something that takes long.
const TIDYING = 2_000;

export { space } from "./files.ts";
// The runtimes kept for offline use. These reject with a "failed" event.
export const keep = withFailedEvent(files.keep);
export const kept = withFailedEvent(files.kept);
export const forget = withFailedEvent(files.forget);

function withFailedEvent<Given extends unknown[], Result>(
  call: (...given: Given) => Promise<Result>,
) {
  return (...given: Given) =>
    call(...given).catch((error) => Promise.reject<Result>(failed(error)));
}

const runtimes = new Map<string, Runtime>();

// Runs a program on a series for at most `limit` milliseconds. Returns a function that
// ends it; with a true argument no further events are reported.
export function run(series: string, code: string, limit: number, onEvent: OnRunEvent) {
  const runtime = runtimes.get(series) ?? new Runtime(series);
  runtimes.set(series, runtime);
  const job = new Job(code, limit, onEvent);
  runtime.add(job);
  return (silently?: boolean) => {
    if (silently) job.silence();
    runtime.stop(job);
  };
}

// A program that waits to run, runs or has ended.
class Job {
  #onEvent: OnRunEvent;
  #written = new Map<Stream, string>();
  #timer: number | undefined;
  code: string;
  limit: number;
  isOver: boolean;

  constructor(code: string, limit: number, onEvent: OnRunEvent) {
    this.code = code;
    this.limit = limit;
    this.#onEvent = onEvent;
    this.isOver = false;
  }

  silence() {
    this.#onEvent = () => {};
  }

  report(...event: RunEvent) {
    this.#flush();
    this.#onEvent(event);
  }

  // Reports output, several writes at once.
  write(stream: Stream, text: string) {
    this.#written.set(stream, (this.#written.get(stream) ?? "") + text);
    this.#timer ??= setTimeout(() => this.#flush(), GATHERED);
  }

  end(...event: RunEvent) {
    if (this.isOver) return;
    this.isOver = true;
    this.report(...event);
  }

  #flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const written = [...this.#written];
    this.#written.clear();
    for (const [stream, text] of written) this.#onEvent(["output", stream, text]);
  }
}

// The interpreter for a series, with the programs that wait for it.
class Runtime {
  #series: string;
  #waiting: Job[] = [];
  #isServing = false;
  #loading: AbortController | undefined;
  #frame: sandbox.Frame | undefined;
  #worker: Promise<sandbox.Started> | undefined;
  // Ends the running program, with a reason.
  #interrupt: (reason: Reason) => void = () => {};

  constructor(series: string) {
    this.#series = series;
  }

  add(job: Job) {
    this.#waiting.push(job);
    this.#serve();
  }

  stop(job: Job) {
    if (job.isOver) return;
    const place = this.#waiting.indexOf(job);
    if (place < 0) {
      this.#interrupt("reader");
      return;
    }
    this.#waiting.splice(place, 1);
    job.end("stopped", "reader");
    // Nothing waits for the download any more.
    if (this.#waiting.length === 0) this.#loading?.abort();
  }

  async #serve() {
    if (this.#isServing) return;
    this.#isServing = true;
    while (this.#waiting.length > 0) {
      try {
        const worker = await this.#ready();
        const job = this.#waiting.shift();
        if (job) await this.#perform(worker, job);
      } catch (error) {
        this.#discard();
        // Jobs that were added after the download was aborted still need it.
        if ((error as Error | undefined)?.name === "AbortError") continue;
        for (const job of this.#waiting.splice(0)) job.end(...failed(error));
      }
    }
    this.#isServing = false;
  }

  // A worker that can run a program; loads and starts one if there is none.
  async #ready() {
    if (!this.#frame) {
      this.#loading = new AbortController();
      const progress = (received: number, total: number) => {
        for (const job of this.#waiting) job.report("loading", received, total);
      };
      this.#frame = await sandbox.open(this.#series, progress, this.#loading.signal);
      this.#loading = undefined;
    }
    this.#worker ??= this.#frame.start();
    return this.#worker;
  }

  // Runs a program until it has ended and the worker is free again.
  #perform({ port, version }: sandbox.Started, job: Job) {
    return new Promise<void>((free) => {
      let timer = setTimeout(() => this.#interrupt("time"), job.limit);
      const replace = () => {
        clearTimeout(timer);
        port.onmessage = null;
        this.#renew();
        free();
      };
      this.#interrupt = (reason: Reason) => {
        job.end("stopped", reason);
        replace();
      };
      const hear = (message: FromWorker) => {
        switch (message[0]) {
          case "output":
            return job.write(message[1], message[2]);
          case "capped":
            return job.report(...message);
          case "finished": {
            const { value, traceback, raised, millis } = message[1];
            clearTimeout(timer);
            timer = setTimeout(replace, TIDYING);
            this.#interrupt = () => {};
            return job.end("finished", value, traceback, raised, millis);
          }
          case "fault":
            return this.#interrupt(message[1]);
          case "idle":
            clearTimeout(timer);
            return free();
          case "worn":
            return replace();
        }
      };
      port.onmessage = ({ data }) => hear(data);
      job.report("started", version);
      port.postMessage(["run", job.code, LONGEST] satisfies ToWorker);
    });
  }

  // Ends the worker and starts the next one, so that it is ready when it is needed.
  #renew() {
    this.#interrupt = () => {};
    this.#frame?.end();
    this.#worker = this.#frame?.start();
    // The next job that waits for it reports a failure.
    this.#worker?.catch(() => {});
  }

  #discard() {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#frame?.close();
    this.#frame = undefined;
    this.#worker = undefined;
  }
}
