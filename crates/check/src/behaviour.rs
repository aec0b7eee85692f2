//! Changes of behaviour that can be seen in a program: calls with certain arguments, and
//! uses of certain values. The entry point is [`observe`].
//!
//! Each rule names the change that it rests on; that change's document has the source, and
//! its repair sheet is run on interpreters.

use crate::encodings;
use crate::finding::{Certainty, FindingKind};
use crate::meaning::{Meaning, Meanings};
use python::{Argument, Call, Use, UseKind};
use std::borrow::Cow;
use terms::Series;

/// Something that a version changed.
pub(crate) struct Observed {
    pub kind: FindingKind,
    pub name: &'static str,
    pub minor: u8,
    /// The last version that behaves so.
    pub until: Option<u8>,
    pub certainty: Certainty,
    pub message: Cow<'static, str>,
    /// The slug of the change; empty if no document has it.
    pub change: &'static str,
}

impl Observed {
    pub(crate) fn new(
        kind: FindingKind,
        minor: u8,
        change: &'static str,
        name: &'static str,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            kind,
            name,
            minor,
            until: None,
            certainty: Certainty::Sure,
            message: message.into(),
            change,
        }
    }

    pub(crate) fn with(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    fn until(mut self, minor: u8) -> Self {
        self.until = Some(minor);
        self
    }

    pub(crate) fn version(&self) -> Series {
        Series::python3(self.minor)
    }
}

use Certainty::{Likely, Possible};
use FindingKind::{Added, Changed, Deprecated, Removed};

