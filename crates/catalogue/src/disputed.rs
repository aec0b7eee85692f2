//! The claims of documents that do not hold, or no longer. The entry point is [`disputed`].

use super::merge::NamedDocument;
use super::model::{Catalogue, Claim, FeatureText};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use terms::{Series, Verdict};

/// A claim that is contradicted or outdated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputedClaim {
    /// The slug of the document that makes it.
    pub document: String,
    /// The slug of the feature that it is about, if it is about one.
    pub feature: Option<String>,
    /// What is claimed, and what the verdict rests on.
    pub claim: Claim,
}

/// The disputed claims of all documents in the catalogue's order, of each document first those
/// that are contradicted, then by feature in the catalogue's order.
pub(super) fn disputed(
    documents: &[NamedDocument],
    catalogue: &Catalogue,
    texts: &BTreeMap<Series, Vec<FeatureText>>,
) -> Vec<DisputedClaim> {
    let texts = texts.values().flatten();
    let texts: HashMap<&str, &FeatureText> = texts.map(|text| (text.slug.as_str(), text)).collect();
    let mut disputed = Vec::new();
    for entry in &catalogue.documents {
        let features = entry.features.iter();
        let features = features.filter_map(|index| catalogue.features.get(*index));
        let of_features = features.flat_map(|feature| {
            let text = texts.get(feature.slug.as_str());
            let statements = text.into_iter().flat_map(|text| &text.statements);
            let own = statements.filter(|statement| statement.document == entry.slug);
            own.flat_map(|statement| &statement.claims)
                .map(|claim| (Some(feature.slug.clone()), claim.clone()))
        });
        let named = documents.iter().find(|named| named.slug == entry.slug);
        let of_document = named.into_iter().flat_map(|named| &named.document.claims);
        let of_document = of_document.map(|claim| (None, Claim::from(claim)));
        let claims = of_features.chain(of_document);
        let mut claims: Vec<_> = claims
            .filter(|(_, claim)| is_disputed(claim.verdict))
            .collect();
        claims.sort_by_key(|(_, claim)| claim.verdict != Verdict::Contradicted);
        disputed.extend(claims.into_iter().map(|(feature, claim)| DisputedClaim {
            document: entry.slug.clone(),
            feature,
            claim,
        }));
    }
    disputed
}

fn is_disputed(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Contradicted | Verdict::Outdated)
}

#[cfg(test)]
mod tests {
    use crate::fixture::Shelf;
    use document::plain_text;

    #[test]
    fn disputed_claims_stand_by_document_with_the_contradicted_first() {
        let library = Shelf::empty()
            .reference(
                "notes",
                "## Except {#pep-758 kind=changed status=final}\n\nText.",
            )
            .reference(
                "older",
                "- It came on 7 May.\n  - **Outdated.** It came in October.\n\n\
                 ## Except {#pep-758 kind=changed}\n\nText.\n\n\
                 - It is slower.\n  - **Contradicted.** It is not.\n\n\
                 - It is new.\n  - **Confirmed.** It is.",
            )
            .library();
        let disputed = library.disputed.iter();
        let disputed: Vec<_> = disputed
            .map(|one| {
                let text = plain_text(&one.claim.text);
                (one.document.as_str(), one.feature.as_deref(), text)
            })
            .collect();
        assert_eq!(
            disputed,
            [
                ("older", Some("pep-758"), "It is slower.".to_owned()),
                ("older", None, "It came on 7 May.".to_owned()),
            ]
        );
    }
}
