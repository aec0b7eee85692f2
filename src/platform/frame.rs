//! Callbacks in the next animation frame.

use gloo::render::{AnimationFrame, request_animation_frame};

/// A pending callback, which is cancelled when this is dropped.
pub struct Frame(#[allow(dead_code, reason = "dropping it cancels the callback")] AnimationFrame);

impl Frame {
    /// Calls back in the next animation frame.
    pub fn next(callback: impl FnOnce() + 'static) -> Self {
        Self(request_animation_frame(move |_| callback()))
    }
}
