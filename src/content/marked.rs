//! Text with highlights of the searched words. The entry points are [`marked`] and
//! [`marked_inlines`].

use document::Inline;
use query::Highlights;
use yew::prelude::*;

/// A sentence with highlights and names in backticks, which become `<code>`.
pub fn marked(text: &str, highlights: &Highlights) -> Html {
    let parts = text.split('`').enumerate();
    parts
        .map(|(index, part)| match index % 2 {
            0 => plain(part, highlights),
            _ => html! { <code>{ plain(part, highlights) }</code> },
        })
        .collect()
}

/// A plain text with highlights.
fn plain(text: &str, highlights: &Highlights) -> Html {
    let mut parts = Vec::new();
    let mut end = 0;
    for range in highlights.in_text(text) {
        let between = text.get(end..range.start).unwrap_or_default();
        end = range.end;
        let found = text.get(range).unwrap_or_default();
        parts.push(html! { <>{ between }<mark>{ found }</mark></> });
    }
    let rest = text.get(end..).unwrap_or_default();
    if parts.is_empty() {
        return html! { rest };
    }
    html! { <>{ for parts }{ rest }</> }
}

/// A line of text with its markup and highlights, but without its links, because it is inside
/// a link.
pub fn marked_inlines(content: &[Inline], highlights: &Highlights) -> Html {
    let piece = |inline: &Inline| match inline {
        Inline::Text(text) => plain(text, highlights),
        Inline::Code(text) => html! { <code>{ plain(text, highlights) }</code> },
        Inline::Emphasis(inner) => html! { <em>{ marked_inlines(inner, highlights) }</em> },
        Inline::Strong(inner) => html! { <strong>{ marked_inlines(inner, highlights) }</strong> },
        Inline::Strikethrough(inner) => html! { <s>{ marked_inlines(inner, highlights) }</s> },
        Inline::Link { content, .. } => marked_inlines(content, highlights),
        Inline::Break => html! { " " },
    };
    content.iter().map(piece).collect()
}
