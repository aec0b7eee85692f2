//! End-to-end tests of the `whatsnew` program.

#![allow(clippy::expect_used, reason = "tests may panic")]

mod api;
mod check;
mod command_line;
mod documents;
mod explain;
#[path = "../../../../tests/native/upkeep/fixture.rs"]
#[allow(
    dead_code,
    reason = "shared with the tests of the checks, which use the rest"
)]
mod fixture;
mod inspect;
mod mcp;
mod people;
mod site;
mod upkeep;
