// Injected at the start of each page of a test and of each of its frames:
// collects errors until the harness asks the page for them. A new page in the
// same tab has those that the previous one collected.
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
  // Requests that fail because the page is left are not errors.
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
  // A frame may have another origin; the page itself never gets the message.
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
      // Inaccessible storage has no entries.
    }
    return all;
  };

  addEventListener("securitypolicyviolation", (event) =>
    report(
      `Security policy: ${event.violatedDirective} refuses ${event.blockedURI} ` +
        `(${event.sourceFile}:${event.lineNumber}) ${event.sample}`,
    ),
  );
  // Load errors do not bubble; they are visible in the capture phase only.
  addEventListener(
    "error",
    ({ target, message, error, filename, lineno }) => {
      // Elements may dispatch errors of their own, which have no address.
      const address = String(target.src ?? target.href ?? "data:");
      if (target === window) report(`${filename}:${lineno} ${message ?? error}`);
      else if (!address.startsWith("data:")) report(`${address} could not be loaded`);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) =>
    report(`Unhandled rejection: ${reason}`),
  );
  // The stack frame of the call to `console.error`.
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
