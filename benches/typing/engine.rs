//! The search, what explains errors, and the table of names in the browser's WebAssembly,
//! without the page. The entry point is [`measure`].

use crate::tracebacks::tracebacks;
use crate::typed;
use crate::{at, print};
use harness::Page;
use serde::Deserialize;
use serde_json::json;

/// Measures everything, in milliseconds. The arguments are the texts to search for and the
/// errors to explain.
const MEASURE: &str = "
const [typed, errors] = arguments;
return (async () => {
  const module = await WebAssembly.compileStreaming(fetch('engine.wasm'));
  // Nothing here calls a function of the browser, but the module needs all of its imports.
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  const put = (bytes) => {
    const place = exports.room(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
  };
  const say = (text) => put(new TextEncoder().encode(text));
  const fastest = (rounds, times, call) => {
    let least = Infinity;
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      for (let time = 0; time < times; time += 1) call();
      least = Math.min(least, (performance.now() - begin) / times);
    }
    return least;
  };
  const { bundle } = document.getElementById('parts').dataset;
  const load = async (file) => {
    const response = await fetch(`${bundle}${file}.bin`);
    put(new Uint8Array(await response.arrayBuffer()));
  };
  const read = async (file, part = file) => {
    await load(file);
    if (!exports[`read_${part}`]()) throw new Error(`${file} cannot be read`);
  };
  for (const part of ['catalogue', 'names', 'index', 'messages']) await read(part);
  await read('api-names', 'searched');
  await read('api-changes', 'changing');
  const prepared = fastest(10, 1, exports.prepare);
  const queries = typed.map((text) => {
    say(text);
    return fastest(10, 10, exports.ask);
  });
  const explained = errors.map((text) => {
    say(text);
    if (exports.explain_text() === 0) throw new Error(`nothing explains ${text}`);
    return fastest(10, 10, exports.explain_text);
  });
  const differences = [];
  for (let to = 1; to < exports.version_count(); to += 1) {
    for (let from = 0; from < to; from += 1) {
      if (exports.differ(from, to) === 0) throw new Error('no name was added');
      differences.push(fastest(3, 1, () => exports.differ(from, to)));
    }
  }
  await load('api-s');
  if (exports.decode_module() === 0) throw new Error('api-s cannot be read');
  const decoded = fastest(10, 1, exports.decode_module);
  return { prepared, queries, explained, differences, decoded };
})();
";

/// Times in milliseconds.
#[derive(Deserialize)]
struct Measured {
    prepared: f64,
    queries: Vec<f64>,
    explained: Vec<f64>,
    differences: Vec<f64>,
    decoded: f64,
}

/// Measures in the explorer's page, which names the parts of the bundle.
pub(super) fn measure(page: &Page) {
    let typed: Vec<String> = typed::keystrokes().collect();
    let mut measured: Measured = page.script(MEASURE, vec![json!(typed), json!(tracebacks())]);
    print("preparing the search, WebAssembly", measured.prepared, "-");
    let queries = &mut measured.queries;
    print("query, WebAssembly, median", at(queries, 0.5), "<1");
    print("query, WebAssembly, slowest", at(queries, 1.0), "<1");
    let explained = at(&mut measured.explained, 1.0);
    print(
        "a traceback of 100 lines explained, WebAssembly",
        explained,
        "<5",
    );
    let difference = at(&mut measured.differences, 1.0);
    print(
        "slowest difference of two versions, WebAssembly",
        difference,
        "<50",
    );
    print(
        "names of a letter decoded, WebAssembly",
        measured.decoded,
        "<30",
    );
}
