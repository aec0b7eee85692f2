//! Runs that were recorded elsewhere, as a header tells of them. The entry point
//! is [`recording`].

use super::{Ranged, Recording, SampleError};
use terms::ReleaseNumber;

/// What a header says of runs elsewhere: nothing, or both why and on which
/// releases.
pub(super) fn recording(
    slug: &str,
    reason: Option<String>,
    mut releases: Vec<ReleaseNumber>,
) -> Result<Option<Recording>, SampleError> {
    releases.sort_unstable();
    match reason {
        None if releases.is_empty() => Ok(None),
        Some(reason) if !releases.is_empty() => Ok(Some(Recording { reason, releases })),
        _ => Err(SampleError::HalfRecording {
            slug: slug.to_owned(),
        }),
    }
}

impl Recording {
    /// Refuses what is said of series in which nothing was recorded.
    pub(super) fn backs<T>(
        &self,
        slug: &str,
        table: &'static str,
        said: &[Ranged<T>],
    ) -> Result<(), SampleError> {
        let is_backed = |entry: &Ranged<T>| {
            let mut releases = self.releases.iter();
            releases.any(|release| entry.covers(release.series))
        };
        if said.iter().all(is_backed) {
            return Ok(());
        }
        Err(SampleError::Unrecorded {
            slug: slug.to_owned(),
            table,
        })
    }
}
