//! Merges evidence from interpreters, typeshed and the documentation into one table. The entry
//! point is [`merge`].

#[cfg(test)]
mod tests;

use super::documentation::Documentation;
use super::evidence::{Entry, Evidence, without_builtins};
use super::stubs::{Stub, Stubs};
use api::{Kind, Platform, Row, Signature, Survey, Table, Versions};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use terms::Series;

/// A table with the places where its sources disagree.
#[derive(Debug)]
pub struct Merged {
    /// The table.
    pub table: Table,
    /// The statements of sources that interpreters contradict, sorted by name.
    pub conflicts: Vec<Conflict>,
}

/// A statement about a name that interpreters contradict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// The name.
    pub name: String,
    /// The statement of the source, and what interpreters have.
    pub message: String,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.message)
    }
}

/// Makes a table of the names of interpreters. The statements of the documentation and typeshed
/// are in fields of their own; if either source is missing, those of the old table are kept.
pub fn merge(
    survey: Survey,
    evidence: &[Evidence],
    documentation: Option<&Documentation>,
    stubs: Option<&Stubs>,
    old: Option<&Table>,
) -> Merged {
    let mut merger = Merger::default();
    for one in evidence {
        merger.add_evidence(one);
    }
    match stubs {
        Some(stubs) => merger.add_stubs(stubs, documentation),
        None => merger.keep_stubs(old),
    }
    match documentation {
        Some(documentation) => merger.add_documentation(documentation, survey.oldest()),
        None => merger.keep_documentation(old),
    }
    merger.keep_backports(old);
    merger.finish(survey)
}

/// The beginnings of names that an interpreter only has if it was built with the headers
/// or options for them. Where a surveyed one lacks them, typeshed decides.
const BUILD_DEPENDENT: &[&str] = &[
    "ctypes.macholib",
    "hashlib.scrypt",
    "os.PIDFD_NONBLOCK",
    "posix.PIDFD_NONBLOCK",
    "socket.AF_BLUETOOTH",
    "socket.AddressFamily.AF_BLUETOOTH",
    "socket.BDADDR_",
    "socket.BTPROTO_",
    "socket.HCI_",
    "socket.SOL_HCI",
    "sqlite3.Connection.enable_load_extension",
    "sqlite3.Connection.load_extension",
    "sqlite3.dbapi2.Connection.enable_load_extension",
    "sqlite3.dbapi2.Connection.load_extension",
    "termios.IBSHIFT",
];

/// How many versions after the oldest surveyed one a name may have been added that its last
/// patch release has as well. What was added later was there before, whatever the
/// documentation says.
const BACKPORTED: u8 = 2;

fn is_build_dependent(name: &str) -> bool {
    BUILD_DEPENDENT.iter().any(|start| name.starts_with(start))
}

#[derive(Default)]
struct Merger {
    rows: BTreeMap<String, (String, Row)>,
    /// The versions in which a module exists but cannot be imported.
    broken: BTreeMap<String, Versions>,
    surveyed: Versions,
    conflicts: BTreeSet<Conflict>,
}

impl Merger {
    fn add_evidence(&mut self, evidence: &Evidence) {
        let version = evidence.release.series;
        self.surveyed.insert(version);
        for entry in &evidence.entries {
            if entry.error.is_some() {
                let broken = self.broken.entry(entry.name.clone()).or_default();
                broken.insert(version);
            } else {
                self.add_entry(entry, version);
            }
        }
    }

    fn add_entry(&mut self, entry: &Entry, version: Series) {
        let Ok(kind) = entry.kind.parse::<Kind>() else {
            return;
        };
        let name = without_builtins(&entry.name).to_owned();
        let module = entry.module.clone().unwrap_or_else(|| name.clone());
        let (_, row) = self
            .rows
            .entry(name.clone())
            .or_insert_with(|| (module, Row::new(name, kind)));
        // Interpreters are sorted from old to new, and the newest decides.
        row.kind = kind;
        row.versions.insert(version);
        if entry.deprecated.is_some() {
            row.warns.insert(version);
        }
        let Some(text) = &entry.signature else {
            return;
        };
        match row.signatures.last_mut() {
            Some(last) if last.text == *text => last.versions.insert(version),
            _ => row.signatures.push(Signature {
                versions: [version].into_iter().collect(),
                text: text.clone(),
            }),
        }
    }

