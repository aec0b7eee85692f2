//! Adds the files to diagnostics. The entry point is [`Sources::diagnostics`].

use super::{FromFile, Sources};
use crate::merge::{MergeDiagnostic, Origin};
use document::{Diagnostic, Position};

impl Sources {
    /// The diagnostics of the documents and of the merge, each with its file
    /// and sorted by it.
    pub fn diagnostics(&self, problems: Vec<MergeDiagnostic>) -> Vec<Diagnostic> {
        let of_documents = self.documents.iter().flat_map(|file| {
            let diagnostics = file.value.document.diagnostics.iter().cloned();
            diagnostics.map(|diagnostic| in_file(diagnostic, file))
        });
        let of_merge = problems.into_iter().map(|problem| self.locate(problem));
        let mut diagnostics: Vec<Diagnostic> = of_documents.chain(of_merge).collect();
        diagnostics.sort();
        diagnostics
    }

    fn locate(&self, problem: MergeDiagnostic) -> Diagnostic {
        let MergeDiagnostic {
            origin, diagnostic, ..
        } = problem;
        match origin {
            Origin::Document(slug) => {
                let mut files = self.documents.iter();
                match files.find(|file| file.value.slug == slug) {
                    Some(file) => in_file(diagnostic, file),
                    None => diagnostic.in_file(slug),
                }
            }
            Origin::Sample(slug) => {
                let mut files = self.samples.iter();
                match files.find(|file| file.value.slug == slug) {
                    Some(file) => {
                        let position = Position::of_words(&file.text, &file.value.feature);
                        in_file(at(diagnostic, position), file)
                    }
                    None => diagnostic.in_file(slug),
                }
            }
            Origin::Thesaurus(slug) => {
                let file = &self.thesaurus;
                let position = Position::of_words(&file.text, &slug);
                in_file(at(diagnostic, position), file)
            }
        }
    }
}

fn in_file<T>(diagnostic: Diagnostic, file: &FromFile<T>) -> Diagnostic {
    diagnostic.in_file(file.path.display().to_string())
}

fn at(diagnostic: Diagnostic, position: Position) -> Diagnostic {
    Diagnostic {
        line: position.line,
        column: position.column,
        ..diagnostic
    }
}
