//! `cargo xtask fuzz`: mutated input for every parser. [`fuzz`] is the entry point.

use crate::project::{Project, run};
use crate::step::StepError;

/// Compiles the parsers with every check and drives them; `crates/fuzz` reads the
/// arguments.
pub fn fuzz(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    run(
        project
            .command("cargo")
            .args(["run", "--quiet", "--locked", "--profile", "fuzz"])
            .args(["--package", "fuzz", "--"])
            .args(arguments),
        "Read what the parser said above. The input that it failed on is in tests/fixtures/fuzz.",
    )
}
