//! The Markdown dialect of documents. The entry points are [`without_html`],
//! which must be applied to a text first, [`events`], and
//! [`unused_definitions`] for text without events.

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag};
use std::{borrow::Cow, collections::BTreeSet, ops::Range};

/// The placeholder for a `<` that would open HTML. It has the same length, so
/// that offsets stay valid, and decoding removes it from texts.
pub(super) const TAG_STAND_IN: char = '\u{1}';

/// Parses CommonMark with tables, strikethrough and heading attributes.
///
/// Footnotes, task lists, alerts and math are disabled: announcements do not
/// use them, and their markup is readable as text. Smart punctuation is
/// disabled because it would change names such as `--help`.
pub(super) fn events(text: &str) -> OffsetIter<'_> {
    let dialect =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(text, dialect).into_offset_iter()
}

/// The ranges of unused link definitions such as `[name]: url`, in order.
/// Markdown does not render them, and a line of an announcement can be one by
/// accident: `[gh-128563]: fixed`. `events` must be those of the same text, not
/// yet iterated.
pub(super) fn unused_definitions(text: &str, events: &OffsetIter<'_>) -> Vec<Range<usize>> {
    let definitions = events.reference_definitions();
    if definitions.iter().next().is_none() {
        return Vec::new();
    }
    let mut used = BTreeSet::new();
    for (event, _) in self::events(text) {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event
            && let Some(definition) = definitions.get(&id)
        {
            used.insert(definition.span.start);
        }
    }
    let mut unused: Vec<Range<usize>> = definitions
        .iter()
        .map(|(_, definition)| definition.span.clone())
        .filter(|span| !used.contains(&span.start))
        .collect();
    unused.sort_by_key(|span| span.start);
    unused
}

/// The text with every `<` that could open HTML replaced by [`TAG_STAND_IN`].
///
/// HTML is shown as text and never interpreted. Showing HTML blocks as text is
/// not enough: a stray tag, left over by a conversion, turns everything up to
/// the next empty line into an HTML block, including lists. Without a `<`, the
/// parser finds no HTML.
pub(super) fn without_html(text: &str) -> Cow<'_, str> {
    let mut kept = 0;
    let mut replaced = String::new();
    for (at, _) in text.match_indices('<') {
        if is_link(text, at) {
            continue;
        }
        if replaced.is_empty() {
            replaced.reserve(text.len());
        }
        replaced.push_str(text.get(kept..at).unwrap_or_default());
        replaced.push(TAG_STAND_IN);
        kept = at + 1;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    replaced.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(replaced)
}

/// The inverse of [`without_html`].
pub(super) fn with_html(text: &str) -> Cow<'_, str> {
    if text.contains(TAG_STAND_IN) {
        Cow::Owned(text.replace(TAG_STAND_IN, "<"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether the `<` at an offset opens an autolink or the target of a link.
fn is_link(text: &str, at: usize) -> bool {
    let (before, after) = (text.get(..at), text.get(at + 1..));
    if before.is_some_and(|before| before.ends_with("](")) {
        return true;
    }
    // Ending at the next `<` keeps this linear for a text of many `<`.
    let link = after
        .and_then(|after| after.split(['>', '<', ' ', '\n']).next())
        .unwrap_or_default();
    let closed = after.is_some_and(|after| after.as_bytes().get(link.len()) == Some(&b'>'));
    closed && (has_scheme(link) || is_address(link))
}

fn has_scheme(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        (2..=32).contains(&scheme.len())
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
    })
}

fn is_address(link: &str) -> bool {
    link.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_hidden_and_links_are_not() {
        let text = "<h1 id=) a <https://a.org> <b@c.org> [d](<e f>) <!-- g --> h < i";
        let hidden = without_html(text);
        assert_eq!(
            hidden,
            "\u{1}h1 id=) a <https://a.org> <b@c.org> [d](<e f>) \u{1}!-- g --> h \u{1} i"
        );
        assert_eq!(with_html(&hidden), text);
        assert!(matches!(without_html("a > b"), Cow::Borrowed("a > b")));
    }
}
