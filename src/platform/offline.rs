//! Keeps the site in the browser for offline use. The entry point is [`Keeper::load`];
//! `assets/offline/main.ts` implements it.

use super::parts::Location;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The exports of `assets/offline/main.ts`.
    #[derive(Clone, PartialEq)]
    type Script;

    #[wasm_bindgen(method, catch)]
    async fn look(this: &Script) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn keep(this: &Script) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn remove(this: &Script) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn reload(this: &Script) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, js_name = onNewVersion)]
    fn on_new_version(this: &Script, callback: JsValue);
}

/// The site could not be kept or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that could not be done; check the connection and the free space")]
pub struct KeepError;

/// Whether the browser keeps this copy of the site.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kept {
    /// It keeps all of it; the size in bytes.
    Whole(f64),
    /// The reader does not want it kept.
    Refused,
    /// The browser cannot keep it.
    Impossible,
}

/// The loaded script that keeps the site.
#[derive(Clone, PartialEq)]
pub struct Keeper(Script);

impl Keeper {
    /// Loads the script; `None` if it cannot be loaded, as the page works without it.
    pub async fn load() -> Option<Self> {
        let script = Location::Offline.import(0).await.ok()?;
        Some(Self(script.unchecked_into()))
    }

    /// Calls back when a new version is ready, now or later.
    pub fn on_new_version(&self, callback: impl Fn() + 'static) {
        let callback = Closure::<dyn Fn()>::new(callback);
        self.0.on_new_version(callback.into_js_value());
    }

    /// Whether the site is kept. Keeps it first, unless the reader has removed it.
    ///
    /// # Errors
    ///
    /// If it cannot be kept.
    pub async fn look(&self) -> Result<Kept, KeepError> {
        let kept = self.0.look().await.map_err(|_| KeepError)?;
        Ok(match kept.as_f64() {
            Some(bytes) => Kept::Whole(bytes),
            None if kept.is_null() => Kept::Refused,
            None => Kept::Impossible,
        })
    }

    /// Keeps the site.
    ///
    /// # Errors
    ///
    /// If not all of it can be kept.
    pub async fn keep(&self) -> Result<(), KeepError> {
        self.0.keep().await.map(|_| ()).map_err(|_| KeepError)
    }

    /// Removes the site from the browser.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn remove(&self) -> Result<(), KeepError> {
        self.0.remove().await.map(|_| ()).map_err(|_| KeepError)
    }

    /// Reloads the page with the new version.
    pub async fn reload(&self) {
        let _ = self.0.reload().await;
    }
}
