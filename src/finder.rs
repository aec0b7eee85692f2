//! What finds by words, loaded once there is something to see. The entry point is
//! [`load`].

use super::cache::PartCache;
use super::late::{Files, LateError};
use super::platform::bundle::{LoadError, fetch};
use super::platform::clock;
use catalogue::{Catalogue, bundle};
use query::Engine;
use std::rc::Rc;

/// Why words cannot be looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FinderError {
    #[error(transparent)]
    Data(#[from] LoadError),
    #[error(transparent)]
    Program(#[from] LateError),
}

/// Lets an engine find by words in the catalogue that it was made for, where it
/// does not yet.
///
/// # Errors
/// Where a part of the bundle or the program does not come. Asking once more tries
/// again.
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
        // Each of them takes a while on a phone.
        clock::give_way().await;
        if let Some(finder) = step() {
            engine.add_finder(finder);
            return Ok(());
        }
    }
}
