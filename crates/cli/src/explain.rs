//! `whatsnew explain`: the changes that explain what Python said. The entry point is
//! [`run`].

use super::output::{Assets, fail, print, print_text};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

/// Explain an error, a warning or a traceback: the change, the cause and the repair
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// The file with what Python said; `-` or nothing for standard input
    #[arg(default_value = "-", value_name = "FILE")]
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Explains a file or standard input.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let text = match read(&arguments.file) {
        Ok(text) => text,
        Err(error) => return fail(format!("{}: {error}", arguments.file.display())),
    };
    let lookup = match arguments.assets.lookup() {
        Ok(lookup) => lookup,
        Err(error) => return fail(error),
    };
    match lookup.explain(&text) {
        Ok(explained) if arguments.json => print(&explained),
        Ok(explained) => print_text(&explained),
        Err(error) => fail(error),
    }
}

/// The text of a file, or of standard input if it is `-`. What is not UTF-8 is replaced.
fn read(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