    fn add_stubs(&mut self, stubs: &Stubs, documentation: Option<&Documentation>) {
        for (name, stub) in stubs.iter() {
            let Ok(kind) = stub.kind.parse::<Kind>() else {
                continue;
            };
            let name = without_builtins(name);
            let claimed = platforms(stub);
            let known = self.rows.get(name).map(|(_, row)| row.versions);
            let on: Vec<Platform> = claimed.iter().map(|(platform, _)| *platform).collect();
            let on = if on.len() < Platform::ALL.len() {
                on
            } else {
                Vec::new()
            };
            let declared: Vec<_> = claimed
                .iter()
                .map(|(platform, versions)| (*platform, self.undecided(name, stub, *versions)))
                .filter(|(_, versions)| !versions.is_empty())
                .collect();
            let is_on_linux = !on_linux(stub).is_empty();
            let is_documented = documentation.is_some_and(|all| all.has(name));
            match known {
                // Interpreters take precedence, unless they lack the module.
                Some(versions) => {
                    let linux = declared.iter().filter(|(on, _)| *on == Platform::Linux);
                    let stubs: Vec<_> = linux
                        .map(|(on, declared)| (*on, minus(*declared, versions)))
                        .filter(|(_, versions)| !versions.is_empty())
                        .collect();
                    self.report(name, stub, versions);
                    if let Some((_, row)) = self.rows.get_mut(name) {
                        row.stubs = stubs;
                        row.platforms = on;
                    }
                }
                None if !is_on_linux || declared.iter().any(|(on, _)| *on == Platform::Linux) => {
                    self.add_stub(name, stub, (kind, on), declared);
                }
                // Attributes that only instances have, or that exist only after some setup.
                None if is_documented => self.add_stub(name, stub, (kind, on), claimed),
                None if kind != Kind::Attribute => self.report(name, stub, Versions::default()),
                None => {}
            }
        }
    }

    fn add_stub(
        &mut self,
        name: &str,
        stub: &Stub,
        (kind, on): (Kind, Vec<Platform>),
        declared: Vec<(Platform, Versions)>,
    ) {
        let mut row = Row::new(name, kind);
        row.platforms = on;
        row.stubs = declared;
        let entry = (stub.module.clone(), row);
        self.rows.insert(name.to_owned(), entry);
    }

    /// The versions for which no interpreter shows whether a name exists: those that cannot
    /// import its module, or all versions if the platform is another one or the name depends
    /// on the build.
    fn undecided(&self, name: &str, stub: &Stub, versions: Versions) -> Versions {
        let is_imported = self.rows.contains_key(&stub.module) || stub.module == "builtins";
        let everywhere = on_linux(stub);
        let broken = self.broken.get(&stub.module).copied().unwrap_or_default();
        if !is_imported || is_build_dependent(name) {
            return versions;
        }
        minus(versions, minus(everywhere, broken))
    }

    /// Reports names that typeshed declares for Linux and an interpreter lacks.
    fn report(&mut self, name: &str, stub: &Stub, versions: Versions) {
        if is_build_dependent(name) {
            return;
        }
        let declared = on_linux(stub);
        let broken = self.broken.get(&stub.module).copied().unwrap_or_default();
        let lacking = minus(declared.intersection(self.surveyed), versions.union(broken));
        if lacking.is_empty() {
            return;
        }
        let lacking: Vec<String> = lacking.iter().map(|version| version.to_string()).collect();
        self.conflicts.insert(Conflict {
            name: name.to_owned(),
            message: format!(
                "typeshed has it in {}, interpreters do not",
                lacking.join(", ")
            ),
        });
    }

    fn keep_stubs(&mut self, old: Option<&Table>) {
        for (module, before) in old_rows(old) {
            match self.rows.get_mut(&before.name) {
                Some((_, row)) => {
                    row.platforms.clone_from(&before.platforms);
                    let stubs = before.stubs.iter();
                    row.stubs = stubs
                        .map(|(on, versions)| (*on, minus(*versions, row.versions)))
                        .filter(|(_, versions)| !versions.is_empty())
                        .collect();
                }
                None if before.stubs.is_empty() => {}
                None => {
                    let mut row = Row::new(&before.name, before.kind);
                    row.platforms.clone_from(&before.platforms);
                    row.stubs.clone_from(&before.stubs);
                    self.rows.insert(row.name.clone(), (module.to_owned(), row));
                }
            }
        }
    }

