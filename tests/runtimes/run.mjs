// Runs programs in Node with the interpreter from npm's package for a series and the
// driver that runs in the browser. Each line of standard input is a program as a JSON
// string; each line of standard output is an answer as JSON.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = (path) => new URL(path, import.meta.url);
const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(here("../../assets/runtime/interpreter.ts"))],
  format: "esm",
  write: false,
});
const [{ text: interpreter }] = outputFiles;
const { start } = await import(`data:text/javascript,${encodeURIComponent(interpreter)}`);
const [series] = process.argv.slice(2);
const indexURL = here(`../../node_modules/pyodide-${series}/`).pathname;
const { loadPyodide } = await import(`${indexURL}pyodide.mjs`);
const driver = readFileSync(here("../../assets/runtime/driver.py"), "utf8");
// A crashed interpreter logs to the console, which is not part of an answer.
console.error = () => {};

let written;
let python;

function write(stream, bytes) {
  written[stream].push(Buffer.from(bytes));
}

function text(stream) {
  return Buffer.concat(written[stream]).toString();
}

for await (const line of createInterface({ input: process.stdin })) {
  python ??= await start(loadPyodide, { indexURL }, driver, write);
  written = { stdout: [], stderr: [] };
  const answer = python.run(JSON.parse(line));
  const { version } = python;
  const said = { stdout: text("stdout"), stderr: text("stderr") };
  if (answer.fault || !python.tidy()) python = undefined;
  process.stdout.write(`${JSON.stringify({ version, ...said, ...answer })}\n`);
}
process.exit(0);
