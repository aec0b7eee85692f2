// What is known of a run on one version: the messages of the runtimes' host
// (assets/runtime/host.ts lists them), gathered. The entry points are `column`
// and `hear`.

// The parts of what a program shows, in the order in which readers see them.
export const PARTS = ["Output", "Error output", "Value of the last expression", "Exception"];

// A run that has not begun. The version is the one that the build knows, until
// the interpreter says its own.
export function column({ series, version }) {
  return { series, version, stage: ["waiting"], stdout: "", stderr: "", capped: new Set() };
}

// Takes in what happened next.
export function hear(column, [kind, ...rest]) {
  const [first, second] = rest;
  if (kind === "output") column[first] += second;
  else if (kind === "capped") column.capped.add(first);
  else column.stage = [kind, ...rest];
  if (kind === "started") column.version = first;
}

// Whether nothing more will happen.
export function isOver({ stage: [kind] }) {
  return kind === "finished" || kind === "stopped" || kind === "failed";
}

// What the program showed, a text for each of PARTS; nothing where it did not
// come to an end that says something of the version.
export function shown({ stage: [kind, value, traceback, raised], stdout, stderr }) {
  if (kind !== "finished") return undefined;
  // `SystemExit` has no traceback, but it says how the program ended.
  return [stdout, stderr, value ?? "", traceback ?? raised ?? ""];
}
