//! Installs packages of Debian. [`install`] is the entry point.

use std::fs;

use crate::project::{Project, run};
use crate::step::{StepError, note};

/// Whether the machine runs Debian and this process may install packages.
pub fn may_install(project: &Project) -> bool {
    is_debian() && project.output("id", &["-u"]).as_deref() == Some("0")
}

/// Installs packages with their required dependencies.
pub fn install(project: &Project, packages: &[&str]) -> Result<(), StepError> {
    let advice = "Check the network connection and the package sources in /etc/apt.";
    note(format!(
        "installing {} from the distribution",
        packages.join(", ")
    ));
    run(
        project.command("apt-get").args(["update", "--quiet=2"]),
        advice,
    )?;
    run(
        project
            .command("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
            .args(packages),
        advice,
    )
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}
