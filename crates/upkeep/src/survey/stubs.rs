//! The declarations of typeshed. The entry point is [`Stubs::parse`].

use serde::Deserialize;
use std::collections::BTreeMap;
use terms::Series;

/// The answer of `typeshed.py`.
#[derive(Debug, Clone, Default)]
pub struct Stubs(BTreeMap<String, Stub>);

/// A name that typeshed declares.
#[derive(Debug, Clone, Deserialize)]
pub struct Stub {
    name: String,
    /// The module that declares it.
    pub module: String,
    /// One of the words of [`api::Kind`].
    pub kind: String,
    /// The versions that have it, by the word for the platform.
    pub platforms: BTreeMap<String, Vec<Series>>,
}

impl Stubs {
    /// Parses the output of `typeshed.py`.
    ///
    /// # Errors
    ///
    /// If a line has another form.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let stubs = text.lines().map(|line| {
            let stub: Stub = serde_json::from_str(line)?;
            Ok((stub.name.clone(), stub))
        });
        stubs.collect::<Result<_, _>>().map(Self)
    }

    /// The declared names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Stub)> {
        self.0.iter().map(|(name, stub)| (name.as_str(), stub))
    }
}
