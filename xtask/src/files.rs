//! Copies and empties folders. [`copy_folder`], [`copy_folder_where`] and [`recreate_folder`]
//! are the entry points.

use std::fs;
use std::io;
use std::path::Path;

/// Copies a folder recursively.
///
/// # Errors
///
/// If a file or folder cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    copy_folder_where(from, to, &|_| true)
}

/// Copies the files and folders for which `filter` returns true. It is called with paths
/// relative to `from`; a folder for which it returns false is skipped with its content.
///
/// # Errors
///
/// If a file or folder cannot be read or written.
pub fn copy_folder_where(from: &Path, to: &Path, filter: &dyn Fn(&Path) -> bool) -> io::Result<()> {
    copy_below(from, Path::new(""), to, filter)
}

/// Creates an empty folder. If it exists, it is removed with its content first.
///
/// # Errors
///
/// If the folder cannot be removed or created.
pub fn recreate_folder(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

/// Copies the content of the folder at the relative path `folder`.
fn copy_below(
    from: &Path,
    folder: &Path,
    to: &Path,
    filter: &dyn Fn(&Path) -> bool,
) -> io::Result<()> {
    fs::create_dir_all(to.join(folder))?;
    for entry in fs::read_dir(from.join(folder))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if !filter(&path) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_below(from, &path, to, filter)?;
        } else {
            fs::copy(entry.path(), to.join(path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filtered_folders_are_skipped_with_their_content() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("copied-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        for file in ["a/b/one", "a/two", "c/three"] {
            let file = from.join(file);
            fs::create_dir_all(file.parent().unwrap_or(&from))?;
            fs::write(file, "text")?;
        }
        copy_folder_where(&from, &to, &|path| path != Path::new("a/b"))?;
        assert_eq!(fs::read_to_string(to.join("a/two"))?, "text");
        assert!(to.join("c/three").is_file());
        assert!(!to.join("a/b").exists());
        fs::remove_dir_all(folder)
    }
}
