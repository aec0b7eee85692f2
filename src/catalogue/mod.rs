//! catalogue

mod sample;

#[cfg(not(target_arch = "wasm32"))]
pub use sample::SampleError;
pub use sample::{Expectation, Outcome, Sample};
