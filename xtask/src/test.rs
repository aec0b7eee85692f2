//! `cargo xtask test`: runs all tests. [`test`] is the entry point.

mod arguments;
mod browsers;
mod build;
mod retry;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project::{Project, run};
use crate::setup::{self, Browser, BrowserKind};
use crate::site::{self, native};
use crate::step::{StepError, step};
use arguments::{Arguments, Kind, parse_arguments};
use browsers::page_filter;
use build::Build;

/// Page tests at once. Each has a browser, which is several
/// processes; more than two only make a small machine slow enough to time out.
const PAGE_TEST_THREADS: &str = "2";

/// Installs what is missing, builds what is tested, and runs the tests of the named kinds,
/// or of all, in the named browser, or in all. Arguments after `--` are passed to the test
/// programs.
pub fn test(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let Arguments {
        kinds,
        browsers,
        full,
        filter,
    } = parse_arguments(arguments)?;
    let needs_site = kinds.contains(&Kind::Page) || kinds.contains(&Kind::Embedding);
    let browsers = if needs_site || kinds.contains(&Kind::Components) {
        // Fail before everything else, not after it, if a browser is missing.
        browsers
            .into_iter()
            .map(|kind| Ok((kind, setup::for_testing(project, kind)?)))
            .collect::<Result<Vec<_>, StepError>>()?
    } else {
        Vec::new()
    };
    setup::npm_packages(project)?;
    let mut site = None;
    if needs_site {
        let arguments = build_arguments(project, &kinds, filter);
        if kinds.iter().any(Kind::needs_no_site) {
            site = Some(Build::start(project, &arguments)?);
        } else {
            site::build_command(project, &arguments)?;
        }
    }
    if kinds.contains(&Kind::Scripts) {
        step("Script tests", || scripts(project, filter))?;
    }
    if kinds.contains(&Kind::Native) {
        setup::virtual_environments(project)?;
        step("Native tests", || native(project, filter))?;
    }
    if kinds.contains(&Kind::Integrations) {
        let python = setup::documentation_python(project)?;
        step("Integration tests", || {
            integrations(project, &python, filter)
        })?;
    }
    if kinds.contains(&Kind::Runtimes) {
        let tools = setup::fix_tools(project)?;
        step("Runtime tests", || runtimes(project, &tools, filter))?;
    }
    if let Some(site) = site {
        step("Site, built at the same time", || site.finish())?;
    } else if !needs_site && kinds.contains(&Kind::Components) {
        setup::for_building(project)?;
    }
    if kinds.contains(&Kind::Components) {
        let chromium = browsers
            .iter()
            .find(|(kind, _)| *kind == BrowserKind::Chromium);
        if let Some((_, chromium)) = chromium {
            step("Component tests", || components(project, chromium, filter))?;
        }
    }
    if kinds.contains(&Kind::Page) {
        setup::wheels(project)?;
        for (kind, browser) in &browsers {
            step(&format!("Page tests in {}", kind.title()), || {
                let filter = page_filter(*kind, full, filter);
                let report = retry_report(project, "page", *kind);
                retry::run(|| browser_tests(project, browser, "page"), &filter, &report)
            })?;
        }
    }
    if kinds.contains(&Kind::Embedding) {
        let tools = setup::documentation_tools(project)?;
        for (kind, browser) in &browsers {
            step(&format!("Embedding tests in {}", kind.title()), || {
                let tests = || {
                    let mut tests = browser_tests(project, browser, "embedding");
                    tests
                        .env("SPHINX_BUILD", &tools.sphinx_build)
                        .env("MKDOCS", &tools.mkdocs)
                        .env("MDBOOK", &tools.mdbook);
                    tests
                };
                let report = retry_report(project, "embedding", *kind);
                retry::run(tests, filter, &report)
            })?;
        }
    }
    Ok(())
}

/// The arguments of `cargo xtask build` for the tests of a site. With a filter, the copy
/// without runtimes is that of the last whole run.
fn build_arguments(project: &Project, kinds: &[Kind], filter: &[String]) -> Vec<String> {
    let copy = site_without_runtimes(project);
    if kinds.contains(&Kind::Page) && (filter.is_empty() || !copy.exists()) {
        vec!["--bare-copy".to_owned(), copy.display().to_string()]
    } else {
        Vec::new()
    }
}

/// The path of the report of the tests that passed only when they were retried.
fn retry_report(project: &Project, tests: &str, browser: BrowserKind) -> PathBuf {
    let name = format!("retried-{tests}-{}.txt", browser.name());
    project.target().join(name)
}

/// The path of a copy of the site built with `--no-runtimes`.
fn site_without_runtimes(project: &Project) -> PathBuf {
    project.target().join("site-without-runtimes")
}

fn native(project: &Project, filter: &[String]) -> Result<(), StepError> {
    run(cargo_test(project, &["--quiet"]).args(filter), FAILED)
}

