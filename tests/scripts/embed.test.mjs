// The attributes of a `<whats-new>`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwn, written } from "../../assets/embed/attributes.ts";

test("attributes of every element and of frameworks are left alone", () => {
  for (const name of ["class", "id", "onclick", "data-x", "aria-label", "v-if", "x:y", "style"]) {
    assert.equal(isOwn(name), false, name);
  }
  for (const name of ["version", "q", "compact", "versoin"]) assert.equal(isOwn(name), true, name);
});

test("attributes are written as a link writes them", () => {
  const attributes = [
    { name: "q", value: "a & b=c" },
    { name: "class", value: "wide" },
    { name: "compact", value: "" },
  ];
  assert.equal(written({ attributes }), "q=a+%26+b%3Dc&compact=");
});
