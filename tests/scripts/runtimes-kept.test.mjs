// Runtimes that several copies of the explorer keep in the cache of their origin.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kept } from "../../assets/runtime/files.ts";

test("files of another copy stay, and this copy's files of another build are removed", async () => {
  const here = new URL("../runtimes/", import.meta.url).href;
  const stale = `${here}3.14/0123456789abcdef/pyodide.mjs`;
  const other = "https://example.org/b/runtimes/3.14/0123456789abcdef/pyodide.mjs";
  const stored = new Map([stale, other].map((url) => [url, { url }]));
  globalThis.caches = {
    open: async () => ({
      match: async (url) => stored.get(url),
      keys: async () => [...stored.values()],
      delete: async ({ url }) => stored.delete(url),
    }),
  };
  globalThis.fetch = async () => Response.json({ 3.14: { files: [{ path: "x", bytes: 1 }] } });
  assert.deepEqual(await kept(), []);
  assert.deepEqual([...stored.keys()], [other]);
});
