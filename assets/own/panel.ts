// `<own-documents>`: the ways in for the reader's own documents and the list of
// those that are there. The page's list of documents begins with it; the markup
// is made here, of text nodes only.

import { button, make } from "../try/make.ts";
import { bytesInWords } from "../try/words.ts";
import { fromFiles } from "./arrivals.ts";
import { type OwnDocument, shelf } from "./shelf.ts";

export class OwnDocuments extends HTMLElement {
  #list = make("ul", { className: "document-list own-list" });
  #status = make("div", { className: "own-status", role: "status" });
  #keep = make("input", {
    type: "checkbox",
    id: "own-keep",
    onchange: ({ target }: { target: HTMLInputElement }) => shelf.keep(target.checked),
  });
  // The rows by their documents, each with what it was drawn from.
  #rows = new WeakMap<OwnDocument, { row: HTMLElement; from: string }>();
  #draw = () => this.#update();

  connectedCallback() {
    if (!this.firstChild) this.append(...this.#markup());
    shelf.addEventListener("change", this.#draw);
    this.#update();
  }

  disconnectedCallback() {
    shelf.removeEventListener("change", this.#draw);
  }

  #markup() {
    const files = chooser("own-files", {
      multiple: true,
      accept: ".md,.markdown,.mdown,.mkd,.txt,text/markdown",
    });
    const folder = chooser("own-folder", { webkitdirectory: true });
    const canFolders = "webkitdirectory" in folder;
    return [
      make("h2", { id: "own-heading", tabIndex: -1 }, "Your own documents"),
      make(
        "p",
        { className: "quiet" },
        "Drop Markdown files or folders anywhere on this page. They are read here in your browser, merged into the catalogue and marked as yours; nothing is sent.",
      ),
      make(
        "div",
        { className: "own-ways" },
        button("Choose files…", () => files.click()),
        canFolders ? button("Choose a folder…", () => folder.click()) : null,
        files,
        canFolders ? folder : null,
      ),
      pasting(),
      make(
        "p",
        { className: "own-keeping" },
        this.#keep,
        make("label", { htmlFor: "own-keep" }, "Keep them on this device for the next visit"),
      ),
      this.#status,
      this.#list,
    ];
  }

  #update() {
    const { documents, notices, isBusy } = shelf;
    this.#keep.checked = shelf.isKeeping;
    this.setAttribute("aria-busy", String(isBusy));
    const lines = isBusy ? ["Reading your documents…", ...notices] : notices;
    this.#status.replaceChildren(...lines.map((line) => make("p", {}, line)));
    this.#show(documents.map((document) => this.#row(document)));
    const anyFailed = documents.some(({ failure }) => failure);
    if (anyFailed && !isBusy) this.#status.append(button("Try again", () => shelf.retry()));
  }

  // A row that shows what it showed stays, with what is open in it.
  #row(document: OwnDocument) {
    const drawn = this.#rows.get(document);
    if (drawn?.from === signature(document)) return drawn.row;
    const fresh = { row: row(document), from: signature(document) };
    this.#rows.set(document, fresh);
    return fresh.row;
  }

  // Puts rows into the list, which moves the focus only where its row is gone.
  #show(rows: HTMLElement[]) {
    if (
      rows.length === this.#list.children.length &&
      rows.every((row, place) => row === this.#list.children[place])
    )
      return;
    const focused = this.#list.contains(document.activeElement)
      ? (document.activeElement as HTMLElement)
      : null;
    this.#list.replaceChildren(...rows);
    if (focused) (focused.isConnected ? focused : this.querySelector("h2"))?.focus();
  }
}

// Everything of a document that its row shows.
const signature = ({ bytes: _, ...rest }: OwnDocument) => JSON.stringify(rest);

// A field for files, which a button stands for.
function chooser(id: string, properties: object) {
  const field = make("input", { type: "file", id, hidden: true, ...properties });
  field.addEventListener("change", async () => {
    const arrived = await fromFiles([...(field.files ?? [])]);
    // The same file can be chosen again.
    field.value = "";
    shelf.add(arrived);
  });
  return field;
}

function pasting() {
  const text = make("textarea", { id: "own-text", rows: 6, spellcheck: false });
  const name = make("input", {
    type: "text",
    id: "own-name",
    placeholder: "pasted.md",
    autocomplete: "off",
  });
  const add = () => {
    if (!text.value.trim()) {
      text.focus();
      return;
    }
    shelf.paste(text.value, name.value);
    text.value = "";
    name.value = "";
  };
  return make(
    "details",
    { className: "own-paste" },
    make("summary", {}, "Paste text"),
    make(
      "div",
      {},
      make("label", { htmlFor: "own-text" }, "Markdown"),
      text,
      make("label", { htmlFor: "own-name" }, "Its name, as of a file"),
      name,
      button("Add the text", add),
    ),
  );
}

function row(document: OwnDocument) {
  const { name, bytes, slug, title, features = 0, warnings = [], failure } = document;
  const heading = slug
    ? make("a", { href: link({ view: "documents", document: slug }) }, title || name)
    : make("span", {}, name);
  const facts = [name, size(bytes.length)];
  const stated =
    slug && features > 0
      ? make("a", { href: link({ doc: slug }) }, counted(features, "feature"))
      : null;
  return make(
    "li",
    {},
    make("h3", {}, heading),
    make(
      "p",
      { className: "quiet" },
      make("span", { className: "own-mark" }, "yours"),
      ` ${facts.join(" · ")}`,
      stated ? " · " : null,
      stated,
    ),
    failure ? make("p", { className: "failure" }, failure) : null,
    warnings.length > 0 ? told(warnings) : null,
    make(
      "p",
      { className: "own-ways" },
      button("Export", () => save(name, bytes), { "aria-label": `Export ${name}` }),
      button("Remove", () => shelf.remove(name), { "aria-label": `Remove ${name}` }),
    ),
  );
}

function told(warnings: NonNullable<OwnDocument["warnings"]>) {
  const lines = warnings.map(([line, message]) => make("li", {}, `Line ${line}: ${message}`));
  return make(
    "details",
    { className: "own-warnings" },
    make("summary", {}, `${counted(warnings.length, "warning")}: not read as meant`),
    make("ul", {}, ...lines),
  );
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

const size = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(bytes / 1000, 0.1).toFixed(1)} KB` : bytesInWords(bytes);

const link = (query: Record<string, string>) => `#?${new URLSearchParams(query)}`;

// Hands a file back as it came, byte by byte.
function save(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const url = URL.createObjectURL(new Blob([bytes], { type: "text/markdown" }));
  make("a", { href: url, download: name.split("/").pop() ?? name }).click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url));
}
