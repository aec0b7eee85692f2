// Starts the worker that analyses Python source. The page finds this file
// through the element #parts; the other two files are in the same folder.
declare function wasm_bindgen(options: { module_or_path: URL }): Promise<unknown>;

importScripts("./analyzer.js");
wasm_bindgen({
  module_or_path: new URL("./analyzer_bg.wasm", location.href),
}).catch((cause: unknown) => {
  // The page gets an event for an error thrown in a worker, but not for a
  // rejected promise, and would wait for ever.
  setTimeout(() => {
    throw cause;
  });
});
