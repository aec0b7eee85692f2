//! The JSON form of the catalogue: plain values under stable names, for other programs.
//! The entry points are [`export`], for the whole catalogue, and [`Exporter`], for single
//! values.

mod document;
mod facts;
mod feature;
mod repair;
#[cfg(test)]
mod tests;

use catalogue::{Calendar, Feature, FeatureText, Library, Names};
use document::ExportedDocument;
use facts::{ExportedPep, ExportedRelease, ExportedSeries};
use feature::ExportedFeature;
pub(super) use feature::instead;
use serde::Serialize;
use std::collections::HashMap;
use terms::{Date, PepNumber};

/// The JSON form of the whole catalogue.
#[derive(Debug, Serialize)]
pub struct ExportedCatalogue<'a> {
    as_of: Date,
    features: Vec<ExportedFeature<'a>>,
    peps: Vec<ExportedPep<'a>>,
    releases: Vec<ExportedRelease<'a>>,
    documents: Vec<ExportedDocument<'a>>,
}

/// The JSON form of a library, without the texts of documents and features.
pub fn export(library: &Library) -> ExportedCatalogue<'_> {
    let exporter = Exporter::new(library);
    let catalogue = &library.catalogue;
    let releases = catalogue.calendars.iter().flat_map(facts::releases);
    ExportedCatalogue {
        as_of: catalogue.as_of,
        features: exporter.features().collect(),
        peps: exporter.peps(),
        releases: releases.collect(),
        documents: document::documents(library),
    }
}

/// A library with indexes for what each feature needs.
pub(super) struct Exporter<'a> {
    library: &'a Library,
    names: HashMap<&'a str, &'a Names>,
    texts: HashMap<&'a str, &'a FeatureText>,
    slugs_by_pep: HashMap<PepNumber, Vec<&'a str>>,
}

impl<'a> Exporter<'a> {
    pub(crate) fn new(library: &'a Library) -> Self {
        let texts = library.feature_texts.values().flatten();
        let mut slugs_by_pep: HashMap<PepNumber, Vec<&str>> = HashMap::new();
        for feature in &library.catalogue.features {
            for pep in &feature.peps {
                slugs_by_pep.entry(*pep).or_default().push(&feature.slug);
            }
        }
        let named = library.named();
        Self {
            library,
            names: named
                .map(|(feature, names)| (feature.slug.as_str(), names))
                .collect(),
            texts: texts.map(|text| (text.slug.as_str(), text)).collect(),
            slugs_by_pep,
        }
    }

    /// The qualified names that a feature concerns.
    pub(crate) fn names(&self, feature: &Feature) -> &'a [String] {
        let names = self.names.get(feature.slug.as_str());
        names.map_or(&[], |names| names.qualified.as_slice())
    }

    /// The text of a feature, if there is any.
    pub(crate) fn text(&self, feature: &Feature) -> Option<&'a FeatureText> {
        self.texts.get(feature.slug.as_str()).copied()
    }

    /// All features, in the order of the catalogue.
    pub(crate) fn features(&self) -> impl Iterator<Item = ExportedFeature<'a>> {
        let features = self.with_excerpts().zip(self.library.names.iter());
        features.map(|((feature, excerpt), names)| {
            feature::exported_feature(self.library, feature, names, excerpt, self.text(feature))
        })
    }

    /// All features with the first sentences of their texts.
    pub(crate) fn with_excerpts(&self) -> impl Iterator<Item = (&'a Feature, &'a str)> + use<'a> {
        let excerpts = self.library.excerpts.iter().map(String::as_str);
        let excerpts = excerpts.chain(std::iter::repeat(""));
        self.library.catalogue.features.iter().zip(excerpts)
    }

    /// All PEPs, by number, with the features that refer to them.
    pub(crate) fn peps(&self) -> Vec<ExportedPep<'a>> {
        let peps = self.library.peps.iter().map(|pep| {
            let features = self.slugs_by_pep.get(&pep.number);
            facts::exported_pep(pep, features.cloned().unwrap_or_default())
        });
        peps.collect()
    }

    /// A series with its releases and features.
    pub(crate) fn series(&self, calendar: &'a Calendar) -> ExportedSeries<'a> {
        facts::exported_series(&self.library.catalogue, calendar)
    }
}
