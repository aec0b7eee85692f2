// Which attributes of a `<whats-new>` say what it shows. The program that draws
// it reads them; src/embed/request.rs knows their values.

// Those whose change is seen. All filters of a link are among them.
export const KNOWN = [
  "version",
  "in",
  "pep",
  "status",
  "kind",
  "area",
  "module",
  "has",
  "doc",
  "q",
  "feature",
  "from",
  "to",
  "limit",
  "compact",
  "theme",
];

// What an attribute of one word means on every element.
const GLOBAL = new Set([
  "accesskey",
  "autocapitalize",
  "autocorrect",
  "autofocus",
  "class",
  "contenteditable",
  "dir",
  "draggable",
  "enterkeyhint",
  "exportparts",
  "headingoffset",
  "hidden",
  "id",
  "inert",
  "inputmode",
  "is",
  "itemid",
  "itemprop",
  "itemref",
  "itemscope",
  "itemtype",
  "lang",
  "nonce",
  "part",
  "popover",
  "role",
  "slot",
  "spellcheck",
  "style",
  "tabindex",
  "title",
  "translate",
  "virtualkeyboardpolicy",
  "writingsuggestions",
]);

// Whether an attribute is meant for the element: a word of letters alone that
// means nothing elsewhere. One that nobody knows is a slip that its author
// should hear of; frameworks put dashes, colons and the like into theirs.
export function isOwn(name: string) {
  return /^[a-z]+$/.test(name) && !name.startsWith("on") && !GLOBAL.has(name);
}

// The element's attributes as a link writes them: `version=3.14&limit=5`.
export function written(element: Element) {
  const own = [...element.attributes].filter(({ name }) => isOwn(name));
  return String(new URLSearchParams(own.map(({ name, value }) => [name, value])));
}
