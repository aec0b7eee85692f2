// The form of a text of several lines in the search box.

/** A text on one line, in which the explorer reads a sign as the end of a line. What failed
 * is at the end of a traceback, so that a long one loses its start. */
export function onOneLine(text: string): string {
  return text
    .trim()
    .replace(/\s*\r?\n/g, " ⏎ ")
    .slice(-4000);
}
