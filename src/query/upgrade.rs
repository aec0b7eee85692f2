//! What a move from one series to another changes. The entry point is
//! [`Upgrade::between`].

use crate::catalogue::{Catalogue, Feature};
use crate::terms::{Area, Impact, Kind, Series};
use std::cmp::Reverse;

/// The answer to "I am on `from` and go to `to`".
#[derive(Debug, Clone, PartialEq)]
pub struct Upgrade<'a> {
    pub from: Series,
    pub to: Series,
    /// Those that something belongs to, in the order of [`Concern::ALL`].
    pub sections: Vec<Section<'a>>,
}

/// Everything of one concern.
#[derive(Debug, Clone, PartialEq)]
pub struct Section<'a> {
    pub concern: Concern,
    /// By area and module, in the order of the areas.
    pub groups: Vec<Group<'a>>,
}

/// What belongs to one area and one of its modules.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    pub area: Option<Area>,
    pub module: Option<&'a str>,
    /// Newest series first.
    pub steps: Vec<Step<'a>>,
}

/// One feature, as it concerns the move.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    pub feature: &'a Feature,
    /// The deprecation within the range that led to this removal.
    pub announced: Option<&'a Feature>,
}

/// What a feature asks of whoever moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// Code that relied on it stops working.
    Breaks,
    /// Code may behave otherwise and should be looked at.
    Check,
    /// It still works and is to go.
    Deprecated,
    /// It can be used from now on.
    New,
    /// It came and went again between the two.
    Passed,
    /// Going down: it is not there yet, so nothing may use it.
    Missing,
    /// Going down: it has not yet gone.
    Back,
    /// Going down: it does not yet behave as it does now.
    Older,
}

impl Concern {
    /// In the order in which readers see them.
    pub const ALL: [Self; 8] = [
        Self::Breaks,
        Self::Check,
        Self::Deprecated,
        Self::New,
        Self::Passed,
        Self::Missing,
        Self::Older,
        Self::Back,
    ];

    /// The heading as readers see it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Breaks => "Breaks",
            Self::Check => "Check your code",
            Self::Deprecated => "Deprecated, still there",
            Self::New => "New, worth adopting",
            Self::Passed => "Came and went again",
            Self::Missing => "Not there: do not use",
            Self::Older => "Behaves in the older way",
            Self::Back => "Still there",
        }
    }
}

impl<'a> Upgrade<'a> {
    /// What changes between two series, whichever is the newer.
    pub fn between(catalogue: &'a Catalogue, from: Series, to: Series) -> Self {
        let (older, newer) = (from.min(to), from.max(to));
        let crossed = catalogue
            .features
            .iter()
            .filter(|feature| is_crossed(feature, older, newer));
        let crossed: Vec<&Feature> = crossed.collect();
        let mut found: Vec<(Concern, Step)> = Vec::new();
        for feature in &crossed {
            let concern = if from <= to {
                going_up(feature, older, newer)
            } else {
                going_down(feature, older, newer)
            };
            if from <= to && concern == Concern::Deprecated && removal_of(feature, &crossed) {
                continue;
            }
            let announced = (concern == Concern::Breaks)
                .then(|| announcement_of(feature, &crossed))
                .flatten();
            found.push((concern, Step { feature, announced }));
        }
        let sections = Concern::ALL.into_iter().filter_map(|concern| {
            let steps = found.iter().filter(|(of, _)| *of == concern);
            let steps: Vec<Step> = steps.map(|(_, step)| step.clone()).collect();
            let groups = grouped(steps);
            (!groups.is_empty()).then_some(Section { concern, groups })
        });
        Self {
            from,
            to,
            sections: sections.collect(),
        }
    }
}

impl Section<'_> {
    /// How many features are in it.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.steps.len()).sum()
    }
}

/// Whether a move between the two series meets the feature: it came in after
/// the older one, or what it brought has gone since.
fn is_crossed(feature: &Feature, older: Series, newer: Series) -> bool {
    let within = |series: Series| older < series && series <= newer;
    within(feature.series) || gone_in(feature).is_some_and(within)
}

/// The series in which something that came earlier was taken out again.
fn gone_in(feature: &Feature) -> Option<Series> {
    feature.removed.map(|release| release.series)
}

/// Whether it is there in neither of the two.
fn is_passed(feature: &Feature, older: Series, newer: Series) -> bool {
    feature.series > older && gone_in(feature).is_some_and(|series| series <= newer)
}

fn going_up(feature: &Feature, older: Series, newer: Series) -> Concern {
    if is_passed(feature, older, newer) {
        return Concern::Passed;
    }
    if gone_in(feature).is_some_and(|series| series <= newer) {
        return Concern::Breaks;
    }
    match (feature.kind, feature.impact) {
        (Kind::Removed, _) | (Kind::Changed | Kind::Added, Some(Impact::Breaking)) => {
            Concern::Breaks
        }
        (Kind::Deprecated, _) => Concern::Deprecated,
        (Kind::Changed | Kind::Added, Some(Impact::Check)) => Concern::Check,
        (Kind::Changed | Kind::Added, _) => Concern::New,
    }
}

fn going_down(feature: &Feature, older: Series, newer: Series) -> Concern {
    match feature.kind {
        _ if is_passed(feature, older, newer) => Concern::Passed,
        _ if feature.series <= older => Concern::Back,
        Kind::Added => Concern::Missing,
        Kind::Changed => Concern::Older,
        Kind::Deprecated | Kind::Removed => Concern::Back,
    }
}

