// Runtimes kept in the browser for when there is no connection. The entry point
// is `offline`.

import { button, make } from "./make.mjs";
import { host } from "./runtimes.mjs";
import { bytesInWords, failure } from "./words.mjs";

// A line for each version, to keep it and to remove it again. Nothing is asked
// of the browser before it is opened.
export function offline(runtimes) {
  const list = make("ul");
  const words = make("p", { className: "quiet", role: "status" });
  const draw = (kept, coming) => {
    const busy = coming !== undefined;
    list.replaceChildren(
      ...runtimes.map((runtime) => {
        const bytes = kept.get(runtime.series);
        const name = make("span", {}, `Python ${runtime.version}`);
        if (coming?.series === runtime.series) {
          return make("li", {}, name, ...progress(runtime, coming));
        }
        const [text, verb, act] =
          bytes === undefined
            ? [`takes ${bytesInWords(runtime.bytes)}`, "Keep", () => keep(runtime, kept)]
            : [`kept, takes ${bytesInWords(bytes)}`, "Remove", () => change("forget", runtime.series)];
        const label = { disabled: busy, "aria-label": `${verb} Python ${runtime.version}` };
        return make("li", {}, name, make("span", { className: "quiet" }, text), button(verb, act, label));
      }),
    );
  };

  // Asks the browser what is kept and how much room there is, and says what
  // went wrong before, if anything.
  const look = async (problem) => {
    const { kept, space } = await host();
    let list = [];
    try {
      list = await kept();
    } catch (message) {
      problem ??= message;
    }
    draw(new Map(list));
    const room = await space();
    words.textContent = problem
      ? failure(...problem.slice(1))
      : room
        ? `This site takes ${bytesInWords(room[0])}; the browser has room for ${bytesInWords(room[1])} more.`
        : "This browser does not say how much room it has.";
  };

  const change = async (verb, ...rest) => {
    const problem = await host()
      .then((module) => module[verb](...rest))
      .then(() => undefined, (message) => message);
    await look(problem).catch((message) => {
      words.textContent = failure(...message.slice(1));
    });
  };

  const keep = (runtime, kept) => {
    const { series } = runtime;
    const told = (received, total) => draw(kept, { series, received, total });
    told(0, runtime.bytes);
    change("keep", series, told);
  };

  const ontoggle = ({ target }) => {
    if (target.open) change("space");
  };
  draw(new Map());
  const summary = make("summary", {}, "Keep for offline");
  return make("details", { className: "offline", ontoggle }, summary, list, words);
}

function progress({ version }, { received: value, total: max }) {
  const bar = make("progress", { max, value, "aria-label": `Keeping Python ${version}` });
  const text = `${bytesInWords(value)} of ${bytesInWords(max)}`;
  return [bar, make("span", { className: "quiet" }, text)];
}
