//! `cargo xtask fuzz`: runs every parser on mutated input. [`fuzz`] is the entry point.

use crate::project::{Project, run};
use crate::step::StepError;

/// Compiles the parsers with debug assertions and overflow checks and fuzzes them.
/// `crates/fuzz` parses the arguments.
pub fn fuzz(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    run(
        project
            .command("cargo")
            .args(["run", "--quiet", "--locked", "--profile", "fuzz"])
            .args(["--package", "fuzz", "--"])
            .args(arguments),
        "Read the parser's message above. The input that made it fail is in tests/fixtures/fuzz.",
    )
}
