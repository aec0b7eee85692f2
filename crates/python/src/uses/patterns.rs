//! `match` and its patterns.

use super::flow::Outcome;
use super::names::Names;
use super::value::Value;
use ruff_python_ast::{Identifier, Pattern, StmtMatch};
use terms::Versions;

impl<'a> Names<'a> {
    pub(super) fn match_statement(&mut self, node: &'a StmtMatch) {
        self.value(&node.subject);
        let mut branches = Vec::new();
        for case in &node.cases {
            self.scopes.begin_branch();
            self.pattern(&case.pattern);
            let mut reached = Outcome::of(Versions::ALL);
            if let Some(guard) = &case.guard {
                self.truth(guard);
                reached = self.condition(guard).when_true;
            }
            let leaves = self.under(&reached, |names| names.body(&case.body));
            let branch = self.scopes.end_branch();
            if !leaves {
                branches.push(branch);
            }
        }
        self.scopes.merge(&branches, true);
    }

    fn pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::MatchValue(node) => {
                self.value(&node.value);
            }
            Pattern::MatchSequence(node) => node.patterns.iter().for_each(|one| self.pattern(one)),
            Pattern::MatchOr(node) => node.patterns.iter().for_each(|one| self.pattern(one)),
            Pattern::MatchMapping(node) => {
                node.keys.iter().for_each(|key| {
                    self.value(key);
                });
                node.patterns.iter().for_each(|one| self.pattern(one));
                self.bind_unknown(node.rest.as_ref());
            }
            Pattern::MatchClass(node) => {
                self.value(&node.cls);
                node.arguments
                    .patterns
                    .iter()
                    .for_each(|one| self.pattern(one));
                node.arguments
                    .keywords
                    .iter()
                    .for_each(|one| self.pattern(&one.pattern));
            }
            Pattern::MatchStar(node) => self.bind_unknown(node.name.as_ref()),
            Pattern::MatchAs(node) => {
                if let Some(pattern) = &node.pattern {
                    self.pattern(pattern);
                }
                self.bind_unknown(node.name.as_ref());
            }
            Pattern::MatchSingleton(_) => {}
        }
    }

    fn bind_unknown(&mut self, name: Option<&'a Identifier>) {
        if let Some(name) = name {
            self.scopes.bind(name.as_str(), Value::unknown());
        }
    }
}
