//! What `cargo xtask build` is told. [`read`] is the entry point.

use std::ffi::OsString;
use std::path::absolute;

use super::Runtimes;
use crate::step::StepError;

/// What the site is built with.
#[derive(Debug, Default)]
pub struct Options {
    pub runtimes: Runtimes,
    /// What the command line is told of documents of somebody's own.
    pub documents: Vec<OsString>,
    /// Where the site will be, where that is known.
    pub site: Option<String>,
}

/// Reads what follows `build`.
pub fn read(arguments: &[String]) -> Result<Options, StepError> {
    let mut options = Options::default();
    let (mut folder, mut only) = (None, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--no-runtimes" => options.runtimes = Runtimes::LeftOut,
            "--only" => only = true,
            "--documents" => match rest.next() {
                Some(name) if !name.starts_with("--") => folder = Some(name),
                _ => return Err(refused("`--documents` needs a folder.".to_owned())),
            },
            "--site" => match rest.next() {
                Some(address) if !address.starts_with("--") => {
                    options.site = Some(address.clone());
                }
                _ => return Err(refused("`--site` needs the site's address.".to_owned())),
            },
            unknown => return Err(refused(format!("`build` does not know `{unknown}`."))),
        }
    }
    if let Some(folder) = folder {
        // The program runs in the project's folder, whoever calls it from
        // elsewhere means a folder there.
        let path = absolute(folder).map_err(|error| refused(format!("{folder}: {error}.")))?;
        let documents = ["--documents".into(), path.into_os_string()];
        options.documents.extend(documents);
        if only {
            options.documents.push("--only".into());
        }
    } else if only {
        return Err(refused("`--only` needs `--documents DIR`.".to_owned()));
    }
    Ok(options)
}

fn refused(problem: String) -> StepError {
    StepError::new(
        problem,
        "Run `cargo xtask build [--no-runtimes] [--site URL] [--documents DIR [--only]]`.",
    )
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
        let options = read_words("").expect("no arguments");
        let said = (options.runtimes, options.documents.len(), options.site);
        assert_eq!(said, (Runtimes::Included, 0, None));
    }

    #[test]
    fn a_folder_is_meant_from_where_the_command_is_run() {
        let words = "--documents mine --site https://example.org/ --no-runtimes --only";
        let options = read_words(words).expect("good arguments");
        assert_eq!(options.runtimes, Runtimes::LeftOut);
        assert_eq!(options.site.as_deref(), Some("https://example.org/"));
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
            ("--documents --only", "--documents"),
            ("--only", "--only"),
            ("--site", "--site"),
            ("--site --only", "--site"),
            ("--fast", "--fast"),
        ] {
            let error = read_words(words).expect_err("bad arguments");
            assert!(error.to_string().contains(named), "{words}: {error}");
        }
    }
}
