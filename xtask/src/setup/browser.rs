//! The browser that tests run in and the driver that steers it.
//! [`find_or_install`] is the entry point.

use std::env;
use std::path::{Path, PathBuf};

use super::debian;
use crate::project::Project;
use crate::step::{StepError, note};

/// The names under which Chromium and Chrome are installed.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Where macOS keeps them, as its applications are on no `PATH`.
const APPLICATIONS: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const DRIVER: &str = "chromedriver";

/// A browser and a driver of the same version.
pub struct Browser {
    /// The browser's executable.
    pub browser: PathBuf,
    /// The driver's executable.
    pub driver: PathBuf,
}

/// Finds an installed browser with its driver, or installs both where the
/// machine is Debian and this process may do so.
///
/// `CHROME` and `CHROMEDRIVER` in the environment name them outright.
pub fn find_or_install(project: &Project) -> Result<Browser, StepError> {
    let mut found = find(project);
    if found.is_none() && debian::may_install(project) {
        debian::install(project, &["chromium", "chromium-driver"])?;
        found = find(project);
    }
    let browser = found.ok_or_else(missing)?;
    check_versions(project, &browser)?;
    note(format!(
        "{} with {}",
        browser.browser.display(),
        browser.driver.display()
    ));
    Ok(browser)
}

fn find(project: &Project) -> Option<Browser> {
    let browser = named_by("CHROME")
        .or_else(|| BROWSERS.iter().find_map(|name| project.find(name)))
        .or_else(|| {
            APPLICATIONS
                .iter()
                .map(PathBuf::from)
                .find(|path| path.is_file())
        })?;
    let driver = named_by("CHROMEDRIVER").or_else(|| project.find(DRIVER))?;
    Some(Browser { browser, driver })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
}

fn missing() -> StepError {
    StepError::new(
        "The tests need Chromium or Chrome, and ChromeDriver of the same version; \
         one of them is not on the PATH.",
        "On Debian: sudo apt-get install chromium chromium-driver\n\
         On Fedora: sudo dnf install chromium chromedriver\n\
         On Arch: sudo pacman -S chromium\n\
         On macOS: brew install --cask google-chrome chromedriver\n\
         Elsewhere: https://googlechromelabs.github.io/chrome-for-testing/ has both.\n\
         CHROME and CHROMEDRIVER in the environment name executables that are on no PATH.",
    )
}

/// A driver refuses a browser of another major version, with a message that
/// appears only in its log; it is better said here.
fn check_versions(project: &Project, found: &Browser) -> Result<(), StepError> {
    let version = |path: &Path| {
        let answer = project.output(&path.to_string_lossy(), &["--version"])?;
        major(&answer)
    };
    match (version(&found.browser), version(&found.driver)) {
        (Some(browser), Some(driver)) if browser != driver => Err(StepError::new(
            format!(
                "{} is version {browser}, but {} is version {driver}.",
                found.browser.display(),
                found.driver.display()
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
}
