//! A change with all that is known of it. The entry point is [`Lookup::change`].

use crate::page::{Page, Readable, faint, strong};
use crate::repair::RepairSheet;
use crate::{Lookup, LookupError, blocks};
use catalogue::{Feature, FeatureText, Sample, Statement};
use document::{Block, HistoryEntry, plain_text};
use query::{life, similar_slug};
use schemars::JsonSchema;
use serde::Serialize;
use terms::{
    Area, Date, Impact, IssueRef, Kind, Moment, PepNumber, ReleaseNumber, Series, SourceKind,
    Status,
};

/// A change of Python. What `api/v1/features` has as well is named and written as there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// Its permanent name.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The first sentences of its text.
    pub lead: String,
    /// What the version did.
    pub kind: Kind,
    /// The part of Python that it belongs to.
    pub area: Option<Area>,
    /// The module of the standard library that it belongs to.
    pub module: Option<String>,
    /// The version that brought it.
    pub series: Series,
    /// The first release without it.
    pub removed: Option<ReleaseNumber>,
    /// For a deprecation, the version in which the removal is planned.
    pub removal: Option<Series>,
    /// For a removal, the version of the deprecation.
    pub deprecated: Option<Series>,
    /// What to use instead.
    pub instead: Option<String>,
    /// What an upgrade requires of code.
    pub impact: Option<Impact>,
    /// What an upgrade breaks, and what to write instead.
    pub repair: Option<RepairSheet>,
    /// The states of its subject over the versions, oldest first.
    pub states: Vec<State>,
    /// Later changes to it.
    pub history: Vec<Event>,
    /// The numbers of its PEPs.
    #[schemars(with = "Vec<u16>")]
    pub peps: Vec<PepNumber>,
    /// Its issues.
    pub issues: Vec<IssueRef>,
    /// The qualified names that it concerns.
    pub names: Vec<String>,
    /// The status of its PEP, or else of its issue.
    pub status: Option<Status>,
    /// A page with more information.
    pub url: Option<String>,
    /// The slugs of related changes.
    pub related: Vec<String>,
    /// The whole text, without what is in other properties.
    pub text: String,
    /// Programs that show it.
    pub samples: Vec<Program>,
    /// The documents that state it, the most authoritative first.
    pub sources: Vec<Source>,
    /// The text as it was written.
    #[serde(skip)]
    summary: Vec<Block>,
}

/// A state of a change's subject, which lasts until the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct State {
    /// The first version in this state.
    pub since: Series,
    /// `unrecorded`, `absent`, `there`, `deprecated`, `leaving` or `removed`.
    pub state: &'static str,
    #[serde(skip)]
    label: &'static str,
}

/// A later change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Event {
    /// A version or a release.
    pub when: Moment,
    /// What happened.
    pub text: String,
}

/// A short program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Program {
    /// Its heading.
    pub title: String,
    /// What differs between the versions, and why.
    pub note: String,
    /// The code.
    pub code: String,
}

/// A document that states a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Source {
    /// The slug of the document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// What kind of text it was written from.
    pub kind: Option<SourceKind>,
    /// The address of that text.
    pub url: Option<String>,
    /// The day on which the text last changed.
    pub date: Option<Date>,
}

