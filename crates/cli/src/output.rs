//! Input and output shared by the subcommands. The entry points are [`print`],
//! [`write`], [`fail`] and [`Sources::load`].

use ::api::Table;
use ::check::{ListTexts, Lists};
use ::explain::Messages;
use catalogue::own::Base;
use catalogue::sources::{self, SourcesError};
use catalogue::{FirstVersion, Library, Thesaurus};
use lookup::{Lookup, LookupError, Readable};
use serde::Serialize;
use std::{
    fs, io,
    mem::ManuallyDrop,
    path::{Path, PathBuf},
    process::ExitCode,
};
use upkeep::messages;
use upkeep::survey::{ApiError, read_list_texts, read_lists, read_table};

/// Prints a value as JSON on standard output, followed by a newline.
pub(crate) fn print<T: Serialize>(value: &T) -> ExitCode {
    let mut out = io::stdout().lock();
    let result = serde_json::to_writer_pretty(&mut out, value)
        .map_err(io::Error::from)
        .and_then(|()| io::Write::write_all(&mut out, b"\n"));
    written(result)
}

/// The widest text for people, in columns: longer lines are hard to read.
const WIDEST: usize = 100;

/// Prints an answer for people, in colours and wrapped if a terminal listens.
pub(crate) fn print_text(answer: &impl Readable) -> ExitCode {
    let terminal = terminal_size::terminal_size_of(io::stdout());
    let width = terminal.map(|(width, _)| usize::from(width.0).min(WIDEST));
    let text = answer.to_text(width);
    written(io::Write::write_all(
        &mut anstream::stdout().lock(),
        text.as_bytes(),
    ))
}

/// Prints text that is no answer.
pub(crate) fn print_bytes(bytes: &[u8]) -> ExitCode {
    written(io::Write::write_all(&mut io::stdout().lock(), bytes))
}

fn written(result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // The reading end of the pipe was closed, as by `head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(format!("the result cannot be written: {error}")),
    }
}

/// Writes files, each given as a path below `folder` and its bytes, unless they are there with
/// these bytes: reading a file takes a fraction of what writing it does. Missing folders are
/// created. Returns the number of files and their total length in bytes.
pub(crate) fn write<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<(usize, usize)> {
    let (mut count, mut length) = (0, 0);
    fs::create_dir_all(folder)?;
    for (path, bytes) in files {
        count += 1;
        length += bytes.len();
        let path = folder.join(path);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok((count, length))
}

/// Prints an error message on standard error and returns [`ExitCode::FAILURE`].
pub(crate) fn fail(message: impl std::fmt::Display) -> ExitCode {
    eprintln!("whatsnew: {message}");
    ExitCode::FAILURE
}

/// The option that names the folder with documents, facts and samples.
#[derive(clap::Args)]
pub(crate) struct Assets {
    /// The folder with `documents`, `facts` and `samples`; without it `assets` or, outside of
    /// a checkout, that of the checkout that the program was built from
    #[arg(long, env = "WHATSNEW_ASSETS", value_name = "DIR")]
    assets: Option<PathBuf>,
}

/// The assets of the checkout that the program is built from.
const BUILT_FROM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets");

impl Assets {
    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        let here = Path::new("assets");
        let there = Path::new(BUILT_FROM);
        let has_documents = |folder: &&Path| folder.join("documents").is_dir();
        let given = self.assets.as_deref();
        // Many projects have a folder of this name.
        given.unwrap_or_else(|| {
            [here, there]
                .into_iter()
                .find(has_documents)
                .unwrap_or(here)
        })
    }

    /// Loads and merges everything in the folder.
    pub(crate) fn load(&self) -> Result<Library, SourcesError> {
        sources::read(self.folder())
    }

    /// Loads everything in the folder and prepares it for questions.
    pub(crate) fn lookup(&self) -> Result<Lookup, LoadError> {
        let folder = self.folder();
        let mut sources = sources::Sources::read(folder)?;
        let table = read_names(folder, &mut sources)?;
        let library = sources.unindexed_library()?;
        let messages = messages::read(folder, table.as_ref(), &library)?;
        let lists = match &table {
            Some(table) => read_lists(folder, table)?,
            None => Lists::default(),
        };
        let thesaurus = sources.thesaurus.value;
        Ok(Lookup::new(library, thesaurus, table, messages, lists))
    }

    /// Loads what checking needs.
    ///
    /// # Errors
    ///
    /// If something cannot be loaded, or there is no table.
    pub(crate) fn knowledge(&self) -> Result<Loading, LoadError> {
        let folder = self.folder();
        let table = read_table(folder)?.ok_or(LookupError::NoTable)?;
        let lists = read_lists(folder, &table)?;
        Ok(Loading {
            folder: folder.to_owned(),
            table,
            lists,
        })
    }
}

