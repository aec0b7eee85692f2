//! The versions that code is to run on, and who says so. The entry point is
//! [`Versions::choose`].

use super::settings::Settings;
use api::Table;
use lookup::LookupError;
use pep440_rs::{Version, VersionSpecifiers};
use std::fmt;
use terms::Series;

/// Why the versions of the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RequiresError {
    #[error("{place}: `requires-python` is no version specifier ({message})")]
    Malformed { place: String, message: String },
    #[error("{place}: `requires-python` allows no version of Python 3")]
    Nothing { place: String },
}

/// Who says a version.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    /// An option of the command line.
    Option(&'static str),
    /// A key of the settings, with its place.
    Setting(&'static str, String),
    /// `requires-python` of the project, with its place.
    Requires(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option(name) => write!(f, "{name}"),
            Self::Setting(key, place) => write!(f, "`{key}`, {place}"),
            Self::Requires(place) => write!(f, "`requires-python`, {place}"),
        }
    }
}

/// The versions that code is to run on.
#[derive(Debug)]
pub(crate) struct Versions {
    from: Option<(Series, Origin)>,
    to: Option<(Series, Origin)>,
}

impl Versions {
    /// Those of the options, else those of the settings, else those that the project requires.
    pub(crate) fn choose(
        from: Option<Series>,
        to: Option<Series>,
        settings: Option<&Settings>,
    ) -> Result<Self, RequiresError> {
        let option = |version: Option<Series>, name| Some((version?, Origin::Option(name)));
        let mut chosen = Self {
            from: option(from, "--from"),
            to: option(to, "--to"),
        };
        let Some(settings) = settings else {
            return Ok(chosen);
        };
        let setting = |version: &Option<toml::Spanned<Series>>, key| {
            let version = version.as_ref()?;
            let origin = Origin::Setting(key, settings.place(version.span()));
            Some((*version.get_ref(), origin))
        };
        chosen.from = chosen.from.or_else(|| setting(&settings.from, "from"));
        chosen.to = chosen.to.or_else(|| setting(&settings.to, "to"));
        if chosen.from.is_some() && chosen.to.is_some() {
            return Ok(chosen);
        }
        let Some(requires) = &settings.requires else {
            return Ok(chosen);
        };
        let place = settings.place(requires.span());
        let (oldest, newest) = allowed(requires.get_ref(), &place)?;
        let origin = Origin::Requires(place);
        chosen.from = chosen.from.or_else(|| Some((oldest, origin.clone())));
        chosen.to = chosen.to.or_else(|| Some((newest?, origin)));
        Ok(chosen)
    }

    /// The oldest and the newest version to check for. What a project may run on some day, but
    /// no table knows, is not asked for.
    pub(crate) fn asked(&self, table: &Table) -> (Option<Series>, Option<Series>) {
        let known = |(version, origin): &(Series, Origin)| match origin {
            Origin::Requires(_) => table
                .survey()
                .newest()
                .map_or(*version, |newest| newest.min(*version)),
            _ => *version,
        };
        let from = self.from.as_ref().map(|(version, _)| *version);
        (from, self.to.as_ref().map(known))
    }

    /// Why these versions cannot be checked for, with those who say them.
    pub(crate) fn explain(&self, error: &LookupError) -> String {
        let origins = [&self.from, &self.to].into_iter().flatten();
        let origins: Vec<String> = origins
            .map(|(version, origin)| format!("{version} is from {origin}"))
            .collect();
        match origins.is_empty() {
            true => error.to_string(),
            false => format!("{error} ({})", origins.join("; ")),
        }
    }

    /// For which versions the code was checked, and who says so, as a sentence.
    pub(crate) fn sentence(&self, to: Option<Series>) -> String {
        let from = match &self.from {
            Some((from, origin)) => format!("Python {from} ({origin})"),
            None => "all versions of Python 3".to_owned(),
        };
        let to = to.map_or_else(String::new, |to| {
            let origin = self.to.as_ref().map(|(_, origin)| origin.to_string());
            let origin = origin.unwrap_or_else(|| "the newest known".to_owned());
            format!(" up to {to} ({origin})")
        });
        format!("Checked for {from}{to}.")
    }
}

/// The oldest version of Python 3 that a specifier allows, and the newest if it sets a limit.
fn allowed(text: &str, place: &str) -> Result<(Series, Option<Series>), RequiresError> {
    let specifiers: VersionSpecifiers =
        text.parse()
            .map_err(
                |error: pep440_rs::VersionSpecifiersParseError| RequiresError::Malformed {
                    place: place.to_owned(),
                    message: error
                        .to_string()
                        .lines()
                        .next()
                        .unwrap_or_default()
                        .to_owned(),
                },
            )?;
    // A specifier may begin or end within a version: `>=3.9.2`.
    let allows = |minor: u8| {
        (0..=60_u64).any(|patch| specifiers.contains(&Version::new([3, u64::from(minor), patch])))
    };
    let mut minors = (0..=LAST).filter(|minor| allows(*minor));
    let oldest = minors.next().ok_or_else(|| RequiresError::Nothing {
        place: place.to_owned(),
    })?;
    let newest = minors.next_back().unwrap_or(oldest);
    let newest = (newest < LAST).then_some(Series::python3(newest));
    Ok((Series::python3(oldest), newest))
}

/// A version that no specifier means by a limit.
const LAST: u8 = 99;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specifiers_allow_versions() {
        let range = |text: &str| {
            let (oldest, newest) = allowed(text, "p").expect("a range");
            (oldest.minor, newest.map(|newest| newest.minor))
        };
        assert_eq!(range(">=3.9"), (9, None));
        assert_eq!(range(">= 3.9.2, <4"), (9, None));
        assert_eq!(range(">=3.8,<3.13"), (8, Some(12)));
        assert_eq!(range("~=3.10"), (10, None));
        assert_eq!(range("==3.11.*"), (11, Some(11)));
        assert_eq!(range(">3.6,!=3.7.*"), (6, None));
        assert_eq!(range(">=2.7,!=3.0.*,!=3.1.*"), (2, None));
        assert_eq!(range("<=3.12"), (0, Some(12)));
        assert!(matches!(
            allowed("<3", "p"),
            Err(RequiresError::Nothing { .. })
        ));
        assert!(matches!(
            allowed("3.9+", "p"),
            Err(RequiresError::Malformed { .. })
        ));
    }
}
