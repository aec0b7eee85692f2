// A run's columns: beside each other or, on a phone, behind tabs. The entry
// point is `Columns`.

import { PARTS, shown } from "./column.mjs";
import { differing, lines } from "./compare.mjs";
import { button, make } from "./make.mjs";
import { bytesInWords, ending, failure, reason } from "./words.mjs";

const PHONE = matchMedia("(max-width: 40rem)");

export class Columns {
  element = make("div");
  #columns = [];
  #retry;
  #chosen = 0;

  // `retry` is called with the series of a runtime that could not be had.
  constructor(retry) {
    this.#retry = retry;
    PHONE.addEventListener("change", () => this.draw(this.#columns));
  }

  // Draws columns as they are now.
  draw(columns) {
    this.#columns = columns;
    this.#chosen = Math.min(this.#chosen, Math.max(columns.length - 1, 0));
    const hasTabs = PHONE.matches && columns.length > 1;
    const focused = this.element.contains(document.activeElement) && document.activeElement.id;
    const panels = columns.map((column, index) => this.#panel(column, index, hasTabs));
    const all = make("div", { className: hasTabs ? "columns tabs" : "columns" }, ...panels);
    this.element.replaceChildren(...(hasTabs ? [this.#tabs()] : []), ...(columns.length ? [all] : []));
    if (focused) document.getElementById(focused)?.focus();
  }

  #panel(column, index, hasTabs) {
    const labels = { "aria-labelledby": `run-name-${index}`, "data-series": column.series };
    const content = this.#content(column);
    const name = `Python ${column.version}`;
    if (!hasTabs) {
      const title = make("h4", { id: `run-name-${index}` }, name);
      return make("section", { className: "column", ...labels }, title, ...content);
    }
    // The tab shows it; the headings below it still need one above them.
    content.unshift(make("h4", { className: "visually-hidden" }, name));
    const panel = { id: `run-panel-${index}`, role: "tabpanel", tabIndex: 0 };
    const hidden = index !== this.#chosen;
    return make("div", { className: "column", ...panel, hidden, ...labels }, ...content);
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
    const onkeydown = (event) => {
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

  #choose(index) {
    this.#chosen = index;
    this.draw(this.#columns);
    document.getElementById(`run-name-${index}`)?.focus();
  }

  #content(column) {
    const texts = shown(column) ?? [column.stdout, column.stderr, "", ""];
    // While a program runs there is nothing to compare it with.
    const others = shown(column)
      ? this.#columns.filter((other) => other !== column).map(shown).filter(Boolean)
      : [];
    const capped = [column.capped.has("stdout"), column.capped.has("stderr")];
    const parts = texts.map((text, index) => {
      const compared = others.map((other) => other[index]);
      return block(PARTS[index], text, differing(text, compared), capped[index]);
    });
    return [this.#stage(column), ...parts.flat()];
  }

  #stage({ series, version, stage: [kind, ...rest] }) {
    const quiet = (...children) => make("p", { className: "quiet" }, ...children);
    switch (kind) {
      case "loading": {
        const [value, max] = rest;
        const bar = make("progress", { max, value, "aria-label": `Loading Python ${version}` });
        return quiet(bar, ` ${bytesInWords(value)} of ${bytesInWords(max)}`);
      }
      case "started":
        return quiet("Running…");
      case "finished":
        return quiet(ending(...rest.slice(1)));
      case "stopped":
        return make("p", { className: "ended" }, reason(rest[0]));
      case "failed":
        return make(
          "div",
          { className: "failure", role: "alert" },
          make("p", {}, failure(...rest)),
          button("Retry", () => this.#retry(series), { "aria-label": `Retry Python ${version}` }),
        );
      default:
        return quiet("Waiting…");
    }
  }
}

// A part of what a program showed, with a sign before each line that another
// version does not have; nothing where there is no text.
function block(title, text, differs, isCapped) {
  if (text === "") return [];
  const rows = lines(text).map((line, index) =>
    differs[index]
      ? make(
          "span",
          { className: "line differs" },
          make("span", { className: "visually-hidden" }, "Differs: "),
          make("span", { className: "sign", "aria-hidden": "true" }, "≠"),
          make("span", { className: "text" }, `${line}\n`),
        )
      : make("span", { className: "line" }, make("span", { className: "text" }, `${line}\n`)),
  );
  const group = { tabIndex: 0, role: "group", "aria-label": title };
  return [
    make("h5", {}, title),
    make("pre", group, ...rows),
    isCapped ? make("p", { className: "quiet" }, "There was more, which is left out.") : null,
  ];
}