impl Lookup {
    /// A change by its slug.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn change(&self, slug: &str) -> Result<Change, LookupError> {
        let catalogue = &self.library.catalogue;
        let slug = slug.trim();
        let found = catalogue
            .position(slug)
            .and_then(|index| Some((index, catalogue.features.get(index)?)));
        let Some((index, feature)) = found else {
            let similar = similar_slug(catalogue, slug).map(str::to_owned);
            let slug = slug.to_owned();
            return Err(LookupError::UnknownChange { slug, similar });
        };
        let text = self.text(feature);
        let names = self.library.names.get(index);
        let excerpt = self.library.excerpts.get(index);
        let statement = text.and_then(|text| text.statements.first());
        let summary = statement
            .map(|first| first.summary.clone())
            .unwrap_or_default();
        Ok(Change {
            slug: feature.slug.clone(),
            title: plain_text(&feature.title),
            lead: excerpt.cloned().unwrap_or_default(),
            kind: feature.kind,
            area: feature.area,
            module: feature.module.clone(),
            series: feature.series,
            removed: feature.removed,
            removal: feature.removal,
            deprecated: feature.deprecated,
            instead: text.and_then(instead),
            impact: feature.impact,
            repair: text.and_then(|text| RepairSheet::new(&text.repair)),
            states: self.states(feature),
            history: text.map(history).unwrap_or_default(),
            peps: feature.peps.clone(),
            issues: feature.issues.clone(),
            names: names
                .map(|names| names.qualified.clone())
                .unwrap_or_default(),
            status: feature.status,
            url: text.and_then(|text| text.url.clone()),
            related: text.map(|text| text.related.clone()).unwrap_or_default(),
            text: in_plain_text(&summary),
            samples: self.samples(feature),
            sources: text.map(|text| self.sources(text)).unwrap_or_default(),
            summary,
        })
    }

    /// The text of a feature.
    pub(crate) fn text(&self, feature: &Feature) -> Option<&FeatureText> {
        let mut texts = self.library.feature_texts.get(&feature.series)?.iter();
        texts.find(|text| text.slug == feature.slug)
    }

    fn states(&self, feature: &Feature) -> Vec<State> {
        let catalogue = &self.library.catalogue;
        let lived = life(catalogue, feature, catalogue.newest_day()).into_iter();
        let mut states: Vec<State> = lived
            .map(|(since, presence)| State {
                since,
                state: presence.key(),
                label: presence.label(feature.kind),
            })
            .collect();
        states.dedup_by_key(|state| state.state);
        states
    }

    fn samples(&self, feature: &Feature) -> Vec<Program> {
        let samples = self.library.samples.iter();
        let samples = samples.filter(|sample| sample.feature == feature.slug);
        let program = |sample: &Sample| Program {
            title: sample.title.clone(),
            note: sample.note.clone(),
            code: sample.code.clone(),
        };
        samples.map(program).collect()
    }

    fn sources(&self, text: &FeatureText) -> Vec<Source> {
        let entry = |statement: &Statement| {
            let entry = self.library.catalogue.document(&statement.document)?;
            let source = entry.source.as_ref();
            Some(Source {
                document: entry.slug.clone(),
                title: entry.title.clone(),
                kind: source.map(|source| source.kind),
                url: source.and_then(|source| source.url.clone()),
                date: entry.date(),
            })
        };
        text.statements.iter().filter_map(entry).collect()
    }
}

/// What to use instead of a change's subject.
pub(crate) fn instead(text: &FeatureText) -> Option<String> {
    (!text.instead.is_empty()).then(|| plain_text(&text.instead))
}

fn history(text: &FeatureText) -> Vec<Event> {
    let event = |entry: &HistoryEntry| Event {
        when: entry.moment,
        text: plain_text(&entry.text),
    };
    text.history.iter().map(event).collect()
}

fn in_plain_text(summary: &[Block]) -> String {
    let mut page = Page::new(None);
    blocks::write(summary, 0, &mut page);
    page.text().to_owned()
}

impl Readable for Change {
    fn write(&self, page: &mut Page) {
        page.line(0, &strong(&self.title));
        page.line(0, &format!("{}, {}", faint(&self.slug), self.life()));
        blocks::write(&self.summary, 4, page);
        if let Some(instead) = &self.instead {
            page.line(4, &format!("Instead: {instead}"));
        }
        if let Some(repair) = &self.repair {
            page.space();
            repair.write(page);
        }
        for event in &self.history {
            page.space();
            page.item(0, &format!("{}: ", event.when), &event.text);
        }
        for sample in &self.samples {
            page.space();
            page.line(0, &strong(&sample.title));
            page.line(4, &sample.note);
            page.code(8, &sample.code);
        }
        page.space();
        page.line(0, &strong("Sources"));
        self.write_links(page);
    }
}

impl Change {
    /// When it came and what became of it, in a line.
    fn life(&self) -> String {
        let mut parts = vec![format!("{} in Python {}", self.kind, self.series)];
        // What was there all along says nothing, and what the version did is said.
        let later = self.states.iter().skip_while(|state| {
            matches!(state.state, "absent" | "unrecorded" | "there") && state.since <= self.series
        });
        let later = later.filter(|state| state.since != self.series);
        parts.extend(later.map(|state| format!("{} from {}", state.label, state.since)));
        parts.extend(
            self.removal
                .map(|series| format!("to be removed in {series}")),
        );
        parts.extend(self.area.map(|area| area.label().to_owned()));
        parts.extend(self.module.clone());
        parts.extend(self.status.map(|status| format!("status {status}")));
        parts.join(", ")
    }

    fn write_links(&self, page: &mut Page) {
        let peps = self.peps.iter().map(|pep| (pep.to_string(), pep.url()));
        let issues = self.issues.iter().map(|one| (one.to_string(), one.url()));
        let more = self
            .url
            .iter()
            .map(|url| ("Details".to_owned(), url.clone()));
        let documents = self.sources.iter();
        let documents = documents.filter_map(|one| Some((one.title.clone(), one.url.clone()?)));
        for (title, url) in more.chain(peps).chain(issues).chain(documents) {
            page.item(2, "- ", &format!("{title}: {}", faint(url)));
        }
        if !self.related.is_empty() {
            let slugs = faint(self.related.join(", "));
            page.line(2, &format!("Related changes: {slugs}"));
        }
    }
}
