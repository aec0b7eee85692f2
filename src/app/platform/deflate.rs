//! Code in a link: compressed by the browser, which costs the page no code of
//! its own. The entry points are [`pack`] and [`unpack`].

use crate::python::SOURCE_LIMIT;
use crate::query::Code;
use gloo::utils::window;
use js_sys::{JsString, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, Response};

/// What a link holds is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code in the link cannot be read; it may have been cut short")]
pub struct UnpackError;

// Not all browsers have them, and web-sys does not count them as settled.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// RFC 1951, without the wrapping of gzip or zlib.
const FORMAT: &str = "deflate-raw";

/// Compresses a code for a link; where the browser does not, or it would make
/// the link no shorter, it is left as it is.
pub async fn pack(code: &str) -> Code {
    match deflate(code).await {
        Ok(packed) if packed.len() < code.len() => Code::Deflated(packed),
        _ => Code::Plain(code.to_owned()),
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
        Code::Deflated(packed) => inflate(packed).await.map_err(|_| UnpackError),
    }
}

async fn deflate(code: &str) -> Result<String, JsValue> {
    let through = CompressionStream::new(FORMAT)?;
    let body = Response::new_with_opt_str(Some(code))?.body();
    let bytes = read(piped(body, &through)?).await?;
    let binary: String = bytes.into_iter().map(char::from).collect();
    let base64 = window().btoa(&binary)?;
    let packed = base64.replace('+', "-").replace('/', "_");
    Ok(packed.trim_end_matches('=').to_owned())
}

async fn inflate(packed: &str) -> Result<String, JsValue> {
    let base64 = packed.replace('-', "+").replace('_', "/");
    let binary = window().atob(&base64)?;
    // Every character stands for the byte of its number.
    let bytes: Vec<u8> = binary.chars().map(|byte| byte as u8).collect();
    let through = DecompressionStream::new(FORMAT)?;
    let array = Uint8Array::from(bytes.as_slice());
    let body = Response::new_with_opt_buffer_source(Some(&array))?.body();
    let text = read(piped(body, &through)?).await?;
    String::from_utf8(text).map_err(|_| JsValue::NULL)
}

fn piped(body: Option<ReadableStream>, through: &JsValue) -> Result<ReadableStream, JsValue> {
    let body = body.ok_or(JsValue::NULL)?;
    Ok(body.pipe_through(through.unchecked_ref()))
}

/// Reads a stream to its end, or until there is more than any code may have: a
/// short link can hold a text of a gigabyte.
async fn read(stream: ReadableStream) -> Result<Vec<u8>, JsValue> {
    let reader = ReadableStreamDefaultReader::new(&stream)?;
    let (value, done) = (JsString::from("value"), JsString::from("done"));
    let mut bytes = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &done)?.is_truthy() {
            return Ok(bytes);
        }
        let chunk: Uint8Array = Reflect::get(&chunk, &value)?.dyn_into()?;
        bytes.extend(chunk.to_vec());
        if bytes.len() > SOURCE_LIMIT {
            let _ = reader.cancel();
            return Err(JsValue::NULL);
        }
    }
}
