//! `cargo xtask test`: runs all tests. [`test`] is the entry point.

mod retry;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{Project, run};
use crate::setup::{self, Browser, BrowserKind};
use crate::site::{self, Runtimes};
use crate::step::{StepError, step};

/// Page tests at once. Each has a browser, which is several
/// processes; more than two only make a small machine slow enough to time out.
const PAGE_TEST_THREADS: &str = "2";

/// The kinds of tests, in the order in which they run: the fastest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Tests that need no browser.
    Native,
    /// Tests of the samples and the runtimes, with CPython in Node.
    Runtimes,
    /// Tests of Yew components, in Chromium.
    Components,
    /// Tests of the built site, in each browser.
    Page,
    /// Tests of pages of other sites that embed the explorer, in each browser.
    Embedding,
}

const KINDS: &[(&str, Kind)] = &[
    ("native", Kind::Native),
    ("runtimes", Kind::Runtimes),
    ("components", Kind::Components),
    ("page", Kind::Page),
    ("embedding", Kind::Embedding),
];

/// The page tests that run in Firefox and WebKit without `--full`, as prefixes of names:
/// those that depend on a browser's layout, focus, history, storage, workers, service
/// worker, clipboard or text editing, with one test for each such interface. The others
/// test the page's own logic, for which one browser is enough.
const DIFFERENT_BETWEEN_BROWSERS: &[&str] = &[
    "address::a_typed_word_is_one_step_back",
    "address::back_and_forward_walk_through_what_was_done",
    "detail::the_row_of_a_linked_feature_is_in_sight_however_far_down_it_is",
    "editing::",
    "embed::a_text_is_copied_or_selected",
    "harness_works::",
    "keyboard::",
    "loading::no_request_leaves_the_site",
    "loading::the_page_loads_and_the_message_goes",
    "offline::",
    "own_documents::a_browser_that_keeps_nothing_says_so",
    "own_documents::a_dropped_folder_is_walked_and_what_is_no_markdown_is_told",
    "own_documents::documents_are_gone_after_a_reload_unless_they_are_to_be_kept",
    "phone::a_feature_opens_below_its_row",
    "phone::nothing_is_wider_than_360_pixels",
    "phone::the_filters_begin_closed_and_stay_open_while_they_are_used",
    "prerender::the_chosen_theme_is_shown_from_the_first_moment",
    "prerender::the_explorer_draws_the_same_in_the_same_place",
    "prerender::the_place_in_the_page_and_the_focus_are_kept",
    "prerender::what_a_link_opens_has_the_focus_however_long_the_drawing_takes",
    "prerender::what_is_typed_meanwhile_is_kept_and_searched",
    "runs::a_runtime_is_kept_and_removed",
    "runs::except_without_parentheses_differs_between_3_13_and_3_14",
    "runs::the_keyboard_runs_and_what_is_shown_is_told_apart",
    "runtimes::ends::an_endless_loop",
    "runtimes::failures::a_browser_without_what_it_takes",
    "runtimes::offline::a_kept_runtime_starts_and_runs_without_a_host",
    "runtimes::runs::a_download_can_be_stopped",
    "runtimes::sandbox::the_wall_holds_without_the_fence",
    "samples::code_and_link_can_be_copied",
    "scratch::back_and_forward_bring_the_code_with_them",
    "single::documents_of_the_readers_own_are_read_and_merged",
    "single::it_lists_searches_and_tells_and_asks_nobody",
    "theme::the_choice_is_remembered_and_shown_before_the_explorer_runs",
    "theme::the_system_decides_until_the_reader_does",
    "typing::",
    "upgrade::printing_shows_everything_and_no_controls",
    "upgrade::the_checklist_is_copied_and_saved_as_markdown",
];

