//! What the result says first: on which versions the code runs, and why.

use ::check::{Group, Overview, SourceReport};

/// The sentences: the versions, and what sets them.
pub(super) fn verdict(overview: &Overview, sources: &[SourceReport]) -> (String, Vec<String>) {
    if !overview.errors.is_empty() {
        let files = match sources.len() {
            1 => "this code".to_owned(),
            _ => "all of it".to_owned(),
        };
        let text = format!("No version of Python 3 accepts {files}.");
        return (text, Vec::new());
    }
    let limits = overview.limits;
    if !overview.unread.is_empty() {
        let why = match sources.len() {
            1 => Vec::new(),
            _ => vec![format!("Of the rest: {}", limits.sentence())],
        };
        return ("Not all of it could be read.".to_owned(), why);
    }
    let why = [
        reason(
            overview.sets_minimum(),
            limits
                .minimum
                .map(|oldest| format!("{oldest} is needed for ")),
        ),
        reason(
            overview.sets_maximum(),
            limits
                .maximum
                .map(|newest| format!("{newest} is the last version that has ")),
        ),
    ];
    (limits.sentence(), why.into_iter().flatten().collect())
}

/// The most names in a reason.
const FEW: usize = 3;

fn reason<'a>(groups: impl Iterator<Item = &'a Group>, start: Option<String>) -> Option<String> {
    let names: Vec<&str> = groups.map(|group| group.finding.name.as_str()).collect();
    // The name of a syntax is words, some of which are code already.
    let code = |name: &&str| match name.contains(['`', ' ']) {
        true => (*name).to_owned(),
        false => format!("`{name}`"),
    };
    let few: Vec<String> = names.iter().take(FEW).map(code).collect();
    let more = match names.len().saturating_sub(FEW) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!few.is_empty()).then(|| format!("{}{}{more}.", start.unwrap_or_default(), few.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::check::{Certainty, Finding, FindingKind, Level, Limits};
    use python::Position;
    use terms::Series;

    fn group(name: &str, kind: FindingKind, minor: u8) -> Group {
        let at = Position { line: 1, column: 1 };
        Group {
            finding: Finding {
                start: at,
                end: at,
                kind,
                name: name.to_owned(),
                version: Series::python3(minor),
                until: None,
                certainty: Certainty::Sure,
                message: String::new(),
                change: None,
            },
            level: Level::Error,
            places: Vec::new(),
        }
    }

    #[test]
    fn the_limits_are_told_with_what_sets_them() {
        let overview = Overview {
            limits: Limits {
                minimum: Some(Series::python3(9)),
                maximum: Some(Series::python3(11)),
            },
            groups: vec![
                group("imp", FindingKind::Removed, 12),
                group("cgi", FindingKind::Removed, 13),
                group("str.removeprefix", FindingKind::Added, 9),
            ],
            ..Overview::default()
        };
        let (text, why) = verdict(&overview, &[SourceReport::default()]);
        assert_eq!(text, "It runs on Python 3.9 to 3.11.");
        assert_eq!(
            why,
            [
                "3.9 is needed for `str.removeprefix`.",
                "3.11 is the last version that has `imp`."
            ]
        );
    }
}
