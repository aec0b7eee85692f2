//! [`Fix`], a rule of a tool that rewrites code.

use super::TermError;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What rewrites code by itself, so that it runs after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Fix {
    /// A rule of ruff by its code, such as `UP035`.
    Ruff(String),
    /// pyupgrade with an option such as `--py39-plus`, or with none.
    Pyupgrade(Option<String>),
}

impl Fix {
    /// The page that documents it.
    pub fn url(&self) -> String {
        match self {
            Self::Ruff(code) => format!("https://docs.astral.sh/ruff/rules/{code}"),
            Self::Pyupgrade(_) => "https://github.com/asottile/pyupgrade".to_owned(),
        }
    }
}

impl fmt::Display for Fix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ruff(code) => write!(f, "ruff {code}"),
            Self::Pyupgrade(None) => f.write_str("pyupgrade"),
            Self::Pyupgrade(Some(option)) => write!(f, "pyupgrade {option}"),
        }
    }
}

impl From<Fix> for String {
    fn from(fix: Fix) -> Self {
        fix.to_string()
    }
}

impl TryFrom<String> for Fix {
    type Error = TermError;

    fn try_from(text: String) -> Result<Self, TermError> {
        text.parse()
    }
}

impl FromStr for Fix {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let wrong = || TermError::new(text, "fix", "ruff UP035 or pyupgrade --py39-plus");
        match text.split_once(' ') {
            Some(("ruff", code)) if is_rule(code) => Ok(Self::Ruff(code.to_owned())),
            Some(("pyupgrade", option)) if is_option(option) => {
                Ok(Self::Pyupgrade(Some(option.to_owned())))
            }
            None if text == "pyupgrade" => Ok(Self::Pyupgrade(None)),
            _ => Err(wrong()),
        }
    }
}

/// Whether a text is letters and then digits, as `UP035` is.
fn is_rule(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.len() < text.len() && is_number
}

/// Whether a text is an option of pyupgrade such as `--py39-plus`.
fn is_option(text: &str) -> bool {
    let version = text
        .strip_prefix("--py")
        .and_then(|rest| rest.strip_suffix("-plus"));
    version.is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fix_is_written_as_it_was_read() {
        for text in ["ruff UP035", "pyupgrade", "pyupgrade --py39-plus"] {
            let fix: Fix = text.parse().expect("a fix");
            assert_eq!(fix.to_string(), text);
        }
        for text in [
            "",
            "ruff",
            "ruff up035",
            "ruff UP",
            "pyupgrade --fast",
            "sed s/a/b/",
        ] {
            assert!(text.parse::<Fix>().is_err(), "{text}");
        }
    }
}
