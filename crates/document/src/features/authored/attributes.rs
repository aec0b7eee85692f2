//! Validates the attributes of a feature's heading.

use crate::attribute::{Form, RawAttribute};
use crate::spelling::{nearest, suggestion};
use crate::{
    Attribute, Code, Diagnostic, Position, Word, WrittenAttribute,
    features::references::References, links,
};
use std::{collections::BTreeSet, str::FromStr};
use terms::{Area, Break, Date, Fix, Impact, Kind, ReleaseNumber, Series, Status, TermError};

/// The values of the attributes of one heading.
#[derive(Default)]
pub(super) struct Attributes {
    /// The number of attributes with a known or misspelt key, whether or not
    /// their values are valid.
    pub recognised: usize,
    /// Their positions.
    pub written: Vec<WrittenAttribute>,
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
    pub breaks: Option<Break>,
    pub backports: Vec<String>,
    pub fixes: Vec<Fix>,
    pub untested: Option<String>,
    pub related: Vec<String>,
    pub url: Option<String>,
}

impl Attributes {
    /// Reads the attributes of a heading. Unknown attributes and invalid values
    /// are left out with a diagnostic. A fragment as an address refers to the
    /// document's `source`.
    pub(super) fn read(
        raw: &[RawAttribute],
        source: Option<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut attributes = Self::default();
        let mut seen = BTreeSet::new();
        for raw in raw {
            let (attribute, problem) = match identify(raw) {
                Identified::Attribute(attribute) if seen.insert(attribute) => {
                    let problem = attributes.set(attribute, raw, source);
                    (Some(attribute), problem.err())
                }
                Identified::Attribute(attribute) => {
                    let message = format!("`{}` is given already", attribute.key());
                    let problem = Problem::new(message, "keep one of them");
                    (Some(attribute), Some(problem.of_attribute(raw)))
                }
                Identified::Misspelt(attribute, problem) => (Some(attribute), Some(problem)),
                Identified::Unknown(problem) => (None, Some(problem)),
            };
            attributes.recognised += usize::from(attribute.is_some());
            if let Some(attribute) = attribute
                && attributes.written.iter().all(|w| w.attribute != attribute)
            {
                attributes.written.push(WrittenAttribute {
                    attribute,
                    position: raw.position,
                    words: raw.words.clone(),
                });
            }
            if let Some(problem) = problem {
                let code = attribute.map_or(Code::Attribute, Attribute::code);
                diagnostics.push(problem.into_diagnostic(code, raw.value_position()));
            }
        }
        attributes
    }

    fn set(
        &mut self,
        attribute: Attribute,
        raw: &RawAttribute,
        source: Option<&str>,
    ) -> Result<(), Problem> {
        let value = written_value(attribute, raw);
        if value.is_empty() {
            let separator = match raw.form {
                Form::Braces => "=",
                Form::Block => ": ",
            };
            let key = attribute.key();
            let problem = Problem::new(
                format!("`{key}` has no value"),
                format!("write it like `{key}{separator}…`"),
            );
            return Err(problem.of_attribute(raw));
        }
        match attribute {
            Attribute::Kind => self.kind = Some(one_of(attribute, value, Kind::ALL, Kind::key)?),
            Attribute::Status => {
                self.status = Some(one_of(attribute, value, Status::ALL, Status::key)?);
            }
            Attribute::Pep => self.references.peps = terms(&raw.words, value)?,
            Attribute::Issue => self.references.issues = terms(&raw.words, value)?,
            Attribute::Created => self.created = Some(date(value)?),
            Attribute::Area => self.area = Some(one_of(attribute, value, Area::ALL, Area::key)?),
            Attribute::Module => self.module = Some(value.to_owned()),
            Attribute::Name => self.names = words(value),
            Attribute::Alias => self.aliases = aliases(value, raw.form),
            Attribute::Series => self.series = Some(term(value)?),
            Attribute::Removed => self.removed = Some(term(value)?),
            Attribute::Removal => self.removal = Some(term(value)?),
            Attribute::Deprecated => self.deprecated = Some(term(value)?),
            Attribute::Impact => {
                self.impact = Some(one_of(attribute, value, Impact::ALL, Impact::key)?);
            }
            Attribute::Break => {
                self.breaks = Some(one_of(attribute, value, Break::ALL, Break::key)?);
            }
            Attribute::Backport => self.backports = unless_none(value, || Ok(words(value)))?,
            Attribute::Fix => self.fixes = unless_none(value, || terms(&raw.words, value))?,
            Attribute::Untested => self.untested = Some(value.to_owned()),
            Attribute::Related => self.related = words(value),
            Attribute::Url => self.url = Some(address(value, raw.form, source)?),
        }
        Ok(())
    }
}

/// An error in an attribute, with help.
struct Problem {
    message: String,
    help: String,
    /// Its position, if not that of the value.
    at: Option<Position>,
    /// Its code, if not that of the value.
    code: Option<Code>,
}

impl Problem {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
            at: None,
            code: None,
        }
    }

    /// Assigns the problem to the attribute rather than to its value.
    fn of_attribute(self, raw: &RawAttribute) -> Self {
        Self {
            at: Some(raw.position),
            code: Some(Code::Attribute),
            ..self
        }
    }

    fn into_diagnostic(self, code: Code, position: Position) -> Diagnostic {
        let (code, position) = (self.code.unwrap_or(code), self.at.unwrap_or(position));
        Diagnostic::new(code, position, self.message).with_help(self.help)
    }
}

