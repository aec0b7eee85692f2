//! The options of `cargo xtask build`. [`parse`] is the entry point.

use std::ffi::OsString;
use std::path::absolute;

use lexopt::{Arg, Parser};

use super::Runtimes;
use crate::arguments::{next, unknown, usage_error, value};
use crate::step::StepError;

/// How the site is built.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub runtimes: Runtimes,
    /// Whether the pages are also packed into a docset.
    pub docset: bool,
    /// The arguments of `whatsnew` about own documents.
    pub documents: Vec<OsString>,
    /// The address that the site will have, if it is known.
    pub site: Option<String>,
}

const USAGE: &str = "cargo xtask build [--no-runtimes | --runtimes VERSIONS] [--docset] \
                     [--site URL] [--documents DIR [--only]]";

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
        // The program runs in the project's folder, but the path is relative to the
        // current one.
        let path = absolute(&folder).map_err(|error| {
            let folder = folder.to_string_lossy();
            usage_error(format!("{folder}: {error}."), USAGE)
        })?;
        let words = ["--documents".into(), path.into_os_string()];
        options.documents.extend(words);
        options.documents.extend(only.then(|| "--only".into()));
    } else if only {
        return Err(usage_error("`--only` needs `--documents DIR`.", USAGE));
    }
    Ok(options)
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
        let words = "--documents mine --no-runtimes --only --docset --site https://a.example";
        let options = parse_words(words).expect("good arguments");
        assert!(options.docset);
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
    fn some_runtimes_can_be_left_out() {
        let options = parse_words("--runtimes 3.14,3.15").expect("good arguments");
        assert_eq!(options.runtimes, Runtimes::Only("3.14,3.15".to_owned()));
    }

    #[test]
    fn invalid_arguments_are_named() {
        for (words, named) in [
            ("--documents", "--documents"),
            ("--site --only", "--site"),
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
