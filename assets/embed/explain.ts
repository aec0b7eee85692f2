// `explain`: what explains an error, as data for the page's own scripts.

import { type Answered, explorer, part, parts } from "./library.ts";

/** What explains a text, the best answer first; none if it is no matter of versions. */
export interface Explanation {
  answers: Answer[];
}

/** An answer as `whatsnew explain --json` prints it; what does not apply is null. */
export interface Answer {
  change: string | null;
  name: string | null;
  version: string | null;
  kind: string | null;
  confidence: string;
  why: string;
  instead: string | null;
}

// Explains an error line, a warning or a traceback. Fails if what it needs cannot be
// loaded, or if there is no text.
export async function explain(text: string): Promise<Explanation> {
  const program = await explorer(true);
  const asked = program.ask(new URLSearchParams({ error: text }).toString());
  try {
    if (asked.problem) throw new TypeError(asked.problem);
    if (asked.search.length > 0) program.add_search(...(await parts(asked.search)));
    const texts = await Promise.all(program.texts(asked).map(part));
    return { answers: program.answers(asked, texts).map(plain) };
  } finally {
    asked.free();
  }
}

function plain(answered: Answered): Answer {
  const { change, name, version, kind, confidence, why, instead } = answered;
  answered.free();
  return {
    change: change ?? null,
    name: name ?? null,
    version: version ?? null,
    kind: kind ?? null,
    confidence,
    why,
    instead: instead ?? null,
  };
}
