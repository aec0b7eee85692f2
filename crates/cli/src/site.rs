//! `whatsnew site`: writes everything in a site that is made from documents. The entry
//! point is [`run`].

use super::bundle::bundle_files;
use super::output::{Loaded, Sources, fail, write};
use ::api::Table;
use catalogue::Library;
use naming::Referrers;
use publish::{File, Site, publish};
use std::collections::HashSet;
use std::error::Error;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::{fs, io};

/// Write everything in a site that is made from documents: the bundle that the page
/// loads, the catalogue as data, and the pages as HTML
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    sources: Sources,
    /// The site's folder; its index.html is the template of every page
    #[arg(long, default_value = "dist", value_name = "DIR")]
    dist: PathBuf,
    /// The address that the site will have; without it, links are relative
    #[arg(long, value_name = "URL")]
    site: Option<Site>,
    /// A file of the site that refers to the bundle; the bundle's folder is then named by
    /// its content, and the references are updated. May be given several times
    #[arg(long = "name-in", value_name = "FILE")]
    referrers: Vec<String>,
}

/// The folder of the bundle in the site, and the references to it.
const BUNDLE: &str = "bundle";
const REFERENCES: &[(&str, &str)] = &[("./bundle/", "")];

/// Writes everything and prints the number and size of the files.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match write_site(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(error),
    }
}

/// Loads the documents before anything is written, so that the site is unchanged if one
/// of them has an error. The pages come last because their template refers to the bundle.
fn write_site(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let loaded = arguments.sources.load()?;
    let dist = &arguments.dist;
    let files = bundle_files(&loaded)?;
    let Loaded { library, table, .. } = loaded;
    write_bundle(&library, &files, dist)?;
    if !arguments.referrers.is_empty() {
        let names = arguments.referrers.iter().map(String::as_str);
        let mut referrers = Referrers::load(dist, names)?;
        referrers.rename_by_content(BUNDLE, REFERENCES)?;
        referrers.write()?;
    }
    let site = arguments.site.clone().unwrap_or_default();
    // The two are independent, and neither keeps all cores busy.
    let (data, pages) = thread::scope(|scope| {
        let data = scope.spawn(|| write_data(&library, table.as_ref(), dist, &site));
        let pages = prerender::write(&library, table.as_ref(), dist, &site);
        let data = data.join().unwrap_or_else(|panic| resume_unwind(panic));
        (data, pages)
    });
    for line in data? {
        println!("{line}");
    }
    println!("{} pages in {}", pages?, dist.display());
    Ok(())
}

/// Writes the catalogue as data for other programs. Returns a line to print for each
/// format.
fn write_data(
    library: &Library,
    table: Option<&Table>,
    dist: &Path,
    site: &Site,
) -> Result<Vec<String>, String> {
    let published = publish(library, table, site).map_err(|error| error.to_string())?;
    let write_format = |(name, files): &(&str, Vec<File>)| {
        let files = files.iter();
        let files = files.map(|File { path, bytes }| (path.as_str(), bytes.as_slice()));
        let (count, bytes) = write_below(dist, files)?;
        Ok(format!("{name}: {count} files, {bytes} bytes"))
    };
    published.iter().map(write_format).collect()
}

/// Replaces the bundle. Parts of earlier bundles that it does not have are removed last, so
/// that a page which is loading finds its own.
fn write_bundle(
    library: &Library,
    files: &[catalogue::bundle::File],
    dist: &Path,
) -> Result<(), Box<dyn Error>> {
    let folder = dist.join(BUNDLE);
    let parts = files.iter();
    let parts = parts.map(|file| (file.path.as_str(), file.bytes.as_slice()));
    let (count, bytes) = write_below(&folder, parts)?;
    let written: HashSet<&Path> = files.iter().map(|file| Path::new(&file.path)).collect();
    remove_others(&folder, &written).map_err(|error| format!("{}: {error}", folder.display()))?;
    println!(
        "{} features from {} documents, {} samples: {count} files, {bytes} bytes",
        library.catalogue.features.len(),
        library.catalogue.documents.len(),
        library.samples.len(),
    );
    Ok(())
}

/// Removes the files in a folder of files that are not among `kept`.
fn remove_others(folder: &Path, kept: &HashSet<&Path>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !kept.contains(Path::new(&entry.file_name())) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// As [`write`], with the folder in the error message.
fn write_below<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<(usize, usize), String> {
    write(folder, files).map_err(|error| format!("{}: {error}", folder.display()))
}
