//! Sentences about a run for the reader.

use crate::platform::runs::{Ended, Failed, Reason};

/// Why a program was ended.
pub(super) const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Reader => "Stopped.",
        Reason::Time => "Stopped: it ran for 10 seconds, which is the time limit.",
        Reason::Memory => "Stopped: the program used more memory than is available.",
        Reason::Recursion => "Stopped: the program called itself too deeply for the browser.",
        Reason::Crash => "Stopped: the program ended the interpreter.",
    }
}

/// Why a runtime is not available.
pub(super) fn failure(failed: &Failed) -> String {
    let detail = failed.detail.as_deref().unwrap_or_default();
    let fixed = match failed.cause.as_str() {
        "series" => return format!("This copy of the explorer cannot run Python {detail}."),
        "missing" => {
            let status = failed.status.unwrap_or_default();
            return format!("The server answered {status} for {detail}, a part of the runtime.");
        }
        "unreachable" => {
            return format!(
                "{detail}, a part of the runtime, could not be fetched; check the connection. \
                 A version that is saved for offline use runs without one: save it below once \
                 you are connected."
            );
        }
        "corrupted" => return format!("{detail}, a part of the runtime, is damaged."),
        "wasm" => "This browser does not allow WebAssembly, which the runtime needs.",
        "worker" => "This browser does not allow the runtime to start in a worker of its own.",
        "memory" => "There is not enough memory for the runtime; close other pages.",
        "storage" => "The browser does not allow this site to store files, as in a private window.",
        "room" => "There is not enough room to keep the runtime.",
        "silent" => "The runtime did not start in time.",
        _ => return format!("The runtime could not be started: {detail}."),
    };
    fixed.to_owned()
}

/// How a program ended.
pub(super) fn ending(ended: &Ended) -> String {
    let took = if ended.millis < 1.0 {
        "less than 1 ms".to_owned()
    } else {
        format!("{} ms", ended.millis.round())
    };
    if ended.traceback.is_some() {
        format!("Raised an exception ({took}).")
    } else if ended.raised.is_some() {
        format!("Exited ({took}).")
    } else {
        format!("Finished in {took}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_with_what_the_reader_can_do() {
        let told = |cause: &str| {
            failure(&Failed {
                cause: cause.to_owned(),
                detail: Some("python.wasm".to_owned()),
                status: Some(404),
            })
        };
        for (cause, words) in [
            ("series", "cannot run Python python.wasm"),
            ("missing", "answered 404 for python.wasm"),
            ("unreachable", "check the connection"),
            (
                "corrupted",
                "python.wasm, a part of the runtime, is damaged",
            ),
            ("memory", "close other pages"),
            ("another", "could not be started: python.wasm"),
        ] {
            assert!(told(cause).contains(words), "{}", told(cause));
        }
    }
}
