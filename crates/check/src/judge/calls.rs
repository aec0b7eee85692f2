//! Whether the versions take the arguments of a call.

use super::Judge;
use crate::finding::{Certainty, FindingKind};
use crate::meaning::{Name, is_class};
use crate::signature::Signature;
use python::{Call, Use};
use terms::{Series, Versions};

impl<'a> Judge<'a, '_> {
    /// Whether the arguments of a call are taken.
    pub(super) fn call(&mut self, one: &Use, call: &Call) {
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
        // Built-in classes can be called without arguments, whatever docstrings say.
        let is_empty = is_class(name.row) && !name.name.contains('.') && call.is_empty();
        if is_bound && !is_empty {
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
        let functions = [Some(name.name.as_str()), passed_to];
        let mut functions = functions.into_iter().flatten();
        let documented = functions.find_map(|function| self.knowledge.parameter(function, keyword));
        let first = match (having.first(), documented) {
            (Some(_), Some(documented)) if self.knowledge.is_backported(&name.name) => documented,
            (Some(first), Some(documented)) if first <= self.knowledge.oldest => {
                documented.min(first)
            }
            (Some(first), None) if first <= self.knowledge.oldest => Series::python3(0),
            (Some(first), _) if lacking.iter().any(|version| version < first) => first,
            (_, Some(documented)) => documented,
            (Some(_), None) => Series::python3(0),
            (None, None) => return,
        };
        // The last releases of older versions have it, for the sake of security.
        let is_backported = having.first().is_some_and(|having| having < first)
            && self.knowledge.is_backported(&name.name);
        let certainty = if is_backported || is_hidden && documented.is_none() && passed_to.is_none()
        {
            Certainty::Possible
        } else {
            self.certainty(one)
        };
        let shown = format!("{}({keyword})", name.name);
        if reached.iter().any(|version| version < first) {
            let also = if is_backported {
                ", and in the last releases of older versions"
            } else {
                ""
            };
            let message = format!(
                "the parameter `{keyword}` of `{}` was added in {first}{also}",
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
            // A missing keyword is reported by its name.
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
}

/// The method whose documentation describes the keywords of all that log.
const LOGGED: &str = "logging.Logger.debug";

/// What a function passes its further keywords to.
fn delegate(function: &str) -> Option<&'static str> {
    match function {
        "subprocess.run"
        | "subprocess.call"
        | "subprocess.check_call"
        | "subprocess.check_output" => Some("subprocess.Popen"),
        _ if function == LOGGED => None,
        _ => {
            let (owner, method) = function.rsplit_once('.')?;
            let is_logger = matches!(
                owner,
                "logging" | "logging.Logger" | "logging.LoggerAdapter"
            );
            let is_level = matches!(
                method,
                "debug" | "info" | "warn" | "warning" | "error" | "exception" | "critical" | "log"
            );
            (is_logger && is_level).then_some(LOGGED)
        }
    }
}
