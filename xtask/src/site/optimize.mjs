// Optimizes WebAssembly files for size, as `wasm-opt -Oz` does; `split.rs` runs it.
// Arguments: the project, the folder with the files, and the folder to write to. Prints
// their number. One process for all, because each start of `wasm-opt` takes longer than
// most of them.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [root, from, to] = process.argv.slice(1);
const { default: binaryen } = await import(
  pathToFileURL(join(root, "node_modules/binaryen/index.js")).href
);

const { Features } = binaryen;
const FEATURES =
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.NontrappingFPToInt |
  Features.ReferenceTypes |
  Features.CallIndirectOverlong |
  Features.SignExt |
  Features.MutableGlobals |
  Features.Multivalue;

binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
binaryen.setDebugInfo(false);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);
// No address below 1024 is used, and large functions with one caller stay apart: both make
// what is downloaded smaller.
binaryen.setLowMemoryUnused(true);
binaryen.setOneCallerInlineMaxSize(30);

const names = readdirSync(from).filter((name) => name.endsWith(".wasm"));
for (const name of names) {
  const module = binaryen.readBinary(readFileSync(join(from, name)));
  module.setFeatures(FEATURES);
  // The second time finds what the first has made possible.
  module.optimize();
  module.optimize();
  // Functions of the same type stand together, which compresses better.
  module.runPasses(["reorder-functions-by-name"]);
  writeFileSync(join(to, name), module.emitBinary());
  module.dispose();
}
console.log(names.length);
