// Keys that work before the explorer runs.

/** Whether a key opens the search. Once the explorer runs, src/shell decides by the
 * same rule. */
export function opensSearch(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  const field = (target as Partial<Element> | null)?.closest?.(
    "input, textarea, select, dialog[open], [contenteditable]",
  );
  return !field;
}
