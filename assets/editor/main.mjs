// The editor that takes the place of the plain text field once a reader edits:
// CodeMirror as the element <code-editor>, which src/app/platform/editor.rs
// puts on the page. `cargo xtask build` bundles this folder into one file.
//
// The element has a shadow root because CodeMirror brings its style sheets
// with it. In a shadow root it adds them as constructed sheets, which the
// page's Content-Security-Policy allows; in the document it would add <style>
// elements, which the policy refuses. The page's colours still reach it, as
// custom properties do.

import { history, historyKeymap, standardKeymap, toggleComment } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, Transaction } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { diagnostics } from "./diagnostics.mjs";
import { look } from "./look.mjs";
import { tabKeys } from "./tab.mjs";

const LABELS = {
  "aria-label": "Python code",
  "aria-description": "Tab indents while you edit. Press Escape, then Tab, to leave the editor.",
};

class CodeEditor extends HTMLElement {
  #view;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const state = EditorState.create({
      extensions: [
        lineNumbers(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        pythonLanguage,
        indentUnit.of("    "),
        indentOnInput(),
        bracketMatching(),
        tabKeys(),
        keymap.of([
          { key: "Mod-/", run: toggleComment },
          ...standardKeymap,
          ...historyKeymap,
          ...lintKeymap,
        ]),
        look,
        EditorView.contentAttributes.of({ ...LABELS, autocapitalize: "off", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.dispatchEvent(new Event("edit"));
        }),
      ],
    });
    this.#view = new EditorView({ state, parent: root, root });
  }

  get value() {
    return this.#view.state.doc.toString();
  }

  // Replaces the text, as a step that can be undone.
  set value(text) {
    const { doc } = this.#view.state;
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }

  // Begins with a text that nothing can be undone to be rid of, its selection
  // where the plain field had it, counted in units of a JavaScript string.
  begin(text, from, to) {
    const { length } = this.#view.state.toText(text);
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
      annotations: Transaction.addToHistory.of(false),
      scrollIntoView: true,
    });
  }

  diagnose(findings) {
    const { state } = this.#view;
    this.#view.dispatch(setDiagnostics(state, diagnostics(state.doc, findings)));
  }

  focus() {
    this.#view.focus();
  }
}

customElements.define("code-editor", CodeEditor);
