// Makes code on the page editable, and packs it for links. The explorer imports this
// module when it first shows editable code, so that it does not slow down the first
// load. The element it defines enhances markup that works without it; src/samples
// writes that markup.

import { CodeEditor } from "./code-editor.ts";

// A repeated attempt to load uses another address, and an earlier one may have
// succeeded meanwhile: then this is a second copy, and the element is defined already.
if (!customElements.get("code-editor")) customElements.define("code-editor", CodeEditor);

export { pack, unpack } from "./deflate.ts";
