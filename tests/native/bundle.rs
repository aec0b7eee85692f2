//! The shipped assets: they are read without diagnostics, nothing that a document states is
//! missing in the bundle, and checked claims agree with the fact tables.

use catalogue::{Feature, Library, bundle, sources};
use document::{self, Document, plain_text};
use publish::export;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use terms::{Series, SourceKind};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| match sources::read(&assets()) {
    Ok(library) => library,
    Err(error) => panic!("{error}"),
});

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

fn features() -> &'static [Feature] {
    &LIBRARY.catalogue.features
}

/// The text of every document by its slug: its path below the folder, without the extension.
fn documents() -> BTreeMap<String, String> {
    let root = assets().join("documents");
    let mut folders = vec![root.clone()];
    let mut documents = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of documents") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(&root).expect("a path below the folder");
            let slug = below
                .with_extension("")
                .to_string_lossy()
                .replace('\\', "/");
            let text = fs::read_to_string(&path).expect("a document in UTF-8");
            documents.insert(slug, text);
        }
    }
    documents
}

fn parsed() -> impl Iterator<Item = (String, Document)> {
    documents().into_iter().map(|(slug, text)| {
        let document = document::parse(text.as_bytes()).expect("a document within the limit");
        (slug, document)
    })
}

/// The slugs of headings with attributes, found without the parser.
fn written_slugs(text: &str) -> Vec<&str> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .filter_map(|line| line.rsplit_once("{#"))
        .filter(|(_, attributes)| attributes.contains(' '))
        .filter_map(|(_, attributes)| attributes.split([' ', '}']).next())
        .collect()
}

/// Fails with all violations of a rule at once.
#[track_caller]
fn none(wrong: impl IntoIterator<Item = String>, rule: &str) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{rule}:\n  {}", wrong.join("\n  "));
}

#[test]
fn every_feature_of_every_document_is_there_with_the_documents_own_words() {
    let mut lost = Vec::new();
    let mut stated = 0;
    for (name, document) in parsed() {
        for feature in &document.features {
            stated += 1;
            let slug = feature.id.as_deref().unwrap_or_default();
            let merged = LIBRARY.catalogue.feature(slug);
            let texts = merged.and_then(|merged| LIBRARY.feature_texts.get(&merged.series));
            let text = texts.into_iter().flatten().find(|text| text.slug == slug);
            let said = text.and_then(|text| {
                let mut statements = text.statements.iter();
                statements.find(|said| said.document == name)
            });
            let kept = said.is_some_and(|said| {
                let given =
                    usize::from(feature.status.is_some()) + usize::from(feature.created.is_some());
                let is_official = document.metadata.source.as_ref().is_some_and(|source| {
                    source.kind == SourceKind::Reference && slug.starts_with("pep-")
                });
                // In release notes, both come from the PEP index.
                let given = if is_official { 2 } else { given };
                said.summary == feature.summary && said.claims.len() == feature.claims.len() + given
            });
            if !kept {
                lost.push(format!("{name}, line {}: `{slug}`", feature.line()));
            }
        }
    }
    none(lost, "a statement is not in the catalogue as it was made");
    let said = LIBRARY.feature_texts.values().flatten();
    assert_eq!(
        said.map(|text| text.statements.len()).sum::<usize>(),
        stated
    );
}

#[test]
fn every_slug_that_is_written_is_exported() {
    let export = serde_json::to_value(export(&LIBRARY)).expect("plain values");
    let exported = export["features"].as_array().expect("a list").iter();
    let exported: BTreeSet<&str> = exported
        .filter_map(|feature| feature["slug"].as_str())
        .collect();
    let documents = documents();
    let mut written = BTreeSet::new();
    for text in documents.values() {
        written.extend(written_slugs(text));
    }
    assert!(
        written.len() > 400,
        "{} slugs are found at all",
        written.len()
    );
    assert_eq!(exported, written);
}

#[test]
fn slugs_are_unique_and_features_list_what_there_is() {
    let slugs: BTreeSet<&str> = features()
        .iter()
        .map(|feature| feature.slug.as_str())
        .collect();
    assert_eq!(slugs.len(), features().len(), "every slug once");
    let samples: BTreeSet<&str> = LIBRARY
        .samples
        .iter()
        .map(|sample| sample.slug.as_str())
        .collect();
    let listed: BTreeSet<&str> = features()
        .iter()
        .flat_map(|feature| feature.samples.iter().map(String::as_str))
        .collect();
    assert_eq!(listed, samples, "every sample is some feature's");
    for entry in &LIBRARY.catalogue.documents {
        for place in &entry.features {
            let feature = features().get(*place);
            let states = feature.is_some_and(|feature| feature.documents.contains(&entry.slug));
            assert!(states, "{}: the feature at {place}", entry.slug);
        }
    }
}

#[test]
fn titles_are_short_and_unique() {
    let mut seen = BTreeSet::new();
    none(
        features().iter().filter_map(|feature| {
            let title = plain_text(&feature.title);
            let length = title.chars().count();
            let fresh = seen.insert((feature.series, title.to_lowercase()));
            (length == 0 || length > 90 || !fresh).then(|| {
                format!(
                    "{}: {length} characters, new: {fresh}: {title}",
                    feature.slug
                )
            })
        }),
        "a title has 1 to 90 characters and is unique in its series",
    );
}

