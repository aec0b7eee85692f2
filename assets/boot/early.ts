// Over a slow connection the largest file of the explorer sets out with the page.
// Over a fast one it would only keep the page from being painted, so that there
// assets/boot/main.ts asks for it afterwards. The build writes this into the page,
// ahead of what the browser waits for, and its digest into the page's policy
// (xtask/src/site/inline.mjs).
{
  // Milliseconds from the request to here.
  const SLOW = 150;
  // How long the style sheet and what starts the explorer take by themselves at the
  // 200 KB in a second of a slow connection, in milliseconds. The first drawing waits
  // for them; the two would share the connection, and the larger file comes no later
  // for setting out after them.
  const AHEAD = 60;

  const parts = document.getElementById("parts");
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isSlow = navigation && performance.now() - navigation.requestStart > SLOW;
  if (isSlow && parts && "early" in parts.dataset) {
    document.documentElement.dataset.connection = "slow";
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.type = "application/wasm";
    link.crossOrigin = "anonymous";
    link.href = parts.dataset.wasm ?? "";
    setTimeout(() => document.head.append(link), AHEAD);
  }
}
