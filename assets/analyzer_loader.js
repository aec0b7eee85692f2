// Starts the worker that analyses Python source. The page finds this file
// through the element #parts; the other two files lie beside it.
importScripts("./analyzer.js");
wasm_bindgen({ module_or_path: new URL("./analyzer_bg.wasm", location.href) });
