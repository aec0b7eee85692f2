// What the reader is told of a run, in words.

import type { Failed, Reason } from "../messages.ts";

// How many bytes, as readers know it: `12.3 MB`, `10.7 GB`.
export function bytesInWords(bytes: number) {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

const REASONS: Record<Reason, string> = {
  reader: "Stopped.",
  time: "Stopped: it ran for 10 seconds, which is the time limit.",
  memory: "Stopped: the program took more memory than there is.",
  recursion: "Stopped: the program called itself too deeply for the browser.",
  crash: "Stopped: the program ended the interpreter.",
};

// Why a program was ended.
export function reason(word: Reason) {
  return REASONS[word] ?? REASONS.crash;
}

const CAUSES: Record<string, (detail?: string, status?: number) => string> = {
  series: (series) => `This copy of the explorer cannot run Python ${series}.`,
  missing: (file, status) => `The server answered ${status} for ${file}, a part of the runtime.`,
  unreachable: (file) =>
    `${file}, a part of the runtime, could not be fetched; check the connection.`,
  corrupted: (file) => `${file}, a part of the runtime, arrived damaged.`,
  wasm: () => "This browser does not allow WebAssembly, which the runtime needs.",
  worker: () => "This browser does not allow the runtime to start in a worker of its own.",
  memory: () => "There is not enough memory for the runtime; close other pages.",
  storage: () => "The browser does not allow this site to store files, as in a private window.",
  room: () => "There is not enough room to keep the runtime.",
  silent: () => "The runtime did not start in time.",
};

// Why a runtime could not be had: the rest of a message "failed".
export function failure([, cause, detail, status]: Failed) {
  return CAUSES[cause]?.(detail, status) ?? `The runtime could not be started: ${detail}.`;
}

// How a program came to its end.
export function ending(traceback: string | null, raised: string | null, millis: number) {
  const took = millis < 1 ? "less than 1 ms" : `${Math.round(millis)} ms`;
  if (traceback) return `Ended by an exception after ${took}.`;
  return raised ? `Ended itself after ${took}.` : `Ran to its end in ${took}.`;
}
