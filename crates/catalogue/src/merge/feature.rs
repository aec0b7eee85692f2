//! Merges the statements of one feature. The entry point is [`FeatureBuilder`].

use super::{MergeDiagnostic, NamedDocument, problem, publication};
use crate::facts::{Facts, FirstVersion};
use crate::model::{Feature, FeatureText, Statement, Verdicts};
use crate::names::Names;
use crate::order::{Ordered, Place};
use crate::sample::Sample;
use crate::verdict;
use document::{Repair, StatedFeature};
use std::cmp::Reverse;
use terms::{Kind, PepNumber, Series, SourceKind, Status};

/// One document's statement of a feature.
pub(super) struct Stated<'a> {
    pub named: &'a NamedDocument,
    pub feature: &'a StatedFeature,
    pub place: Place,
}

impl Stated<'_> {
    /// The place among the release highlights of its document, if that has any.
    fn highlight(&self) -> Option<usize> {
        let metadata = &self.named.document.metadata;
        let source = metadata.source.as_ref()?;
        let id = self.feature.id.as_ref()?;
        let mut highlights = metadata.highlights.iter();
        let place = highlights.position(|word| word.text == *id)?;
        (source.kind == SourceKind::Reference).then_some(place)
    }
}

/// Builds one feature from all its statements.
pub(super) struct FeatureBuilder<'a> {
    pub slug: &'a str,
    /// Never empty; the first is the most authoritative.
    pub statements: &'a [Stated<'a>],
    pub facts: &'a Facts,
}

