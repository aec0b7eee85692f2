// What differs between the versions that a program was run on. The entry
// points are `verdict` and `differing`.

import { type Column, isOver, shown } from "./column.ts";

// Most comparisons of lines that are made for two texts. Beyond it, whatever
// follows their common beginning counts as different.
const COMPARISONS = 400_000;

// In words, whether the versions agree; nothing while a run goes on, or where
// fewer than two came to an end of their own.
export function verdict(columns: Column[]) {
  if (!columns.every(isOver)) return "";
  const ended = columns.filter(shown);
  if (ended.length < 2) return "";
  const alike = new Map<string, string[]>();
  for (const column of ended) {
    const key = JSON.stringify(shown(column));
    alike.set(key, [...(alike.get(key) ?? []), column.version]);
  }
  const groups = [...alike.values()].map(listed);
  if (groups.length > 1) return `Differs: ${groups.join(", unlike ")}.`;
  return `Same on ${ended.length === 2 ? "both" : "all"}: ${groups[0]}.`;
}

function listed(names: string[]) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

// The lines of a text. What ends the last one begins no other.
export function lines(text: string) {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

// Of each line of a text, whether one of the other texts lacks it there.
export function differing(text: string, others: string[]) {
  const mine = lines(text);
  const shares = others.map((other) => shared(mine, lines(other)));
  return mine.map((_, index) => shares.some((share) => !share[index]));
}

// Of each line of `a`, whether it belongs to the longest sequence of lines that
// both have in the same order.
function shared(a: string[], b: string[]) {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const isShared = a.map((_, index) => index < start);
  [a, b] = [a.slice(start), b.slice(start)];
  if (a.length * b.length > COMPARISONS) return isShared;
  // At `i * width + j`: how many lines `a` from i on and `b` from j on share.
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      isShared[start + i++] = true;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return isShared;
}
