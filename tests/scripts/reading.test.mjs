// What the scripts read and write: findings, links, sizes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../assets/try/deflate.ts";
import { findings } from "../../assets/try/findings.ts";

test("a finding is a line", () => {
  assert.deepEqual(findings("3 8 3 12 error two words\n1 1 1 1 warning x\n"), [
    { places: [3, 8, 3, 12], severity: "error", message: "two words" },
    { places: [1, 1, 1, 1], severity: "warning", message: "x" },
  ]);
  assert.deepEqual(findings(""), []);
});

test("code in a link is restored exactly", async () => {
  for (const code of ["x = 1\n".repeat(40), "\ufeff\0 é 👩‍💻 ".repeat(20), "\r\n\t".repeat(30)]) {
    const packed = await pack(code);
    assert.match(packed, /^[A-Za-z0-9_-]+$/);
    assert.ok(packed.length < encodeURIComponent(code).length);
    assert.equal(await unpack(packed, 1 << 20), code);
  }
  assert.equal(await pack("x"), undefined, "it would be no shorter");
});

test("text that was not packed is refused", async () => {
  for (const damaged of ["AAAA", "!", "x", (await pack("a = 1\n".repeat(50))).slice(0, -4)]) {
    await assert.rejects(unpack(damaged, 1 << 20), undefined, damaged);
  }
  const long = await pack("a".repeat(1000));
  await assert.rejects(unpack(long, 999), /too long/);
  assert.equal((await unpack(long, 1000)).length, 1000);
});
