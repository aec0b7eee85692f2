// Runs programs on the runtimes, on the page's side. The explorer imports this
// module when a reader first asks for it; src/platform/runs.rs calls it.
//
// What a run tells of itself is in assets/messages.ts.

import type { FromWorker, Reason, Stream, Tell, Told, ToWorker } from "../messages.ts";
import { told } from "./failure.ts";
import * as files from "./files.ts";
import * as sandbox from "./sandbox.ts";

// How much of a stream is told, in bytes.
const LONGEST = 64 * 1024;

// How long output is gathered before it is told, in milliseconds: a program may
// write more often than a page can be drawn.
const GATHERED = 40;

// How long an interpreter may take to tidy up before it is replaced, in
// milliseconds. It takes some ten, but what a program left may be stubborn.
const TIDYING = 2_000;

export { space } from "./files.ts";
// What is kept for offline; these reject with the message of a failure.
export const keep = telling(files.keep);
export const kept = telling(files.kept);
export const forget = telling(files.forget);

function telling<Given extends unknown[], Result>(call: (...given: Given) => Promise<Result>) {
  return (...given: Given) => call(...given).catch((error) => Promise.reject<Result>(told(error)));
}

const runtimes = new Map<string, Runtime>();

// Runs a program on a series for at most `limit` milliseconds. Gives a function
// that ends it, with a true argument without telling of it.
export function run(series: string, code: string, limit: number, tell: Tell) {
  const runtime = runtimes.get(series) ?? new Runtime(series);
  runtimes.set(series, runtime);
  const job = new Job(code, limit, tell);
  runtime.add(job);
  return (silently?: boolean) => {
    if (silently) job.silence();
    runtime.stop(job);
  };
}

// A program, from the wish to run it to its end.
class Job {
  #tell: Tell;
  #written = new Map<Stream, string>();
  #timer: number | undefined;
  code: string;
  limit: number;
  isOver: boolean;

  constructor(code: string, limit: number, tell: Tell) {
    this.code = code;
    this.limit = limit;
    this.#tell = tell;
    this.isOver = false;
  }

  silence() {
    this.#tell = () => {};
  }

  tell(...message: Told) {
    this.#flush();
    this.#tell(message);
  }

  // Tells of output, by and by.
  write(stream: Stream, text: string) {
    this.#written.set(stream, (this.#written.get(stream) ?? "") + text);
    this.#timer ??= setTimeout(() => this.#flush(), GATHERED);
  }

  end(...message: Told) {
    if (this.isOver) return;
    this.isOver = true;
    this.tell(...message);
  }

  #flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const written = [...this.#written];
    this.#written.clear();
    for (const [stream, text] of written) this.#tell(["output", stream, text]);
  }
}

// The interpreter of a series and the programs that wait for it.
class Runtime {
  #series: string;
  #waiting: Job[] = [];
  #isServing = false;
  #loading: AbortController | undefined;
  #frame: sandbox.Frame | undefined;
  #worker: Promise<sandbox.Started> | undefined;
  // Ends the program that runs, with a reason.
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
    // Nobody waits for the download any more.
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
        // Those who came after an aborted download still want it.
        if ((error as Error | undefined)?.name === "AbortError") continue;
        for (const job of this.#waiting.splice(0)) job.end(...told(error));
      }
    }
    this.#isServing = false;
  }

  // A worker that can run something, loaded and started where there is none.
  async #ready() {
    if (!this.#frame) {
      this.#loading = new AbortController();
      const progress = (received: number, total: number) => {
        for (const job of this.#waiting) job.tell("loading", received, total);
      };
      this.#frame = await sandbox.open(this.#series, progress, this.#loading.signal);
      this.#loading = undefined;
    }
    this.#worker ??= this.#frame.start();
    return this.#worker;
  }

  // Runs a program until it ends or is ended, and the worker is free again.
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
            return job.tell(...message);
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
      job.tell("started", version);
      port.postMessage(["run", job.code, LONGEST] satisfies ToWorker);
    });
  }

  // Ends the worker and has the next one ready when it is wanted.
  #renew() {
    this.#interrupt = () => {};
    this.#frame?.end();
    this.#worker = this.#frame?.start();
    // Who waits for it next hears of a failure.
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
