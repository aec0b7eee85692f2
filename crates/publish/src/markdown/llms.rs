//! The index of the site for language models, in the form of <https://llmstxt.org>: a
//! heading, a summary as a quotation, and sections of links.

use super::super::{File, PublishError, TITLE};
use super::feature::below;
use super::lists::document_line;
use super::tree::{bullets, code, paragraph, text, title};
use super::{Source, to, to_file};
use api::Table;
use document::Inline;
use query::{Route, View};
use terms::counted;

/// The path of the index.
pub(super) const PATH: &str = "llms.txt";

/// The published data, as paths and what is in them.
const DATA: &[(&str, &str)] = &[
    ("api/v1/catalogue.json", "the whole catalogue in one file"),
    (
        "api/v1/deprecations.json",
        "what goes when, since when it is deprecated, what to use instead",
    ),
    (
        "api/v1/peps.json",
        "every PEP with the features that name it",
    ),
    ("feeds/all.xml", "the newest releases as a feed"),
    (
        "calendar/releases.ics",
        "releases and the ends of support as a calendar",
    ),
];

impl Source<'_> {
    pub(super) fn llms(&self) -> Result<File, PublishError> {
        let catalogue = &self.library.catalogue;
        let summary = format!(
            "What each version of Python 3 added, changed, deprecated and removed: {} \
             with sources and checked claims, every release with its day, and every public name \
             of the standard library by version. As of {}.",
            counted(catalogue.features.len(), "feature"),
            catalogue.newest_day()
        );
        let mut blocks = vec![paragraph(vec![
            text("Every page of the site is there as Markdown: "),
            code(super::MARKDOWN),
            text(" in the folder of the page, such as "),
            code("feature/SLUG/index.md"),
            text(". A version lists its features."),
        ])];
        let versions = catalogue.calendars.iter().rev();
        let versions = versions.map(|calendar| self.version(calendar));
        blocks.extend(below("Versions", bullets(versions)));
        let lists = [
            (
                View::Releases,
                "every release with its day, and how long each version is supported",
            ),
            (View::Documents, "what the catalogue was made from"),
        ];
        let lists = lists.map(|(view, what)| {
            let page = to(&Route::default().in_view(view), vec![text(view.label())]);
            vec![page, text(format!(": {what}"))]
        });
        blocks.extend(below("Lists", bullets(lists)));
        let data = DATA.iter();
        let data = data.map(|(path, what)| vec![to_file(path, path), text(format!(": {what}"))]);
        blocks.extend(below("Data", bullets(data)));
        let documents = catalogue.documents.iter().map(document_line);
        blocks.extend(below("Fact checks", bullets(documents)));
        // By the convention, what is below this heading can be left out.
        let modules = self.table.into_iter().flat_map(Table::modules);
        let modules = modules.map(|(module, _)| -> Vec<Inline> {
            vec![to(&Route::page_of_module(module), vec![code(module)])]
        });
        blocks.extend(below("Optional", bullets(modules)));
        // Readers of the form expect the quotation on the third line, without the space and
        // the empty line with which the writer begins one.
        let heading = self.write(PATH, &[title(1, TITLE)])?;
        let summary = self.write(PATH, &[paragraph(vec![text(summary)])])?;
        let rest = self.write(PATH, &blocks)?;
        Ok(File {
            path: PATH.to_owned(),
            bytes: format!("{heading}\n> {summary}\n{rest}").into_bytes(),
        })
    }
}
