// Sorting of the files that a reader drops or chooses.

import assert from "node:assert/strict";
import { File } from "node:buffer";
import { test } from "node:test";

globalThis.File ??= File;
const { LIMIT, fromEntries, fromFiles } = await import("../../assets/own/arrivals.ts");

const file = (path, text = "") => ({
  fullPath: path,
  name: path.split("/").pop(),
  file: (done) => done(new File([text], path.split("/").pop())),
});

// A folder as browsers return it: in portions, with an empty one at the end.
const folder = (name, ...portions) => ({
  isDirectory: true,
  name,
  createReader: () => ({ readEntries: (done) => done(portions.shift() ?? []) }),
});

const names = ({ files }) => files.map(({ name }) => name);

test("folders are walked to the end, in the order of names", async () => {
  const inner = folder("b", [file("/a/b/two.md")], [file("/a/b/one.md")]);
  const arrived = await fromEntries([
    folder("a", [file("/a/z.txt"), inner]),
    file("/last.markdown"),
  ]);
  assert.deepEqual(names(arrived), ["a/b/one.md", "a/b/two.md", "a/z.txt", "last.markdown"]);
  assert.deepEqual(arrived.refused, []);
});

test("files other than Markdown are refused together, by their first names", async () => {
  const others = ["a.png", "b.zip", "c", "d.html", "e.exe"].map((name) => new File([""], name));
  const arrived = await fromFiles([
    ...others,
    new File(["# x"], "X.MD"),
    new File(["x"], "typed", { type: "text/markdown" }),
  ]);
  assert.deepEqual(names(arrived), ["X.MD", "typed"]);
  assert.deepEqual(arrived.refused, [
    "a.png, b.zip, c and 2 more are not Markdown files (.md, .markdown, .txt).",
  ]);
});

test("the limit is exact", async () => {
  const bytes = new Uint8Array(LIMIT + 1);
  const arrived = await fromFiles([
    new File([bytes], "large.md"),
    new File([bytes.subarray(1)], "most.md"),
  ]);
  assert.deepEqual(names(arrived), ["most.md"]);
  assert.equal(arrived.files[0].bytes.length, LIMIT);
  assert.match(arrived.refused[0], /^large\.md is too large/);
});

test("a file that the browser does not give access to is named, and the rest is taken", async () => {
  const gone = { ...file("/gone.md"), file: (_, fail) => fail(new Error("gone")) };
  const locked = {
    isDirectory: true,
    name: "locked",
    createReader: () => ({ readEntries: (_, fail) => fail(new Error("no")) }),
  };
  const arrived = await fromEntries([gone, locked, file("/here.md", "text")]);
  assert.deepEqual(names(arrived), ["here.md"]);
  assert.equal(new TextDecoder().decode(arrived.files[0].bytes), "text");
  assert.equal(arrived.refused.length, 2);
  assert.match(arrived.refused.join(), /gone\.md could not be read.*locked could not be read/);
});

test("a disk full of files is not walked to its end", async () => {
  let asked = 0;
  const endless = () => ({
    isDirectory: true,
    name: "d",
    createReader: () => ({
      readEntries: (done) => done(asked++ % 2 ? [] : [endless(), endless()]),
    }),
  });
  const arrived = await fromEntries([endless()]);
  assert.deepEqual(arrived.files, []);
  assert.match(arrived.refused.at(-1), /first 5000 files/);
});
