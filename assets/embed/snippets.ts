// The texts that put a view of the explorer into another page. The entry point
// is `snippets`.

import { KNOWN } from "./attributes.ts";

// Rows in what somebody begins with; a list of hundreds is no part of a page.
const LIMIT = "10";

/** A text that embeds a view, and what it is for. */
export interface Snippet {
  name: string;
  note: string;
  text: string;
}

/** What is known of an open feature. */
export interface Feature {
  title?: string | undefined;
  card?: string;
}

const TITLE = "What’s new in Python";

// What a view is embedded by, as `{ name, note, text }` each: `fragment` is the
// view as a link has it and `site` the explorer's address. Of an open feature
// there are the `title` and, where the site has cards, the `card` in plain HTML,
// whose links are relative to where it lies.
export function snippets(
  fragment: string,
  site: string,
  { title = TITLE, card = "" }: Feature = {},
): Snippet[] {
  const asked = attributes(fragment);
  const feature = asked.get("feature");
  const link = `${site}${fragment.replace(/^#?\??/, "#?")}`;
  const found = [
    {
      name: "Element",
      note: "Takes part in the page, and its colours can be set. Until it is there, and where scripts are off, the link stands in its place.",
      text: [
        `<script src="${escaped(site)}embed.js" async></script>`,
        `<whats-new${written(asked)}>`,
        `  <a href="${escaped(link)}">${escaped(title)}</a>`,
        "</whats-new>",
      ].join("\n"),
    },
    {
      name: "Frame",
      note: "For pages that load no script of another site.",
      text: `<iframe src="${escaped(`${site}embed.html#?${asked}`)}" title="${escaped(title)}" loading="lazy" width="100%" height="480"></iframe>`,
    },
  ];
  if (feature && card) {
    found.push(
      {
        name: "Picture",
        note: "A card of this feature, without any script.",
        text: `<a href="${escaped(link)}"><img src="${escaped(`${site}card/${feature}.svg`)}" alt="${escaped(title)}"></a>`,
      },
      {
        name: "HTML",
        note: "The card as plain HTML, without any script.",
        text: absolute(card.trim(), `${site}card/`),
      },
    );
  }
  return found;
}

// What an element or a frame is asked for. A list gets a limit.
function attributes(fragment: string) {
  const given = new URLSearchParams(fragment.replace(/^#?\??/, ""));
  const asked = new URLSearchParams([...given].filter(([key]) => KNOWN.includes(key)));
  // An open feature is shown whichever filters led to it.
  const feature = given.get("feature");
  if (feature !== null) return new URLSearchParams({ feature });
  asked.set("limit", LIMIT);
  return asked;
}

function written(asked: URLSearchParams) {
  return [...asked].map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
}

// A piece of HTML that means the same wherever it is put.
function absolute(html: string, base: string) {
  return html.replace(/ href="([^"]*)"/g, (_, href: string) => {
    const { href: full } = new URL(href.replaceAll("&amp;", "&"), base);
    return ` href="${escaped(full)}"`;
  });
}

function escaped(text: string) {
  const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => named[character] ?? "");
}
