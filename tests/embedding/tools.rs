//! Pages that documentation tools build from the projects beside this file, which
//! `docs/embedding.md` shows. `cargo xtask test embedding` installs the tools and passes their
//! paths in the environment.

use crate::host::{explorer, here, inside, visit_built, wait_until_ready};
use crate::styles::{HOSTILE, assert_apart};
use harness::Site;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How to run a tool on a project, and the page that it makes.
pub(crate) struct Tool {
    pub(crate) project: &'static str,
    /// The environment variable with the path of its program.
    pub(crate) program: &'static str,
    pub(crate) arguments: fn(&Path, &Path) -> Vec<PathBuf>,
    pub(crate) page: &'static str,
}

pub(crate) const SPHINX: Tool = Tool {
    project: "sphinx",
    program: "SPHINX_BUILD",
    arguments: |project, output| vec!["-q".into(), "-W".into(), project.into(), output.into()],
    page: "index.html",
};

pub(crate) const MKDOCS: Tool = Tool {
    project: "mkdocs",
    program: "MKDOCS",
    arguments: |project, output| {
        let configuration = project.join("mkdocs.yml");
        let words = ["build", "--quiet", "--strict", "--site-dir"].map(PathBuf::from);
        let paths = [output.into(), "--config-file".into(), configuration];
        words.into_iter().chain(paths).collect()
    },
    page: "index.html",
};

const MDBOOK: Tool = Tool {
    project: "mdbook",
    program: "MDBOOK",
    arguments: |project, output| {
        vec![
            "build".into(),
            "--dest-dir".into(),
            output.into(),
            project.into(),
        ]
    },
    page: "guide.html",
};

#[test]
fn sphinx() {
    check(&SPHINX);
}

#[test]
fn mkdocs() {
    check(&MKDOCS);
}

#[test]
fn mdbook() {
    check(&MDBOOK);
}

/// Builds the project and checks its page: the elements and the frame are shown under the
/// page's policy, and its style does not affect them.
#[track_caller]
fn check(tool: &Tool) {
    let explorer = explorer();
    visit_built(
        &format!("site/{}", tool.page),
        |page| {
            for element in ["whats-new[module]", "whats-new[feature]"] {
                let reveal = format!("document.querySelector('{element}').scrollIntoView()");
                page.script::<()>(&reveal, vec![]);
                wait_until_ready(page, element);
            }
            let rows = "$.querySelectorAll('.row').length";
            assert_eq!(inside::<usize>(page, "whats-new[module]", rows), 3);
            assert_apart(page, "whats-new[module]");
            page.script::<()>("document.querySelector('iframe').scrollIntoView()", vec![]);
            let height = "return document.querySelector('iframe').style.height";
            page.wait_for("the frame to have its height", |page| {
                page.script::<String>(height, vec![]).ends_with("px")
            });
        },
        |output| {
            build(tool, &explorer, output)?;
            each_file(&output.join("site"), &mut |file| {
                if file.extension().is_some_and(|ending| ending == "css") {
                    let style = fs::read_to_string(file)?;
                    fs::write(file, format!("{style}\n{HOSTILE}"))?;
                }
                Ok(())
            })
        },
    );
}

/// Builds the project, with the address of the test's explorer, into the folder `site` of
/// `output`.
pub(crate) fn build(tool: &Tool, explorer: &Site, output: &Path) -> io::Result<()> {
    let project = output.join("project");
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/embedding")
        .join(tool.project);
    each_file(&source, &mut |file| {
        let target = project.join(file.strip_prefix(&source).unwrap_or(file));
        fs::create_dir_all(target.parent().unwrap_or(&project))?;
        fs::write(target, here(explorer, &fs::read_to_string(file)?))
    })?;
    run(tool, &project, &output.join("site"));
    Ok(())
}

#[track_caller]
fn run(tool: &Tool, project: &Path, site: &Path) {
    let program = env::var_os(tool.program).unwrap_or_else(|| {
        panic!(
            "`cargo xtask test embedding` installs {} and names it",
            tool.project
        )
    });
    let output = Command::new(&program)
        .args((tool.arguments)(project, site))
        .output()
        .unwrap_or_else(|error| panic!("{program:?} did not start: {error}"));
    assert!(
        output.status.success(),
        "{program:?} refused the project:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Calls `visit` with every file below a directory.
fn each_file(directory: &Path, visit: &mut dyn FnMut(&Path) -> io::Result<()>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            each_file(&path, visit)?;
        } else {
            visit(&path)?;
        }
    }
    Ok(())
}
