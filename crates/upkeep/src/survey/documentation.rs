//! Statements of Python's documentation about names. The entry point is
//! [`Documentation::parse`].

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use terms::{ReleaseNumber, Series, Stage};

/// The inventory of the documentation with its "added in" and "deprecated since".
#[derive(Debug, Clone, Default)]
pub struct Documentation {
    names: BTreeSet<String>,
    statements: BTreeMap<String, Statements>,
}

/// The statements of the documentation about one name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Statements {
    /// The version that added it.
    pub added: Option<Series>,
    /// The patch releases that it was added in.
    pub patches: Vec<ReleaseNumber>,
    /// The version that deprecated it.
    pub deprecated: Option<Series>,
    /// The version that is to remove it.
    pub removal: Option<Series>,
}

/// A line of the inventory: a name and its role, such as `py:function`.
#[derive(Deserialize)]
struct Listed {
    name: String,
    role: String,
}

/// A line of the list of directives.
#[derive(Deserialize)]
struct Directive {
    object: String,
    directive: String,
    versions: String,
    text: String,
}

impl Documentation {
    /// Parses two tab-separated tables, with the columns `name` and `role`, and `object`,
    /// `directive`, `versions` and `text`.
    ///
    /// # Errors
    ///
    /// If a line lacks a column.
    pub fn parse(inventory: &str, directives: &str) -> Result<Self, csv::Error> {
        let mut documentation = Self::default();
        for listed in reader(inventory).deserialize() {
            let listed: Listed = listed?;
            if listed.role.starts_with("py:") {
                documentation.names.insert(listed.name);
            }
        }
        for directive in reader(directives).deserialize() {
            let directive: Directive = directive?;
            // Names that are documented together share a directive, but a deprecation may be
            // of one of them.
            let is_shared = directive.object.contains(',') && directive.directive != "versionadded";
            for name in directive.object.split(',') {
                if documentation.names.contains(name) && !is_shared {
                    let statements = documentation.statements.entry(name.to_owned());
                    statements.or_default().add(&directive);
                }
            }
        }
        Ok(documentation)
    }

    /// The documented names of Python, without those of the C API.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether a name is documented.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    pub(super) fn statements(&self, name: &str) -> Option<&Statements> {
        self.statements.get(name)
    }
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.delimiter(b'\t').quoting(false);
    builder.from_reader(text.as_bytes())
}

impl Statements {
    fn add(&mut self, directive: &Directive) {
        // A text after a colon says what was added later, such as a parameter.
        let is_whole = !directive.text.contains(':');
        match directive.directive.as_str() {
            "versionadded" if is_whole => {
                for version in directive.versions.split(['/', ',']) {
                    self.add_version(version.trim());
                }
            }
            "deprecated" | "deprecated-removed" if is_about_name(&directive.text) => {
                let mut versions = directive.versions.split('/');
                let mut next = || versions.next().and_then(series_of);
                self.deprecated = next();
                self.removal = next();
            }
            _ => {}
        }
    }

    /// Of several versions the oldest added the name, the others a part of it.
    fn add_version(&mut self, version: &str) {
        let oldest = |added: Option<Series>, version| match added {
            Some(added) => Some(added.min(version)),
            None => Some(version),
        };
        if let Ok(series) = version.parse() {
            self.added = oldest(self.added, series);
        } else if let Ok(release) = version.parse::<ReleaseNumber>()
            && release.stage == Stage::Final
        {
            match release.micro {
                0 => self.added = oldest(self.added, release.series),
                _ => self.patches.push(release),
            }
        }
    }
}

/// The version of `3.8` or `3.8.1`.
fn series_of(text: &str) -> Option<Series> {
    let release = || text.parse::<ReleaseNumber>().ok();
    text.parse().ok().or_else(|| Some(release()?.series))
}

/// Whether a deprecation applies to the name itself rather than to one way to use it.
fn is_about_name(text: &str) -> bool {
    let words = [
        "parameter",
        "argument",
        "assing",
        "alling",
        "ccepting",
        "eyword",
        "upport",
        // A condition, some members of it, or what others do with it.
        "emitted if",
        "deprecated to ",
        " except ",
        "Invalid",
        "Methods",
    ];
    !words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_about_a_name_are_taken_and_others_are_not() {
        let inventory = "name\trole\tpage\na.f\tpy:function\ta.html\nPyX\tc:function\tc.html\n";
        let directives = "object\tdirective\tversions\tpage\ttext\n\
            a.f\tversionadded\t3.9\ta.html\tAdded in version 3.9.\n\
            a.f\tversionadded\t3.8.2\ta.html\tAdded in version 3.8.2.\n\
            a.f\tversionadded\t3.7\ta.html\tAdded in version 3.7: The size parameter.\n\
            a.f\tdeprecated-removed\t3.12/3.16\ta.html\tDeprecated: Use g() instead.\n\
            a.f\tdeprecated\t3.13\ta.html\tDeprecated: A warning is emitted if x is a list.\n\
            a.f\tdeprecated\t3.14\ta.html\tDeprecated: Accepting lists is now deprecated.\n\
            a.f\tdeprecated\t3.15\ta.html\tDeprecated: It is deprecated to derive from it.\n\
            a.g\tversionadded\t3.9\ta.html\tAdded in version 3.9.\n";
        let documentation = Documentation::parse(inventory, directives).expect("two tables");
        let names: Vec<&str> = documentation.names().collect();
        assert_eq!(names, ["a.f"]);
        let expected = Statements {
            added: Some(Series::python3(9)),
            patches: vec!["3.8.2".parse().expect("a release")],
            deprecated: Some(Series::python3(12)),
            removal: Some(Series::python3(16)),
        };
        assert_eq!(documentation.statements("a.f"), Some(&expected));
    }
}
