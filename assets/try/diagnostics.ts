// Converts the analyzer's findings into CodeMirror's diagnostics.

import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Finding } from "./findings.ts";

// The offset of a line and column. Both count from 1, columns in characters, some of
// which are two units of a JavaScript string. If the text has become shorter, it is the
// end of the line or of the text.
function offset(doc: Text, line: number, column: number) {
  if (line > doc.lines) return doc.length;
  const { from, text } = doc.line(Math.max(line, 1));
  let units = 0;
  for (const character of text) {
    if (--column < 1) break;
    units += character.length;
  }
  return from + units;
}

export function diagnostics(doc: Text, findings: Finding[]): Diagnostic[] {
  return findings.map(({ places: [line, column, endLine, endColumn], severity, message }) => {
    const from = offset(doc, line, column);
    return { from, to: Math.max(from, offset(doc, endLine, endColumn)), severity, message };
  });
}
