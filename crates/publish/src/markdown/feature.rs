//! The page of a feature as Markdown.

use super::super::spans::spans;
use super::tree::{
    bullets, code, fact, heading, joined, link, paragraph, strong, text, title, with_names,
};
use super::{Source, day_of, to, to_file};
use catalogue::{Claim, DocumentEntry, Feature, FeatureText, Statement};
use document::{Block, HistoryEntry, Inline, Repair};
use query::Route;
use terms::{Moment, PepNumber, ReleaseNumber, Series};

/// How far the headings in texts are below those of the page.
const SINK: u8 = 2;

impl Source<'_> {
    pub(super) fn feature(&self, feature: &Feature) -> Vec<Block> {
        let mut blocks = vec![heading(1, feature.title.clone())];
        let body = self.exporter.text(feature);
        blocks.extend(bullets(self.facts(feature, body)));
        if let Some(body) = body {
            let summary = body.statements.first().map(|said| said.summary.as_slice());
            blocks.extend(sunk(summary.unwrap_or_default(), SINK));
            if !body.instead.is_empty() {
                let mut line = vec![strong("Instead:"), text(" ")];
                line.extend(body.instead.iter().cloned());
                blocks.push(paragraph(line));
            }
            blocks.extend(repair(&body.repair));
            blocks.extend(history(&body.history));
            blocks.extend(self.related(body));
            blocks.extend(self.statements(body));
        }
        let data = format!("api/v1/features/{}.json", feature.slug);
        blocks.push(paragraph(vec![to_file(&data, "This feature as JSON")]));
        blocks
    }

    fn facts(&self, feature: &Feature, body: Option<&FeatureText>) -> Vec<Vec<Inline>> {
        let mut facts = vec![fact(
            feature.kind.label(),
            self.release(ReleaseNumber::first_final(feature.series)),
        )];
        if let Some(release) = feature.removed {
            facts.push(fact("Removed", self.release(release)));
        }
        for (label, series) in [
            ("Deprecated", feature.deprecated),
            ("Scheduled for removal", feature.removal),
        ] {
            facts.extend(series.map(|series| fact(label, vec![to_series(series)])));
        }
        facts.extend(feature.peps.iter().map(|pep| self.proposal(*pep)));
        if let (Some(status), true) = (feature.status, feature.peps.is_empty()) {
            facts.push(fact("Status", vec![text(status.label())]));
        }
        if let Some(area) = feature.area {
            facts.push(fact("Area", vec![text(area.label())]));
        }
        if let Some(module) = &feature.module {
            let page = to(&Route::page_of_module(module), vec![code(module)]);
            facts.push(fact("Module", vec![page]));
        }
        if let Some(impact) = feature.impact {
            facts.push(fact("Upgrade impact", vec![text(impact.label())]));
        }
        let names = self.exporter.names(feature);
        if !names.is_empty() {
            facts.push(fact("Names", joined(names.iter().map(code))));
        }
        facts.push(fact("By version", vec![text(self.states(feature))]));
        let links = links(feature, body);
        if !links.is_empty() {
            facts.push(fact("Links", joined(links)));
        }
        facts
    }

    /// The states in all versions, such as `3.0 to 3.13: not available`.
    fn states(&self, feature: &Feature) -> String {
        let spans = spans(&self.library.catalogue, feature);
        let states = spans.iter().map(|span| {
            let label = span.state.label(feature.kind);
            if span.first == span.last {
                format!("{} {label}", span.first)
            } else {
                format!("{} to {} {label}", span.first, span.last)
            }
        });
        states.collect::<Vec<_>>().join("; ")
    }

    /// A release with its day.
    fn release(&self, number: ReleaseNumber) -> Vec<Inline> {
        let page = Route::page_of_series(number.series);
        let mut line = vec![to(&page, vec![text(format!("Python {number}"))])];
        let calendar = self.library.catalogue.calendar(number.series);
        let mut releases = calendar.into_iter().flat_map(|calendar| &calendar.releases);
        if let Some(release) = releases.find(|release| release.number == number) {
            line.push(text(format!(", {}", day_of(release))));
        }
        line
    }

    fn proposal(&self, number: PepNumber) -> Vec<Inline> {
        let page = to(&Route::page_of_pep(number), vec![text(number.to_string())]);
        let mut line = vec![page];
        if let Some(pep) = self.library.pep(number) {
            line.push(text(", "));
            line.extend(with_names(&pep.title));
            let resolved = pep.resolved.map(|day| format!(", resolved {day}"));
            line.push(text(format!(
                " ({}, created {}{})",
                pep.status.label(),
                pep.created,
                resolved.unwrap_or_default()
            )));
        }
        line
    }

    fn related(&self, body: &FeatureText) -> Vec<Block> {
        let related = body.related.iter();
        let related = related.filter_map(|slug| self.library.catalogue.feature(slug));
        let list = bullets(related.map(|other| {
            let page = to(&Route::page_of_feature(&other.slug), other.title.clone());
            vec![page, text(format!(" ({})", other.series))]
        }));
        below("Related", list)
    }

    /// What each document says, and whether it holds. The text of the first is that of the
    /// feature.
    fn statements(&self, body: &FeatureText) -> Vec<Block> {
        let statements = body.statements.iter().enumerate();
        let items = statements.filter_map(|(index, statement)| {
            let entry = self.library.catalogue.document(&statement.document)?;
            let text = match index {
                0 => &[][..],
                _ => &statement.summary,
            };
            Some(item(entry, statement, text))
        });
        let items: Vec<Vec<Block>> = items.collect();
        let list = match items.is_empty() {
            true => Vec::new(),
            false => vec![Block::List { start: None, items }],
        };
        below("Sources and fact checks", list)
    }
}

