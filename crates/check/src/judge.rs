//! Holds the uses of a program against what versions have. The entry point is [`judge`].

use crate::behaviour::{Observed, observe};
use crate::finding::{Certainty, Finding, FindingKind};
use crate::knowledge::Knowledge;
use crate::meaning::{Meaning, Meanings, Name, is_class};
use crate::signature::Signature;
use crate::syntax::{change, is_dictionary};
use python::{Call, Source, Step, SyntaxUse, Use, UseKind, Uses};
use rustc_hash::FxHashSet;
use std::rc::Rc;
use terms::{Series, Versions};

/// What is found in a program, in the order of the text.
pub(crate) fn judge(uses: &Uses, source: &Source<'_>, knowledge: &Knowledge<'_>) -> Vec<Finding> {
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
    let mut findings = judge.findings;
    findings.sort_by(|a, b| {
        let key = |one: &Finding| (one.start, one.kind);
        let version = if a.kind == FindingKind::Added {
            b.version.cmp(&a.version)
        } else {
            a.version.cmp(&b.version)
        };
        key(a)
            .cmp(&key(b))
            .then(version)
            .then_with(|| a.name.cmp(&b.name))
    });
    // What needs several versions needs the newest of them, and fails with the first that
    // removes it.
    findings.dedup_by(|a, b| (a.start, a.kind, &a.name) == (b.start, b.kind, &b.name));
    findings
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
            let message = format!("`{name}` is deprecated since {version}{removal}");
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
                    name.row.kind == api::Kind::Attribute && name.row.added.is_none()
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

    /// Whether the arguments of a call are taken.
    fn call(&mut self, one: &Use, call: &Call) {
        let [target] = *one.targets else {
            return;
        };
        let Some(name) = self.meanings.name(target) else {
            return;
        };
        let Some(reached) = self.reached(one) else {
            return;
        };
        let signatures: Vec<(Versions, Signature<'_>)> = name
            .row
            .signatures
            .iter()
            // A class in C without a signature seems to take nothing.
            .filter(|one| !(is_class(name.row) && one.text == "()") && name.name != "type")
            .filter_map(|one| {
                let signature = Signature::parse(&one.text)?;
                // The functions of `random` are methods of an instance.
                let is_bound = name.row.kind == api::Kind::Function;
                let signature = if is_bound {
                    signature.without_self()
                } else {
                    signature
                };
                Some((one.versions, signature))
            })
            .collect();
        let reached = reached.intersection(name.versions);
        let is_bound = signatures
            .iter()
            .any(|(_, signature)| signature.takes(call));
        if is_bound {
            self.shape(one, &name, call, &signatures, reached);
        }
        for (keyword, _) in &call.keywords {
            self.keyword(one, &name, keyword, &signatures, reached);
        }
    }

    /// Whether a keyword is there. A `**kwargs` in the place of what another version names
    /// passes it to a function that does not take it.
    fn keyword(
        &mut self,
        one: &Use,
        name: &Name<'a>,
        keyword: &str,
        signatures: &[(Versions, Signature<'_>)],
        reached: Versions,
    ) {
        let (mut having, mut lacking) = (Versions::NONE, Versions::NONE);
        let mut is_hidden = false;
        for (versions, signature) in signatures {
            is_hidden |= signature.takes_any_keyword() && !signature.has_keyword(keyword);
            if signature.has_keyword(keyword) {
                having = having.union(*versions);
            } else {
                lacking = lacking.union(*versions);
            }
        }
        let passed_to = delegate(&name.name).filter(|_| having.is_empty());
        if let Some(delegate) = passed_to.and_then(|delegate| self.knowledge.row(delegate)) {
            for one in &delegate.signatures {
                if let Some(signature) = Signature::parse(&one.text) {
                    let set = if signature.has_keyword(keyword) {
                        &mut having
                    } else {
                        &mut lacking
                    };
                    *set = set.union(one.versions);
                }
            }
        }
        let documented = self.knowledge.parameter(&name.name, keyword);
        let first = match (having.first(), documented) {
            (Some(first), Some(documented)) if first <= self.knowledge.oldest => {
                documented.min(first)
            }
            (Some(first), None) if first <= self.knowledge.oldest => Series::python3(0),
            (Some(first), _) if lacking.iter().any(|version| version < first) => first,
            (_, Some(documented)) => documented,
            (Some(_), None) => Series::python3(0),
            (None, None) => return,
        };
        let certainty = if is_hidden && documented.is_none() && passed_to.is_none() {
            Certainty::Possible
        } else {
            self.certainty(one)
        };
        let shown = format!("{}({keyword})", name.name);
        if reached.iter().any(|version| version < first) {
            let message = format!(
                "the parameter `{keyword}` of `{}` was added in {first}",
                name.name
            );
            self.add(one, FindingKind::Added, &shown, first, certainty, message);
        }
        let last = having.last();
        if let Some(removed) = last.and_then(|last| {
            let mut gone = lacking.intersection(reached).iter();
            gone.find(|version| *version > last)
        }) {
            let message = format!(
                "the parameter `{keyword}` of `{}` was removed in {removed}",
                name.name
            );
            self.add(
                one,
                FindingKind::Removed,
                &shown,
                removed,
                certainty,
                message,
            );
        }
    }

    /// Whether the number and order of the arguments fit.
    fn shape(
        &mut self,
        one: &Use,
        name: &Name<'a>,
        call: &Call,
        signatures: &[(Versions, Signature<'_>)],
        reached: Versions,
    ) {
        let (mut known, mut taking) = (Versions::NONE, Versions::NONE);
        for (versions, signature) in signatures {
            // What lacks a keyword is told of by its name.
            if signature.refused_keyword(call).is_some() {
                continue;
            }
            known = known.union(*versions);
            if signature.takes(call) {
                taking = taking.union(*versions);
            }
        }
        // What is not known of older versions may have been taken, and a signature without
        // it is not to be trusted then.
        let unknown = name.row.versions.without(known);
        let refusing = known.without(taking).intersection(reached);
        if refusing
            .iter()
            .any(|version| unknown.first().is_some_and(|first| first < version))
        {
            return;
        }
        let (Some(first), Some(last)) = (taking.first(), taking.last()) else {
            return;
        };
        let certainty = self.certainty(one);
        if refusing.iter().any(|version| version < first) {
            let message = format!("`{}` takes these arguments since {first}", name.name);
            self.add(
                one,
                FindingKind::Added,
                &name.name,
                first,
                certainty,
                message,
            );
        }
        if let Some(removed) = refusing.iter().find(|version| *version > last) {
            let message = format!(
                "`{}` no longer takes these arguments since {removed}",
                name.name
            );
            self.add(
                one,
                FindingKind::Removed,
                &name.name,
                removed,
                certainty,
                message,
            );
        }
    }

    /// `list[int]` and the like.
    fn generic(&mut self, one: &Use) {
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
    fn union(&mut self, one: &Use, in_annotation: bool) {
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
    fn merge(&mut self, one: &Use) {
        let are_dictionaries = one
            .targets
            .iter()
            .all(|target| match self.meanings.of(*target) {
                Meaning::Instance(kind) => is_dictionary(&kind.class),
                _ => false,
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
    fn find_exec(&mut self) {
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
    fn locals(&mut self, one: &Use) {
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

    fn observed(&mut self, one: &Use, observed: &Observed) {
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
            observed.message.to_owned(),
        );
        self.findings.push(Finding {
            until: observed.until.map(Series::python3),
            change: Some(observed.change)
                .filter(|change| !change.is_empty())
                .map(ToOwned::to_owned),
            ..finding
        });
    }

    fn syntax(&mut self, one: &SyntaxUse) {
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

/// What a function passes its further keywords to.
fn delegate(function: &str) -> Option<&'static str> {
    match function {
        "subprocess.run"
        | "subprocess.call"
        | "subprocess.check_call"
        | "subprocess.check_output" => Some("subprocess.Popen"),
        _ => None,
    }
}

/// Whether a use looks a name up.
fn is_lookup(kind: &UseKind) -> bool {
    matches!(
        kind,
        UseKind::Import | UseKind::FromImport | UseKind::Name | UseKind::Attribute
    )
}
