//! Builds a preview of the site as fast as possible, for use on this machine: without
//! optimization, splitting, archive and service worker, and with fixed file names.
//! [`build`] is the entry point; [`Preview`] rebuilds single parts.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;

use super::options::Options;
use super::parts::Bundled;
use super::runtimes::{self, Sizes};
use super::template::{Program, Template};
use super::{native, parts, scripts};
use crate::progress::{Progress, join};
use crate::project::{Project, run};
use crate::setup::{WASM_TARGET, preview as setup};
use crate::step::StepError;
use xtask::files::recreate_folder;

/// The package of the page.
const PAGE: &str = "whats-new";

/// The page's own program, whose files are in a separate directory.
const EXPLORER: &str = "explorer";

/// The number of steps of [`build`].
const STEPS: usize = 9;

/// Printed before the first build.
const FIRST_RUN: &str = "The first run compiles the page, its workers, wasm-bindgen and the \
                         native program, which takes about five minutes on two cores; later runs \
                         take seconds. Each step is printed when it is done.";

/// A preview of the site.
pub struct Preview<'a> {
    project: &'a Project,
    dist: PathBuf,
    /// A copy of the page before anything was rendered into it.
    template: PathBuf,
}

/// The directory of previews. `dist/` is reserved for `cargo xtask build`.
pub fn directory(project: &Project) -> PathBuf {
    project.target().join("preview-site")
}

/// Installs what is missing and builds the whole preview. Independent steps run in
/// parallel.
pub fn build(project: &Project) -> Result<Preview<'_>, StepError> {
    let preview = Preview {
        project,
        dist: directory(project),
        template: project.target().join("preview-template.html"),
    };
    if !setup::is_complete(project) {
        println!("{FIRST_RUN}");
    }
    recreate_folder(&preview.dist).map_err(|error| preview.unwritable(&error))?;
    let progress = Progress::new(STEPS);
    thread::scope(|scope| {
        let scripts = scope.spawn(|| preview.build_with_npm(&progress));
        let tool = scope.spawn(|| progress.step("wasm-bindgen", || setup::wasm_bindgen(project)));
        let compiled = preview.compile_all(&progress);
        join(tool)?;
        compiled?;
        progress.step("Scripts of the programs", || preview.bind())?;
        join(scripts)?;
        let site = || preview.write_site();
        progress.step("Bundle, data and pages as HTML", site)
    })?;
    Ok(preview)
}

