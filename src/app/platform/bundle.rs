//! Loads parts of the bundle. The entry point is [`load`].

use super::parts::bundle_file;
use crate::catalogue::bundle::{self, BundleError, Part};
use gloo::net::http::Request;
use serde::de::DeserializeOwned;

/// Why a part of the bundle is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    #[error("the data could not be fetched; check the connection and try again")]
    Unreachable,
    #[error("the server answered {status} for the data (`{path}`)")]
    Status { status: u16, path: String },
    #[error("the data cannot be read: {0}")]
    Unreadable(#[from] BundleError),
}

/// Fetches one part and decodes it.
///
/// # Errors
/// Where it cannot be fetched, or what arrives is not that part.
pub async fn load<T: DeserializeOwned>(part: &Part<T>) -> Result<T, LoadError> {
    let bytes = fetch(part.path.clone()).await?;
    Ok(bundle::read(part, &bytes)?)
}

/// Fetches the file of a part. What is the same for all parts is here, so that
/// it is in the page once.
///
/// # Errors
/// Where it cannot be fetched.
pub async fn fetch(path: String) -> Result<Vec<u8>, LoadError> {
    let path = bundle_file(&path);
    let response = Request::get(&path)
        .send()
        .await
        .map_err(|_| LoadError::Unreachable)?;
    if !response.ok() {
        let status = response.status();
        return Err(LoadError::Status { status, path });
    }
    let bytes = response.binary().await;
    bytes.map_err(|_| LoadError::Unreachable)
}
