// What the page does before the explorer runs, with a minimal fake page.

import assert from "node:assert/strict";
import { test } from "node:test";

const listeners = {};
const message = { setAttribute() {} };
const search = {
  focus() {
    document.activeElement = search;
  },
};
const elements = {
  search,
  parts: { dataset: { bundle: "../../bundle-0/" } },
  "boot-message": message,
};
class HTMLScriptElement {}
Object.assign(globalThis, {
  HTMLScriptElement,
  window: globalThis,
  parent: globalThis,
  addEventListener: (type, listener) => {
    listeners[type] = listener;
  },
  location: { hash: "" },
  localStorage: { getItem: (key) => (key === "theme /a/" ? "dark" : null) },
  document: {
    baseURI: "https://example.org/a/feature/pep-649/",
    documentElement: { dataset: {} },
    getElementById: (id) => elements[id] ?? null,
  },
});
const { dataset } = document.documentElement;

const press = () => {
  let isTaken = false;
  const target = { closest: () => null };
  listeners.keydown({
    key: "/",
    target,
    preventDefault: () => {
      isTaken = true;
    },
  });
  return isTaken;
};

test("the page starts as it is", async () => {
  await import("../../assets/boot/first.ts");
  assert.deepEqual({ ...dataset }, { root: "/a/", theme: "dark", explorer: "waiting" });
});

test("a slash takes the reader to the search field until the explorer runs", () => {
  assert.equal(press(), true);
  assert.equal(document.activeElement, search);
  document.activeElement = null;
  dataset.explorer = "running";
  assert.equal(press(), false);
  assert.equal(document.activeElement, null);
  dataset.explorer = "waiting";
});

test("a script that cannot be loaded ends the waiting", () => {
  listeners.error({ target: {} });
  assert.equal(message.textContent, undefined);
  listeners.error({ target: new HTMLScriptElement() });
  assert.match(message.textContent, /could not be loaded/);
  assert.equal(dataset.explorer, undefined);
});

test("a script that fails later does not take the running explorer away", () => {
  message.textContent = undefined;
  dataset.explorer = "running";
  listeners.error({ target: new HTMLScriptElement() });
  assert.equal(message.textContent, undefined);
});
