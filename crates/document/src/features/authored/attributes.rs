//! The attributes that a feature's heading may have.

use crate::{Warning, builder::HeadingPlace, features::references::References, links, spelling};
use std::{fmt::Display, str::FromStr};
use terms::{Area, Date, Impact, Kind, ReleaseNumber, Series, Status};

/// Every attribute there is.
const NAMES: &[&str] = &[
    "kind",
    "status",
    "pep",
    "issue",
    "created",
    "area",
    "module",
    "name",
    "alias",
    "series",
    "removed",
    "removal",
    "deprecated",
    "impact",
    "related",
    "url",
];

/// What the braces of one heading say.
#[derive(Default)]
pub(super) struct Attributes {
    /// How many attributes are known by name, be their values right or not.
    pub recognised: usize,
    pub kind: Option<Kind>,
    pub status: Option<Status>,
    pub references: References,
    pub created: Option<Date>,
    pub area: Option<Area>,
    pub module: Option<String>,
    pub names: Vec<String>,
    pub aliases: Vec<String>,
    pub series: Option<Series>,
    pub removed: Option<ReleaseNumber>,
    pub removal: Option<Series>,
    pub deprecated: Option<Series>,
    pub impact: Option<Impact>,
    pub related: Vec<String>,
    pub url: Option<String>,
}

impl Attributes {
    /// Reads a heading's attributes; an unknown one and a value that is not
    /// written as it should be are left out with a warning.
    pub fn read(place: &HeadingPlace, warnings: &mut Vec<Warning>) -> Self {
        let mut attributes = Self::default();
        for (key, value) in &place.attributes {
            if !NAMES.contains(&key.as_str()) {
                let message = unknown(key);
                warnings.push(Warning::new(place.line, message));
                continue;
            }
            attributes.recognised += 1;
            let value = value.as_deref().unwrap_or_default();
            if let Err(problem) = attributes.set(key, value) {
                let message = format!("the attribute `{key}`: {problem}");
                warnings.push(Warning::new(place.line, message));
            }
        }
        attributes
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        if value.is_empty() {
            return Err(format!("no value; write it like `{key}=…`"));
        }
        match key {
            "kind" => self.kind = Some(term(value)?),
            "status" => self.status = Some(term(value)?),
            "pep" => self.references.peps = terms(value)?,
            "issue" => self.references.issues = terms(value)?,
            "created" => self.created = Some(date(value)?),
            "area" => self.area = Some(term(value)?),
            "module" => self.module = Some(value.to_owned()),
            "name" => self.names = words(value),
            "alias" => self.aliases = aliases(value),
            "series" => self.series = Some(term(value)?),
            "removed" => self.removed = Some(term(value)?),
            "removal" => self.removal = Some(term(value)?),
            "deprecated" => self.deprecated = Some(term(value)?),
            "impact" => self.impact = Some(term(value)?),
            "related" => self.related = words(value),
            "url" => {
                let url = links::allowed(value).ok_or_else(|| {
                    format!("`{value}` is no link; use http, https or a relative path")
                })?;
                self.url = Some(url.to_owned());
            }
            _ => {}
        }
        Ok(())
    }
}

fn unknown(key: &str) -> String {
    match spelling::nearest(key, NAMES) {
        Some(meant) => format!("the attribute `{key}` is unknown; did you mean `{meant}`?"),
        None => format!(
            "the attribute `{key}` is unknown; there are {}",
            NAMES.join(", ")
        ),
    }
}

fn term<T: FromStr<Err: Display>>(value: &str) -> Result<T, String> {
    value.parse().map_err(|error: T::Err| error.to_string())
}

fn terms<T: FromStr<Err: Display>>(value: &str) -> Result<Vec<T>, String> {
    value.split(',').map(term).collect()
}

fn words(value: &str) -> Vec<String> {
    let words = value.split(',').filter(|word| !word.is_empty());
    words.map(ToOwned::to_owned).collect()
}

/// Other names that people use; a hyphen stands for a space.
fn aliases(value: &str) -> Vec<String> {
    let spaced = |alias: String| alias.replace('-', " ");
    words(value).into_iter().map(spaced).collect()
}

fn date(value: &str) -> Result<Date, String> {
    value
        .parse()
        .map_err(|_| format!("`{value}` is no date; write it like 2024-10-15"))
}
