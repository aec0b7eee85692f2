//! `whatsnew prerender`: renders the pages of a built site to HTML. The entry point is
//! [`run`].

use super::output::{Loaded, Sources, fail};
use publish::Site;
use std::{path::PathBuf, process::ExitCode};

/// Render the pages of a built site to HTML
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    sources: Sources,
    /// The built site; its index.html is the template of every page
    #[arg(long, default_value = "dist", value_name = "DIR")]
    dist: PathBuf,
    /// The address that the site will have, for links that have to be absolute: canonical
    /// links, Open Graph and the sitemap
    #[arg(long, value_name = "URL")]
    site: Option<Site>,
}

/// Writes all pages and prints their number.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let Loaded { library, table, .. } = match arguments.sources.load() {
        Ok(loaded) => loaded,
        Err(error) => return fail(error),
    };
    let site = arguments.site.clone().unwrap_or_default();
    match prerender::write(&library, table.as_ref(), &arguments.dist, &site) {
        Ok(pages) => {
            println!("{pages} pages in {}", arguments.dist.display());
            ExitCode::SUCCESS
        }
        Err(error) => fail(error),
    }
}
