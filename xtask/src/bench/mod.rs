//! `cargo xtask bench`: measures sizes and speed and compares them with their budgets.
//! [`bench`] is the entry point.

mod figure;
mod site_part;
mod sizes;
mod visit;

use figure::Figure;

use std::process::{Command, Stdio};

use crate::project::{Project, run};
use crate::setup::{self, Browser, BrowserKind};
use crate::site;
use crate::step::{StepError, note, step};

/// A group of measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// The sizes of the site's files.
    Sizes,
    /// The speed of native code, without a browser.
    Native,
    /// The speed of checking many programs, on the command line and in the page.
    Check,
    /// The time from a key press to the painted result.
    Typing,
    /// The speed of a visit without a network connection.
    Offline,
    /// The time from pressing "Run" to the first output.
    Runtimes,
    /// The speed of a first visit.
    Visit,
}

const GROUPS: &[(&str, Group)] = &[
    ("sizes", Group::Sizes),
    ("native", Group::Native),
    ("check", Group::Check),
    ("typing", Group::Typing),
    ("offline", Group::Offline),
    ("runtimes", Group::Runtimes),
    ("visit", Group::Visit),
];

/// Measures the named groups, or all, and prints a table after each. If a group cannot be
/// measured or a figure misses its budget, this fails after all groups were measured.
pub fn bench(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let groups = parse_groups(arguments)?;
    if groups != [Group::Native] {
        site::build(project)?;
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
            "Read the errors above.",
        ));
    }
    if !missed.is_empty() {
        return Err(StepError::new(
            format!("Over budget: {}.", missed.join(", ")),
            "Find out what made it larger or slower; change a budget only with a written reason.",
        ));
    }
    Ok(())
}

impl Group {
    /// The name of the step.
    fn title(self) -> &'static str {
        match self {
            Self::Sizes => "Sizes of the site",
            Self::Native => "Speed of the native code",
            Self::Check => "Speed of the checker",
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
            Self::Check => check(project, &browser()?),
            Self::Typing => typing(project, &browser()?),
            Self::Offline => offline(project, &browser()?),
            Self::Runtimes => runtimes(project, &browser()?),
            Self::Visit => visit::measure(project, &browser()?),
        }
    }
}

/// Parses the names of groups. Without arguments, all groups are returned.
fn parse_groups(arguments: &[String]) -> Result<Vec<Group>, StepError> {
    let known = |name: &String| {
        let group = GROUPS.iter().find(|(known, _)| known == name);
        group.map(|(_, group)| *group).ok_or_else(|| {
            let names: Vec<&str> = GROUPS.iter().map(|(name, _)| *name).collect();
            StepError::new(
                format!("There is no benchmark called {name:?}."),
                format!("Name one of {}.", names.join(", ")),
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
    note("compiling with full optimization");
    let mut command = project.command("cargo");
    command
        .args(["bench", "--quiet", "--locked", "--profile", "native"])
        .args(["--package", "whats-new", "--bench", "speed"]);
    figures(
        &mut command,
        "Run `cargo bench --profile native --bench speed` to see the error.",
    )
}

/// Compares the checker with vermin, and runs `benches/check.rs`, on the same files.
fn check(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    let vermin = setup::vermin(project)?;
    note("compiling with full optimization");
    let whatsnew = project.compile("whatsnew", "native")?;
    let programs = project.target().join("checked-library.zip");
    let mut native = project.command("python3");
    native
        .arg(project.root().join("xtask/src/bench/check.py"))
        .arg(whatsnew)
        .arg(vermin)
        .arg(&programs);
    let mut measured = figures(&mut native, "Read the message above.")?;
    let mut page = in_browser(project, browser, "check");
    page.env("WHATS_NEW_PROGRAMS", programs);
    measured.extend(figures(&mut page, "Read the browser's log above.")?);
    Ok(measured)
}

/// Runs `benches/offline.rs`.
fn offline(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    figures(
        &mut in_browser(project, browser, "offline"),
        "Read the browser's log above.",
    )
}

/// Runs `benches/runtimes.rs`.
fn runtimes(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    figures(
        &mut in_browser(project, browser, "runtimes"),
        "Read the browser's log above.",
    )
}

/// Runs `benches/typing`, which also needs the search as a separate WebAssembly module.
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
    figures(&mut command, "Read the browser's log above.")
}

/// A benchmark in a browser. It is not optimized itself, because most of the time is spent
/// in the browser.
fn in_browser(project: &Project, browser: &Browser, name: &str) -> Command {
    let mut command = project.command("cargo");
    command
        .args(["bench", "--quiet", "--locked", "--profile", "dev"])
        .args(["--package", "whats-new", "--bench", name])
        .envs(browser.environment())
        .env("WHATS_NEW_DIST", project.dist());
    command
}

/// Runs a benchmark and parses the figures that it prints, one on each line.
fn figures(command: &mut Command, advice: &str) -> Result<Vec<Figure>, StepError> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| StepError::new(format!("Cargo did not start: {error}."), advice))?;
    if !output.status.success() {
        return Err(StepError::new(
            format!("The benchmark ended with {}.", output.status),
            advice,
        ));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            Figure::parse(line).ok_or_else(|| {
                StepError::new(
                    format!("A benchmark printed {line:?}, which is not a figure."),
                    "A line has a name, a value, a unit and a budget, separated by tabs.",
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_chosen_by_name_and_all_are_the_default() {
        let parse = |names: &[&str]| {
            parse_groups(&names.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(parse(&[]).expect("all groups").len(), GROUPS.len());
        let chosen = parse(&["typing", "sizes"]).expect("two groups");
        assert_eq!(chosen, [Group::Typing, Group::Sizes]);
        let error = parse(&["speed"]).expect_err("an unknown group");
        assert!(error.to_string().contains("native"), "{error}");
    }
}
