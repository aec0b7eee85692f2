// What all elements of a page share: one bundle, and one program for all that show views
// and another for all that explain an error. Each part of the bundle is loaded once, when
// it is first needed.

import { SITE } from "./site.ts";

// The build replaces these addresses by ones with content digests.
const VIEWS = new URL("./embedded.js", SITE);
const ERRORS = new URL("./explained.js", SITE);
const BUNDLE = new URL("./bundle/", SITE);

const loading = new Map<string, Promise<unknown>>();

// Loads something once. A failed load can be tried again.
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

// Parts of the bundle by their paths. Fails if one of them cannot be loaded.
export function parts(paths: string[]) {
  return Promise.all(paths.map((path) => once(path, () => bytes(path))));
}

// A part of the bundle by its path; empty bytes if it cannot be loaded, as the list
// can be shown without it.
export async function part(path: string) {
  try {
    return await once(path, () => bytes(path));
  } catch (cause) {
    console.warn(cause);
    return new Uint8Array();
  }
}

/** The program's reading of the element's attributes. */
export interface Asked {
  problem?: string;
  search: string[];
  notices: string[];
  free(): void;
}

/** An answer of the program that explains errors. */
export interface Answered {
  change?: string;
  name?: string;
  version?: string;
  kind?: string;
  confidence: string;
  why: string;
  instead?: string;
  free(): void;
}

/** The class that wasm-bindgen generates for a program (src/bin/embedded.rs and explained.rs). */
export interface Program {
  ask(attributes: string): Asked;
  add_search(...parts: Uint8Array[]): void;
  texts(asked: Asked): string[];
  draw(
    root: Element,
    asked: Asked,
    texts: Uint8Array[],
    site: string,
  ): { total: number; shown: number };
}

/** The program that explains errors. */
export interface Explainer extends Program {
  answers(asked: Asked, texts: Uint8Array[]): Answered[];
}

/** The program that shows views or explains errors, with the catalogue loaded. */
export function explorer(explains: true): Promise<Explainer>;
export function explorer(explains: boolean): Promise<Program>;
export function explorer(explains: boolean): Promise<Program> {
  const { href } = explains ? ERRORS : VIEWS;
  return once(href, async () => {
    const program = import(href).then(async (module) => {
      await module.default();
      return module;
    });
    const [{ Explorer }, [catalogue]] = await Promise.all([program, parts(["catalogue.bin"])]);
    return new Explorer(catalogue);
  });
}
