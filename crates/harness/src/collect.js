// Stands ahead of everything in each page of a test, and in each of its frames:
// keeps what goes wrong there until the harness asks the page for it. A new page
// of the same tab finds what the one before has kept.
(() => {
  document.currentScript?.remove();
  if (window.harnessLog) return;
  const KEY = "harness log";
  const kept = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    } catch {
      return [];
    }
  };
  const own = [];
  // What is under way when a page is left comes to nothing, which is no error.
  let isLeft = false;
  addEventListener("beforeunload", () => (isLeft = true));
  const keep = (text) => {
    if (isLeft) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...kept(), text]));
    } catch {
      own.push(text);
    }
  };
  // A frame may be of another origin; the page above it never sees the message.
  const report =
    window === top ? keep : (text) => top.postMessage({ [KEY]: text }, "*");
  addEventListener("message", (event) => {
    if (typeof event.data?.[KEY] !== "string") return;
    event.stopImmediatePropagation();
    report(event.data[KEY]);
  });
  window.harnessLog = () => {
    const all = [...kept(), ...own.splice(0)];
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // What is closed keeps nothing.
    }
    return all;
  };

  addEventListener("securitypolicyviolation", (event) =>
    report(
      `Security policy: ${event.violatedDirective} refuses ${event.blockedURI} ` +
        `(${event.sourceFile}:${event.lineNumber}) ${event.sample}`,
    ),
  );
  // What does not load is told to its element alone, on the way there.
  addEventListener(
    "error",
    ({ target, message, error, filename, lineno }) => {
      // An element may have errors of its own making, which have no address.
      const address = String(target.src ?? target.href ?? "data:");
      if (target === window) report(`${filename}:${lineno} ${message ?? error}`);
      else if (!address.startsWith("data:")) report(`${address} could not be loaded`);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) =>
    report(`Unhandled rejection: ${reason}`),
  );
  // The line that called, below the one that stands here.
  const caller = () =>
    String(new Error().stack)
      .split("\n")
      .filter((line) => /:\d+:\d+/.test(line))[2] ?? "";
  const { error } = console;
  console.error = (...given) => {
    report(`${given.map(String).join(" ")} (${caller().trim()})`);
    error.apply(console, given);
  };
})();
