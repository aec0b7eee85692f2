//! What the commands read their arguments with, beside `lexopt`. [`next`] and
//! [`value`] are the entry points.

use std::ffi::OsString;

use lexopt::{Arg, Parser};

use crate::step::StepError;

/// The next argument.
pub fn next<'a>(parser: &'a mut Parser, usage: &str) -> Result<Option<Arg<'a>>, StepError> {
    let problem = |error| refused(format!("{error}."), usage);
    parser.next().map_err(problem)
}

/// The value of an option, which is not another option.
pub fn value(parser: &mut Parser, option: &str, usage: &str) -> Result<OsString, StepError> {
    match parser.value() {
        Ok(value) if !value.as_encoded_bytes().starts_with(b"--") => Ok(value),
        _ => Err(refused(format!("`{option}` needs a value."), usage)),
    }
}

/// A number of a port.
pub fn port(parser: &mut Parser, usage: &str) -> Result<u16, StepError> {
    let value = value(parser, "--port", usage)?;
    let number = value.to_str().and_then(|text| text.parse().ok());
    number.ok_or_else(|| refused(format!("{value:?} is not a port number."), usage))
}

/// What a command does not know.
pub fn unknown(command: &str, argument: Arg<'_>, usage: &str) -> StepError {
    let shown = match argument {
        Arg::Short(name) => format!("-{name}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    };
    refused(format!("`{command}` does not know `{shown}`."), usage)
}

/// What is wrong with the arguments, and how the command is run.
pub fn refused(problem: impl Into<String>, usage: &str) -> StepError {
    StepError::new(problem, format!("Run `{usage}`."))
}
