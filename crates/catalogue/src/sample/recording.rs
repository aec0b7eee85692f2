//! Reads from a header what it states about recorded runs. The entry point is
//! [`recording`].

use super::Recording;
use super::reading::wrong;
use document::Diagnostic;
use terms::{Ranged, ReleaseNumber};

/// The recording in a header, which needs both a reason and releases.
pub(super) fn recording(
    file: &str,
    reason: Option<String>,
    mut releases: Vec<ReleaseNumber>,
) -> Result<Option<Recording>, Diagnostic> {
    releases.sort_unstable();
    match reason {
        None if releases.is_empty() => Ok(None),
        Some(reason) if !releases.is_empty() => Ok(Some(Recording { reason, releases })),
        reason => {
            let given = reason.map_or("# recorded", |_| "# browser");
            let message = "`browser` and `recorded` belong together";
            let help = "say why no browser can run it, and which releases its output is from";
            Err(wrong(file, given, message, help))
        }
    }
}

impl Recording {
    /// Rejects ranges of series in which nothing was recorded.
    pub(super) fn backs<T>(
        &self,
        file: &str,
        table: &'static str,
        said: &[Ranged<T>],
    ) -> Result<(), Diagnostic> {
        let is_backed = |entry: &Ranged<T>| {
            let mut releases = self.releases.iter();
            releases.any(|release| entry.versions.covers(release.series))
        };
        if said.iter().all(is_backed) {
            return Ok(());
        }
        let message = format!("[{table}] has a range in which nothing was recorded");
        let help = "add a release of it to `recorded`, or leave the range out";
        Err(wrong(file, &format!("[{table}]"), message, help))
    }
}
