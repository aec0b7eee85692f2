//! Runtimes kept for offline. [`keep`] is the entry point.

use super::Failure;
use super::host;
use crate::terms::Series;

/// The room that the browser gives to this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Bytes that the site takes, as the browser estimates them.
    pub taken: u64,
    /// Bytes that are left, as the browser estimates them.
    pub left: u64,
}

/// A runtime kept for offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    pub series: Series,
    /// The length of its files in bytes.
    pub bytes: u64,
}

/// Keeps the runtime of a series, so that it loads without a connection.
/// `progress` is told the bytes that are here and how many there will be.
///
/// # Errors
/// Where the runtime cannot be loaded or the browser stores nothing.
pub async fn keep(series: Series, progress: impl Fn(u64, u64) + 'static) -> Result<(), Failure> {
    host::keep(series, progress).await
}

/// The runtimes that are kept whole.
///
/// # Errors
/// Where the browser stores nothing.
pub async fn kept() -> Result<Vec<Kept>, Failure> {
    host::kept().await
}

/// Removes what is kept of a series.
///
/// # Errors
/// Where the browser stores nothing.
pub async fn forget(series: Series) -> Result<(), Failure> {
    host::forget(series).await
}

/// What the site takes and what is left; nothing where the browser does not say.
pub async fn space() -> Option<Space> {
    host::space().await
}
