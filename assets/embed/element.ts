// The element `<whats-new>`. It draws into a shadow root, so that neither the page's
// styles affect it nor its styles the page. Until it is ready, and for good if it
// fails, the page shows the content between its tags.

import type { EmbedEvents } from "../messages.ts";
import tokens from "../styles/tokens.css";
import { KNOWN, written } from "./attributes.ts";
import own from "./embed.css";
import { explain } from "./explain.ts";
import { type Asked, explorer, part, parts } from "./library.ts";
import { SITE } from "./site.ts";

// How far outside the viewport an element begins to load.
const NEAR = "400px 0px";

// A constructed style sheet, as a page's policy may refuse `<style>`. The explorer's
// colours are defined on the element's own root.
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

// The attributes that the page's author wrote make no sense.
class AttributeError extends Error {}

export class WhatsNew extends HTMLElement {
  static observedAttributes = KNOWN;

  // For pages that show the answer themselves.
  static explain = explain;

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
    // Independent of the page's language.
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

  // Shows what the attributes ask for, without waiting until the element is near the
  // viewport.
  load() {
    observer.unobserve(this);
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    this.#draw();
  }

  // Redraws. Several changes at once are drawn once, and an earlier, slower draw is
  // dropped.
  async #draw() {
    const turn = ++this.#turn;
    let asked: Asked | undefined;
    try {
      const program = await explorer(this.hasAttribute("error"));
      if (turn !== this.#turn) return;
      asked = program.ask(written(this));
      if (asked.problem) throw new AttributeError(asked.problem);
      if (asked.search.length > 0) program.add_search(...(await parts(asked.search)));
      if (turn !== this.#turn) return;
      const texts = await Promise.all(program.texts(asked).map(part));
      if (turn !== this.#turn) return;
      const { total, shown } = program.draw(this.#root, asked, texts, SITE);
      this.#fallback.replaceWith(this.#root);
      for (const message of asked.notices) this.#tell("error", { message, fatal: false });
      this.#tell("ready", { total, shown });
    } catch (cause) {
      if (turn === this.#turn) this.#fail(cause);
    } finally {
      asked?.free();
    }
  }

  // Brings back the content between the tags, or a sentence if there is none.
  #fail(cause: unknown) {
    if (cause instanceof AttributeError) {
      console.warn(
        `<whats-new>: ${cause.message}. The content between the tags is shown instead.`,
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

  // Reports a click on a feature. The page can prevent the link from being followed.
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
