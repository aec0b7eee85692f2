//! Nothing: the dependencies of this crate are its content. With `--workspace`, Cargo unifies
//! their features with those of all programs, as it does for tests, so that a run of all tests
//! compiles each crate once.