/// The arguments of the command.
#[derive(Debug, PartialEq, Eq)]
struct Arguments<'a> {
    kinds: Vec<Kind>,
    browsers: Vec<BrowserKind>,
    /// Whether to run every page test in every browser.
    full: bool,
    /// The arguments of the test programs, including `--`.
    filter: &'a [String],
}

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
    if kinds.contains(&Kind::Native) {
        setup::npm_packages(project)?;
        step("Native tests", || native(project, filter))?;
        step("Script tests", || scripts(project, filter))?;
    }
    if kinds.contains(&Kind::Runtimes) {
        setup::npm_packages(project)?;
        step("Runtime tests", || runtimes(project, filter))?;
    }
    let needs_site = kinds.contains(&Kind::Page) || kinds.contains(&Kind::Embedding);
    if !needs_site && !kinds.contains(&Kind::Components) {
        return Ok(());
    }
    // Fail before the build, not after it, if a browser is missing.
    let browsers = browsers
        .into_iter()
        .map(|kind| Ok((kind, setup::for_testing(project, kind)?)))
        .collect::<Result<Vec<_>, StepError>>()?;
    let bare = site_without_runtimes(project);
    if kinds.contains(&Kind::Page) && (filter.is_empty() || !bare.exists()) {
        site::build_with_bare_copy(project, &bare)?;
    } else if needs_site {
        // Who repeats a test takes the copy of the last whole run.
        site::build(project, Runtimes::Included)?;
    } else {
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

/// The arguments of the page tests in a browser: the given filter, else the names of the
/// tests that can differ in this browser.
fn page_filter(browser: BrowserKind, full: bool, filter: &[String]) -> Vec<String> {
    if full || browser == BrowserKind::Chromium || !filter.is_empty() {
        return filter.to_vec();
    }
    let names = DIFFERENT_BETWEEN_BROWSERS.iter();
    std::iter::once("--")
        .chain(names.copied())
        .map(str::to_owned)
        .collect()
}

/// The path of the report of the tests that passed only when they were retried.
fn retry_report(project: &Project, tests: &str, browser: BrowserKind) -> PathBuf {
    let name = format!("retried-{tests}-{}.txt", browser.name());
    project.target().join(name)
}

/// Parses the arguments. If they name a browser but no kind, all kinds that use that
/// browser are chosen.
fn parse_arguments(arguments: &[String]) -> Result<Arguments<'_>, StepError> {
    let end = arguments
        .iter()
        .position(|argument| argument == "--")
        .unwrap_or(arguments.len());
    let (names, filter) = arguments.split_at(end);
    let (mut kinds, mut browser, mut full) = (Vec::new(), None, false);
    let mut names = names.iter().map(String::as_str);
    while let Some(name) = names.next() {
        if name == "--browser" {
            browser = Some(browser_from_name(names.next().unwrap_or_default())?);
        } else if let Some(name) = name.strip_prefix("--browser=") {
            browser = Some(browser_from_name(name)?);
        } else if name == "--full" {
            full = true;
        } else {
            kinds.push(kind_from_name(name)?);
        }
    }
    if kinds.contains(&Kind::Components)
        && let Some(other) = browser.filter(|browser| *browser != BrowserKind::Chromium)
    {
        return Err(StepError::new(
            format!(
                "The components are tested in Chromium, not in {}.",
                other.title()
            ),
            "Leave `--browser` out, or name page or embedding instead of components.",
        ));
    }
    let uses_browser = |kind: &Kind| match browser {
        None => true,
        Some(BrowserKind::Chromium) => {
            matches!(kind, Kind::Components | Kind::Page | Kind::Embedding)
        }
        Some(_) => matches!(kind, Kind::Page | Kind::Embedding),
    };
    if kinds.is_empty() {
        kinds = KINDS
            .iter()
            .map(|(_, kind)| *kind)
            .filter(uses_browser)
            .collect();
    }
    let is_chromium_enough = !kinds.contains(&Kind::Page) && !kinds.contains(&Kind::Embedding);
    let browsers = match browser {
        Some(browser) => vec![browser],
        None if is_chromium_enough => vec![BrowserKind::Chromium],
        None => BrowserKind::ALL.to_vec(),
    };
    Ok(Arguments {
        kinds,
        browsers,
        full,
        filter,
    })
}

fn kind_from_name(name: &str) -> Result<Kind, StepError> {
    let known = KINDS.iter().find(|(known, _)| *known == name);
    known.map(|(_, kind)| *kind).ok_or_else(|| {
        StepError::new(
            format!("There are no tests called {name:?}."),
            "Name native, runtimes, components, page or embedding, and put a filter after `--`.",
        )
    })
}

fn browser_from_name(name: &str) -> Result<BrowserKind, StepError> {
    let known = BrowserKind::ALL
        .into_iter()
        .find(|kind| kind.name() == name);
    known.ok_or_else(|| {
        StepError::new(
            format!("There are no tests in a browser called {name:?}."),
            "Name chromium, firefox or webkit after `--browser`.",
        )
    })
}

/// The path of a copy of the site built with `--no-runtimes`.
fn site_without_runtimes(project: &Project) -> PathBuf {
    project.target().join("site-without-runtimes")
}

fn native(project: &Project, filter: &[String]) -> Result<(), StepError> {
    let mut tests = cargo_test(project, &["--quiet", "--workspace"]);
    run(tests.args(filter), FAILED)
}

fn runtimes(project: &Project, filter: &[String]) -> Result<(), StepError> {
    let mut tests = cargo_test(
        project,
        &[
            "--package",
            "whats-new",
            "--features",
            "runtime-tests",
            "--test",
            "runtimes",
        ],
    );
    run(tests.args(filter), FAILED)
}

