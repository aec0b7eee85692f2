// Starts an interpreter and runs programs on it. `start` is the entry point;
// the worker in the browser and the check of the samples in Node both use it.

import type { Fault, Outcome, Stream } from "../messages.ts";

/** What a package of Pyodide exports, whose own types differ from series to series. */
// biome-ignore lint/suspicious/noExplicitAny: the packages for three series differ.
type Loader = (options: object) => Promise<any>;

/** The interpreter's memory from an earlier start, or what keeps that of this one. */
export interface Memory {
  snapshot?: Uint8Array;
  keep?: (taken: Uint8Array<ArrayBuffer>) => void;
}

/** An interpreter that has started. */
export interface Interpreter {
  version: string;
  run(code: string): Outcome;
  tidy(): boolean;
}

// How a fault of the interpreter itself is told from an exception in Python:
// the words that browsers have for a stack that is full and memory that is out.
const FAULTS: [Fault, RegExp][] = [
  ["recursion", /call stack|too much recursion|stack overflow/i],
  ["memory", /out of memory|allocation failed|could not allocate/i],
];

// Starts the CPython that `loadPyodide` loads. `options` are those of
// `loadPyodide`; `driver` is the text of `driver.py`; `write(stream, bytes)` is
// given what a program writes to "stdout" and "stderr".
//
// Most of the time it takes to start goes into the modules that the interpreter
// imports. `snapshot` is its memory after that, from an earlier start; where
// there is none, `keep` is given it.
export async function start(
  loadPyodide: Loader,
  options: object,
  driver: string,
  write: (stream: Stream, bytes: Uint8Array) => void,
  { snapshot, keep }: Memory = {},
): Promise<Interpreter> {
  const pyodide = await loadPyodide({
    ...options,
    _loadSnapshot: snapshot,
    _makeSnapshot: !snapshot && keep !== undefined,
    // What Python may see of JavaScript's globals: nothing. The module for 3.11
    // imports a name that is never used here.
    jsglobals: Object.assign(Object.create(null), { setTimeout() {} }),
    env: { HOME: "/home/reader" },
    // Nobody types: `input()` raises EOFError.
    stdin: () => null,
  });
  // The packages for 3.11 cannot take any.
  const taken = !snapshot && keep && pyodide.makeMemorySnapshot?.();
  if (taken) keep(taken);
  const scope = pyodide.toPy({ __name__: "driver", __file__: "<driver>" });
  pyodide.runPython(driver, { globals: scope, filename: "<driver>" });
  for (const stream of ["Stdout", "Stderr"]) {
    const name = stream.toLowerCase() as Stream;
    pyodide[`set${stream}`]({
      write(bytes: Uint8Array) {
        write(name, bytes);
        return bytes.length;
      },
    });
  }
  const [run, tidy] = ["run", "tidy"].map((name) => scope.get(name));
  return {
    version: scope.get("version"),
    // Runs a program to its end: `{ value, traceback, raised, millis }`, or
    // `{ fault }` where it has brought down the interpreter with it, which can
    // then run nothing more.
    run(code: string) {
      const begin = performance.now();
      try {
        const answer = run(code);
        const millis = performance.now() - begin;
        const [value, traceback, raised] = answer.toJs();
        answer.destroy();
        return { value, traceback, raised, millis };
      } catch (cause) {
        return { fault: fault(cause) };
      }
    },
    // Makes ready for the next program; false where that is not possible.
    tidy() {
      try {
        tidy();
        return true;
      } catch {
        return false;
      }
    },
  };
}

function fault(cause: unknown): Fault {
  const text = String((cause as Error | undefined)?.message ?? cause);
  const known = FAULTS.find(([, words]) => words.test(text));
  return known ? known[0] : "crash";
}
