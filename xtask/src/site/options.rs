//! What `cargo xtask build` is told. [`read`] is the entry point.

use std::ffi::OsString;
use std::path::absolute;

use lexopt::{Arg, Parser};

use super::Runtimes;
use crate::arguments::{next, refused, unknown, value};
use crate::step::StepError;

/// How the site is built.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether the site can run Python.
    pub runtimes: Runtimes,
    /// What `whatsnew` is told of documents of somebody's own.
    pub documents: Vec<OsString>,
    /// The address that the site will have, where it is known.
    pub site: Option<String>,
}

/// How the command is run.
const USAGE: &str = "cargo xtask build [--no-runtimes] [--site URL] [--documents DIR [--only]]";

/// Reads what follows the command.
pub fn read(arguments: &[String]) -> Result<Options, StepError> {
    let mut options = Options::default();
    let (mut folder, mut only) = (None, false);
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = next(&mut parser, USAGE)? {
        match argument {
            Arg::Long("no-runtimes") => options.runtimes = Runtimes::LeftOut,
            Arg::Long("only") => only = true,
            Arg::Long("site") => {
                let address = value(&mut parser, "--site", USAGE)?;
                options.site = Some(address.to_string_lossy().into_owned());
            }
            Arg::Long("documents") => folder = Some(value(&mut parser, "--documents", USAGE)?),
            other => return Err(unknown("build", other, USAGE)),
        }
    }
    if let Some(folder) = folder {
        // The program runs in the project's folder, whoever calls it from
        // elsewhere means a folder there.
        let path = absolute(&folder).map_err(|error| {
            let folder = folder.to_string_lossy();
            refused(format!("{folder}: {error}."), USAGE)
        })?;
        let words = ["--documents".into(), path.into_os_string()];
        options.documents.extend(words);
        options.documents.extend(only.then(|| "--only".into()));
    } else if only {
        return Err(refused("`--only` needs `--documents DIR`.", USAGE));
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(text: &str) -> Result<Options, StepError> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        read(&words)
    }

    #[test]
    fn nothing_said_is_the_whole_site() {
        assert_eq!(read_words("").expect("no arguments"), Options::default());
    }

    #[test]
    fn a_folder_is_meant_from_where_the_command_is_run() {
        let options = read_words("--documents mine --no-runtimes --only --site https://a.example")
            .expect("good arguments");
        assert_eq!(options.runtimes, Runtimes::LeftOut);
        assert_eq!(options.site.as_deref(), Some("https://a.example"));
        let folder = std::env::current_dir().expect("a folder").join("mine");
        let expected = [
            "--documents".into(),
            folder.into_os_string(),
            "--only".into(),
        ];
        assert_eq!(options.documents, expected);
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (words, named) in [
            ("--documents", "--documents"),
            ("--site --only", "--site"),
            ("--documents --only", "--documents"),
            ("--only", "--only"),
            ("--fast", "--fast"),
        ] {
            let error = read_words(words).expect_err("bad arguments");
            assert!(error.to_string().contains(named), "{words}: {error}");
        }
    }
}
