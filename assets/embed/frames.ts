// Sets the height of this explorer's frames on a page to what they report.

import type { Height } from "../messages.ts";
import { SITE } from "./site.ts";

const TYPE: Height["type"] = "whats-new:height";

export function resizeFrames() {
  addEventListener("message", ({ data, source }: MessageEvent<Partial<Height> | null>) => {
    const height = data?.type === TYPE ? Number(data.height) : 0;
    if (!(height > 0)) return;
    const frames = document.querySelectorAll("iframe");
    const frame = [...frames].find(({ contentWindow }) => contentWindow === source);
    if (frame?.src.startsWith(SITE)) frame.style.height = `${Math.ceil(height)}px`;
  });
}
