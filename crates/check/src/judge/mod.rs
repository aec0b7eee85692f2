//! Holds the uses of a program against what versions have. The entry point is [`judge`].

mod calls;
mod leftovers;
mod rules;

use crate::behaviour::observe;
use crate::finding::{Certainty, Finding, FindingKind};
use crate::knowledge::Knowledge;
use crate::leftover::Leftover;
use crate::meaning::{Meaning, Meanings, Name, is_class};
use python::{Source, Step, Use, UseKind, Uses};
use rustc_hash::FxHashSet;
use std::rc::Rc;
use terms::{Series, Versions};

/// What is found in a program, and what it has for older versions only, in the order of the
/// text.
pub(crate) fn judge(
    uses: &Uses,
    source: &Source<'_>,
    knowledge: &Knowledge<'_>,
) -> (Vec<Finding>, Vec<Leftover>) {
    let mut judge = Judge {
        uses,
        source,
        knowledge,
        meanings: Meanings::new(knowledge, &uses.paths),
        findings: Vec::new(),
        functions_with_exec: FxHashSet::default(),
    };
    judge.find_exec();
    for one in &uses.uses {
        judge.judge(one);
    }
    for syntax in &uses.syntax {
        judge.syntax(syntax);
    }
    let leftovers = judge.leftovers();
    let mut findings = judge.findings;
    findings.sort_by(|a, b| {
        let key = |one: &Finding| (one.start, one.kind);
        let version = if a.kind == FindingKind::Added {
            b.version.cmp(&a.version)
        } else {
            a.version.cmp(&b.version)
        };
        let name = a.name.cmp(&b.name);
        key(a).cmp(&key(b)).then(name).then(version)
    });
    // What needs several versions needs the newest of them, and fails with the first that
    // removes it.
    findings.dedup_by(|a, b| (a.start, a.kind, &a.name) == (b.start, b.kind, &b.name));
    (findings, leftovers)
}

struct Judge<'a, 'k> {
    uses: &'k Uses,
    source: &'k Source<'k>,
    knowledge: &'k Knowledge<'a>,
    meanings: Meanings<'a, 'k>,
    findings: Vec<Finding>,
    /// The functions that call `exec` or `eval` without a namespace.
    functions_with_exec: FxHashSet<u32>,
}

/// Where something is missing.
struct Missing<'a> {
    /// The versions that reach it and lack it.
    versions: Versions,
    /// The versions that have it.
    available: Versions,
    /// What it is called.
    name: Rc<Name<'a>>,
}

