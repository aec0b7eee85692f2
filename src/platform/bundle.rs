//! Loads parts of the bundle. The entry point is [`load`].

use super::parts::bundle_file;
use catalogue::bundle::{self, BundleError, Part};
use gloo::events::EventListener;
use gloo::net::http::Request;
use gloo::utils::window;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Why a part of the bundle cannot be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// This copy of the site does not have the part, such as the explorer in one file.
    #[error("not included in this copy of the explorer")]
    LeftOut,
    /// The server did not answer.
    #[error("the data could not be fetched; check the connection and try again")]
    Unreachable,
    /// The server answered with an error.
    #[error("the server answered {status} for the data (`{path}`)")]
    Status {
        /// The HTTP status.
        status: u16,
        /// The path of the part in the bundle.
        path: String,
    },
    /// The answer is not this part of the bundle.
    #[error("the data cannot be read: {0}")]
    Unreadable(#[from] BundleError),
}

/// Fetches a part and decodes it.
///
/// # Errors
///
/// If it cannot be fetched, or the answer is not this part.
pub async fn load<T: DeserializeOwned>(part: &Part<T>) -> Result<T, LoadError> {
    let bytes = fetch(part.path.clone()).await?;
    Ok(bundle::read(part, &bytes)?)
}

#[wasm_bindgen]
extern "C" {
    /// A part that was made in the browser and includes the reader's own documents. Defined
    /// in `assets/boot/pending.ts`.
    #[wasm_bindgen(catch, js_name = ownPart)]
    fn own_part(path: &str) -> Result<Option<Vec<u8>>, JsValue>;
}

/// Calls back whenever the parts that are made in the browser, and so the catalogue, have
/// changed.
pub fn on_change(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "ownparts", move |_| callback())
}

/// Fetches the file of a part, unless there is one made in the browser. This is not generic,
/// so that it is compiled once for all parts.
///
/// # Errors
///
/// If it cannot be fetched.
pub async fn fetch(path: String) -> Result<Vec<u8>, LoadError> {
    let made = || own_part(&path).ok().flatten();
    if let Some(bytes) = made() {
        return Ok(bytes);
    }
    let url = bundle_file(&path).ok_or(LoadError::LeftOut)?;
    let response = Request::get(&url)
        .send()
        .await
        .map_err(|_| LoadError::Unreachable)?;
    if !response.ok() {
        let status = response.status();
        let path = url;
        return Err(LoadError::Status { status, path });
    }
    let bytes = response.binary().await;
    // The part may have been made in the browser meanwhile.
    made().map_or_else(|| bytes.map_err(|_| LoadError::Unreachable), Ok)
}
