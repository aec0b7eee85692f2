// Pages that the service worker does not keep.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, placeOf } from "../../assets/offline/pages.ts";

const SCOPE = "https://example.org/a/";
const never = new Promise(() => {});

test("every kind of page has a route in the explorer", () => {
  assert.equal(placeOf("feature/pep-649/"), "#?feature=pep-649");
  assert.equal(placeOf("pep/649/"), "#?pep=649");
  assert.equal(placeOf("3.14/"), "#?version=3.14");
  assert.equal(placeOf("documents/whatsnew/3.14/"), "#?view=documents&document=whatsnew/3.14");
  assert.equal(placeOf("releases/"), "#?view=releases");
  assert.equal(placeOf("elsewhere"), undefined);
});

test("the answer of a host is used if it comes in time", async () => {
  const gone = new Response("no", { status: 404 });
  assert.equal(await answer("elsewhere", SCOPE, Promise.resolve(gone), 1000), gone);
});

test("the wait for a host that does not answer is limited", async () => {
  const found = await answer("pep/649/", SCOPE, never, 1);
  assert.equal(found.headers.get("Location"), `${SCOPE}#?pep=649`);
});

test("an unknown page without an answer from the host says that it is not kept", async () => {
  const failing = () => Promise.reject(new TypeError("no connection"));
  for (const ask of [() => never, failing]) {
    const found = await answer("elsewhere", SCOPE, ask(), 1);
    assert.equal(found.status, 503);
    const html = await found.text();
    assert.match(html, /<h1>This page is not kept offline<\/h1>/);
    assert.ok(html.includes(`<a href="${SCOPE}">`));
  }
});
