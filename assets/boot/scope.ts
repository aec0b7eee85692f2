// Names in the browser's storage. Copies of the explorer at several paths of one origin
// share the origin's storage, so every name ends with a space and the path of the
// site's root: `theme /whats-new/`. A cache whose keys are addresses needs no such
// name. src/platform/storage.rs follows the same rule.
//
// Names without a path are older than that rule: they are read where nothing is stored
// under the full name, and never written.

/** The path of the site's root, given the address of its bundle relative to the page. */
export function rootOf(bundle: string | undefined, page: string): string {
  // The single-file build has no folder for the bundle.
  const inside = bundle === undefined ? page : new URL(bundle, page);
  return new URL(bundle === undefined ? "." : "..", inside).pathname;
}

/** The full name; `first.ts` has found the root. */
export function scoped(name: string): string {
  return `${name} ${document.documentElement.dataset.root}`;
}

/** The value stored under a name. Throws where the browser refuses storage. */
export function recall(name: string): string | null {
  return localStorage.getItem(scoped(name)) ?? localStorage.getItem(name);
}