/// What checking needs, before the documents are read.
pub(crate) struct Loading {
    folder: PathBuf,
    table: Table,
    lists: Lists,
}

impl Loading {
    /// Reads and merges the documents, while `check` runs with the table of names. Nothing can
    /// be searched for in the result.
    pub(crate) fn lookup_while<T: Send>(
        self,
        check: impl FnOnce(&Table, &Lists) -> T + Send,
    ) -> Result<(Lookup, T), LoadError> {
        let Self {
            folder,
            table,
            lists,
        } = self;
        let (checked, library) = rayon::join(
            || check(&table, &lists),
            || {
                // Not freed, as the process ends soon.
                let mut sources = ManuallyDrop::new(sources::Sources::read(&folder)?);
                sources.look_up(|name| first_version(&table, name));
                sources.unindexed_library()
            },
        );
        let lookup = Lookup::new(
            library?,
            Thesaurus::default(),
            Some(table),
            Messages::default(),
            lists,
        );
        Ok((lookup, checked))
    }
}

/// The options that choose the assets and further documents.
#[derive(clap::Args)]
pub(crate) struct Sources {
    #[command(flatten)]
    assets: Assets,
    /// A folder with Markdown files of your own to include; problems in them are
    /// reported but do not fail the command
    #[arg(long, value_name = "DIR")]
    documents: Option<PathBuf>,
    /// Use only the documents given by `--documents`, not those in the assets
    #[arg(long, requires = "documents")]
    only: bool,
}

/// Why the sources cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoadError {
    #[error(transparent)]
    Sources(#[from] SourcesError),
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    Messages(#[from] messages::ReadError),
    #[error(transparent)]
    Lookup(#[from] LookupError),
}

/// The loaded sources.
pub(crate) struct Loaded {
    /// Unmerged.
    pub base: Base,
    /// Merged.
    pub library: Library,
    /// The table of names, if the assets have one.
    pub table: Option<Table>,
    /// What is known besides the table, if there is one.
    pub lists: Option<ListTexts>,
    /// How each version words its errors and warnings.
    pub messages: Messages,
}

impl Sources {
    /// Loads the chosen sources. Prints problems in documents given by `--documents` on
    /// standard error.
    pub(crate) fn load(&self) -> Result<Loaded, LoadError> {
        let folder = self.assets.folder();
        let mut sources = sources::Sources::read(folder)?;
        if let Some(folder) = &self.documents {
            sources.add(folder, self.only)?;
        }
        let table = read_names(folder, &mut sources)?;
        let base = sources.base();
        let library = if self.documents.is_none() {
            sources.library()?
        } else {
            let (library, diagnostics) = sources.library_with_diagnostics();
            for diagnostic in diagnostics {
                eprintln!("{diagnostic}");
            }
            library
        };
        Ok(Loaded {
            base,
            messages: messages::read(folder, table.as_ref(), &library)?,
            lists: table
                .as_ref()
                .map(|_| read_list_texts(folder))
                .transpose()?,
            library,
            table,
        })
    }
}

/// The table of names, if the assets have one. The names that sources are about are looked up
/// in it.
fn read_names(folder: &Path, sources: &mut sources::Sources) -> Result<Option<Table>, ApiError> {
    let table = read_table(folder)?;
    if let Some(table) = &table {
        sources.look_up(|name| first_version(table, name));
    }
    Ok(table)
}

/// The first version that has a name, if the table has it.
fn first_version(table: &Table, name: &str) -> Option<FirstVersion> {
    let oldest = table.survey().oldest()?;
    let (_, row) = table.row(name)?;
    let added = row.added(oldest).map(FirstVersion::Added);
    Some(added.unwrap_or(FirstVersion::AtLatest(oldest)))
}
