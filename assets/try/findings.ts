// Parses the analyzer's findings as they are written in an attribute: a line for each,
// `line column end-line end-column severity message`, separated by single spaces. Lines
// and columns count from 1, columns in characters.

export interface Finding {
  /** Line and column of the beginning and of the end. */
  places: [number, number, number, number];
  severity: "error" | "warning";
  message: string;
}

export function findings(text: string): Finding[] {
  return text
    .split("\n")
    .filter(Boolean)
    .map((entry) => {
      const [line, column, endLine, endColumn, severity, ...message] = entry.split(" ");
      const places = [line, column, endLine, endColumn].map(Number) as Finding["places"];
      return { places, severity: severity as Finding["severity"], message: message.join(" ") };
    });
}
