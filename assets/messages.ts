// The messages between pages, workers, frames and the service worker. Both sides import
// these types; nothing of this file is in the built site.

export type Stream = "stdout" | "stderr";

/** Why a program was ended. */
export type Reason = "reader" | "time" | "memory" | "recursion" | "crash";

/** Why a runtime is not available; src/runs/words.rs has a sentence for each cause. */
export type Failed = [
  "failed",
  cause: string,
  detail?: string | undefined,
  status?: number | undefined,
];

/** How a program ended. */
export interface Answer {
  value: string | null;
  traceback: string | null;
  raised: string | null;
  millis: number;
}

/** What crashed the interpreter. */
export type Fault = "recursion" | "memory" | "crash";

/** The first message from the frame to a worker: a snapshot from an earlier start,
 * compressed if there was time for that. */
export type Snapshot = Blob | Uint8Array<ArrayBuffer> | undefined;

/** The outcome of a program; after a fault the interpreter cannot be used again. */
export type Outcome = (Answer & { fault?: undefined }) | { fault: Fault };

/** An event of a run; the last three end it. */
export type RunEvent =
  | ["loading", received: number, total: number]
  | ["started", version: string]
  | ["output", stream: Stream, text: string]
  | ["capped", stream: Stream]
  | ["finished", ...Ending]
  | ["stopped", reason: Reason]
  | Failed;

export type Ending = [
  value: string | null,
  traceback: string | null,
  raised: string | null,
  millis: number,
];

export type OnRunEvent = (event: RunEvent) => void;

/** From the host to a runtime's worker, through its port. */
export type ToWorker = ["run", code: string, longest: number];

/** From a runtime's worker to the host, through its port. */
export type FromWorker =
  | ["ready", version: string]
  | ["output", stream: Stream, text: string]
  | ["capped", stream: Stream]
  | ["finished", answer: Answer]
  | ["fault", fault: Fault]
  | ["idle"]
  | ["worn"]
  | Failed;

/** What the document of a runtime's frame receives together with its port. */
export interface FrameFiles {
  wasm: Blob | undefined;
  scripts: Record<string, Blob | string | undefined>;
  remembered: Blob | undefined;
  rest: WorkerFiles;
}

/** What a worker needs besides the scripts and the interpreter. */
export interface WorkerFiles {
  driver: string;
  files: Record<string, Blob | string>;
}

/** From the frame to a worker, after its snapshot. */
export interface WorkerStart extends WorkerFiles {
  port: MessagePort;
  module: WebAssembly.Module;
  urls: Record<"interpreter" | "loader" | "script", string>;
}

/** From the page to a frame, through its port. */
export type ToFrame = ["start", MessagePort] | ["end"];

/** From a frame to the page, through its port. */
export type FromFrame = ["open"] | ["snapshot", Blob] | Failed;

/** From the page to the worker that merges documents (crates/workers/src/merger.rs). */
export type ToMerger =
  | ["base", bytes: Uint8Array]
  | ["read", name: string, bytes: Uint8Array]
  | ["forget", name: string]
  | ["merge"];

/** A document that was read. */
export type ReadDocument = [
  name: string,
  slug: string,
  title: string,
  features: number,
  warnings: [line: number, message: string][],
];

/** The result of merging. */
export type Merged = [
  parts: [path: string, bytes: Uint8Array][],
  documents: ReadDocument[],
  leftOut: number,
];

/** From the page to a worker that checks programs (crates/workers/src/checker.rs). */
export type ToChecker =
  | ["lists", bytes: Uint8Array]
  | ["tables", parts: Uint8Array[]]
  | ["unpack", name: string, bytes: Uint8Array]
  | ["check", path: string, bytes: Uint8Array];

/** From a worker that checks programs to the page. */
export type FromChecker =
  | ["needs", paths: string[]]
  | ["known"]
  | ["unpacked", members: [path: string, bytes: Uint8Array<ArrayBuffer>][], problems: string[]]
  | ["checked", report: Uint8Array]
  | ["failed", reason: string];

/** From the page to the service worker; the answer to "bytes" comes through the port
 * that is sent with it. */
export type ToServiceWorker = "activate" | "bytes";

/** From `embed.html` to the page around it. */
export interface Height {
  type: "whats-new:height";
  height: number;
}

/** The events of `<whats-new>`. */
export interface EmbedEvents {
  ready: { total: number; shown: number };
  error: { message: string; fatal: boolean };
  select: { slug: string | undefined; title: string; url: string };
}

/** What the system opens the installed explorer with. */
export interface LaunchParams {
  readonly files: readonly FileSystemFileHandle[];
}

declare global {
  /** Loads a module by its address relative to the page; Rust calls it. */
  var importPart: (url: string) => Promise<unknown>;
  /** Lets the browser handle events between two long steps; Rust calls it. */
  var nextTask: () => Promise<void>;
  /** Resolves when the browser is idle; Rust calls it. */
  var whenIdle: () => Promise<void>;
  /** A part of the bundle that was made in the browser; Rust calls it. */
  var ownPart: (path: string) => Uint8Array | undefined;
  /** Where a browser has it that opens files with installed pages. */
  var launchQueue: { setConsumer(take: (launched: LaunchParams) => void): void } | undefined;
}
