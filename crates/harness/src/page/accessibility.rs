//! Accessibility checks with axe-core.

use std::fs;

use serde::Deserialize;

use super::Page;
use crate::project::root;

/// The checker, installed by `cargo xtask` from npm.
const CHECKER: &str = "node_modules/axe-core/axe.min.js";

/// Runs every rule, including the one on target sizes, which is disabled by
/// default, and reports the elements with violations.
const CHECK: &str = "
const done = arguments[arguments.length - 1];
axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(
  ({ violations, passes }) => done({
    passed: passes.length,
    violations: violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? 'unrated',
      help,
      places: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
    })),
  }),
  (error) => done({ passed: 0, violations: [], error: String(error) }),
);
";

#[derive(Deserialize)]
struct Report {
    passed: usize,
    violations: Vec<Violation>,
    error: Option<String>,
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    impact: String,
    help: String,
    places: Vec<String>,
}

impl Page {
    /// Fails if axe-core finds violations in the current page.
    #[track_caller]
    pub fn assert_accessible(&self) -> &Self {
        if !self.script::<bool>("return typeof axe === 'object'", Vec::new()) {
            let path = root().join(CHECKER);
            let source = fs::read_to_string(&path).unwrap_or_else(|error| {
                panic!(
                    "{}: {error}. `cargo xtask test` installs it.",
                    path.display()
                )
            });
            self.call("load axe-core", async |session| {
                session.execute(source, Vec::new()).await
            });
        }
        let report: Report = self.call("run axe-core", async |session| {
            session.execute_async(CHECK, Vec::new()).await?.convert()
        });
        assert!(
            report.error.is_none() && report.passed > 0,
            "axe-core checked nothing: {}",
            report.error.unwrap_or_default()
        );
        assert!(
            report.violations.is_empty(),
            "axe-core found violations at {}:\n{}",
            self.url(),
            describe(&report.violations)
        );
        self
    }
}

fn describe(violations: &[Violation]) -> String {
    violations
        .iter()
        .map(|violation| {
            format!(
                "  {} ({}): {}\n    {}\n",
                violation.id,
                violation.impact,
                violation.help,
                violation.places.join("\n    ").replace("\n  ", "\n      ")
            )
        })
        .collect()
}
