// Starts the worker that reads the reader's own documents. The page finds this
// file through the element #parts; the other two files lie beside it.
declare function wasm_bindgen(options: { module_or_path: URL }): Promise<unknown>;

importScripts("./reader.js");
wasm_bindgen({
  module_or_path: new URL("./reader_bg.wasm", location.href),
}).catch((cause: unknown) => {
  // The page hears of what is thrown in a worker, but not of a promise that
  // fails there, and would wait for ever.
  setTimeout(() => {
    throw cause;
  });
});
