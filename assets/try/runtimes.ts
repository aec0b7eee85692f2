// The runtimes of this copy of the explorer, and the module that runs them. The
// element #parts of the page says both; `cargo xtask build` writes it.

import type { Failed } from "../messages.ts";
import type * as hostModule from "../runtime/host.ts";

export type Host = typeof hostModule;

const parts = (): DOMStringMap => document.getElementById("parts")?.dataset ?? {};

// How many of the newest versions are run on unless the reader says otherwise.
const USUAL = 3;

// Each with its series, its exact version and the bytes of its files, the
// oldest first; none in a copy that was built without them.
/** A version of Python that programs can run on. */
export interface Runtime {
  series: string;
  version: string;
  bytes: number;
}

export function runtimes(): Runtime[] {
  return (parts().runtimes ?? "")
    .split(" ")
    .filter(Boolean)
    .map((entry) => {
      const [series = "", version = "", bytes] = entry.split("=");
      return { series, version, bytes: Number(bytes) };
    });
}

// Those of the wanted series, or the usual ones.
export function chosen<Any extends { series: string }>(all: Any[], wanted: string[]) {
  const asked = all.filter(({ series }) => wanted.includes(series));
  return asked.length > 0 ? asked : all.slice(-USUAL);
}

let attempts = 0;
let loaded: Promise<Host> | undefined;

// The module that runs programs, loaded when it is first needed.
export function host(): Promise<Host> {
  // Browsers remember that a module could not be loaded, so that another try
  // needs another address.
  const again = attempts > 0 ? `?${attempts}` : "";
  const address = new URL(`${parts().runtimeHost}${again}`, document.baseURI).href;
  loaded ??= import(address).catch((cause) => {
    console.warn(cause);
    loaded = undefined;
    attempts++;
    return Promise.reject<Host>(["failed", "unreachable", "host.mjs"] satisfies Failed);
  });
  return loaded;
}
