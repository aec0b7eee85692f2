// “Embed this view”: a dialog with the texts that put what is shown into another
// page. The page loads it when its button is first pressed.

import { button, make } from "../try/make.mjs";
import { snippets } from "./snippets.mjs";

// This file lies in a folder of the site.
const SITE = new URL("..", import.meta.url).href;

// Opens the dialog for a view, which a fragment such as `#?pep=758` names.
export async function open(fragment) {
  const found = snippets(fragment, SITE, await card(fragment));
  const close = button("Close", () => dialog.close(), { className: "primary" });
  const dialog = make(
    "dialog",
    { className: "help embed", "aria-labelledby": "embed-title", onclose: () => dialog.remove() },
    make("h2", { id: "embed-title" }, "Embed this view"),
    ...found.flatMap(piece),
    close,
  );
  document.body.append(dialog);
  dialog.showModal();
}

// The plain HTML of the feature that a view has open; nothing where the site
// was built without.
async function card(fragment) {
  const slug = new URLSearchParams(fragment.replace(/^#?\??/, "")).get("feature");
  if (!slug) return "";
  try {
    const response = await fetch(new URL(`card/${encodeURIComponent(slug)}.html`, SITE));
    return response.ok ? await response.text() : "";
  } catch {
    return "";
  }
}

function piece({ name, note, text }) {
  const told = make("span", { className: "quiet", role: "status" });
  const code = make("code", {}, text);
  const copy = button("Copy", async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(code);
      told.textContent = "The browser did not allow copying; the text is selected.";
    }
  }, { "aria-label": `Copy ${name}` });
  return [
    make("h3", {}, name),
    make("p", { className: "quiet" }, note),
    make("pre", { className: "code", tabIndex: 0, role: "group", "aria-label": name }, code),
    make("p", {}, copy, " ", told),
  ];
}
