// What has to be known before anything is painted. The build writes it into the page
// behind the style sheet, so that the page is read once that is there, and painted
// with the first of it. src/app/platform/theme.rs writes what the first part reads.
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Without storage, as in private windows, the system's theme it is.
}

// The page that the build rendered is there to be read until the explorer runs.
// A link's fragment leads somewhere else, where what was rendered is out of place.
document.documentElement.dataset.explorer = location.hash.length > 1 ? "elsewhere" : "waiting";
