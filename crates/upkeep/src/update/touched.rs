//! Finds the documents that mention a change. The entry point is [`add`].

use super::changes::{About, Change};
use catalogue::NamedDocument;
use catalogue::sources::{FromFile, Sources};
use document::StatedFeature;
use terms::Moment;

/// Adds the lines that should be reviewed to every change.
pub(super) fn add(sources: &Sources, changes: &mut [Change]) {
    for change in changes {
        change.touched = sources
            .documents
            .iter()
            .flat_map(|file| touched(file, change.about))
            .collect();
    }
}

fn touched(file: &FromFile<NamedDocument>, about: About) -> Vec<String> {
    let document = &file.value.document;
    let path = file.path.display();
    let mut lines = Vec::new();
    let is_of_document = match about {
        About::Pep(_) => false,
        About::Release(number) => document.release == Some(number),
        About::Series(series) => document.series == Some(series),
    };
    if is_of_document {
        lines.push(format!("{path}:1"));
    }
    for feature in &document.features {
        if speaks(feature, about) {
            let slug = feature.id.as_deref().unwrap_or(&feature.title);
            let status = feature.status.map(|status| format!(", status={status}"));
            let status = status.unwrap_or_default();
            lines.push(format!("{path}:{}: {slug}{status}", feature.line()));
        }
    }
    lines
}

fn speaks(feature: &StatedFeature, about: About) -> bool {
    match about {
        About::Pep(number) => feature.peps.contains(&number),
        About::Release(number) => {
            let mut history = feature.history.iter();
            feature.removed == Some(number)
                || history.any(|entry| entry.moment == Moment::Release(number))
        }
        // Every feature of the series would be listed; its document is enough.
        About::Series(_) => false,
    }
}
