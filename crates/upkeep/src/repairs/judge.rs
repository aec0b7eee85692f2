//! Whether a run is as a repair sheet says. The entry point is [`Trial`].

use document::{Listing, Repair};
use terms::{Series, value_in};

/// The outcome of a program, or of compiling one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Whether it ended without an error.
    pub succeeded: bool,
    /// What it printed.
    pub stdout: String,
    /// Its errors and warnings.
    pub stderr: String,
}

impl Run {
    /// Whether it ended without an error or a warning.
    pub fn is_quiet(&self) -> bool {
        self.succeeded && self.stderr.trim().is_empty()
    }

    /// Whether its output has all lines of a text in their order. A line may follow a place
    /// such as `prog.py:1: `, and `…` stands for any text.
    pub fn shows(&self, text: &str) -> bool {
        let mut lines = self.stdout.lines().chain(self.stderr.lines());
        text.lines()
            .all(|wanted| lines.any(|line| is_said_by(wanted, line)))
    }

    /// Its last lines, for a report.
    fn end(&self) -> String {
        let lines = self.stdout.lines().chain(self.stderr.lines());
        let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
        let from = lines.len().saturating_sub(3);
        let last = lines.get(from..).unwrap_or_default();
        match last {
            [] => "nothing".to_owned(),
            lines => lines.join(" ⏎ "),
        }
    }
}

/// Whether a line ends with a text, in which `…` stands for any characters. GCC adds the
/// option that a warning follows from.
fn is_said_by(wanted: &str, line: &str) -> bool {
    let line = match line.rsplit_once(" [-W") {
        Some((before, _)) if !wanted.contains(" [-W") => before,
        _ => line,
    };
    let starts = line.match_indices(": ").map(|(at, _)| at + 2);
    std::iter::once(0)
        .chain(starts)
        .filter_map(|start| line.get(start..))
        .any(|line| is_like(wanted, line))
}

/// Whether a text is another in which `…` stands for any characters.
fn is_like(wanted: &str, text: &str) -> bool {
    let mut parts = wanted.split('…').map(str::trim);
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut open = false;
    for part in parts {
        open = true;
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    let last = wanted.rsplit('…').next().unwrap_or_default().trim();
    rest.is_empty() || (open && (last.is_empty() || text.ends_with(last)))
}

/// A program of a sheet, with what it must do in one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial<'a> {
    /// The code before the change shows this.
    Shows(&'a Listing, &'a str),
    /// The code, before or after the change, runs without a warning.
    IsQuiet(&'a Listing),
}

impl<'a> Trial<'a> {
    /// What a sheet says of a version: the code before the change runs without a warning in
    /// the version before the first in which anything is seen and, like the code after it,
    /// in any later version of which nothing else is said.
    pub fn of(repair: &'a Repair, series: Series) -> impl Iterator<Item = Self> {
        let first = repair.seen.iter().map(|seen| seen.versions.from).min();
        let before = repair.before.as_ref().and_then(|before| {
            match value_in(&repair.seen, series).map(String::as_str) {
                Some("") => return Some(Self::IsQuiet(before)),
                Some(text) => return Some(Self::Shows(before, text)),
                None => {}
            }
            let is_told = first??.minor <= series.minor.saturating_add(1);
            is_told.then_some(Self::IsQuiet(before))
        });
        let after = repair.after.as_ref();
        let after = after.filter(|after| after.versions.covers(series));
        let after = after.map(|after| Self::IsQuiet(&after.value));
        before.into_iter().chain(after)
    }

    /// The program.
    pub fn listing(self) -> &'a Listing {
        match self {
            Self::Shows(listing, _) | Self::IsQuiet(listing) => listing,
        }
    }

    /// How a run differs from what the sheet says.
    pub fn difference(self, run: &Run) -> Option<String> {
        let expected = match self {
            Self::Shows(_, text) if run.shows(text) => return None,
            Self::Shows(_, text) => format!("`{}`", text.replace('\n', " ⏎ ")),
            Self::IsQuiet(_) if run.is_quiet() => return None,
            Self::IsQuiet(_) => "no error and no warning".to_owned(),
        };
        Some(format!("expected {expected}, but it said {}", run.end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use terms::Ranged;

    fn run(stderr: &str) -> Run {
        Run {
            succeeded: false,
            stdout: "1\n".to_owned(),
            stderr: stderr.to_owned(),
        }
    }

    #[test]
    fn a_text_is_found_at_the_end_of_a_line() {
        let warning = run("/tmp/prog.py:1: DeprecationWarning: the imp module is old; see x\n");
        for text in [
            "DeprecationWarning: the imp module is old; see x",
            "DeprecationWarning: the imp module …",
            "DeprecationWarning: … module is old…",
            "1\nDeprecationWarning: the … see x",
        ] {
            assert!(warning.shows(text), "{text}");
        }
        for text in [
            "DeprecationWarning: the imp module",
            "Warning: the imp module…",
            "DeprecationWarning: … y",
            "DeprecationWarning: the…\n1",
        ] {
            assert!(!warning.shows(text), "{text}");
        }
        let gcc = run("prog.c:2:1: warning: 'f' is deprecated [-Wdeprecated-declarations]\n");
        assert!(gcc.shows("warning: 'f' is deprecated"));
    }

    #[test]
    fn a_sheet_says_what_each_version_does() {
        let listing = |text: &str| Listing {
            language: "python".to_owned(),
            text: text.to_owned(),
        };
        let (old, new) = (listing("old"), listing("new"));
        let repair = Repair {
            before: Some(old.clone()),
            seen: vec![Ranged {
                versions: "3.12..".parse().expect("versions"),
                value: "gone".to_owned(),
            }],
            after: Some(Ranged {
                versions: "3.9..".parse().expect("versions"),
                value: new.clone(),
            }),
            ..Repair::default()
        };
        let of = |minor| Trial::of(&repair, Series::python3(minor)).collect::<Vec<_>>();
        assert_eq!(of(8), []);
        assert_eq!(of(10), [Trial::IsQuiet(&new)]);
        assert_eq!(of(11), [Trial::IsQuiet(&old), Trial::IsQuiet(&new)]);
        assert_eq!(of(12), [Trial::Shows(&old, "gone"), Trial::IsQuiet(&new)]);
    }
}
