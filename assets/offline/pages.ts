// Answers requests for pages that the service worker does not keep: from the host if it
// answers in time, or else from what is kept. `answer` is the entry point.

/** How long the host may take to answer, in milliseconds. */
export const PATIENCE = 4_000;

// The route in the explorer that shows the same as a page.
const PLACES: [RegExp, string][] = [
  [/^feature\/([^/]+)\/$/, "#?feature="],
  [/^pep\/(\d+)\/$/, "#?pep="],
  [/^(3\.\d+)\/$/, "#?version="],
  [/^documents\/(.+)\/$/, "#?view=documents&document="],
  [/^(documents|releases)\/$/, "#?view="],
];

/** The fragment that shows what the page at a path shows. */
export function placeOf(path: string): string | undefined {
  for (const [pattern, fragment] of PLACES) {
    const value = pattern.exec(path)?.[1];
    if (value) return fragment + value;
  }
  return undefined;
}

/** The host's answer or, if there is none in time, a redirect to the explorer, or a page
 * that says that this one is not kept. */
export async function answer(
  path: string,
  scope: string,
  asked: Promise<Response>,
  patience = PATIENCE,
): Promise<Response> {
  try {
    return await within(patience, asked);
  } catch {
    const place = placeOf(path);
    return place === undefined ? notKept(scope) : Response.redirect(scope + place);
  }
}

function within<T>(patience: number, asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), patience);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function notKept(scope: string): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>This page is not kept offline</title>
<h1>This page is not kept offline</h1>
<p>There is no connection to the site, or it is too slow. The pages that are kept start at
<a href="${scope}">What’s new in Python</a>.
`;
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(html, { status: 503, headers });
}
