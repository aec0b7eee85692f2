// Runtimes kept in the browser for when there is no connection. The entry point
// is `offline`.

import type { Failed } from "../messages.ts";
import { button, make } from "./make.ts";
import { type Host, host, type Runtime } from "./runtimes.ts";
import { bytesInWords, failure } from "./words.ts";

/** How much of a runtime has come. */
interface Coming {
  series: string;
  received: number;
  total: number;
}

interface State {
  bytes: number | undefined;
  coming: Coming | undefined;
  busy: boolean;
}

type Act = (runtime: Runtime) => void;

// A line for each version, to keep it and to remove it again. Nothing is asked
// of the browser before it is opened.
export function offline(runtimes: Runtime[]) {
  let kept = new Map<string, number>();
  const keep = (runtime: Runtime) => {
    const { series } = runtime;
    const told = (received: number, total: number) => draw({ series, received, total });
    told(0, runtime.bytes);
    change((module) => module.keep(series, told));
  };
  const remove = ({ series }: Runtime) => change((module) => module.forget(series));
  const lines = runtimes.map((runtime) => line(runtime, keep, remove));
  const draw = (coming?: Coming) => {
    for (const { series, show } of lines) {
      const own = coming?.series === series ? coming : undefined;
      show({ bytes: kept.get(series), coming: own, busy: coming !== undefined });
    }
  };
  const list = make("ul", {}, ...lines.map(({ element }) => element));
  const words = make("p", { className: "quiet", role: "status" });

  // Asks the browser what is kept and how much room there is, and says what
  // went wrong before, if anything.
  const look = async (problem?: Failed) => {
    const browser = await host();
    let found: [string, number][] = [];
    try {
      found = await browser.kept();
    } catch (message) {
      problem ??= message as Failed;
    }
    kept = new Map(found);
    draw();
    const room = await browser.space();
    words.textContent = problem
      ? failure(problem)
      : room
        ? `This site takes ${bytesInWords(room[0])}; the browser has room for ${bytesInWords(room[1])} more.`
        : "This browser does not say how much room it has.";
  };

  const change = async (act: (module: Host) => Promise<unknown>) => {
    const problem = await host()
      .then(act)
      .then(
        () => undefined,
        (message) => message,
      );
    await look(problem).catch((message) => {
      words.textContent = failure(message);
    });
  };

  const ontoggle = ({ target }: { target: HTMLDetailsElement }) => {
    if (target.open) change(async () => {});
  };
  draw();
  const summary = make("summary", {}, "Keep for offline");
  return make("details", { className: "offline", ontoggle }, summary, list, words);
}

// The line of a version, which shows how much of it is kept or coming, and takes
// what is asked for. A state is drawn only where it is another than before, as a
// button that is replaced while it is pressed hears of no click; and the focus stays
// in the line.
function line(runtime: Runtime, keep: Act, remove: Act) {
  const element = make("li", { tabIndex: -1 });
  let shown: string | undefined;
  const show = (state: State) => {
    const now = JSON.stringify(state);
    if (now === shown) return;
    shown = now;
    const hadFocus = element.contains((element.getRootNode() as Document).activeElement);
    const name = make("span", {}, `Python ${runtime.version}`);
    const { bytes, coming, busy } = state;
    const rest = coming ? progress(runtime, coming) : choice(bytes, busy);
    element.replaceChildren(name, ...rest);
    if (hadFocus) (element.querySelector<HTMLElement>("button:enabled") ?? element).focus();
  };
  const choice = (bytes: number | undefined, disabled: boolean) => {
    const [text, verb, act] =
      bytes === undefined
        ? [`takes ${bytesInWords(runtime.bytes)}`, "Keep", keep]
        : [`kept, takes ${bytesInWords(bytes)}`, "Remove", remove];
    const label = { disabled, "aria-label": `${verb} Python ${runtime.version}` };
    return [make("span", { className: "quiet" }, text), button(verb, () => act(runtime), label)];
  };
  return { series: runtime.series, element, show };
}

function progress({ version }: Runtime, { received: value, total: max }: Coming) {
  const bar = make("progress", { max, value, "aria-label": `Keeping Python ${version}` });
  const text = `${bytesInWords(value)} of ${bytesInWords(max)}`;
  return [bar, make("span", { className: "quiet" }, text)];
}
