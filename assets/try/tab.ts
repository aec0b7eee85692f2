// What Tab does. A reader who walks through the page with Tab must not be
// caught in the editor, and one who writes Python wants to indent: so Tab
// leaves the editor until there is a click or something is typed, and indents
// from then on. Escape gives Tab back to the page for the next two seconds.

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