impl<'a> Judge<'a, '_> {
    fn judge(&mut self, one: &Use) {
        if !one.is_caught {
            self.presence(one);
        }
        match &one.kind {
            UseKind::Call(call) => {
                if !one.is_caught {
                    self.call(one, call);
                }
                self.locals(one);
            }
            UseKind::Subscript => self.generic(one),
            UseKind::Union { in_annotation } => self.union(one, *in_annotation),
            UseKind::Merge => self.merge(one),
            _ => {}
        }
        for observed in observe(one, &mut self.meanings) {
            self.observed(one, &observed);
        }
    }

    /// Whether a name is there, and whether it is deprecated.
    fn presence(&mut self, one: &Use) {
        if !is_lookup(&one.kind) {
            return;
        }
        let Some(missing) = self.missing(one) else {
            return;
        };
        let Some(reached) = self.reached(one) else {
            return;
        };
        let failing = missing.versions.intersection(reached);
        let certainty = self.certainty(one);
        let is_removed = self.lacking(one, &missing, failing, certainty);
        let row = missing.name.row;
        // Who asks whether it is there, or for older versions, is prepared.
        let is_prepared = self.is_asked_for(one) || !reached.contains(self.knowledge.newest);
        let deprecated = row.deprecated().filter(|version| {
            let warned = Versions::since(*version).intersection(missing.available);
            !is_prepared && !warned.intersection(reached).is_empty()
        });
        if let Some(version) = deprecated
            && !self.is_parent_deprecated(one, version)
        {
            let removal = match (is_removed, row.removal) {
                (None, Some(removal)) => format!(" and to be removed in {removal}"),
                (Some(removed), _) => format!(" and gone in {removed}"),
                (None, None) => String::new(),
            };
            let name = &missing.name.name;
            // The oldest interpreter warns, and nobody says since when.
            let is_older = row.deprecated.is_none() && version == self.knowledge.oldest;
            let older = if is_older { " or earlier" } else { "" };
            let message = format!("`{name}` is deprecated since {version}{older}{removal}");
            self.add(
                one,
                FindingKind::Deprecated,
                name,
                version,
                certainty,
                message,
            );
        }
    }

    /// Reports the versions that lack something. Returns the version that removed it.
    fn lacking(
        &mut self,
        one: &Use,
        missing: &Missing<'a>,
        failing: Versions,
        certainty: Certainty,
    ) -> Option<Series> {
        let (first, last) = (missing.available.first()?, missing.available.last()?);
        let name = missing.name.name.as_str();
        if failing.iter().any(|version| version < first) {
            let patches = &missing.name.row.patches;
            let also = match patches.as_slice() {
                [] => String::new(),
                patches => {
                    let patches: Vec<String> = patches.iter().map(ToString::to_string).collect();
                    format!(" (and the releases {})", patches.join(", "))
                }
            };
            let message = format!("`{name}` was added in {first}{also}");
            self.add(one, FindingKind::Added, name, first, certainty, message);
        }
        // Stubs declare attributes of instances in versions that still have them.
        let is_declared =
            missing.name.row.versions.is_empty() && missing.name.row.kind == api::Kind::Attribute;
        if is_declared || !failing.iter().any(|version| version > last) {
            return None;
        }
        let removed = Series::python3(last.minor.saturating_add(1));
        let message = format!("`{name}` was removed in {removed}");
        self.add(one, FindingKind::Removed, name, removed, certainty, message);
        Some(removed)
    }

    /// Where what is used is missing. `None` if it is not of the standard library.
    fn missing(&mut self, one: &Use) -> Option<Missing<'a>> {
        let mut found: Option<Missing<'a>> = None;
        let mut reachable = Versions::ALL;
        for target in &one.targets {
            let Some(name) = self.meanings.name(*target) else {
                // Something that no version has, or that is somebody else's.
                if one.targets.len() > 1 && self.is_foreign(*target) {
                    return None;
                }
                continue;
            };
            reachable = reachable.intersection(self.meanings.reachable(*target));
            let available = name.versions;
            found = Some(match found {
                None => Missing {
                    versions: Versions::ALL,
                    available,
                    name,
                },
                Some(before) => Missing {
                    available: before.available.union(available),
                    ..before
                },
            });
        }
        let mut missing = found?;
        let versions = self.guarded(one).intersection(reachable);
        missing.versions = versions.without(missing.available);
        Some(missing)
    }

    /// The versions that reach a use, given what exists and what is missing there.
    fn guarded(&mut self, one: &Use) -> Versions {
        let mut versions = one.versions;
        for guard in &one.present {
            if let Some(existing) = self.existing(*guard) {
                versions = versions.intersection(existing);
            }
        }
        for guard in &one.absent {
            if let Some(existing) = self.existing(*guard) {
                versions = versions.without(existing);
            }
        }
        versions
    }

    /// The versions in which a path exists; `None` if it is not of the standard library.
    fn existing(&mut self, path: python::PathId) -> Option<Versions> {
        let name = self.meanings.name(path)?;
        Some(name.versions.intersection(self.meanings.reachable(path)))
    }

    /// Whether the program asked for what is used before.
    fn is_asked_for(&self, one: &Use) -> bool {
        one.targets.iter().any(|target| {
            let mut ancestors = self.uses.paths.ancestors(*target);
            ancestors.any(|path| one.present.contains(&path))
        })
    }

    /// Whether a path leads out of the standard library.
    fn is_foreign(&mut self, target: python::PathId) -> bool {
        let ancestors: Vec<_> = self.uses.paths.ancestors(target).collect();
        ancestors
            .last()
            .is_none_or(|root| matches!(self.meanings.of(*root), Meaning::Unknown))
    }

    /// The versions that reach a use: where it asks for what is missing those without it, and
    /// in the handler of a `try` statement those in which something in the statement is
    /// missing. `None` if that is not known.
    fn reached(&mut self, one: &Use) -> Option<Versions> {
        let reached = self.guarded(one);
        let Some(index) = one.fallback else {
            return Some(reached);
        };
        let tried = self.uses.tries.get(index)?;
        let mut versions: Option<Versions> = None;
        for caught in tried {
            let caught = self.uses.uses.get(*caught)?;
            if let Some(missing) = self.missing(caught) {
                let before = versions.unwrap_or(Versions::NONE);
                versions = Some(before.union(missing.versions));
            }
        }
        Some(versions?.intersection(reached))
    }

    fn certainty(&mut self, one: &Use) -> Certainty {
        if self.is_instance_attribute(one) {
            return Certainty::Possible;
        }
        let is_instance = one.targets.iter().any(|target| {
            let mut ancestors = self.uses.paths.ancestors(*target);
            ancestors.any(|path| {
                !matches!(
                    self.uses.paths.step(path),
                    Step::Module(_) | Step::Builtin(_) | Step::Attribute(..)
                )
            })
        });
        if one.is_uncertain || one.targets.len() > 1 || is_instance {
            Certainty::Likely
        } else {
            Certainty::Sure
        }
    }

    /// Whether it is an attribute that instances may have had before their class.
    fn is_instance_attribute(&mut self, one: &Use) -> bool {
        if one.kind != UseKind::Attribute {
            return false;
        }
        one.targets.iter().any(|target| {
            let Step::Attribute(owner, _) = self.uses.paths.step(*target) else {
                return false;
            };
            let is_instance = match self.meanings.of(*owner) {
                Meaning::Instance(_) => true,
                Meaning::Name(owner) => !is_class(owner.row) && owner.row.kind != api::Kind::Module,
                Meaning::Unknown => false,
            };
            let name = self.meanings.name(*target);
            is_instance
                && name.is_some_and(|name| {
                    name.row.kind == api::Kind::Attribute && !self.knowledge.is_dated(name.row)
                })
        })
    }

    /// Whether something on the way to a name was deprecated no later.
    fn is_parent_deprecated(&mut self, one: &Use, version: Series) -> bool {
        let Some(target) = one.targets.first() else {
            return false;
        };
        let ancestors: Vec<_> = self.uses.paths.ancestors(*target).skip(1).collect();
        ancestors.into_iter().any(|path| {
            self.meanings.name(path).is_some_and(|name| {
                name.row
                    .deprecated()
                    .is_some_and(|deprecated| deprecated <= version)
            })
        })
    }

    fn finding(
        &self,
        one: &Use,
        kind: FindingKind,
        name: &str,
        version: Series,
        certainty: Certainty,
        message: String,
    ) -> Finding {
        Finding {
            start: self.source.position_of(one.range.start),
            end: self.source.position_of(one.range.end),
            kind,
            name: name.to_owned(),
            version,
            until: None,
            certainty,
            message,
            change: None,
        }
    }

    fn add(
        &mut self,
        one: &Use,
        kind: FindingKind,
        name: &str,
        version: Series,
        certainty: Certainty,
        message: String,
    ) {
        let finding = self.finding(one, kind, name, version, certainty, message);
        self.findings.push(finding);
    }

    /// Adds a finding whose change is known.
    fn changed(
        &mut self,
        one: &Use,
        kind: FindingKind,
        name: &str,
        version: Series,
        change: &str,
        message: String,
    ) {
        let certainty = self.certainty(one);
        let finding = self.finding(one, kind, name, version, certainty, message);
        self.findings.push(Finding {
            change: Some(change.to_owned()),
            ..finding
        });
    }
}

/// Whether a use looks a name up.
fn is_lookup(kind: &UseKind) -> bool {
    matches!(
        kind,
        UseKind::Import | UseKind::FromImport | UseKind::Name | UseKind::Attribute
    )
}
