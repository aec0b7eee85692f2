// The editor's theme: the page's own colours and fonts, in light and dark, because every
// value is one of the page's custom properties.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// The same five colours as the code that is shown before a reader edits.
const colours = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.self, tags.bool, tags.null],
    color: "var(--code-keyword)",
    fontWeight: "600",
  },
  { tag: tags.string, color: "var(--code-text)" },
  { tag: tags.comment, color: "var(--code-comment)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: tags.meta, color: "var(--code-decorator)" },
]);

const underline = (colour: string) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${colour}`,
  textUnderlineOffset: "0.2em",
});

// A sign in the gutter, distinguished by its shape as well as its colour.
const sign = (text: string, colour: string) => ({
  content: "normal",
  "&::before": { content: `"${text}"`, color: colour, fontWeight: "700" },
});

const theme = EditorView.theme({
  "&": { maxHeight: "32rem", color: "var(--text)", backgroundColor: "var(--surface)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "0.875rem/1.5 var(--mono)", overflow: "auto" },
  ".cm-content": { minHeight: "10rem", padding: "var(--s2) 0", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 var(--s3) 0 var(--s2)" },
  ".cm-line::selection, .cm-line ::selection": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-gutters": {
    backgroundColor: "var(--raised)",
    color: "var(--quiet)",
    border: "0",
  },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 0 0 0.25em" },
  ".cm-lint-marker": { width: "1em", height: "auto" },
  ".cm-lint-marker-error": sign("✕", "var(--removed)"),
  ".cm-lint-marker-warning": sign("!", "var(--deprecated)"),
  ".cm-lintRange-error": underline("var(--removed)"),
  ".cm-lintRange-warning": underline("var(--deprecated)"),
  ".cm-lintPoint-error::after": { borderBottomColor: "var(--removed)" },
  ".cm-specialChar": { color: "var(--removed)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-soft)",
    outline: "1px solid var(--accent)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "var(--removed-soft)",
    outline: "1px dashed var(--removed)",
  },
  ".cm-tooltip, .cm-panels": {
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    border: "1px solid var(--line-strong)",
    font: "var(--small)/1.5 var(--font)",
  },
  ".cm-tooltip": { maxWidth: "min(30rem, 90vw)", borderRadius: "var(--round)" },
  ".cm-diagnostic-error": { borderLeft: "5px solid var(--removed)" },
  ".cm-diagnostic-warning": { borderLeft: "5px dashed var(--deprecated)" },
  ".cm-lintRange-active, .cm-panel.cm-panel-lint ul [aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--text)",
  },
  ".cm-panel.cm-panel-lint ul:focus [aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-panel.cm-panel-lint [name=close]": {
    minWidth: "1.5rem",
    minHeight: "1.5rem",
    color: "inherit",
    cursor: "pointer",
  },
});

export const look = [theme, syntaxHighlighting(colours)];
