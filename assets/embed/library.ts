// What all elements of a page share: one program and one bundle, each part of
// it loaded once. Nothing is loaded before it is asked for.

import { SITE } from "./site.ts";

// The build writes the names by content into these addresses.
const PROGRAM = new URL("./embedded.js", SITE);
const BUNDLE = new URL("./bundle/", SITE);

const loading = new Map<string, Promise<unknown>>();

// Loads something once. What failed may be asked for again.
function once<T>(key: string, load: () => Promise<T>): Promise<T> {
  const known = loading.get(key) as Promise<T> | undefined;
  if (known) return known;
  const coming = load();
  loading.set(key, coming);
  coming.catch(() => loading.delete(key));
  return coming;
}

async function bytes(path: string) {
  const url = new URL(path, BUNDLE);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// Parts of the bundle by their paths, without which nothing can be shown.
export function parts(paths: string[]) {
  return Promise.all(paths.map((path) => once(path, () => bytes(path))));
}

// A part of the bundle by its path; empty bytes where it cannot be loaded, as
// the list is a list without it.
export async function part(path: string) {
  try {
    return await once(path, () => bytes(path));
  } catch (cause) {
    console.warn(cause);
    return new Uint8Array();
  }
}

// The program with the catalogue in it.
/** What the element asks of the program. */
export interface Asked {
  problem?: string;
  search: string[];
  part?: string;
  notices: string[];
  free(): void;
}

/** What wasm-bindgen makes of the program (src/bin/embedded.rs). */
export interface Program {
  ask(attributes: string): Asked;
  add_search(...parts: Uint8Array[]): void;
  draw(
    root: Element,
    asked: Asked,
    part: Uint8Array,
    site: string,
  ): { total: number; shown: number };
}

export function explorer(): Promise<Program> {
  return once("program", async () => {
    const program = import(PROGRAM.href).then(async (module) => {
      await module.default();
      return module;
    });
    const [{ Explorer }, catalogue] = await Promise.all([program, bytes("catalogue.bin")]);
    return new Explorer(catalogue);
  });
}
