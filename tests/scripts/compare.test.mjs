// What is said of runs on several versions.

import assert from "node:assert/strict";
import { test } from "node:test";
import { column, hear, isOver, shown } from "../../assets/try/column.ts";
import { differing, lines, verdict } from "../../assets/try/compare.ts";

function ran(version, output, ending = [null, null, null, 1]) {
  const made = column({ series: version.slice(0, 4), version });
  hear(made, ["output", "stdout", output]);
  hear(made, ["finished", ...ending]);
  return made;
}

test("what is heard is told apart", () => {
  const made = column({ series: "3.14", version: "3.14" });
  hear(made, ["started", "3.14.2"]);
  hear(made, ["output", "stdout", "a\n"]);
  hear(made, ["output", "stderr", "careful\n"]);
  hear(made, ["output", "stdout", "b\n"]);
  hear(made, ["capped", "stdout"]);
  assert.equal(isOver(made), false);
  assert.equal(shown(made), undefined);
  hear(made, ["finished", "7", null, "SystemExit: 3", 1.9]);
  assert.equal(made.version, "3.14.2");
  assert.deepEqual([...made.capped], ["stdout"]);
  assert.deepEqual(shown(made), ["a\nb\n", "careful\n", "7", "SystemExit: 3"]);
});

test("the verdict names who agrees with whom", () => {
  const same = ["3.13.1", "3.14.1", "3.15.1"].map((version) => ran(version, "1\n"));
  assert.equal(verdict(same), "Same on all: 3.13.1, 3.14.1 and 3.15.1.");
  assert.equal(verdict(same.slice(1)), "Same on both: 3.14.1 and 3.15.1.");
  const [, ...newer] = same;
  const older = ran("3.13.1", "0\n");
  assert.equal(verdict([older, ...newer]), "Differs: 3.13.1, unlike 3.14.1 and 3.15.1.");
});

test("every part of what is shown counts for the verdict", () => {
  for (const ending of [
    ["7", null, null, 1],
    [null, "Traceback\nError\n", "Error", 1],
    [null, null, "SystemExit: 1", 1],
  ]) {
    assert.match(verdict([ran("3.13.1", ""), ran("3.14.1", "", ending)]), /^Differs/);
  }
  const slower = ran("3.14.1", "", [null, null, null, 900]);
  assert.match(verdict([ran("3.13.1", ""), slower]), /^Same/, "but not the time");
});

test("there is no verdict on less than two ends", () => {
  assert.equal(verdict([]), "");
  assert.equal(verdict([ran("3.13.1", "1\n")]), "");
  const other = column({ series: "3.14", version: "3.14.1" });
  assert.equal(verdict([ran("3.13.1", "1\n"), other]), "");
  hear(other, ["stopped", "time"]);
  assert.equal(verdict([ran("3.13.1", "1\n"), other]), "");
});

test("a line that another version lacks is marked", () => {
  assert.deepEqual(differing("a\nb\nc\n", ["a\nc\n", "a\nb\nc\n"]), [false, true, false]);
  assert.deepEqual(differing("a\nc\n", ["a\nb\nc\n"]), [false, false]);
  assert.equal(differing("b\na\n", ["a\nb\n"]).filter(Boolean).length, 1);
  assert.deepEqual(differing("a\n", [""]), [true]);
  assert.deepEqual(differing("", ["a"]), []);
  assert.deepEqual(differing("a\n", []), [false]);
});

test("very long texts are compared by their beginning", () => {
  const long = "x\n".repeat(700);
  const differs = differing(`a\n${long}`, [`a\nb\n${long}`]);
  assert.equal(differs.length, 701);
  assert.deepEqual([differs[0], differs[1], differs[700]], [false, true, true]);
});

test("an empty line is a line, and the end of the last one is none", () => {
  assert.deepEqual(lines("a\n\nb\n"), ["a", "", "b"]);
  assert.deepEqual(lines("\n"), [""]);
  assert.deepEqual(lines(""), []);
});
