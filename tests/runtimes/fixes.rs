//! The automatic fixes of repair sheets: the real tools know them, and the code that they
//! rewrite runs. `cargo xtask test runtimes` installs the tools and names them in the
//! environment.

use crate::python::{Python, series};
use crate::repairs::{asks_for_what_lacks, run_of, with_warnings};
use catalogue::sources;
use document::Repair;
use std::path::Path;
use std::process::Command;
use std::{env, fs};
use terms::{Fix, Series};
use upkeep::repairs::Trial;

/// The code after the fixes of one tool; the rules of ruff are applied together.
struct Fixed {
    by: String,
    code: String,
}

fn fixed(repair: &Repair, before: &str) -> Vec<Fixed> {
    let rules = repair.fixes.iter().filter_map(|fix| match fix {
        Fix::Ruff(code) => Some(code.as_str()),
        Fix::Pyupgrade(_) => None,
    });
    let rules: Vec<&str> = rules.collect();
    let mut found = Vec::new();
    if !rules.is_empty() {
        let rules = rules.join(",");
        let arguments = ["check", "--isolated", "--preview", "--unsafe-fixes"];
        let mut ruff = tool("RUFF");
        ruff.args(arguments)
            .args(["--fix-only", "--target-version=py314"]);
        ruff.arg(format!("--select={rules}"));
        found.push(rewritten(ruff, format!("ruff {rules}"), before));
    }
    for fix in &repair.fixes {
        if let Fix::Pyupgrade(option) = fix {
            let mut pyupgrade = tool("PYUPGRADE");
            pyupgrade.arg("--exit-zero-even-if-changed").args(option);
            found.push(rewritten(pyupgrade, fix.to_string(), before));
        }
    }
    found
}

fn tool(variable: &str) -> Command {
    let program = env::var_os(variable)
        .unwrap_or_else(|| panic!("`cargo xtask test runtimes` installs and names {variable}"));
    Command::new(program)
}

fn rewritten(mut tool: Command, by: String, before: &str) -> Fixed {
    let name = format!(
        "whats-new-fix-{}-{}.py",
        std::process::id(),
        by.replace(' ', "-")
    );
    let path = env::temp_dir().join(name);
    fs::write(&path, before).expect("a writable folder");
    let output = tool.arg(&path).output().expect("a tool that starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{by} fails:\n{told}");
    let code = fs::read_to_string(&path).expect("the rewritten file");
    fs::remove_file(&path).expect("a file to remove");
    Fixed { by, code }
}

#[test]
fn every_fix_repairs_the_code() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let library = sources::read(&assets).unwrap_or_else(|error| panic!("{error}"));
    let newest = series().pop().expect("a runtime");
    let version: Series = newest.parse().expect("a series");
    let mut python = Python::start(&newest);
    let mut found = Vec::new();
    let mut count = 0;
    for text in library.feature_texts.values().flatten() {
        let Some(before) = &text.repair.before else {
            continue;
        };
        let slug = &text.slug;
        let mut trials = Trial::of(&text.repair, version);
        let is_seen = trials.any(|trial| matches!(trial, Trial::Shows(..)));
        for Fixed { by, code } in fixed(&text.repair, &before.text) {
            count += 1;
            if code == before.text {
                found.push(format!("{slug}: {by} changes nothing"));
                continue;
            }
            let run = run_of(&python.run(&with_warnings(&code)));
            if is_seen && !run.is_quiet() && !asks_for_what_lacks(&run) {
                found.push(format!(
                    "{slug}: after {by}, it said {}\n{code}",
                    run.stderr
                ));
            }
        }
    }
    assert!(count > 0, "no sheet names a fix");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
