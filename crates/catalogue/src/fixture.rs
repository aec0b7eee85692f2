//! Small libraries for the tests of this crate and its dependents. The entry
//! point is [`Shelf`].

#![allow(clippy::expect_used, reason = "only tests use it")]

use super::{Catalogue, Facts, Library, MergeDiagnostic, NamedDocument, Sample, Thesaurus, merge};
use terms::SourceKind;

/// Documents, samples and two short fact tables, to be merged.
pub struct Shelf {
    documents: Vec<NamedDocument>,
    samples: Vec<Sample>,
    facts: Facts,
}

/// Five PEPs: 484 belongs to 3.5, 649 and 758 to 3.14; 776 is informational,
/// and 703 has no series yet.
const PEPS: &str = r#"
as_of = 2026-08-22
[peps]
484 = { title = "Type Hints", status = "provisional", type = "standards-track", created = 2014-09-29, versions = ["3.5"] }
649 = { title = "Deferred Evaluation Of Annotations", status = "final", type = "standards-track", created = 2021-01-11, versions = ["3.14"] }
703 = { title = "Making the GIL Optional", status = "accepted", type = "standards-track", created = 2023-01-09 }
758 = { title = "Allow except without parentheses", status = "final", type = "standards-track", created = 2024-09-30, versions = ["2.7", "3.14"] }
776 = { title = "Emscripten Support", status = "active", type = "informational", created = 2025-03-18 }
"#;

/// One release in each of the series 3.12 to 3.15.
fn calendar() -> String {
    let series = |minor: u8| {
        format!(
            "[series.'3.{minor}']\npep = 1\n\
             start_of_development = 2020-01-01\nfeature_freeze = 2020-01-02\n\
             first_release = 2020-01-03\nend_of_bugfix = 2030-01-04\nend_of_life = 2031-01-05\n\
             releases = [{{ number = '3.{minor}.0', date = 2020-01-03, state = 'actual' }}]\n"
        )
    };
    let series: String = (12..=15).map(series).collect();
    format!("as_of = 2026-08-21\n{series}")
}

impl Shelf {
    /// A shelf without documents, with the fact tables.
    pub fn empty() -> Self {
        Self {
            documents: Vec::new(),
            samples: Vec::new(),
            facts: Facts::from_toml(PEPS, &calendar()).expect("well-formed tables"),
        }
    }

    /// Adds a document of the kind `reference` for 3.14.
    #[track_caller]
    pub fn reference(self, slug: &str, markdown: &str) -> Self {
        self.document(slug, SourceKind::Reference, "series: '3.14'", markdown)
    }

    /// Adds a document; `front_matter` follows its title and source.
    #[track_caller]
    pub fn document(
        mut self,
        slug: &str,
        source: SourceKind,
        front_matter: &str,
        markdown: &str,
    ) -> Self {
        let text = format!(
            "---\ntitle: The document {slug}\nsource: {{ name: {slug}, kind: {source} }}\n\
             {front_matter}\n---\n\n{markdown}\n"
        );
        let document = document::parse(text.as_bytes()).expect("a small document");
        assert_eq!(document.diagnostics, [], "{slug}");
        let slug = slug.to_owned();
        self.documents.push(NamedDocument { slug, document });
        self
    }

    /// Adds a sample with a slug such as `pep-758/bare`.
    #[track_caller]
    pub fn sample(mut self, slug: &str, order: u32) -> Self {
        let (feature, name) = slug.split_once('/').expect("a feature and a name");
        let text = format!(
            "# /// sample\n# feature = '{feature}'\n# title = 'On {name}'\n# order = {order}\n\
             # note = 'Why.'\n# [expect]\n# '3.14..' = 'runs'\n# ///\nprint('{name}')\n"
        );
        let sample = Sample::parse(slug, &text).expect("a well-formed sample");
        self.samples.push(sample);
        self
    }

    /// The fact tables on the shelf.
    pub fn facts(self) -> Facts {
        self.facts
    }

    /// The merged library and the diagnostics of the merge.
    pub fn merge(self) -> (Library, Vec<MergeDiagnostic>) {
        merge(
            self.documents,
            self.facts,
            self.samples,
            &Thesaurus::default(),
        )
    }

    /// The merged library, which must have no diagnostics.
    #[track_caller]
    pub fn library(self) -> Library {
        let (library, problems) = self.merge();
        assert_eq!(problems, []);
        library
    }

    /// The merged catalogue, which must have no diagnostics.
    #[track_caller]
    pub fn catalogue(self) -> Catalogue {
        self.library().catalogue
    }
}
