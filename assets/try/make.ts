// Elements from JavaScript. Text stays text: nothing here reads markup.

// An element with these properties (`on…` listens, a name with a dash and
// `role` are attributes) and children, of which empty ones are left out.
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key.includes("-") || key === "role") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

// A button. It is no submit button, as there is no form.
export function button(text, onclick, properties = {}) {
  return make("button", { type: "button", onclick, ...properties }, text);
}
