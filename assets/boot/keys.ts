// Which keys mean something before the explorer runs.

/** Whether a key opens the search, as src/shell decides it later. */
export function opensSearch(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  const field = (target as Partial<Element> | null)?.closest?.(
    "input, textarea, select, dialog[open], [contenteditable]",
  );
  return !field;
}
