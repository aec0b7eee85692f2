//! `whatsnew publish`: writes the catalogue into a site as data for other programs. The
//! entry point is [`run`].

use super::output::{Loaded, Sources, fail, write};
use publish::{File, Site, publish};
use std::{path::PathBuf, process::ExitCode};

/// Write the catalogue and the names of the standard library into a site as data: JSON,
/// feeds, calendars, badges, cards, Markdown
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    sources: Sources,
    /// The site's folder; other files in it are left alone
    #[arg(long, default_value = "dist", value_name = "DIR")]
    out: PathBuf,
    /// The site's address, such as <https://example.org/python/>; without it, links are
    /// relative
    #[arg(long, value_name = "URL")]
    site: Option<Site>,
}

/// Writes all files and prints their number and size by format.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let Loaded { library, table, .. } = match arguments.sources.load() {
        Ok(loaded) => loaded,
        Err(error) => return fail(error),
    };
    let site = arguments.site.clone().unwrap_or_default();
    let published = match publish(&library, table.as_ref(), &site) {
        Ok(published) => published,
        Err(error) => return fail(error),
    };
    for (name, files) in &published {
        let files = files.iter();
        let files = files.map(|File { path, bytes }| (path.as_str(), bytes.as_slice()));
        match write(&arguments.out, files) {
            Ok((count, bytes)) => println!("{name}: {count} files, {bytes} bytes"),
            Err(error) => return fail(format!("{}: {error}", arguments.out.display())),
        }
    }
    ExitCode::SUCCESS
}
