//! Checks that every feature with Python code in its text has a sample. The entry point is
//! [`check`].

use super::exceptions::Exception;
use super::subject::Subject;
use document::{Block, Code, Diagnostic};
use std::collections::BTreeSet;

/// The languages of code that can be run.
const PYTHON: [&str; 2] = ["python", "pycon"];

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let samples = subject.library.samples.iter();
    let shown: BTreeSet<&str> = samples.map(|sample| sample.feature.as_str()).collect();
    let lacks = |slug: &str| {
        let exception = Exception::Sample(slug.to_owned());
        !shown.contains(slug) && !subject.exceptions.allow(&exception)
    };
    subject
        .stated()
        .filter(|stated| has_python(&stated.feature.summary) && lacks(stated.slug()))
        .map(|stated| {
            let slug = stated.slug();
            let message = format!("`{slug}` has Python code but no sample");
            let help = format!(
                "write one in assets/samples/{slug}, \
                 or say in verify/exceptions.toml why it cannot be run"
            );
            stated.at_slug().report(Code::Sample, message, help)
        })
        .collect()
}

fn has_python(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Code { language, .. } => PYTHON.contains(&language.as_str()),
        Block::List { items, .. } => items.iter().any(|item| has_python(item)),
        Block::Quote(blocks) => has_python(blocks),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Claim { .. }
        | Block::Table { .. }
        | Block::Repair(_)
        | Block::Rule => false,
    })
}
