// What is known of a run on one version: the messages of the runtimes' host
// (assets/runtime/host.ts lists them), gathered. The entry points are `column`
// and `hear`.

import type { Stream, Told } from "../messages.ts";

// The parts of what a program shows, in the order in which readers see them.
export const PARTS = ["Output", "Error output", "Value of the last expression", "Exception"];

// A run that has not begun. The version is the one that the build knows, until
// the interpreter says its own.
/** The state of a run on one version. */
export interface Column {
  series: string;
  version: string;
  stage: ["waiting"] | Exclude<Told, ["output" | "capped", ...unknown[]]>;
  stdout: string;
  stderr: string;
  capped: Set<Stream>;
}

export function column({ series, version }: { series: string; version: string }): Column {
  return { series, version, stage: ["waiting"], stdout: "", stderr: "", capped: new Set() };
}

// Takes in what happened next.
export function hear(column: Column, message: Told) {
  if (message[0] === "output") column[message[1]] += message[2];
  else if (message[0] === "capped") column.capped.add(message[1]);
  else column.stage = message;
  if (message[0] === "started") column.version = message[1];
}

// Whether nothing more will happen.
export function isOver({ stage: [kind] }: Column): boolean {
  return kind === "finished" || kind === "stopped" || kind === "failed";
}

// What the program showed, a text for each of PARTS; nothing where it did not
// come to an end that says something of the version.
export function shown({ stage, stdout, stderr }: Column): string[] | undefined {
  if (stage[0] !== "finished") return undefined;
  const [, value, traceback, raised] = stage;
  // `SystemExit` has no traceback, but it says how the program ended.
  return [stdout, stderr, value ?? "", traceback ?? raised ?? ""];
}
