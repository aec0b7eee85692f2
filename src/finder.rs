//! Loads the search lazily. The entry point is [`load`].

use super::cache::PartCache;
use super::late::{Files, LateError};
use super::platform::bundle::{LoadError, fetch};
use super::platform::clock;
use catalogue::{Catalogue, bundle};
use query::Engine;
use std::rc::Rc;

/// Why the search cannot be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FinderError {
    #[error(transparent)]
    Data(#[from] LoadError),
    #[error(transparent)]
    Program(#[from] LateError),
}

/// Loads the search and adds it to the engine, unless it has one. `catalogue` has to be the
/// one that the engine was made from.
///
/// # Errors
///
/// If a part of the bundle or the code cannot be loaded. Another call tries again.
pub(crate) async fn load(
    catalogue: &Rc<Catalogue>,
    engine: &Engine,
    parts: &PartCache,
    files: Files,
) -> Result<(), FinderError> {
    if engine.has_finder() {
        return Ok(());
    }
    let names = parts.get_or_load(bundle::names()).await?;
    let index = fetch(bundle::index().path).await?;
    let steps = (files.search)(catalogue.clone(), names, index).await?;
    let mut step = steps.map_err(LoadError::from)?;
    loop {
        // Let the browser handle events, because each step takes a while on a phone.
        clock::give_way().await;
        if let Some(finder) = step() {
            engine.add_finder(finder);
            return Ok(());
        }
    }
}
