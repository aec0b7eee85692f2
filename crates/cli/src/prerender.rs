//! `whatsnew prerender`: the built site's pages as HTML. The entry point is
//! [`run`].

use super::output::{Chosen, fail};
use std::{path::PathBuf, process::ExitCode};

/// Render the pages of a built site to HTML
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    chosen: Chosen,
    /// The built site; its index.html is the template of every page
    #[arg(long, default_value = "dist", value_name = "DIR")]
    dist: PathBuf,
    /// The address that the site will have, for what has to be absolute: the
    /// canonical links, Open Graph and the sitemap
    #[arg(long, value_name = "URL")]
    site: Option<String>,
}

/// Writes every page and says how many there are.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let library = match arguments.chosen.read() {
        Ok((_, library)) => library,
        Err(error) => return fail(error),
    };
    match prerender::write(&library, &arguments.dist, arguments.site.as_deref()) {
        Ok(pages) => {
            println!("{pages} pages in {}", arguments.dist.display());
            ExitCode::SUCCESS
        }
        Err(error) => fail(error),
    }
}
