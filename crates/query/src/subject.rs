//! What a search text is exactly: a version or a PEP. The entry point is [`Subject::parse`].
//! Names of the standard library are recognised by the table of names.

use catalogue::Catalogue;
use terms::{PepNumber, ReleaseNumber, Series};

/// What a search text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A version, such as `3.14`, or the one of a release, such as `Python 3.14.2`.
    Version(Series),
    /// A PEP: `PEP 649`, or `649` if a feature belongs to it.
    Pep(PepNumber),
}

impl Subject {
    /// What a text is, if it is nothing but a version that the release calendar has or a PEP.
    pub fn parse(text: &str, catalogue: &Catalogue) -> Option<Self> {
        let text = text.trim();
        let number = ["python", "cpython", "py"]
            .iter()
            .find_map(|word| strip_word(text, word))
            .unwrap_or(text);
        let series: Option<Series> = number.parse().ok();
        let release = || number.parse().ok().map(|one: ReleaseNumber| one.series);
        if let Some(series) = series.or_else(release)
            && catalogue.calendar(series).is_some()
        {
            return Some(Self::Version(series));
        }
        let pep: PepNumber = text.parse().ok()?;
        let is_named = strip_word(text, "pep").is_some();
        let is_known = || {
            let mut features = catalogue.features.iter();
            features.any(|feature| feature.peps.contains(&pep))
        };
        (is_named || is_known()).then_some(Self::Pep(pep))
    }
}

/// What follows a word in either case.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    start
        .eq_ignore_ascii_case(word)
        .then(|| text[word.len()..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;

    #[test]
    fn a_version_and_a_pep_are_recognised_as_they_are_typed() {
        let markdown = "## Bare {#pep-758 kind=changed pep=758}\n\nx";
        let catalogue = Shelf::empty().reference("notes", markdown).catalogue();
        let version = |minor| Some(Subject::Version(Series::python3(minor)));
        let pep = |number| Some(Subject::Pep(PepNumber(number)));
        for (text, expected) in [
            ("3.14", version(14)),
            (" Python 3.14 ", version(14)),
            ("python3.13", version(13)),
            ("py3.12", version(12)),
            ("3.14.2", version(14)),
            ("3.99", None),
            ("pep 649", pep(649)),
            ("PEP-0649", pep(649)),
            ("pep8", pep(8)),
            ("758", pep(758)),
            ("649", None),
            ("pep", None),
            ("pep x", None),
            ("3.14 asyncio", None),
            ("itertools.batched", None),
            ("é", None),
            ("", None),
        ] {
            assert_eq!(Subject::parse(text, &catalogue), expected, "{text:?}");
        }
    }
}
