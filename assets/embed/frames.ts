// Gives the frames of this explorer on the page the height that they report.

import { SITE } from "./site.ts";

const TYPE = "whats-new:height";

export function resizeFrames() {
  addEventListener("message", ({ data, source }) => {
    if (data?.type !== TYPE || !(data.height > 0)) return;
    const frames = document.querySelectorAll("iframe");
    const frame = [...frames].find(({ contentWindow }) => contentWindow === source);
    if (frame?.src.startsWith(SITE)) frame.style.height = `${Math.ceil(data.height)}px`;
  });
}
