// The worker in which a runtime runs. The first message brings a snapshot of the
// interpreter's memory from an earlier start, if there is one; the second the compiled
// interpreter and the port through which `host.ts` sends programs. assets/messages.ts
// has the messages; `longest` is how many bytes of each stream are reported. Only
// messages through the port are listened to, so that a program cannot forge them.
//
// It is a classic script, as Chromium does not start module workers from a blob in a
// sandboxed frame; it imports the modules itself.

import type { FromWorker, Snapshot, Stream, ToWorker, WorkerStart } from "../messages.ts";
import type { Interpreter, Memory } from "./interpreter.ts";

type Send = (message: FromWorker) => void;

// A block keeps its names out of the global object.
{
  // The memory that a program may use, in bytes, before it gets a MemoryError; less than
  // what crashes a browser.
  const MOST_MEMORY = 1024 * 1024 * 1024;

  // A worker that uses more than this is replaced, as WebAssembly never returns memory.
  const MUCH_MEMORY = 256 * 1024 * 1024;

  // What is left of the global object: the language, and what the interpreter uses. A
  // list of what stays does not have to change when browsers add something.
  const LEFT = new Set(
    `AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array
    Boolean DataView Date Error EvalError FinalizationRegistry Float16Array
    Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl
    Iterator JSON Map Math NaN Number Object Promise Proxy RangeError
    ReferenceError Reflect RegExp Set String Symbol SyntaxError TextDecoder
    TextEncoder TypeError URIError Uint16Array Uint32Array Uint8Array
    Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly clearTimeout console
    crypto decodeURI decodeURIComponent encodeURI encodeURIComponent globalThis
    isFinite isNaN parseFloat parseInt performance queueMicrotask setTimeout
    undefined`.split(/\s+/),
  );

  self.onmessage = ({ data: packed }) => {
    const unpacking = unpack(packed);
    self.onmessage = ({ data }) => begin(data, unpacking);
  };

  // The bytes of a snapshot; nothing if it is damaged.
  async function unpack(snapshot: Snapshot) {
    if (!(snapshot instanceof Blob)) return snapshot;
    try {
      const stream = snapshot.stream().pipeThrough(new DecompressionStream("gzip"));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      return undefined;
    }
  }

  async function begin(data: WorkerStart, unpacking: Promise<Uint8Array | undefined>) {
    const { port } = data;
    const send: Send = port.postMessage.bind(port);
    try {
      const output = makeOutput(send);
      const memory = limitMemory();
      const python = await load({ ...data, snapshot: await unpacking }, output.write);
      lock(output.mute);
      port.onmessage = ({ data: [, code, longest] }: MessageEvent<ToWorker>) => {
        output.begin(longest);
        const answer = python.run(code);
        output.end();
        if (answer.fault) {
          send(["fault", answer.fault]);
          return;
        }
        send(["finished", answer]);
        // The program has ended; nothing waits for this.
        const isWorn = !python.tidy() || memory() > MUCH_MEMORY;
        send([isWorn ? "worn" : "idle"]);
      };
      send(["ready", python.version]);
    } catch (error) {
      const isMemory = error instanceof RangeError;
      send([
        "failed",
        isMemory ? "memory" : "other",
        String((error as Error | undefined)?.message ?? error),
      ]);
    }
  }

  // Starts the interpreter from the files in the message. `fetch` is replaced, so that
  // the loader gets them when it fetches its files.
  async function load(
    { module, urls, files, driver, snapshot }: WorkerStart & { snapshot: Uint8Array | undefined },
    write: (stream: Stream, bytes: Uint8Array) => void,
  ): Promise<Interpreter> {
    // Behaves as in a module worker: newer loaders refuse any other, and older ones
    // recognise a worker by this function.
    globalThis.importScripts = () => {
      throw new TypeError("Modules are imported.");
    };
    globalThis.fetch = async (url) => {
      const name = new URL(String(url)).pathname.slice(1);
      if (name.endsWith(".wasm")) return new Response();
      if (name in files) return new Response(files[name]);
      throw new TypeError(`${name} is not part of the runtime`);
    };
    WebAssembly.instantiateStreaming = async (_, imports) => ({
      module,
      // TypeScript picks the first of two signatures, the one for bytes.
      instance: (await WebAssembly.instantiate(module, imports)) as unknown as WebAssembly.Instance,
    });
    const { start } = await import(urls.interpreter);
    const { loadPyodide } = await import(urls.loader);
    // Older loaders use the global that this script defines, newer ones its export.
    const { default: createPyodideModule } = await import(urls.script);
    const options = { indexURL: "https://runtime.invalid/", createPyodideModule };
    const begin = (memory: Memory): Promise<Interpreter> =>
      start(loadPyodide, options, driver, write, memory);
    // The frame passes it to later workers.
    const keep = (taken: Uint8Array<ArrayBuffer>) => postMessage(taken, [taken.buffer]);
    if (!snapshot) return begin({ keep });
    // A snapshot from another version of the browser may not work.
    return begin({ snapshot }).catch(() => begin({ keep }));
  }

  // Reports what is written, each stream up to its limit.
  function makeOutput(send: Send) {
    let streams: Record<Stream, { left: number; text: TextDecoder }> | undefined;
    return {
      begin(longest: number) {
        const stream = () => ({ left: longest, text: new TextDecoder() });
        streams = { stdout: stream(), stderr: stream() };
      },
      write(name: Stream, bytes: Uint8Array) {
        const stream = streams?.[name];
        if (!stream || stream.left === 0) return;
        const shown = bytes.subarray(0, stream.left);
        const text = stream.text.decode(shown, { stream: true });
        stream.left -= shown.length;
        if (text) send(["output", name, text]);
        if (shown.length < bytes.length || stream.left === 0) {
          stream.left = 0;
          send(["capped", name]);
        }
      },
      mute() {
        for (const stream of Object.values(streams ?? {})) stream.left = 0;
      },
      end() {
        for (const [name, { text }] of Object.entries(streams ?? {})) {
          const rest = text.decode();
          if (rest) send(["output", name as Stream, rest]);
        }
        streams = undefined;
      },
    };
  }

  // Keeps the interpreter's memory below the limit. Returns a function for its size.
  function limitMemory() {
    const page = 64 * 1024;
    const { grow } = WebAssembly.Memory.prototype;
    let size = 0;
    WebAssembly.Memory.prototype.grow = function (pages) {
      if (this.buffer.byteLength + pages * page > MOST_MEMORY) {
        throw new RangeError("The memory limit of the runtime is reached.");
      }
      const before = grow.call(this, pages);
      size = Math.max(size, this.buffer.byteLength);
      return before;
    };
    return () => size;
  }

  // Removes everything from the global object that lets a program reach beyond the
  // worker. The frame's policy and origin prevent that, too; this is a second barrier.
  function lock(onCrash: () => void) {
    // biome-ignore lint/complexity/useArrowFunction: it stands in for a constructor.
    const refuse = function () {
      throw new TypeError("Creating functions from text is not allowed here.");
    };
    // The interpreter uses `instanceof Function`.
    refuse.prototype = Function.prototype;
    globalThis.Function = refuse as unknown as FunctionConstructor;
    for (const example of [() => {}, async () => {}, function* () {}, async function* () {}]) {
      const prototype = Object.getPrototypeOf(example);
      Object.defineProperty(prototype, "constructor", { value: refuse });
    }
    // An interpreter that crashes logs that to the console and then writes a stack trace,
    // which is not the program's output; the reader gets a message of the page.
    for (const name of Object.keys(console)) console[name as "log"] = () => {};
    console.error = onCrash;
    let scope = globalThis;
    while (scope && scope !== Object.prototype) {
      for (const key of Reflect.ownKeys(scope)) {
        const isKept = typeof key === "symbol" || LEFT.has(key) || key === "constructor";
        if (!isKept && !Reflect.deleteProperty(scope, key)) {
          // A property that cannot be deleted may be writable.
          Reflect.defineProperty(scope, key, { value: undefined });
        }
      }
      scope = Object.getPrototypeOf(scope);
    }
  }
}
