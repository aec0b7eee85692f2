//! What a program has for older versions only.

use super::{Judge, is_lookup};
use crate::leftover::{Leftover, LeftoverKind};
use python::{PathId, Step, Use, UseKind};
use terms::{Series, Versions};

impl Judge<'_, '_> {
    /// What is left over from older versions, in the order of the text.
    pub(super) fn leftovers(&mut self) -> Vec<Leftover> {
        let uses = self.uses;
        let compared = uses.comparisons.iter().map(|one| {
            let holds = one.holds;
            self.leftover(
                one.range.start,
                one.version,
                LeftoverKind::Comparison { holds },
            )
        });
        let mut leftovers: Vec<Leftover> = compared.collect();
        for tried in &uses.tries {
            leftovers.extend(self.needless_handler(tried));
        }
        for one in &uses.uses {
            leftovers.extend(self.backport(one));
        }
        leftovers.sort_by(|a, b| (a.start, &a.kind).cmp(&(b.start, &b.kind)));
        leftovers.dedup();
        leftovers
    }

    fn leftover(&self, start: u32, version: Series, kind: LeftoverKind) -> Leftover {
        Leftover {
            start: self.source.position_of(start),
            version,
            kind,
        }
    }

    /// The handler for what is missing in the body of a `try` statement, if all of it is of the
    /// standard library and some version added it for good.
    fn needless_handler(&mut self, tried: &[usize]) -> Option<Leftover> {
        let mut last: Option<(Series, u32, String)> = None;
        for index in tried {
            let one = self.uses.uses.get(*index)?;
            if !is_lookup(&one.kind) {
                continue;
            }
            let [target] = one.targets.as_slice() else {
                return None;
            };
            if self.is_foreign(*target) {
                return None;
            }
            let name = self.meanings.name(*target)?;
            let first = name.versions.first()?;
            if name.versions != Versions::since(first) {
                return None;
            }
            let is_later = last.as_ref().is_none_or(|(version, ..)| first > *version);
            if is_later && first > Series::python3(0) {
                last = Some((first, one.range.start, name.name.clone()));
            }
        }
        let (version, start, name) = last?;
        Some(self.leftover(start, version, LeftoverKind::Handler { name }))
    }

    /// An import from a package that gives older versions what the standard library has,
    /// wherever the newest version runs it.
    fn backport(&mut self, one: &Use) -> Option<Leftover> {
        let is_import = matches!(one.kind, UseKind::Import | UseKind::FromImport);
        if !is_import || one.fallback.is_some() || !one.versions.contains(self.knowledge.newest) {
            return None;
        }
        let [target] = one.targets.as_slice() else {
            return None;
        };
        let from = self.dotted(*target)?;
        let row = self.knowledge.backported(&from)?;
        let versions = self.knowledge.versions(row);
        let version = versions.first()?;
        let kind = LeftoverKind::Backport {
            from,
            name: row.name.clone(),
        };
        (versions == Versions::since(version))
            .then(|| self.leftover(one.range.start, version, kind))
    }

    /// The dotted name of a module or of what a module has.
    fn dotted(&self, path: PathId) -> Option<String> {
        match self.uses.paths.step(path) {
            Step::Module(name) => Some(name.to_string()),
            Step::Attribute(parent, name) => Some(format!("{}.{name}", self.dotted(*parent)?)),
            _ => None,
        }
    }
}
