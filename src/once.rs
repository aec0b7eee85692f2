//! Runs asynchronous work once even if it is requested several times. The entry point is
//! [`Once::run`].

use futures_util::future::{FutureExt, LocalBoxFuture, Shared};
use std::cell::RefCell;

type Outcome<E> = Result<(), E>;
type Running<E> = Shared<LocalBoxFuture<'static, Outcome<E>>>;

/// Work, by name. Work that has succeeded is not repeated; work that has failed is repeated
/// by the next request.
pub(crate) struct Once<E: Clone>(RefCell<Vec<(String, Running<E>)>>);

impl<E: Clone> Default for Once<E> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<E: Clone> Once<E> {
    /// Runs the work with this name or, if it is running, waits for it.
    pub(crate) fn run(&self, name: &str, work: LocalBoxFuture<'static, Outcome<E>>) -> Running<E> {
        let mut all = self.0.borrow_mut();
        all.retain(|(_, running)| !matches!(running.peek(), Some(Err(_))));
        if let Some((_, running)) = all.iter().find(|(known, _)| known == name) {
            return running.clone();
        }
        let running = work.shared();
        all.push((name.to_owned(), running.clone()));
        running
    }

    /// Whether the work with this name has succeeded.
    pub(crate) fn is_done(&self, name: &str) -> bool {
        let all = self.0.borrow();
        let running = all.iter().find(|(known, _)| known == name);
        running.is_some_and(|(_, running)| matches!(running.peek(), Some(Ok(()))))
    }
}
