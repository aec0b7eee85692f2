//! CPython in the page: the events of a run, stopping it, keeping runtimes, the messages if a
//! runtime is not available, and the sandbox.

mod ends;
mod failures;
mod offline;
mod runs;
mod sandbox;
