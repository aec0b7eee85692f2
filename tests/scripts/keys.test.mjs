// Keys before the explorer runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { opensSearch } from "../../assets/boot/keys.ts";

const page = { closest: () => null };

test("a slash outside of fields opens the search", () => {
  assert.equal(opensSearch({ key: "/", target: page }), true);
  assert.equal(opensSearch({ key: "/", target: {} }), true, "the document");
  assert.equal(opensSearch({ key: "x", target: page }), false);
});

test("a slash typed as text, or handled elsewhere, does not", () => {
  const field = { closest: (selector) => (selector.includes("input") ? field : null) };
  assert.equal(opensSearch({ key: "/", target: field }), false);
  for (const other of ["ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"]) {
    assert.equal(opensSearch({ key: "/", target: page, [other]: true }), false, other);
  }
});
