// The Tab key. A reader who moves through the page with Tab must not be trapped in the
// editor, and one who writes Python wants to indent: so Tab leaves the editor until the
// reader clicks or types something, and indents from then on. After Escape, Tab leaves
// the editor again for two seconds.

import { indentLess, indentMore } from "@codemirror/commands";
import { EditorView, keymap } from "@codemirror/view";

const TYPED = ["input", "delete", "move", "undo", "redo"];

export function tabKeys() {
  return [
    keymap.of([{ key: "Tab", run: indentMore, shift: indentLess }]),
    EditorView.domEventHandlers({
      focus: (_, view) => view.setTabFocusMode(true),
      click: (_, view) => view.setTabFocusMode(false),
    }),
    EditorView.updateListener.of(({ transactions, view }) => {
      if (TYPED.some((kind) => transactions.some((made) => made.isUserEvent(kind)))) {
        view.setTabFocusMode(false);
      }
    }),
  ];
}
