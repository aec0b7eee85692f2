//! The calls into `assets/runtime/host.mjs`, which says what its messages look
//! like. [`run`] is the entry point.

use super::super::parts::Location;
use super::keep::{Kept, Space};
use super::{Event, Failure, Reason, Stream};
use crate::terms::Series;
use js_sys::{Array, Function};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `assets/boot.mjs` defines it: a module by its address, relative to the page.
    #[wasm_bindgen(catch, js_name = importPart)]
    async fn import_part(url: &str) -> Result<JsValue, JsValue>;

    /// The module `host.mjs`.
    type Host;

    #[wasm_bindgen(method)]
    fn run(this: &Host, series: &str, code: &str, limit: f64, tell: &Function) -> Function;

    #[wasm_bindgen(method, catch)]
    async fn keep(this: &Host, series: &str, progress: &Function) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn kept(this: &Host) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn forget(this: &Host, series: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    async fn space(this: &Host) -> JsValue;
}

/// A call of `run` that goes on until it is dropped.
pub struct Call(Rc<RefCell<State>>);

/// What the host calls with each message.
type Tell = Closure<dyn Fn(Array)>;

struct State {
    /// Shared, as it must live as long as a call that may drop the rest.
    tell: Rc<Tell>,
    /// Ends the run; given a true value, without telling of it. Absent until
    /// the host is loaded.
    stop: Option<Function>,
    over: bool,
}

impl Call {
    /// Ends the run and has the host tell of it.
    pub fn stop(&self) {
        let (stop, tell) = {
            let mut state = self.0.borrow_mut();
            let over = std::mem::replace(&mut state.over, true);
            (state.stop.clone(), (!over).then(|| state.tell.clone()))
        };
        if let Some(stop) = stop {
            let _ = stop.call1(&JsValue::NULL, &JsValue::FALSE);
        } else if let Some(tell) = tell {
            // The host is still on its way and will not be asked.
            let stopped = Array::of2(&"stopped".into(), &"reader".into());
            let _ = function(&tell).call1(&JsValue::NULL, &stopped);
        }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        let mut state = self.0.borrow_mut();
        state.over = true;
        if let Some(stop) = state.stop.take() {
            let _ = stop.call1(&JsValue::NULL, &JsValue::TRUE);
        }
    }
}

/// Asks the host for a run, and loads it before where that is the first.
pub fn run(
    series: Series,
    code: &str,
    limit: Duration,
    on_event: impl Fn(Event) + 'static,
) -> Call {
    let tell = move |message: Array| {
        if let Some(event) = event(&message) {
            on_event(event);
        }
    };
    let state = Rc::new(RefCell::new(State {
        tell: Rc::new(Closure::new(tell)),
        stop: None,
        over: false,
    }));
    let weak = Rc::downgrade(&state);
    let code = code.to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        let host = load().await;
        let Some(state) = weak.upgrade() else { return };
        if state.borrow().over {
            return;
        }
        let tell = state.borrow().tell.clone();
        let tell = function(&tell);
        match host {
            Ok(host) => {
                let limit = limit.as_secs_f64() * 1000.0;
                let stop = host.run(&series.to_string(), &code, limit, tell);
                state.borrow_mut().stop = Some(stop);
            }
            Err(cause) => {
                let _ = tell.call1(&JsValue::NULL, &cause);
            }
        }
    });
    Call(state)
}

/// See [`super::keep`].
pub async fn keep(series: Series, progress: impl Fn(u64, u64) + 'static) -> Result<(), Failure> {
    let host = load().await.map_err(failure)?;
    let progress = Closure::<dyn Fn(f64, f64)>::new(move |received, total| {
        progress(received as u64, total as u64);
    });
    let told = progress.as_ref().unchecked_ref();
    host.keep(&series.to_string(), told)
        .await
        .map_err(failure)?;
    Ok(())
}

