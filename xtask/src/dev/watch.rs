//! Finds changed files. [`Watch::changed`] is the entry point. It is meant to be called
//! several times a second: polling takes some milliseconds, and works on all operating and
//! file systems.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The time of a file's last modification and its length in bytes.
type State = (Option<SystemTime>, u64);

/// The last known state of the watched files.
pub struct Watch {
    root: PathBuf,
    paths: &'static [&'static str],
    files: BTreeMap<PathBuf, State>,
}

impl Watch {
    /// Watches files and folders, given as paths relative to `root`.
    pub fn new(root: &Path, paths: &'static [&'static str]) -> Self {
        let mut watch = Self {
            root: root.to_path_buf(),
            paths,
            files: BTreeMap::new(),
        };
        watch.changed();
        watch
    }

    /// The files that were created, modified or deleted since the last call, as paths
    /// relative to the root.
    pub fn changed(&mut self) -> Vec<PathBuf> {
        let mut files = BTreeMap::new();
        for path in self.paths {
            // A file that cannot be read was just deleted, or is found by the next call.
            let _ = collect(&self.root, Path::new(path), &mut files);
        }
        let has_changed = |path: &&PathBuf| files.get(*path) != self.files.get(*path);
        let mut changed: Vec<PathBuf> = files.keys().filter(has_changed).cloned().collect();
        let deleted = self.files.keys().filter(|path| !files.contains_key(*path));
        changed.extend(deleted.cloned());
        self.files = files;
        changed
    }
}

/// Adds the state of a file, or of all files in a folder.
fn collect(root: &Path, path: &Path, files: &mut BTreeMap<PathBuf, State>) -> io::Result<()> {
    let data = fs::metadata(root.join(path))?;
    if !data.is_dir() {
        files.insert(path.to_path_buf(), (data.modified().ok(), data.len()));
        return Ok(());
    }
    for entry in fs::read_dir(root.join(path))? {
        let name = entry?.file_name();
        let shown = name.to_string_lossy();
        // Ignore the temporary files of editors.
        if !shown.starts_with(['.', '#']) && !shown.ends_with('~') {
            let _ = collect(root, &path.join(name), files);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn created_modified_and_deleted_files_are_returned_once() -> io::Result<()> {
        let root = std::env::temp_dir().join(format!("watched-{}", std::process::id()));
        // Left behind by a run that failed.
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
