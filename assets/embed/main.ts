// `embed.js`: the one script that a page loads to show what is new in Python.
// It defines `<whats-new>` and resizes frames.

import { WhatsNew } from "./element.ts";
import { resizeFrames } from "./frames.ts";

// A page assembled from several pieces may load this script more than once.
if (!customElements.get("whats-new")) {
  customElements.define("whats-new", WhatsNew);
  resizeFrames();
}
