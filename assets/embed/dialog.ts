// “Embed this view”: a dialog with the texts that put what is shown into another
// page. The page loads it when its button is first pressed.

import { button, make } from "../try/make.ts";
import { type Feature, type Snippet, snippets } from "./snippets.ts";

// This file lies in a folder of the site.
const SITE = new URL("..", import.meta.url).href;

// Opens the dialog for a view, which a fragment such as `#?pep=758` names.
export async function open(fragment: string) {
  const slug = new URLSearchParams(fragment.replace(/^#?\??/, "")).get("feature");
  const found = snippets(fragment, SITE, slug ? await feature(slug) : {});
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

// The title of the open feature and its card, where the site was built with any.
async function feature(slug: string): Promise<Feature> {
  const title = document.getElementById("detail-title")?.textContent ?? undefined;
  try {
    const response = await fetch(new URL(`card/${encodeURIComponent(slug)}.html`, SITE));
    return { title, card: response.ok ? await response.text() : "" };
  } catch {
    return { title };
  }
}

function piece({ name, note, text }: Snippet) {
  const told = make("span", { className: "quiet", role: "status" });
  const code = make("code", {}, text);
  const copy = button(
    "Copy",
    async () => {
      try {
        await navigator.clipboard.writeText(text);
        told.textContent = "Copied.";
      } catch {
        getSelection()?.selectAllChildren(code);
        told.textContent = "The browser did not allow copying; the text is selected.";
      }
    },
    { "aria-label": `Copy ${name}` },
  );
  return [
    make("h3", {}, name),
    make("p", { className: "quiet" }, note),
    make("pre", { className: "code", tabIndex: 0, role: "group", "aria-label": name }, code),
    make("p", {}, copy, " ", told),
  ];
}