impl From<TermError> for Problem {
    fn from(error: TermError) -> Self {
        let message = format!("`{}` is not a valid {}", error.text, error.what);
        Self::new(message, format!("write it like {}", error.example))
    }
}

/// The interpretation of an attribute's key.
enum Identified {
    Attribute(Attribute),
    /// An unknown key, with the attribute that was probably meant.
    Misspelt(Attribute, Problem),
    Unknown(Problem),
}

/// Whether this is a kind: a single word in braces, even `removed`, which with
/// a value is another attribute.
fn is_kind(raw: &RawAttribute) -> bool {
    raw.value.is_none() && raw.key.parse::<Kind>().is_ok()
}

fn identify(raw: &RawAttribute) -> Identified {
    let key = raw.key.as_str();
    if is_kind(raw) {
        return Identified::Attribute(Attribute::Kind);
    }
    if let Some(attribute) = Attribute::of_key(key) {
        return Identified::Attribute(attribute);
    }
    let kinds = Kind::ALL.iter().map(|kind| kind.key());
    if raw.value.is_none()
        && let Some(meant) = nearest(key, kinds)
    {
        let message = format!("`{key}` is not a valid kind");
        let problem = Problem::new(message, format!("did you mean `{meant}`?"));
        return Identified::Misspelt(Attribute::Kind, problem);
    }
    let short: String = key.chars().take(60).collect();
    let message = format!("the attribute `{short}` is unknown");
    let keys = Attribute::keys();
    match nearest(key, keys.iter().copied()).and_then(Attribute::of_key) {
        Some(meant) => {
            let help = format!("did you mean `{}`?", meant.key());
            Identified::Misspelt(meant, Problem::new(message, help).of_attribute(raw))
        }
        None => {
            let problem = Problem::new(message, suggestion(key, &keys));
            Identified::Unknown(problem.of_attribute(raw))
        }
    }
}

/// The value of an attribute; for a kind in braces, this is the key.
fn written_value(attribute: Attribute, raw: &RawAttribute) -> &str {
    if attribute == Attribute::Kind && is_kind(raw) {
        return &raw.key;
    }
    raw.value.as_deref().unwrap_or_default()
}

fn term<T: FromStr<Err = TermError>>(value: &str) -> Result<T, Problem> {
    Ok(value.parse()?)
}

/// Parses one of some words; the error suggests the one probably meant.
fn one_of<T: FromStr + Copy>(
    attribute: Attribute,
    value: &str,
    all: &[T],
    key: fn(T) -> &'static str,
) -> Result<T, Problem> {
    value.parse().map_err(|_| {
        let keys: Vec<&str> = all.iter().map(|value| key(*value)).collect();
        let short: String = value.chars().take(60).collect();
        let message = format!("`{short}` is not a valid {}", attribute.key());
        Problem::new(message, suggestion(value, &keys))
    })
}

/// Parses comma-separated terms; an error is positioned at the invalid one.
fn terms<T: FromStr<Err = TermError>>(placed: &[Word], value: &str) -> Result<Vec<T>, Problem> {
    let term = |part: &str| {
        term(part).map_err(
            |problem: Problem| match placed.iter().find(|w| w.text == part) {
                Some(word) => Problem {
                    at: Some(word.position),
                    ..problem
                },
                None => problem,
            },
        )
    };
    value.split(',').map(|part| term(part.trim())).collect()
}

/// The items of a value, of which there are none if it is `none`.
fn unless_none<T>(
    value: &str,
    items: impl FnOnce() -> Result<Vec<T>, Problem>,
) -> Result<Vec<T>, Problem> {
    match value {
        "none" => Ok(Vec::new()),
        _ => items(),
    }
}

fn words(value: &str) -> Vec<String> {
    let words = value.split(',').map(str::trim);
    let words = words.filter(|word| !word.is_empty());
    words.map(ToOwned::to_owned).collect()
}

/// Parses aliases. In braces, where values cannot contain spaces, hyphens are
/// read as spaces.
fn aliases(value: &str, form: Form) -> Vec<String> {
    let aliases = words(value).into_iter();
    match form {
        Form::Braces => aliases.map(|alias| alias.replace('-', " ")).collect(),
        Form::Block => aliases.collect(),
    }
}

/// Parses an address. In a block, a fragment refers to the source's page.
fn address(value: &str, form: Form, source: Option<&str>) -> Result<String, Problem> {
    let mut address = value.to_owned();
    if form == Form::Block && value.starts_with('#') {
        let source = source.ok_or_else(|| {
            let message = format!("`{value}` is an anchor of a source without an address");
            Problem::new(message, "give the `url:` of the source in the front matter")
        })?;
        let page = source.split('#').next().unwrap_or_default();
        address = format!("{page}{value}");
    }
    let url = links::allowed(&address).ok_or_else(|| {
        let message = format!("`{value}` is not an address that may be followed");
        Problem::new(message, "use http, https or a relative path")
    })?;
    Ok(url.to_owned())
}

fn date(value: &str) -> Result<Date, Problem> {
    value.parse().map_err(|_| {
        let message = format!("`{value}` is not a valid date");
        Problem::new(message, "write it like 2024-10-15")
    })
}