impl FeatureBuilder<'_> {
    /// The series that introduced it: the one stated at a heading; else that of
    /// the release notes; else, for the feature of a PEP, the one in the PEP
    /// index, which may be that of a first step; else the document's.
    pub(super) fn series(&self) -> Option<Series> {
        let stated = self.first(|stated| stated.feature.series);
        let by_notes = || {
            self.first(|stated| {
                let document = &stated.named.document;
                let source = document.metadata.source.as_ref()?;
                let is_notes = source.kind == SourceKind::Reference;
                document.series.filter(|_| is_notes)
            })
        };
        let by_pep = || {
            let pep: PepNumber = self.slug.strip_prefix("pep-")?.parse().ok()?;
            let versions = &self.facts.pep(pep)?.versions;
            versions.iter().copied().find(|series| series.major >= 3)
        };
        let by_document = || self.first(|stated| stated.named.document.series);
        stated
            .or_else(by_notes)
            .or_else(by_pep)
            .or_else(by_document)
    }

    /// What the feature's place among all features follows from.
    pub(super) fn ordered(&self, series: Series) -> Ordered<'_> {
        Ordered {
            slug: self.slug,
            series,
            highlight: self.first(|stated| stated.highlight()),
            place: self.statements[0].place,
        }
    }

    fn first<T>(&self, value: impl Fn(&Stated) -> Option<T>) -> Option<T> {
        self.statements.iter().find_map(value)
    }

    pub(super) fn without_series(&self) -> Option<MergeDiagnostic> {
        let stated = &self.statements[0];
        problem::without_series(stated.named, stated.feature)
    }

    pub(super) fn text(&self) -> FeatureText {
        let statements = self.statements.iter().map(|stated| {
            let source = stated.named.document.metadata.source.as_ref();
            let source = source.map(|source| source.kind);
            Statement {
                document: stated.named.slug.clone(),
                summary: stated.feature.summary.clone(),
                claims: verdict::claims_of(stated.feature, self.slug, source, self.facts),
            }
        });
        FeatureText {
            slug: self.slug.to_owned(),
            statements: statements.collect(),
            url: self.first(|stated| stated.feature.url.clone()),
            related: self.union(|feature| &feature.related),
            repair: self.repair(),
            instead: self.first_filled(|feature| &feature.instead),
            history: self.first_filled(|feature| &feature.history),
        }
    }

    pub(super) fn feature(
        &self,
        series: Series,
        text: &FeatureText,
        samples: &[Sample],
    ) -> Feature {
        let primary = self.statements[0].feature;
        let claims = text.statements.iter().flat_map(|said| &said.claims);
        Feature {
            slug: self.slug.to_owned(),
            title: primary.heading.clone(),
            kind: primary.kind,
            area: self.first(|stated| stated.feature.area),
            module: self.first(|stated| stated.feature.module.clone()),
            series,
            highlight: self.first(|stated| stated.highlight()).is_some(),
            removed: self.first(|stated| stated.feature.removed),
            removal: self.first(|stated| stated.feature.removal),
            deprecated: self.first(|stated| stated.feature.deprecated),
            first_version: self.first_version(primary),
            peps: self.union(|feature| &feature.peps),
            issues: self.union(|feature| &feature.issues),
            status: self.status(),
            impact: self.first(|stated| stated.feature.impact),
            documents: self
                .statements
                .iter()
                .map(|stated| stated.named.slug.clone())
                .collect(),
            samples: samples
                .iter()
                .filter(|sample| sample.feature == self.slug)
                .map(|sample| sample.slug.clone())
                .collect(),
            verdicts: Verdicts::count(claims.map(|claim| claim.verdict)),
        }
    }

    /// The first version with the subject of a deprecation or removal: that of the name
    /// that came last.
    fn first_version(&self, primary: &StatedFeature) -> Option<FirstVersion> {
        if !matches!(primary.kind, Kind::Deprecated | Kind::Removed) {
            return None;
        }
        let versions = |name: &String| self.facts.first_versions.get(name).copied();
        let of_names = primary.names.iter().map(versions);
        of_names
            .collect::<Option<Vec<_>>>()?
            .into_iter()
            .max_by_key(|version| match version {
                FirstVersion::AtLatest(series) | FirstVersion::Added(series) => *series,
            })
    }

    pub(super) fn names(&self) -> Names {
        Names {
            qualified: self.union(|feature| &feature.names),
            aliases: self.union(|feature| &feature.aliases),
        }
    }

    /// The first repair sheet, in the order of authority.
    fn repair(&self) -> Repair {
        let sheet = self.first(|stated| {
            let repair = &stated.feature.repair;
            (!repair.is_empty()).then(|| repair.clone())
        });
        sheet.unwrap_or_default()
    }

    /// The first non-empty list, in the order of authority.
    fn first_filled<T: Clone>(&self, values: impl Fn(&StatedFeature) -> &Vec<T>) -> Vec<T> {
        let mut all = self.statements.iter().map(|stated| values(stated.feature));
        all.find(|values| !values.is_empty())
            .cloned()
            .unwrap_or_default()
    }

    /// All values in the order of authority, without duplicates.
    fn union<T: Clone + PartialEq>(&self, values: impl Fn(&StatedFeature) -> &Vec<T>) -> Vec<T> {
        let mut all = Vec::new();
        for value in self
            .statements
            .iter()
            .flat_map(|stated| values(stated.feature))
        {
            if !all.contains(value) {
                all.push(value.clone());
            }
        }
        all
    }

    fn status(&self) -> Option<Status> {
        let by_pep = self.statements.iter().find_map(|stated| {
            let pep = stated.feature.peps.first()?;
            Some(self.facts.pep(*pep)?.status)
        });
        let by_newest_document = || {
            self.statements
                .iter()
                .filter(|stated| stated.feature.status.is_some())
                // Unlike `max_by_key`, this returns the first of several equal
                // dates, which has the most authority.
                .min_by_key(|stated| Reverse(publication(&stated.named.document)))
                .and_then(|stated| stated.feature.status)
        };
        by_pep.or_else(by_newest_document)
    }
}

/// The longest lead of a feature, in characters: what fits into a row.
const LEAD_LENGTH: usize = 90;

/// The beginning of a feature's text, cut at a word, with code in backticks.
pub(super) fn lead(text: &FeatureText) -> String {
    let text = text.summary_with_code();
    let Some((end, _)) = text.char_indices().nth(LEAD_LENGTH) else {
        return text;
    };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    let cut = text[..cut].trim_end_matches([',', ';', ':', '.']);
    let is_in_code = cut.matches('`').count() % 2 == 1;
    let closing = if is_in_code { "`" } else { "" };
    format!("{cut}{closing}…")
}
