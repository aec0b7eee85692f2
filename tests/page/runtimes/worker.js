// Replaces the worker of a runtime in a test: attempts every way out of the sandbox, and
// reports the outcomes as its version. Before that it sends messages that only the real
// worker may send, but not through the port. The test replaces `PAGE` and `HOST`.

const escape = async ({ data: { port } }) => {
  for (const forged of [["ready", "forged"], ["open"], ["finished", { value: "forged" }]]) {
    postMessage(forged);
  }
  const answers = {};
  let refusal;
  addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    refusal = `policy: ${effectiveDirective}`;
  });
  const after = (millis, value) => new Promise((resolve) => setTimeout(resolve, millis, value));
  const attempt = async (name, act) => {
    refusal = undefined;
    let answer;
    try {
      answer = String(await Promise.race([act(), after(500, "nothing")]));
    } catch (error) {
      answer = `refused: ${error?.name}`;
    }
    // Violations of the policy are reported with a delay.
    await after(20);
    answers[name] = refusal ?? answer;
  };
  const event = (target, good) =>
    new Promise((resolve, reject) => {
      target[`on${good}`] = () => resolve("REACHED");
      target.onerror = () => reject(new Error());
    });
  // The host has no such files: if a request reaches it, the test fails.
  await attempt("fetch", () => fetch("PAGEfetch").then(() => "REACHED"));
  await attempt("fetch unread", () => fetch("PAGEunread", { mode: "no-cors" }).then(() => "REACHED"));
  await attempt("XMLHttpRequest", () => {
    const request = new XMLHttpRequest();
    request.open("GET", "PAGErequest", false);
    request.send();
    return "REACHED";
  });
  await attempt("WebSocket", () => event(new WebSocket("PAGEsocket".replace("http", "ws")), "open"));
  await attempt("EventSource", () => event(new EventSource("PAGEevents"), "open"));
  await attempt("importScripts", () => (importScripts("PAGEscripts"), "REACHED"));
  await attempt("import", () => import("PAGEHOST").then(() => "REACHED"));
  await attempt("eval", () => (0, eval)("'REACHED'"));
  await attempt("Function", () => (() => {}).constructor("return 'REACHED'")());
  await attempt("IndexedDB", () => event(indexedDB.open("x"), "success"));
  // WebKit gives a document without an origin caches of its own.
  await attempt("caches", async () => {
    await caches.open("x");
    return String(await caches.keys()) === "x" ? "nothing" : "REACHED";
  });
  await attempt("files", () => navigator.storage.getDirectory().then(() => "REACHED"));
  await attempt("a worker of this site", () => event(new Worker("PAGEworker"), "message"));
  await attempt("a worker in the worker", () => {
    const text = "fetch('PAGEinner').then(() => postMessage(1), () => {})";
    return event(new Worker(URL.createObjectURL(new Blob([text]))), "message");
  });
  const channel = new BroadcastChannel("explorer");
  channel.postMessage("REACHED");
  await attempt("BroadcastChannel", () => event(channel, "message"));
  port.postMessage(["ready", JSON.stringify(answers)]);
};

// The first message has a snapshot or nothing, the second the port.
onmessage = () => (onmessage = escape);
