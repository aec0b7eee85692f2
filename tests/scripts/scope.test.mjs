// Two copies of the explorer on one origin, and values stored before names had a path.

import assert from "node:assert/strict";
import { test } from "node:test";
import { recall, rootOf, scoped } from "../../assets/boot/scope.ts";

const stored = new Map();
globalThis.localStorage = { getItem: (key) => stored.get(key) ?? null };
const at = (root) => {
  globalThis.document = { documentElement: { dataset: { root } } };
};

test("every page of a site has the same root", () => {
  const root = (bundle, path) => rootOf(bundle, `https://example.org${path}`);
  assert.equal(root("./bundle-0123456789abcdef/", "/a/"), "/a/");
  assert.equal(root("../../bundle-0123456789abcdef/", "/a/feature/pep-649/"), "/a/");
  assert.equal(root("./bundle-0123456789abcdef/", "/index.html"), "/");
  assert.equal(root(undefined, "/a/whats-new.html"), "/a/", "one file");
});

test("copies store their values separately", () => {
  stored.clear();
  at("/a/");
  assert.equal(scoped("theme"), "theme /a/");
  stored.set(scoped("theme"), "dark");
  assert.equal(recall("theme"), "dark");
  at("/b/");
  assert.equal(recall("theme"), null);
});

test("a value stored without a path is found until another is stored", () => {
  stored.clear();
  stored.set("theme", "dark");
  at("/a/");
  assert.equal(recall("theme"), "dark");
  stored.set(scoped("theme"), "");
  assert.equal(recall("theme"), "");
});
