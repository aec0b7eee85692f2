//! Finds the release that a document announces. The entry points are
//! [`announced`] and [`first_series`].

mod version;

use super::{Block, Inline, plain_text};
use terms::{ReleaseNumber, Series};
use version::{Candidate, Version, releases, versions};

/// The number of blocks that count as the first lines of a document.
const FIRST_BLOCKS: usize = 8;

/// The release announced in the title, else in the first lines: by the address
/// of its download page, or by a sentence that states its publication.
pub(super) fn announced(title: &str, blocks: &[Block]) -> Option<ReleaseNumber> {
    let first = blocks.get(..FIRST_BLOCKS).unwrap_or(blocks);
    match versions(title).find_map(Version::release) {
        Some(Candidate::Exact(release)) => Some(release),
        // For "3.14.5 release candidate", the number is in the text.
        Some(Candidate::Unnumbered(release)) => first
            .iter()
            .filter_map(text_of)
            .find_map(|text| {
                releases(&text).find(|other| {
                    (other.series, other.micro) == (release.series, release.micro)
                        && std::mem::discriminant(&other.stage)
                            == std::mem::discriminant(&release.stage)
                })
            })
            .or(Some(release)),
        None => first.iter().find_map(downloaded).or_else(|| {
            first
                .iter()
                .filter_map(text_of)
                .find_map(|text| released(&text))
        }),
    }
}

/// The series of the first version in a text.
pub(super) fn first_series(text: &str) -> Option<Series> {
    versions(text).next().map(|version| version.series)
}

/// The release whose download page a block links to.
fn downloaded(block: &Block) -> Option<ReleaseNumber> {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => {
            content.iter().find_map(|inline| match inline {
                Inline::Link { url, .. } => page_release(url),
                Inline::Text(text) => page_release(text),
                Inline::Strong(inner) | Inline::Emphasis(inner) => {
                    inner.iter().find_map(|inline| match inline {
                        Inline::Link { url, .. } => page_release(url),
                        _ => None,
                    })
                }
                _ => None,
            })
        }
        _ => None,
    }
}

/// Parses `…/downloads/release/python-3140b1/`, which has no dots between the
/// numbers. If the second digit is 1, the minor version has two digits,
/// otherwise one; this holds for every release since 3.2.
fn page_release(url: &str) -> Option<ReleaseNumber> {
    let (_, slug) = url.split_once("/downloads/release/python-")?;
    let end = slug
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(slug.len());
    let slug = slug.get(..end)?;
    let digits = slug
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(slug.len());
    let (digits, stage) = slug.split_at_checked(digits)?;
    let (major, rest) = digits.split_at_checked(1)?;
    let minor = if rest.starts_with('1') && rest.len() > 2 {
        2
    } else {
        1
    };
    let (minor, micro) = rest.split_at_checked(minor)?;
    format!("{major}.{minor}.{micro}{stage}").parse().ok()
}

/// The release whose publication a text states.
fn released(text: &str) -> Option<ReleaseNumber> {
    const SAID: [&str; 8] = [
        "announce",
        "available",
        "this release",
        "release of",
        "released",
        "is out",
        "is here",
        "get it here",
    ];
    text.split(". ").find_map(|sentence| {
        let lower = sentence.to_lowercase();
        SAID.iter()
            .any(|word| lower.contains(word))
            .then(|| releases(sentence).next())?
    })
}

fn text_of(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => Some(plain_text(content)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_title(title: &str) -> Option<String> {
        announced(title, &[]).map(|release| release.to_string())
    }

    fn of_text(text: &str) -> Option<String> {
        let blocks = [Block::Paragraph(vec![Inline::Text(text.to_owned())])];
        announced("", &blocks).map(|release| release.to_string())
    }

    #[test]
    fn titles_name_their_release() {
        for (title, release) in [
            ("Python 3.14.0 alpha 1 is now available", "3.14.0a1"),
            ("Python 3.12.0 beta 4 released", "3.12.0b4"),
            ("Python 3.9.0b1 is now available for testing", "3.9.0b1"),
            ("Python 3.14.0 (final) is here!", "3.14.0"),
            ("Python 3.14.0rc3 is go!", "3.14.0rc3"),
            ("Python 3.14 release candidate 1 is go!", "3.14.0rc1"),
            ("Python 3.14 beta 3", "3.14.0b3"),
            (
                "3.14.0a7, 3.13.3, 3.12.10, 3.11.12, 3.10.17 and 3.9.22 are now available",
                "3.14.0a7",
            ),
            ("Python 3.12.10 released", "3.12.10"),
            (
                "The last 3.10 beta release (3.10.0b4) is available",
                "3.10.0b4",
            ),
            ("Python 3.13.0 RC 2 and 3.12.6", "3.13.0rc2"),
            ("Python 3.8.0-rc1", "3.8.0rc1"),
            ("Python 3.11.0 candidates", "3.11.0"),
            ("Python 3.14.5 release candidate", "3.14.5rc1"),
            ("Python 2.7.18, the last of its kind", "2.7.18"),
        ] {
            assert_eq!(of_title(title).as_deref(), Some(release), "{title}");
        }
        for title in [
            "Python 3.14: what to know",
            "NumPy 1.5.2",
            "A 3.10 beta",
            "gh-3.1.2",
            "",
        ] {
            assert_eq!(of_title(title), None, "{title}");
        }
    }

    #[test]
    fn first_lines_name_it_where_the_title_does_not() {
        let page = "https://www.python.org/downloads/release/python-";
        for (slug, release) in [
            ("3140b1", "3.14.0b1"),
            ("385", "3.8.5"),
            ("390b3", "3.9.0b3"),
            ("31210", "3.12.10"),
            ("3121", "3.12.1"),
            ("3913", "3.9.13"),
            ("3100rc1", "3.10.0rc1"),
        ] {
            assert_eq!(of_text(&format!("{page}{slug}/")).as_deref(), Some(release));
        }
        assert_eq!(
            of_text("Here is the release of Python 3.12.0rc2.").as_deref(),
            Some("3.12.0rc2")
        );
        assert_eq!(of_text("In 3.13.0 a bug was found."), None);
    }

    #[test]
    fn the_text_numbers_an_unnumbered_candidate() {
        let blocks = [Block::Paragraph(vec![Inline::Text(
            "After 3.14.4 comes Python 3.14.5rc2.".to_owned(),
        )])];
        let release = announced("Python 3.14.5 release candidate", &blocks);
        assert_eq!(
            release.map(|release| release.to_string()).as_deref(),
            Some("3.14.5rc2")
        );
    }

    #[test]
    fn the_first_version_gives_the_series() {
        let series = first_series("Major new features of the 3.14 series, compared to 3.13");
        assert_eq!(series, Some(Series::python3(14)));
        assert_eq!(first_series("Python 3.11.12"), Some(Series::python3(11)));
        assert_eq!(first_series("no version"), None);
    }
}
