//! What an upgrade brings. The entry point is [`Lookup::upgrade`].

use crate::change::instead;
use crate::page::{Page, Readable, faint, strong, warning};
use crate::search::SearchResult;
use crate::{Lookup, LookupError};
use query::{Concern, Upgrade, language};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashSet;
use terms::{Area, Series, value_in};

/// What differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Changes {
    /// The version to upgrade from.
    pub from: Series,
    /// The version to upgrade to, which may be the older one.
    pub to: Series,
    /// The sections that are not empty, what breaks first.
    pub sections: Vec<Section>,
}

/// The changes that mean the same for existing code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Section {
    /// `breaks`, `check`, `deprecated`, `new` or `passed` (added and removed in between);
    /// in a downgrade `missing`, `older` (the old behaviour) or `back` (not yet removed).
    pub concern: &'static str,
    /// The heading.
    pub title: &'static str,
    /// How many changes it has, listed or not.
    pub total: usize,
    /// The changes, by area and module.
    pub changes: Vec<Step>,
    #[serde(skip)]
    is_task: bool,
}

/// A change in an upgrade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    /// The change.
    #[serde(flatten)]
    pub change: SearchResult,
    /// What happened in which version, such as `removed in 3.14, deprecated in 3.12`.
    pub summary: String,
    /// The part of Python that it belongs to.
    pub area: Option<Area>,
    /// The module of the standard library that it belongs to.
    pub module: Option<String>,
    /// What to use instead.
    pub instead: Option<String>,
    /// The last line of what code that depends on it shows in the version upgraded to.
    pub seen: Option<String>,
}

/// Which changes of an upgrade to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Only those that match this query, unless it is empty.
    pub query: String,
    /// Only those of the sections with these words, unless there are none.
    pub concerns: Vec<String>,
    /// At most so many of each section.
    pub limit: Option<usize>,
}

/// The words of all sections.
pub fn concerns() -> Vec<&'static str> {
    Concern::ALL.map(Concern::key).to_vec()
}

impl Lookup {
    /// What differs between two versions.
    ///
    /// # Errors
    ///
    /// If the release calendar lacks a version, or if there is no such section.
    pub fn upgrade(
        &self,
        from: Series,
        to: Series,
        narrowing: &Narrowing,
    ) -> Result<Changes, LookupError> {
        self.known(from)?;
        self.known(to)?;
        let is_concern = |word: &&String| concerns().contains(&word.as_str());
        if let Some(unknown) = narrowing.concerns.iter().find(|word| !is_concern(word)) {
            return Err(LookupError::UnknownConcern {
                word: unknown.clone(),
            });
        }
        let mut upgrade = Upgrade::between(&self.library.catalogue, from, to);
        self.narrow(&mut upgrade, &narrowing.query);
        upgrade.sections.retain(|section| {
            let key = section.concern.key();
            narrowing.concerns.is_empty() || narrowing.concerns.iter().any(|word| word == key)
        });
        let sections = upgrade.sections.iter();
        Ok(Changes {
            from,
            to,
            sections: sections
                .map(|section| self.section(section, to, narrowing.limit))
                .collect(),
        })
    }

    /// Whether the release calendar has a version.
    pub(crate) fn known(&self, version: Series) -> Result<(), LookupError> {
        let catalogue = &self.library.catalogue;
        if catalogue.calendar(version).is_some() {
            return Ok(());
        }
        let calendars = &catalogue.calendars;
        let bound = |one: Option<&catalogue::Calendar>| one.map_or(version, |one| one.series);
        Err(LookupError::UnknownVersion {
            version,
            oldest: bound(calendars.first()),
            newest: bound(calendars.last()),
        })
    }

    /// Keeps only what a query finds.
    fn narrow(&self, upgrade: &mut Upgrade<'_>, query: &str) {
        if query.trim().is_empty() {
            return;
        }
        let catalogue = &self.library.catalogue;
        let query = language::parse(query, catalogue).query;
        let excerpts = &self.library.excerpts;
        let found = self.engine().ranked_with_excerpts(excerpts, &query);
        let features = found
            .iter()
            .filter_map(|index| catalogue.features.get(*index));
        let slugs: HashSet<&str> = features.map(|feature| feature.slug.as_str()).collect();
        upgrade.retain(|feature| slugs.contains(feature.slug.as_str()));
    }

    fn section(&self, section: &query::Section, to: Series, limit: Option<usize>) -> Section {
        let is_task = section.concern.is_task();
        let steps = section.steps().take(limit.unwrap_or(usize::MAX));
        Section {
            concern: section.concern.key(),
            title: section.concern.label(),
            total: section.count(),
            changes: steps.map(|step| self.step(step, to)).collect(),
            is_task,
        }
    }

    fn step(&self, step: &query::Step, to: Series) -> Step {
        let text = self.text(step.feature);
        let seen = text.and_then(|text| value_in(&text.repair.seen, to));
        let seen = seen.and_then(|seen| seen.lines().last());
        Step {
            change: SearchResult::new(step.feature),
            summary: step.summary(),
            area: step.feature.area,
            module: step.feature.module.clone(),
            instead: text.and_then(instead),
            seen: seen.map(str::to_owned),
        }
    }
}

impl Readable for Changes {
    fn write(&self, page: &mut Page) {
        let Self { from, to, sections } = self;
        if sections.is_empty() {
            page.line(
                0,
                &format!("No changes from Python {from} to {to} are listed."),
            );
        }
        for section in sections {
            page.space();
            let heading = format!("{}: {}", section.title, section.total);
            page.line(0, &strong(heading));
            for step in &section.changes {
                write_step(step, section.is_task, page);
            }
            let more = section.total - section.changes.len();
            if more > 0 {
                page.line(4, &format!("{more} more are not listed."));
            }
        }
    }
}

fn write_step(step: &Step, is_task: bool, page: &mut Page) {
    let SearchResult { slug, title, .. } = &step.change;
    let title = match is_task {
        true => warning(title),
        false => title.clone(),
    };
    page.item(
        2,
        "- ",
        &format!("{title} ({}): {}", step.summary, faint(slug)),
    );
    if let Some(seen) = step.seen.as_ref().filter(|_| is_task) {
        page.line(6, &format!("You will see: {seen}"));
    }
    if let Some(instead) = step.instead.as_ref().filter(|_| is_task) {
        page.line(6, &format!("Instead: {instead}"));
    }
}
