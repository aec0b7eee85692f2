//! Many documents become one catalogue. The entry point is [`merge`].
//!
//! Features are the same when they have the same slug; a document that gives
//! none is matched by its PEP or its issue, else by the title in its series. What each document said is kept.

mod feature;
mod slugs;
#[cfg(test)]
mod tests;

use super::facts::Facts;
use super::index::Index;
use super::model::{
    Catalogue, DocumentEntry, DocumentText, Feature, FeatureText, Library, Verdicts,
};
use super::names::Names;
use super::passage;
use super::sample::Sample;
use super::sequel::sequels;
use super::thesaurus::Thesaurus;
use document::{Document, for_each_link, plain_text};
use feature::{FeatureBuilder, Stated};
use slugs::KnownSlugs;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use terms::{Date, PepNumber, Series, SourceKind};

/// A document with the slug it goes by: its file's name without the ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDocument {
    pub slug: String,
    pub document: Document,
}

/// Something that does not fit together. The rest is merged all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeProblem {
    #[error("{document}, line {line}: {pep} is not in the PEP table; correct the number")]
    UnknownPep {
        document: String,
        line: u32,
        pep: PepNumber,
    },
    #[error(
        "{document}, line {line}: no series is known for `{title}`; \
         give the document a `series:` or the heading a `series=`"
    )]
    NoSeries {
        document: String,
        line: u32,
        title: String,
    },
    #[error("{document}, line {line}: `{slug}` stands in this document already; give each once")]
    RepeatedSlug {
        document: String,
        line: u32,
        slug: String,
    },
    #[error("the feature `{slug}` names `{related}` as related, and there is no such feature")]
    UnknownRelated { slug: String, related: String },
    #[error("{document}: a link leads to the feature `{slug}`, and there is no such feature")]
    UnknownLinked { document: String, slug: String },
    #[error("the sample `{sample}` belongs to `{feature}`, and there is no such feature")]
    SampleWithoutFeature { sample: String, feature: String },
    #[error("the thesaurus has aliases for `{slug}`, and there is no such feature")]
    UnknownAliased { slug: String },
}

/// Merges documents, fact tables and samples into one library, and indexes it
/// with the help of a thesaurus.
pub fn merge(
    mut documents: Vec<NamedDocument>,
    facts: Facts,
    mut samples: Vec<Sample>,
    thesaurus: &Thesaurus,
) -> (Library, Vec<MergeProblem>) {
    documents.sort_by_key(|named| {
        let document = &named.document;
        Reverse((publication(document), document.series))
    });
    samples.sort_by(|a, b| (&a.feature, a.order, &a.slug).cmp(&(&b.feature, b.order, &b.slug)));

    let mut problems = Vec::new();
    check_peps(&documents, &facts, &mut problems);
    let stated = gather(&documents, &mut problems);
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
                features.push((builder.feature(series, &text, &samples), builder.names()));
                feature_texts.entry(series).or_default().push(text);
            }
            None => problems.push(builder.without_series()),
        }
    }
    features.sort_by_cached_key(|(feature, _)| {
        let title = plain_text(&feature.title).to_lowercase();
        (Reverse(feature.series), feature.area, title)
    });
    let (features, names): (Vec<Feature>, Vec<Names>) = features.into_iter().unzip();
    check_links(&feature_texts, &samples, thesaurus, &mut problems);
    check_linked(&documents, &features, &mut problems);

    let slugs = features.iter().map(|feature| feature.slug.as_str());
    let places: HashMap<&str, usize> = slugs.zip(0..).collect();
    let entries = documents
        .iter()
        .map(|named| document_entry(named, &stated, &feature_texts, &places))
        .collect();
    let index = Index::build(&features, &names, &feature_texts, &facts.peps, thesaurus);
    let sequels = sequels(&features, &names, &feature_texts);
    let leads = leads(&features, &feature_texts);
    let catalogue = Catalogue {
        as_of: facts.as_of,
        features,
        calendars: facts.calendars,
        documents: entries,
        sequels,
    };
    let document_texts = document_texts(documents, &catalogue, &feature_texts);
    let library = Library {
        catalogue,
        names: names.into(),
        index,
        leads,
        peps: facts.peps,
        feature_texts,
        document_texts,
        samples,
    };
    (library, problems)
}

/// When a document's words were last true, for putting the newest first.
fn publication(document: &Document) -> Option<Date> {
    document.metadata.updated.or(document.metadata.published)
}

