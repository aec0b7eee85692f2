//! The scripts of `assets/try`, which edit code and compress it for links. The entry
//! points are [`load`], [`pack`] and [`unpack`].

use super::parts::Location;
use python::SOURCE_LIMIT;
use query::Code;
use wasm_bindgen::prelude::*;

/// The scripts are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what edits code could not be loaded; check the connection")]
pub struct MissingScripts;

/// What a link holds is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code in the link cannot be read; it may have been cut short")]
pub struct UnpackError;

#[wasm_bindgen]
extern "C" {
    /// What `assets/try/main.ts` exports.
    type Scripts;

    #[wasm_bindgen(method, catch)]
    async fn pack(this: &Scripts, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn unpack(this: &Scripts, packed: &str, limit: usize) -> Result<JsValue, JsValue>;
}

/// Loads the scripts, which make the element `<code-editor>` known; `attempt` counts
/// from 0.
///
/// # Errors
/// Where they cannot be loaded.
pub async fn load(attempt: u32) -> Result<(), MissingScripts> {
    match Location::Try.import(attempt).await {
        Ok(_) => Ok(()),
        Err(_) => Err(MissingScripts),
    }
}

/// Compresses a code for a link; where the browser does not, or it would make
/// the link no shorter, it is left as it is.
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

/// The code that a link holds.
///
/// # Errors
/// Where it was not written by [`pack`], the browser cannot decompress, or it
/// is longer than [`SOURCE_LIMIT`].
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

/// The browser loads them once.
async fn scripts() -> Result<Scripts, JsValue> {
    Ok(Location::Try.import(0).await?.unchecked_into())
}