/// Runs the tests of `integrations` on data that is published for them. They are skipped if
/// there is a filter, which is for tests in Rust.
fn integrations(project: &Project, python: &Path, filter: &[String]) -> Result<(), StepError> {
    if !filter.is_empty() {
        return Ok(());
    }
    let site = project.target().join("integrations-site");
    let program = native::compile(project)?;
    let mut publish = project.command(&program.to_string_lossy());
    publish
        .args(["publish", "--out"])
        .arg(&site)
        .stdout(Stdio::null());
    run(&mut publish, "Correct what is named above.")?;
    let mut tests = project.command(&python.to_string_lossy());
    tests
        .args(["-m", "unittest", "discover", "--start-directory"])
        .arg("integrations/tests")
        .env("WHATS_NEW_SITE", site);
    run(&mut tests, FAILED)
}

fn runtimes(
    project: &Project,
    tools: &setup::FixTools,
    filter: &[String],
) -> Result<(), StepError> {
    let mut tests = cargo_test(project, &["--test", "runtimes"]);
    tests
        .env("RUFF", &tools.ruff)
        .env("PYUPGRADE", &tools.pyupgrade);
    run(tests.args(filter), FAILED)
}

/// What packages in CommonJS need within a module.
const REQUIRE: &str = "import { createRequire } from 'node:module'; \
                       const require = createRequire(import.meta.url);";

/// Runs the unit tests of the page's scripts in Node, and those of the command line that take
/// a package of npm's. They are skipped if there is a filter, which is for tests in Rust.
fn scripts(project: &Project, filter: &[String]) -> Result<(), StepError> {
    if !filter.is_empty() {
        return Ok(());
    }
    let folder = project.root().join("tests/scripts");
    let files = fs::read_dir(&folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<std::io::Result<Vec<_>>>()
        })
        .map_err(|error| {
            StepError::new(
                format!("{} cannot be read: {error}.", folder.display()),
                "Check out the project again.",
            )
        })?;
    let program = native::compile(project)?;
    // Node 20 does not run TypeScript, so each test is bundled with its imports.
    let bundled = project.target().join("script-tests");
    let names = files.iter().filter_map(|file| file.file_name());
    let outputs: Vec<_> = names.map(|name| bundled.join(name)).collect();
    run(
        project
            .command("esbuild")
            .args(&files)
            .args([
                "--bundle",
                "--format=esm",
                "--platform=node",
                "--log-level=warning",
            ])
            .args(["--loader:.css=text", "--out-extension:.js=.mjs"])
            .arg(format!("--banner:js={REQUIRE}"))
            .arg(format!("--outdir={}", bundled.display())),
        FAILED,
    )?;
    let mut tests = project.command("node");
    tests
        .env("WHATSNEW", program)
        .args(["--test", "--test-reporter=dot"])
        .args(outputs);
    run(&mut tests, FAILED)
}

fn components(project: &Project, browser: &Browser, filter: &[String]) -> Result<(), StepError> {
    let capabilities = project.target().join("webdriver.json");
    fs::write(
        &capabilities,
        webdriver_capabilities(browser.program("CHROME")),
    )
    .map_err(|error| {
        StepError::new(
            format!("{} cannot be written: {error}.", capabilities.display()),
            "Check that the disk is not full and that the directory is writable.",
        )
    })?;
    let mut tests = project.command("cargo");
    tests
        .args(["test", "--locked", "--target", setup::WASM_TARGET])
        .args(["--package", "whats-new", "--test", "components"])
        .env("CHROMEDRIVER", browser.program("CHROMEDRIVER"))
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        );
    run(tests.args(filter), FAILED)
}

/// The WebDriver capabilities for wasm-bindgen's test runner, which name the browser: the
/// runner would not find all those that the setup finds. The runner adds the options for a
/// headless browser in a container.
fn webdriver_capabilities(browser: &Path) -> String {
    let path = browser.to_string_lossy();
    let escaped = path.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{{\"goog:chromeOptions\": {{\"binary\": \"{escaped}\"}}}}\n")
}

/// A test program that opens the built site in a browser.
fn browser_tests(project: &Project, browser: &Browser, name: &str) -> Command {
    let mut tests = cargo_test(project, &["--test", name]);
    tests
        .envs(browser.environment())
        .env("WHATS_NEW_DIST", project.dist())
        .env(
            "WHATS_NEW_DIST_WITHOUT_RUNTIMES",
            site_without_runtimes(project),
        );
    if std::env::var_os("RUST_TEST_THREADS").is_none() {
        tests.env("RUST_TEST_THREADS", PAGE_TEST_THREADS);
    }
    tests
}

/// The advice for failed tests.
const FAILED: &str = "Read the first failure above. `cargo xtask test KIND -- NAME` repeats the \
                      tests of one kind whose names contain NAME.";

/// Runs native tests. As all of them name the whole workspace, each dependency has the same
/// features for all, and is compiled once.
fn cargo_test(project: &Project, arguments: &[&str]) -> Command {
    let mut command = project.command("cargo");
    command
        .args(["test", "--locked", "--workspace"])
        .args(arguments);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_the_browser_is_valid_json() {
        assert_eq!(
            webdriver_capabilities(Path::new(r"C:\Chrome\chrome.exe")),
            "{\"goog:chromeOptions\": {\"binary\": \"C:\\\\Chrome\\\\chrome.exe\"}}\n"
        );
    }
}
