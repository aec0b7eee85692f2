//! `cargo xtask bench`: sizes and speed beside their budgets. [`bench`] is
//! the entry point.

mod figure;
mod sizes;
mod visit;

use figure::Figure;

use std::process::{Command, Stdio};

use crate::project::Project;
use crate::setup::{self, Browser};
use crate::site::{self, Runtimes};
use crate::step::{StepError, note, step};

/// Builds the site, measures it and the native code, and prints a table. It
/// fails when a figure misses its budget.
pub fn bench(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    crate::no_arguments("bench", arguments)?;
    site::build(project, Runtimes::Included)?;
    let mut figures = step("Sizes of the site", || sizes::measure(project))?;
    figures.extend(step("Speed of the native code", || speed(project))?);
    let browser = setup::for_testing(project)?;
    figures.extend(step("Speed of the runtimes", || {
        runtimes(project, &browser)
    })?);
    figures.extend(step("A first visit", || visit::measure(project, &browser))?);
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

/// Runs `benches/speed.rs`.
fn speed(project: &Project) -> Result<Vec<Figure>, StepError> {
    note("compiling with full optimisation");
    let mut command = project.command("cargo");
    command
        .args(["bench", "--quiet", "--locked", "--profile", "native"])
        .args(["--bench", "speed"]);
    printed(
        &mut command,
        "Run `cargo bench --profile native --bench speed` to see it alone.",
    )
}

/// Runs `benches/runtimes.rs`. What takes its time there is the browser.
fn runtimes(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    let mut command = project.command("cargo");
    command
        .args(["bench", "--quiet", "--locked", "--profile", "dev"])
        .args(["--features", "page-tests", "--bench", "runtimes"])
        .env("CHROME", &browser.browser)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WHATS_NEW_DIST", project.dist());
    printed(&mut command, "Look at what the browser logged above.")
}

/// The figures that a measurement prints, a line each.
fn printed(command: &mut Command, advice: &str) -> Result<Vec<Figure>, StepError> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| StepError::new(format!("Cargo did not start: {error}."), advice))?;
    if !output.status.success() {
        return Err(StepError::new(
            format!("The measurement ended with {}.", output.status),
            advice,
        ));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            Figure::read(line).ok_or_else(|| {
                StepError::new(
                    format!("A measurement printed {line:?}, which is no figure."),
                    "A line is the name, the value, the unit and the budget, with tabs between.",
                )
            })
        })
        .collect()
}
