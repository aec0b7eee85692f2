//! The browsers that tests run in, and their drivers. [`find_or_install`] is the entry
//! point.

mod kind;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::{debian, rust};
use crate::project::Project;
use crate::step::{StepError, note};
pub use kind::Kind;
use kind::Program;

/// A browser with its driver and other programs that it needs.
pub struct Browser {
    kind: Kind,
    /// Its programs, by the environment variables that tests read.
    programs: Vec<(&'static str, PathBuf)>,
}

impl Browser {
    /// The environment variables with which test programs find the browser.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let mut environment = self.programs.clone();
        environment.push(("WHATS_NEW_BROWSER", self.kind.name().into()));
        environment
    }

    /// The program for an environment variable such as `CHROME`.
    pub fn program(&self, variable: &str) -> &Path {
        let found = self.programs.iter().find(|(name, _)| *name == variable);
        found.map_or(Path::new(""), |(_, program)| program)
    }
}

/// Finds an installed browser with its driver, or installs both on Debian if this process
/// has the permission.
///
/// Environment variables such as `CHROME` and `CHROMEDRIVER` take precedence.
pub fn find_or_install(project: &Project, kind: Kind) -> Result<Browser, StepError> {
    if kind == Kind::Firefox && named_by("GECKODRIVER").is_none() {
        rust::install(project, &rust::GECKODRIVER)?;
    }
    let mut found = find(project, kind);
    if found.is_err() && debian::may_install(project) {
        debian::install(project, kind.packages())?;
        found = find(project, kind);
    }
    let browser = found.map_err(|missing| {
        StepError::new(
            format!(
                "The tests in {} need {missing}, which was not found.",
                kind.title()
            ),
            kind.advice(),
        )
    })?;
    if kind == Kind::Chromium {
        check_versions(project, &browser)?;
    }
    for (_, program) in &browser.programs {
        note(program.display());
    }
    Ok(browser)
}

/// Finds an installed browser. The error is the name of a missing program.
fn find(project: &Project, kind: Kind) -> Result<Browser, &'static str> {
    let programs = kind.programs().iter().map(|program| {
        let path = named_by(program.variable)
            .or_else(|| program.names.iter().find_map(|name| project.find(name)))
            .or_else(|| find_outside_path(program));
        path.map(|path| (program.variable, path))
            .ok_or(program.title)
    });
    let programs = programs.collect::<Result<_, _>>()?;
    Ok(Browser { kind, programs })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
}

/// Finds a program that is not on the `PATH`. A `*` in its paths stands for any folder;
/// Debian names one after the architecture.
fn find_outside_path(program: &Program) -> Option<PathBuf> {
    let expand = |path: &str| -> Vec<PathBuf> {
        let Some((above, below)) = path.split_once("/*/") else {
            return vec![path.into()];
        };
        let entries = fs::read_dir(above).into_iter().flatten().flatten();
        entries.map(|entry| entry.path().join(below)).collect()
    };
    let mut paths = program.paths.iter().flat_map(|path| expand(path));
    paths.find(|path| path.is_file())
}

/// Checks that browser and driver have the same major version. The driver would report a
/// mismatch only in its log.
fn check_versions(project: &Project, found: &Browser) -> Result<(), StepError> {
    let version = |path: &Path| {
        let answer = project.output(&path.to_string_lossy(), &["--version"])?;
        major(&answer)
    };
    let (browser, driver) = (found.program("CHROME"), found.program("CHROMEDRIVER"));
    match (version(browser), version(driver)) {
        (Some(of_browser), Some(of_driver)) if of_browser != of_driver => Err(StepError::new(
            format!(
                "{} is version {of_browser}, but {} is version {of_driver}.",
                browser.display(),
                driver.display()
            ),
            "Update the older of the two, or name a matching pair with CHROME and CHROMEDRIVER \
             in the environment.",
        )),
        // An unknown format of the answer is not an error; the tests may work.
        _ => Ok(()),
    }
}

/// The major version in an answer such as `Chromium 141.0.7390.54 built on …`.
fn major(answer: &str) -> Option<u32> {
    answer
        .split_whitespace()
        .find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_found_in_the_answers_of_browsers() {
        assert_eq!(major("Chromium 141.0.7390.54 built on Debian"), Some(141));
        assert_eq!(major("ChromeDriver 142.0.1.2 (abc-refs/x@{#1})"), Some(142));
        assert_eq!(major("Google Chrome 99.0"), Some(99));
        assert_eq!(major("no version"), None);
    }

    #[test]
    fn a_star_in_a_path_matches_any_folder() {
        let root = env::temp_dir().join(format!("whats-new-paths-{}", std::process::id()));
        let program = root.join("lib/some-machine/kit/Mini");
        fs::create_dir_all(program.parent().expect("a folder")).expect("a folder");
        fs::write(&program, "").expect("a file");
        let path = format!("{}/lib/*/kit/Mini", root.display());
        let paths: &'static [&'static str] = vec![&*path.leak()].leak();
        let wanted = Program {
            title: "Mini",
            variable: "MINI",
            names: &[],
            paths,
        };
        assert_eq!(find_outside_path(&wanted), Some(program));
        fs::remove_dir_all(root).expect("the folder is removed");
    }
}
