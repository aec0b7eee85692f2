// The address of the explorer: the folder of `embed.js`, wherever the page is that
// loads it. `currentScript` is null in a module script, which is found by its name.
const self =
  (document.currentScript as HTMLScriptElement | null) ??
  [...document.scripts].find(({ src }) => /\/embed\.js($|[?#])/.test(src));

export const SITE = new URL(".", self?.src ?? document.baseURI).href;
