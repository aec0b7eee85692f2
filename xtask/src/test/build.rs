//! `cargo xtask build` beside other work: compiling a page for publishing keeps only one
//! core busy for most of the time. [`Build`] is the entry point.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::project::Project;
use crate::step::StepError;

/// A build that runs. It ends when this is dropped.
pub(super) struct Build {
    process: Child,
    log: PathBuf,
}

impl Build {
    /// Starts a build with the arguments of `cargo xtask build`.
    pub(super) fn start(project: &Project, arguments: &[String]) -> Result<Self, StepError> {
        let log = project.target().join("site-build.log");
        let spawned = File::create(&log).and_then(|output| {
            Command::new(env::current_exe()?)
                .arg("build")
                .args(arguments)
                .stdin(Stdio::null())
                .stdout(output.try_clone()?)
                .stderr(output)
                .spawn()
        });
        match spawned {
            Ok(process) => Ok(Self { process, log }),
            Err(error) => Err(StepError::new(
                format!(
                    "The build of the site, which writes to {}, did not start: {error}.",
                    log.display()
                ),
                "Run `cargo xtask build`.",
            )),
        }
    }

    /// Waits for the end and prints what the build has printed.
    pub(super) fn finish(mut self) -> Result<(), StepError> {
        let outcome = self.process.wait();
        print!("{}", fs::read_to_string(&self.log).unwrap_or_default());
        match outcome {
            Ok(status) if status.success() => Ok(()),
            ended => Err(StepError::new(
                format!("The site was not built: {}.", describe(&ended)),
                "Read the build's message above. `cargo xtask build` repeats it.",
            )),
        }
    }
}

/// How a process ended.
fn describe(ended: &io::Result<ExitStatus>) -> String {
    match ended {
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
    }
}