    fn add_documentation(&mut self, documentation: &Documentation, oldest: Option<Series>) {
        let mut conflicts = Vec::new();
        for (_, row) in self.rows.values_mut() {
            let Some(stated) = documentation.statements(&row.name) else {
                continue;
            };
            row.patches.clone_from(&stated.patches);
            row.deprecated = stated.deprecated;
            row.removal = stated.removal;
            let (Some(added), Some(first)) = (stated.added, row.known_versions().first()) else {
                continue;
            };
            if row.versions.is_empty() && added < first {
                // Typeshed declares less for old versions than they have.
                for (_, versions) in &mut row.stubs {
                    let since = oldest.map_or(added, |oldest| oldest.max(added));
                    *versions = versions.union(Versions::between(since..=first));
                }
                row.added = Some(added).filter(|added| Some(*added) < oldest);
            } else if added < first && Some(first) > oldest {
                conflicts.push(Conflict {
                    name: row.name.clone(),
                    message: format!(
                        "the documentation says that {added} added it, but {first} is the \
                         first that has it"
                    ),
                });
            } else if Some(first) == oldest
                && added.minor.saturating_sub(first.minor) > BACKPORTED
                && row.patches.is_empty()
            {
                conflicts.push(Conflict {
                    name: row.name.clone(),
                    message: format!(
                        "the documentation says that {added} added it, but {first} has it"
                    ),
                });
            } else if added != first {
                row.added = Some(added);
            }
        }
        self.conflicts.extend(conflicts);
    }

    fn keep_documentation(&mut self, old: Option<&Table>) {
        for (_, before) in old_rows(old) {
            if let Some((_, row)) = self.rows.get_mut(&before.name) {
                row.added = before.added;
                row.patches.clone_from(&before.patches);
                row.deprecated = before.deprecated;
                row.removal = before.removal;
            }
        }
    }

    /// No source has backports: they are entered by hand.
    fn keep_backports(&mut self, old: Option<&Table>) {
        for (_, before) in old_rows(old) {
            if let Some((_, row)) = self.rows.get_mut(&before.name) {
                row.backport.clone_from(&before.backport);
            }
        }
    }

    fn finish(self, survey: Survey) -> Merged {
        let mut modules: BTreeMap<String, Vec<Row>> = BTreeMap::new();
        for (module, row) in self.rows.into_values() {
            modules.entry(module).or_default().push(row);
        }
        Merged {
            table: Table::new(survey, modules.into_iter().collect()),
            conflicts: self.conflicts.into_iter().collect(),
        }
    }
}

/// The versions that a stub declares, by platform. Older stubs declare names for all platforms
/// that newer ones declare for some, so only the platforms of the newest are used.
fn platforms(stub: &Stub) -> Vec<(Platform, Versions)> {
    let newest = stub.platforms.values().flatten().max();
    let platforms = stub.platforms.iter();
    let platforms = platforms.filter(|(_, versions)| versions.iter().max() == newest);
    let mut platforms: Vec<_> = platforms
        .filter_map(|(platform, versions)| {
            let platform: Platform = platform.parse().ok()?;
            Some((platform, versions.iter().copied().collect()))
        })
        .collect();
    platforms.sort_unstable_by_key(|(platform, _)| *platform);
    platforms
}

/// The versions that a stub declares for Linux.
fn on_linux(stub: &Stub) -> Versions {
    let linux = platforms(stub).into_iter();
    let linux = linux.filter(|(platform, _)| *platform == Platform::Linux);
    linux.fold(Versions::default(), |all, (_, versions)| {
        all.union(versions)
    })
}

fn minus(versions: Versions, without: Versions) -> Versions {
    versions
        .iter()
        .filter(|version| !without.contains(*version))
        .collect()
}

fn old_rows(old: Option<&Table>) -> impl Iterator<Item = (&str, &Row)> {
    let modules = old.into_iter().flat_map(Table::modules);
    modules.flat_map(|(module, rows)| rows.iter().map(move |row| (module, row)))
}

/// The differences between interpreters and a table, one per line. Versions without an
/// interpreter are not compared.
pub(super) fn differences(table: &Table, evidence: &[Evidence]) -> Vec<String> {
    let mut now = Merger::default();
    for one in evidence {
        now.add_evidence(one);
    }
    let mut lines = Vec::new();
    let mut known = BTreeSet::new();
    for (_, row) in old_rows(Some(table)) {
        known.insert(row.name.as_str());
        let found = now.rows.get(&row.name).map(|(_, row)| row);
        for version in now.surveyed.iter() {
            let is_there = found.is_some_and(|found| found.versions.contains(version));
            if is_there != row.versions.contains(version) {
                let verb = if is_there { "has" } else { "does not have" };
                lines.push(format!("{}: Python {version} {verb} it", row.name));
            } else if is_there
                && let Some(found) = found
                && found.signature(version) != row.signature(version)
            {
                lines.push(format!(
                    "{}: Python {version} has the signature {}",
                    row.name,
                    found.signature(version).unwrap_or("that cannot be read")
                ));
            }
        }
    }
    let new = now
        .rows
        .keys()
        .filter(|name| !known.contains(name.as_str()));
    lines.extend(new.map(|name| format!("{name}: the table does not have it")));
    lines
}
