// The element `<whats-new>`. What it shows is in a shadow root: no style of the
// page reaches in and none of its own out. Until it is ready, and for ever where
// it fails, the page shows what stands between its tags.

import type { EmbedEvents } from "../messages.ts";
import tokens from "../styles/tokens.css";
import { KNOWN, written } from "./attributes.ts";
import own from "./embed.css";
import { type Asked, explorer, part, parts } from "./library.ts";
import { SITE } from "./site.ts";

// How far below and above what the reader sees an element begins to load.
const NEAR = "400px 0px";

// A constructed style sheet, as a page's policy may refuse `<style>`. The
// explorer's colours are the element's, from its own root down.
const sheet = new CSSStyleSheet();
sheet.replaceSync(tokens.replaceAll(":root", ".root") + own);

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) (target as WhatsNew).load();
    }
  },
  { rootMargin: NEAR },
);

// What the author of the page wrote cannot be shown.
class AttributeError extends Error {}

export class WhatsNew extends HTMLElement {
  static observedAttributes = KNOWN;

  #fallback = document.createElement("slot");
  #root = document.createElement("div");
  #turn = 0;
  #isLoaded = false;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#fallback);
    this.#root.className = "root";
    this.#root.setAttribute("part", "root");
    // Whatever language the page is in.
    this.#root.lang = "en";
    this.#root.dir = "ltr";
    this.#root.addEventListener("click", (event) => this.#choose(event));
  }

  connectedCallback() {
    if (!this.#isLoaded) observer.observe(this);
  }

  disconnectedCallback() {
    observer.unobserve(this);
  }

  attributeChangedCallback() {
    if (this.#isLoaded) this.#draw();
  }

  // Shows what the attributes ask for, without waiting until it is near.
  load() {
    observer.unobserve(this);
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    this.#draw();
  }

  // Draws anew. Several changes at once are drawn once, and what a slower one
  // before would have shown is dropped.
  async #draw() {
    const turn = ++this.#turn;
    let asked: Asked | undefined;
    try {
      const program = await explorer();
      if (turn !== this.#turn) return;
      asked = program.ask(written(this));
      if (asked.problem) throw new AttributeError(asked.problem);
      if (asked.search.length > 0) program.add_search(...(await parts(asked.search)));
      if (turn !== this.#turn) return;
      const bytes = asked.part ? await part(asked.part) : new Uint8Array();
      if (turn !== this.#turn) return;
      const { total, shown } = program.draw(this.#root, asked, bytes, SITE);
      this.#fallback.replaceWith(this.#root);
      for (const message of asked.notices) this.#tell("error", { message, fatal: false });
      this.#tell("ready", { total, shown });
    } catch (cause) {
      if (turn === this.#turn) this.#fail(cause);
    } finally {
      asked?.free();
    }
  }

  // Brings back what stands between the tags, or a sentence where nothing does.
  #fail(cause: unknown) {
    if (cause instanceof AttributeError) {
      console.warn(
        `<whats-new>: ${cause.message}. What stands between the tags is shown instead.`,
        this,
      );
    } else {
      console.error(cause);
    }
    this.#fallback.textContent = "What’s new in Python could not be loaded.";
    this.#root.replaceWith(this.#fallback);
    this.#tell("error", {
      message: String((cause as Error | undefined)?.message ?? cause),
      fatal: true,
    });
  }

  // A click on a feature. The page may keep the link from being followed.
  #choose(event: MouseEvent) {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-slug]");
    if (!link) return;
    const { slug } = link.dataset;
    const title = (link.querySelector(".title") ?? link).textContent;
    const detail = { slug, title, url: link.href };
    if (!this.#tell("select", detail, { cancelable: true })) event.preventDefault();
  }

  #tell<Type extends keyof EmbedEvents>(
    type: Type,
    detail: EmbedEvents[Type],
    options: EventInit = {},
  ) {
    return this.dispatchEvent(new CustomEvent(type, { detail, ...options }));
  }
}
