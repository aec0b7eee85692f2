// Shows the page in the theme that the reader chose last, before anything is
// painted. src/app/platform/theme.rs writes what this reads.
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Without storage, as in private windows, the system's theme it is.
}
