//! `cargo xtask bench`: sizes and speed beside their budgets. [`bench`] is
//! the entry point.

mod figure;
mod sizes;
mod visit;

use figure::Figure;

use std::process::{Command, Stdio};

use crate::project::{Project, run};
use crate::setup::{self, Browser, BrowserKind};
use crate::site::{self, Runtimes};
use crate::step::{StepError, note, step};

/// What is measured together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// The files of the site.
    Sizes,
    /// The rooms without a browser.
    Native,
    /// From a key to the painted result.
    Typing,
    /// A visit without a connection.
    Offline,
    /// From Run to the first output.
    Runtimes,
    /// A reader's first visit.
    Visit,
}

const GROUPS: &[(&str, Group)] = &[
    ("sizes", Group::Sizes),
    ("native", Group::Native),
    ("typing", Group::Typing),
    ("offline", Group::Offline),
    ("runtimes", Group::Runtimes),
    ("visit", Group::Visit),
];

/// Measures the named groups, or all, one after another, and prints a table of
/// each as soon as it is measured. It fails when a group cannot be measured or a
/// figure misses its budget, after all have had their turn.
pub fn bench(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let groups = read(arguments)?;
    if groups != [Group::Native] {
        site::build(project, Runtimes::Included)?;
    }
    let mut failed = Vec::new();
    let mut missed = Vec::new();
    for (name, group) in GROUPS.iter().filter(|(_, group)| groups.contains(group)) {
        match step(group.title(), || group.measure(project)) {
            Ok(figures) => {
                println!("\n{}", figure::table(&figures));
                let over = figures.into_iter().filter(|figure| !figure.is_met());
                missed.extend(over.map(|figure| figure.name));
            }
            Err(error) => {
                eprintln!("{error}");
                failed.push(*name);
            }
        }
    }
    if !failed.is_empty() {
        return Err(StepError::new(
            format!("Not measured: {}.", failed.join(", ")),
            "What went wrong is printed above.",
        ));
    }
    if !missed.is_empty() {
        return Err(StepError::new(
            format!("Over budget: {}.", missed.join(", ")),
            "Find what made it larger or slower; a budget only changes with a reason written down.",
        ));
    }
    Ok(())
}

impl Group {
    /// What the group is called while it is measured.
    fn title(self) -> &'static str {
        match self {
            Self::Sizes => "Sizes of the site",
            Self::Native => "Speed of the native code",
            Self::Typing => "Speed of the page",
            Self::Offline => "Speed without a connection",
            Self::Runtimes => "Speed of the runtimes",
            Self::Visit => "A first visit",
        }
    }

    fn measure(self, project: &Project) -> Result<Vec<Figure>, StepError> {
        let browser = || setup::for_testing(project, BrowserKind::Chromium);
        match self {
            Self::Sizes => sizes::measure(project),
            Self::Native => native(project),
            Self::Typing => typing(project, &browser()?),
            Self::Offline => offline(project, &browser()?),
            Self::Runtimes => runtimes(project, &browser()?),
            Self::Visit => visit::measure(project, &browser()?),
        }
    }
}

/// The groups that the arguments name, in their order; all where they name none.
fn read(arguments: &[String]) -> Result<Vec<Group>, StepError> {
    let known = |name: &String| {
        let group = GROUPS.iter().find(|(known, _)| known == name);
        group.map(|(_, group)| *group).ok_or_else(|| {
            let names: Vec<&str> = GROUPS.iter().map(|(name, _)| *name).collect();
            StepError::new(
                format!("`bench` does not know `{name}`."),
                format!("The groups are {}.", names.join(", ")),
            )
        })
    };
    if arguments.is_empty() {
        return Ok(GROUPS.iter().map(|(_, group)| *group).collect());
    }
    arguments.iter().map(known).collect()
}

/// Runs `benches/speed`.
fn native(project: &Project) -> Result<Vec<Figure>, StepError> {
    note("compiling with full optimisation");
    let mut command = project.command("cargo");
    command
        .args(["bench", "--quiet", "--locked", "--profile", "native"])
        .args(["--package", "whats-new", "--bench", "speed"]);
    printed(
        &mut command,
        "Run `cargo bench --profile native --bench speed` to see it alone.",
    )
}

/// Runs `benches/offline.rs`.
fn offline(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    printed(
        &mut in_browser(project, browser, "offline"),
        "Look at what the browser logged above.",
    )
}

/// Runs `benches/runtimes.rs`.
fn runtimes(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    printed(
        &mut in_browser(project, browser, "runtimes"),
        "Look at what the browser logged above.",
    )
}

/// Runs `benches/typing`, for which the search is built by itself as well.
fn typing(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    run(
        project
            .command("cargo")
            .args(["build", "--quiet", "--locked", "--release"])
            .args(["--target", setup::WASM_TARGET, "--package", "engine"]),
        "Correct the code that the message above names.",
    )?;
    let built = format!("{}/release/engine.wasm", setup::WASM_TARGET);
    let mut command = in_browser(project, browser, "typing");
    command.env("WHATS_NEW_ENGINE", project.target().join(built));
    printed(&mut command, "Look at what the browser logged above.")
}

/// A measurement in a browser, which is what takes its time there.
fn in_browser(project: &Project, browser: &Browser, name: &str) -> Command {
    let mut command = project.command("cargo");
    command
        .args(["bench", "--quiet", "--locked", "--profile", "dev"])
        .args([
            "--package",
            "whats-new",
            "--features",
            "page-tests",
            "--bench",
            name,
        ])
        .envs(browser.environment())
        .env("WHATS_NEW_DIST", project.dist());
    command
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_chosen_by_name_and_none_stands_for_all() {
        let read =
            |names: &[&str]| read(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(read(&[]).expect("all of them").len(), GROUPS.len());
        let chosen = read(&["typing", "sizes"]).expect("two that there are");
        assert_eq!(chosen, [Group::Typing, Group::Sizes]);
        let error = read(&["speed"]).expect_err("there is no such group");
        assert!(error.to_string().contains("native"), "{error}");
    }
}
