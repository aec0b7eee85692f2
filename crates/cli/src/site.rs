//! `whatsnew site`: all that a site has of the documents. The entry point is
//! [`run`].

use super::output::{Chosen, fail, write};
use catalogue::own::Base;
use catalogue::{Library, bundle};
use naming::Referrers;
use publish::{File, Site, publish};
use std::error::Error;
use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

/// Write all that a site has of the documents: what the page loads, the catalogue as
/// data, and the pages as HTML
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    chosen: Chosen,
    /// The site's folder; its index.html is the template of every page
    #[arg(long, default_value = "dist", value_name = "DIR")]
    dist: PathBuf,
    /// The address that the site will have; links are relative where it is left out
    #[arg(long, value_name = "URL", value_parser = address)]
    site: Option<String>,
    /// A file of the site that refers to what the page loads, which is then named by
    /// its content; may be given several times
    #[arg(long = "name-in", value_name = "FILE")]
    referrers: Vec<String>,
}

/// Where in the site the page finds what it loads, and how files refer to it.
const BUNDLE: &str = "bundle";
const REFERENCES: &[(&str, &str)] = &[("./bundle/", "")];

/// Writes everything and says how much there is of it.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match write_site(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(error),
    }
}

/// Reads the documents before it writes anything, so that a mistake in one leaves the
/// site as it was. The pages come last: the template refers to what the page loads.
fn write_site(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let (base, library) = arguments.chosen.read()?;
    let dist = &arguments.dist;
    write_bundle(&base, &library, dist)?;
    if !arguments.referrers.is_empty() {
        let names = arguments.referrers.iter().map(String::as_str);
        let mut referrers = Referrers::read(dist, names)?;
        referrers.name(BUNDLE, REFERENCES)?;
        referrers.write()?;
    }
    let address = arguments.site.as_deref();
    let site = address.map(str::parse).transpose()?.unwrap_or_default();
    // Neither waits for the other, and each leaves a core with nothing to do at times.
    let (data, pages) = thread::scope(|scope| {
        let data = scope.spawn(|| write_data(&library, dist, &site));
        let pages = prerender::write(&library, dist, address);
        // What a thread panicked with goes on to whoever asked for it.
        let data = data.join().unwrap_or_else(|panic| resume_unwind(panic));
        (data, pages)
    });
    for line in data? {
        println!("{line}");
    }
    println!("{} pages in {}", pages?, dist.display());
    Ok(())
}

/// Writes the catalogue as data for others. A line about each sort of files.
fn write_data(library: &Library, dist: &Path, site: &Site) -> Result<Vec<String>, String> {
    let published = publish(library, site).map_err(|error| error.to_string())?;
    let write_sort = |(name, files): &(&str, Vec<File>)| {
        let files = files.iter();
        let files = files.map(|File { path, bytes }| (path.as_str(), bytes.as_slice()));
        let (count, bytes) = written(dist, files)?;
        Ok(format!("{name}: {count} files, {bytes} bytes"))
    };
    published.iter().map(write_sort).collect()
}

/// Writes what the page loads in the place of what was there: the text of a version
/// that no longer exists must not stay behind.
fn write_bundle(base: &Base, library: &Library, dist: &Path) -> Result<(), Box<dyn Error>> {
    let mut files = bundle::write(library)?;
    files.push(bundle::write_base(base)?);
    let folder = dist.join(BUNDLE);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let files = files.iter();
    let files = files.map(|file| (file.path.as_str(), file.bytes.as_slice()));
    let (count, bytes) = written(&folder, files)?;
    println!(
        "{} features from {} documents, {} samples: {count} files, {bytes} bytes",
        library.catalogue.features.len(),
        library.catalogue.documents.len(),
        library.samples.len(),
    );
    Ok(())
}

fn written<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<(usize, usize), String> {
    write(folder, files).map_err(|error| format!("{}: {error}", folder.display()))
}

/// An address as it was given, which is checked before anything is read.
fn address(text: &str) -> Result<String, publish::SiteError> {
    text.parse::<Site>().map(|_| text.to_owned())
}
