//! What the browser logged, and which of it a test has to answer for.
//! [`Log`] is the entry point.

use std::fmt;

use thirtyfour::BrowserLogEntry;

/// Everything a browser has logged during a test.
#[derive(Default)]
pub struct Log {
    entries: Vec<BrowserLogEntry>,
    expected: Vec<String>,
}

impl Log {
    /// Adds what the browser has logged since the last time.
    pub fn extend(&mut self, entries: Vec<BrowserLogEntry>) {
        self.entries.extend(entries);
    }

    /// From now on an error that contains `text` is what the test is about.
    pub fn expect(&mut self, text: &str) {
        self.expected.push(text.to_owned());
    }

    /// The errors that no test expected. The browser logs an uncaught
    /// exception, a failed request and a refusal by the security policy as
    /// severe; so does `console.error`, with which a panic is reported.
    pub fn errors(&self) -> Vec<&str> {
        self.entries
            .iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|entry| entry.message.as_str())
            .filter(|message| !self.expected.iter().any(|text| message.contains(text)))
            .collect()
    }

    /// The texts that were expected and never logged.
    pub fn missing(&self) -> Vec<&str> {
        self.expected
            .iter()
            .map(String::as_str)
            .filter(|text| {
                !self
                    .entries
                    .iter()
                    .any(|entry| entry.message.contains(text))
            })
            .collect()
    }
}

impl fmt::Display for Log {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for entry in &self.entries {
            writeln!(formatter, "  {:<7} {}", entry.level, entry.message)?;
        }
        Ok(())
    }
}