/// Runs the unit tests of the page's scripts in Node. They are skipped if there is a
/// filter, which is for tests in Rust.
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
            .arg(format!("--outdir={}", bundled.display())),
        FAILED,
    )?;
    let mut tests = project.command("node");
    tests.args(["--test", "--test-reporter=dot"]).args(outputs);
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
    let mut tests = cargo_test(
        project,
        &[
            "--target",
            setup::WASM_TARGET,
            "--package",
            "whats-new",
            "--test",
            "components",
        ],
    );
    tests
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
    let mut tests = cargo_test(
        project,
        &[
            "--package",
            "whats-new",
            "--features",
            "page-tests",
            "--test",
            name,
        ],
    );
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

fn cargo_test(project: &Project, arguments: &[&str]) -> Command {
    let mut command = project.command("cargo");
    command.args(["test", "--locked"]).args(arguments);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_default_is_every_kind_in_every_browser() {
        let arguments = words("-- theme");
        let parsed = parse_arguments(&arguments).expect("only a filter");
        assert_eq!(
            parsed,
            Arguments {
                kinds: KINDS.iter().map(|(_, kind)| *kind).collect(),
                browsers: BrowserKind::ALL.to_vec(),
                full: false,
                filter: &words("-- theme"),
            }
        );
    }

    #[test]
    fn only_named_kinds_run() {
        let arguments = words("page native");
        let parsed = parse_arguments(&arguments).expect("two kinds");
        assert_eq!(parsed.kinds, [Kind::Page, Kind::Native]);
        assert_eq!(parsed.browsers, BrowserKind::ALL);
        assert!(parsed.filter.is_empty());
        let arguments = words("components");
        let parsed = parse_arguments(&arguments).expect("one kind");
        assert_eq!(parsed.browsers, [BrowserKind::Chromium]);
    }

    #[test]
    fn a_browser_without_a_kind_means_all_kinds_that_use_it() {
        for (line, kinds) in [
            (
                "--browser chromium",
                &[Kind::Components, Kind::Page, Kind::Embedding][..],
            ),
            ("--browser=firefox", &[Kind::Page, Kind::Embedding]),
            ("embedding --browser webkit -- frame", &[Kind::Embedding]),
        ] {
            let arguments = words(line);
            let parsed = parse_arguments(&arguments).expect("a browser");
            assert_eq!(parsed.kinds, kinds, "{line}");
            assert!(line.contains(parsed.browsers[0].name()), "{line}");
            assert_eq!(parsed.browsers.len(), 1, "{line}");
        }
    }

    #[test]
    fn firefox_and_webkit_run_only_tests_that_can_differ_unless_full() {
        let filter = words("-- theme");
        for browser in BrowserKind::ALL {
            assert_eq!(page_filter(browser, false, &filter), filter);
            assert!(page_filter(browser, true, &[]).is_empty());
            let names = page_filter(browser, false, &[]);
            assert_eq!(names.is_empty(), browser == BrowserKind::Chromium);
        }
        let arguments = words("page --full");
        assert!(parse_arguments(&arguments).expect("every page test").full);
    }

    #[test]
    fn all_tests_that_can_differ_exist() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/page");
        for name in DIFFERENT_BETWEEN_BROWSERS {
            let (module, test) = name.rsplit_once("::").expect("a module");
            let file = folder.join(module.replace("::", "/")).with_extension("rs");
            let text = fs::read_to_string(&file).unwrap_or_default();
            assert!(text.contains(&format!("fn {test}")), "{name}");
        }
    }

    #[test]
    fn the_error_for_an_unknown_browser_lists_the_known_ones() {
        for line in ["--browser safari", "page --browser"] {
            let arguments = words(line);
            let error = parse_arguments(&arguments).expect_err("an unknown browser");
            let error = error.to_string();
            for name in ["chromium", "firefox", "webkit"] {
                assert!(error.contains(name), "{error}");
            }
        }
        let arguments = words("components --browser webkit");
        let error = parse_arguments(&arguments).expect_err("components in WebKit");
        assert!(error.to_string().contains("in Chromium"), "{error}");
    }

    #[test]
    fn the_path_of_the_browser_is_valid_json() {
        assert_eq!(
            webdriver_capabilities(Path::new(r"C:\Chrome\chrome.exe")),
            "{\"goog:chromeOptions\": {\"binary\": \"C:\\\\Chrome\\\\chrome.exe\"}}\n"
        );
    }

    #[test]
    fn an_unknown_kind_is_named() {
        let arguments = words("pages");
        let error = parse_arguments(&arguments).expect_err("an unknown kind");
        assert!(error.to_string().contains("\"pages\""), "{error}");
    }
}
