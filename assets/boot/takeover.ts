// From the page that the build rendered to the running explorer, in one task, so
// that nothing of it is ever painted half. `takeOver` is the entry point.
//
// Both are drawn by the same components, so that an element is found again by its
// id, or else by its place. What the reader has done meanwhile goes along: where
// they have scrolled to, what has the focus, what they have typed, chosen and
// opened.

// Draws the explorer in the place of what the element with this id holds.
export async function takeOver(id, mount) {
  const before = document.getElementById(id);
  await composed(before);
  const kept = keep(before);
  mount();
  // The explorer draws in a microtask that mount() has queued, before this one.
  await null;
  const after = document.getElementById(id);
  put(kept, after);
  for (const field of kept.fields) {
    // What opening a panel or the field before brings about is drawn first.
    for (let turns = 0; turns < TURNS && !find(after, field.where); turns++) await turn();
    give(after, field);
    await turn();
  }
}

// How many tasks a field that is not there yet is waited for.
const TURNS = 10;
const turn = () => new Promise((resolve) => setTimeout(resolve));

// Characters that are still being composed would be lost with their field.
function composed(root) {
  const field = document.activeElement;
  if (!composing || !root.contains(field)) return null;
  return new Promise((resolve) =>
    field.addEventListener("compositionend", resolve, { once: true }),
  );
}
let composing = false;
// What has been scrolled by itself, as asking every element would take long.
const scrolled = new Set();
addEventListener("scroll", ({ target }) => scrolled.add(target), { capture: true, passive: true });
addEventListener("compositionstart", () => (composing = true));
addEventListener("compositionend", () => (composing = false));

function keep(root) {
  const active = document.activeElement;
  const all = (selector) => [...root.querySelectorAll(selector)];
  return {
    scroll: [scrollX, scrollY],
    focus: root.contains(active) ? place(root, active) : null,
    scrolled: [...scrolled]
      .filter((element) => element !== document && root.contains(element))
      .map((element) => [place(root, element), element.scrollLeft, element.scrollTop]),
    opened: all("details").map((element) => [place(root, element), element.open]),
    fields: all("input, select")
      .map((element) => changed(root, element))
      .filter(Boolean),
    leads: all(".row .lead").map((element) => [element.parentElement.id, element.textContent]),
  };
}

function put(kept, root) {
  // The first lines of the texts are not loaded yet; the style sheet shows these
  // until they are.
  for (const [id, text] of kept.leads) {
    const lead = document.getElementById(id)?.querySelector(".lead");
    if (lead) lead.dataset.lead = text;
  }
  for (const [where, open] of kept.opened) {
    const details = find(root, where);
    if (details?.localName === "details") details.open = open;
  }
  for (const [where, left, top] of kept.scrolled) {
    find(root, where)?.scrollTo({ left, top, behavior: "instant" });
  }
  // At the top a window stays there; asking where it is would have the page laid
  // out in this task.
  const [left, top] = kept.scroll;
  if ((left || top) && (scrollX !== left || scrollY !== top)) {
    scrollTo({ left, top, behavior: "instant" });
  }
  if (kept.focus) find(root, kept.focus)?.focus({ preventScroll: true });
}

// Where an element is: its id, or its way down from the root.
function place(root, element) {
  if (element.id) return { id: element.id };
  const way = [];
  for (let at = element; at !== root; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return { way, name: element.localName };
}

function find(root, { id, way, name }) {
  if (id) return document.getElementById(id);
  let at = root;
  for (const index of way) at = at?.children[index];
  return at?.localName === name ? at : null;
}

// A field that the reader has changed: where it is and what it holds.
function changed(root, element) {
  const where = () => place(root, element);
  switch (element.localName) {
    case "select": {
      const first = [...element.options].find((option) => option.defaultSelected);
      const { value } = element;
      const theme = document.documentElement.dataset.theme;
      const same = value === (first?.value ?? "") || value === theme;
      return same ? null : { where: where(), value };
    }
    case "input":
      if (element.type === "checkbox") {
        const { checked, defaultChecked } = element;
        return checked === defaultChecked ? null : { where: where(), checked };
      }
      if (element.value === element.defaultValue) return null;
      return {
        where: where(),
        text: element.value,
        first: element.defaultValue,
        selection: [element.selectionStart, element.selectionEnd],
        focused: element === document.activeElement,
      };
    default:
      return null;
  }
}

// Does to the explorer's field what the reader did to the one before it.
function give(root, field) {
  const element = find(root, field.where);
  if (!element) return;
  const tell = (name) => element.dispatchEvent(new Event(name, { bubbles: true }));
  if ("checked" in field) {
    if (element.checked !== field.checked) element.click();
  } else if ("value" in field) {
    element.value = field.value;
    tell("change");
  } else {
    type(element, field, tell);
  }
}

function type(element, { text, first, selection, focused }, tell) {
  const now = element.value;
  const added = text.startsWith(first) ? text.slice(first.length) : text;
  // A link's words stay, and what was typed comes after them.
  element.value = now === first ? text : `${now.trimEnd()} ${added}`.trim();
  if (focused && now === first) element.setSelectionRange(...selection);
  element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  if (focused) return;
  tell("change");
  element.dispatchEvent(new FocusEvent("blur"));
}
