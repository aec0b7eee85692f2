//! The search for changes. The entry point is [`Lookup::search`].

use crate::Lookup;
use crate::page::{Page, Readable, faint, strong};
use document::plain_text;
use query::language;
use schemars::JsonSchema;
use serde::Serialize;
use terms::{Kind, Series};

/// Fewer words are a search, not a question.
const FEWEST_WORDS: usize = 5;

/// The changes that match a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Found {
    /// How many changes match, listed or not.
    pub total: usize,
    /// What could not be understood in the query and was left out.
    pub problems: Vec<String>,
    /// The best match first.
    pub results: Vec<Hit>,
}

/// A change that matches, with its first sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Hit {
    /// The change.
    #[serde(flatten)]
    pub result: SearchResult,
    /// The first sentences of its text.
    pub lead: String,
}

/// A change in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchResult {
    /// The permanent name of the change.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The version that brought it.
    pub series: Series,
    /// What that version did.
    pub kind: Kind,
}

impl SearchResult {
    pub(crate) fn new(feature: &catalogue::Feature) -> Self {
        Self {
            slug: feature.slug.clone(),
            title: plain_text(&feature.title),
            series: feature.series,
            kind: feature.kind,
        }
    }
}

impl Lookup {
    /// The changes that match a query of words and filters, as the page's search box finds
    /// them; at most `limit`.
    pub fn search(&self, text: &str, limit: usize) -> Found {
        let catalogue = &self.library.catalogue;
        let reading = language::parse(text, catalogue);
        let mut ranked = self.explaining(text);
        let excerpts = &self.library.excerpts;
        let matches = self.engine().ranked_with_excerpts(excerpts, &reading.query);
        let others = matches.into_iter().filter(|index| !ranked.contains(index));
        ranked.extend(others.collect::<Vec<_>>());
        let problems = reading.problems.into_iter();
        let hits = ranked.iter().filter_map(|index| {
            Some(Hit {
                result: SearchResult::new(catalogue.features.get(*index)?),
                lead: excerpts.get(*index).cloned().unwrap_or_default(),
            })
        });
        Found {
            total: ranked.len(),
            problems: problems.map(|problem| problem.message).collect(),
            results: hits.take(limit).collect(),
        }
    }

    /// The changes that explain an error or answer a question; none if the text is neither.
    fn explaining(&self, text: &str) -> Vec<usize> {
        let is_question = text.split_whitespace().count() >= FEWEST_WORDS;
        if !is_question && !terms::is_report(text) {
            return Vec::new();
        }
        let explanation = self.explanation(text).unwrap_or_default();
        let answers = explanation.answers.into_iter();
        answers.filter_map(|answer| answer.feature).collect()
    }
}

impl Readable for Found {
    fn write(&self, page: &mut Page) {
        for problem in &self.problems {
            page.line(0, &format!("Left out of the query: {problem}"));
        }
        for Hit { result, lead } in &self.results {
            let SearchResult {
                slug,
                title,
                series,
                kind,
            } = result;
            page.line(0, &format!("{}, {kind} in {series}", strong(title)));
            if !lead.is_empty() {
                page.line(4, lead);
            }
            page.line(4, &faint(slug));
        }
        match self.total - self.results.len() {
            0 if self.total == 0 => page.line(0, "No change matches."),
            0 => {}
            more => page.line(0, &format!("{more} more match.")),
        }
    }
}
