//! Why a runtime cannot run anything. [`Failure`] is the entry point.

/// What went wrong, in words for the reader. Trying again may help with all of
/// them but [`Failure::NoWebAssembly`] and [`Failure::NoWorker`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// This copy has no runtime of that series.
    #[error("this copy of the explorer cannot run Python {series}")]
    NotIncluded { series: String },
    /// The host has no such file, or does not give it.
    #[error("the server answered {status} for `{file}`, a part of the runtime")]
    Missing { file: String, status: u16 },
    /// No answer: the connection failed or the reader is offline.
    #[error("`{file}`, a part of the runtime, could not be fetched; check the connection")]
    Unreachable { file: String },
    /// A file is not what was built.
    #[error("`{file}`, a part of the runtime, arrived damaged")]
    Corrupted { file: String },
    /// The browser has no WebAssembly, or does not allow it.
    #[error("this browser does not allow WebAssembly, which the runtime needs")]
    NoWebAssembly,
    /// The browser starts no sandboxed frame or no worker.
    #[error("this browser does not allow the runtime to start in a worker of its own")]
    NoWorker,
    /// There was no memory left to start with.
    #[error("there is not enough memory for the runtime; close other pages")]
    OutOfMemory,
    /// The browser keeps nothing: a private window, or no room.
    #[error("the browser does not allow this site to store files, as in a private window")]
    NoStorage,
    /// There is less room than the runtime takes.
    #[error("there is not enough room to keep the runtime")]
    NoRoom,
    /// It neither started nor said why.
    #[error("the runtime did not start in time")]
    NotStarted,
    /// Anything else; the text is the browser's.
    #[error("the runtime could not be started: {0}")]
    Other(String),
}
