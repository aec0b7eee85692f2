// The full editor, CodeMirror, in a file of its own: code-editor.ts loads it
// when a reader first edits. The entry point is `edit`.
//
// It is drawn in a shadow root because CodeMirror brings its own style sheets. In a
// shadow root it adds them as constructed sheets, which the page's
// Content-Security-Policy allows; in the document it would add <style> elements, which
// the policy refuses. The page's colours still apply, as they are custom properties.

import { history, historyKeymap, standardKeymap, toggleComment } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { diagnostics } from "./diagnostics.ts";
import type { Finding } from "./findings.ts";
import { look } from "./look.ts";
import { tabKeys } from "./tab.ts";

const ATTRIBUTES = {
  "aria-label": "Python code",
  "aria-description": "Tab indents while you edit. Escape, then Tab, leaves the editor.",
  autocapitalize: "off",
  spellcheck: "false",
};

const EXTENSIONS = [
  lineNumbers(),
  lintGutter(),
  highlightSpecialChars(),
  history(),
  pythonLanguage,
  indentUnit.of("    "),
  indentOnInput(),
  bracketMatching(),
  tabKeys(),
  // Ctrl+Enter is not bound here: it runs the code.
  keymap.of([
    { key: "Mod-/", run: toggleComment },
    ...standardKeymap,
    ...historyKeymap,
    ...lintKeymap,
  ]),
  EditorView.contentAttributes.of(ATTRIBUTES),
  look,
];

/** A full editor. */
export interface Editor {
  /** Takes the focus, for a reader who is already editing. */
  focus(): void;
  /** Replaces the text, as a step that can be undone. */
  follow(text: string): void;
  /** Shows these findings, and no others, under the text and beside it. */
  mark(findings: Finding[]): void;
  /** Removes the editor and its listeners. */
  destroy(): void;
}

/** Shows the text of a plain field in a full editor inside `host`, with the same
 * selection, and calls `changed` for every edit. The other content of the host is no
 * longer shown. */
export type Edit = (
  host: HTMLElement,
  field: HTMLTextAreaElement,
  changed: (text: string) => void,
) => Editor;

export const edit: Edit = (host, field, changed) => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  // A text set by `follow` is not reported as an edit.
  let following = false;
  const listener = EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged && !following) changed(state.doc.toString());
  });
  // If the selection moves to the very start within 200 ms of the focus, CodeMirror
  // assumes that the browser reset it and ignores the move. But highlighting the text
  // and marking findings also replace the text nodes, which moves the browser's
  // selection to the start, where the next character typed would then be inserted.
  let focused = -Infinity;
  const keeper = EditorView.updateListener.of(({ view, docChanged, selectionSet }) => {
    const isOwn = docChanged || selectionSet || view.composing;
    if (!isOwn && view.hasFocus && performance.now() - focused < 300) select(view);
  });
  const doc = EditorState.create().toText(field.value);
  const place = (offset: number) => Math.min(offset, doc.length);
  const selection = { anchor: place(field.selectionStart), head: place(field.selectionEnd) };
  const state = EditorState.create({ doc, selection, extensions: [EXTENSIONS, listener, keeper] });
  const view = new EditorView({
    state,
    parent: root,
    root,
    scrollTo: EditorView.scrollIntoView(selection.head),
  });

  return {
    focus() {
      view.focus();
      view.setTabFocusMode(false);
      focused = performance.now();
    },
    follow(text) {
      if (text === view.state.doc.toString()) return;
      following = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      following = false;
    },
    mark(findings) {
      view.dispatch(setDiagnostics(view.state, diagnostics(view.state.doc, findings)));
    },
    destroy() {
      view.destroy();
    },
  };
};

// Sets the browser's selection to the editor's.
function select(view: EditorView) {
  const { anchor, head } = view.state.selection.main;
  const from = view.domAtPos(anchor);
  const to = view.domAtPos(head);
  const selection = (view.root as Document).getSelection?.() ?? getSelection();
  selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
