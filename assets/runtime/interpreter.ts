// Starts an interpreter and runs programs on it. `start` is the entry point;
// the worker in the browser and the check of the samples in Node both use it.

import type { Fault, Outcome, Stream } from "../messages.ts";

/** The `loadPyodide` of a package, whose type differs from series to series. */
// biome-ignore lint/suspicious/noExplicitAny: the packages for three series differ.
type Loader = (options: object) => Promise<any>;

/** The interpreter's memory from an earlier start, and what keeps that of this one. */
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

// How to recognise a crash of the interpreter: the words that browsers use for a stack
// overflow and for running out of memory.
const FAULTS: [Fault, RegExp][] = [
  ["recursion", /call stack|too much recursion|stack overflow/i],
  ["memory", /out of memory|allocation failed|could not allocate/i],
];

// Starts the CPython that `loadPyodide` loads. `options` are those of `loadPyodide`;
// `driver` is the text of `driver.py`; `write(stream, bytes)` is called with what a
// program writes to "stdout" and "stderr".
//
// Most of the start is spent importing modules. `snapshot` is the interpreter's memory
// after that, from an earlier start; without one, `keep` is called with a new snapshot.
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
    // Python sees none of JavaScript's globals. The module for 3.11 imports `setTimeout`,
    // which is never used here.
    jsglobals: Object.assign(Object.create(null), { setTimeout() {} }),
    env: { HOME: "/home/reader" },
    // There is no input: `input()` raises EOFError.
    stdin: () => null,
  });
  // The packages for 3.11 cannot make snapshots.
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
    // Runs a program to its end. After a fault the interpreter has crashed and cannot be
    // used again.
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
    // Prepares for the next program; returns false if that is not possible.
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
