//! What `cargo xtask build` is told. [`read`] is the entry point.

use std::ffi::OsString;
use std::path::absolute;

use super::Runtimes;
use crate::step::StepError;

/// Whether the site can run Python, and what `whatsnew bundle` is told of
/// documents of somebody's own.
pub fn read(arguments: &[String]) -> Result<(Runtimes, Vec<OsString>), StepError> {
    let mut runtimes = Runtimes::Included;
    let (mut folder, mut only) = (None, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--no-runtimes" => runtimes = Runtimes::LeftOut,
            "--only" => only = true,
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
    Ok((runtimes, documents))
}

fn refused(problem: String) -> StepError {
    StepError::new(
        problem,
        "Run `cargo xtask build [--no-runtimes] [--documents DIR [--only]]`.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(text: &str) -> Result<(Runtimes, Vec<OsString>), StepError> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        read(&words)
    }

    #[test]
    fn nothing_said_is_the_whole_site() {
        let (runtimes, documents) = read_words("").expect("no arguments");
        assert_eq!((runtimes, documents.len()), (Runtimes::Included, 0));
    }

    #[test]
    fn a_folder_is_meant_from_where_the_command_is_run() {
        let (runtimes, documents) =
            read_words("--documents mine --no-runtimes --only").expect("good arguments");
        assert_eq!(runtimes, Runtimes::LeftOut);
        let folder = std::env::current_dir().expect("a folder").join("mine");
        let expected = [
            "--documents".into(),
            folder.into_os_string(),
            "--only".into(),
        ];
        assert_eq!(documents, expected);
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (words, named) in [
            ("--documents", "--documents"),
            ("--documents --only", "--documents"),
            ("--only", "--only"),
            ("--fast", "--fast"),
        ] {
            let error = read_words(words).expect_err("bad arguments");
            assert!(error.to_string().contains(named), "{words}: {error}");
        }
    }
}
