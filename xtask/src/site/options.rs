//! The options of `cargo xtask build`. [`parse`] is the entry point.

use std::ffi::{OsStr, OsString};
use std::path::{PathBuf, absolute};

use lexopt::{Arg, Parser};

use super::Runtimes;
use crate::arguments::{next, unknown, usage_error, value};
use crate::step::StepError;

/// How the site is built.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub runtimes: Runtimes,
    /// Where to write a copy of the site without runtimes as well.
    pub bare_copy: Option<PathBuf>,
    /// Whether the pages are also packed into a docset.
    pub docset: bool,
    /// The arguments of `whatsnew` about own documents.
    pub documents: Vec<OsString>,
    /// The address that the site will have, if it is known.
    pub site: Option<String>,
}

const USAGE: &str = "cargo xtask build [--no-runtimes | --runtimes VERSIONS] [--bare-copy DIR] \
                     [--docset] [--site URL] [--documents DIR [--only]]";

/// Parses the arguments after the name of the command.
pub fn parse(arguments: &[String]) -> Result<Options, StepError> {
    let mut options = Options::default();
    let (mut folder, mut only) = (None, false);
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = next(&mut parser, USAGE)? {
        match argument {
            Arg::Long("no-runtimes") => options.runtimes = Runtimes::LeftOut,
            Arg::Long("runtimes") => {
                let versions = value(&mut parser, "--runtimes", USAGE)?;
                options.runtimes = Runtimes::Only(versions.to_string_lossy().into_owned());
            }
            Arg::Long("bare-copy") => {
                let directory = value(&mut parser, "--bare-copy", USAGE)?;
                options.bare_copy = Some(absolute_path(&directory)?);
            }
            Arg::Long("docset") => options.docset = true,
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
        let path = absolute_path(&folder)?.into_os_string();
        let words = ["--documents".into(), path];
        options.documents.extend(words);
        options.documents.extend(only.then(|| "--only".into()));
    } else if only {
        return Err(usage_error("`--only` needs `--documents DIR`.", USAGE));
    }
    Ok(options)
}

/// The absolute form of a path that is relative to the current folder. Programs run in the
/// project's folder.
fn absolute_path(path: &OsStr) -> Result<PathBuf, StepError> {
    absolute(path).map_err(|error| {
        let path = path.to_string_lossy();
        usage_error(format!("{path}: {error}."), USAGE)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_words(text: &str) -> Result<Options, StepError> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        parse(&words)
    }

    #[test]
    fn no_arguments_mean_the_whole_site() {
        assert_eq!(parse_words("").expect("no arguments"), Options::default());
    }

    #[test]
    fn a_folder_is_relative_to_the_current_one() {
        let words = "--documents mine --no-runtimes --only --docset --bare-copy bare \
                     --site https://a.example";
        let options = parse_words(words).expect("good arguments");
        assert!(options.docset);
        assert_eq!(options.runtimes, Runtimes::LeftOut);
        assert_eq!(options.site.as_deref(), Some("https://a.example"));
        let current = std::env::current_dir().expect("a folder");
        assert_eq!(options.bare_copy, Some(current.join("bare")));
        let folder = current.join("mine");
        let expected = [
            "--documents".into(),
            folder.into_os_string(),
            "--only".into(),
        ];
        assert_eq!(options.documents, expected);
    }

    #[test]
    fn some_runtimes_can_be_left_out() {
        let options = parse_words("--runtimes 3.14,3.15").expect("good arguments");
        assert_eq!(options.runtimes, Runtimes::Only("3.14,3.15".to_owned()));
    }

    #[test]
    fn invalid_arguments_are_named() {
        for (words, named) in [
            ("--documents", "--documents"),
            ("--site --only", "--site"),
            ("--bare-copy", "--bare-copy"),
            ("--documents --only", "--documents"),
            ("--only", "--only"),
            ("--runtimes", "--runtimes"),
            ("--fast", "--fast"),
        ] {
            let error = parse_words(words).expect_err("bad arguments");
            assert!(error.to_string().contains(named), "{words}: {error}");
        }
    }
}
