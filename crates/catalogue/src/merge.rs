//! Merges many documents into one catalogue. The entry point is [`merge`].
//!
//! Statements with the same slug belong to the same feature. One without a slug
//! is matched by its PEP or issue, else by its title within its series. The
//! statement of each document is kept.

mod feature;
mod problem;
mod slugs;
#[cfg(test)]
mod tests;

use super::disputed::disputed;
use super::facts::Facts;
use super::index::Index;
use super::model::{
    Catalogue, DocumentEntry, DocumentText, Feature, FeatureText, Library, Verdicts,
};
use super::names::Names;
use super::order::{Order, Place};
use super::passage;
use super::sample::Sample;
use super::sequel::{module_removals, sequels};
use super::thesaurus::Thesaurus;

pub use problem::{MergeDiagnostic, Origin};

use document::Document;
use feature::{FeatureBuilder, Stated};
use slugs::KnownSlugs;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use terms::{Date, Series, SourceKind};

/// A document with its slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDocument {
    /// The path below its folder without the extension, such as
    /// `whatsnew/3.14`.
    pub slug: String,
    /// The parsed document.
    pub document: Document,
}

/// Merges documents, fact tables and samples into one library and indexes it,
/// with the aliases and synonyms of a thesaurus. Inconsistencies are reported
/// and do not stop the merge.
pub fn merge(
    documents: Vec<NamedDocument>,
    facts: Facts,
    samples: Vec<Sample>,
    thesaurus: &Thesaurus,
) -> (Library, Vec<MergeDiagnostic>) {
    let (mut library, problems) = merge_unindexed(documents, facts, samples, thesaurus);
    library.index = Index::of(&library, thesaurus);
    (library, problems)
}

/// Merges as [`merge`] does, but leaves the search index empty.
pub(crate) fn merge_unindexed(
    mut documents: Vec<NamedDocument>,
    facts: Facts,
    mut samples: Vec<Sample>,
    thesaurus: &Thesaurus,
) -> (Library, Vec<MergeDiagnostic>) {
    documents.sort_by_key(|named| {
        let document = &named.document;
        Reverse((publication(document), document.series))
    });
    samples.sort_by(|a, b| (&a.feature, a.order, &a.slug).cmp(&(&b.feature, b.order, &b.slug)));

    let mut problems = Vec::new();
    problems.extend(problem::unknown_peps(&documents, &facts));
    let stated = gather(&documents, &mut problems);
    let order = Order::new(&facts.calendars);
    let mut features = Vec::new();
    let mut feature_texts: BTreeMap<Series, Vec<FeatureText>> = BTreeMap::new();
    for (slug, statements) in &stated {
        let builder = FeatureBuilder {
            slug,
            statements,
            facts: &facts,
        };
        match builder.series() {
            Some(series) => {
                let text = builder.text();
                let feature = builder.feature(series, &text, &samples);
                let key = order.key(&builder.ordered(series));
                features.push((key, feature, builder.names()));
                feature_texts.entry(series).or_default().push(text);
            }
            None => problems.extend(builder.without_series()),
        }
    }
    features.sort_by_key(|(key, ..)| *key);
    let features = features.into_iter();
    let (features, names): (Vec<Feature>, Vec<Names>) =
        features.map(|(_, feature, names)| (feature, names)).unzip();
    let known = stated.keys().map(String::as_str).collect();
    problems.extend(problem::references(&documents, &samples, thesaurus, &known));

    let slugs = features.iter().map(|feature| feature.slug.as_str());
    let places: HashMap<&str, usize> = slugs.zip(0..).collect();
    let entries = documents
        .iter()
        .map(|named| document_entry(named, &feature_texts, &places))
        .collect();
    let sequels = sequels(&features, &names, &feature_texts);
    let module_removals = module_removals(&features, &names, &sequels);
    let excerpts = excerpts(&features, &feature_texts);
    let catalogue = Catalogue {
        as_of: facts.as_of,
        features,
        calendars: facts.calendars,
        documents: entries,
        sequels,
        module_removals,
    };
    let disputed = disputed(&documents, &catalogue, &feature_texts);
    let document_texts = document_texts(documents, &catalogue, &feature_texts);
    let library = Library {
        catalogue,
        names: names.into(),
        index: Index::default(),
        excerpts,
        peps: facts.peps,
        feature_texts,
        document_texts,
        samples,
        disputed,
    };
    (library, problems)
}

