//! The table's files: `api/survey.toml` and `api/names/MODULE.txt` below the assets. The
//! entry points are [`read_table`] and [`write_table`].

use api::text::{TextError, module_text, parse_module};
use api::{Survey, Table};
use check::{ListTexts, Lists, ListsError};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};
use terms::Series;

/// Why the table cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// A file or folder cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// The description of the survey.
    #[error("{}: {source}", path.display())]
    Survey {
        /// Its file.
        path: PathBuf,
        /// What is wrong with it.
        source: toml::de::Error,
    },
    /// A description without releases.
    #[error("{}: `releases` is empty; run `whatsnew survey`", path.display())]
    NoReleases {
        /// Its file.
        path: PathBuf,
    },
    /// A list besides the table.
    #[error("{}: {source}", path.display())]
    Lists {
        /// The folder.
        path: PathBuf,
        /// What is wrong.
        source: ListsError,
    },
    /// A line of a module.
    #[error("{}, {source}", path.display())]
    Line {
        /// The module's file.
        path: PathBuf,
        /// What is wrong with it.
        source: TextError,
    },
}

impl ApiError {
    fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }
}

/// The texts of what the assets know besides the table.
///
/// # Errors
///
/// If one of the files cannot be read.
pub fn read_list_texts(assets: &Path) -> Result<ListTexts, ApiError> {
    let read = |name: &str| {
        let path = assets.join("api").join(name);
        fs::read_to_string(&path).map_err(ApiError::file(&path))
    };
    Ok(ListTexts {
        types: read("types.txt")?,
        generics: read("generics.txt")?,
        older: read("older.txt")?,
    })
}

/// What the assets know besides the table.
///
/// # Errors
///
/// If one of the files is missing or malformed.
pub fn read_lists(assets: &Path, table: &Table) -> Result<Lists, ApiError> {
    let newest = table.survey().newest().unwrap_or(Series::python3(0));
    Lists::parse(&read_list_texts(assets)?, newest).map_err(|source| ApiError::Lists {
        path: assets.join("api"),
        source,
    })
}

/// The table in the assets, if there is one.
///
/// # Errors
///
/// If one of its files cannot be read.
pub fn read_table(assets: &Path) -> Result<Option<Table>, ApiError> {
    let path = assets.join("api/survey.toml");
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(ApiError::File { path, source }),
    };
    let survey: Survey = match toml::from_str(&text) {
        Ok(survey) => survey,
        Err(source) => return Err(ApiError::Survey { path, source }),
    };
    let Some(newest) = survey.newest() else {
        return Err(ApiError::NoReleases { path });
    };
    let mut modules = Vec::new();
    let folder = assets.join("api/names");
    for entry in fs::read_dir(&folder).map_err(ApiError::file(&folder))? {
        let path = entry.map_err(ApiError::file(&folder))?.path();
        let Some(module) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        let text = fs::read_to_string(&path).map_err(ApiError::file(&path))?;
        let rows = parse_module(&text, newest).map_err(|source| ApiError::Line {
            path: path.clone(),
            source,
        })?;
        modules.push((module.to_owned(), rows));
    }
    Ok(Some(Table::new(survey, modules)))
}

/// Replaces the table. The old one stays complete until all of the new one is written.
pub(super) fn write_table(assets: &Path, table: &Table) -> Result<(), ApiError> {
    let folder = assets.join("api");
    let (names, new, old) = (
        folder.join("names"),
        folder.join("names.new"),
        folder.join("names.old"),
    );
    for left_over in [&new, &old] {
        if left_over.exists() {
            fs::remove_dir_all(left_over).map_err(ApiError::file(left_over))?;
        }
    }
    fs::create_dir_all(&new).map_err(ApiError::file(&new))?;
    let Some(newest) = table.survey().newest() else {
        return Err(ApiError::NoReleases { path: folder });
    };
    let mut written = BTreeSet::new();
    for (module, rows) in table.modules() {
        let path = new.join(format!("{module}.txt"));
        fs::write(&path, module_text(rows, newest)).map_err(ApiError::file(&path))?;
        written.insert(path);
    }
    if names.exists() {
        fs::rename(&names, &old).map_err(ApiError::file(&names))?;
    }
    fs::rename(&new, &names).map_err(ApiError::file(&names))?;
    let path = folder.join("survey.toml");
    fs::write(&path, survey_text(table.survey())).map_err(ApiError::file(&path))?;
    if old.exists() {
        fs::remove_dir_all(&old).map_err(ApiError::file(&old))?;
    }
    Ok(())
}

fn survey_text(survey: &Survey) -> String {
    let releases: Vec<String> = survey
        .releases
        .iter()
        .map(|release| format!("    \"{release}\",\n"))
        .collect();
    format!(
        "# The interpreters that the table of names was made with, on Linux, by \
         `whatsnew survey`.\nas_of = \"{}\"\nreleases = [\n{}]\n",
        survey.as_of,
        releases.concat()
    )
}
