//! The attributes that a feature's heading may have.

use crate::attribute::{Form, NAMES, RawAttribute};
use crate::{Warning, features::references::References, links, spelling};
use std::{collections::BTreeSet, fmt::Display, str::FromStr};
use terms::{Area, Date, Impact, Kind, ReleaseNumber, Series, Status};

/// What the attributes of one heading say.
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
    /// written as it should be are left out with a warning. An address that is
    /// a fragment is one of the document's source.
    pub(super) fn read(
        raw: &[RawAttribute],
        source: Option<&str>,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let mut attributes = Self::default();
        let mut seen = BTreeSet::new();
        for raw in raw {
            let (key, value) = match attribute(raw) {
                Ok(attribute) => attribute,
                Err(message) => {
                    warnings.push(Warning::new(raw.line, message));
                    continue;
                }
            };
            attributes.recognised += 1;
            let result = if seen.insert(key) {
                attributes.set(key, value, raw.form, source)
            } else {
                Err("it is given already; keep one of them".to_owned())
            };
            if let Err(problem) = result {
                let message = format!("the attribute `{key}`: {problem}");
                warnings.push(Warning::new(raw.line, message));
            }
        }
        attributes
    }

    fn set(
        &mut self,
        key: &str,
        value: &str,
        form: Form,
        source: Option<&str>,
    ) -> Result<(), String> {
        if value.is_empty() {
            let separator = match form {
                Form::Braces => "=",
                Form::Block => ": ",
            };
            return Err(format!("no value; write it like `{key}{separator}…`"));
        }
        match key {
            "kind" => self.kind = Some(word(key, value, Kind::ALL, Kind::key)?),
            "status" => self.status = Some(word(key, value, Status::ALL, Status::key)?),
            "pep" => self.references.peps = terms(value)?,
            "issue" => self.references.issues = terms(value)?,
            "created" => self.created = Some(date(value)?),
            "area" => self.area = Some(word(key, value, Area::ALL, Area::key)?),
            "module" => self.module = Some(value.to_owned()),
            "name" => self.names = words(value),
            "alias" => self.aliases = aliases(value, form),
            "series" => self.series = Some(term(value)?),
            "removed" => self.removed = Some(term(value)?),
            "removal" => self.removal = Some(term(value)?),
            "deprecated" => self.deprecated = Some(term(value)?),
            "impact" => self.impact = Some(word(key, value, Impact::ALL, Impact::key)?),
            "related" => self.related = words(value),
            "url" => self.url = Some(address(value, form, source)?),
            _ => {}
        }
        Ok(())
    }
}

/// The attribute that something written is, and its value. A word alone in
/// braces is a kind, even `removed`, which is an attribute where it has a value.
fn attribute(raw: &RawAttribute) -> Result<(&str, &str), String> {
    let key = raw.key.as_str();
    if raw.value.is_none() && key.parse::<Kind>().is_ok() {
        return Ok(("kind", key));
    }
    if NAMES.contains(&key) {
        return Ok((key, raw.value.as_deref().unwrap_or_default()));
    }
    if raw.value.is_none() {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
        if let Some(meant) = spelling::nearest(key, &kinds) {
            return Err(format!("`{key}` is not a kind; did you mean `{meant}`?"));
        }
    }
    Err(unknown(key))
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

/// One of some words, or what was probably meant.
fn word<T: FromStr<Err: Display> + Copy>(
    attribute: &str,
    value: &str,
    all: &[T],
    key: fn(T) -> &'static str,
) -> Result<T, String> {
    value.parse().map_err(|error: T::Err| {
        let keys: Vec<&str> = all.iter().map(|value| key(*value)).collect();
        match spelling::nearest(value, &keys) {
            Some(meant) => {
                format!("`{value}` is not a valid {attribute}; did you mean `{meant}`?")
            }
            None => error.to_string(),
        }
    })
}

fn terms<T: FromStr<Err: Display>>(value: &str) -> Result<Vec<T>, String> {
    value.split(',').map(|part| term(part.trim())).collect()
}

fn words(value: &str) -> Vec<String> {
    let words = value.split(',').map(str::trim);
    let words = words.filter(|word| !word.is_empty());
    words.map(ToOwned::to_owned).collect()
}

/// Other names that people use. In braces, where a value cannot have spaces, a
/// hyphen stands for one.
fn aliases(value: &str, form: Form) -> Vec<String> {
    let aliases = words(value).into_iter();
    match form {
        Form::Braces => aliases.map(|alias| alias.replace('-', " ")).collect(),
        Form::Block => aliases.collect(),
    }
}

/// An address. In a block one that is only a fragment is of the source's page.
fn address(value: &str, form: Form, source: Option<&str>) -> Result<String, String> {
    let mut address = value.to_owned();
    if form == Form::Block && value.starts_with('#') {
        let source = source.ok_or_else(|| {
            format!("`{value}` is an anchor of the source, whose `url:` is not given; add it")
        })?;
        let page = source.split('#').next().unwrap_or_default();
        address = format!("{page}{value}");
    }
    let url = links::allowed(&address)
        .ok_or_else(|| format!("`{value}` is no link; use http, https or a relative path"))?;
    Ok(url.to_owned())
}

fn date(value: &str) -> Result<Date, String> {
    value
        .parse()
        .map_err(|_| format!("`{value}` is no date; write it like 2024-10-15"))
}