/// The day of a document's last update, else of its publication.
fn publication(document: &Document) -> Option<Date> {
    document.metadata.updated.or(document.metadata.published)
}

/// Groups all statements by slug, the most authoritative first.
fn gather<'a>(
    documents: &'a [NamedDocument],
    problems: &mut Vec<MergeDiagnostic>,
) -> BTreeMap<String, Vec<Stated<'a>>> {
    // The sort is stable: among equals, the newest stays first.
    let mut ranked: Vec<&NamedDocument> = documents.iter().collect();
    ranked.sort_by_key(|named| {
        let source = named.document.metadata.source.as_ref();
        match source.map(|source| source.kind) {
            Some(SourceKind::Reference) => 0,
            Some(SourceKind::Announcement) | None => 1,
            Some(SourceKind::Article | SourceKind::Guide) => 2,
        }
    });
    let mut slugs = KnownSlugs::of(documents);
    let mut stated: BTreeMap<String, Vec<Stated<'a>>> = BTreeMap::new();
    for (rank, named) in ranked.into_iter().enumerate() {
        let mut seen = BTreeSet::new();
        for (position, feature) in named.document.features.iter().enumerate() {
            let slug = slugs
                .find(feature)
                .unwrap_or_else(|| slugs.by_title(named, feature, position));
            if !seen.insert(slug.clone()) {
                // An announcement of several releases may repeat an item.
                if feature.id.is_some() {
                    problems.push(problem::repeated_slug(named, feature));
                }
                continue;
            }
            stated.entry(slug).or_default().push(Stated {
                named,
                feature,
                place: Place {
                    document: rank,
                    feature: position,
                },
            });
        }
    }
    stated
}

fn excerpts(features: &[Feature], texts: &BTreeMap<Series, Vec<FeatureText>>) -> Vec<String> {
    let excerpts: HashMap<&str, String> = texts
        .values()
        .flatten()
        .map(|text| (text.slug.as_str(), feature::lead(text)))
        .collect();
    let of_feature = |feature: &Feature| excerpts.get(feature.slug.as_str()).cloned();
    let excerpts = features.iter().map(of_feature);
    excerpts.map(Option::unwrap_or_default).collect()
}

fn document_entry(
    named: &NamedDocument,
    texts: &BTreeMap<Series, Vec<FeatureText>>,
    places: &HashMap<&str, usize>,
) -> DocumentEntry {
    let NamedDocument { slug, document } = named;
    let metadata = &document.metadata;
    let mut features = Vec::new();
    let mut of_features = Vec::new();
    for text in texts.values().flatten() {
        for said in text.statements.iter().filter(|said| said.document == *slug) {
            features.extend(places.get(text.slug.as_str()).copied());
            of_features.extend(said.claims.iter().map(|claim| claim.verdict));
        }
    }
    features.sort_unstable();
    let of_document = document.claims.iter().map(|claim| claim.verdict);
    DocumentEntry {
        slug: slug.clone(),
        title: metadata.title.clone(),
        published: metadata.published,
        updated: metadata.updated,
        author: metadata.author.clone(),
        description: metadata.description.clone(),
        source: metadata.source.clone(),
        series: document.series,
        release: document.release,
        as_of: metadata.as_of,
        features,
        verdicts: Verdicts::count(of_features.into_iter().chain(of_document)),
    }
}

fn document_texts(
    documents: Vec<NamedDocument>,
    catalogue: &Catalogue,
    texts: &BTreeMap<Series, Vec<FeatureText>>,
) -> Vec<DocumentText> {
    let texts: HashMap<&str, &FeatureText> = texts
        .values()
        .flatten()
        .map(|text| (text.slug.as_str(), text))
        .collect();
    let with_text = |feature: &'_ Feature| texts.get(feature.slug.as_str()).copied();
    let features = catalogue.features.iter();
    let features = features
        .filter_map(|feature| Some((feature.slug.as_str(), (feature, with_text(feature)?))))
        .collect();
    let cut = |named: NamedDocument| DocumentText {
        slug: named.slug,
        passages: passage::cut(&named.document.body, named.document.series, &features),
        diagnostics: named.document.diagnostics,
    };
    documents.into_iter().map(cut).collect()
}
