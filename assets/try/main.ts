// What code on the page can do beyond being read: it can be edited and run.
// The explorer imports this module when it first shows code of either kind, so
// that nothing of it weighs on the first load. The elements it defines stand in
// the page as markup that works without it; src/samples writes that markup.

import { CodeEditor } from "./code-editor.ts";
import { RunPanel } from "./run-panel.ts";

// Another try at loading asks with another address, and what asked before may have
// succeeded meanwhile: then this is a second copy, and the elements are the first's.
if (!customElements.get("code-editor")) {
  customElements.define("code-editor", CodeEditor);
  customElements.define("run-panel", RunPanel);
}

export { pack, unpack } from "./deflate.ts";