/// Groups what the documents state by slug, the most authoritative first.
fn gather<'a>(
    documents: &'a [NamedDocument],
    problems: &mut Vec<MergeProblem>,
) -> BTreeMap<String, Vec<Stated<'a>>> {
    // The sort is stable, so that among equals the newest stays first.
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
    for named in ranked {
        let mut seen = BTreeSet::new();
        for (position, feature) in named.document.features.iter().enumerate() {
            let slug = slugs
                .find(feature)
                .unwrap_or_else(|| slugs.by_title(named, feature, position));
            if !seen.insert(slug.clone()) {
                // An announcement of several releases says some things for each.
                if feature.id.is_some() {
                    problems.push(MergeProblem::RepeatedSlug {
                        document: named.slug.clone(),
                        line: feature.line,
                        slug,
                    });
                }
                continue;
            }
            stated.entry(slug).or_default().push(Stated {
                named,
                feature,
                position,
            });
        }
    }
    stated
}

fn leads(features: &[Feature], texts: &BTreeMap<Series, Vec<FeatureText>>) -> Vec<String> {
    let leads: HashMap<&str, String> = texts
        .values()
        .flatten()
        .map(|text| (text.slug.as_str(), feature::lead(text)))
        .collect();
    let of_feature = |feature: &Feature| leads.get(feature.slug.as_str()).cloned();
    let leads = features.iter().map(of_feature);
    leads.map(Option::unwrap_or_default).collect()
}

fn check_peps(documents: &[NamedDocument], facts: &Facts, problems: &mut Vec<MergeProblem>) {
    for named in documents {
        for feature in &named.document.features {
            let unknown = feature.peps.iter().filter(|pep| facts.pep(**pep).is_none());
            problems.extend(unknown.map(|pep| MergeProblem::UnknownPep {
                document: named.slug.clone(),
                line: feature.line,
                pep: *pep,
            }));
        }
    }
}

/// How a document's link to a feature begins.
const TO_FEATURE: &str = "#?feature=";

/// Links in the texts, as guides have them, lead to features that are there.
fn check_linked(
    documents: &[NamedDocument],
    features: &[Feature],
    problems: &mut Vec<MergeProblem>,
) {
    let slugs: HashSet<&str> = features
        .iter()
        .map(|feature| feature.slug.as_str())
        .collect();
    for named in documents {
        for_each_link(&named.document.body, &mut |url| {
            let Some(slug) = url.strip_prefix(TO_FEATURE) else {
                return;
            };
            if !slugs.contains(slug) {
                problems.push(MergeProblem::UnknownLinked {
                    document: named.slug.clone(),
                    slug: slug.to_owned(),
                });
            }
        });
    }
}

fn check_links(
    texts: &BTreeMap<Series, Vec<FeatureText>>,
    samples: &[Sample],
    thesaurus: &Thesaurus,
    problems: &mut Vec<MergeProblem>,
) {
    let texts = || texts.values().flatten();
    let slugs: BTreeSet<&str> = texts().map(|text| text.slug.as_str()).collect();
    for text in texts() {
        for related in &text.related {
            if !slugs.contains(related.as_str()) {
                problems.push(MergeProblem::UnknownRelated {
                    slug: text.slug.clone(),
                    related: related.clone(),
                });
            }
        }
    }
    for sample in samples {
        if !slugs.contains(sample.feature.as_str()) {
            problems.push(MergeProblem::SampleWithoutFeature {
                sample: sample.slug.clone(),
                feature: sample.feature.clone(),
            });
        }
    }
    let unknown = thesaurus.slugs().filter(|slug| !slugs.contains(slug));
    problems.extend(unknown.map(|slug| MergeProblem::UnknownAliased {
        slug: slug.to_owned(),
    }));
}

fn document_entry(
    named: &NamedDocument,
    stated: &BTreeMap<String, Vec<Stated>>,
    texts: &BTreeMap<Series, Vec<FeatureText>>,
    places: &HashMap<&str, usize>,
) -> DocumentEntry {
    let NamedDocument { slug, document } = named;
    let metadata = &document.metadata;
    let mut features = Vec::new();
    let mut of_features = Vec::new();
    for text in texts.values().flatten() {
        for said in text.statements.iter().filter(|said| said.document == *slug) {
            let of_slug = stated.get(&text.slug).into_iter().flatten();
            let place = of_slug.filter(|stated| stated.named.slug == *slug);
            let place = place.map(|stated| stated.position).min();
            features.push((place, text.slug.clone()));
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
        features: features
            .iter()
            .filter_map(|(_, slug)| places.get(slug.as_str()).copied())
            .collect(),
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
        warnings: named.document.warnings,
    };
    documents.into_iter().map(cut).collect()
}
