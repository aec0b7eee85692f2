// `embed.js`: the one script that a page loads to show what is new in Python.
// It makes `<whats-new>` known and gives frames their height.

import { WhatsNew } from "./element.ts";
import { resizeFrames } from "./frames.ts";

// A page put together from several pieces may load it more than once.
if (!customElements.get("whats-new")) {
  customElements.define("whats-new", WhatsNew);
  resizeFrames();
}
