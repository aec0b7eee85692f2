//! Names by content for the folders of a built site. [`Referrers::name`] is the entry
//! point.
//!
//! A page and a bundle of two different builds must never meet, as they would
//! where a static host or a browser still has the older one of the two under
//! the same name. Native only.

use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use siphasher::sip::SipHasher24;

/// The files of a site that refer to its parts and keep their own names.
pub struct Referrers {
    dist: PathBuf,
    /// Each file's name and text.
    files: Vec<(String, String)>,
}

impl Referrers {
    /// Reads the files with these names in the site in `dist`.
    ///
    /// # Errors
    ///
    /// When a file cannot be read.
    pub fn read<'a>(dist: &Path, names: impl IntoIterator<Item = &'a str>) -> io::Result<Self> {
        let read = |name: &str| {
            let text = fs::read_to_string(dist.join(name)).map_err(|error| of(name, &error))?;
            Ok((name.to_owned(), text))
        };
        Ok(Self {
            dist: dist.to_path_buf(),
            files: names.into_iter().map(read).collect::<io::Result<_>>()?,
        })
    }

    /// Gives the folder `part` of the site a name by its content. Each reference is
    /// how the files refer to something in it, and what follows the new name there.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read or renamed, or no file refers to it.
    pub fn name(&mut self, part: &str, references: &[(&str, &str)]) -> io::Result<()> {
        let folder = self.dist.join(part);
        let name = format!("{part}-{:016x}", digest(&folder)?);
        for (reference, rest) in references {
            if !self.files.iter().any(|(_, text)| text.contains(reference)) {
                let files: Vec<_> = self.files.iter().map(|(name, _)| name.as_str()).collect();
                return Err(io::Error::other(format!(
                    "{reference} is mentioned by none of {}",
                    files.join(", ")
                )));
            }
            for (_, text) in &mut self.files {
                *text = text.replace(reference, &format!("./{name}/{rest}"));
            }
        }
        fs::rename(folder, self.dist.join(name)).map_err(|error| of(part, &error))
    }

    /// Writes the files with the new names in them.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn write(&self) -> io::Result<()> {
        self.files.iter().try_for_each(|(name, text)| {
            fs::write(self.dist.join(name), text).map_err(|error| of(name, &error))
        })
    }
}

/// A digest over the names and contents of the files in a folder. It need
/// not resist anyone; it need only differ when the content does, and be the same
/// for the same content on every machine and with every Rust. It is SipHash-2-4 with
/// the key 0. For each file or folder, by name, it takes the name, a zero byte and
/// then the length and the content, or the digest of the folder, the numbers as 64
/// bits in little-endian order.
fn digest(folder: &Path) -> io::Result<u64> {
    let mut entries = fs::read_dir(folder)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .map_err(|error| of(&folder.display().to_string(), &error))?;
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

/// An error that says which file it is about.
fn of(file: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{file}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site in a folder of its own, gone when it is dropped.
    struct Dist(PathBuf);

    impl Dist {
        fn new(name: &str, bundle: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("naming-{name}-{}", std::process::id()));
            // What a failed run left behind.
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(folder.join("bundle/texts")).expect("a temporary folder");
            fs::write(folder.join("bundle/texts/3.14.bin"), bundle).expect("a file");
            fs::write(folder.join("page"), "<a href=\"./bundle/\"> ./style.css").expect("a file");
            Self(folder)
        }

        fn named(&self) -> String {
            let mut referrers = Referrers::read(&self.0, ["page"]).expect("a page");
            referrers
                .name("bundle", &[("./bundle/", "")])
                .expect("a name");
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
    fn what_a_file_refers_to_is_there() {
        let dist = Dist::new("there", "one");
        let page = dist.named();
        let bundle = page.split('"').nth(1).expect("a reference");
        assert!(dist.0.join(bundle).join("texts/3.14.bin").is_file());
        assert!(page.ends_with(" ./style.css"), "{page}");
    }

    #[test]
    fn another_content_has_another_name() {
        let [one, two] = [("first", "one"), ("second", "two")]
            .map(|(name, bundle)| Dist::new(name, bundle).named());
        assert_ne!(one, two);
    }

    #[test]
    fn the_digest_of_a_content_is_always_the_same() {
        let dist = Dist::new("digest", "one");
        let digest = digest(&dist.0.join("bundle")).expect("a folder");
        assert_eq!(format!("{digest:016x}"), "5db5eadeb4cebebd");
    }

    #[test]
    fn a_part_that_nothing_refers_to_is_refused_before_it_is_renamed() {
        let dist = Dist::new("unmentioned", "one");
        let mut referrers = Referrers::read(&dist.0, ["page"]).expect("a page");
        let error = referrers
            .name("bundle", &[("./try.js", "try.js")])
            .expect_err("no reference");
        assert_eq!(error.to_string(), "./try.js is mentioned by none of page");
        assert!(dist.0.join("bundle").is_dir());
    }
}