/// The deprecation among the features that led to a removal.
fn announcement_of<'a>(removal: &Feature, crossed: &[&'a Feature]) -> Option<&'a Feature> {
    let led = |feature: &&&Feature| is_outcome(feature, removal);
    crossed.iter().find(led).copied()
}

/// Whether the features hold the removal that a deprecation led to.
fn removal_of(deprecation: &Feature, crossed: &[&Feature]) -> bool {
    crossed
        .iter()
        .any(|removal| is_outcome(deprecation, removal))
}

/// Whether a removal is what a deprecation announced: the one names the other,
/// or both concern the same names.
fn is_outcome(deprecation: &Feature, removal: &Feature) -> bool {
    let kinds = deprecation.kind == Kind::Deprecated && removal.kind == Kind::Removed;
    let linked = || {
        removal.related.contains(&deprecation.slug) || deprecation.related.contains(&removal.slug)
    };
    let same = || {
        let mut names = deprecation.names.iter();
        !deprecation.names.is_empty() && names.all(|name| removal.names.contains(name))
    };
    kinds
        && deprecation.series < removal.series
        && (same() || linked() && shares_name(deprecation, removal))
}

fn shares_name(one: &Feature, other: &Feature) -> bool {
    let nameless = one.names.is_empty() || other.names.is_empty();
    nameless || one.names.iter().any(|name| other.names.contains(name))
}

fn grouped(mut steps: Vec<Step<'_>>) -> Vec<Group<'_>> {
    // The catalogue's own order, by title, stays within a series.
    steps.sort_by_key(|step| {
        let feature = step.feature;
        (
            feature.area,
            feature.module.as_deref(),
            Reverse(feature.series),
        )
    });
    let mut groups: Vec<Group> = Vec::new();
    for step in steps {
        let (area, module) = (step.feature.area, step.feature.module.as_deref());
        match groups.last_mut() {
            Some(group) if group.area == area && group.module == module => group.steps.push(step),
            _ => groups.push(Group {
                area,
                module,
                steps: vec![step],
            }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::fixture::Shelf;
    use crate::terms::SourceKind;

    fn catalogue() -> Catalogue {
        let reference = |shelf: Shelf, minor: u8, markdown: &str| {
            shelf.document(
                &format!("3.{minor}"),
                SourceKind::Reference,
                &format!("series: '3.{minor}'"),
                markdown,
            )
        };
        let mut shelf = Shelf::new();
        for (minor, markdown) in [
            (
                12,
                "## Old {#3.12-old kind=deprecated area=library module=imp name=a.old removal=3.14}\n\nx\n\n\
                 ## Slow {#3.12-slow kind=deprecated area=library name=a.slow}\n\nx\n\n\
                 ## Early {#3.12-early kind=added area=language removed=3.14.0}\n\nx",
            ),
            (
                13,
                "## Brief {#3.13-brief kind=changed area=language removed=3.14.5}\n\nx\n\n\
                 ## Strict {#3.13-strict kind=changed area=builtins impact=breaking}\n\nx\n\n\
                 ## Sums {#3.13-sums kind=changed area=builtins impact=check}\n\nx",
            ),
            (
                14,
                "## Old is gone {#3.14-old kind=removed area=library module=imp name=a.old,a.older}\n\nx\n\n\
                 ## Fresh {#3.14-fresh kind=added area=library module=zz}\n\nx\n\n\
                 ## Newer {#3.14-newer kind=added area=library module=aa}\n\nx",
            ),
        ] {
            shelf = reference(shelf, minor, markdown);
        }
        shelf.catalogue()
    }

    /// Each section as `Label: slug slug`, a removal with its deprecation.
    fn told(from: u8, to: u8) -> Vec<String> {
        let catalogue = catalogue();
        let upgrade = Upgrade::between(&catalogue, Series::python3(from), Series::python3(to));
        let told = upgrade.sections.iter().map(|section| {
            let mut text = format!("{}:", section.concern.label());
            for step in section.groups.iter().flat_map(|group| &group.steps) {
                text = format!("{text} {}", step.feature.slug);
                if let Some(announced) = step.announced {
                    text = format!("{text}<{}", announced.slug);
                }
            }
            text
        });
        told.collect()
    }

    #[test]
    fn an_upgrade_tells_what_breaks_what_goes_and_what_comes() {
        assert_eq!(
            told(12, 14),
            [
                "Breaks: 3.12-early 3.13-strict 3.14-old",
                "Check your code: 3.13-sums",
                "New, worth adopting: 3.14-newer 3.14-fresh",
                "Came and went again: 3.13-brief",
            ]
        );
    }

    #[test]
    fn what_was_deprecated_and_removed_on_the_way_is_told_once() {
        assert_eq!(
            told(11, 14),
            [
                "Breaks: 3.13-strict 3.14-old<3.12-old",
                "Check your code: 3.13-sums",
                "Deprecated, still there: 3.12-slow",
                "New, worth adopting: 3.14-newer 3.14-fresh",
                "Came and went again: 3.13-brief 3.12-early",
            ]
        );
        assert_eq!(
            told(11, 12),
            [
                "Deprecated, still there: 3.12-slow 3.12-old",
                "New, worth adopting: 3.12-early",
            ]
        );
    }

    #[test]
    fn going_down_tells_what_must_not_be_used() {
        assert_eq!(
            told(14, 12),
            [
                "Came and went again: 3.13-brief",
                "Not there: do not use: 3.14-newer 3.14-fresh",
                "Behaves in the older way: 3.13-strict 3.13-sums",
                "Still there: 3.12-early 3.14-old",
            ]
        );
    }

    #[test]
    fn staying_changes_nothing() {
        assert_eq!(told(13, 13), Vec::<String>::new());
    }
}
