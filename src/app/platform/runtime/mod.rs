//! CPython in the browser: which runtimes this copy has ([`runtimes`]), and
//! [`run`], which runs a program on one of them and tells what happens.
//!
//! The work is done by `assets/runtime/host.mjs`, which is loaded when a reader
//! first asks for a run, so that nothing of it weighs on the page. It starts
//! each runtime in a worker of its own, inside a frame that may reach nothing.

mod event;
mod failure;
mod host;
mod keep;

pub use event::{Event, Reason, Stream};
pub use failure::Failure;
pub use keep::{Kept, Space, forget, keep, kept, space};

use super::parts;
use crate::terms::Series;
use std::time::Duration;

/// How long a run may take unless the reader says otherwise.
pub const TIME_LIMIT: Duration = Duration::from_secs(10);

/// A CPython that comes with this copy of the explorer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Runtime {
    /// The series that it is asked for by.
    pub series: Series,
    /// The exact version as the interpreter states it: `3.14.2`, `3.15.0rc1`.
    pub version: String,
    /// The length of all its files in bytes, as [`Event::Loading`] counts them.
    /// A host that compresses sends about half of it.
    pub bytes: u64,
}

/// The runtimes of this copy, the oldest first; none in a copy that was built
/// without them.
pub fn runtimes() -> Vec<Runtime> {
    read_list(&parts::runtime_list())
}

/// Runs a program on the runtime of a series and tells all that happens to the
/// callback: any number of [`Event::Loading`], one [`Event::Started`], the
/// output, and one of the events of which [`Event::is_last`] is true.
///
/// A runtime that is not there yet is loaded first; one that is busy finishes
/// its earlier runs. `limit` counts from [`Event::Started`].
pub fn run(series: Series, code: &str, limit: Duration, on_event: impl Fn(Event) + 'static) -> Run {
    Run {
        call: host::run(series, code, limit, on_event),
    }
}

/// A run under way. Dropping it stops it without another word.
pub struct Run {
    call: host::Call,
}

impl Run {
    /// Ends the program wherever it is. [`Event::Stopped`] follows, unless the
    /// run was over already.
    pub fn stop(&self) {
        self.call.stop();
    }
}

/// Reads the list that the build writes into the page, such as
/// `3.13=3.13.2=12345678 3.14=3.14.2=13456789`. What has no sense is left out.
fn read_list(list: &str) -> Vec<Runtime> {
    list.split_ascii_whitespace()
        .filter_map(|entry| {
            let mut fields = entry.split('=');
            Some(Runtime {
                series: fields.next()?.parse().ok()?,
                version: fields.next()?.to_owned(),
                bytes: fields.next()?.parse().ok()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_the_page_is_read_in_its_order() {
        let list = read_list("3.13=3.13.2=12000000 3.15=3.15.0rc1=14000000");
        let shown: Vec<_> = list
            .iter()
            .map(|runtime| format!("{} {} {}", runtime.series, runtime.version, runtime.bytes))
            .collect();
        assert_eq!(shown, ["3.13 3.13.2 12000000", "3.15 3.15.0rc1 14000000"]);
    }

    #[test]
    fn a_copy_without_runtimes_has_none() {
        assert_eq!(read_list(""), []);
        assert_eq!(read_list("3.13 three=3=4 3.14=3.14.2=many"), []);
    }
}
