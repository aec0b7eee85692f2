// Why a runtime cannot be had. The cause is one of the words that
// `assets/try/words.ts` knows.

export class Failure extends Error {
  constructor(cause, detail = "", status = 0) {
    super(`${cause} ${detail}`);
    this.told = ["failed", cause, detail, status];
  }
}

// The message that tells of any error.
export function told(error) {
  return error instanceof Failure
    ? error.told
    : ["failed", "other", String(error?.message ?? error)];
}