fn item(entry: &DocumentEntry, statement: &Statement, text: &[Block]) -> Vec<Block> {
    let page = Route::default().with_document(&entry.slug);
    let page = to(&page, vec![Inline::Text(entry.title.clone())]);
    let line = vec![page, Inline::Text(format!(" ({})", provenance(entry)))];
    let claim = |claim: &Claim| Block::Claim {
        text: claim.text.clone(),
        verdict: claim.verdict,
        evidence: claim.evidence.clone(),
    };
    let mut blocks = vec![paragraph(line)];
    // An item has no headings.
    blocks.extend(sunk(text, u8::MAX));
    blocks.extend(statement.claims.iter().map(claim));
    blocks
}

/// Who published a document, and when.
pub(super) fn provenance(entry: &DocumentEntry) -> String {
    let source = entry.source.as_ref();
    let source = source.map(|source| format!("{}, {}", source.name, source.kind.label()));
    let day = match (entry.published, entry.date()) {
        (Some(published), _) => published.to_string(),
        (None, Some(date)) => format!("as of {date}"),
        (None, None) => "undated".to_owned(),
    };
    let updated = entry.updated.filter(|date| Some(*date) != entry.published);
    let updated = updated.map(|date| format!("updated {date}"));
    let parts = source.into_iter().chain(entry.author.clone());
    parts
        .chain([day])
        .chain(updated)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A heading with what is below it, or nothing.
pub(super) fn below(label: &str, content: Vec<Block>) -> Vec<Block> {
    if content.is_empty() {
        return content;
    }
    std::iter::once(title(2, label)).chain(content).collect()
}

/// Blocks whose headings are lower. What would be too low becomes a paragraph.
pub(super) fn sunk(blocks: &[Block], by: u8) -> Vec<Block> {
    let sink = |block: &Block| match block {
        Block::Heading { level, content, .. } => match level.saturating_add(by) {
            level if level <= 6 => heading(level, content.clone()),
            _ => paragraph(vec![Inline::Strong(content.clone())]),
        },
        other => other.clone(),
    };
    blocks.iter().map(sink).collect()
}

fn to_series(series: Series) -> Inline {
    let label = format!("Python {series}");
    to(&Route::page_of_series(series), vec![text(label)])
}

fn links(feature: &Feature, body: Option<&FeatureText>) -> Vec<Inline> {
    let url = body.and_then(|body| body.url.as_ref());
    let notes = url.map(|url| {
        let is_notes = url.contains("/whatsnew/");
        link(
            url,
            if is_notes {
                "Release notes"
            } else {
                "More about it"
            },
        )
    });
    let issues = feature.issues.iter();
    let issues = issues.map(|issue| link(issue.url(), issue.to_string()));
    notes.into_iter().chain(issues).collect()
}

fn history(entries: &[HistoryEntry]) -> Vec<Block> {
    let list = bullets(entries.iter().map(|entry| {
        let series = match entry.moment {
            Moment::Series(series) => series,
            Moment::Release(number) => number.series,
        };
        let label = format!("Python {}", entry.moment);
        let page = to(&Route::page_of_series(series), vec![text(label)]);
        let mut line = vec![page, text(": ")];
        line.extend(entry.text.iter().cloned());
        line
    }));
    below("History", list)
}

/// A repair sheet: the code and what is seen, then what is known of the break.
fn repair(repair: &Repair) -> Vec<Block> {
    if repair.is_empty() {
        return Vec::new();
    }
    let mut blocks: Vec<Block> = repair.blocks().collect();
    let or_none = |items: Vec<Inline>| match items.is_empty() {
        true => vec![text("none")],
        false => joined(items),
    };
    let package = |name: &String| link(format!("https://pypi.org/project/{name}/"), name.clone());
    let mut facts = Vec::new();
    if let Some(kind) = repair.breaks {
        facts.push(fact("Kind of break", vec![text(kind.label())]));
    }
    let packages = repair.backports.iter().map(package).collect();
    facts.push(fact("Backport", or_none(packages)));
    let fixes = repair
        .fixes
        .iter()
        .map(|fix| link(fix.url(), fix.to_string()));
    facts.push(fact("Automatic fix", or_none(fixes.collect())));
    if let Some(reason) = &repair.untested {
        facts.push(fact("Not run by the tests", with_names(reason)));
    }
    blocks.extend(bullets(facts));
    below("Repair", blocks)
}
