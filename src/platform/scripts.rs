//! The scripts in `assets/try`, which edit code and compress it for links. The entry points
//! are [`load`], [`pack`] and [`unpack`].

use super::parts::Location;
use python::SOURCE_LIMIT;
use query::Code;
use wasm_bindgen::prelude::*;

/// The scripts could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code editor could not be loaded; check the connection")]
pub struct MissingScripts;

/// The code in a link cannot be decompressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code in the link cannot be read; it may have been cut short")]
pub struct UnpackError;

#[wasm_bindgen]
extern "C" {
    /// The exports of `assets/try/main.ts`.
    type Scripts;

    #[wasm_bindgen(method, catch)]
    async fn pack(this: &Scripts, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn unpack(this: &Scripts, packed: &str, limit: usize) -> Result<JsValue, JsValue>;
}

/// Loads the scripts, which define the element `<code-editor>`; `attempt` counts from 0.
///
/// # Errors
///
/// If they cannot be loaded.
pub async fn load(attempt: u32) -> Result<(), MissingScripts> {
    match Location::Try.import(attempt).await {
        Ok(_) => Ok(()),
        Err(_) => Err(MissingScripts),
    }
}

/// Compresses code for a link, unless the browser does not support it or the link would not
/// become shorter.
pub async fn pack(code: &str) -> Code {
    let packed = match scripts().await {
        Ok(scripts) => scripts.pack(code).await,
        Err(error) => Err(error),
    };
    match packed.ok().and_then(|packed| packed.as_string()) {
        Some(packed) => Code::Deflated(packed),
        None => Code::Plain(code.to_owned()),
    }
}

/// The code in a link.
///
/// # Errors
///
/// If it was not compressed by [`pack`], the browser cannot decompress it, or it is longer
/// than [`SOURCE_LIMIT`].
pub async fn unpack(code: &Code) -> Result<String, UnpackError> {
    match code {
        Code::Plain(text) => Ok(text.clone()),
        Code::Deflated(packed) => {
            let scripts = scripts().await.map_err(|_| UnpackError)?;
            let text = scripts.unpack(packed, SOURCE_LIMIT).await;
            let text = text.map_err(|_| UnpackError)?;
            text.as_string().ok_or(UnpackError)
        }
    }
}

/// The scripts, which the browser loads once.
async fn scripts() -> Result<Scripts, JsValue> {
    Ok(Location::Try.import(0).await?.unchecked_into())
}
