//! Content-hashed names for the folders of a built site. The entry point is
//! [`Referrers::rename_by_content`].
//!
//! A page must never load a bundle of another build, which would happen if a static
//! host or a browser cached an older one under the same name. Native only.

use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher24;

/// The files of a site that refer to its folders and keep their own names.
pub struct Referrers {
    dist: PathBuf,
    /// Each file's name and text.
    files: Vec<(String, String)>,
}

impl Referrers {
    /// Loads the files with these names from the site in `dist`.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn load<'a>(dist: &Path, names: impl IntoIterator<Item = &'a str>) -> io::Result<Self> {
        let load = |name: &str| {
            let text =
                fs::read_to_string(dist.join(name)).map_err(|error| with_name(name, &error))?;
            Ok((name.to_owned(), text))
        };
        Ok(Self {
            dist: dist.to_path_buf(),
            files: names.into_iter().map(load).collect::<io::Result<_>>()?,
        })
    }

    /// Appends a digest of its content to the name of the folder `part`. Each pair in
    /// `references` is a text to replace in the files, and the path below the renamed
    /// folder to replace it with. The files are changed in memory only; call
    /// [`Self::write`] afterwards.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read or renamed, or if no file contains a reference.
    pub fn rename_by_content(&mut self, part: &str, references: &[(&str, &str)]) -> io::Result<()> {
        let folder = self.dist.join(part);
        let name = format!("{part}-{:016x}", digest(&folder)?);
        for (reference, rest) in references {
            if !self.files.iter().any(|(_, text)| text.contains(reference)) {
                let files: Vec<_> = self.files.iter().map(|(name, _)| name.as_str()).collect();
                return Err(io::Error::other(format!(
                    "no file refers to {reference}; looked in {}",
                    files.join(", ")
                )));
            }
            for (_, text) in &mut self.files {
                *text = text.replace(reference, &format!("./{name}/{rest}"));
            }
        }
        fs::rename(folder, self.dist.join(name)).map_err(|error| with_name(part, &error))
    }

    /// Writes the files, which now refer to the renamed folders.
    ///
    /// # Errors
    ///
    /// If a file cannot be written.
    pub fn write(&self) -> io::Result<()> {
        self.files.iter().try_for_each(|(name, text)| {
            fs::write(self.dist.join(name), text).map_err(|error| with_name(name, &error))
        })
    }
}

/// A digest of the names and contents of the files in a folder: SipHash-2-4 with the
/// key 0. It depends neither on the machine nor on the version of Rust. It is not
/// cryptographic; it only has to differ when the content does.
///
/// Entries are hashed in the order of their names. Each contributes its name, a zero
/// byte, and either the length and content of the file or the digest of the folder.
/// Numbers are 64 bits in little-endian order.
fn digest(folder: &Path) -> io::Result<u64> {
    let mut entries = fs::read_dir(folder)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .map_err(|error| with_name(&folder.display().to_string(), &error))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut hasher = SipHasher24::new();
    for entry in entries {
        hasher.write(entry.file_name().as_encoded_bytes());
        hasher.write(&[0]);
        if entry.file_type()?.is_dir() {
            hasher.write(&digest(&entry.path())?.to_le_bytes());
        } else {
            let content = fs::read(entry.path())?;
            hasher.write(&(content.len() as u64).to_le_bytes());
            hasher.write(&content);
        }
    }
    Ok(hasher.finish())
}

/// Puts the name of the file in front of the error's message.
fn with_name(file: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{file}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site in a temporary folder, which is removed on drop.
    struct Dist(PathBuf);

    impl Dist {
        fn new(name: &str, bundle: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("naming-{name}-{}", std::process::id()));
            // Left behind by a run that failed.
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(folder.join("bundle/texts")).expect("a temporary folder");
            fs::write(folder.join("bundle/texts/3.14.bin"), bundle).expect("a file");
            fs::write(folder.join("page"), "<a href=\"./bundle/\"> ./style.css").expect("a file");
            Self(folder)
        }

        /// Renames the bundle; the text of the page afterwards.
        fn page_after_renaming(&self) -> String {
            let mut referrers = Referrers::load(&self.0, ["page"]).expect("a page");
            referrers
                .rename_by_content("bundle", &[("./bundle/", "")])
                .expect("a renamed bundle");
            referrers.write().expect("a writable page");
            fs::read_to_string(self.0.join("page")).expect("the page")
        }
    }

    impl Drop for Dist {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn references_lead_to_the_renamed_folder() {
        let dist = Dist::new("there", "one");
        let page = dist.page_after_renaming();
        let bundle = page.split('"').nth(1).expect("a reference");
        assert!(dist.0.join(bundle).join("texts/3.14.bin").is_file());
        assert!(page.ends_with(" ./style.css"), "{page}");
    }

    #[test]
    fn different_content_gets_a_different_name() {
        let [one, two] = [("first", "one"), ("second", "two")]
            .map(|(name, bundle)| Dist::new(name, bundle).page_after_renaming());
        assert_ne!(one, two);
    }

    #[test]
    fn the_digest_is_stable() {
        let dist = Dist::new("digest", "one");
        let digest = digest(&dist.0.join("bundle")).expect("a folder");
        assert_eq!(format!("{digest:016x}"), "5db5eadeb4cebebd");
    }

    #[test]
    fn a_folder_without_references_is_not_renamed() {
        let dist = Dist::new("unmentioned", "one");
        let mut referrers = Referrers::load(&dist.0, ["page"]).expect("a page");
        let error = referrers
            .rename_by_content("bundle", &[("./try.js", "try.js")])
            .expect_err("no reference");
        assert_eq!(
            error.to_string(),
            "no file refers to ./try.js; looked in page"
        );
        assert!(dist.0.join("bundle").is_dir());
    }
}
