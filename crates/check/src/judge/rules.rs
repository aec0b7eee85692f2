//! Operators, syntax and behaviour that a version changed.

use super::Judge;
use crate::behaviour::Observed;
use crate::finding::{Certainty, Finding, FindingKind};
use crate::meaning::{Meaning, is_class};
use crate::syntax::{change, is_dictionary};
use python::{Step, SyntaxUse, Use, UseKind};
use terms::{Series, Versions};

impl Judge<'_, '_> {
    /// `list[int]` and the like.
    pub(super) fn generic(&mut self, one: &Use) {
        if one.is_caught {
            return;
        }
        let [target] = *one.targets else {
            return;
        };
        let Some(name) = self.meanings.name(target) else {
            return;
        };
        let Some(available) = self
            .knowledge
            .generic(&name.name)
            .filter(|_| is_class(name.row))
        else {
            return;
        };
        let failing = one.versions.intersection(name.versions).without(available);
        if let Some(first) = available.first()
            && failing.iter().any(|version| version < first)
        {
            let shown = format!("{}[]", name.name);
            let message = format!("`{}` can be subscripted since {first}", name.name);
            self.changed(one, FindingKind::Added, &shown, first, "pep-585", message);
        }
    }

    /// `int | None`.
    pub(super) fn union(&mut self, one: &Use, in_annotation: bool) {
        if one.is_caught {
            return;
        }
        let are_classes = in_annotation
            || one.targets.iter().all(|target| {
                self.meanings
                    .name(*target)
                    .is_some_and(|name| is_class(name.row))
            });
        let first = Series::python3(10);
        if are_classes && one.versions.iter().any(|version| version < first) {
            let message = "`|` between types makes a union since 3.10".to_owned();
            self.changed(one, FindingKind::Added, "X | Y", first, "pep-604", message);
        }
    }

    /// `|` between dictionaries.
    pub(super) fn merge(&mut self, one: &Use) {
        let are_dictionaries = one
            .targets
            .iter()
            .all(|target| match self.meanings.of(*target) {
                Meaning::Instance(kind) => is_dictionary(&kind.class),
                Meaning::Name(name) => matches!(&*name.name, "os.environ" | "os.environb"),
                Meaning::Unknown => false,
            });
        let first = Series::python3(9);
        if are_dictionaries && one.versions.iter().any(|version| version < first) {
            let message = "`|` between dictionaries merges them since 3.9".to_owned();
            self.changed(
                one,
                FindingKind::Added,
                "dict | dict",
                first,
                "pep-584",
                message,
            );
        }
    }

    /// Notes which functions call `exec` without a namespace.
    pub(super) fn find_exec(&mut self) {
        for one in &self.uses.uses {
            if let (UseKind::Call(call), [target]) = (&one.kind, &*one.targets)
                && call.positional.len() == 1
                && matches!(self.uses.paths.step(*target), Step::Builtin(name) if &**name == "exec")
            {
                self.functions_with_exec.insert(one.function);
            }
        }
    }

    /// `locals()` after `exec` in a function.
    pub(super) fn locals(&mut self, one: &Use) {
        let is_locals = one.targets.iter().any(|target| {
            matches!(self.uses.paths.step(*target), Step::Builtin(name) if &**name == "locals")
        });
        if is_locals && one.function > 0 && self.functions_with_exec.contains(&one.function) {
            let version = Series::python3(13);
            if Versions::since(version)
                .intersection(one.versions)
                .is_empty()
            {
                return;
            }
            let message =
                "what `exec` assigns is not in `locals()` of a function since 3.13; pass \
                           a dictionary to `exec`"
                    .to_owned();
            self.changed(
                one,
                FindingKind::Changed,
                "locals",
                version,
                "pep-667",
                message,
            );
        }
    }

    pub(super) fn observed(&mut self, one: &Use, observed: &Observed) {
        let version = observed.version();
        let reached = match self.reached(one) {
            Some(reached) if !one.is_caught => reached,
            _ => return,
        };
        let after = Versions::since(version);
        let affected = if observed.kind == FindingKind::Added {
            reached.without(after)
        } else {
            reached.intersection(after)
        };
        if affected.is_empty() {
            return;
        }
        let finding = self.finding(
            one,
            observed.kind,
            observed.name,
            version,
            observed.certainty,
            observed.message.to_string(),
        );
        self.findings.push(Finding {
            until: observed.until.map(Series::python3),
            change: Some(observed.change)
                .filter(|change| !change.is_empty())
                .map(ToOwned::to_owned),
            ..finding
        });
    }

    pub(super) fn syntax(&mut self, one: &SyntaxUse) {
        let feature = one.feature;
        let (start, end) = (one.range.start, one.range.end);
        let label = feature.label();
        let (kind, version, message) = if let Some(removed) = feature.removed() {
            (
                FindingKind::Removed,
                removed,
                format!("{label} is rejected since {removed}"),
            )
        } else if feature.is_warning() {
            let since = feature.since();
            let message = format!("the compiler warns of {label} since {since}");
            (FindingKind::Deprecated, since, message)
        } else {
            let since = feature.since();
            (FindingKind::Syntax, since, format!("{label} needs {since}"))
        };
        self.findings.push(Finding {
            start: self.source.position_of(start),
            end: self.source.position_of(end),
            kind,
            name: label.to_owned(),
            version,
            until: None,
            certainty: Certainty::Sure,
            message,
            change: change(feature).map(ToOwned::to_owned),
        });
    }
}
