//! Why a question has no answer: [`LookupError`].

use terms::Series;

/// Why a question has no answer. Each message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LookupError {
    /// No change has the slug.
    #[error("no change has the slug `{slug}`; {}", slug_advice(similar.as_deref()))]
    UnknownChange {
        /// As given.
        slug: String,
        /// The slug that is most similar.
        similar: Option<String>,
    },
    /// The release calendar does not have the version.
    #[error("there is no Python {version}; give a version from {oldest} to {newest}")]
    UnknownVersion {
        /// As given.
        version: Series,
        /// The first version of the calendar.
        oldest: Series,
        /// The last version of the calendar.
        newest: Series,
    },
    /// The oldest version asked for is newer than the newest one.
    #[error("Python {from} is newer than {to}; give the oldest version first")]
    Reversed {
        /// The oldest version.
        from: Series,
        /// The newest version.
        to: Series,
    },
    /// No version has the name in its standard library.
    #[error(
        "`{name}` is not a public name of the standard library of any version from {oldest} on; {}",
        name_advice(nearest)
    )]
    UnknownName {
        /// As given.
        name: String,
        /// The oldest version of the table.
        oldest: Series,
        /// The names that come closest.
        nearest: Vec<String>,
    },
    /// An upgrade has no section of this name.
    #[error("`{word}` is not a section of an upgrade; give some of {}", super::concerns().join(", "))]
    UnknownConcern {
        /// As given.
        word: String,
    },
    /// The assets lack the table of names.
    #[error("the assets have no table of names; run `whatsnew survey`")]
    NoTable,
}

fn slug_advice(similar: Option<&str>) -> String {
    similar.map_or_else(
        || "search for it to find its slug".to_owned(),
        |similar| format!("did you mean `{similar}`?"),
    )
}

fn name_advice(nearest: &[String]) -> String {
    if nearest.is_empty() {
        return "give a qualified name such as `functools.cache` or `dict.get`".to_owned();
    }
    format!("near: {}", nearest.join(", "))
}
