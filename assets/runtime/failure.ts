// Why a runtime cannot be had. The cause is one of the words that
// `src/runs/words.rs` knows.

import type { Failed } from "../messages.ts";

export class Failure extends Error {
  told: Failed;

  constructor(cause: string, detail = "", status = 0) {
    super(`${cause} ${detail}`);
    this.told = ["failed", cause, detail, status];
  }
}

// The message that tells of any error.
export function told(error: unknown): Failed {
  return error instanceof Failure
    ? error.told
    : ["failed", "other", String((error as Error | undefined)?.message ?? error)];
}
