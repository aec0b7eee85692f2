//! The site as fast as it can be made, to be looked at on this machine: without
//! optimization, splitting, archive and service worker, and with parts under fixed
//! names. [`build`] is the entry point; [`Preview`] makes single parts of it anew.

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
use crate::progress::{Progress, joined};
use crate::project::{Project, run};
use crate::setup::{WASM_TARGET, preview as setup};
use crate::step::StepError;

/// The package of the page.
const PAGE: &str = "whats-new";

/// The page's own program, whose files have a directory of their own.
const EXPLORER: &str = "explorer";

/// How many steps [`build`] has.
const STEPS: usize = 9;

/// What is said where everything has to be compiled.
const FIRST_RUN: &str = "The first run compiles the page, its workers, wasm-bindgen and the \
                         native program, which takes about five minutes on two cores; later ones \
                         take seconds. Each step is named once it is done.";

/// A preview of the site.
pub struct Preview<'a> {
    project: &'a Project,
    dist: PathBuf,
    /// The page before anything is rendered into it.
    template: PathBuf,
}

/// Where the preview lies. `dist/` is for what `cargo xtask build` makes.
pub fn directory(project: &Project) -> PathBuf {
    project.target().join("preview-site")
}

/// Sets up what is missing and makes the whole preview. Steps that do not wait for
/// each other run at the same time.
pub fn build(project: &Project) -> Result<Preview<'_>, StepError> {
    let preview = Preview {
        project,
        dist: directory(project),
        template: project.target().join("preview-template.html"),
    };
    if !setup::is_complete(project) {
        println!("{FIRST_RUN}");
    }
    renew(&preview.dist).map_err(|error| preview.unwritable(&error))?;
    let progress = Progress::new(STEPS);
    thread::scope(|scope| {
        let scripts = scope.spawn(|| preview.make_of_npm(&progress));
        let tool = scope.spawn(|| progress.step("wasm-bindgen", || setup::wasm_bindgen(project)));
        let compiled = preview.compile_all(&progress);
        joined(tool)?;
        compiled?;
        progress.step("Scripts of the programs", || preview.bind())?;
        joined(scripts)?;
        let site = || preview.write_site();
        progress.step("Bundle, data and pages as HTML", site)
    })?;
    Ok(preview)
}

impl Preview<'_> {
    /// What needs npm's packages, and nothing that is compiled.
    fn make_of_npm(&self, progress: &Progress) -> Result<(), StepError> {
        let packages = || setup::npm_packages(self.project);
        progress.step("npm packages", packages)?;
        progress.step("Scripts and style", || {
            parts::scripts().try_for_each(|script| self.bundle(script))
        })?;
        progress.step("Page and Python runtimes", || self.make_page().map(drop))
    }

    /// What Cargo compiles, one after the other: a second Cargo would compile what both
    /// depend on as well.
    fn compile_all(&self, progress: &Progress) -> Result<(), StepError> {
        let target = || setup::target(self.project);
        progress.step("Rust target for WebAssembly", target)?;
        progress.step("Page and workers", || self.compile())?;
        let native = || self.compile_native().map(drop);
        progress.step("Native program", native)
    }

    /// Makes the page that is the template of all others, with the list of the runtimes,
    /// which it copies, and says whether it differs from what it was.
    pub fn make_page(&self) -> Result<bool, StepError> {
        let page = self.dist.join("index.html");
        self.keeping(&page, |rendered| {
            self.write_page(&page)?;
            runtimes::add(self.project, &self.dist, Sizes::Plain)?;
            let made = fs::read(&page).map_err(|error| self.unwritable(&error))?;
            let is_new = fs::read(&self.template).ok().as_ref() != Some(&made);
            fs::write(&self.template, &made).map_err(|error| self.unwritable(&error))?;
            match rendered {
                Some(rendered) if !is_new => {
                    fs::write(&page, rendered).map_err(|error| self.unwritable(&error))?;
                    Ok(false)
                }
                _ => Ok(true),
            }
        })
    }

    /// Writes the page, and copies what it says.
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
        scripts::one_file(self.project, &self.dist, script)
    }

    /// Compiles the programs that are WebAssembly.
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

    /// Makes the scripts of those programs that have been compiled since. Whether there
    /// were any.
    pub fn bind(&self) -> Result<bool, StepError> {
        let programs = self.read_template()?.programs;
        let stale: Vec<_> = programs.iter().filter(|one| self.is_stale(one)).collect();
        thread::scope(|scope| {
            let bind = |program| scope.spawn(move || self.bind_one(program));
            let threads: Vec<_> = stale.iter().copied().map(bind).collect();
            threads.into_iter().try_for_each(joined)
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

    /// Whether what is in the site was made of an earlier program.
    fn is_stale(&self, program: &Program) -> bool {
        let bound = format!("{}_bg.wasm", program.name);
        let bound = changed(&self.folder(program).join(bound));
        bound.is_none() || bound < changed(&self.compiled(program))
    }

    /// Where Cargo leaves a program.
    fn compiled(&self, program: &Program) -> PathBuf {
        let target = self.project.target().join(WASM_TARGET);
        target.join(format!("preview/{}.wasm", program.name))
    }

    /// Where the site has a program.
    fn folder(&self, program: &Program) -> PathBuf {
        match &*program.name {
            EXPLORER => self.dist.join(EXPLORER),
            _ => self.dist.clone(),
        }
    }

    /// Compiles the native program. Whether it is another than it was.
    pub fn compile_native(&self) -> Result<bool, StepError> {
        let program = native::program(self.project);
        let before = changed(&program);
        native::compile(self.project)?;
        Ok(changed(&program) != before)
    }

    /// Writes what is made of the documents, into the template of the pages.
    pub fn write_site(&self) -> Result<(), StepError> {
        let page = self.dist.join("index.html");
        self.keeping(&page, |_| {
            fs::copy(&self.template, &page).map_err(|error| self.unwritable(&error))?;
            native::write_site(self.project, &self.dist, &Options::default(), &[])
        })
    }

    /// Does what changes a file, which is what it was where that fails. The work gets
    /// what is in the file.
    fn keeping<T>(
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
        text.and_then(|text| Template::read(&text))
            .map_err(|problem| {
                StepError::new(
                    format!("index.html cannot be taken: {problem}."),
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

/// The package of a program.
fn package(program: &Program) -> &str {
    program.package.as_deref().unwrap_or(PAGE)
}

/// When a file was last changed.
fn changed(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|data| data.modified()).ok()
}

fn renew(directory: &Path) -> io::Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir_all(directory)
}
