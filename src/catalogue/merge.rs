//! Many documents become one catalogue. The entry point is [`merge`].
//!
//! Features are the same when they have the same slug; a document that gives
//! none is matched by its PEP or its issue. What each document said is kept.

use super::facts::Facts;
use super::model::{
    Catalogue, DocumentEntry, DocumentText, Feature, FeatureText, Library, Statement, Verdicts,
};
use super::sample::Sample;
use super::verdict;
use crate::document::{Block, Document, StatedFeature, plain_text};
use crate::terms::{Date, IssueRef, PepNumber, Series, SourceKind, Status};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    #[error("the sample `{sample}` belongs to `{feature}`, and there is no such feature")]
    SampleWithoutFeature { sample: String, feature: String },
}

/// Merges documents, fact tables and samples into one library.
pub fn merge(
    mut documents: Vec<NamedDocument>,
    facts: Facts,
    mut samples: Vec<Sample>,
) -> (Library, Vec<MergeProblem>) {
    documents.sort_by_key(|named| Reverse(publication(&named.document)));
    samples.sort_by(|a, b| (&a.feature, a.order, &a.slug).cmp(&(&b.feature, b.order, &b.slug)));

    let mut problems = Vec::new();
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
                features.push(builder.feature(series, &text, &samples));
                feature_texts.entry(series).or_default().push(text);
            }
            None => problems.push(builder.without_series()),
        }
    }
    features.sort_by_cached_key(|feature| {
        let title = plain_text(&feature.title).to_lowercase();
        (Reverse(feature.series), feature.area, title)
    });
    check_links(&features, &samples, &mut problems);

    let entries = documents
        .iter()
        .map(|named| document_entry(named, &features, &feature_texts))
        .collect();
    let catalogue = Catalogue {
        as_of: facts.as_of,
        features,
        peps: facts.peps,
        calendars: facts.calendars,
        documents: entries,
    };
    let document_texts = documents.into_iter().map(document_text).collect();
    let library = Library {
        catalogue,
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

/// One document's statement of a feature.
struct Stated<'a> {
    named: &'a NamedDocument,
    feature: &'a StatedFeature,
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
            Some(SourceKind::Article) => 2,
        }
    });
    let slugs = KnownSlugs::of(documents);
    let mut stated: BTreeMap<String, Vec<Stated<'a>>> = BTreeMap::new();
    for named in ranked {
        let mut seen = BTreeSet::new();
        for (position, feature) in named.document.features.iter().enumerate() {
            let slug = slugs
                .find(feature)
                .unwrap_or_else(|| format!("{}-{}", named.slug, position + 1));
            if !seen.insert(slug.clone()) {
                problems.push(MergeProblem::RepeatedSlug {
                    document: named.slug.clone(),
                    line: feature.line,
                    slug,
                });
                continue;
            }
            stated
                .entry(slug)
                .or_default()
                .push(Stated { named, feature });
        }
    }
    stated
}

/// The slugs that some document writes, by the issue they stand for.
struct KnownSlugs {
    by_issue: HashMap<IssueRef, String>,
}

impl KnownSlugs {
    fn of(documents: &[NamedDocument]) -> Self {
        let mut by_issue = HashMap::new();
        for feature in documents.iter().flat_map(|named| &named.document.features) {
            if let Some(id) = &feature.id {
                for issue in &feature.issues {
                    by_issue.entry(*issue).or_insert_with(|| id.clone());
                }
            }
        }
        Self { by_issue }
    }

    /// The slug that a feature goes by, where its document or its only PEP or
    /// issue gives it one.
    fn find(&self, feature: &StatedFeature) -> Option<String> {
        if let Some(id) = &feature.id {
            return Some(id.clone());
        }
        match (feature.peps.as_slice(), feature.issues.as_slice()) {
            ([pep], _) => Some(format!("pep-{}", pep.0)),
            ([], [issue]) => Some(match self.by_issue.get(issue) {
                Some(slug) => slug.clone(),
                None => issue.to_string(),
            }),
            _ => None,
        }
    }
}

/// Makes one feature of what the documents state of it.
struct FeatureBuilder<'a> {
    slug: &'a str,
    /// Never empty; the first is the most authoritative.
    statements: &'a [Stated<'a>],
    facts: &'a Facts,
}

