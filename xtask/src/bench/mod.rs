//! `cargo xtask bench`: sizes and speed beside their budgets. [`bench`] is
//! the entry point.

mod figure;
mod sizes;

use figure::Figure;

use crate::project::Project;
use crate::site::{self, Runtimes};
use crate::step::{StepError, note, step};

/// Builds the site, measures it and the native code, and prints a table. It
/// fails when a figure misses its budget.
pub fn bench(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    crate::no_arguments("bench", arguments)?;
    site::build(project, Runtimes::Included)?;
    let mut figures = step("Sizes of the site", || sizes::measure(project))?;
    figures.extend(step("Speed of the native code", || speed(project))?);
    println!("\n{}", figure::table(&figures));
    let missed: Vec<_> = figures
        .iter()
        .filter(|figure| !figure.is_met())
        .map(|figure| figure.name.as_str())
        .collect();
    if missed.is_empty() {
        return Ok(());
    }
    Err(StepError::new(
        format!("Over budget: {}.", missed.join(", ")),
        "Find what made it larger or slower; a budget only changes with a reason written down.",
    ))
}

/// Runs `benches/speed.rs`, which prints a line for each figure.
fn speed(project: &Project) -> Result<Vec<Figure>, StepError> {
    note("compiling with full optimisation");
    let output = project
        .command("cargo")
        .args(["bench", "--quiet", "--locked", "--profile", "native"])
        .args(["--bench", "speed"])
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| StepError::new(format!("Cargo did not start: {error}."), FAILED))?;
    if !output.status.success() {
        return Err(StepError::new(
            format!("The measurement ended with {}.", output.status),
            FAILED,
        ));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            Figure::read(line).ok_or_else(|| {
                StepError::new(
                    format!("`benches/speed.rs` printed {line:?}, which is no figure."),
                    "A line is the name, the value, the unit and the budget, with tabs between.",
                )
            })
        })
        .collect()
}

const FAILED: &str = "Run `cargo bench --profile native --bench speed` to see it alone.";
