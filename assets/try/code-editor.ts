// The element <code-editor> around a plain text field. Once the reader edits, it loads
// the full editor and shows it in place of the field. The field still holds the text:
// everything typed is copied into it and reported by its `input` event, so that the
// explorer need not know which of the two is in use.
//
// The explorer sets the attributes: `code`, the text, and `marks`, a line for each
// finding (see findings.ts).

import type { Edit, Editor } from "./editor.ts";
import { findings } from "./findings.ts";

export class CodeEditor extends HTMLElement {
  static observedAttributes = ["code", "marks"];

  #state: "plain" | "loading" | "loaded" | "full" = "plain";
  #editor: Editor | undefined;
  #attempts = 0;
  #note: HTMLElement | undefined;
  #edit: Edit | undefined;
  #composing = false;

  constructor() {
    super();
    this.addEventListener("pointerup", () => this.#begin());
    this.addEventListener("input", (event) => this.#typed(event as InputEvent));
  }

  // An element that is inserted again shows the full editor again.
  connectedCallback() {
    if (this.#state === "loaded") this.#exchange();
  }

  // An element that is only moved is connected again at once, and keeps its editor.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#editor) return;
      this.#editor.destroy();
      this.#editor = undefined;
      this.#state = "loaded";
      this.toggleAttribute("full", false);
    });
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null) {
    if (name === "code") this.#editor?.follow(value ?? "");
    else this.#editor?.mark(this.#findings());
  }

  #field() {
    return this.querySelector("textarea");
  }

  #findings() {
    return findings(this.getAttribute("marks") ?? "");
  }

  // A character that is being composed would be lost with the field, so the exchange
  // waits until the composition is over.
  #typed({ isComposing }: InputEvent) {
    if (this.#state === "plain") this.#begin();
    if (this.#state === "loaded" && !isComposing) this.#exchange();
    this.#composing = isComposing;
  }

  async #begin() {
    if (this.#state !== "plain") return;
    this.#state = "loading";
    // Browsers cache the failure to load a module, so another attempt needs another
    // address.
    const again = this.#attempts++ ? `?${this.#attempts}` : "";
    try {
      this.#edit = await this.load(again);
    } catch (cause) {
      console.warn(cause);
      this.#state = "plain";
      this.#say();
      return;
    }
    this.#state = "loaded";
    if (!this.#composing) this.#exchange();
  }

  /** Loads the function that makes the full editor. */
  protected async load(again: string): Promise<Edit> {
    return (await import(new URL(`./editor.js${again}`, import.meta.url).href)).edit;
  }

  #exchange() {
    const field = this.#field();
    if (!field || !this.isConnected || !this.#edit) return;
    const hasFocus = this.contains(document.activeElement);
    this.#state = "full";
    this.#note?.remove();
    this.#editor = this.#edit(this, field, (text) => {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    this.#editor.mark(this.#findings());
    this.toggleAttribute("full", true);
    if (hasFocus) this.#editor.focus();
  }

  #say() {
    this.#note ??= note(() => this.#begin());
    this.append(this.#note);
  }
}

// Says that the full editor is missing, with a button to try again.
function note(again: () => void) {
  const note = document.createElement("p");
  note.className = "quiet editor-note";
  note.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Load it again";
  button.addEventListener("click", again);
  note.append("The full editor could not be loaded; this plain field takes its place. ", button);
  return note;
}
