// Elements from JavaScript. Text stays text: nothing here reads markup.

/** What an element can hold. */
export type Child = Node | string | null | undefined;

/** Properties of an element: `on…` listens, a name with a dash and `role` are attributes. */
// biome-ignore lint/suspicious/noExplicitAny: a listener says which event it takes.
type Properties = Record<string, any>;

/** An element with these properties and children, of which empty ones are left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key.includes("-") || key === "role") element.setAttribute(key, value);
    else (element as Properties)[key] = value;
  }
  element.append(...children.filter((child) => child != null).filter((child) => child !== ""));
  return element;
}

/** A button. It is no submit button, as there is no form. */
export function button(text: string, onclick: () => unknown, properties: Properties = {}) {
  return make("button", { type: "button", onclick, ...properties }, text);
}
