//! Which files have changed. [`Watch::changed`] is the entry point. It looks at all of
//! them several times in a second, which takes some milliseconds and works on every
//! system and in every kind of folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// When a file was changed last, and its size.
type State = (Option<SystemTime>, u64);

/// The state of the files that are looked at.
pub struct Watch {
    root: PathBuf,
    places: &'static [&'static str],
    files: BTreeMap<PathBuf, State>,
}

impl Watch {
    /// Looks at files and folders in `root`.
    pub fn new(root: &Path, places: &'static [&'static str]) -> Self {
        let mut watch = Self {
            root: root.to_path_buf(),
            places,
            files: BTreeMap::new(),
        };
        watch.changed();
        watch
    }

    /// The files that are new, changed or gone since this was last called, as paths in
    /// the root.
    pub fn changed(&mut self) -> Vec<PathBuf> {
        let mut files = BTreeMap::new();
        for place in self.places {
            // What cannot be read has just gone, or is seen the next time.
            let _ = look(&self.root, Path::new(place), &mut files);
        }
        let is_other = |path: &&PathBuf| files.get(*path) != self.files.get(*path);
        let mut changed: Vec<PathBuf> = files.keys().filter(is_other).cloned().collect();
        let gone = self.files.keys().filter(|path| !files.contains_key(*path));
        changed.extend(gone.cloned());
        self.files = files;
        changed
    }
}

fn look(root: &Path, path: &Path, files: &mut BTreeMap<PathBuf, State>) -> io::Result<()> {
    let data = fs::metadata(root.join(path))?;
    if !data.is_dir() {
        files.insert(path.to_path_buf(), (data.modified().ok(), data.len()));
        return Ok(());
    }
    for entry in fs::read_dir(root.join(path))? {
        let name = entry?.file_name();
        let shown = name.to_string_lossy();
        // What editors leave beside a file while it is open.
        if !shown.starts_with(['.', '#']) && !shown.ends_with('~') {
            let _ = look(root, &path.join(name), files);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_changed_or_gone_is_told_once() -> io::Result<()> {
        let root = std::env::temp_dir().join(format!("watched-{}", std::process::id()));
        // What a failed run left behind.
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("src/inner"))?;
        for (file, text) in [
            ("src/a", "1"),
            ("src/inner/b", "1"),
            ("alone", "1"),
            ("other", "1"),
        ] {
            fs::write(root.join(file), text)?;
        }
        let mut watch = Watch::new(&root, &["src", "alone", "missing"]);
        assert_eq!(watch.changed(), [""; 0].map(PathBuf::from));
        fs::write(root.join("src/a"), "22")?;
        fs::write(root.join("src/c"), "1")?;
        fs::write(root.join("src/.a.swp"), "1")?;
        fs::write(root.join("other"), "22")?;
        fs::remove_file(root.join("src/inner/b"))?;
        fs::remove_file(root.join("alone"))?;
        let expected = ["src/a", "src/c", "alone", "src/inner/b"].map(PathBuf::from);
        assert_eq!(watch.changed(), expected);
        assert_eq!(watch.changed(), [""; 0].map(PathBuf::from));
        fs::remove_dir_all(root)
    }
}
