//! The bundle: the library as files that a browser loads part by part. In a native
//! build, [`write`] returns all files; in the browser, [`read`] checks and decodes one.

use super::disputed::DisputedClaim;
use super::index::Index;
use super::model::{Catalogue, DocumentText, FeatureText, Library, Pep};
use super::names::NameList;
use super::own::Base;
use super::sample::Sample;
use ::bundle::encode;
pub use ::bundle::{BundleError, EncodeError, File, Part, SCHEMA, decode, read};
use terms::Series;

/// The part that is loaded first; every other part depends on it.
pub fn catalogue() -> Part<Catalogue> {
    Part::at("catalogue.bin")
}

/// The names and aliases of each feature, in the catalogue's order.
pub fn names() -> Part<NameList> {
    Part::at("names.bin")
}

/// The search index, without the words of the features' titles and names.
pub fn index() -> Part<Index> {
    Part::at("index.bin")
}

/// The first sentences of each feature's text, in the order of the catalogue's
/// features.
pub fn excerpts() -> Part<Vec<String>> {
    Part::at("excerpts.bin")
}

/// Every PEP, sorted by number.
pub fn peps() -> Part<Vec<Pep>> {
    Part::at("peps.bin")
}

/// The texts of the features of one series.
pub fn feature_texts(series: Series) -> Part<Vec<FeatureText>> {
    Part::at(format!("features-{series}.bin"))
}

/// The full text of one document.
pub fn document_text(slug: &str) -> Part<DocumentText> {
    Part::at(format!("document-{}.bin", slug.replace('/', "-")))
}

/// Every sample.
pub fn samples() -> Part<Vec<Sample>> {
    Part::at("samples.bin")
}

/// The claims of documents that do not hold, or no longer.
pub fn disputed() -> Part<Vec<DisputedClaim>> {
    Part::at("disputed.bin")
}

/// The sources of the bundle, for merging them again with more documents.
pub fn base() -> Part<Base> {
    Part::at("base.bin")
}

/// Encodes the whole library.
///
/// # Errors
/// If a part cannot be encoded.
pub fn write(library: &Library) -> Result<Vec<File>, EncodeError> {
    let mut files = vec![
        encode(&catalogue(), &library.catalogue)?,
        encode(&names(), &library.names)?,
        encode(&index(), &library.index)?,
        encode(&excerpts(), &library.excerpts)?,
        encode(&peps(), &library.peps)?,
        encode(&samples(), &library.samples)?,
        encode(&disputed(), &library.disputed)?,
    ];
    for (series, texts) in &library.feature_texts {
        files.push(encode(&feature_texts(*series), texts)?);
    }
    for text in &library.document_texts {
        files.push(encode(&document_text(&text.slug), text)?);
    }
    Ok(files)
}

/// Encodes the sources of the library.
///
/// # Errors
/// If it cannot be encoded.
pub fn write_base(value: &Base) -> Result<File, EncodeError> {
    encode(&base(), value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Shelf;

    fn library() -> Library {
        Shelf::empty()
            .reference(
                "notes/3.14",
                "## Except {#pep-758 kind=changed status=final}\n\nText.\n\n\
                 | a | b |\n|---|---|\n| 1 | `ü` |\n\n\
                 ## Older {#3.12-old kind=removed series=3.12 removed=3.12.1}\n\n> Quoted.",
            )
            .sample("pep-758/bare", 1)
            .library()
    }

    #[track_caller]
    fn file<'a, T>(files: &'a [File], part: &Part<T>) -> &'a [u8] {
        let found = files.iter().find(|file| file.path == part.path);
        &found.unwrap_or_else(|| panic!("no {}", part.path)).bytes
    }

    #[test]
    fn every_part_reads_back_as_it_was() {
        let library = library();
        let files = write(&library).expect("the library encodes");
        let part = catalogue();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.catalogue));
        let part = names();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.names));
        let part = index();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.index));
        let part = excerpts();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.excerpts));
        let part = peps();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.peps));
        let part = samples();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.samples));
        let part = disputed();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.disputed));
        assert_eq!(library.feature_texts.len(), 2);
        for (series, texts) in library.feature_texts {
            let part = feature_texts(series);
            assert_eq!(read(&part, file(&files, &part)), Ok(texts), "{series}");
        }
        for text in library.document_texts {
            let part = document_text(&text.slug);
            assert_eq!(part.path, "document-notes-3.14.bin", "a file, not a folder");
            assert_eq!(read(&part, file(&files, &part)), Ok(text));
        }
    }
}
