// What the installed explorer is opened with, as the manifest says: shared text and files.
// The page is a minimal fake.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const manifest = JSON.parse(readFileSync("assets/offline/manifest.webmanifest", "utf8"));
const ROOT = "https://example.org/a/";

let consume;
const taken = [];
const page = { address: new URL(ROOT) };
Object.assign(globalThis, {
  HTMLScriptElement: class {},
  window: globalThis,
  parent: globalThis,
  addEventListener() {},
  // A getter for each read, as the address changes.
  location: {
    get search() {
      return page.address.search;
    },
    get hash() {
      return page.address.hash;
    },
    set hash(hash) {
      page.address.hash = hash;
    },
    get pathname() {
      return page.address.pathname;
    },
  },
  history: {
    replaceState: (_state, _title, url) => {
      page.address = new URL(url, page.address);
    },
  },
  localStorage: { getItem: () => null },
  document: {
    baseURI: ROOT,
    documentElement: { dataset: {} },
    getElementById: () => ({
      dataset: { bundle: "./bundle-0/", own: "./own.js", check: "./check.js" },
    }),
    querySelector: () => null,
  },
  launchQueue: {
    setConsumer: (consumer) => {
      consume = consumer;
    },
  },
  importPart: async (url) => ({
    take: (files) => taken.push(...files.map(({ name }) => `${url} ${name}`)),
  }),
});

// The query of the explorer's address.
const asked = () => Object.fromEntries(new URLSearchParams(page.address.hash.slice(2)));

test("a shared text is searched for, on one line", async () => {
  const { action, method, params } = manifest.share_target;
  assert.equal(method, "GET");
  const text = "Traceback:\n  File x\r\nModuleNotFoundError: No module named 'a&b'\n";
  page.address = new URL(action, ROOT);
  page.address.search = new URLSearchParams({ [params.text]: text });
  await import("../../assets/boot/first.ts");
  const q = "Traceback: ⏎   File x ⏎ ModuleNotFoundError: No module named 'a&b'";
  assert.deepEqual(asked(), { q });
  assert.equal(page.address.search, "", "the text is in the address once");
  assert.equal(document.documentElement.dataset.explorer, "elsewhere");
});

const handle = (name, text) => ({ getFile: async () => new File([text], name) });
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("files are opened where the explorer can take them", async () => {
  const { listen } = await import("../../assets/boot/pending.ts");
  listen();
  const handled = manifest.file_handlers.flatMap(({ action, accept }) => {
    assert.equal(new URL(action, ROOT).href, ROOT);
    return Object.values(accept).flat();
  });
  for (const ending of handled) {
    taken.length = 0;
    page.address = new URL(ROOT);
    consume({ files: [handle(`a${ending}`, "print('a+b')\n")] });
    await settled();
    const script = [".py", ".whl"].includes(ending) ? "./check.js" : "./own.js";
    assert.deepEqual(taken, [`${script} a${ending}`]);
  }
});

test("opened without files, it stays where it is", async () => {
  taken.length = 0;
  page.address = new URL(ROOT);
  consume({ files: [] });
  await settled();
  assert.deepEqual(taken, []);
  assert.equal(page.address.href, ROOT);
});
