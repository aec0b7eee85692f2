//! What the browser logged, and which of it a test has to answer for.
//! [`Log`] is the entry point.

use std::fmt;

/// One thing that a browser, a page or the server reported.
pub(crate) struct Entry {
    /// Whether a test fails that has not expected it.
    severe: bool,
    text: String,
}

impl Entry {
    /// What was reported, and whether it is an error. A refusal by the security
    /// policy is called the same, whoever tells of it.
    pub(crate) fn new(severe: bool, text: String) -> Self {
        let text = ["Content Security Policy", "Content-Security-Policy"]
            .iter()
            .fold(text, |text, name| text.replace(name, "Security policy"));
        Self { severe, text }
    }
}

/// Everything that was reported during a test.
#[derive(Default)]
pub(crate) struct Log {
    entries: Vec<Entry>,
    expected: Vec<String>,
    allowed: Vec<&'static str>,
}

impl Log {
    /// Adds what was reported since the last time.
    pub(crate) fn extend(&mut self, entries: impl IntoIterator<Item = Entry>) {
        self.entries.extend(entries);
    }

    /// From now on an error that contains `text` is what the test is about.
    pub(crate) fn expect(&mut self, text: &str) {
        self.expected.push(text.to_owned());
    }

    /// From now on an error that contains `text` is none; not every browser has it.
    pub(crate) fn allow(&mut self, text: &'static str) {
        self.allowed.push(text);
    }

    /// The errors that no test expected: an uncaught exception, a failed request,
    /// a refusal by the security policy, and `console.error`, with which a panic
    /// is reported.
    pub(crate) fn errors(&self) -> Vec<&str> {
        self.entries
            .iter()
            .filter(|entry| entry.severe)
            .map(|entry| entry.text.as_str())
            .filter(|message| !self.expected.iter().any(|text| message.contains(text)))
            .filter(|message| !self.allowed.iter().any(|text| message.contains(text)))
            .collect()
    }

    /// The texts that were expected and never reported.
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
