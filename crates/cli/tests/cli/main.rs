//! The `whatsnew` program as it is run.

#![allow(clippy::expect_used, reason = "a test may fail with what it expected")]

mod command_line;
mod documents;
#[path = "../../../../tests/native/upkeep/fixture.rs"]
#[allow(
    dead_code,
    reason = "the tests of the checks themselves use the rest of it"
)]
mod fixture;
mod inspect;
mod site;
mod upkeep;
