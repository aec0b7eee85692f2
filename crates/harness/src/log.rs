//! Collects what the browser logs and decides which errors fail a test. [`Log`]
//! is the entry point.

use std::fmt;

/// A message from a browser, a page or the server.
pub(crate) struct Entry {
    /// Whether it fails a test that does not expect it.
    severe: bool,
    text: String,
}

impl Entry {
    /// A message, and whether it is an error. The wording for violations of the
    /// security policy is unified across browsers.
    pub(crate) fn new(severe: bool, text: String) -> Self {
        let text = ["Content Security Policy", "Content-Security-Policy"]
            .iter()
            .fold(text, |text, name| text.replace(name, "Security policy"));
        Self { severe, text }
    }
}

/// All messages during a test.
#[derive(Default)]
pub(crate) struct Log {
    entries: Vec<Entry>,
    expected: Vec<String>,
    allowed: Vec<&'static str>,
}

impl Log {
    /// Adds new messages.
    pub(crate) fn extend(&mut self, entries: impl IntoIterator<Item = Entry>) {
        self.entries.extend(entries);
    }

    /// Expects an error that contains `text`; the test fails without it.
    pub(crate) fn expect(&mut self, text: &str) {
        self.expected.push(text.to_owned());
    }

    /// Ignores errors that contain `text`, which not every browser reports.
    pub(crate) fn allow(&mut self, text: &'static str) {
        self.allowed.push(text);
    }

    /// The unexpected errors: uncaught exceptions, failed requests, violations
    /// of the security policy, and `console.error`, which reports panics.
    pub(crate) fn errors(&self) -> Vec<&str> {
        self.entries
            .iter()
            .filter(|entry| entry.severe)
            .map(|entry| entry.text.as_str())
            .filter(|message| !self.expected.iter().any(|text| message.contains(text)))
            .filter(|message| !self.allowed.iter().any(|text| message.contains(text)))
            .collect()
    }

    /// The expected texts that were not reported.
    pub(crate) fn missing(&self) -> Vec<&str> {
        self.expected
            .iter()
            .map(String::as_str)
            .filter(|text| !self.entries.iter().any(|entry| entry.text.contains(text)))
            .collect()
    }
}

impl fmt::Display for Log {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Entry { severe, text } in &self.entries {
            let mark = if *severe { "error" } else { "" };
            writeln!(formatter, "  {mark:<5} {text}")?;
        }
        Ok(())
    }
}
