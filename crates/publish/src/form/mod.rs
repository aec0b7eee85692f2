//! The JSON form of the catalogue: plain values under stable names, for other
//! programs. The entry point is [`export`], the whole of it; [`Exporter`] gives
//! the same values one by one.

mod document;
mod facts;
mod feature;
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

/// The whole catalogue.
#[derive(Debug, Serialize)]
pub struct ExportedCatalogue<'a> {
    as_of: Date,
    features: Vec<ExportedFeature<'a>>,
    peps: Vec<ExportedPep<'a>>,
    releases: Vec<ExportedRelease<'a>>,
    documents: Vec<ExportedDocument<'a>>,
}

/// Everything in the library but the texts that are only for reading.
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

/// A library and what is looked up in it for every feature.
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

    /// What the documents say of a feature.
    pub(crate) fn text(&self, feature: &Feature) -> Option<&'a FeatureText> {
        self.texts.get(feature.slug.as_str()).copied()
    }

    /// Every feature, in the catalogue's order.
    pub(crate) fn features(&self) -> impl Iterator<Item = ExportedFeature<'a>> {
        let named = self.with_leads().zip(self.library.names.iter());
        named.map(|((feature, lead), names)| {
            feature::exported(self.library, feature, names, lead, self.text(feature))
        })
    }

    /// Every feature with the first sentences of its text.
    pub(crate) fn with_leads(&self) -> impl Iterator<Item = (&'a Feature, &'a str)> + use<'a> {
        let leads = self.library.leads.iter().map(String::as_str);
        let leads = leads.chain(std::iter::repeat(""));
        self.library.catalogue.features.iter().zip(leads)
    }

    /// Every PEP, by number, with the features that name it.
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
