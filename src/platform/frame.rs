//! What waits until the page is drawn next.

use gloo::render::{AnimationFrame, request_animation_frame};

/// A callback before the next drawing; none comes once this is dropped.
pub struct Frame(#[allow(dead_code, reason = "it lives for being dropped")] AnimationFrame);

impl Frame {
    /// Calls back before the page is drawn next.
    pub fn next(callback: impl FnOnce() + 'static) -> Self {
        Self(request_animation_frame(move |_| callback()))
    }
}
