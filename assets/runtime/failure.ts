// Why a runtime is not available. The cause is one of the words that
// `src/runs/words.rs` knows.

import type { Failed } from "../messages.ts";

export class Failure extends Error {
  event: Failed;

  constructor(cause: string, detail = "", status = 0) {
    super(`${cause} ${detail}`);
    this.event = ["failed", cause, detail, status];
  }
}

// The event for any error.
export function failed(error: unknown): Failed {
  return error instanceof Failure
    ? error.event
    : ["failed", "other", String((error as Error | undefined)?.message ?? error)];
}
