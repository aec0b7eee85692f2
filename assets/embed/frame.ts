// What `embed.html` does in a frame: shows what its address asks for, and reports the
// height of that to the page around it.

import type { EmbedEvents, Height } from "../messages.ts";
import { isOwn } from "./attributes.ts";

const view = document.querySelector("whats-new") as HTMLElement;

// The fragment's keys become the element's attributes.
function follow() {
  const asked = new URLSearchParams(location.hash.replace(/^#\??/, ""));
  for (const { name } of [...view.attributes]) {
    if (isOwn(name)) view.removeAttribute(name);
  }
  for (const [name, value] of asked) {
    if (isOwn(name)) view.setAttribute(name, value);
  }
}

const sheet = new CSSStyleSheet();
// The page around says what this is; the heading is for screen readers.
sheet.replaceSync(
  "body { margin: 0 } h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%) }",
);
document.adoptedStyleSheets = [sheet];

// The element's content says that the view is loading, which is wrong once it has
// failed.
view.addEventListener("error", (event) => {
  const { detail } = event as unknown as CustomEvent<EmbedEvents["error"]>;
  if (detail.fatal) view.textContent = `What is new in Python cannot be shown: ${detail.message}.`;
});

follow();
addEventListener("hashchange", follow);

// The height is not a secret, so any page may receive it.
new ResizeObserver(([entry]) => {
  const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
  parent.postMessage({ type: "whats-new:height", height } satisfies Height, "*");
}).observe(view);
