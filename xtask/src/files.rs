//! Files of the built site. [`copy_folder`] and [`copy_folder_where`]
//! are the entry points.

use std::fs;
use std::io;
use std::path::Path;

/// Copies a folder with all that is in it.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    copy_folder_where(from, to, &|_| true)
}

/// Copies of a folder what is `wanted`, which is asked of each file and folder by
/// its path in `from`. A folder that is not wanted is left out with all in it.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn copy_folder_where(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) -> io::Result<()> {
    copy_below(from, Path::new(""), to, wanted)
}

/// Copies what is at `place` of a folder.
fn copy_below(
    from: &Path,
    place: &Path,
    to: &Path,
    wanted: &dyn Fn(&Path) -> bool,
) -> io::Result<()> {
    fs::create_dir_all(to.join(place))?;
    for entry in fs::read_dir(from.join(place))? {
        let entry = entry?;
        let place = place.join(entry.file_name());
        if !wanted(&place) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_below(from, &place, to, wanted)?;
        } else {
            fs::copy(entry.path(), to.join(place))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_wanted_is_left_out_with_all_that_is_in_it() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("copied-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        for file in ["a/b/one", "a/two", "c/three"] {
            let file = from.join(file);
            fs::create_dir_all(file.parent().unwrap_or(&from))?;
            fs::write(file, "text")?;
        }
        copy_folder_where(&from, &to, &|place| place != Path::new("a/b"))?;
        assert_eq!(fs::read_to_string(to.join("a/two"))?, "text");
        assert!(to.join("c/three").is_file());
        assert!(!to.join("a/b").exists());
        fs::remove_dir_all(folder)
    }
}
