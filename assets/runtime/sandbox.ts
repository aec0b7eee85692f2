// The frame in which the worker of a runtime runs. `open` is the entry point.
//
// Why a frame: a worker made from a URL has the policy that the host sends with it,
// and a static host sends none. A worker made from a blob has the policy and the origin
// of the document that made it, and those of the page would let a program fetch from
// this site and read its storage. A document in a sandboxed frame has an origin of its
// own, and its policy allows no connection.
//
// What makes the sandbox: if a service worker keeps the site, it serves the document
// with the header `Content-Security-Policy: sandbox`; otherwise the frame has the
// attribute. Requests of a frame with the attribute bypass every service worker, so
// that it cannot start offline.

import type { FrameFiles, FromFrame, FromWorker, ToFrame } from "../messages.ts";
import { Failure } from "./failure.ts";
import * as files from "./files.ts";
import * as snapshots from "./snapshots.ts";

// How long a frame or an interpreter may take to start, in milliseconds. A slow
// phone takes about ten seconds.
const PATIENCE = 60_000;

// The files beside this one that make up the worker.
const PARTS = ["worker.js", "interpreter.mjs", "driver.py", "frame.html"];

// Loads a series and opens its frame. `progress` is called as the bytes arrive.
export async function open(
  series: string,
  progress: (received: number, total: number) => void,
  signal: AbortSignal,
) {
  if (typeof WebAssembly !== "object") throw new Failure("wasm");
  if (typeof Worker !== "function") throw new Failure("worker");
  const entry = await files.entry(series);
  const [parts, remembered, loaded] = await Promise.all([
    Promise.all(PARTS.map(files.text)),
    snapshots.recall(entry.files),
    files.load(series, progress, signal),
  ]);
  signal.throwIfAborted();
  const [worker = "", interpreter = "", driver = ""] = parts;
  // Blobs are passed on without copying them on the page's thread, which all frames
  // share; their bytes are read where they are needed.
  const blobs = Object.entries(loaded).map(([name, bytes]) => [name, new Blob([bytes])]);
  const { "pyodide.mjs": loader, "pyodide.asm.wasm": wasm, ...others } = Object.fromEntries(blobs);
  const name = Object.keys(others).find((name) => name.startsWith("pyodide.asm."));
  const { [name ?? ""]: script, ...data } = others;
  const frame = new Frame();
  const message: FrameFiles = {
    wasm,
    scripts: { worker, interpreter, loader, script },
    remembered,
    rest: { driver, files: { ...data, "pyodide-lock.json": JSON.stringify(entry.lock) } },
  };
  await frame.open(message, (snapshot) => snapshots.remember(entry.files, snapshot));
  return frame;
}

/** A worker that is ready for a program. */
export interface Started {
  port: MessagePort;
  version: string;
}

export class Frame {
  #element: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  #fail: (failure: Failure) => void = () => {};

  // Loads the document and passes it the files. `remember` is called with the snapshot
  // that the first worker makes.
  async open(message: FrameFiles, remember: (snapshot: Blob) => void) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    await this.#wait<void>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<FromFrame>) => {
        if (data[0] === "open") resolve();
        else if (data[0] === "snapshot") remember(data[1]);
        else this.#fail(new Failure(data[1], data[2]));
      };
      this.#load((target) => target.postMessage({ port: port2, ...message }, "*", [port2]));
    });
  }

  // Loads the document, and passes its window on once it is certain that the document
  // has an origin of its own.
  #load(give: (target: Window) => void, isKept = isControlled()) {
    const element = document.createElement("iframe");
    element.hidden = true;
    if (!isKept) element.setAttribute("sandbox", "allow-scripts");
    element.src = new URL("frame.html", import.meta.url).href;
    const loaded = () => {
      // A document that the page can access can also access the page. It came without
      // the header: from the host, or from another site's worker.
      if (element.contentDocument) {
        element.remove();
        this.#load(give, false);
        return;
      }
      // The header covers this document; the attribute covers any that follow it.
      element.setAttribute("sandbox", "allow-scripts");
      if (element.contentWindow) give(element.contentWindow);
    };
    element.addEventListener("load", loaded, { once: true });
    this.#element = element;
    document.body.append(element);
  }

  // Starts a worker in place of the previous one. Resolves with its port and version
  // once it is ready.
  start() {
    const { port1, port2 } = new MessageChannel();
    return this.#wait<Started>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data[0] === "ready") resolve({ port: port1, version: data[1] });
        else if (data[0] === "failed") this.#fail(new Failure(data[1], data[2]));
      };
      this.#port?.postMessage(["start", port2] satisfies ToFrame, [port2]);
    });
  }

  // Ends the worker.
  end() {
    this.#port?.postMessage(["end"] satisfies ToFrame);
  }

  // Ends the worker and removes the frame.
  close() {
    this.#port?.close();
    this.#element?.remove();
  }

  // Waits until what `begin` starts resolves, fails or times out. A frame that has
  // failed cannot be used again.
  #wait<T>(begin: (resolve: (value: T) => void) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(new Failure("silent")), PATIENCE);
      this.#fail = (failure) => {
        clearTimeout(timer);
        this.close();
        reject(failure);
      };
      begin((value) => {
        clearTimeout(timer);
        resolve(value);
      });
    });
  }
}

// Whether a service worker controls this page.
function isControlled() {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    // A page without an origin of its own has none.
    return false;
  }
}
