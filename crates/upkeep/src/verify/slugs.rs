//! Slugs are for ever: well-formed, each of one feature, and never lost. The
//! entry points are [`check`] and [`record`].

use super::problem::{Check, Place, Problem};
use super::subject::Subject;
use super::{VerifyError, read_own};
use catalogue::files;
use catalogue::sources::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use terms::{IssueRef, PepNumber, Series};

const FILE: &str = "slugs.txt";

/// Every slug that there has ever been, one a line.
pub(super) struct Recorded {
    path: PathBuf,
    slugs: Vec<String>,
}

impl Recorded {
    pub(super) fn read(assets: &Path) -> Result<Self, VerifyError> {
        let (path, text) = read_own(assets, FILE)?;
        let slugs = text.lines().map(str::to_owned).collect();
        Ok(Self { path, slugs })
    }
}

/// Adds the slugs of all features to the recorded ones; how many are new.
pub(super) fn record(assets: &Path) -> Result<usize, VerifyError> {
    let recorded = Recorded::read(assets)?;
    let (library, _) = Sources::read(assets)?.merge();
    let known: BTreeSet<&str> = recorded.slugs.iter().map(String::as_str).collect();
    let features = library.catalogue.features.iter();
    let mut all: BTreeSet<&str> = features.map(|feature| feature.slug.as_str()).collect();
    let new = all.difference(&known).count();
    all.extend(known);
    let text: String = all.into_iter().flat_map(|slug| [slug, "\n"]).collect();
    files::write(&recorded.path, &text, "check that it may be written")?;
    Ok(new)
}

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    let mut problems = form(subject);
    problems.extend(repeated(subject));
    problems.extend(stability(subject));
    problems
}

fn form(subject: &Subject) -> Vec<Problem> {
    let wrong = subject.stated().filter(|stated| !is_slug(stated.slug()));
    let problem = |stated: super::subject::Stated| {
        let message = format!(
            "`{}` is no slug; write it like pep-758, gh-128563, bpo-38605 or 3.14-asyncio-ps",
            stated.slug()
        );
        stated.place().problem(Check::Slugs, message)
    };
    wrong.map(problem).collect()
}

fn is_slug(text: &str) -> bool {
    let pep = || text.strip_prefix("pep-")?.parse::<PepNumber>().ok();
    if pep().is_some_and(|pep| text == format!("pep-{}", pep.0)) {
        return true;
    }
    if text
        .parse()
        .is_ok_and(|issue: IssueRef| issue.to_string() == text)
    {
        return true;
    }
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    text.split_once('-').is_some_and(|(series, name)| {
        series.parse::<Series>().is_ok() && !name.is_empty() && name.chars().all(named)
    })
}

/// Two release notes never speak of the same feature: one of them brought it.
fn repeated(subject: &Subject) -> Vec<Problem> {
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    let mut problems = Vec::new();
    let stated: Vec<_> = subject.stated().collect();
    for stated in stated.iter().filter(|stated| stated.is_of_reference()) {
        let Some(id) = &stated.feature.id else {
            continue;
        };
        match first.get(id.as_str()) {
            Some(other) if other.path != stated.place().path => {
                let message =
                    format!("`{id}` stands in {other} too; give one of them its own slug");
                problems.push(stated.place().problem(Check::Slugs, message));
            }
            Some(_) => {}
            None => {
                first.insert(id, stated.place());
            }
        }
    }
    problems
}

fn stability(subject: &Subject) -> Vec<Problem> {
    let Recorded { path, slugs } = &subject.recorded;
    let mut problems = Vec::new();
    let catalogue = &subject.library.catalogue;
    let present: BTreeSet<&str> = catalogue
        .features
        .iter()
        .map(|feature| feature.slug.as_str())
        .collect();
    let mut before = "";
    for (line, slug) in (1..).zip(slugs) {
        let place = Place::new(path, line);
        if slug.as_str() <= before {
            let message = format!("`{slug}` is out of order; run `whatsnew verify --record`");
            problems.push(place.clone().problem(Check::Slugs, message));
        }
        before = slug;
        if !present.contains(slug.as_str()) {
            let message = format!(
                "`{slug}` was a feature and is none any more; put it back, slugs are for ever"
            );
            problems.push(place.problem(Check::Slugs, message));
        }
    }
    let recorded: BTreeSet<&str> = slugs.iter().map(String::as_str).collect();
    for feature in &catalogue.features {
        if !recorded.contains(feature.slug.as_str()) {
            let message = format!(
                "`{}` is not recorded; run `whatsnew verify --record`",
                feature.slug
            );
            problems.push(subject.place_of(feature).problem(Check::Slugs, message));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn slugs_have_four_forms() {
        for slug in ["pep-8", "gh-1", "bpo-38605", "3.14-asyncio-ps", "3.0-2to3"] {
            assert!(is_slug(slug), "{slug}");
        }
        for slug in [
            "", "pep-0008", "PEP-8", "gh-", "3.14", "3.14-", "3.14-A", "ps", "3-x",
        ] {
            assert!(!is_slug(slug), "{slug}");
        }
    }
}
