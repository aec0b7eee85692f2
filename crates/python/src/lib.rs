//! Static analysis of Python source: which series accept it, when each of them evaluates
//! its annotations, and which names and syntax it uses.
//!
//! The entry point is [`analyze`]. The crate is pure: it does not access files or the
//! browser. It is the only crate that depends on ruff, and its public API has no types of
//! ruff.

mod annotations;
mod bindings;
mod compiler;
mod depth;
mod report;
mod series;
mod sites;
mod source;
mod syntax;
mod uses;
mod warnings;

pub use report::{
    Analysis, Annotation, AnnotationKind, Behaviour, Note, Position, Rejection, SeriesRange,
    SeriesSyntax, SourceState, Span, SyntaxError, SyntaxErrorKind, Treatment,
};
pub use series::SERIES;
pub use source::{SOURCE_LIMIT, Source};
pub use uses::{
    Argument, Call, Feature, PathId, Paths, SourceError, Step, SyntaxUse, Unreadable, Use, UseKind,
    Uses, VersionComparison, uses,
};

/// Analyses a source of at most [`SOURCE_LIMIT`] bytes.
///
/// The source may contain several modules: a comment such as `# file: module_a.py` begins a
/// module, and the text before the first such comment is `__main__`. This never fails; if the
/// source cannot be analysed, [`Analysis::state`] has the reason.
pub fn analyze(source: &str) -> Analysis {
    if source.len() > SOURCE_LIMIT {
        return Analysis::without_findings(SourceState::TooLarge {
            bytes: source.len() as u64,
            limit: SOURCE_LIMIT as u64,
        });
    }
    let state = if source.trim_start_matches('\u{feff}').trim().is_empty() {
        SourceState::Empty
    } else {
        SourceState::Read
    };
    let source = source::Source::new(source);
    let parses = match syntax::check(&source) {
        Ok(parses) => parses,
        Err(position) => {
            return Analysis::without_findings(SourceState::TooDeep {
                position,
                message: depth::MESSAGE.to_owned(),
            });
        }
    };
    let annotations = match &parses.trees {
        Some(trees) => annotations::report(&source, trees, &parses.syntax),
        None => Vec::new(),
    };
    let notes = source
        .modules
        .iter()
        .zip(parses.trees.iter().flatten())
        .flat_map(|(module, tree)| warnings::find(&source, module, tree))
        .collect();
    Analysis {
        state,
        modules: source
            .modules
            .iter()
            .map(|module| module.name.clone())
            .collect(),
        syntax: parses.syntax,
        annotations,
        notes,
    }
}
