//! Runs programs on the runtimes of this copy of the site, and keeps runtimes in the browser.
//! The entry points are [`runtimes`] and [`Host::load`]; `assets/runtime` implements it, and
//! `assets/messages.ts` has its messages.

use super::parts::{Location, runtime_list};
use js_sys::{Array, Function};
use std::cell::Cell;
use terms::Series;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The exports of `assets/runtime/host.ts`.
    #[derive(Clone)]
    type Script;

    #[wasm_bindgen(method)]
    fn run(this: &Script, series: &str, code: &str, limit: u32, tell: JsValue) -> Function;

    #[wasm_bindgen(method, catch)]
    async fn keep(this: &Script, series: &str, progress: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn forget(this: &Script, series: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn kept(this: &Script) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn space(this: &Script) -> Result<JsValue, JsValue>;
}

/// A version of Python that programs can run on.
#[derive(Debug, Clone, PartialEq)]
pub struct Runtime {
    /// The series.
    pub series: Series,
    /// The release, such as `3.14.2`.
    pub version: String,
    /// The size of its files in bytes.
    pub bytes: f64,
}

/// The runtimes of this copy, the oldest first; empty if it was built without them.
pub fn runtimes() -> Vec<Runtime> {
    listed(&runtime_list())
}

/// Parses the list that `xtask/src/site/runtimes.rs` writes: `3.14=3.14.2=13000000 …`.
fn listed(list: &str) -> Vec<Runtime> {
    let runtime = |entry: &str| {
        let mut parts = entry.splitn(3, '=');
        Some(Runtime {
            series: parts.next()?.parse().ok()?,
            version: parts.next()?.to_owned(),
            bytes: parts.next()?.parse().ok()?,
        })
    };
    list.split_whitespace().filter_map(runtime).collect()
}

/// A stream that a program writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// The standard output.
    Output,
    /// The standard error output.
    Errors,
}

/// Why a program was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The reader stopped it.
    Reader,
    /// It ran for too long.
    Time,
    /// It used more memory than is available.
    Memory,
    /// Its recursion was too deep.
    Recursion,
    /// It crashed the interpreter.
    Crash,
}

/// The outcome of a program that ended by itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ended {
    /// The value of its last expression, unless it is `None`.
    pub value: Option<String>,
    /// The traceback of an uncaught exception.
    pub traceback: Option<String>,
    /// The last line of the traceback. `SystemExit` has this line only.
    pub raised: Option<String>,
    /// The duration in milliseconds.
    pub millis: f64,
}

/// Why a runtime is not available. `crate::runs` has a sentence for each cause.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Failed {
    /// The cause, a single word.
    pub cause: String,
    /// The file or series concerned.
    pub detail: Option<String>,
    /// The HTTP status of the server's answer.
    pub status: Option<u16>,
}

/// An event of a run. The last three end it.
#[derive(Debug, Clone, PartialEq)]
pub enum RunEvent {
    /// The bytes of the runtime's files that have been received, and the total.
    Loading(f64, f64),
    /// The program was started, on this release.
    Started(String),
    /// The program has written something.
    Output(Stream, String),
    /// The limit of a stream is reached; further output is left out.
    Capped(Stream),
    /// The program ended by itself.
    Finished(Ended),
    /// The program was stopped.
    Stopped(Reason),
    /// The runtime is not available.
    Failed(Failed),
}

/// The loaded script that runs programs and keeps runtimes.
#[derive(Clone)]
pub struct Host(Script);

thread_local! {
    /// The number of failed attempts to load the host. Browsers cache the failure, so each
    /// attempt needs another address.
    static ATTEMPTS: Cell<u32> = const { Cell::new(0) };
}

impl Host {
    /// Loads the script, which the browser does once.
    ///
    /// # Errors
    ///
    /// If it cannot be loaded.
    pub async fn load() -> Result<Self, Failed> {
        match Location::RuntimeHost.import(ATTEMPTS.get()).await {
            Ok(script) => Ok(Self(script.unchecked_into())),
            Err(_) => {
                ATTEMPTS.set(ATTEMPTS.get().saturating_add(1));
                Err(Failed {
                    cause: "unreachable".to_owned(),
                    detail: Some("host.mjs".to_owned()),
                    status: None,
                })
            }
        }
    }

