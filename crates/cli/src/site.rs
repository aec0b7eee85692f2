//! `whatsnew site`: all that a site has of the documents. The entry point is
//! [`run`].

use super::output::{Chosen, fail, write};
use catalogue::own::Base;
use catalogue::{Library, bundle};
use naming::Referrers;
use publish::{File, Site, publish};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write all that a site has of the documents: what the page loads, the catalogue as
/// data, and the pages as HTML
#[derive(clap::Args)]
pub struct Arguments {
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
pub fn run(arguments: &Arguments) -> ExitCode {
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
    let site = address.map(str::parse::<Site>).transpose()?;
    for (name, files) in publish(&library, &site.unwrap_or_default())? {
        let files = files.iter();
        let files = files.map(|File { path, bytes }| (path.as_str(), bytes.as_slice()));
        let (count, bytes) = written(dist, files)?;
        println!("{name}: {count} files, {bytes} bytes");
    }
    let pages = prerender::write(&library, dist, address)?;
    println!("{pages} pages in {}", dist.display());
    Ok(())
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
