//! Checks the release highlights in the front matter. The entry point is [`check`].

use super::spelling::nearest;
use super::{Code, Diagnostic, Metadata, StatedFeature, Word};

/// The most release highlights of a document: what fits on the first screen.
pub const MAX_HIGHLIGHTS: usize = 8;

/// Removes and reports highlights that are repeated, that are none of the document's
/// features, or that are too many.
pub(super) fn check(
    metadata: &mut Metadata,
    features: &[StatedFeature],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut kept: Vec<Word> = Vec::new();
    for word in std::mem::take(&mut metadata.highlights) {
        let slug: String = word.text.chars().take(80).collect();
        let ids = || features.iter().filter_map(|feature| feature.id.as_deref());
        let (message, help) = if kept.iter().any(|known| known.text == word.text) {
            let message = format!("`{slug}` is already a highlight");
            (message, "name each feature once".to_owned())
        } else if !ids().any(|id| id == word.text) {
            let help = match nearest(&slug, ids()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "name a slug of this document".to_owned(),
            };
            (format!("this document states no feature `{slug}`"), help)
        } else if kept.len() == MAX_HIGHLIGHTS {
            let message = format!("`{slug}` is one highlight too many");
            (message, format!("name at most {MAX_HIGHLIGHTS}"))
        } else {
            kept.push(word);
            continue;
        };
        diagnostics.push(Diagnostic::new(Code::Highlights, word.position, message).with_help(help));
    }
    metadata.highlights = kept;
}

#[cfg(test)]
mod tests {
    use crate::{MAX_HIGHLIGHTS, parse};

    /// The highlights of a document with ten features, and what is reported of them.
    fn highlights(list: &str) -> (Vec<String>, Vec<String>) {
        let features: String = (0..10)
            .map(|number| format!("## F{number} {{#3.14-{number} added}}\n\nText.\n\n"))
            .collect();
        let text = format!("---\ntitle: T\nhighlights: {list}\n---\n\n{features}");
        let document = parse(text.as_bytes()).expect("a small document");
        let kept = document.metadata.highlights.into_iter();
        (
            kept.map(|word| word.text).collect(),
            document
                .diagnostics
                .iter()
                .map(ToString::to_string)
                .collect(),
        )
    }

    #[test]
    fn highlights_keep_their_order() {
        let (kept, reported) = highlights("[3.14-7, 3.14-2]");
        assert_eq!(kept, ["3.14-7", "3.14-2"]);
        assert_eq!(reported, [""; 0]);
    }

    #[test]
    fn what_is_no_highlight_is_reported_where_it_stands() {
        let (kept, reported) = highlights("\n  - 3.14-1\n  - 3.14-11\n  - 3.14-1\n  - pep-1");
        assert_eq!(kept, ["3.14-1"]);
        assert_eq!(
            reported,
            [
                "5:5: error[highlights]: this document states no feature `3.14-11`; \
                 did you mean `3.14-1`?",
                "6:5: error[highlights]: `3.14-1` is already a highlight; name each feature once",
                "7:5: error[highlights]: this document states no feature `pep-1`; \
                 name a slug of this document",
            ]
        );
    }

    #[test]
    fn there_are_at_most_eight() {
        let list: Vec<String> = (0..10).map(|number| format!("3.14-{number}")).collect();
        let (kept, reported) = highlights(&format!("[{}]", list.join(", ")));
        assert_eq!(kept, list[..MAX_HIGHLIGHTS]);
        assert_eq!(
            reported,
            [
                "3:78: error[highlights]: `3.14-8` is one highlight too many; name at most 8",
                "3:86: error[highlights]: `3.14-9` is one highlight too many; name at most 8",
            ]
        );
    }
}