    /// Runs a program on a version, for at most `limit` milliseconds.
    pub fn run(
        &self,
        series: Series,
        code: &str,
        limit: u32,
        on_event: impl Fn(RunEvent) + 'static,
    ) -> Run {
        let callback = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
            if let Some(event) = run_event(&message) {
                on_event(event);
            }
        });
        let series = series.to_string();
        Run(self.0.run(&series, code, limit, callback.into_js_value()))
    }

    /// Downloads and keeps the files of a runtime. `progress` is called with the bytes
    /// received and the total.
    ///
    /// # Errors
    ///
    /// If they cannot be fetched, or the browser does not keep them.
    pub async fn keep(
        &self,
        series: Series,
        progress: impl Fn(f64, f64) + 'static,
    ) -> Result<(), Failed> {
        let progress = Closure::<dyn Fn(f64, f64)>::new(progress).into_js_value();
        let kept = self.0.keep(&series.to_string(), progress).await;
        kept.map(|_| ()).map_err(|message| failed(&message))
    }

    /// Removes the kept files of a runtime.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn forget(&self, series: Series) -> Result<(), Failed> {
        let forgotten = self.0.forget(&series.to_string()).await;
        forgotten.map(|_| ()).map_err(|message| failed(&message))
    }

    /// The runtimes of which all files are kept, with their sizes in bytes.
    ///
    /// # Errors
    ///
    /// If the browser's storage or the list of files cannot be read.
    pub async fn kept(&self) -> Result<Vec<(Series, f64)>, Failed> {
        let kept = self.0.kept().await.map_err(|message| failed(&message))?;
        let entry = |entry: JsValue| {
            let entry = entry.dyn_into::<Array>().ok()?;
            let series = entry.get(0).as_string()?.parse().ok()?;
            Some((series, entry.get(1).as_f64()?))
        };
        let kept = kept.dyn_into::<Array>().unwrap_or_default();
        Ok(kept.iter().filter_map(entry).collect())
    }

    /// The bytes that this site uses and those that are left, if the browser reports them.
    pub async fn space(&self) -> Option<(f64, f64)> {
        let space = self.0.space().await.ok()?.dyn_into::<Array>().ok()?;
        Some((space.get(0).as_f64()?, space.get(1).as_f64()?))
    }
}

/// A running or waiting program.
pub struct Run(Function);

impl Run {
    /// Stops the program. If `is_silent`, no further events are reported.
    pub fn stop(&self, is_silent: bool) {
        let _ = self.0.call1(&JsValue::NULL, &is_silent.into());
    }
}

fn run_event(message: &JsValue) -> Option<RunEvent> {
    let parts = message.dyn_ref::<Array>()?;
    let text = |place| parts.get(place).as_string();
    let number = |place| parts.get(place).as_f64();
    Some(match &*text(0)? {
        "loading" => RunEvent::Loading(number(1)?, number(2)?),
        "started" => RunEvent::Started(text(1)?),
        "output" => RunEvent::Output(stream(&text(1)?)?, text(2)?),
        "capped" => RunEvent::Capped(stream(&text(1)?)?),
        "finished" => RunEvent::Finished(Ended {
            value: text(1),
            traceback: text(2),
            raised: text(3),
            millis: number(4)?,
        }),
        "stopped" => RunEvent::Stopped(reason(&text(1)?)),
        "failed" => RunEvent::Failed(failed(message)),
        _ => return None,
    })
}

fn stream(name: &str) -> Option<Stream> {
    match name {
        "stdout" => Some(Stream::Output),
        "stderr" => Some(Stream::Errors),
        _ => None,
    }
}

fn reason(word: &str) -> Reason {
    match word {
        "reader" => Reason::Reader,
        "time" => Reason::Time,
        "memory" => Reason::Memory,
        "recursion" => Reason::Recursion,
        _ => Reason::Crash,
    }
}

/// Converts a "failed" event, or any other value that a script rejected with.
fn failed(message: &JsValue) -> Failed {
    let Some(parts) = message.dyn_ref::<Array>() else {
        return Failed::default();
    };
    Failed {
        cause: parts.get(1).as_string().unwrap_or_default(),
        detail: parts.get(2).as_string(),
        status: parts.get(3).as_f64().map(|status| status as u16),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runtimes_are_read_from_the_list_of_the_build() {
        let runtimes = listed("3.13=3.13.2=12000000 3.15=3.15.0rc1=13500000 nonsense");
        let read: Vec<_> = runtimes
            .iter()
            .map(|runtime| (runtime.series.to_string(), &*runtime.version, runtime.bytes))
            .collect();
        assert_eq!(
            read,
            [
                ("3.13".to_owned(), "3.13.2", 12e6),
                ("3.15".to_owned(), "3.15.0rc1", 13.5e6)
            ]
        );
        assert!(listed("").is_empty());
    }
}
