//! `cargo xtask fuzz`: runs every parser on mutated input. [`fuzz`] is the entry point.

use crate::project::{Project, run};
use crate::step::StepError;

/// Compiles the parsers with the profile that runs ten times as fast but shares nothing
/// with the tests.
const OPTIMIZE: &str = "--optimize";

/// Compiles the parsers with debug assertions and overflow checks and fuzzes them.
/// `crates/fuzz` parses the other arguments.
pub fn fuzz(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let is_optimized = arguments.iter().any(|argument| argument == OPTIMIZE);
    let profile = if is_optimized { "fuzz" } else { "dev" };
    let passed_on = arguments.iter().filter(|argument| *argument != OPTIMIZE);
    let program = project.compile("fuzz", profile)?;
    run(
        project.command(&program.to_string_lossy()).args(passed_on),
        "Read the parser's message above. The input that made it fail is in tests/fixtures/fuzz.",
    )
}
