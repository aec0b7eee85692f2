// What all elements of a page share: one program and one bundle, each part of
// it loaded once. Nothing is loaded before it is asked for.

import { SITE } from "./site.ts";

// The build writes the names by content into these addresses.
const PROGRAM = new URL("./embedded.js", SITE);
const BUNDLE = new URL("./bundle/", SITE);

const loading = new Map();

// Loads something once. What failed may be asked for again.
function once(key, load) {
  if (!loading.has(key)) {
    const coming = load();
    loading.set(key, coming);
    coming.catch(() => loading.delete(key));
  }
  return loading.get(key);
}

async function bytes(path) {
  const url = new URL(path, BUNDLE);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// Parts of the bundle by their paths, without which nothing can be shown.
export function parts(paths) {
  return Promise.all(paths.map((path) => once(path, () => bytes(path))));
}

// A part of the bundle by its path; empty bytes where it cannot be loaded, as
// the list is a list without it.
export async function part(path) {
  try {
    return await once(path, () => bytes(path));
  } catch (cause) {
    console.warn(cause);
    return new Uint8Array();
  }
}

// The program with the catalogue in it.
export function explorer() {
  return once("program", async () => {
    const program = import(PROGRAM.href).then(async (module) => {
      await module.default();
      return module;
    });
    const [{ Explorer }, catalogue] = await Promise.all([program, bytes("catalogue.bin")]);
    return new Explorer(catalogue);
  });
}
