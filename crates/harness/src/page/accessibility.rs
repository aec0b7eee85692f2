//! Accessibility checks with axe-core.

use std::fs;

use serde::Deserialize;

use super::Page;
use crate::project::root;

/// The checker, installed by `cargo xtask` from npm.
const CHECKER: &str = "node_modules/axe-core/axe.min.js";

/// Every rule, including the one on target sizes, which is disabled by default.
const ALL_RULES: &str = r#"{ "rules": { "target-size": { "enabled": true } } }"#;

/// The rules on colours.
const COLOUR_RULES: &str = r#"{ "runOnly": ["color-contrast", "link-in-text-block"] }"#;

/// Runs rules at the top of the page, where the header covers nothing, and reports the
/// elements with violations.
const CHECK: &str = "
const [rules, done] = arguments;
scrollTo({ top: 0, behavior: 'instant' });
axe.run(document, JSON.parse(rules)).then(
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
        self.assert_rules(ALL_RULES)
    }

    /// Fails if axe-core finds colours that cannot be told apart in the current page. Another
    /// theme has no other violations.
    #[track_caller]
    pub fn assert_legible(&self) -> &Self {
        self.assert_rules(COLOUR_RULES)
    }

    #[track_caller]
    fn assert_rules(&self, rules: &str) -> &Self {
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
            let rules = vec![rules.into()];
            session.execute_async(CHECK, rules).await?.convert()
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
