// A run's columns: beside each other or, on a phone, behind tabs. The entry
// point is `Columns`.

import type { Column } from "./column.ts";
import { button, make } from "./make.ts";
import { panel, type Retry } from "./panel.ts";

const PHONE = matchMedia("(max-width: 40rem)");

/** A column as it is drawn, and what it was drawn from. */
interface Panel {
  facts: unknown[];
  element: HTMLElement;
}

export class Columns {
  element = make("div");
  #columns: Column[] = [];
  // What is on the page, each with what it was drawn from: the panels of the columns,
  // and what is around them.
  #panels: Panel[] = [];
  #around: { facts: unknown[] } = { facts: [] };
  #retry: Retry;
  #chosen = 0;

  // `retry` is called with the series of a runtime that could not be had.
  constructor(retry: Retry) {
    this.#retry = retry;
  }

  // Follows the width of the window from here on.
  connect() {
    PHONE.addEventListener("change", this.#redraw);
  }

  disconnect() {
    PHONE.removeEventListener("change", this.#redraw);
  }

  #redraw = () => this.draw(this.#columns);

  // Draws columns as they are now. What shows the same as before stays as it is,
  // with what a reader has selected, scrolled to or is about to press in it.
  draw(columns: Column[]) {
    this.#columns = columns;
    this.#chosen = Math.min(this.#chosen, Math.max(columns.length - 1, 0));
    const hasTabs = PHONE.matches && columns.length > 1;
    const before = this.#panels;
    this.#panels = columns.map((_, place) => this.#panel(place, hasTabs));
    const names = hasTabs ? [this.#chosen, ...columns.map(({ version }) => version)] : [];
    const facts = [columns.length, hasTabs, ...names];
    if (same(facts, this.#around.facts)) {
      for (const [place, { element }] of this.#panels.entries()) {
        exchange(before[place]?.element, element);
      }
    } else {
      this.#around = { facts };
      this.#drawAround(hasTabs);
    }
  }

  #drawAround(hasTabs: boolean) {
    const panels = this.#panels.map(({ element }) => element);
    const active = document.activeElement;
    const focused = active && this.element.contains(active) && active.id;
    const all = make("div", { className: hasTabs ? "columns tabs" : "columns" }, ...panels);
    this.element.replaceChildren(
      ...(hasTabs ? [this.#tabs()] : []),
      ...(panels.length ? [all] : []),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  // The panel of the column at a place: the one that is there, if it shows the same.
  #panel(place: number, hasTabs: boolean): Panel {
    const column = this.#columns[place] as Column;
    const shown = panel(this.#columns, column, place, this.#retry);
    const hidden = hasTabs && place !== this.#chosen;
    const facts = [hasTabs, hidden, ...shown.facts];
    const before = this.#panels[place];
    if (before && same(facts, before.facts)) return before;
    const { series, version } = column;
    const name = `Python ${version}`;
    const labels = {
      id: `run-panel-${place}`,
      "aria-labelledby": `run-name-${place}`,
      "data-series": series,
    };
    if (!hasTabs) {
      const title = make("h4", { id: `run-name-${place}` }, name);
      const section = { className: "column", tabIndex: -1, ...labels };
      return { facts, element: make("section", section, title, ...shown.draw()) };
    }
    // The tab shows it; the headings below it still need one above them.
    const title = make("h4", { className: "visually-hidden" }, name);
    const properties = { className: "column", role: "tabpanel", tabIndex: 0, hidden, ...labels };
    return { facts, element: make("div", properties, title, ...shown.draw()) };
  }

  // Of the tabs, the Tab key reaches the chosen one and the arrows the others.
  #tabs() {
    const tabs = this.#columns.map(({ version }, index) => {
      const isChosen = index === this.#chosen;
      return button(version, () => this.#choose(index), {
        id: `run-name-${index}`,
        role: "tab",
        "aria-label": `Python ${version}`,
        "aria-controls": `run-panel-${index}`,
        "aria-selected": String(isChosen),
        tabIndex: isChosen ? 0 : -1,
      });
    });
    const onkeydown = (event: KeyboardEvent) => {
      const last = this.#columns.length - 1;
      const wanted = {
        ArrowRight: this.#chosen === last ? 0 : this.#chosen + 1,
        ArrowLeft: this.#chosen === 0 ? last : this.#chosen - 1,
        Home: 0,
        End: last,
      }[event.key];
      if (wanted === undefined) return;
      event.preventDefault();
      this.#choose(wanted);
    };
    const list = { className: "tab-list", role: "tablist", "aria-label": "Versions" };
    return make("div", { ...list, onkeydown }, ...tabs);
  }

  #choose(index: number) {
    this.#chosen = index;
    this.draw(this.#columns);
    document.getElementById(`run-name-${index}`)?.focus();
  }
}

// Whether two lists hold the same values.
function same(ones: unknown[], others: unknown[]) {
  return ones.length === others.length && ones.every((one, index) => one === others[index]);
}

// Puts a panel in the place of another, and the reader where they were in it.
function exchange(before: HTMLElement | undefined, after: HTMLElement) {
  if (!before || before === after) return;
  const { activeElement } = document;
  const focused = activeElement && before.contains(activeElement) && (activeElement.id || after.id);
  const scrolled = [...before.querySelectorAll("pre")]
    .filter(({ scrollLeft, scrollTop }) => scrollLeft || scrollTop)
    .map(({ id, scrollLeft: left, scrollTop: top }) => ({ id, left, top }));
  before.replaceWith(after);
  for (const { id, left, top } of scrolled) {
    document.getElementById(id)?.scrollTo({ left, top, behavior: "instant" });
  }
  if (focused) (document.getElementById(focused) ?? after).focus({ preventScroll: true });
}
