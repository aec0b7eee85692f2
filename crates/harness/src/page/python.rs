//! Runs programs on the page's CPython through the module that the explorer
//! calls, without the user interface.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Page;

/// Runs a program and collects the messages about it. `stop` is the kind of
/// message after which it is stopped, if any.
const RUN: &str = "
const [series, code, limit, stop] = arguments;
return (async () => {
  const { run } = await importPart(document.getElementById('parts').dataset.runtimeHost);
  const log = { loading: [], stdout: '', stderr: '', capped: [] };
  await new Promise((done) => {
    const end = run(series, code, limit, ([kind, ...rest]) => {
      if (kind === 'loading') log.loading.push(rest);
      else if (kind === 'output') log[rest[0]] += rest[1];
      else if (kind === 'capped') log.capped.push(rest[0]);
      else if (kind === 'started') log.started = rest[0];
      else {
        log.end = [kind, ...rest];
        done();
      }
      if (kind === stop) setTimeout(end);
    });
  });
  return log;
})();
";

/// Calls a function of the module and returns what it resolves to, or the
/// message with which it rejects.
const CALL: &str = "
const [name, ...given] = arguments;
return importPart(document.getElementById('parts').dataset.runtimeHost)
  .then((host) => host[name](...given, () => {}))
  .then((value) => value ?? null, (message) => message);
";

/// The messages about a run.
#[derive(Debug, Deserialize)]
pub struct RunLog {
    /// Progress of loading: the bytes received and the total, for each message.
    pub loading: Vec<(u64, u64)>,
    /// The exact version, if the program was started.
    #[serde(default)]
    pub started: String,
    /// The standard output of the program.
    pub stdout: String,
    /// The standard error of the program.
    pub stderr: String,
    /// The streams whose output was truncated.
    pub capped: Vec<String>,
    end: Vec<Value>,
}

impl RunLog {
    /// The kind and the texts of the last message.
    pub fn end(&self) -> Vec<&str> {
        self.end.iter().filter_map(Value::as_str).collect()
    }

    /// The value of the last expression.
    pub fn value(&self) -> Option<&str> {
        self.finished(1)
    }

    /// The traceback.
    pub fn traceback(&self) -> Option<&str> {
        self.finished(2)
    }

    fn finished(&self, index: usize) -> Option<&str> {
        let is_finished = self.end.first().is_some_and(|kind| kind == "finished");
        self.end.get(index).filter(|_| is_finished)?.as_str()
    }
}

impl Page {
    /// Runs a program with a time limit of 20 s.
    #[track_caller]
    pub fn python(&self, series: &str, code: &str) -> RunLog {
        self.python_for(20_000, series, code)
    }

    /// Runs a program with a time limit in milliseconds.
    #[track_caller]
    pub fn python_for(&self, millis: u32, series: &str, code: &str) -> RunLog {
        self.script(RUN, vec![json!(series), json!(code), json!(millis)])
    }

    /// Runs a program and stops it after the first message of a kind.
    #[track_caller]
    pub fn python_until(&self, kind: &str, series: &str, code: &str) -> RunLog {
        let arguments = vec![json!(series), json!(code), json!(20_000), json!(kind)];
        self.script(RUN, arguments)
    }

    /// The result of a call to the module about offline storage.
    #[track_caller]
    pub fn runtime_call(&self, name: &str, series: Option<&str>) -> Value {
        let mut arguments = vec![json!(name)];
        arguments.extend(series.map(|series| json!(series)));
        self.script(CALL, arguments)
    }
}
