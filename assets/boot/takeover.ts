// Replaces the prerendered page with the running explorer, in one task, so that no
// intermediate state is ever painted. `takeOver` is the entry point.
//
// Both are drawn by the same components, so that an element is found again by its
// id, or else by its position. What the reader has done meanwhile is carried over:
// scroll positions, the focus, and what they have typed, chosen and opened.

// Draws the explorer in place of the content of the element with this id.
export async function takeOver(id: string, mount: () => void) {
  const before = document.getElementById(id);
  if (!before) throw new Error(`there is no element #${id}`);
  await composed(before);
  const kept = keep(before);
  mount();
  // The explorer draws in a microtask that mount() has queued, before this one.
  await null;
  const after = document.getElementById(id);
  if (!after) return;
  put(kept, after);
  for (const field of kept.fields) {
    // The field may appear only once an opened panel or an earlier field is drawn.
    for (let turns = 0; turns < TURNS && !find(after, field.where); turns++) await turn();
    give(after, field);
    await turn();
  }
}

// How many tasks to wait for a field that does not exist yet.
const TURNS = 10;
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

// Characters that are still being composed would be lost with their field.
function composed(root: Element): Promise<void> | null {
  const field = document.activeElement;
  if (!composing || !field || !root.contains(field)) return null;
  return new Promise((resolve) =>
    field.addEventListener("compositionend", () => resolve(), { once: true }),
  );
}
let composing = false;
// Elements that have been scrolled; asking every element would take too long.
const scrolled = new Set<Element>();
addEventListener(
  "scroll",
  ({ target }) => {
    if (target instanceof Element) scrolled.add(target);
  },
  { capture: true, passive: true },
);
addEventListener("compositionstart", () => {
  composing = true;
});
addEventListener("compositionend", () => {
  composing = false;
});

type Kept = ReturnType<typeof keep>;
type Input = HTMLInputElement | HTMLTextAreaElement;

function keep(root: Element) {
  const active = document.activeElement;
  const all = <E extends Element>(selector: string) => [...root.querySelectorAll<E>(selector)];
  return {
    scroll: [scrollX, scrollY] as const,
    focus: active && root.contains(active) ? place(root, active) : null,
    scrolled: [...scrolled]
      .filter((element) => root.contains(element))
      .map((element) => [place(root, element), element.scrollLeft, element.scrollTop] as const),
    opened: all<HTMLDetailsElement>("details").map(
      (element) => [place(root, element), element.open] as const,
    ),
    fields: all<Input | HTMLSelectElement>("input, select, textarea")
      .map((element) => changed(root, element))
      .filter((field) => field !== null),
    excerpts: all(".row .lead").map(
      (element) => [element.parentElement?.id ?? "", element.textContent] as const,
    ),
  };
}

function put(kept: Kept, root: Element) {
  // The excerpts are not loaded yet; the style sheet shows these until they are.
  for (const [id, text] of kept.excerpts) {
    const lead = document.getElementById(id)?.querySelector<HTMLElement>(".lead");
    if (lead) lead.dataset.lead = text ?? "";
  }
  for (const [where, open] of kept.opened) {
    const details = find(root, where);
    if (details instanceof HTMLDetailsElement) details.open = open;
  }
  for (const [where, left, top] of kept.scrolled) {
    find(root, where)?.scrollTo({ left, top, behavior: "instant" });
  }
  // A window at the top stays there; asking for its position would force a layout in
  // this task.
  const [left, top] = kept.scroll;
  if ((left || top) && (scrollX !== left || scrollY !== top)) {
    scrollTo({ left, top, behavior: "instant" });
  }
  if (kept.focus) find(root, kept.focus)?.focus({ preventScroll: true });
}

/** Where an element is: its id, or its path down from the root. */
type Where = { id: string } | { id?: undefined; way: number[]; name: string };

function place(root: Element, element: Element): Where {
  if (element.id) return { id: element.id };
  const way: number[] = [];
  for (let at = element; at !== root && at.parentElement; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return { way, name: element.localName };
}

function find(root: Element, where: Where): HTMLElement | null {
  if (where.id !== undefined) return document.getElementById(where.id);
  let at: Element | undefined = root;
  for (const index of where.way) at = at?.children[index];
  return at?.localName === where.name ? (at as HTMLElement) : null;
}

/** A field that the reader has changed: where it is and what it holds. */
type Field = { where: Where; value: string } | Typed;

/** A field that the reader has typed into. */
interface Typed {
  where: Where;
  text: string;
  first: string;
  selection: [number | null, number | null];
  focused: boolean;
}

function changed(root: Element, element: Input | HTMLSelectElement): Field | null {
  const where = () => place(root, element);
  if (element instanceof HTMLSelectElement) {
    const first = [...element.options].find((option) => option.defaultSelected);
    const { value } = element;
    const theme = document.documentElement.dataset.theme;
    const same = value === (first?.value ?? "") || value === theme;
    return same ? null : { where: where(), value };
  }
  if (element.value === element.defaultValue) return null;
  return {
    where: where(),
    text: element.value,
    first: element.defaultValue,
    selection: [element.selectionStart, element.selectionEnd],
    focused: element === document.activeElement,
  };
}

// Repeats on the explorer's field what the reader did to the prerendered one.
function give(root: Element, field: Field) {
  const element = find(root, field.where) as Input | null;
  if (!element) return;
  if ("value" in field) {
    element.value = field.value;
    tell(element, "change");
  } else {
    type(element, field);
  }
}

function type(element: Input, { text, first, selection, focused }: Typed) {
  const now = element.value;
  const added = text.startsWith(first) ? text.slice(first.length) : text;
  // The words from a link stay, and what was typed is appended.
  element.value = now === first ? text : `${now.trimEnd()} ${added}`.trim();
  if (focused && now === first) element.setSelectionRange(...selection);
  element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  if (focused) return;
  tell(element, "change");
  element.dispatchEvent(new FocusEvent("blur"));
}

function tell(element: Element, name: string) {
  element.dispatchEvent(new Event(name, { bubbles: true }));
}
