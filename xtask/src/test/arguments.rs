//! The arguments of `cargo xtask test`. The entry point is [`parse_arguments`].

use crate::setup::BrowserKind;
use crate::step::StepError;

/// The kinds of tests, in the order in which they run: the fastest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Unit tests of the page's scripts, in Node.
    Scripts,
    /// Tests that need no browser.
    Native,
    /// Tests of the packages for Sphinx and MkDocs, in Python.
    Integrations,
    /// Tests of the samples and the runtimes, with CPython in Node.
    Runtimes,
    /// Tests of Yew components, in Chromium.
    Components,
    /// Tests of the built site, in each browser.
    Page,
    /// Tests of pages of other sites that embed the explorer, in each browser.
    Embedding,
}

impl Kind {
    /// Whether these tests run while the site is built.
    pub(super) fn needs_no_site(&self) -> bool {
        match self {
            Self::Scripts | Self::Native | Self::Integrations | Self::Runtimes => true,
            Self::Components | Self::Page | Self::Embedding => false,
        }
    }
}

pub(super) const KINDS: &[(&str, Kind)] = &[
    ("scripts", Kind::Scripts),
    ("native", Kind::Native),
    ("integrations", Kind::Integrations),
    ("runtimes", Kind::Runtimes),
    ("components", Kind::Components),
    ("page", Kind::Page),
    ("embedding", Kind::Embedding),
];

/// The arguments of the command.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Arguments<'a> {
    pub kinds: Vec<Kind>,
    pub browsers: Vec<BrowserKind>,
    /// Whether to run every page test in every browser.
    pub full: bool,
    /// The arguments of the test programs, including `--`.
    pub filter: &'a [String],
}

/// Parses the arguments. If they name a browser but no kind, all kinds that use that
/// browser are chosen.
pub(super) fn parse_arguments(arguments: &[String]) -> Result<Arguments<'_>, StepError> {
    let end = arguments
        .iter()
        .position(|argument| argument == "--")
        .unwrap_or(arguments.len());
    let (names, filter) = arguments.split_at(end);
    let (mut kinds, mut browser, mut full) = (Vec::new(), None, false);
    let mut names = names.iter().map(String::as_str);
    while let Some(name) = names.next() {
        if name == "--browser" {
            browser = Some(browser_from_name(names.next().unwrap_or_default())?);
        } else if let Some(name) = name.strip_prefix("--browser=") {
            browser = Some(browser_from_name(name)?);
        } else if name == "--full" {
            full = true;
        } else {
            kinds.push(kind_from_name(name)?);
        }
    }
    if kinds.contains(&Kind::Components)
        && let Some(other) = browser.filter(|browser| *browser != BrowserKind::Chromium)
    {
        return Err(StepError::new(
            format!(
                "The components are tested in Chromium, not in {}.",
                other.title()
            ),
            "Leave `--browser` out, or name page or embedding instead of components.",
        ));
    }
    let uses_browser = |kind: &Kind| match browser {
        None => true,
        Some(BrowserKind::Chromium) => {
            matches!(kind, Kind::Components | Kind::Page | Kind::Embedding)
        }
        Some(_) => matches!(kind, Kind::Page | Kind::Embedding),
    };
    if kinds.is_empty() {
        kinds = KINDS
            .iter()
            .map(|(_, kind)| *kind)
            .filter(uses_browser)
            .collect();
    }
    let is_chromium_enough = !kinds.contains(&Kind::Page) && !kinds.contains(&Kind::Embedding);
    let browsers = match browser {
        Some(browser) => vec![browser],
        None if is_chromium_enough => vec![BrowserKind::Chromium],
        None => BrowserKind::ALL.to_vec(),
    };
    Ok(Arguments {
        kinds,
        browsers,
        full,
        filter,
    })
}

fn kind_from_name(name: &str) -> Result<Kind, StepError> {
    let known = KINDS.iter().find(|(known, _)| *known == name);
    known.map(|(_, kind)| *kind).ok_or_else(|| {
        StepError::new(
            format!("There are no tests called {name:?}."),
            "Name scripts, native, integrations, runtimes, components, page or embedding, and put a \
             filter after `--`.",
        )
    })
}

fn browser_from_name(name: &str) -> Result<BrowserKind, StepError> {
    let known = BrowserKind::ALL
        .into_iter()
        .find(|kind| kind.name() == name);
    known.ok_or_else(|| {
        StepError::new(
            format!("There are no tests in a browser called {name:?}."),
            "Name chromium, firefox or webkit after `--browser`.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_default_is_every_kind_in_every_browser() {
        let arguments = words("-- theme");
        let parsed = parse_arguments(&arguments).expect("only a filter");
        assert_eq!(
            parsed,
            Arguments {
                kinds: KINDS.iter().map(|(_, kind)| *kind).collect(),
                browsers: BrowserKind::ALL.to_vec(),
                full: false,
                filter: &words("-- theme"),
            }
        );
    }

    #[test]
    fn only_named_kinds_run() {
        let arguments = words("page native");
        let parsed = parse_arguments(&arguments).expect("two kinds");
        assert_eq!(parsed.kinds, [Kind::Page, Kind::Native]);
        assert_eq!(parsed.browsers, BrowserKind::ALL);
        assert!(parsed.filter.is_empty());
        let arguments = words("components");
        let parsed = parse_arguments(&arguments).expect("one kind");
        assert_eq!(parsed.browsers, [BrowserKind::Chromium]);
    }

    #[test]
    fn a_browser_without_a_kind_means_all_kinds_that_use_it() {
        for (line, kinds) in [
            (
                "--browser chromium",
                &[Kind::Components, Kind::Page, Kind::Embedding][..],
            ),
            ("--browser=firefox", &[Kind::Page, Kind::Embedding]),
            ("embedding --browser webkit -- frame", &[Kind::Embedding]),
        ] {
            let arguments = words(line);
            let parsed = parse_arguments(&arguments).expect("a browser");
            assert_eq!(parsed.kinds, kinds, "{line}");
            assert!(line.contains(parsed.browsers[0].name()), "{line}");
            assert_eq!(parsed.browsers.len(), 1, "{line}");
        }
    }

    #[test]
    fn the_error_for_an_unknown_browser_lists_the_known_ones() {
        for line in ["--browser safari", "page --browser"] {
            let arguments = words(line);
            let error = parse_arguments(&arguments).expect_err("an unknown browser");
            let error = error.to_string();
            for name in ["chromium", "firefox", "webkit"] {
                assert!(error.contains(name), "{error}");
            }
        }
        let arguments = words("components --browser webkit");
        let error = parse_arguments(&arguments).expect_err("components in WebKit");
        assert!(error.to_string().contains("in Chromium"), "{error}");
    }

    #[test]
    fn an_unknown_kind_is_named() {
        let arguments = words("pages");
        let error = parse_arguments(&arguments).expect_err("an unknown kind");
        assert!(error.to_string().contains("\"pages\""), "{error}");
    }
}
