//! The settings in `pyproject.toml`. The entry point is [`Settings::find`].

use serde::{Deserialize, Deserializer, de};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};
use terms::Series;
use toml::Spanned;

/// The name of the file.
const FILE: &str = "pyproject.toml";

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsError {
    #[error("{path} cannot be read: {error}")]
    Unreadable { path: String, error: io::Error },
    #[error("{place}: {message}")]
    Malformed { place: String, message: String },
}

/// The settings of a project.
#[derive(Debug)]
pub(crate) struct Settings {
    path: PathBuf,
    source: String,
    /// `from` of `[tool.whatsnew.check]`.
    pub from: Option<Spanned<Series>>,
    /// `to` of `[tool.whatsnew.check]`.
    pub to: Option<Spanned<Series>>,
    /// `exclude` of `[tool.whatsnew.check]`.
    pub exclude: Vec<Spanned<String>>,
    /// `requires-python` of `[project]`.
    pub requires: Option<Spanned<String>>,
}

/// The whole file, of which most is not ours.
#[derive(Deserialize, Default)]
struct Whole {
    project: Option<ProjectTable>,
    tool: Option<ToolTable>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct ProjectTable {
    requires_python: Option<Spanned<String>>,
}

#[derive(Deserialize)]
struct ToolTable {
    whatsnew: Option<OwnTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnTable {
    check: Option<CheckTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckTable {
    from: Option<Spanned<Version>>,
    to: Option<Spanned<Version>>,
    #[serde(default)]
    exclude: Vec<Spanned<String>>,
}

/// A version, in quotes: 3.10 without them is the number 3.1.
struct Version(Series);

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Version;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a version in quotes, such as \"3.10\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Version, E> {
                text.parse().map(Version).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl Settings {
    /// The settings of the nearest `pyproject.toml` in the folder of a path or above it, or
    /// `None` if there is none. For `-` it is the working directory.
    pub(crate) fn find(path: Option<&Path>) -> Result<Option<Self>, SettingsError> {
        let path = path.filter(|path| *path != Path::new("-"));
        let path = real(path.unwrap_or(Path::new(".")));
        for folder in path.ancestors() {
            let file = folder.join(FILE);
            match fs::read_to_string(&file) {
                Ok(source) => return Self::parse(file, source).map(Some),
                Err(error) if error.kind() == io::ErrorKind::InvalidData || file.is_file() => {
                    let path = shown(&file);
                    return Err(SettingsError::Unreadable { path, error });
                }
                Err(_) => {}
            }
        }
        Ok(None)
    }

    fn parse(path: PathBuf, source: String) -> Result<Self, SettingsError> {
        let whole: Whole = toml::from_str(&source).map_err(|error| SettingsError::Malformed {
            place: place(&path, &source, error.span().unwrap_or_default().start),
            message: error.message().to_owned(),
        })?;
        let check = whole.tool.and_then(|tool| tool.whatsnew?.check);
        let (from, to, exclude) = check.map_or_else(
            || (None, None, Vec::new()),
            |check| (check.from, check.to, check.exclude),
        );
        let series = |version: Spanned<Version>| {
            let span = version.span();
            Spanned::new(span, version.into_inner().0)
        };
        Ok(Self {
            path,
            source,
            from: from.map(series),
            to: to.map(series),
            exclude,
            requires: whole.project.and_then(|project| project.requires_python),
        })
    }

    /// The folder of the file.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// The file, the line and the column of a part of it.
    pub(crate) fn place(&self, span: Range<usize>) -> String {
        place(&self.path, &self.source, span.start)
    }
}

/// An absolute path. What `..` leads to depends on links, which are resolved only then: paths
/// stay as they were given. One that does not exist is reported when it is read.
pub(crate) fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let goes_up = absolute
        .components()
        .any(|part| part == Component::ParentDir);
    let resolved = goes_up.then(|| absolute.canonicalize().ok()).flatten();
    resolved.unwrap_or(absolute)
}

/// A path as seen from the working directory, if it is below that.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path).display().to_string()
}

fn place(path: &Path, source: &str, at: usize) -> String {
    let before = source.get(..at).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    format!("{}:{line}:{column}", shown(path))
}
