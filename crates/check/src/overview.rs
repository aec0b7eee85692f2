//! What is found in several files, by what it is about. The entry point is
//! [`Overview::of`].

use crate::{
    Certainty, FileReport, Finding, FindingKind, LeftoverKind, Level, Limits, SourceReport,
};
use python::Position;
use std::collections::{BTreeMap, HashMap};
use terms::Series;

/// What is found in several files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// Between which versions all files run.
    pub limits: Limits,
    /// The most serious first, then by version and name.
    pub groups: Vec<Group>,
    /// What no version of Python 3 accepts, in the order of the files.
    pub errors: Vec<Place>,
    /// What is not read here, in the order of the files.
    pub unread: Vec<Place>,
    /// What is left over from older versions, the oldest first.
    pub leftovers: Vec<LeftoverGroup>,
}

/// What is left over from the same older versions for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftoverGroup {
    /// The oldest version on which it is of no use.
    pub version: Series,
    /// What it is.
    pub kind: LeftoverKind,
    /// Where it is, in the order of the files.
    pub places: Vec<Place>,
}

/// The findings of one kind about one name in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The first of them.
    pub finding: Finding,
    /// How much it matters.
    pub level: Level,
    /// Where they are, in the order of the files.
    pub places: Vec<Place>,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The position of the file in the list.
    pub file: usize,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
}

impl Place {
    fn at(file: usize, position: Position) -> Self {
        Self {
            file,
            line: position.line,
            column: position.column,
        }
    }
}

impl Overview {
    /// What matters to somebody who runs the files on the versions `from` to `to`; `None`
    /// stands for any version.
    pub fn of<'a>(
        files: impl IntoIterator<Item = &'a SourceReport>,
        from: Option<Series>,
        to: Option<Series>,
    ) -> Self {
        let mut overview = Self::default();
        let mut positions: HashMap<(FindingKind, String, Series), usize> = HashMap::new();
        let mut leftovers: BTreeMap<(Series, LeftoverKind), Vec<Place>> = BTreeMap::new();
        for (file, source) in files.into_iter().enumerate() {
            overview.limits = overview.limits.and(source.limits);
            let FileReport {
                findings, errors, ..
            } = {
                let mut report = source.report.clone();
                report.narrow(from, to);
                report
            };
            for left in &source.report.leftovers {
                let places = leftovers.entry((left.version, left.kind.clone()));
                places.or_default().push(Place::at(file, left.start));
            }
            for error in errors {
                let place = Place::at(file, error.position);
                match error.is_unread {
                    true => overview.unread.push(place),
                    false => overview.errors.push(place),
                }
            }
            for finding in findings {
                let place = Place::at(file, finding.start);
                let key = (finding.kind, finding.name.clone(), finding.version);
                let next = overview.groups.len();
                let position = *positions.entry(key).or_insert(next);
                match overview.groups.get_mut(position) {
                    Some(group) => group.add(finding, place, from),
                    None => overview.groups.push(Group {
                        level: finding.level(from),
                        finding,
                        places: vec![place],
                    }),
                }
            }
        }
        overview.groups.sort_by(|a, b| a.rank().cmp(&b.rank()));
        let leftovers = leftovers.into_iter();
        let leftovers = leftovers.map(|((version, kind), places)| LeftoverGroup {
            version,
            kind,
            places,
        });
        overview.leftovers = leftovers.collect();
        overview
    }

    /// The groups that matter so much.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |group| group.level == level)
    }

    /// What sets the oldest version, if something does.
    pub fn sets_minimum(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| {
            group.finding.limits_minimum() && Some(group.finding.version) == self.limits.minimum
        })
    }

    /// What sets the newest version, if something does.
    pub fn sets_maximum(&self) -> impl Iterator<Item = &Group> {
        let first = self.limits.maximum.map(|newest| newest.minor + 1);
        self.groups.iter().filter(move |group| {
            group.finding.limits_maximum() && Some(group.finding.version.minor) == first
        })
    }
}

