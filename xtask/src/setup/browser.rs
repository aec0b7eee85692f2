//! The browsers that tests run in and the drivers that steer them.
//! [`find_or_install`] is the entry point.

mod kind;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::{debian, rust};
use crate::project::Project;
use crate::step::{StepError, note};
pub use kind::Kind;
use kind::Program;

/// A browser with what steers it and what it needs besides.
pub struct Browser {
    kind: Kind,
    /// The variables that name its programs to the tests.
    programs: Vec<(&'static str, PathBuf)>,
}

impl Browser {
    /// What a test program finds the browser by.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let mut environment = self.programs.clone();
        environment.push(("WHATS_NEW_BROWSER", self.kind.name().into()));
        environment
    }

    /// The program that a variable names, such as `CHROME`.
    pub fn program(&self, variable: &str) -> &Path {
        let found = self.programs.iter().find(|(name, _)| *name == variable);
        found.map_or(Path::new(""), |(_, program)| program)
    }
}

/// Finds an installed browser with its driver, or installs both where the
/// machine is Debian and this process may do so.
///
/// Variables in the environment, such as `CHROME` and `CHROMEDRIVER`, name
/// programs outright.
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
                "The tests in {} need {missing}, which is not found.",
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

/// The browser, or the name of a program that is missing.
fn find(project: &Project, kind: Kind) -> Result<Browser, &'static str> {
    let programs = kind.programs().iter().map(|program| {
        let path = named_by(program.variable)
            .or_else(|| program.names.iter().find_map(|name| project.find(name)))
            .or_else(|| elsewhere(program));
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

/// Where a program is that is on no `PATH`. A place may be below a folder of any
/// name, written `*`, as Debian names one by the kind of machine.
fn elsewhere(program: &Program) -> Option<PathBuf> {
    let folders = |place: &str| -> Vec<PathBuf> {
        let Some((above, below)) = place.split_once("/*/") else {
            return vec![place.into()];
        };
        let entries = fs::read_dir(above).into_iter().flatten().flatten();
        entries.map(|entry| entry.path().join(below)).collect()
    };
    let places = program.places.iter().flat_map(|place| folders(place));
    places.into_iter().find(|path| path.is_file())
}

/// A driver refuses a browser of another major version, with a message that
/// appears only in its log; it is better said here.
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
        // An answer in an unknown form is no reason to stop: the tests will tell.
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
    fn the_major_version_is_found_in_what_browsers_answer() {
        assert_eq!(major("Chromium 141.0.7390.54 built on Debian"), Some(141));
        assert_eq!(major("ChromeDriver 142.0.1.2 (abc-refs/x@{#1})"), Some(142));
        assert_eq!(major("Google Chrome 99.0"), Some(99));
        assert_eq!(major("no version"), None);
    }

    #[test]
    fn a_place_may_be_below_a_folder_of_any_name() {
        let root = env::temp_dir().join(format!("whats-new-places-{}", std::process::id()));
        let program = root.join("lib/some-machine/kit/Mini");
        fs::create_dir_all(program.parent().expect("a folder")).expect("a folder");
        fs::write(&program, "").expect("a file");
        let place = format!("{}/lib/*/kit/Mini", root.display());
        let places: &'static [&'static str] = vec![&*place.leak()].leak();
        let wanted = Program {
            title: "Mini",
            variable: "MINI",
            names: &[],
            places,
        };
        assert_eq!(elsewhere(&wanted), Some(program));
        fs::remove_dir_all(root).expect("the folder goes");
    }
}
