//! The worker that analyses Python source. The entry point is [`Analyzer`]; the worker's side
//! is in `crates/workers`.
//!
//! The page sends the source as a string, and the worker answers with the [`Analysis`] in
//! postcard's encoding.

use super::parts::Location;
use gloo::events::EventListener;
use js_sys::Uint8Array;
use python::Analysis;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// Why there is no analysis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnalyzerError {
    /// The browser refuses workers.
    #[error("the browser does not allow the analyzer to start here")]
    NotStarted,
    /// The worker could not be loaded, or stopped.
    #[error("the analyzer could not be loaded or stopped; check the connection and try again")]
    Stopped,
    /// The worker's answer is damaged.
    #[error("the analyzer's answer cannot be read; reload the page")]
    Unreadable,
}

/// A running worker. It is terminated when this is dropped.
pub struct Analyzer {
    worker: Worker,
    queue: Rc<RefCell<Queue>>,
    _listeners: [EventListener; 2],
}

/// The sources that wait while the worker is busy: only the newest one, as the older ones are
/// outdated.
#[derive(Default)]
struct Queue {
    busy: bool,
    waiting: Option<String>,
}

impl Analyzer {
    /// Starts the worker, which loads its program by itself. The callback receives every
    /// answer.
    ///
    /// # Errors
    ///
    /// If the browser does not allow workers.
    pub fn start(
        answer: impl Fn(Result<Analysis, AnalyzerError>) + 'static,
    ) -> Result<Self, AnalyzerError> {
        let worker =
            Worker::new(&Location::Analyzer.url()).map_err(|_| AnalyzerError::NotStarted)?;
        let queue = Rc::new(RefCell::new(Queue {
            // The worker sends a message when it is ready; until then sources wait.
            busy: true,
            waiting: None,
        }));
        let answer = Rc::new(answer);
        let on_message = {
            let (worker, queue, answer) = (worker.clone(), queue.clone(), answer.clone());
            EventListener::new(&worker.clone(), "message", move |event| {
                let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                if let Some(bytes) = data.and_then(|data| data.dyn_into::<Uint8Array>().ok()) {
                    let analysis = postcard::from_bytes(&bytes.to_vec());
                    answer(analysis.map_err(|_| AnalyzerError::Unreadable));
                }
                let next = {
                    let mut queue = queue.borrow_mut();
                    let next = queue.waiting.take();
                    queue.busy = next.is_some();
                    next
                };
                if let Some(source) = next {
                    let _ = worker.post_message(&JsValue::from_str(&source));
                }
            })
        };
        let on_error = EventListener::new(&worker.clone(), "error", move |_| {
            answer(Err(AnalyzerError::Stopped));
        });
        Ok(Self {
            worker,
            queue,
            _listeners: [on_message, on_error],
        })
    }

    /// Requests an analysis. A source that is still waiting is dropped.
    pub fn analyze(&self, source: &str) {
        let mut queue = self.queue.borrow_mut();
        if queue.busy {
            queue.waiting = Some(source.to_owned());
        } else {
            queue.busy = true;
            let _ = self.worker.post_message(&JsValue::from_str(source));
        }
    }
}

impl Drop for Analyzer {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
