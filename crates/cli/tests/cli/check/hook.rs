//! The hook of pre-commit and the workflow of GitHub, as docs/check.md shows them.

use super::{PROGRAM, run};
use crate::command_line::Folder;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The guide.
fn guide() -> String {
    fs::read_to_string(Path::new(PROJECT).join("docs/check.md")).expect("the guide")
}

/// The code of the guide that contains some words.
fn shown(words: &str) -> String {
    let guide = guide();
    let blocks = guide.split("```").skip(1).step_by(2);
    let found = blocks.filter_map(|block| Some(block.split_once('\n')?.1));
    let found = found.into_iter().find(|code| code.contains(words));
    found
        .unwrap_or_else(|| panic!("no {words} in the guide"))
        .to_owned()
}

/// The value of `PATH` with the program that is tested, before all others.
fn search_path() -> std::ffi::OsString {
    let program = Path::new(env!("CARGO_BIN_EXE_whatsnew"));
    let folder = program.parent().expect("a folder");
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = [folder.to_owned()]
        .into_iter()
        .chain(env::split_paths(&inherited));
    env::join_paths(folders).expect("a search path")
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .args([
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(folder);
    run(&mut command).ends_with(0);
}

/// A repository with all that a folder holds.
fn commit(folder: &Path) {
    git(folder, &["init", "--quiet"]);
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "All"]);
}

/// pre-commit, installed below the target directory unless it is there.
fn pre_commit() -> PathBuf {
    let required = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/cli/check/hook-tools.txt"
    );
    let environment = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hook-tools");
    let folder = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let installed = environment.join("hook-tools.txt");
    let wanted = fs::read_to_string(required).expect("the requirements");
    if fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return folder.join("pre-commit");
    }
    let mut venv = Command::new("python3");
    run(venv.args(["-m", "venv", "--clear"]).arg(&environment)).ends_with(0);
    let mut pip = Command::new(folder.join("python"));
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--requirement",
        required,
    ]);
    run(&mut pip).ends_with(0);
    fs::write(installed, wanted).expect("a writable folder");
    folder.join("pre-commit")
}

#[test]
fn pre_commit_runs_the_hook() {
    let program = pre_commit();
    let hooks = Folder::new("check-hook");
    let declared = fs::read_to_string(Path::new(PROJECT).join(".pre-commit-hooks.yaml"));
    hooks.write(".pre-commit-hooks.yaml", &declared.expect("the hook"));
    commit(&hooks.0);
    let user = Folder::new("check-hook-user");
    user.write("sound.py", "print(1)\n");
    user.write("stub.pyi", "import distutils\n");
    commit(&user.0);
    let attempt = || {
        let mut command = Command::new(&program);
        command
            .args(["try-repo", hooks.text(), "whatsnew-check", "--all-files"])
            .current_dir(&user.0)
            .env("PRE_COMMIT_HOME", user.0.join(".git/pre-commit"))
            .env("PATH", search_path());
        run(&mut command)
    };
    let passed = attempt().ends_with(0);
    assert!(passed.output.contains("Passed"), "{}", passed.output);
    user.write("broken.py", PROGRAM);
    git(&user.0, &["add", "broken.py"]);
    let failed = attempt().ends_with(1);
    for words in ["Failed", "--> broken.py:3:8", "exit code: 1"] {
        assert!(
            failed.output.contains(words),
            "no {words:?} in {}",
            failed.output
        );
    }
    assert!(!failed.output.contains("stub.pyi"), "stubs are not run");
}

#[test]
fn the_configuration_that_the_guide_shows_has_the_hook() {
    let shown = shown("repos:");
    let hooks = fs::read_to_string(Path::new(PROJECT).join(".pre-commit-hooks.yaml"));
    assert!(hooks.expect("the hook").contains("- id: whatsnew-check\n"));
    assert!(shown.contains("- id: whatsnew-check\n"), "{shown}");
}

/// The commands of the steps of a workflow.
fn steps(workflow: &str) -> Vec<String> {
    let lines = workflow
        .lines()
        .map(|line| line.trim_start().trim_start_matches("- "));
    let commands = lines.filter_map(|line| line.strip_prefix("run: "));
    commands.map(str::to_owned).collect()
}

/// The steps run in a repository as in GitHub's runner, but for the one that compiles: a
/// program in the place of cargo looks whether it would find the package, and installs the
/// program that is tested.
#[test]
#[cfg(unix)]
fn the_steps_of_the_workflow_run() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let workflow = shown("runs-on:");
    let steps = steps(&workflow);
    assert_eq!(steps.len(), 3, "{steps:?}");
    let user = Folder::new("check-workflow");
    let tools = Folder::new("check-workflow-tools");
    let cargo = format!(
        "#!/bin/sh\nset -eu\ntest \"$1 $2 $3\" = 'install --locked --path'\n\
         grep -q 'name = \"whatsnew\"' \"$4/Cargo.toml\"\nln -s '{}' \"$(dirname \"$0\")/whatsnew\"\n",
        env!("CARGO_BIN_EXE_whatsnew")
    );
    tools.write("cargo", &cargo);
    let executable = fs::Permissions::from_mode(0o755);
    fs::set_permissions(tools.0.join("cargo"), executable).expect("a program");
    symlink(PROJECT, user.0.join(".whats-new")).expect("the second checkout");
    user.write("broken.py", PROGRAM);
    let inherited = env::var_os("PATH").unwrap_or_default();
    let path = [tools.0.clone()]
        .into_iter()
        .chain(env::split_paths(&inherited));
    let path = env::join_paths(path).expect("a search path");
    let step = |command: &str| {
        let mut bash = Command::new("bash");
        // As GitHub's runner does without `shell`.
        run(bash
            .args(["-e", "-c", command])
            .current_dir(&user.0)
            .env("PATH", &path))
    };
    step(&steps[0]).ends_with(0);
    let annotated = step(&steps[1]).ends_with(1);
    assert!(
        annotated.output.contains("::error file=broken.py,line=3,"),
        "{}",
        annotated.output
    );
    step(&steps[2]).ends_with(1);
    let log = fs::read_to_string(user.0.join("whatsnew.sarif")).expect("the log");
    assert!(log.contains("removed/pep-632"), "{log}");
    assert!(
        workflow.contains("sarif_file: whatsnew.sarif"),
        "{workflow}"
    );
    user.write("broken.py", "print(1)\n");
    step(&steps[1]).ends_with(0);
}
