// What a column of a run shows: how far the run has come, and each part of what the
// program showed, with marks on the lines that others do not have. The entry point
// is `panel`.

import { type Column, PARTS, shown } from "./column.ts";
import { differing, lines } from "./compare.ts";
import { button, type Child, make } from "./make.ts";
import { bytesInWords, ending, failure, reason } from "./words.ts";

/** Asks for a runtime again that could not be had. */
export type Retry = (series: string) => void;

const STREAMS = ["stdout", "stderr"] as const;

// What the column at a place shows, of all the columns: the values that it is made
// from, to be compared one by one, and what draws it from them. `retry` is
// called with the series of a runtime that could not be had.
export function panel(columns: Column[], column: Column, place: number, retry: Retry) {
  const { series, version, stage } = column;
  const texts = shown(column) ?? [column.stdout, column.stderr, "", ""];
  // While a program runs there is nothing to compare it with.
  const others = shown(column)
    ? columns
        .filter((other) => other !== column)
        .map(shown)
        .filter((other) => other !== undefined)
    : [];
  const capped = STREAMS.map((stream) => column.capped.has(stream));
  const facts = [series, version, ...capped, ...texts, others.length, ...others.flat(), ...stage];
  const draw = () => {
    const parts = texts.map((text, part) => {
      const compared = others.map((other) => other[part] ?? "");
      const id = `run-text-${place}-${part}`;
      return block(id, PARTS[part] ?? "", text, differing(text, compared), capped[part] ?? false);
    });
    return [progress(column, place, retry), ...parts.flat()];
  };
  return { facts, draw };
}

// How far the run has come.
function progress({ series, version, stage }: Column, place: number, retry: Retry) {
  const quiet = (...children: Child[]) => make("p", { className: "quiet" }, ...children);
  switch (stage[0]) {
    case "loading": {
      const [, value, max] = stage;
      const bar = make("progress", { max, value, "aria-label": `Loading Python ${version}` });
      return quiet(bar, ` ${bytesInWords(value)} of ${bytesInWords(max)}`);
    }
    case "started":
      return quiet("Running…");
    case "finished":
      return quiet(ending(stage[2], stage[3], stage[4]));
    case "stopped":
      return make("p", { className: "ended" }, reason(stage[1]));
    case "failed": {
      const label = { id: `run-retry-${place}`, "aria-label": `Retry Python ${version}` };
      return make(
        "div",
        { className: "failure", role: "alert" },
        make("p", {}, failure(stage)),
        button("Retry", () => retry(series), label),
      );
    }
    default:
      return quiet("Waiting…");
  }
}

// A part of what a program showed, with a sign before each line that another
// version does not have; nothing where there is no text.
function block(id: string, title: string, text: string, differs: boolean[], isCapped: boolean) {
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
  const group = { id, tabIndex: 0, role: "group", "aria-label": title };
  return [
    make("h5", {}, title),
    make("pre", group, ...rows),
    isCapped ? make("p", { className: "quiet" }, "There was more, which is left out.") : null,
  ];
}
