//! Programs on the runtimes in this copy of the site, and the runtimes that the browser
//! keeps. The entry points are [`runtimes`] and [`Host::load`]; `assets/runtime` does
//! the work, and `assets/messages.ts` has its messages.

use super::parts::{Location, runtime_list};
use js_sys::{Array, Function};
use std::cell::Cell;
use terms::Series;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `assets/runtime/host.ts` exports.
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
    /// The version that features are told of.
    pub series: Series,
    /// The release, such as `3.14.2`.
    pub version: String,
    /// How many bytes its files have.
    pub bytes: f64,
}

/// The runtimes of this copy, the oldest first; none in one that was built without.
pub fn runtimes() -> Vec<Runtime> {
    listed(&runtime_list())
}

/// As `xtask/src/site/runtimes.rs` writes them: `3.14=3.14.2=13000000 …`.
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

/// What a program writes to.
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
    /// The reader wanted it.
    Reader,
    /// It ran for too long.
    Time,
    /// It took more memory than there is.
    Memory,
    /// It called itself too deeply.
    Recursion,
    /// It ended the interpreter.
    Crash,
}

/// How a program came to its end by itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ended {
    /// What its last expression is, where that is something.
    pub value: Option<String>,
    /// The traceback of what it did not catch.
    pub traceback: Option<String>,
    /// The last line of the traceback; `SystemExit` has no other.
    pub raised: Option<String>,
    /// How long it took, in milliseconds.
    pub millis: f64,
}

/// Why a runtime cannot be had. `crate::runs` has a sentence for each cause.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Failed {
    /// One word.
    pub cause: String,
    /// The file or the series that it is about.
    pub detail: Option<String>,
    /// What the server answered.
    pub status: Option<u16>,
}

/// What a run tells of itself. After one of the last three it tells nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// So many bytes of the runtime's files have come, of so many.
    Loading(f64, f64),
    /// The program runs, on this release.
    Started(String),
    /// The program has written.
    Output(Stream, String),
    /// What else the program writes is left out.
    Capped(Stream),
    /// The program came to its end.
    Finished(Ended),
    /// The program was ended.
    Stopped(Reason),
    /// There is no runtime for it.
    Failed(Failed),
}

/// What runs programs and keeps runtimes.
#[derive(Clone)]
pub struct Host(Script);

thread_local! {
    /// How often the host could not be loaded: browsers remember that an address
    /// failed.
    static ATTEMPTS: Cell<u32> = const { Cell::new(0) };
}

impl Host {
    /// Loads it, which the browser does once.
    ///
    /// # Errors
    /// Where it cannot be loaded.
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
        tell: impl Fn(Told) + 'static,
    ) -> Run {
        let hear = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
            if let Some(message) = told(&message) {
                tell(message);
            }
        });
        let series = series.to_string();
        Run(self.0.run(&series, code, limit, hear.into_js_value()))
    }

    /// Keeps the files of a runtime, and calls back with the bytes that have come and
    /// with all.
    ///
    /// # Errors
    /// Where they do not come, or the browser does not keep them.
    pub async fn keep(
        &self,
        series: Series,
        progress: impl Fn(f64, f64) + 'static,
    ) -> Result<(), Failed> {
        let progress = Closure::<dyn Fn(f64, f64)>::new(progress).into_js_value();
        let kept = self.0.keep(&series.to_string(), progress).await;
        kept.map(|_| ()).map_err(|message| failed(&message))
    }

    /// Keeps the files of a runtime no longer.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn forget(&self, series: Series) -> Result<(), Failed> {
        let forgotten = self.0.forget(&series.to_string()).await;
        forgotten.map(|_| ()).map_err(|message| failed(&message))
    }

    /// The runtimes that are kept whole, each with its bytes.
    ///
    /// # Errors
    /// Where the browser does not say.
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

    /// The bytes that this site takes and those that are left, where the browser says
    /// so.
    pub async fn space(&self) -> Option<(f64, f64)> {
        let space = self.0.space().await.ok()?.dyn_into::<Array>().ok()?;
        Some((space.get(0).as_f64()?, space.get(1).as_f64()?))
    }
}

/// A program that runs or is to run.
pub struct Run(Function);

impl Run {
    /// Ends it. Nothing more is told of it where that is to be silent.
    pub fn stop(&self, is_silent: bool) {
        let _ = self.0.call1(&JsValue::NULL, &is_silent.into());
    }
}

fn told(message: &JsValue) -> Option<Told> {
    let parts = message.dyn_ref::<Array>()?;
    let text = |place| parts.get(place).as_string();
    let number = |place| parts.get(place).as_f64();
    Some(match &*text(0)? {
        "loading" => Told::Loading(number(1)?, number(2)?),
        "started" => Told::Started(text(1)?),
        "output" => Told::Output(stream(&text(1)?)?, text(2)?),
        "capped" => Told::Capped(stream(&text(1)?)?),
        "finished" => Told::Finished(Ended {
            value: text(1),
            traceback: text(2),
            raised: text(3),
            millis: number(4)?,
        }),
        "stopped" => Told::Stopped(reason(&text(1)?)),
        "failed" => Told::Failed(failed(message)),
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

/// A message of a failure, or whatever else a script has failed with.
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
