//! What is left out of folders and archives. The entry point is [`Excluded`].

use super::settings::{Settings, real};
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A pattern that is none.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ExcludeError {
    #[error("`--exclude {glob}` is no pattern ({error}); write it as in .gitignore")]
    Option { glob: String, error: ignore::Error },
    #[error("{place}: `{glob}` is no pattern ({error}); write it as in .gitignore")]
    Setting {
        place: String,
        glob: String,
        error: ignore::Error,
    },
}

/// Folders that hold what others wrote or what was built.
const FOLDERS: &[&str] = &["node_modules", "__pycache__"];

/// Folders that hold what was built, unless they are packages of these names.
const BUILT: &[&str] = &["build", "dist"];

/// What is left out of folders and archives.
#[derive(Debug, Clone)]
pub(crate) struct Excluded {
    /// The patterns of the command line, which begin at the working directory, and those of the
    /// settings, which begin at their folder.
    patterns: Vec<Gitignore>,
}

impl Excluded {
    pub(crate) fn new(globs: &[String], settings: Option<&Settings>) -> Result<Self, ExcludeError> {
        let here = env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        let mut given = GitignoreBuilder::new(here);
        for glob in globs {
            given
                .add_line(None, glob)
                .map_err(|error| ExcludeError::Option {
                    glob: glob.clone(),
                    error,
                })?;
        }
        let mut patterns = vec![given];
        if let Some(settings) = settings {
            let mut set = GitignoreBuilder::new(settings.folder());
            for glob in &settings.exclude {
                set.add_line(None, glob.get_ref())
                    .map_err(|error| ExcludeError::Setting {
                        place: settings.place(glob.span()),
                        glob: glob.get_ref().clone(),
                        error,
                    })?;
            }
            patterns.push(set);
        }
        // A set of patterns that are each valid is valid.
        let patterns = patterns.iter().filter_map(|builder| builder.build().ok());
        Ok(Self {
            patterns: patterns.collect(),
        })
    }

    /// Whether a file or folder is left out by a pattern. Its folders are not looked at.
    pub(crate) fn matches(&self, path: &Path, is_folder: bool) -> bool {
        let path = real(path);
        let matches = |one: &Gitignore| one.matched(&path, is_folder).is_ignore();
        self.patterns.iter().any(matches)
    }

    /// Whether a file in an archive or one of its folders is left out by a pattern.
    pub(crate) fn matches_member(&self, archive: &Path, member: &str) -> bool {
        let folders = member
            .match_indices('/')
            .filter_map(|(at, _)| member.get(..at));
        self.matches(&archive.join(member), false)
            || folders
                .into_iter()
                .any(|folder| self.matches(&archive.join(folder), true))
    }
}

/// Whether a folder holds what nobody checks: packages that are installed, or what was built.
pub(crate) fn is_foreign(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str());
    let is = |names: &[&str]| name.is_some_and(|name| names.contains(&name));
    is(FOLDERS)
        || is(BUILT) && fs::metadata(folder.join("__init__.py")).is_err()
        || folder.join("pyvenv.cfg").is_file()
}
