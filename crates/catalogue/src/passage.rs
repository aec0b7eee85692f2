//! Removes from documents the text that is already stored with the features.
//! The entry points are [`cut`] and its inverse, [`DocumentText::body`].

use super::model::{Catalogue, DocumentText, Feature, FeatureText, Passage};
use document::{Block, HistoryEntry, INSTEAD, Inline};
use std::collections::BTreeMap;
use terms::Series;

/// Splits the body of a document into passages, replacing text that is
/// identical to that of a feature of its series by the feature's slug.
pub(super) fn cut(
    body: &[Block],
    series: Option<Series>,
    features: &BTreeMap<&str, (&Feature, &FeatureText)>,
) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut plain = Vec::new();
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        let known = stated_by(first).and_then(|(level, slug)| {
            let (feature, text) = features.get(slug)?;
            let text = blocks(level, feature, text);
            let after = rest.strip_prefix(text.as_slice())?;
            (Some(feature.series) == series).then_some((level, slug, after))
        });
        let Some((level, slug, after_feature)) = known else {
            plain.push(first.clone());
            rest = after;
            continue;
        };
        if !plain.is_empty() {
            passages.push(Passage::Blocks(std::mem::take(&mut plain)));
        }
        let slug = slug.to_owned();
        passages.push(Passage::Feature { level, slug });
        rest = after_feature;
    }
    if !plain.is_empty() {
        passages.push(Passage::Blocks(plain));
    }
    passages
}

fn stated_by(block: &Block) -> Option<(u8, &str)> {
    match block {
        Block::Heading { level, id, .. } => Some((*level, id.as_deref()?)),
        _ => None,
    }
}

impl DocumentText {
    /// Whether some of its text is stored with the features of its series.
    pub fn needs_feature_texts(&self) -> bool {
        let of_feature = |passage: &Passage| matches!(passage, Passage::Feature { .. });
        self.passages.iter().any(of_feature)
    }

    /// The full text. `texts` are those of the document's series; a feature
    /// without a text there is skipped.
    pub fn body(&self, catalogue: &Catalogue, texts: &[FeatureText]) -> Vec<Block> {
        let mut body = Vec::new();
        for passage in &self.passages {
            match passage {
                Passage::Blocks(plain) => body.extend_from_slice(plain),
                Passage::Feature { level, slug } => {
                    let text = texts.iter().find(|text| text.slug == *slug);
                    if let (Some(feature), Some(text)) = (catalogue.feature(slug), text) {
                        body.extend(blocks(*level, feature, text));
                    }
                }
            }
        }
        body
    }
}

/// A feature's heading and text as in its first document, followed by the
/// replacement, the history and the code of its repair sheet.
fn blocks(level: u8, feature: &Feature, text: &FeatureText) -> Vec<Block> {
    let mut blocks = vec![Block::Heading {
        level,
        id: Some(feature.slug.clone()),
        content: feature.title.clone(),
    }];
    let summary = text.statements.first().map(|said| said.summary.as_slice());
    blocks.extend_from_slice(summary.unwrap_or_default());
    if !text.instead.is_empty() {
        blocks.push(labelled(INSTEAD.to_owned(), &text.instead));
    }
    if !text.history.is_empty() {
        let item = |entry: &HistoryEntry| vec![labelled(format!("{}.", entry.moment), &entry.text)];
        let items = text.history.iter().map(item).collect();
        let start = None;
        blocks.push(Block::List { start, items });
    }
    blocks.extend(text.repair.blocks());
    blocks
}

/// A paragraph with a bold label at its start.
fn labelled(label: String, content: &[Inline]) -> Block {
    let mut paragraph = vec![Inline::Strong(vec![Inline::Text(label)])];
    let rest = match content.split_first() {
        Some((Inline::Text(text), rest)) => {
            paragraph.push(Inline::Text(format!(" {text}")));
            rest
        }
        _ => {
            paragraph.push(Inline::Text(" ".to_owned()));
            content
        }
    };
    paragraph.extend_from_slice(rest);
    Block::Paragraph(paragraph)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Shelf;
    use terms::SourceKind;

    const NOTES: &str = "Before.\n\n# Language\n\n\
        ## Bare `except` {#pep-758 kind=changed}\n\nText.\n\n**Instead:** `try` it.\n\n\
        - **3.14.1.** Mended.\n\n\
        ```python before\nexcept (A, B):\n```\n\n\
        ```text seen 3.14..\nSyntaxError\n```\n\n\
        ```python after 3.0..\nexcept A:\n```\n\n\
        ## Annotations {#pep-649 kind=changed}\n\nLater.\n\n**Instead:** nothing.\n\nMore.\n\n\
        ## Hints {#pep-484 kind=added series=3.5}\n\nOf another series.\n\nAfter.";

    #[test]
    fn a_document_is_put_together_again_from_its_passages() {
        let library = Shelf::empty().reference("notes", NOTES).library();
        let [text] = library.document_texts.as_slice() else {
            panic!("one document");
        };
        let features = text.passages.iter().filter_map(|passage| match passage {
            Passage::Feature { slug, .. } => Some(slug.as_str()),
            Passage::Blocks(_) => None,
        });
        // The second feature has its replacement in the middle of the text, the
        // third belongs to another series: both are stored with the document.
        assert_eq!(features.collect::<Vec<_>>(), ["pep-758"]);
        let texts = &library.feature_texts[&Series::python3(14)];
        let parsed = document::parse(NOTES.as_bytes()).expect("a small document");
        assert_eq!(text.body(&library.catalogue, texts), parsed.body);
    }

    #[test]
    fn a_document_that_says_it_otherwise_keeps_its_own_words() {
        let library = Shelf::empty()
            .reference("notes", "## Bare {#pep-758 kind=changed}\n\nText.")
            .document(
                "blog",
                SourceKind::Article,
                "series: '3.14'",
                "## Bare {#pep-758 kind=changed}\n\nOther text.",
            )
            .library();
        let blog = library
            .document_texts
            .iter()
            .find(|text| text.slug == "blog");
        let passages = blog.map(|text| text.passages.len());
        assert_eq!(passages, Some(1));
        assert!(matches!(
            blog.map(|text| text.passages.as_slice()),
            Some([Passage::Blocks(blocks)]) if blocks.len() == 2
        ));
    }
}
