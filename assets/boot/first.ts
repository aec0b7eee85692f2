// Sets what must be known before the first paint. The build inlines this script into
// the page behind the style sheet, so that the page is parsed once the style sheet is
// loaded, and painted right away. src/platform/theme.rs writes the theme.

import { opensSearch } from "./keys.ts";
import { onOneLine } from "./lines.ts";
import { recall, rootOf } from "./scope.ts";

const root = document.documentElement;
root.dataset.root = rootOf(document.getElementById("parts")?.dataset.bundle, document.baseURI);

try {
  const theme = recall("theme");
  if (theme) root.dataset.theme = theme;
} catch {
  // Without storage, as in private windows, the system's theme applies.
}

// The address follows typing with a delay, and a reload does not see what is written to it
// late. src/platform/address.rs keeps the address that the page had when it was left.
try {
  const left = sessionStorage.getItem("left-at");
  sessionStorage.removeItem("left-at");
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const page = (address: string) => address.split("#")[0];
  if (left && visit?.type === "reload" && page(left) === page(location.href)) {
    history.replaceState(null, "", left);
  }
} catch {
  // Without storage the last letters are lost.
}

// What another program shares with the installed explorer is searched for, so that an error
// is explained (`share_target` in manifest.webmanifest).
const shared = new URLSearchParams(location.search).get("text");
if (shared && location.hash.length < 2) {
  const search = new URLSearchParams({ q: onOneLine(shared) });
  history.replaceState(null, "", `${location.pathname}#?${search}`);
}

// The prerendered page can be read until the explorer runs. If the address has a
// fragment, it leads to another view, and the prerendered page is the wrong one.
root.dataset.explorer = location.hash.length > 1 ? "elsewhere" : "waiting";

// A sample on another page has that page around it (assets/styles/boot.css).
if (parent !== window) root.dataset.framed = "";

// Until the explorer runs and handles keys itself, a slash focuses the search field;
// takeover.ts carries over what is typed there.
addEventListener("keydown", (event) => {
  if (root.dataset.explorer === "running" || !opensSearch(event)) return;
  const search = document.getElementById("search");
  search?.focus();
  if (search && document.activeElement === search) event.preventDefault();
});

// If the host answers an unknown path with this page, the scripts' relative addresses
// lead nowhere.
addEventListener(
  "error",
  ({ target }) => {
    const message = document.getElementById("boot-message");
    if (!(target instanceof HTMLScriptElement) || !message) return;
    if (root.dataset.explorer === "running") return;
    delete root.dataset.explorer;
    message.setAttribute("role", "alert");
    message.textContent =
      "The explorer could not be loaded: the connection has failed, or there is no page at this address.";
  },
  true,
);
