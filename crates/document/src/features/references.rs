//! Finds PEPs and issues in texts and links. The entry point is [`References`].

use crate::Inline;
use std::collections::BTreeSet;
use terms::{IssueRef, PepNumber, Tracker};

/// PEPs and issues in the order of their first occurrence, without duplicates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct References {
    pub peps: Vec<PepNumber>,
    pub issues: Vec<IssueRef>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Pep(PepNumber),
    Issue(IssueRef),
}

impl References {
    /// The PEP or issue that a slug such as `pep-758` or `gh-128563` names.
    pub(super) fn of_slug(slug: &str) -> Option<Self> {
        let mut references = Self::default();
        match slug.parse::<IssueRef>() {
            Ok(issue) => references.issues.push(issue),
            Err(_) => {
                let number = slug.strip_prefix("pep-")?;
                references.peps.push(number.parse().ok()?);
            }
        }
        Some(references)
    }

    /// All references in inline content, in its text and in its link targets.
    pub(super) fn of_content(content: &[Inline]) -> Self {
        let mut references = Self::default();
        references.collect(content);
        references.deduplicate();
        references
    }

    /// All references in a text.
    pub(super) fn of_text(text: &str) -> Self {
        let mut references = Self::default();
        references.collect_text(text);
        references.deduplicate();
        references
    }

    pub(super) fn is_empty(&self) -> bool {
        self.peps.is_empty() && self.issues.is_empty()
    }

    pub(super) fn add(&mut self, other: Self) {
        self.peps.extend(other.peps);
        self.issues.extend(other.issues);
        self.deduplicate();
    }

    fn push(&mut self, reference: Reference) {
        match reference {
            Reference::Pep(pep) => self.peps.push(pep),
            Reference::Issue(issue) => self.issues.push(issue),
        }
    }

    fn deduplicate(&mut self) {
        if self.peps.len() > 1 {
            let mut seen = BTreeSet::new();
            self.peps.retain(|pep| seen.insert(*pep));
        }
        if self.issues.len() > 1 {
            let mut seen = BTreeSet::new();
            self.issues.retain(|issue| seen.insert(*issue));
        }
    }

    fn collect(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.collect_text(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) => self.collect(inner),
                Inline::Link { url, content } => {
                    self.collect(content);
                    if let Some(reference) = of_url(url) {
                        self.push(reference);
                    }
                }
                // Struck-out text and code do not contain references.
                Inline::Strikethrough(_) | Inline::Code(_) | Inline::Break => {}
            }
        }
    }

    fn collect_text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        // Fast path: most texts have no digits.
        if !bytes
            .iter()
            .fold(false, |any, byte| any | byte.is_ascii_digit())
        {
            return;
        }
        let mut after_word = false;
        let mut next = 0;
        for (at, byte) in bytes.iter().enumerate() {
            if at < next {
                continue;
            }
            if !after_word
                && is_start(*byte)
                && let Some((found, length)) = text.get(at..).and_then(leading)
            {
                for reference in found {
                    self.push(reference);
                }
                next = at + length;
                after_word = true;
            } else {
                after_word = byte.is_ascii_alphanumeric();
            }
        }
    }
}

/// Whether a reference can start with this letter.
fn is_start(byte: u8) -> bool {
    matches!(byte, b'p' | b'P' | b'g' | b'G' | b'b' | b'B' | b'c' | b'C')
}

/// The references at the start of a text and their length in bytes. A list of
/// numbers gives several: "PEP 634, 635 and 636".
pub(super) fn leading(text: &str) -> Option<(Vec<Reference>, usize)> {
    // Fast path: most texts do not start with one of these letters.
    if !matches!(
        text.as_bytes().first(),
        Some(b'p' | b'P' | b'g' | b'G' | b'b' | b'B' | b'c')
    ) {
        return None;
    }
    if let Some(rest) = strip_word(text, "peps").or_else(|| strip_word(text, "pep")) {
        let (number, rest) = number(trim_joint(rest))?;
        let mut found = vec![Reference::Pep(PepNumber(number))];
        let mut rest = rest;
        while let Some((pep, after)) = further(rest) {
            found.push(Reference::Pep(pep));
            rest = after;
        }
        return Some((found, text.len() - rest.len()));
    }
    let (tracker, rest) = match strip_word(text, "bpo") {
        Some(rest) => (Tracker::Bpo, trim_joint(rest)),
        None => match strip_word(text, "gh") {
            Some(rest) => (Tracker::Gh, trim_joint(rest)),
            None => (Tracker::Gh, strip_word(text, "cpython")?.strip_prefix('#')?),
        },
    };
    let (number, rest) = number(rest)?;
    let issue = IssueRef { tracker, number };
    Some((vec![Reference::Issue(issue)], text.len() - rest.len()))
}

