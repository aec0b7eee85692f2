//! `whatsnew check`: which versions of Python a program runs on, and what an upgrade breaks in
//! it. The entry point is [`run`].

mod changes;
mod files;
mod json;

use super::output::{Assets, fail};
use ::check::{FileReport, Knowledge, Limits, Types, check, decode};
use changes::Changes;
use files::File;
use rayon::prelude::*;
use std::path::PathBuf;
use std::process::ExitCode;
use terms::Series;
use upkeep::survey::read_table;

/// Say which versions of Python code runs on, and what an upgrade breaks in it
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// Files and folders; `-` for standard input
    #[arg(default_value = ".", value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The oldest version that the code is to run on
    #[arg(long, value_name = "VERSION")]
    from: Option<Series>,
    /// The newest version that the code is to run on
    #[arg(long, value_name = "VERSION")]
    to: Option<Series>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The result of checking everything.
pub(crate) struct Checked {
    pub files: Vec<CheckedFile>,
    pub limits: Limits,
}

/// The result of checking a file.
pub(crate) struct CheckedFile {
    pub path: String,
    pub text: String,
    pub report: FileReport,
    pub limits: Limits,
}

/// Checks the files that the arguments name.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let assets = arguments.assets.folder();
    let table = match read_table(assets) {
        Ok(Some(table)) => table,
        Ok(None) => return fail("the assets have no table of names; run `whatsnew survey`"),
        Err(error) => return fail(error),
    };
    let library = match arguments.assets.load() {
        Ok(library) => library,
        Err(error) => return fail(error),
    };
    let read = |name: &str| {
        let path = assets.join("api").join(name);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let texts = ["types.txt", "generics.txt", "older.txt"].map(read);
    let [Ok(types), Ok(generics), Ok(older)] = &texts else {
        return fail(texts.into_iter().find_map(Result::err).unwrap_or_default());
    };
    let types = match Types::parse(types) {
        Ok(types) => types,
        Err(error) => return fail(error),
    };
    let knowledge = match Knowledge::new(&[&table], &types, generics, older) {
        Ok(knowledge) => knowledge,
        Err(error) => return fail(error),
    };
    let files = match files::read(&arguments.paths) {
        Ok(files) => files,
        Err(error) => return fail(error),
    };
    let files: Vec<CheckedFile> = files
        .into_par_iter()
        .map(|file| checked(file, &knowledge, arguments))
        .collect();
    let limits = files
        .iter()
        .fold(Limits::default(), |limits, file| limits.and(file.limits));
    let checked = Checked { files, limits };
    let changes = Changes::new(&library);
    json::print(&checked, &changes)
}

fn checked(file: File, knowledge: &Knowledge<'_>, arguments: &Arguments) -> CheckedFile {
    let (text, mut report) = match decode(&file.bytes) {
        Ok(text) => {
            let report = check(&text, knowledge);
            (text.into_owned(), report)
        }
        Err(error) => (String::new(), FileReport::failed(error.to_string())),
    };
    let limits = report.limits();
    report.narrow(arguments.from, arguments.to);
    CheckedFile {
        path: file.path,
        text,
        report,
        limits,
    }
}