/// See [`super::kept`].
pub async fn kept() -> Result<Vec<Kept>, Failure> {
    let host = load().await.map_err(failure)?;
    let list = Array::from(&host.kept().await.map_err(failure)?);
    let read = |entry: JsValue| {
        let entry = Array::from(&entry);
        Some(Kept {
            series: text(&entry, 0).parse().ok()?,
            bytes: number(&entry, 1) as u64,
        })
    };
    Ok(list.iter().filter_map(read).collect())
}

/// See [`super::forget`].
pub async fn forget(series: Series) -> Result<(), Failure> {
    let host = load().await.map_err(failure)?;
    host.forget(&series.to_string()).await.map_err(failure)?;
    Ok(())
}

/// See [`super::space`].
pub async fn space() -> Option<Space> {
    let space = load().await.ok()?.space().await;
    let space = space.is_object().then(|| Array::from(&space))?;
    Some(Space {
        taken: number(&space, 0) as u64,
        left: number(&space, 1) as u64,
    })
}

/// The host, which the browser loads once, or the message that it is missing.
async fn load() -> Result<Host, JsValue> {
    thread_local! {
        static ATTEMPTS: Cell<u32> = const { Cell::new(0) };
    }
    let mut url = Location::RuntimeHost.url();
    // Browsers remember that a module could not be loaded; another try needs
    // another address.
    let attempts = ATTEMPTS.get();
    if attempts > 0 {
        url.push_str(&format!("?{attempts}"));
    }
    let module = import_part(&url).await.map_err(|_| {
        ATTEMPTS.set(attempts + 1);
        let [kind, cause, file] = ["failed", "unreachable", &url].map(JsValue::from_str);
        Array::of3(&kind, &cause, &file)
    })?;
    Ok(module.unchecked_into())
}

fn function(tell: &Tell) -> &Function {
    tell.as_ref().unchecked_ref()
}

/// Reads a message of the host; nothing where it is none.
fn event(message: &Array) -> Option<Event> {
    let stream = || match text(message, 1).as_str() {
        "stderr" => Stream::Stderr,
        _ => Stream::Stdout,
    };
    Some(match text(message, 0).as_str() {
        "loading" => Event::Loading {
            received: number(message, 1) as u64,
            total: number(message, 2) as u64,
        },
        "started" => Event::Started {
            version: text(message, 1),
        },
        "output" => Event::Output {
            stream: stream(),
            text: text(message, 2),
        },
        "capped" => Event::Capped { stream: stream() },
        "finished" => Event::Finished {
            value: message.get(1).as_string(),
            traceback: message.get(2).as_string(),
            raised: message.get(3).as_string(),
            millis: number(message, 4),
        },
        "stopped" => Event::Stopped(match text(message, 1).as_str() {
            "reader" => Reason::ByReader,
            "time" => Reason::TimeLimit,
            "memory" => Reason::Memory,
            "recursion" => Reason::Recursion,
            _ => Reason::Crash,
        }),
        "failed" => Event::Failed(failure(message.into())),
        _ => return None,
    })
}

/// Reads why something failed: `["failed", cause, detail, status]`.
fn failure(message: JsValue) -> Failure {
    let message = Array::from(&message);
    let detail = text(&message, 2);
    match text(&message, 1).as_str() {
        "series" => Failure::NotIncluded { series: detail },
        "missing" => Failure::Missing {
            file: detail,
            status: number(&message, 3) as u16,
        },
        "unreachable" => Failure::Unreachable { file: detail },
        "corrupted" => Failure::Corrupted { file: detail },
        "wasm" => Failure::NoWebAssembly,
        "worker" => Failure::NoWorker,
        "memory" => Failure::OutOfMemory,
        "storage" => Failure::NoStorage,
        "room" => Failure::NoRoom,
        "silent" => Failure::NotStarted,
        _ => Failure::Other(detail),
    }
}

fn text(message: &Array, index: u32) -> String {
    message.get(index).as_string().unwrap_or_default()
}

fn number(message: &Array, index: u32) -> f64 {
    message.get(index).as_f64().unwrap_or_default()
}
