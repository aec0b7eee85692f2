// The element <run-panel>: runs code on several versions of CPython at once and
// shows them side by side. The attributes say what the explorer knows: `code`,
// and `run`, the series of the address with commas between. A change of the
// choice is told by the `change` event of a box; its value is a series, and those
// of the ticked boxes in its fieldset are the choice.

import type { Told } from "../messages.ts";
import { type Column, column, hear, isOver } from "./column.ts";
import { Columns } from "./columns.ts";
import { verdict } from "./compare.ts";
import { button, make } from "./make.ts";
import { offline } from "./offline.ts";
import { chosen, host, runtimes } from "./runtimes.ts";
import { bytesInWords } from "./words.ts";

// How long a run may take, in milliseconds.
const LIMIT = 10_000;

const NOT_HERE =
  "Running is not part of this copy of the explorer. What the analyzer makes of the code is told all the same.";

// The series that have started, which stay as long as the page does.
const started = new Set<string>();

export class RunPanel extends HTMLElement {
  static observedAttributes = ["code", "run"];

  #all = runtimes();
  #columns: Column[] = [];
  // Ends each run.
  #stops: ((silently?: boolean) => void)[] = [];
  // The code of the last run.
  #ran: string | undefined;
  #drawing: number | undefined;

  #shown = new Columns((series) => this.#again(series));
  #start = button("Run", () => this.run(), {
    className: "primary",
    "aria-keyshortcuts": "Control+Enter Meta+Enter",
  });
  #stop = button("Stop", () => this.stop());
  #versions = make("fieldset", { className: "versions" });
  #download = make("p", { className: "quiet download" });
  #verdict = make("p", { className: "run-verdict", role: "status" });

  connectedCallback() {
    const title = make("h3", { id: "run-title" }, "Run it");
    const section = make("section", { className: "run", "aria-labelledby": "run-title" }, title);
    if (this.#all.length === 0) section.append(make("p", { className: "state" }, NOT_HERE));
    else {
      const keys = make("span", { className: "quiet" }, "Ctrl+Enter or ⌘ Enter runs, too.");
      const bar = make(
        "div",
        { className: "run-bar" },
        this.#start,
        this.#stop,
        this.#versions,
        keys,
      );
      section.append(bar, this.#download, this.#verdict, this.#shown.element, offline(this.#all));
      document.addEventListener("keydown", this.#onkeydown);
      this.#versions.addEventListener("input", this.#oninput);
    }
    this.replaceChildren(section);
    this.#shown.connect();
    this.#draw();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#onkeydown);
    this.#shown.disconnect();
    this.#end();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#later();
  }

  // Runs the code on the chosen versions, and nothing else any more.
  run() {
    this.#end();
    this.#ran = this.#code;
    this.#columns = this.#chosen.map(column);
    for (const column of this.#columns) this.#perform(column);
    // What ran before is not to be taken for what runs now.
    this.#draw();
  }

  stop() {
    for (const stop of this.#stops) stop();
  }

  get #code() {
    return this.getAttribute("code") ?? "";
  }

  get #chosen() {
    return chosen(this.#all, (this.getAttribute("run") ?? "").split(","));
  }

  #onkeydown = (event: KeyboardEvent) => {
    const isWanted = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!isWanted || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    this.run();
  };

  // One box always stays ticked: nothing else says what Run would do.
  #oninput = ({ target }: Event) => {
    if (!this.#versions.querySelector(":checked")) (target as HTMLInputElement).checked = true;
  };

  // Ends all runs without another word.
  #end() {
    for (const stop of this.#stops) stop(true);
    this.#stops = [];
  }

  // Runs the code of the last run on one version again.
  #again(series: string) {
    const index = this.#columns.findIndex((column) => column.series === series);
    const before = this.#columns[index];
    if (!before) return;
    const fresh = column(before);
    this.#columns[index] = fresh;
    this.#perform(fresh);
    this.#later();
  }

  #perform(column: Column) {
    let stop: ((silently?: boolean) => void) | undefined;
    let isEnded = false;
    const tell = (message: Told) => {
      hear(column, message);
      if (message[0] === "started") started.add(column.series);
      this.#later();
    };
    // Until the host is loaded, there is nothing to end but the wish.
    this.#stops.push((silently) => {
      if (isOver(column)) return;
      if (stop) stop(silently);
      else if (!silently) tell(["stopped", "reader"]);
      isEnded = true;
    });
    host().then(
      ({ run }) => {
        if (!isEnded) stop = run(column.series, this.#ran ?? "", LIMIT, tell);
      },
      (message) => {
        if (!isEnded) tell(message);
      },
    );
  }

  // Draws once for all that happens until the page is drawn next.
  #later() {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = undefined;
      this.#draw();
    });
  }

  #draw() {
    this.#stop.disabled = this.#columns.every(isOver);
    this.#drawVersions();
    this.#drawDownload();
    this.#shown.draw(this.#columns);
    const words = verdict(this.#columns);
    const changed = words && this.#ran !== this.#code ? " The code has been changed since." : "";
    // What is the same already is not said again.
    if (this.#verdict.textContent !== words + changed) this.#verdict.textContent = words + changed;
  }

  // A box to tick for each version.
  #drawVersions() {
    const ticked = this.#chosen.map(({ series }) => series);
    const key = ticked.join(",");
    if (this.#versions.dataset.ticked === key) return;
    const active = document.activeElement;
    const focused = active && this.contains(active) && active.id;
    const boxes = this.#all.map(({ series }) => {
      const checked = ticked.includes(series);
      const disabled = checked && ticked.length === 1;
      const box = { type: "checkbox", id: `run-on-${series}`, value: series, checked, disabled };
      return make("label", {}, make("input", box), ` ${series}`);
    });
    const legend = make("legend", { className: "visually-hidden" }, "Versions to run on");
    this.#versions.replaceChildren(legend, ...boxes);
    this.#versions.dataset.ticked = key;
    if (focused) document.getElementById(focused)?.focus();
  }

  // What the next run has to load before it can begin.
  #drawDownload() {
    const missing = this.#chosen.filter(({ series }) => !started.has(series));
    const bytes = missing.reduce((sum, runtime) => sum + runtime.bytes, 0);
    const versions = missing.map(({ version }) => version).join(", ");
    this.#download.textContent = bytes
      ? `The first run loads CPython ${versions}: ${bytesInWords(bytes)} of files, about half of it to download.`
      : "";
  }
}
