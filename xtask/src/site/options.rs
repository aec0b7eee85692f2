//! What `cargo xtask build` is told. [`read`] is the entry point.

use std::ffi::OsString;
use std::path::absolute;

use super::Runtimes;
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

/// Reads what follows the command.
pub fn read(arguments: &[String]) -> Result<Options, StepError> {
    let mut runtimes = Runtimes::Included;
    let (mut folder, mut only, mut site) = (None, false, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--no-runtimes" => runtimes = Runtimes::LeftOut,
            "--only" => only = true,
            "--site" => match rest.next() {
                Some(address) if !address.starts_with("--") => site = Some(address.clone()),
                _ => return Err(refused("`--site` needs an address.".to_owned())),
            },
            "--documents" => match rest.next() {
                Some(name) if !name.starts_with("--") => folder = Some(name),
                _ => return Err(refused("`--documents` needs a folder.".to_owned())),
            },
            unknown => return Err(refused(format!("`build` does not know `{unknown}`."))),
        }
    }
    let mut documents = Vec::new();
    if let Some(folder) = folder {
        // The program runs in the project's folder, whoever calls it from
        // elsewhere means a folder there.
        let path = absolute(folder).map_err(|error| refused(format!("{folder}: {error}.")))?;
        documents.extend(["--documents".into(), path.into_os_string()]);
        if only {
            documents.push("--only".into());
        }
    } else if only {
        return Err(refused("`--only` needs `--documents DIR`.".to_owned()));
    }
    Ok(Options {
        runtimes,
        documents,
        site,
    })
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
