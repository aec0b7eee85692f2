// Runs programs on the runtimes, on the page's side. The explorer imports this
// module when a reader first asks for it; `assets/try` calls it.
//
// A run tells of itself in messages:
//
//   ["loading", received, total]   ["started", version]
//   ["output", stream, text]       ["capped", stream]
//   ["finished", value, traceback, raised, millis]
//   ["stopped", reason]            ["failed", cause, detail, status]
//
// The last three end it. A reason is "reader", "time", "memory", "recursion" or
// "crash"; the causes are in `failure.ts`.

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
export const [keep, kept, forget] = [files.keep, files.kept, files.forget].map(
  (call) =>
    (...given) =>
      call(...given).catch((error) => Promise.reject(told(error))),
);

const runtimes = new Map();

// Runs a program on a series for at most `limit` milliseconds. Gives a function
// that ends it, with a true argument without telling of it.
export function run(series, code, limit, tell) {
  if (!runtimes.has(series)) runtimes.set(series, new Runtime(series));
  const runtime = runtimes.get(series);
  const job = new Job(code, limit, tell);
  runtime.add(job);
  return (silently) => {
    if (silently) job.silence();
    runtime.stop(job);
  };
}

// A program, from the wish to run it to its end.
class Job {
  #tell;
  #written = new Map();
  #timer;

  constructor(code, limit, tell) {
    this.code = code;
    this.limit = limit;
    this.#tell = tell;
    this.isOver = false;
  }

  silence() {
    this.#tell = () => {};
  }

  tell(...message) {
    this.#flush();
    this.#tell(message);
  }

  // Tells of output, by and by.
  write(stream, text) {
    this.#written.set(stream, (this.#written.get(stream) ?? "") + text);
    this.#timer ??= setTimeout(() => this.#flush(), GATHERED);
  }

  end(...message) {
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
  #series;
  #waiting = [];
  #isServing = false;
  #loading;
  #frame;
  #worker;
  // Ends the program that runs, with a reason.
  #interrupt = () => {};

  constructor(series) {
    this.#series = series;
  }

  add(job) {
    this.#waiting.push(job);
    this.#serve();
  }

  stop(job) {
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
        if (error?.name === "AbortError") continue;
        for (const job of this.#waiting.splice(0)) job.end(...told(error));
      }
    }
    this.#isServing = false;
  }

  // A worker that can run something, loaded and started where there is none.
  async #ready() {
    if (!this.#frame) {
      this.#loading = new AbortController();
      const progress = (received, total) => {
        for (const job of this.#waiting) job.tell("loading", received, total);
      };
      this.#frame = await sandbox.open(this.#series, progress, this.#loading.signal);
      this.#loading = undefined;
    }
    this.#worker ??= this.#frame.start();
    return this.#worker;
  }

  // Runs a program until it ends or is ended, and the worker is free again.
  #perform({ port, version }, job) {
    return new Promise((free) => {
      let timer = setTimeout(() => this.#interrupt("time"), job.limit);
      const replace = () => {
        clearTimeout(timer);
        port.onmessage = null;
        this.#renew();
        free();
      };
      this.#interrupt = (reason) => {
        job.end("stopped", reason);
        replace();
      };
      const answers = {
        output: (stream, text) => job.write(stream, text),
        capped: (stream) => job.tell("capped", stream),
        finished: ({ value, traceback, raised, millis }) => {
          clearTimeout(timer);
          timer = setTimeout(replace, TIDYING);
          this.#interrupt = () => {};
          job.end("finished", value, traceback, raised, millis);
        },
        fault: (kind) => this.#interrupt(kind),
        idle: () => {
          clearTimeout(timer);
          free();
        },
        worn: replace,
      };
      port.onmessage = ({ data: [kind, ...rest] }) => answers[kind]?.(...rest);
      job.tell("started", version);
      port.postMessage(["run", job.code, LONGEST]);
    });
  }

  // Ends the worker and has the next one ready when it is wanted.
  #renew() {
    this.#interrupt = () => {};
    this.#frame.end();
    this.#worker = this.#frame.start();
    // Who waits for it next hears of a failure.
    this.#worker.catch(() => {});
  }

  #discard() {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#frame?.close();
    this.#frame = undefined;
    this.#worker = undefined;
  }
}