impl Preview<'_> {
    /// The steps that need packages from npm but nothing compiled.
    fn build_with_npm(&self, progress: &Progress) -> Result<(), StepError> {
        let packages = || setup::npm_packages(self.project);
        progress.step("npm packages", packages)?;
        progress.step("Scripts and style", || {
            parts::scripts().try_for_each(|script| self.bundle(script))
        })?;
        progress.step("Page and Python runtimes", || self.update_page().map(drop))
    }

    /// The steps that run Cargo, one after the other: in parallel, each would compile the
    /// dependencies that they share.
    fn compile_all(&self, progress: &Progress) -> Result<(), StepError> {
        let target = || setup::target(self.project);
        progress.step("Rust target for WebAssembly", target)?;
        progress.step("Page and workers", || self.compile())?;
        let native = || self.compile_native().map(drop);
        progress.step("Native program", native)
    }

    /// Writes the template of all pages and copies the runtimes, which it lists. Returns
    /// whether the template has changed.
    pub fn update_page(&self) -> Result<bool, StepError> {
        let page = self.dist.join("index.html");
        self.restore_on_error(&page, |rendered| {
            self.write_page(&page)?;
            runtimes::add(self.project, &self.dist, "", Sizes::Plain)?;
            let written = fs::read(&page).map_err(|error| self.unwritable(&error))?;
            let is_new = fs::read(&self.template).ok().as_ref() != Some(&written);
            fs::write(&self.template, &written).map_err(|error| self.unwritable(&error))?;
            match rendered {
                Some(rendered) if !is_new => {
                    fs::write(&page, rendered).map_err(|error| self.unwritable(&error))?;
                    Ok(false)
                }
                _ => Ok(true),
            }
        })
    }

    /// Writes the page and the files that it copies.
    fn write_page(&self, page: &Path) -> Result<(), StepError> {
        let template = self.read_template()?;
        fs::write(page, &template.html).map_err(|error| self.unwritable(&error))?;
        for file in &template.copied {
            let from = self.project.root().join(file);
            let name = from.file_name().unwrap_or_default();
            fs::copy(&from, self.dist.join(name)).map_err(|error| self.unwritable(&error))?;
        }
        scripts::inline(self.project, &self.dist)
    }

    /// Bundles one script or style.
    pub fn bundle(&self, script: &Bundled) -> Result<(), StepError> {
        scripts::bundle_file(self.project, &self.dist, script)
    }

    /// Compiles the programs that run in the browser.
    pub fn compile(&self) -> Result<(), StepError> {
        let programs = self.read_template()?.programs;
        let packages: BTreeSet<&str> = programs.iter().map(package).collect();
        let mut command = self.project.command("cargo");
        command.args(["build", "--quiet", "--locked"]);
        command.args(["--target", WASM_TARGET, "--profile", "preview"]);
        for name in packages {
            command.args(["--package", name]);
        }
        for program in &programs {
            command.args(["--bin", &program.name]);
        }
        run(
            &mut command,
            "Correct the code that the message above names.",
        )
    }

    /// Generates the bindings of those programs that have been recompiled. Returns whether
    /// there were any.
    pub fn bind(&self) -> Result<bool, StepError> {
        let programs = self.read_template()?.programs;
        let stale: Vec<_> = programs
            .iter()
            .filter(|program| self.is_stale(program))
            .collect();
        thread::scope(|scope| {
            let bind = |program| scope.spawn(move || self.bind_one(program));
            let threads: Vec<_> = stale.iter().copied().map(bind).collect();
            threads.into_iter().try_for_each(join)
        })?;
        Ok(!stale.is_empty())
    }

    fn bind_one(&self, program: &Program) -> Result<(), StepError> {
        run(
            self.project
                .command("wasm-bindgen")
                .args(["--target", program.target.name(), "--no-typescript"])
                .arg("--out-dir")
                .args([self.folder(program), self.compiled(program)]),
            "Its version has to be that of wasm-bindgen in Cargo.toml.",
        )
    }

    /// Whether a program was recompiled after its bindings were generated.
    fn is_stale(&self, program: &Program) -> bool {
        let bound = format!("{}_bg.wasm", program.name);
        let bound = modified(&self.folder(program).join(bound));
        bound.is_none() || bound < modified(&self.compiled(program))
    }

    /// The path of a compiled program.
    fn compiled(&self, program: &Program) -> PathBuf {
        let target = self.project.target().join(WASM_TARGET);
        target.join(format!("preview/{}.wasm", program.name))
    }

    /// The folder of a program in the site.
    fn folder(&self, program: &Program) -> PathBuf {
        match &*program.name {
            EXPLORER => self.dist.join(EXPLORER),
            _ => self.dist.clone(),
        }
    }

    /// Compiles the native program. Returns whether it has changed.
    pub fn compile_native(&self) -> Result<bool, StepError> {
        let program = native::program(self.project);
        let before = modified(&program);
        native::compile(self.project)?;
        Ok(modified(&program) != before)
    }

    /// Writes the bundle only, a part of what [`Self::write_site`] writes.
    pub fn write_bundle(&self) -> Result<(), StepError> {
        native::write_bundle(self.project, &self.dist)
    }

    /// Writes everything that is made from documents.
    pub fn write_site(&self) -> Result<(), StepError> {
        let page = self.dist.join("index.html");
        self.restore_on_error(&page, |_| {
            fs::copy(&self.template, &page).map_err(|error| self.unwritable(&error))?;
            native::write_site(self.project, &self.dist, &Options::default(), &[])
        })
    }

    /// Runs `work`, which gets the current content of `file` and changes it. If it fails,
    /// the content is restored.
    fn restore_on_error<T>(
        &self,
        file: &Path,
        work: impl FnOnce(Option<&[u8]>) -> Result<T, StepError>,
    ) -> Result<T, StepError> {
        let before = fs::read(file).ok();
        let outcome = work(before.as_deref());
        if let (Err(_), Some(before)) = (&outcome, &before) {
            fs::write(file, before).map_err(|error| self.unwritable(&error))?;
        }
        outcome
    }

    fn read_template(&self) -> Result<Template, StepError> {
        let path = self.project.root().join("index.html");
        let text = fs::read_to_string(&path).map_err(|error| error.to_string());
        text.and_then(|text| Template::parse(&text))
            .map_err(|problem| {
                StepError::new(
                    format!("index.html cannot be used as a template: {problem}."),
                    "Compare it with xtask/src/site/template.rs.",
                )
            })
    }

    fn unwritable(&self, error: &io::Error) -> StepError {
        StepError::new(
            format!("{} cannot be written: {error}.", self.dist.display()),
            "Delete it by hand, and look at the files that index.html copies.",
        )
    }
}

/// The name of the package of a program.
fn package(program: &Program) -> &str {
    program.package.as_deref().unwrap_or(PAGE)
}

/// When a file was last modified; `None` if it does not exist.
fn modified(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|data| data.modified()).ok()
}
