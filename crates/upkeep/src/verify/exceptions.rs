//! Deliberate omissions from the catalogue, each with a reason. The entry point is
//! [`Exceptions::read`].

use super::place::Place;
use super::{VerifyError, read_own};
use document::{Code, Diagnostic, Position, nearest};
use serde::Deserialize;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use terms::{PepNumber, Series};
use toml::Spanned;

const FILE: &str = "exceptions.toml";

/// All exceptions, and which of them were needed.
pub(super) struct Exceptions {
    path: PathBuf,
    entries: Vec<Entry>,
    /// The positions of exceptions with an empty reason.
    without_reason: Vec<Position>,
}

struct Entry {
    exception: Exception,
    position: Position,
    used: Cell<bool>,
}

/// An exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Exception {
    /// No feature covers a PEP.
    Pep(PepNumber),
    /// A PEP's feature belongs to a series that the PEP does not target.
    Series(PepNumber, Series),
    /// No feature of the series has a name from the release notes' sections on deprecations
    /// and removals.
    Name(Series, String),
    /// No deprecation has a name whose removal is planned for the series.
    Pending(Series, String),
    /// A feature has Python code but no sample.
    Sample(String),
    /// Interpreters contradict what a feature, by its slug, says of a name.
    Contradicted(String, String),
    /// A version gained or lost a name, and none of its features covers that.
    Uncovered(Series, String),
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pep(pep) => write!(f, "{pep}"),
            Self::Series(pep, series) => write!(f, "{pep} in {series}"),
            Self::Name(series, name) => write!(f, "`{name}` in {series}"),
            Self::Sample(slug) => write!(f, "`{slug}`, which has a sample or no Python code,"),
            Self::Contradicted(slug, name) => write!(f, "`{name}` of `{slug}`"),
            Self::Uncovered(version, name) => {
                write!(f, "`{name}`, which {version} gained or lost,")
            }
            Self::Pending(series, name) => {
                write!(f, "`{name}`, scheduled for removal in {series},")
            }
        }
    }
}

impl Exceptions {
    pub(super) fn read(assets: &Path) -> Result<Self, VerifyError> {
        let (path, text) = read_own(assets, FILE)?;
        let table: Table = toml::from_str(&text).map_err(|source| VerifyError::Table {
            path: path.clone(),
            source,
        })?;
        let position = |at: usize| Position::of(&text, at);
        let mut entries = Vec::new();
        let mut push = |exception, at| {
            entries.push(Entry {
                exception,
                position: position(at),
                used: Cell::new(false),
            });
        };
        let mut reasons = Vec::new();
        for row in table.pep {
            for number in row.numbers {
                let at = number.span().start;
                push(Exception::Pep(PepNumber(number.into_inner())), at);
            }
            reasons.push(row.reason);
        }
        for row in table.series {
            let at = row.reason.span().start;
            push(Exception::Series(PepNumber(row.pep), row.series), at);
            reasons.push(row.reason);
        }
        for row in table.names {
            for name in row.names {
                let at = name.span().start;
                push(Exception::Name(row.series, name.into_inner()), at);
            }
            reasons.push(row.reason);
        }
        for row in table.pending {
            for name in row.names {
                let at = name.span().start;
                push(Exception::Pending(row.removal, name.into_inner()), at);
            }
            reasons.push(row.reason);
        }
        for row in table.sample {
            for slug in row.features {
                let at = slug.span().start;
                push(Exception::Sample(slug.into_inner()), at);
            }
            reasons.push(row.reason);
        }
        for row in table.contradicted {
            for name in row.names {
                let at = name.span().start;
                push(
                    Exception::Contradicted(row.feature.clone(), name.into_inner()),
                    at,
                );
            }
            reasons.push(row.reason);
        }
        for row in table.uncovered {
            for name in row.names {
                let at = name.span().start;
                push(Exception::Uncovered(row.version, name.into_inner()), at);
            }
            reasons.push(row.reason);
        }
        let empty = reasons
            .iter()
            .filter(|reason| reason.get_ref().trim().is_empty());
        let without_reason = empty.map(|reason| position(reason.span().start)).collect();
        Ok(Self {
            path,
            entries,
            without_reason,
        })
    }

    /// Whether there is an exception, which is then needed.
    pub(super) fn allow(&self, what: &Exception) -> bool {
        let mut allowed = false;
        for entry in self.entries.iter().filter(|entry| entry.exception == *what) {
            entry.used.set(true);
            allowed = true;
        }
        allowed
    }

    /// The exceptions that no check needed. For names that is only known if there is a
    /// reference. `features` are the slugs of all features.
    pub(super) fn unused(&self, has_reference: bool, features: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let judged = |entry: &&Entry| {
            let is_of_reference = matches!(
                entry.exception,
                Exception::Name(..) | Exception::Pending(..)
            );
            !entry.used.get() && (has_reference || !is_of_reference)
        };
        let unused = self.entries.iter().filter(judged).map(|entry| {
            let place = Place::new(&self.path, entry.position);
            match &entry.exception {
                Exception::Sample(slug) if !features.contains(slug.as_str()) => {
                    let message = format!("`{slug}` is not a feature");
                    let help = match nearest(slug, features.iter().copied()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => "take it out".to_owned(),
                    };
                    place.report(Code::Exception, message, help)
                }
                exception => {
                    let message = format!("{exception} needs no exception");
                    place.report(Code::Exception, message, "take it out")
                }
            }
        });
        let silent = self.without_reason.iter().map(|position| {
            let place = Place::new(&self.path, *position);
            place.report(Code::Exception, "an exception has a reason", "give it")
        });
        unused.chain(silent).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    pep: Vec<PepRow>,
    #[serde(default)]
    series: Vec<SeriesRow>,
    #[serde(default)]
    names: Vec<NamesRow>,
    #[serde(default)]
    pending: Vec<PendingRow>,
    #[serde(default)]
    sample: Vec<SampleRow>,
    #[serde(default)]
    contradicted: Vec<ContradictedRow>,
    #[serde(default)]
    uncovered: Vec<UncoveredRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PepRow {
    numbers: Vec<Spanned<u16>>,
    reason: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesRow {
    pep: u16,
    series: Series,
    reason: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesRow {
    series: Series,
    names: Vec<Spanned<String>>,
    reason: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PendingRow {
    removal: Series,
    names: Vec<Spanned<String>>,
    reason: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleRow {
    features: Vec<Spanned<String>>,
    reason: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContradictedRow {
    feature: String,
    names: Vec<Spanned<String>>,
    reason: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UncoveredRow {
    version: Series,
    names: Vec<Spanned<String>>,
    reason: Spanned<String>,
}
