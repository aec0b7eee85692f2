//! Checks the claims in a feature's attributes against the fact tables. The
//! entry point is [`claims_of`].

#[cfg(test)]
mod tests;

use super::facts::Facts;
use super::model::{Claim, Pep};
use document::{Inline, StatedFeature};
use terms::{Date, PepNumber, SourceKind, Status, Verdict};

/// The claims of a document on a feature: first those derived from the status
/// and creation date, then those written in the text.
///
/// If release notes state neither for the feature of a PEP, both are taken from
/// the PEP index, which the notes would only repeat.
pub(super) fn claims_of(
    feature: &StatedFeature,
    slug: &str,
    source: Option<SourceKind>,
    facts: &Facts,
) -> Vec<Claim> {
    let by_slug = slug
        .strip_prefix("pep-")
        .and_then(|number| number.parse().ok());
    let pep = by_slug.or(feature.peps.first().copied());
    let pep = pep.and_then(|number| facts.pep(number));
    let check = AttributeCheck { pep, facts };
    let (mut status, mut created) = (feature.status, feature.created);
    if let Some(pep) = pep
        && by_slug.is_some()
        && source == Some(SourceKind::Reference)
        && (status, created) == (None, None)
    {
        (status, created) = (Some(pep.status), Some(pep.created));
    }
    let status = status.map(|status| check.status(status));
    let created = created.map(|created| check.created(created));
    let in_words = feature.claims.iter().map(Claim::from);
    status.into_iter().chain(created).chain(in_words).collect()
}

struct AttributeCheck<'a> {
    /// The PEP to check against, if there is one.
    pep: Option<&'a Pep>,
    facts: &'a Facts,
}

impl AttributeCheck<'_> {
    fn status(&self, stated: Status) -> Claim {
        let text = vec![words(format!("Its status is {}.", stated.label()))];
        let Some(pep) = self.pep else {
            return unverified(text);
        };
        let verdict = if pep.status == stated {
            Verdict::Confirmed
        } else if is_of_contribution(stated) {
            Verdict::Contradicted
        } else {
            // A status changes over time: the stated one held on its day.
            Verdict::Outdated
        };
        let evidence = vec![
            index_link(pep.number),
            words(format!(
                " is {} as of {}.",
                pep.status.label(),
                self.facts.as_of
            )),
        ];
        Claim {
            text,
            verdict,
            evidence,
        }
    }

    fn created(&self, stated: Date) -> Claim {
        let text = vec![words(format!("It was created on {stated}."))];
        let Some(pep) = self.pep else {
            return unverified(text);
        };
        let verdict = if pep.created == stated {
            Verdict::Confirmed
        } else {
            Verdict::Contradicted
        };
        Claim {
            text,
            verdict,
            evidence: vec![
                index_link(pep.number),
                words(format!(" gives {} as its creation date.", pep.created)),
            ],
        }
    }
}

/// Whether this is a status of issues and pull requests, which no PEP has.
fn is_of_contribution(status: Status) -> bool {
    matches!(status, Status::Merged | Status::Closed | Status::Open)
}

fn unverified(text: Vec<Inline>) -> Claim {
    Claim {
        text,
        verdict: Verdict::Unverified,
        evidence: vec![words(
            "The fact tables cover PEPs and releases, not single contributions.",
        )],
    }
}

fn index_link(pep: PepNumber) -> Inline {
    Inline::Link {
        url: pep.url(),
        content: vec![words(pep.to_string())],
    }
}

fn words(text: impl Into<String>) -> Inline {
    Inline::Text(text.into())
}