/// What a use tells of changed behaviour.
pub(crate) fn observe(one: &Use, meanings: &mut Meanings<'_, '_>) -> Vec<Observed> {
    let Some(target) = one.targets.first() else {
        return Vec::new();
    };
    match &one.kind {
        UseKind::Call(call) => match meanings.name(*target) {
            Some(name) => {
                let mut observed = of_call(&name.name, call);
                observed.extend(encodings::of_call(&name.name, call));
                observed
            }
            None => Vec::new(),
        },
        UseKind::Decorator => match meanings.name(*target) {
            Some(name) if name.name == "functools.lru_cache" => vec![Observed::new(
                Added,
                8,
                "",
                "functools.lru_cache",
                "`lru_cache` without parentheses needs 3.8",
            )],
            _ => Vec::new(),
        },
        UseKind::Docstring => vec![
            Observed::new(
                Changed,
                13,
                "3.13-docstring-indent",
                "__doc__",
                "the compiler strips the common indentation of docstrings since 3.13",
            )
            .with(Likely),
        ],
        UseKind::RaisedInGenerator => vec![Observed::new(
            Changed,
            7,
            "3.7-stopiteration",
            "StopIteration",
            "`StopIteration` raised in a generator becomes a `RuntimeError` since 3.7; use `return`",
        )],
        UseKind::FieldDefault => vec![
            Observed::new(
                Changed,
                11,
                "bpo-44674",
                "dataclasses.field",
                "a default without a hash is rejected since 3.11; use `field(default_factory=…)`",
            )
            .with(Likely),
        ],
        UseKind::Truth => match meanings.name(*target) {
            Some(name) if name.name == "NotImplemented" => vec![
                Observed::new(
                    Changed,
                    14,
                    "3.14-notimplemented-bool",
                    "NotImplemented",
                    "the truth of `NotImplemented` raises a `TypeError` since 3.14",
                ),
                Observed::new(
                    Deprecated,
                    9,
                    "3.9-notimplemented-bool",
                    "NotImplemented",
                    "the truth of `NotImplemented` is deprecated since 3.9",
                ),
            ],
            _ => Vec::new(),
        },
        UseKind::Inverted => match meanings.of(*target) {
            Meaning::Instance(kind) if &*kind.class == "bool" => vec![Observed::new(
                Deprecated,
                12,
                "gh-103487",
                "bool.__invert__",
                "`~` on a `bool` is deprecated since 3.12; use `not`",
            )],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn of_call(name: &str, call: &Call) -> Vec<Observed> {
    let found = match name {
        "asyncio.get_event_loop" => Some(
            Observed::new(
                Changed,
                14,
                "3.14-asyncio-get-event-loop",
                "asyncio.get_event_loop",
                "since 3.14 it raises a `RuntimeError` if no event loop is running or set",
            )
            .with(Possible),
        ),
        "random.sample" => matches!(call.positional.first(), Some(Argument::Set)).then(|| {
            Observed::new(
                Changed,
                11,
                "3.11-random-arguments",
                "random.sample",
                "a set is rejected since 3.11; sort it into a list first",
            )
        }),
        "random.randint" | "random.randrange" => {
            call.positional.contains(&Argument::Float).then(|| {
                Observed::new(
                    Changed,
                    12,
                    "gh-86388",
                    "random.randrange",
                    "floats are rejected since 3.12; convert them with `int()`",
                )
            })
        }
        "datetime.datetime.fromisoformat" => text(call, 0).filter(|text| needs_iso_parser(text)).map(|_| {
            Observed::new(
                Added,
                11,
                "3.11-datetime-fromisoformat",
                "datetime.datetime.fromisoformat",
                "this form of ISO 8601 is understood since 3.11",
            )
        }),
        "time.strptime" | "datetime.datetime.strptime" => return strptime(call),
        "functools.partial" => call.is_class_attribute.then(|| {
            Observed::new(
                Changed,
                14,
                "3.14-partial-method",
                "functools.partial",
                "in a class it becomes a method since 3.14 and is passed `self`; wrap it in `staticmethod`",
            )
            .with(Likely)
        }),
        "functools.partialmethod" => matches!(call.positional.first(), Some(Argument::BoundMethod))
            .then(|| {
                Observed::new(
                    Changed,
                    11,
                    "",
                    "functools.partialmethod",
                    "with a bound method the instance is not passed in 3.11 and 3.12",
                )
                .until(12)
                .with(Possible)
            }),
        "open" | "io.open" => mode(call, 1).filter(|mode| mode.contains('U')).map(|_| {
            Observed::new(
                Removed,
                11,
                "3.11-open-mode-u",
                "open",
                "the mode `U` is rejected since 3.11; leave it out",
            )
        }),
        "hmac.new" | "hmac.HMAC" => hmac(call),
        "array.array" => return array(call),
        "re.sub" | "re.subn" => positional_flags(call, 3),
        "re.split" => positional_flags(call, 2),
        "typing.NamedTuple" => (!call.keywords.is_empty() && call.positional.len() == 1).then(|| {
            Observed::new(
                Deprecated,
                13,
                "3.13-namedtuple-keywords",
                "typing.NamedTuple",
                "fields as keywords are deprecated since 3.13 and rejected since 3.15",
            )
        }),
        "datetime.datetime.strftime" | "datetime.date.strftime" | "time.strftime" => strftime(call),
        _ => None,
    };
    found.into_iter().collect()
}

fn text(call: &Call, index: usize) -> Option<&str> {
    match call.positional.get(index) {
        Some(Argument::Text(text)) => Some(text),
        _ => None,
    }
}

fn mode(call: &Call, index: usize) -> Option<&str> {
    let mut keywords = call.keywords.iter();
    let keyword = keywords.find_map(|(name, value)| match value {
        Argument::Text(text) if name == "mode" => Some(text.as_str()),
        _ => None,
    });
    text(call, index).or(keyword)
}

/// Whether a text has a form of ISO 8601 that only 3.11 and later read: `Z`, a comma, no
/// separators, weeks, or a fraction with another number of digits than 3 or 6.
fn needs_iso_parser(text: &str) -> bool {
    let Some(first) = text.bytes().next() else {
        return false;
    };
    if !first.is_ascii_digit() {
        return false;
    }
    let has_fraction = text.rsplit_once('.').is_some_and(|(_, rest)| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        !matches!(digits, 3 | 6)
    });
    text.ends_with('Z')
        || text.contains(',')
        || text.contains('W')
        || text.get(4..5).is_some_and(|separator| separator != "-")
        || text.get(13..14).is_some_and(|separator| separator != ":")
        || has_fraction
}

fn strptime(call: &Call) -> Vec<Observed> {
    let Some(format) = text(call, 1) else {
        return Vec::new();
    };
    let has = |code: &str| format.contains(code);
    let has_year = ["%Y", "%y", "%G", "%c", "%x", "%s"].into_iter().any(has);
    if !has("%d") || has_year {
        return Vec::new();
    }
    vec![
        Observed::new(
            Changed,
            15,
            "3.15-strptime-day-without-year",
            "strptime",
            "`%d` without a year raises a `ValueError` since 3.15; add a year to the text and the format",
        ),
        Observed::new(
            Deprecated,
            13,
            "3.13-strptime-day-deprecated",
            "strptime",
            "`%d` without a year is deprecated since 3.13; add a year to the text and the format",
        ),
    ]
}

fn strftime(call: &Call) -> Option<Observed> {
    let mut texts = call.positional.iter().filter_map(|one| match one {
        Argument::Text(text) => Some(text),
        _ => None,
    });
    let is_week = |text: &str| {
        ["%G", "%V", "%u"]
            .into_iter()
            .any(|code| text.contains(code))
    };
    if texts.clone().any(|text| is_week(text)) {
        return Some(Observed::new(
            Added,
            6,
            "",
            "strftime",
            "the codes `%G`, `%V` and `%u` are understood since 3.6",
        ));
    }
    texts.any(|text| text.contains("%:z")).then(|| {
        Observed::new(
            Added,
            12,
            "",
            "strftime",
            "the code `%:z` is understood since 3.12",
        )
    })
}

/// `digestmod` is required since 3.8.
fn hmac(call: &Call) -> Option<Observed> {
    let has_digest = call.positional.len() > 2
        || call.has_starred
        || call.has_double_starred
        || call.keywords.iter().any(|(name, _)| name == "digestmod");
    (!has_digest).then(|| {
        Observed::new(
            Changed,
            8,
            "3.8-hmac-digestmod",
            "hmac.new",
            "`digestmod` is required since 3.8; `digestmod=\"md5\"` keeps the old result",
        )
    })
}

fn array(call: &Call) -> Vec<Observed> {
    match text(call, 0) {
        Some("q" | "Q") => vec![Observed::new(
            Added,
            3,
            "",
            "array.array",
            "the type codes `q` and `Q` were added in 3.3",
        )],
        Some("w") => vec![Observed::new(
            Added,
            13,
            "3.13-array-w-typecode",
            "array.array",
            "the type code `w` was added in 3.13",
        )],
        Some("u") => vec![
            Observed::new(
                Removed,
                16,
                "3.16-array-u",
                "array.array",
                "the type code `u` is removed in 3.16; use `w`",
            ),
            Observed::new(
                Deprecated,
                13,
                "3.13-array-u-deprecated",
                "array.array",
                "the type code `u` is deprecated since 3.13; use `w`",
            ),
        ],
        _ => Vec::new(),
    }
}

fn positional_flags(call: &Call, limit: usize) -> Option<Observed> {
    (call.positional.len() > limit).then(|| {
        Observed::new(
            Deprecated,
            13,
            "3.13-re-positional-arguments",
            "re",
            "`count`, `maxsplit` and `flags` by position are deprecated since 3.13; pass them by keyword",
        )
    })
}
