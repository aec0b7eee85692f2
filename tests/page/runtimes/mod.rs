//! CPython in the page: what a run tells, what ends it, what is kept, what the
//! reader is told where a runtime cannot be had, and what a program cannot reach.

mod ends;
mod failures;
mod offline;
mod runs;
mod sandbox;