impl Group {
    fn add(&mut self, finding: Finding, place: Place, from: Option<Series>) {
        self.places.push(place);
        let level = finding.level(from);
        if (level, is_sure(&finding)) > (self.level, is_sure(&self.finding)) {
            self.level = level;
            self.finding = finding;
        }
    }

    /// The most serious first; of these what fails first, and what needs the newest version.
    fn rank(&self) -> impl Ord + use<'_> {
        let version = i32::from(self.finding.version.minor);
        let (kind, by_version) = match self.finding.kind {
            FindingKind::Added | FindingKind::Syntax => (FindingKind::Added, -version),
            kind => (kind, version),
        };
        (
            std::cmp::Reverse(self.level),
            kind,
            by_version,
            self.finding.name.as_str(),
        )
    }
}

fn is_sure(finding: &Finding) -> bool {
    finding.certainty == Certainty::Sure
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(kind: FindingKind, name: &str, minor: u8, line: u32) -> Finding {
        let at = |column| Position { line, column };
        Finding {
            start: at(1),
            end: at(5),
            kind,
            name: name.to_owned(),
            version: Series::python3(minor),
            until: None,
            certainty: Certainty::Sure,
            message: format!("{name} {}", kind.key()),
            change: None,
        }
    }

    fn source(path: &str, findings: Vec<Finding>) -> SourceReport {
        let report = FileReport {
            findings,
            ..FileReport::default()
        };
        SourceReport {
            path: path.to_owned(),
            limits: report.limits(),
            report,
            ..SourceReport::default()
        }
    }

    #[test]
    fn findings_about_one_name_are_one_group_with_places() {
        let removed = FindingKind::Removed;
        let files = [
            source(
                "a.py",
                vec![
                    finding(removed, "imp", 12, 1),
                    finding(removed, "imp", 12, 7),
                ],
            ),
            source("b.py", vec![finding(FindingKind::Added, "tomllib", 11, 2)]),
            source(
                "c.py",
                vec![
                    finding(removed, "imp", 12, 3),
                    finding(removed, "cgi", 13, 4),
                ],
            ),
        ];
        let overview = Overview::of(&files, None, None);
        let names: Vec<&str> = overview
            .groups
            .iter()
            .map(|group| group.finding.name.as_str())
            .collect();
        assert_eq!(
            names,
            ["imp", "cgi", "tomllib"],
            "what fails first comes first"
        );
        let places = overview.groups[0].places.iter();
        let places: Vec<(usize, u32)> = places.map(|place| (place.file, place.line)).collect();
        assert_eq!(places, [(0, 1), (0, 7), (2, 3)]);
        assert_eq!(overview.limits.minimum, Some(Series::python3(11)));
        assert_eq!(overview.limits.maximum, Some(Series::python3(11)));
        let name = |group: &Group| group.finding.name.clone();
        assert_eq!(
            overview.sets_minimum().map(name).collect::<Vec<_>>(),
            ["tomllib"]
        );
        assert_eq!(
            overview.sets_maximum().map(name).collect::<Vec<_>>(),
            ["imp"]
        );
    }

    #[test]
    fn only_what_the_chosen_versions_meet_counts() {
        let files = [source(
            "a.py",
            vec![
                finding(FindingKind::Added, "tomllib", 11, 1),
                finding(FindingKind::Removed, "cgi", 13, 2),
            ],
        )];
        let overview = Overview::of(&files, Some(Series::python3(11)), Some(Series::python3(12)));
        assert_eq!(overview.groups, []);
        let overview = Overview::of(&files, Some(Series::python3(10)), Some(Series::python3(13)));
        assert_eq!(overview.of_level(Level::Error).count(), 2);
        assert_eq!(
            Overview::of(&files, None, None)
                .of_level(Level::Note)
                .count(),
            1
        );
    }
}
