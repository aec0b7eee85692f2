// Runtimes kept in the browser for when there is no connection. The entry point
// is `offline`.

import { button, make } from "./make.ts";
import { host } from "./runtimes.ts";
import { bytesInWords, failure } from "./words.ts";

// A line for each version, to keep it and to remove it again. Nothing is asked
// of the browser before it is opened.
export function offline(runtimes) {
  let kept = new Map();
  const keep = (runtime) => {
    const { series } = runtime;
    const told = (received, total) => draw({ series, received, total });
    told(0, runtime.bytes);
    change("keep", series, told);
  };
  const remove = ({ series }) => change("forget", series);
  const lines = runtimes.map((runtime) => line(runtime, keep, remove));
  const draw = (coming) => {
    for (const { series, show } of lines) {
      const own = coming?.series === series ? coming : undefined;
      show({ bytes: kept.get(series), coming: own, busy: coming !== undefined });
    }
  };
  const list = make("ul", {}, ...lines.map(({ element }) => element));
  const words = make("p", { className: "quiet", role: "status" });

  // Asks the browser what is kept and how much room there is, and says what
  // went wrong before, if anything.
  const look = async (problem) => {
    const browser = await host();
    let found = [];
    try {
      found = await browser.kept();
    } catch (message) {
      problem ??= message;
    }
    kept = new Map(found);
    draw();
    const room = await browser.space();
    words.textContent = problem
      ? failure(...problem.slice(1))
      : room
        ? `This site takes ${bytesInWords(room[0])}; the browser has room for ${bytesInWords(room[1])} more.`
        : "This browser does not say how much room it has.";
  };

  const change = async (verb, ...rest) => {
    const problem = await host()
      .then((module) => module[verb](...rest))
      .then(
        () => undefined,
        (message) => message,
      );
    await look(problem).catch((message) => {
      words.textContent = failure(...message.slice(1));
    });
  };

  const ontoggle = ({ target }) => {
    if (target.open) change("space");
  };
  draw();
  const summary = make("summary", {}, "Keep for offline");
  return make("details", { className: "offline", ontoggle }, summary, list, words);
}

// The line of a version, which shows how much of it is kept or coming, and takes
// what is asked for. A state is drawn only where it is another than before, as a
// button that is replaced while it is pressed hears of no click; and the focus stays
// in the line.
function line(runtime, keep, remove) {
  const element = make("li", { tabIndex: -1 });
  let shown;
  const show = (state) => {
    const now = JSON.stringify(state);
    if (now === shown) return;
    shown = now;
    const hadFocus = element.contains(element.getRootNode().activeElement);
    const name = make("span", {}, `Python ${runtime.version}`);
    const { bytes, coming, busy } = state;
    const rest = coming ? progress(runtime, coming) : choice(bytes, busy);
    element.replaceChildren(name, ...rest);
    if (hadFocus) (element.querySelector("button:enabled") ?? element).focus();
  };
  const choice = (bytes, disabled) => {
    const [text, verb, act] =
      bytes === undefined
        ? [`takes ${bytesInWords(runtime.bytes)}`, "Keep", keep]
        : [`kept, takes ${bytesInWords(bytes)}`, "Remove", remove];
    const label = { disabled, "aria-label": `${verb} Python ${runtime.version}` };
    return [make("span", { className: "quiet" }, text), button(verb, () => act(runtime), label)];
  };
  return { series: runtime.series, element, show };
}

function progress({ version }, { received: value, total: max }) {
  const bar = make("progress", { max, value, "aria-label": `Keeping Python ${version}` });
  const text = `${bytesInWords(value)} of ${bytesInWords(max)}`;
  return [bar, make("span", { className: "quiet" }, text)];
}
