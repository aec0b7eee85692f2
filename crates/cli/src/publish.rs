//! `whatsnew publish`: the catalogue as data for others, as files of the site.
//! The entry point is [`run`].

use super::output::{Chosen, fail, write};
use publish::{File, Site, publish};
use std::{path::PathBuf, process::ExitCode};

/// Write the catalogue as data into a site: JSON, feeds, calendar, badges, cards
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    chosen: Chosen,
    /// The site's folder; what else is in it stays
    #[arg(long, default_value = "dist", value_name = "DIR")]
    out: PathBuf,
    /// The site's address, such as <https://example.org/python/>; links are
    /// relative where it is left out
    #[arg(long, value_name = "URL")]
    site: Option<Site>,
}

/// Writes every file and says how many there are of each sort.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let (_, library) = match arguments.chosen.read() {
        Ok(both) => both,
        Err(error) => return fail(error),
    };
    let site = arguments.site.clone().unwrap_or_default();
    let published = match publish(&library, &site) {
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
