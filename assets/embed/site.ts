// Where the explorer lies: beside `embed.js`, wherever the page is that loads
// it. A module script does not know itself as an ordinary one does, and is
// looked for by its name.
const self =
  (document.currentScript as HTMLScriptElement | null) ??
  [...document.scripts].find(({ src }) => /\/embed\.js($|[?#])/.test(src));

export const SITE = new URL(".", self?.src ?? document.baseURI).href;
