//! Slugs are permanent: they are well-formed, belong to one feature each, and are never lost.
//! The entry points are [`check`] and [`record`].

use super::place::Place;
use super::subject::{Stated, Subject};
use super::{VerifyError, read_own};
use catalogue::files;
use catalogue::sources::Sources;
use document::{Code, Diagnostic, Position, nearest};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use terms::{IssueRef, PepNumber, Series};

const FILE: &str = "slugs.txt";

/// All slugs that have ever been used, one per line.
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

    /// The recorded slugs that no feature has any longer.
    pub(super) fn lost(&self, present: &BTreeSet<&str>) -> BTreeSet<&str> {
        let recorded = self.slugs.iter().map(String::as_str);
        recorded.filter(|slug| !present.contains(slug)).collect()
    }

    fn report_lost(&self, slug: &str) -> Diagnostic {
        let index = self.slugs.iter().position(|known| known == slug);
        let line = index.and_then(|index| u32::try_from(index + 1).ok());
        let message = format!("`{slug}` is recorded, but no longer a feature");
        let place = Place::new(&self.path, Position::line(line.unwrap_or(1)));
        place.report(Code::Slug, message, "restore it, as slugs are permanent")
    }
}

/// Adds the slugs of all features to the recorded ones. Returns the number of new ones.
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

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = form(subject);
    found.extend(repeated(subject));
    found.extend(stability(subject));
    found
}

fn form(subject: &Subject) -> Vec<Diagnostic> {
    let wrong = subject.stated().filter(|stated| !is_slug(stated.slug()));
    let report = |stated: Stated| {
        let message = format!("`{}` is not a valid slug", stated.slug());
        let help = "write it like pep-758, gh-128563, bpo-38605 or 3.14-asyncio-ps";
        stated.at_slug().report(Code::Slug, message, help)
    };
    wrong.map(report).collect()
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

/// Checks that no feature is in two release notes.
fn repeated(subject: &Subject) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    let mut found = Vec::new();
    for stated in subject.stated().filter(Stated::is_of_reference) {
        let Some(id) = &stated.feature.id else {
            continue;
        };
        let place = stated.at_slug();
        match first.get(id.as_str()) {
            Some(other) if other.path != place.path => {
                let message = format!("`{id}` is also used at {other}");
                found.push(place.report(Code::Slug, message, "give one of them its own slug"));
            }
            Some(_) => {}
            None => {
                first.insert(id, place);
            }
        }
    }
    found
}

fn stability(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = order(&subject.recorded);
    let mut lost = subject.lost();
    let recorded = &subject.recorded.slugs;
    let recorded: BTreeSet<&str> = recorded.iter().map(String::as_str).collect();
    for feature in &subject.library.catalogue.features {
        let slug = feature.slug.as_str();
        if recorded.contains(slug) {
            continue;
        }
        let place = subject.place_of(feature);
        let meant = nearest(slug, lost.iter().copied());
        if let Some(meant) = meant {
            // A misspelled slug is both new and lost.
            lost.remove(meant);
        }
        // A malformed slug and a wrong number are reported as such.
        if !is_slug(slug) || subject.is_unknown_pep(slug) {
            continue;
        }
        let message = format!("`{slug}` is not recorded");
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`, which no longer has a feature?"),
            None => "run `whatsnew verify --record`".to_owned(),
        };
        found.push(place.report(Code::Slug, message, help));
    }
    if !subject.hides_features() {
        found.extend(lost.iter().map(|slug| subject.recorded.report_lost(slug)));
    }
    found
}

fn order(recorded: &Recorded) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut before = "";
    for (line, slug) in (1..).zip(&recorded.slugs) {
        if slug.as_str() <= before {
            let message = format!("`{slug}` is out of order");
            let place = Place::new(&recorded.path, Position::line(line));
            found.push(place.report(Code::Slug, message, "run `whatsnew verify --record`"));
        }
        before = slug;
    }
    found
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