#[test]
fn peps_and_their_statuses_are_those_of_the_table() {
    let of_features = features().iter().flat_map(|feature| {
        feature
            .peps
            .iter()
            .map(move |pep| (feature, *pep, LIBRARY.pep(*pep)))
    });
    none(
        of_features.filter_map(|(feature, pep, known)| {
            let status = known.map(|known| known.status);
            let own = feature.slug == format!("pep-{}", pep.0);
            let agrees = status.is_some() && (!own || feature.status == status);
            (!agrees).then(|| format!("{}: {pep}, {status:?}", feature.slug))
        }),
        "every PEP is in the table, and the feature that it is has its status",
    );
    let without_status = features()
        .iter()
        .filter(|feature| !feature.peps.is_empty() && feature.status.is_none());
    none(
        without_status.map(|feature| feature.slug.clone()),
        "what belongs to a PEP has a status",
    );
}

#[test]
fn every_claim_has_words_and_evidence() {
    let statements = LIBRARY
        .feature_texts
        .values()
        .flatten()
        .flat_map(|text| &text.statements);
    let of_features = statements.flat_map(|said| {
        said.claims.iter().map(|claim| {
            (
                said.document.clone(),
                plain_text(&claim.text),
                plain_text(&claim.evidence),
            )
        })
    });
    let of_documents = parsed().flat_map(|(name, document)| {
        let claims = document.claims.into_iter();
        claims
            .map(|claim| {
                (
                    name.clone(),
                    plain_text(&claim.text),
                    plain_text(&claim.evidence),
                )
            })
            .collect::<Vec<_>>()
    });
    let claims: Vec<(String, String, String)> = of_features.chain(of_documents).collect();
    assert!(
        claims.len() > 100,
        "{} claims are found at all",
        claims.len()
    );
    none(
        claims
            .into_iter()
            .filter(|(_, text, evidence)| text.trim().is_empty() || evidence.trim().is_empty())
            .map(|(document, text, evidence)| format!("{document}: `{text}`: `{evidence}`")),
        "a claim has words and evidence",
    );
}

#[test]
fn every_part_of_the_bundle_reads_back_as_it_was() {
    let files = bundle::write(&LIBRARY).expect("the library encodes");
    let mut files: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .map(|file| (file.path, file.bytes))
        .collect();
    let mut take = |path: &str| files.remove(path).unwrap_or_else(|| panic!("no {path}"));
    let part = bundle::catalogue();
    let catalogue = bundle::read(&part, &take(&part.path)).expect("a catalogue");
    assert!(
        catalogue == LIBRARY.catalogue,
        "the catalogue has changed on the way"
    );
    let part = bundle::names();
    assert_eq!(
        bundle::read(&part, &take(&part.path)).as_ref(),
        Ok(&LIBRARY.names)
    );
    let part = bundle::index();
    assert_eq!(
        bundle::read(&part, &take(&part.path)).as_ref(),
        Ok(&LIBRARY.index)
    );
    let part = bundle::excerpts();
    assert_eq!(
        bundle::read(&part, &take(&part.path)).as_ref(),
        Ok(&LIBRARY.excerpts)
    );
    let part = bundle::peps();
    assert_eq!(
        bundle::read(&part, &take(&part.path)).as_ref(),
        Ok(&LIBRARY.peps)
    );
    let part = bundle::samples();
    assert_eq!(
        bundle::read(&part, &take(&part.path)).as_ref(),
        Ok(&LIBRARY.samples)
    );
    let part = bundle::disputed();
    assert_eq!(
        bundle::read(&part, &take(&part.path)).as_ref(),
        Ok(&LIBRARY.disputed)
    );
    for (series, texts) in &LIBRARY.feature_texts {
        let part = bundle::feature_texts(*series);
        assert!(
            bundle::read(&part, &take(&part.path)).as_ref() == Ok(texts),
            "{series}"
        );
    }
    for text in &LIBRARY.document_texts {
        let part = bundle::document_text(&text.slug);
        assert!(
            bundle::read(&part, &take(&part.path)).as_ref() == Ok(text),
            "{}",
            text.slug
        );
    }
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no file is left over"
    );
}

#[test]
fn every_document_is_put_together_again_word_for_word() {
    for (name, document) in parsed() {
        let mut texts = LIBRARY.document_texts.iter();
        let text = texts.find(|text| text.slug == name).expect("its text");
        let of_series = document.series.and_then(|s| LIBRARY.feature_texts.get(&s));
        let of_series = of_series.map(Vec::as_slice).unwrap_or_default();
        assert!(
            text.body(&LIBRARY.catalogue, of_series) == document.body,
            "{name}"
        );
    }
}

#[test]
fn every_series_since_3_8_and_every_document_says_something() {
    for minor in 8..=15 {
        let series = Series::python3(minor);
        let count = features()
            .iter()
            .filter(|feature| feature.series == series)
            .count();
        assert!(count >= 10, "{series} has {count} features");
        assert!(
            LIBRARY.catalogue.calendar(series).is_some(),
            "{series} has releases"
        );
    }
    for entry in &LIBRARY.catalogue.documents {
        let source = entry.source.as_ref();
        assert!(source.is_some(), "{} names no source", entry.slug);
        // A guide links to features but states none.
        let is_guide = source.is_some_and(|source| source.kind == SourceKind::Guide);
        assert_eq!(entry.features.is_empty(), is_guide, "{}", entry.slug);
    }
}

#[test]
fn a_feature_has_the_statements_of_all_its_documents() {
    let pep = LIBRARY.catalogue.feature("pep-649").expect("PEP 649");
    assert!(pep.documents.len() >= 4, "{:?}", pep.documents);
    let texts = &LIBRARY.feature_texts[&pep.series];
    let text = texts
        .iter()
        .find(|text| text.slug == pep.slug)
        .expect("its text");
    let said: Vec<&String> = text.statements.iter().map(|said| &said.document).collect();
    assert_eq!(said, pep.documents.iter().collect::<Vec<_>>());
}
