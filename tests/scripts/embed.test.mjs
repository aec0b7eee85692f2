// What the attributes of a `<whats-new>` are, and what embeds a view.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwn, written } from "../../assets/embed/attributes.ts";
import { snippets } from "../../assets/embed/snippets.ts";

const SITE = "https://example.org/new/";

const texts = (fragment, feature) =>
  Object.fromEntries(snippets(fragment, SITE, feature).map(({ name, text }) => [name, text]));

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

test("a list is embedded with its filters and a limit", () => {
  const { Element, Frame, ...others } = texts("#?version=3.12..3.14&kind=removed");
  assert.match(Element, /<script src="https:\/\/example\.org\/new\/embed\.js" async><\/script>/);
  assert.match(Element, /<whats-new version="3\.12\.\.3\.14" kind="removed" limit="10">/);
  assert.match(
    Element,
    /<a href="https:\/\/example\.org\/new\/#\?version=3\.12\.\.3\.14&amp;kind=removed">/,
  );
  assert.match(
    Frame,
    /src="[^"]*embed\.html#\?version=3\.12\.\.3\.14&amp;kind=removed&amp;limit=10"/,
  );
  assert.deepEqual(others, {});
});

test("an upgrade is embedded by its two ends", () => {
  assert.match(
    texts("#?view=upgrade&from=3.11&to=3.14").Element,
    /<whats-new from="3\.11" to="3\.14" limit="10">/,
  );
});

test("an open feature is embedded alone, as a card too where there is one", () => {
  const feature = { title: "Bare <except>", card: '<p><a href="../#?a=1&amp;b=2">…</a></p>\n' };
  const { Element, Picture, HTML } = texts("#?q=x&feature=pep-758", feature);
  assert.match(Element, /<whats-new feature="pep-758">/);
  assert.match(
    Picture,
    /<img src="https:\/\/example\.org\/new\/card\/pep-758\.svg" alt="Bare &lt;except&gt;">/,
  );
  assert.equal(HTML, '<p><a href="https://example.org/new/#?a=1&amp;b=2">…</a></p>');
  assert.equal(texts("#?feature=pep-758").Picture, undefined);
});

test("what a reader searched for is text, whatever it holds", () => {
  const { Element } = texts(`#?q=${encodeURIComponent('"><script>x</script>')}`);
  assert.match(Element, /q="&quot;&gt;&lt;script&gt;x&lt;\/script&gt;"/);
});
