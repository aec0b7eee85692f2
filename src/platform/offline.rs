//! What the browser keeps of the site for offline. The entry point is [`Keeper::load`];
//! `assets/offline/main.ts` does the work.

use super::parts::Location;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `assets/offline/main.ts` exports.
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

/// The site could not be kept, or no longer be kept, as it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it could not be done; check the connection and the room that is left")]
pub struct KeepError;

/// What the browser keeps of this copy of the site.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kept {
    /// All of it, with so many bytes.
    Whole(f64),
    /// Nothing, as the reader wanted.
    Refused,
    /// Nothing, as the browser keeps nothing of this page.
    Impossible,
}

/// What keeps the site.
#[derive(Clone, PartialEq)]
pub struct Keeper(Script);

impl Keeper {
    /// Loads it; nothing where it does not come, as the page works without.
    pub async fn load() -> Option<Self> {
        let script = Location::Offline.import(0).await.ok()?;
        Some(Self(script.unchecked_into()))
    }

    /// Calls back when a new version is ready, now or later.
    pub fn on_new_version(&self, callback: impl Fn() + 'static) {
        let callback = Closure::<dyn Fn()>::new(callback);
        self.0.on_new_version(callback.into_js_value());
    }

    /// What is kept. A site that the reader has never removed is kept first.
    ///
    /// # Errors
    /// Where it cannot be kept.
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
    /// Where not all of it can be kept.
    pub async fn keep(&self) -> Result<(), KeepError> {
        self.0.keep().await.map(|_| ()).map_err(|_| KeepError)
    }

    /// Keeps nothing of it any more.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn remove(&self) -> Result<(), KeepError> {
        self.0.remove().await.map(|_| ()).map_err(|_| KeepError)
    }

    /// Reloads the page with the new version.
    pub async fn reload(&self) {
        let _ = self.0.reload().await;
    }
}
