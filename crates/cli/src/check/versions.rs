//! The versions that code is to run on, and who says so. The entry point is
//! [`Versions::choose`].

use super::metadata::Required;
use super::settings::Settings;
use api::Table;
use lookup::LookupError;
use pep440_rs::{Version, VersionSpecifiers};
use std::fmt;
use terms::Series;

/// Why the versions of the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RequiresError {
    #[error("{place}: `{key}` is no version specifier ({message})")]
    Malformed {
        place: String,
        key: &'static str,
        message: String,
    },
    #[error("{place}: `{key}` allows no version of Python 3")]
    Nothing { place: String, key: &'static str },
}

/// Who says a version.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    /// An option of the command line.
    Option(&'static str),
    /// A key of the settings, with its place.
    Setting(&'static str, String),
    /// `requires-python` of the project, or `Requires-Python` of a package, with its place.
    Requires(&'static str, String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option(name) => write!(f, "{name}"),
            Self::Setting(key, place) | Self::Requires(key, place) => {
                write!(f, "`{key}`, {place}")
            }
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
    /// Those of the options, else those of the settings, else those that the packages require
    /// that were given, else those that the project requires.
    pub(crate) fn choose(
        from: Option<Series>,
        to: Option<Series>,
        settings: Option<&Settings>,
        packages: &[Required],
    ) -> Result<Self, RequiresError> {
        let option = |version: Option<Series>, name| Some((version?, Origin::Option(name)));
        let mut chosen = Self {
            from: option(from, "--from"),
            to: option(to, "--to"),
        };
        if let Some(settings) = settings {
            chosen.set(settings);
        }
        if chosen.from.is_some() && chosen.to.is_some() {
            return Ok(chosen);
        }
        if packages.is_empty() {
            let requires = settings.and_then(|settings| {
                let requires = settings.requires.as_ref()?;
                Some((settings.place(requires.span()), requires.get_ref()))
            });
            if let Some((place, text)) = requires {
                chosen.allow(text, place, "requires-python")?;
            }
        }
        // All packages are to run on the versions that any of them allows.
        let mut all = Self {
            from: None,
            to: None,
        };
        let mut is_limited = true;
        for package in packages {
            let mut one = Self {
                from: None,
                to: None,
            };
            let allowed = one.allow(&package.text, package.place.clone(), "Requires-Python");
            // With a version on the command line, invalid metadata of a package does not matter.
            if chosen.from.is_none() {
                allowed?;
            }
            is_limited &= one.to.is_some();
            all.from = older(all.from, one.from);
            all.to = newer(all.to, one.to);
        }
        chosen.from = chosen.from.or(all.from);
        chosen.to = chosen.to.or(all.to.filter(|_| is_limited));
        Ok(chosen)
    }

    /// Takes what the settings say.
    fn set(&mut self, settings: &Settings) {
        let setting = |version: &Option<toml::Spanned<Series>>, key| {
            let version = version.as_ref()?;
            let origin = Origin::Setting(key, settings.place(version.span()));
            Some((*version.get_ref(), origin))
        };
        self.from = self.from.take().or_else(|| setting(&settings.from, "from"));
        self.to = self.to.take().or_else(|| setting(&settings.to, "to"));
    }

    /// Takes what a specifier allows.
    fn allow(
        &mut self,
        specifier: &str,
        place: String,
        key: &'static str,
    ) -> Result<(), RequiresError> {
        let (oldest, newest) = allowed(specifier, &place, key)?;
        let origin = Origin::Requires(key, place);
        self.from = self.from.take().or_else(|| Some((oldest, origin.clone())));
        self.to = self.to.take().or_else(|| Some((newest?, origin)));
        Ok(())
    }

    /// The oldest and the newest version to check for. What a project may run on some day, but
    /// no table knows, is not asked for.
    pub(crate) fn asked(&self, table: &Table) -> (Option<Series>, Option<Series>) {
        let known = |(version, origin): &(Series, Origin)| match origin {
            Origin::Requires(..) => table
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
fn allowed(
    text: &str,
    place: &str,
    key: &'static str,
) -> Result<(Series, Option<Series>), RequiresError> {
    let specifiers: VersionSpecifiers =
        text.parse()
            .map_err(
                |error: pep440_rs::VersionSpecifiersParseError| RequiresError::Malformed {
                    place: place.to_owned(),
                    key,
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
        key,
    })?;
    let newest = minors.next_back().unwrap_or(oldest);
    let newest = (newest < LAST).then_some(Series::python3(newest));
    Ok((Series::python3(oldest), newest))
}

type Said = Option<(Series, Origin)>;

fn older(a: Said, b: Said) -> Said {
    let both = [a, b].into_iter().flatten();
    both.min_by_key(|(version, _)| *version)
}

fn newer(a: Said, b: Said) -> Said {
    let both = [a, b].into_iter().flatten();
    both.max_by_key(|(version, _)| *version)
}

/// A version that no specifier means by a limit.
const LAST: u8 = 99;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specifiers_allow_versions() {
        let range = |text: &str| {
            let (oldest, newest) = allowed(text, "p", "requires-python").expect("a range");
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
            allowed("<3", "p", "requires-python"),
            Err(RequiresError::Nothing { .. })
        ));
        assert!(matches!(
            allowed("3.9+", "p", "requires-python"),
            Err(RequiresError::Malformed { .. })
        ));
    }
}