impl FeatureBuilder<'_> {
    /// The series that introduced it: what a heading says outright, else what
    /// the PEP index has for the PEP that it is, else the document's.
    fn series(&self) -> Option<Series> {
        let stated = self.first(|stated| stated.feature.series);
        let by_pep = || {
            let pep: PepNumber = self.slug.strip_prefix("pep-")?.parse().ok()?;
            let versions = &self.facts.pep(pep)?.versions;
            versions.iter().copied().find(|series| series.major >= 3)
        };
        let by_document = || self.first(|stated| stated.named.document.series);
        stated.or_else(by_pep).or_else(by_document)
    }

    fn first<T>(&self, value: impl Fn(&Stated) -> Option<T>) -> Option<T> {
        self.statements.iter().find_map(value)
    }

    fn without_series(&self) -> MergeProblem {
        let stated = &self.statements[0];
        MergeProblem::NoSeries {
            document: stated.named.slug.clone(),
            line: stated.feature.line,
            title: stated.feature.title.clone(),
        }
    }

    fn text(&self) -> FeatureText {
        let statements = self.statements.iter().map(|stated| Statement {
            document: stated.named.slug.clone(),
            summary: stated.feature.summary.clone(),
            claims: verdict::claims_of(stated.feature, self.slug, self.facts),
        });
        FeatureText {
            slug: self.slug.to_owned(),
            statements: statements.collect(),
        }
    }

    fn feature(&self, series: Series, text: &FeatureText, samples: &[Sample]) -> Feature {
        let primary = self.statements[0].feature;
        let claims = text.statements.iter().flat_map(|said| &said.claims);
        Feature {
            slug: self.slug.to_owned(),
            title: primary.heading.clone(),
            lead: lead(primary),
            kind: primary.kind,
            area: self.first(|stated| stated.feature.area),
            module: self.first(|stated| stated.feature.module.clone()),
            series,
            removed: self.first(|stated| stated.feature.removed),
            peps: self.union(|feature| &feature.peps),
            issues: self.union(|feature| &feature.issues),
            names: self.union(|feature| &feature.names),
            status: self.status(),
            impact: self.first(|stated| stated.feature.impact),
            url: self.first(|stated| stated.feature.url.clone()),
            related: self.union(|feature| &feature.related),
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

    /// What any document lists, each once, in the order of authority.
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
                .max_by_key(|stated| publication(&stated.named.document))
                .and_then(|stated| stated.feature.status)
        };
        by_pep.or_else(by_newest_document)
    }
}

/// The longest lead of a feature, in characters.
const LEAD_LENGTH: usize = 200;

/// The beginning of a feature's text, cut at a word.
fn lead(feature: &StatedFeature) -> String {
    let first = feature.summary.iter().find_map(|block| match block {
        Block::Paragraph(content) => Some(plain_text(content)),
        _ => None,
    });
    let text = first.unwrap_or_default();
    let Some((end, _)) = text.char_indices().nth(LEAD_LENGTH) else {
        return text;
    };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches([',', ';', ':', '.']))
}

fn check_links(features: &[Feature], samples: &[Sample], problems: &mut Vec<MergeProblem>) {
    let slugs: BTreeSet<&str> = features
        .iter()
        .map(|feature| feature.slug.as_str())
        .collect();
    for feature in features {
        for related in &feature.related {
            if !slugs.contains(related.as_str()) {
                problems.push(MergeProblem::UnknownRelated {
                    slug: feature.slug.clone(),
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
}

fn document_entry(
    named: &NamedDocument,
    features: &[Feature],
    texts: &BTreeMap<Series, Vec<FeatureText>>,
) -> DocumentEntry {
    let NamedDocument { slug, document } = named;
    let metadata = &document.metadata;
    let of_features = texts
        .values()
        .flatten()
        .flat_map(|text| &text.statements)
        .filter(|said| said.document == *slug)
        .flat_map(|said| said.claims.iter().map(|claim| claim.verdict));
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
            .filter(|feature| feature.documents.contains(slug))
            .map(|feature| feature.slug.clone())
            .collect(),
        verdicts: Verdicts::count(of_features.chain(of_document)),
    }
}

fn document_text(named: NamedDocument) -> DocumentText {
    DocumentText {
        slug: named.slug,
        outline: named.document.outline,
        body: named.document.body,
        warnings: named.document.warnings,
    }
}
