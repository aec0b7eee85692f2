//! Python source in, findings out: which series accept it, what each of its
//! annotations does in each series, and where its run would stop.
//!
//! The entry point is [`analyze`]. The room is pure: it opens no file, knows
//! no document and no browser. It is the only place that knows the ruff
//! crates, and no type of theirs leaves it.

mod annotations;
mod bindings;
mod compiler;
mod depth;
mod places;
mod report;
mod run;
mod series;
mod source;
mod syntax;
mod warnings;

pub use report::{
    Analysis, Annotation, AnnotationKind, AnnotationReport, Behaviour, Certainty, Evaluation, Note,
    Position, Refusal, Run, RunOutcome, SeriesRange, SeriesSyntax, SourceState, Span, SyntaxError,
    SyntaxErrorKind, Treatment,
};
pub use series::SERIES;
pub use source::SOURCE_LIMIT;

/// Analyses a source of at most [`SOURCE_LIMIT`] bytes.
///
/// The source may hold several modules: a comment line such as
/// `# file: module_a.py` begins a module, and what stands before the first
/// such line is `__main__`. Every text gives an answer; what cannot be looked
/// at is said in [`Analysis::state`].
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
        None => AnnotationReport::default(),
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
