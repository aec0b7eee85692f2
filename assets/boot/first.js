// What has to be known before anything is painted. The build writes it into the page
// before the style sheet, and its digest into the page's policy
// (xtask/src/site/first.mjs): a file of its own would come too late for the last
// part. src/app/platform/theme.rs writes what the first part reads.
{
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("theme");
    if (theme) root.dataset.theme = theme;
  } catch {
    // Without storage, as in private windows, the system's theme it is.
  }

  // The page that the build rendered is there to be read until the explorer runs.
  // A link's fragment leads somewhere else, where what was rendered is out of place.
  root.dataset.explorer = location.hash.length > 1 ? "elsewhere" : "waiting";

  // Over a slow connection the largest file of the explorer sets out with the page.
  // Over a fast one it would only keep the page from being painted, so that there
  // assets/boot/main.mjs asks for it afterwards. Milliseconds from the request to
  // the answer.
  const SLOW = 100;
  const parts = document.getElementById("parts");
  const [navigation] = performance.getEntriesByType("navigation");
  const isSlow = navigation && navigation.responseStart - navigation.requestStart > SLOW;
  if (isSlow && parts && "early" in parts.dataset) {
    root.dataset.connection = "slow";
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.type = "application/wasm";
    link.crossOrigin = "anonymous";
    link.href = parts.dataset.wasm;
    document.head.append(link);
  }
}
