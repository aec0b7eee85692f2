// What has to be known before anything is painted. The build writes it into the page
// behind the style sheet, so that the page is read once that is there, and painted
// with the first of it. src/platform/theme.rs writes the theme.

import { opensSearch } from "./keys.ts";
import { recall, rootOf } from "./scope.ts";

const root = document.documentElement;
root.dataset.root = rootOf(document.getElementById("parts")?.dataset.bundle, document.baseURI);

try {
  const theme = recall("theme");
  if (theme) root.dataset.theme = theme;
} catch {
  // Without storage, as in private windows, the system's theme it is.
}

// The page that the build rendered is there to be read until the explorer runs.
// A link's fragment leads somewhere else, where what was rendered is out of place.
root.dataset.explorer = location.hash.length > 1 ? "elsewhere" : "waiting";

// Until the explorer runs and has keys of its own, the search field takes what is
// typed after a slash; takeover.ts carries it over.
addEventListener("keydown", (event) => {
  if (root.dataset.explorer === "running" || !opensSearch(event)) return;
  const search = document.getElementById("search");
  search?.focus();
  if (search && document.activeElement === search) event.preventDefault();
});

// A host that answers an unknown path with this page has no scripts below that path.
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
