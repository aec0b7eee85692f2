// Which attributes of a `<whats-new>` say what it shows. src/embed/request.rs reads
// their values.

// The observed attributes. All filters of a link are among them.
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
  "error",
];

// One-word attributes that have a meaning on every element.
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

// Whether an attribute is meant for this element: its name consists of letters only
// and is not a global attribute. An unknown name is then reported as a mistake; the
// attributes of frameworks have dashes, colons and the like.
export function isOwn(name: string) {
  return /^[a-z]+$/.test(name) && !name.startsWith("on") && !GLOBAL.has(name);
}

// The element's attributes as a link writes them: `version=3.14&limit=5`.
export function written(element: Element) {
  const own = [...element.attributes].filter(({ name }) => isOwn(name));
  return String(new URLSearchParams(own.map(({ name, value }) => [name, value])));
}
