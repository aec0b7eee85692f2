//! Parsing of command-line arguments with `lexopt`. [`next`] and [`value`] are the entry
//! points.

use std::ffi::OsString;

use lexopt::{Arg, Parser};

use crate::step::StepError;

/// The next argument.
pub fn next<'a>(parser: &'a mut Parser, usage: &str) -> Result<Option<Arg<'a>>, StepError> {
    let problem = |error| usage_error(format!("{error}."), usage);
    parser.next().map_err(problem)
}

/// The value of an option. An argument that begins with `--` is not a value.
pub fn value(parser: &mut Parser, option: &str, usage: &str) -> Result<OsString, StepError> {
    match parser.value() {
        Ok(value) if !value.as_encoded_bytes().starts_with(b"--") => Ok(value),
        _ => Err(usage_error(format!("`{option}` needs a value."), usage)),
    }
}

/// The value of the option `--port`.
pub fn port(parser: &mut Parser, usage: &str) -> Result<u16, StepError> {
    let value = value(parser, "--port", usage)?;
    let number = value.to_str().and_then(|text| text.parse().ok());
    number.ok_or_else(|| usage_error(format!("{value:?} is not a port number."), usage))
}

/// The error for an argument that a command does not have.
pub fn unknown(command: &str, argument: Arg<'_>, usage: &str) -> StepError {
    let shown = match argument {
        Arg::Short(name) => format!("-{name}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    };
    usage_error(
        format!("Unexpected argument `{shown}` for `{command}`."),
        usage,
    )
}

/// An error in the arguments, with the usage of the command.
pub fn usage_error(problem: impl Into<String>, usage: &str) -> StepError {
    StepError::new(problem, format!("Run `{usage}`."))
}
