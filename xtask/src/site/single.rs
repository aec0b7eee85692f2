//! The whole explorer in one file of the site, `whats-new.html`, to be opened from a
//! disk as well as from a host. [`pack`] is the entry point;
//! `assets/offline/unpack.ts` is what starts it in the browser.

use std::path::Path;

use super::{node, split};
use crate::project::Project;
use crate::step::{StepError, note};

/// Packs the built site, and prints how many bytes that takes.
const PACK: &str = include_str!("single.mjs");

/// The file's name in the built site.
const NAME: &str = "whats-new.html";

/// Most bytes that the file may have.
const LARGEST: u64 = 2_000_000;

/// Packs everything of the site in `dist` but the runtimes into one file.
pub fn pack(project: &Project, dist: &Path) -> Result<(), StepError> {
    let arguments = [
        project.root().to_owned(),
        dist.to_owned(),
        split::whole(project),
        dist.join(NAME),
    ];
    let printed = node::print(project, PACK, &arguments)?;
    let bytes = printed.parse().map_err(|_| {
        StepError::new(
            format!("What packs the site printed {printed:?}, which is no number."),
            "Correct xtask/src/site/single.mjs.",
        )
    })?;
    check(bytes)?;
    note(format!("{NAME} has {bytes} of at most {LARGEST} bytes"));
    Ok(())
}

fn check(bytes: u64) -> Result<(), StepError> {
    if bytes <= LARGEST {
        return Ok(());
    }
    Err(StepError::new(
        format!("{NAME} has {bytes} bytes, and may have {LARGEST}."),
        "Leave a part out of it in xtask/src/site/single.mjs, or make one smaller.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_refused() {
        assert!(check(LARGEST).is_ok());
        let error = check(LARGEST + 1).expect_err("one byte too many");
        assert!(error.to_string().contains("2000001 bytes"), "{error}");
    }
}
