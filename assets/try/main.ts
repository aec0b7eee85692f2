// What makes code on the page editable, and short enough for a link. The explorer
// imports this module when it first shows code that can be edited, so that nothing of
// it weighs on the first load. The element it defines stands in the page as markup that
// works without it; src/samples writes that markup.

import { CodeEditor } from "./code-editor.ts";

// Another try at loading asks with another address, and what asked before may have
// succeeded meanwhile: then this is a second copy, and the element is the first's.
if (!customElements.get("code-editor")) customElements.define("code-editor", CodeEditor);

export { pack, unpack } from "./deflate.ts";
