// `whatsnew mcp`, asked by the official client.

import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const client = new Client({ name: "test", version: "1" });

before(async () => {
  const command = resolve(process.env.WHATSNEW ?? "target/debug/whatsnew");
  // Clients start servers wherever they like.
  await client.connect(new StdioClientTransport({ command, args: ["mcp"], cwd: tmpdir() }));
});

after(() => client.close());

// The client holds what it gets against the schemas of the tools.
const call = async (name, args) => {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  assert.equal(content.length, 1);
  assert.equal(content[0].type, "text");
  return { text: content[0].text, data: structuredContent, isError: isError ?? false };
};

const answer = async (name, args) => {
  const { text, data, isError } = await call(name, args);
  assert.equal(isError, false, text);
  assert.ok(!text.includes("\u001b"), "no colours");
  return { text, data };
};

const refusal = async (name, args) => {
  const { text, data, isError } = await call(name, args);
  assert.equal(isError, true, text);
  assert.equal(data, undefined);
  return text;
};

test("the server says what it is and lists its tools with their schemas", async () => {
  assert.equal(client.getServerVersion()?.name, "whatsnew");
  assert.match(client.getInstructions(), /`search`/);
  const { tools } = await client.listTools();
  const names = tools.map((tool) => tool.name).sort();
  for (const name of ["api", "change", "check", "explain", "search", "upgrade"]) {
    assert.ok(names.includes(name), `${name} in ${names}`);
  }
  for (const tool of tools) {
    assert.ok(tool.description && tool.title, tool.name);
    assert.equal(tool.annotations?.readOnlyHint, true, tool.name);
    assert.equal(tool.outputSchema?.type, "object", tool.name);
    const { type, properties, additionalProperties } = tool.inputSchema;
    assert.equal(type, "object");
    assert.equal(additionalProperties, false);
    for (const [name, schema] of Object.entries(properties ?? {})) {
      assert.ok(schema.description, `${tool.name}: ${name} is described`);
    }
  }
});

test("search finds changes and keeps to its limit", async () => {
  const { text, data } = await answer("search", { query: "walrus", limit: 1 });
  assert.equal(data.results.length, 1);
  assert.ok(data.total > 1);
  const [{ slug, series, kind, lead }] = data.results;
  assert.deepEqual([slug, series, kind], ["pep-572", "3.8", "added"]);
  assert.ok(lead.length > 0);
  assert.match(text, /pep-572/);
  const removed = await answer("search", { query: "kind:removed version:3.13" });
  assert.equal(removed.data.results.length, 10);
  for (const result of removed.data.results) {
    assert.deepEqual([result.kind, result.series], ["removed", "3.13"]);
  }
  const nonsense = await answer("search", { query: "kind:vanished asyncore" });
  assert.match(nonsense.data.problems[0], /vanished/);
});

test("change tells all about one change", async () => {
  const { text, data } = await answer("change", { slug: "pep-632" });
  assert.deepEqual([data.series, data.kind, data.status], ["3.12", "removed", "final"]);
  assert.equal(data.states.at(-1).since, "3.12");
  assert.match(data.repair.before.code, /distutils/);
  assert.ok(data.repair.seen.some((seen) => seen.text.includes("ModuleNotFoundError")));
  assert.ok(data.samples[0].code.includes("import"));
  assert.ok(data.sources.some((source) => source.url?.startsWith("https://docs.python.org/")));
  assert.match(text, /No module named 'distutils'/);
});

test("api tells the life of a name", async () => {
  const { text, data } = await answer("api", { name: "functools.cache" });
  assert.deepEqual([data.added, data.removed, data.versions[0]], ["3.9", null, "3.9"]);
  assert.equal(data.signatures[0].text, "(user_function, /)");
  assert.match(text, /added in 3\.9; not in 3\.8/);
});

test("upgrade lists what breaks, narrowed and limited", async () => {
  const { text, data } = await answer("upgrade", { from: "3.9", to: "3.14", limit: 2 });
  assert.deepEqual(
    data.sections.map((section) => section.concern),
    ["breaks", "check", "deprecated", "new", "passed"],
  );
  for (const { changes, total } of data.sections) {
    assert.equal(changes.length, Math.min(2, total));
  }
  assert.match(text, /more are not listed/);
  const query = "module:distutils";
  const narrowed = await answer("upgrade", { from: "3.9", to: "3.14", query, only: ["breaks"] });
  assert.equal(narrowed.data.sections.length, 1);
  const [change] = narrowed.data.sections[0].changes;
  assert.equal(change.slug, "pep-632");
  assert.match(change.seen, /ModuleNotFoundError/);
  const back = await answer("upgrade", { from: "3.14", to: "3.13" });
  assert.ok(back.data.sections.some((section) => section.concern === "missing"));
});

test("check finds what a program depends on", async () => {
  const source = "import imp\nimport tomllib\n";
  const { text, data } = await answer("check", { source, from: "3.10" });
  assert.deepEqual([data.minimum, data.maximum], ["3.11", "3.11"]);
  assert.deepEqual(
    data.findings.map((one) => [one.line, one.kind, one.version, one.level]),
    [
      [1, "removed", "3.12", "error"],
      [2, "added", "3.11", "error"],
    ],
  );
  assert.match(text, /source:1:8 `imp` was removed in 3\.12/);
});

test("explain finds the change behind an error", async () => {
  const said = "AttributeError: 'str' object has no attribute 'removeprefix'";
  const { text, data } = await answer("explain", { text: said });
  assert.equal(data.answers[0].change, "pep-616");
  assert.equal(data.answers[0].side, "older-python");
  assert.match(text, /pep-616/);
});

test("bad arguments are told to the model, with what to do", async () => {
  for (const [name, args, words] of [
    ["search", {}, /missing field `query`.*arguments of `search`/s],
    ["search", { query: " " }, /`query` is empty; give words/],
    ["search", { query: "x", limit: "many" }, /`limit`: .*expected/],
    ["search", { query: "x", most: 3 }, /unknown field `most`.*`limit`/s],
    ["change", { slug: "pep-6322" }, /no change has the slug `pep-6322`; search/],
    ["change", { slug: "PEP632" }, /did you mean `pep-632`/],
    ["api", { name: "functools.cach" }, /near: functools\.cache/],
    ["upgrade", { from: 3.9, to: "3.14" }, /`from`: .*expected a string/],
    ["upgrade", { from: "3", to: "3.14" }, /`from`: `3` is not a valid version; write it like/],
    ["upgrade", { from: "3.9", to: "3.99" }, /no Python 3\.99; give a version from 3\.0 to/],
    ["upgrade", { from: "3.9", to: "3.14", only: ["bugs"] }, /`bugs` is not .*breaks, check/],
    ["check", { source: " " }, /`source` is empty; give the source of a Python module/],
    ["check", { source: "x", from: "2.7" }, /from/],
    ["explain", { text: "" }, /`text` is empty; give an error/],
  ]) {
    assert.match(await refusal(name, args), words);
  }
  await assert.rejects(client.callTool({ name: "improve", arguments: {} }), /improve|not found/);
  await answer("api", { name: "dict.get" });
});
