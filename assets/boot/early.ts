// On a slow connection, starts loading the explorer's largest file together with the
// page. On a fast one that would only delay the first paint, so assets/boot/main.ts
// requests the file afterwards. The build inlines this script into the page, before
// anything that blocks the browser, and adds its digest to the page's policy
// (xtask/src/site/inline.mjs).
{
  // Milliseconds from the request to here.
  const SLOW = 150;
  // How long the style sheet and the start-up script take to load at 200 KB/s, in
  // milliseconds. The first paint needs both, and would be delayed if they shared the
  // connection with the larger file, which arrives no later for starting after them.
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
