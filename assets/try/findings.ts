// The analyzer's findings in the form in which they come through an attribute:
// a line for each, `line column end-line end-column severity message`, with
// single spaces between. Lines and columns count from 1, columns in characters.

export function findings(text) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((entry) => {
      const [line, column, endLine, endColumn, severity, ...message] = entry.split(" ");
      const places = [line, column, endLine, endColumn].map(Number);
      return { places, severity, message: message.join(" ") };
    });
}
