// What the scripts read and write: findings, runtimes, links, sizes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../assets/try/deflate.ts";
import { findings } from "../../assets/try/findings.ts";
import { chosen } from "../../assets/try/runtimes.ts";
import { bytesInWords, ending, failure, reason } from "../../assets/try/words.ts";

test("a finding is a line", () => {
  assert.deepEqual(findings("3 8 3 12 error two words\n1 1 1 1 warning x\n"), [
    { places: [3, 8, 3, 12], severity: "error", message: "two words" },
    { places: [1, 1, 1, 1], severity: "warning", message: "x" },
  ]);
  assert.deepEqual(findings(""), []);
});

test("the newest three runtimes are usual", () => {
  const all = ["3.12", "3.13", "3.14", "3.15"].map((series) => ({ series }));
  const names = (wanted) => chosen(all, wanted).map(({ series }) => series);
  assert.deepEqual(names([""]), ["3.13", "3.14", "3.15"]);
  assert.deepEqual(names(["3.15", "3.12"]), ["3.12", "3.15"]);
  assert.deepEqual(names(["3.8"]), ["3.13", "3.14", "3.15"], "there is no 3.8");
});

test("code comes back from a link as it was", async () => {
  for (const code of ["x = 1\n".repeat(40), "\ufeff\0 é 👩‍💻 ".repeat(20), "\r\n\t".repeat(30)]) {
    const packed = await pack(code);
    assert.match(packed, /^[A-Za-z0-9_-]+$/);
    assert.ok(packed.length < encodeURIComponent(code).length);
    assert.equal(await unpack(packed, 1 << 20), code);
  }
  assert.equal(await pack("x"), undefined, "it would be no shorter");
});

test("what was not packed is refused", async () => {
  for (const damaged of ["AAAA", "!", "x", (await pack("a = 1\n".repeat(50))).slice(0, -4)]) {
    await assert.rejects(unpack(damaged, 1 << 20), undefined, damaged);
  }
  const long = await pack("a".repeat(1000));
  await assert.rejects(unpack(long, 999), /too long/);
  assert.equal((await unpack(long, 1000)).length, 1000);
});

test("every end of a run has its words", () => {
  assert.equal(ending(null, null, 12.4), "Ran to its end in 12 ms.");
  assert.equal(ending(null, null, 0.2), "Ran to its end in less than 1 ms.");
  assert.equal(ending("Traceback", "Error", 3), "Ended by an exception after 3 ms.");
  assert.equal(ending(null, "SystemExit: 1", 3), "Ended itself after 3 ms.");
  const reasons = ["reader", "time", "memory", "recursion", "crash"].map(reason);
  assert.equal(new Set(reasons).size, reasons.length);
  assert.match(failure(["failed", "missing", "python.wasm", 404]), /404.*python\.wasm/);
  assert.match(failure(["failed", "sideways", "why"]), /why/);
  assert.equal(bytesInWords(12_345_678), "12.3 MB");
  assert.equal(bytesInWords(10_737_418_240), "10.7 GB");
});