/// A further number in a list of PEPs: of three or four digits, followed by
/// punctuation, a conjunction or the end.
fn further(text: &str) -> Option<(PepNumber, &str)> {
    let rest = [", and ", " and ", ", ", "/", " & "]
        .iter()
        .find_map(|joint| text.strip_prefix(joint))?;
    let (pep, after) = number(rest)?;
    let digits = rest.len() - after.len();
    let is_in_list = after.is_empty()
        || after.starts_with([',', ':', ';', ')', ']', '/', '.'])
        || after.starts_with(" and ")
        || after.starts_with(" & ")
        || after.starts_with(" -")
        || after.starts_with(" –");
    ((3..=4).contains(&digits) && is_in_list).then_some((PepNumber(pep), after))
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// Removes separators between the letters and the number of a reference.
fn trim_joint(text: &str) -> &str {
    let trimmed = text.trim_start_matches([' ', '\n', '\u{a0}', '-', '\u{2011}']);
    // "PEP -- 3 of them" is not a reference.
    if text.len() - trimmed.len() > 3 {
        text
    } else {
        trimmed
    }
}

/// The number at the start of a text, unless it is a part of a word or version.
fn number<T: std::str::FromStr>(text: &str) -> Option<(T, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let mut next = rest.chars();
    let goes_on = match next.next() {
        Some('.') => next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    if goes_on {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}

/// The PEP or issue that a link refers to, by its address or by its fragment in
/// the release notes.
pub(super) fn of_url(url: &str) -> Option<Reference> {
    let (_, address) = url.split_once("://")?;
    let (host, path) = address.split_once('/')?;
    let issue = |tracker, text: &str| {
        let number = number(text)?.0;
        Some(Reference::Issue(IssueRef { tracker, number }))
    };
    match host {
        "peps.python.org" => pep(path.strip_prefix("pep-")?),
        "bugs.python.org" => issue(Tracker::Bpo, path.strip_prefix("issue")?),
        "github.com" => {
            let path = path.strip_prefix("python/cpython/")?;
            let number = path
                .strip_prefix("issues/")
                .or_else(|| path.strip_prefix("pull/"));
            issue(Tracker::Gh, number?)
        }
        "docs.python.org" => of_fragment(path.split_once('#')?.1),
        _ if host.ends_with("python.org") => pep(path.strip_prefix("dev/peps/pep-")?),
        _ => None,
    }
}

fn pep(text: &str) -> Option<Reference> {
    Some(Reference::Pep(PepNumber(number(text)?.0)))
}

/// Parses `pep-701-formalised-f-strings` and `whatsnew314-pep649`.
fn of_fragment(fragment: &str) -> Option<Reference> {
    let mut words = fragment.split('-');
    match words.find_map(|word| word.strip_prefix("pep"))? {
        "" => pep(words.next()?),
        word => pep(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> String {
        let references = References::of_text(text);
        let peps = references.peps.iter().map(|pep| pep.0.to_string());
        let issues = references.issues.iter().map(ToString::to_string);
        peps.chain(issues).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_name_peps_and_issues() {
        for (text, expected) in [
            ("PEP 649: deferred", "649"),
            ("see pep-0649 and PEP\u{a0}749.", "649 749"),
            ("PEPs 634, 635 and 636: matching", "634 635 636"),
            ("PEP 634, 635, 636 -- matching", "634 635 636"),
            ("PEP 8, 79 characters", "8"),
            ("PEP 649/749", "649 749"),
            ("BPO 38379, gh-128563 and GH-1", "bpo-38379 gh-128563 gh-1"),
            ("python/cpython#133532", "gh-133532"),
            ("PEP 649, PEP 649", "649"),
            ("pepper 12, the high-5, weigh 12, PEP, PEP 3.14, peps", ""),
        ] {
            assert_eq!(named(text), expected, "{text}");
        }
    }

    #[test]
    fn links_lead_to_peps_and_issues() {
        let pep = |number| Some(Reference::Pep(PepNumber(number)));
        let issue = |text: &str| text.parse().ok().map(Reference::Issue);
        for (url, expected) in [
            ("https://peps.python.org/pep-0649/", pep(649)),
            ("https://www.python.org/dev/peps/pep-0590", pep(590)),
            (
                "https://docs.python.org/3.12/whatsnew/3.12.html#pep-701-f",
                pep(701),
            ),
            (
                "https://docs.python.org/3.14/whatsnew/3.14.html#whatsnew314-pep649",
                pep(649),
            ),
            ("https://bugs.python.org/issue38379", issue("bpo-38379")),
            (
                "https://github.com/python/cpython/issues/137242",
                issue("gh-137242"),
            ),
            ("https://github.com/python/cpython/pull/1", issue("gh-1")),
            ("https://github.com/python/cpython/issues", None),
            ("https://docs.python.org/3/whatsnew/3.14.html#pdb", None),
            ("https://example.org/pep-talk", None),
        ] {
            assert_eq!(of_url(url), expected, "{url}");
        }
    }

    #[test]
    fn slugs_that_are_a_pep_or_an_issue_say_so() {
        assert_eq!(
            References::of_slug("pep-758").map(|r| r.peps),
            Some(vec![PepNumber(758)])
        );
        assert!(References::of_slug("bpo-38605").is_some());
        assert_eq!(References::of_slug("pep-758-more"), None);
        assert_eq!(References::of_slug("3.14-asyncio-ps"), None);
    }
}
