//! `whatsnew docset`: packs the pages of a built site for Dash and Zeal. The entry point is
//! [`run`].

use super::output::{Loaded, Sources, fail};
use docset::ARCHIVE;
use publish::Site;
use std::{path::PathBuf, process::ExitCode};

/// Pack the pages of a built site into a docset for Dash and Zeal
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    sources: Sources,
    /// The built site with its pages as HTML; the docset is written into it
    #[arg(long, default_value = "dist", value_name = "DIR")]
    dist: PathBuf,
    /// The address that the site will have; without it, there is no feed of the docset, and
    /// links to what the docset lacks lead nowhere
    #[arg(long, value_name = "URL")]
    site: Option<Site>,
}

/// Writes the docset and prints what is in it.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let Loaded { library, table, .. } = match arguments.sources.load() {
        Ok(loaded) => loaded,
        Err(error) => return fail(error),
    };
    let site = arguments.site.clone().unwrap_or_default();
    match docset::write(&library, table.as_ref(), &arguments.dist, &site) {
        Ok(written) => {
            println!(
                "{ARCHIVE}: {} pages, {} names to search for, {} bytes",
                written.pages, written.entries, written.bytes
            );
            ExitCode::SUCCESS
        }
        Err(error) => fail(error),
    }
}
