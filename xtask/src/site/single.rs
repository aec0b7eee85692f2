//! The whole explorer in one file of the site, `whats-new.html`, to be opened from a
//! disk as well as from a host. [`pack`] is the entry point;
//! `assets/offline/unpack.ts` is what starts it in the browser.

use std::path::Path;

use super::node;
use crate::project::Project;
use crate::step::{StepError, note};

/// Packs the built site and prints the size of the file in bytes.
const PACK: &str = include_str!("single.mjs");

/// The file's name in the built site.
const NAME: &str = "whats-new.html";

/// The maximum size of the file in bytes.
const MAX_BYTES: u64 = 2_800_000;

/// Packs everything of the site in `dist` but the runtimes into one file.
pub fn pack(project: &Project, dist: &Path) -> Result<(), StepError> {
    let arguments = [project.root().to_owned(), dist.to_owned(), dist.join(NAME)];
    let output = node::output_of(project, PACK, &arguments)?;
    let bytes = output.parse().map_err(|_| {
        StepError::new(
            format!("xtask/src/site/single.mjs printed {output:?} instead of a number."),
            "Correct the script.",
        )
    })?;
    check_size(bytes)?;
    note(format!("{NAME} has {bytes} of at most {MAX_BYTES} bytes"));
    Ok(())
}

fn check_size(bytes: u64) -> Result<(), StepError> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    Err(StepError::new(
        format!("{NAME} has {bytes} bytes; at most {MAX_BYTES} are allowed."),
        "Make a part of it smaller, or leave one out in xtask/src/site/single.mjs.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_an_error() {
        assert!(check_size(MAX_BYTES).is_ok());
        let error = check_size(MAX_BYTES + 1).expect_err("one byte too many");
        let size = format!("{} bytes", MAX_BYTES + 1);
        assert!(error.to_string().contains(&size), "{error}");
    }
}
