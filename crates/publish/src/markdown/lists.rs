//! The pages of lists and documents as Markdown.

use super::feature::{provenance, sunk};
use super::tree::{bullets, link, paragraph, text, title};
use super::{Source, day_of, to, to_file};
use catalogue::{Calendar, DocumentEntry, FeatureText, Release};
use document::{Block, Inline};
use query::{Route, View};
use terms::counted;

impl Source<'_> {
    pub(super) fn home(&self) -> Vec<Block> {
        let catalogue = &self.library.catalogue;
        let mut blocks = vec![
            title(1, super::super::TITLE),
            paragraph(vec![text(format!(
                "{} of Python, release by release, from {}, each claim checked.",
                counted(catalogue.features.len(), "feature"),
                counted(catalogue.documents.len(), "document")
            ))]),
        ];
        blocks.extend(bullets(
            catalogue
                .calendars
                .iter()
                .rev()
                .map(|calendar| self.version(calendar)),
        ));
        let more = [
            to(
                &Route::default().in_view(View::Releases),
                vec![text("Releases")],
            ),
            to(
                &Route::default().in_view(View::Documents),
                vec![text("Fact checks")],
            ),
            to_file(
                super::llms::PATH,
                "Everything that is here, modules included",
            ),
        ];
        blocks.extend(bullets(more.map(|link| vec![link])));
        blocks
    }

    /// A version with what it brought, in a line.
    pub(super) fn version(&self, calendar: &Calendar) -> Vec<Inline> {
        let series = calendar.series;
        let features = self.library.catalogue.features.iter();
        let changes = features.filter(|feature| feature.series == series).count();
        let day = calendar.first_final().map(day_of);
        let day = day.map(|day| format!(", {day}"));
        let label = format!("Python {series}");
        let page = to(&Route::page_of_series(series), vec![text(label)]);
        let changes = counted(changes, "change");
        vec![
            page,
            text(format!(": {changes}{}", day.unwrap_or_default())),
        ]
    }

    pub(super) fn releases(&self) -> Vec<Block> {
        let catalogue = &self.library.catalogue;
        let mut blocks = vec![title(1, "Releases of Python 3")];
        for calendar in catalogue.calendars.iter().rev() {
            let label = format!("Python {}", calendar.series);
            let page = to(&Route::page_of_series(calendar.series), vec![text(label)]);
            blocks.push(super::tree::heading(2, vec![page]));
            let status = calendar.status_on(catalogue.newest_day());
            blocks.push(paragraph(vec![text(format!(
                "{}. Bug fixes until {}, security fixes until {}.",
                status.label(),
                calendar.end_of_bugfix,
                calendar.end_of_life
            ))]));
            let release = |release: &Release| {
                let note = release.note.as_ref().map(|note| format!(" ({note})"));
                let line = format!(
                    "{} {}{}",
                    release.number,
                    day_of(release),
                    note.unwrap_or_default()
                );
                vec![text(line)]
            };
            blocks.extend(bullets(calendar.releases.iter().map(release)));
        }
        blocks
    }

    pub(super) fn documents(&self) -> Vec<Block> {
        let entries = self.library.catalogue.documents.iter();
        let mut blocks = vec![
            title(1, "Fact checks"),
            paragraph(vec![text(
                "What the catalogue was made from: announcements and articles restated, every \
                 claim checked against the PEP index, the release calendar and the release notes.",
            )]),
        ];
        blocks.extend(bullets(entries.map(document_line)));
        blocks
    }

    pub(super) fn document(&self, entry: &DocumentEntry) -> Vec<Block> {
        let mut blocks = vec![title(1, &entry.title)];
        let source = entry.source.as_ref().and_then(|source| source.url.as_ref());
        let mut line = vec![text(provenance(entry))];
        if let Some(url) = source {
            line.extend([text(". "), link(url, "Source")]);
        }
        blocks.push(paragraph(line));
        if let Some(description) = &entry.description {
            blocks.push(paragraph(vec![text(description)]));
        }
        let mut texts = self.library.document_texts.iter();
        if let Some(document) = texts.find(|text| text.slug == entry.slug) {
            let features: Option<&Vec<FeatureText>> = entry
                .series
                .and_then(|series| self.library.feature_texts.get(&series));
            let features = features.map_or(&[][..], Vec::as_slice);
            blocks.extend(sunk(&document.body(&self.library.catalogue, features), 1));
        }
        blocks
    }

    pub(super) fn errors(&self) -> Vec<Block> {
        let data = to_file("api/v1/deprecations.json", "JSON");
        vec![
            title(1, "What went wrong?"),
            paragraph(vec![
                text(
                    "Paste an error, a warning or a whole traceback of Python into the page to \
                     see the change that explains it and what to write instead. It is read in \
                     the page and sent nowhere, so that there are no answers here. What goes \
                     when, and what to use instead, is there as ",
                ),
                data,
                text("."),
            ]),
        ]
    }
}

/// The place for code.
pub(super) fn check() -> Vec<Block> {
    vec![
        title(1, "Will it run?"),
        paragraph(vec![text(
            "Paste code into the page, or drop files, a folder, a wheel, a source archive or a \
             notebook, to see which versions of Python run it and what an upgrade breaks. It is \
             read in the page and sent nowhere, so that there are no answers here. The command \
             whatsnew check says the same of a folder.",
        )]),
    ]
}

/// A document in a list.
pub(super) fn document_line(entry: &DocumentEntry) -> Vec<Inline> {
    let page = Route::default().with_document(&entry.slug);
    let page = to(&page, vec![text(&entry.title)]);
    let description = entry.description.as_ref();
    let description = description.map(|description| format!(". {description}"));
    vec![
        page,
        text(format!(
            ": {}{}",
            provenance(entry),
            description.unwrap_or_default()
        )),
    ]
}
