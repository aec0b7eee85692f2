//! The changes between two series, as a checklist for an upgrade. The entry point is
//! [`Upgrade::between`].

mod markdown;
#[cfg(test)]
mod tests;

use catalogue::{Calendar, Catalogue, Feature, ReleaseState};
use terms::{Area, Date, Impact, Kind, Series};

/// The changes between two series.
#[derive(Debug, Clone, PartialEq)]
pub struct Upgrade<'a> {
    /// The series to upgrade from.
    pub from: Series,
    /// The series to upgrade to, which may be the older one.
    pub to: Series,
    /// The sections that are not empty, in the order of [`Concern::ALL`].
    pub sections: Vec<Section<'a>>,
}

/// All changes with the same concern.
#[derive(Debug, Clone, PartialEq)]
pub struct Section<'a> {
    /// The concern.
    pub concern: Concern,
    /// By area and module, in the order of the areas.
    pub groups: Vec<Group<'a>>,
}

/// The changes of one area and module.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// The area, if the features have one.
    pub area: Option<Area>,
    /// The module, if the features have one.
    pub module: Option<&'a str>,
    /// In the order of the catalogue.
    pub steps: Vec<Step<'a>>,
}

/// A feature in the checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// The feature.
    pub feature: &'a Feature,
    /// If the feature is a removal, its deprecation, if that is between the two series as
    /// well.
    pub deprecation: Option<&'a Feature>,
}

/// What a feature means for existing code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// Code that depends on it stops working.
    Breaks,
    /// Code may behave differently and should be checked.
    Check,
    /// It still works but is deprecated.
    Deprecated,
    /// It is new and can be adopted.
    New,
    /// It was added and removed again between the two series.
    AddedAndRemoved,
    /// In a downgrade: it does not exist in the older series, so code must not use it.
    Missing,
    /// In a downgrade: it has not been removed or deprecated in the older series.
    NotYetRemoved,
    /// In a downgrade: it has the previous behaviour in the older series.
    PreviousBehaviour,
}

impl Concern {
    /// All concerns, in the order in which the page shows them.
    pub const ALL: [Self; 8] = [
        Self::Breaks,
        Self::Check,
        Self::Deprecated,
        Self::New,
        Self::AddedAndRemoved,
        Self::Missing,
        Self::PreviousBehaviour,
        Self::NotYetRemoved,
    ];

    /// The word in ids and CSS classes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Breaks => "breaks",
            Self::Check => "check",
            Self::Deprecated => "deprecated",
            Self::New => "new",
            Self::AddedAndRemoved => "passed",
            Self::Missing => "missing",
            Self::NotYetRemoved => "back",
            Self::PreviousBehaviour => "older",
        }
    }

    /// Whether there is something to do, so that steps can be marked as done.
    pub const fn is_task(self) -> bool {
        matches!(
            self,
            Self::Breaks | Self::Check | Self::Deprecated | Self::Missing | Self::PreviousBehaviour
        )
    }

    /// The heading that the page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Breaks => "Breaking changes",
            Self::Check => "Behaviour changes",
            Self::Deprecated => "Deprecated",
            Self::New => "New features",
            Self::AddedAndRemoved => "Added and removed in between",
            Self::Missing => "Not available",
            Self::PreviousBehaviour => "Old behaviour",
            Self::NotYetRemoved => "Not yet removed",
        }
    }
}

impl<'a> Upgrade<'a> {
    /// The default upgrade: from the oldest series supported `today` to the newest.
    /// `None` if no series is supported.
    pub fn default_range(catalogue: &Catalogue, today: Date) -> Option<(Series, Series)> {
        let is_supported = |calendar: &&Calendar| calendar.status_on(today).is_supported();
        let oldest = catalogue.calendars.iter().find(is_supported)?;
        let newest = catalogue.calendars.iter().rev().find(is_supported)?;
        Some((oldest.series, newest.series))
    }

    /// The number of tasks whose slugs are in `done`, and the number of all tasks.
    pub fn progress(&self, done: &[String]) -> (usize, usize) {
        let tasks = self
            .sections
            .iter()
            .filter(|section| section.concern.is_task());
        let (mut completed, mut all) = (0, 0);
        for step in tasks.flat_map(Section::steps) {
            completed += usize::from(done.contains(&step.feature.slug));
            all += 1;
        }
        (completed, all)
    }

    /// Keeps only the features for which a predicate holds.
    pub fn retain(&mut self, is_kept: impl Fn(&Feature) -> bool) {
        for section in &mut self.sections {
            for group in &mut section.groups {
                group.steps.retain(|step| is_kept(step.feature));
            }
            section.groups.retain(|group| !group.steps.is_empty());
        }
        self.sections.retain(|section| !section.groups.is_empty());
    }

    /// The changes between two series. If `from` is the newer one, they are those of a
    /// downgrade.
    pub fn between(catalogue: &'a Catalogue, from: Series, to: Series) -> Self {
        let (older, newer) = (from.min(to), from.max(to));
        let is_between = |feature: &&Feature| is_between(feature, older, newer);
        let is_told = |feature: &Feature| {
            is_between(&feature) || from <= to && is_scheduled(catalogue, feature, older, newer)
        };
        let features = catalogue.features.iter().enumerate();
        let mut all_steps: Vec<(Concern, Step)> = Vec::new();
        for (index, feature) in features.filter(|(_, feature)| is_told(feature)) {
            let concern = if from <= to {
                upgrade_concern(feature, older, newer)
            } else {
                downgrade_concern(feature, older, newer)
            };
            // The removal stands for its deprecation.
            if concern == Concern::Deprecated
                && catalogue
                    .sequels_of(index)
                    .any(|sequel| sequel.series <= newer)
            {
                continue;
            }
            let deprecation = (concern == Concern::Breaks)
                .then(|| deprecation_of(catalogue, index))
                .flatten()
                .filter(is_between);
            let step = Step {
                feature,
                deprecation,
            };
            all_steps.push((concern, step));
        }
        let sections = Concern::ALL.into_iter().filter_map(|concern| {
            let steps = all_steps.iter().filter(|(other, _)| *other == concern);
            let steps: Vec<Step> = steps.map(|(_, step)| step.clone()).collect();
            let groups = group_by_module(steps);
            (!groups.is_empty()).then_some(Section { concern, groups })
        });
        Self {
            from,
            to,
            sections: sections.collect(),
        }
    }
}

impl<'a> Section<'a> {
    /// The number of steps.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.steps.len()).sum()
    }

    /// The steps of all groups.
    pub fn steps(&self) -> impl Iterator<Item = &Step<'a>> {
        self.groups.iter().flat_map(|group| &group.steps)
    }
}

impl Step<'_> {
    /// The changes and their series, such as `removed in 3.14, deprecated in 3.12`.
    pub fn summary(&self) -> String {
        let Feature {
            kind,
            series,
            removed,
            removal,
            ..
        } = self.feature;
        let deprecation = self.deprecation.map(|feature| feature.series);
        let mut summary = match kind {
            Kind::Added => format!("new in {series}"),
            kind => format!("{kind} in {series}"),
        };
        if let Some(series) = deprecation.or(self.feature.deprecated) {
            summary = format!("{summary}, deprecated in {series}");
        }
        match (removed, removal) {
            (Some(release), _) => format!("{summary}, removed in {release}"),
            (None, Some(series)) => format!("{summary}, scheduled for removal in {series}"),
            (None, None) => summary,
        }
    }
}

/// Whether a feature was introduced, or its subject removed, after the older series and up
/// to the newer one.
fn is_between(feature: &Feature, older: Series, newer: Series) -> bool {
    let within = |series: Series| older < series && series <= newer;
    within(feature.series) || removed_in(feature).is_some_and(within)
}

/// Whether the removal of something deprecated earlier is planned for one of the series,
/// which has not been released yet: a plan for a released one was not carried out.
fn is_scheduled(catalogue: &Catalogue, feature: &Feature, older: Series, newer: Series) -> bool {
    let planned = feature.removal.filter(|_| feature.kind == Kind::Deprecated);
    planned.is_some_and(|series| {
        let first = catalogue.calendar(series).and_then(Calendar::first_final);
        let is_released = first.is_some_and(|release| release.state == ReleaseState::Actual);
        older < series && series <= newer && !is_released
    })
}

/// The series in which the subject of an addition or change was removed again.
fn removed_in(feature: &Feature) -> Option<Series> {
    feature.removed.map(|release| release.series)
}

/// Whether a feature was added and removed again between the two series.
fn is_added_and_removed(feature: &Feature, older: Series, newer: Series) -> bool {
    feature.series > older && removed_in(feature).is_some_and(|series| series <= newer)
}

fn upgrade_concern(feature: &Feature, older: Series, newer: Series) -> Concern {
    if is_added_and_removed(feature, older, newer) {
        return Concern::AddedAndRemoved;
    }
    if removed_in(feature).is_some_and(|series| series <= newer) {
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

fn downgrade_concern(feature: &Feature, older: Series, newer: Series) -> Concern {
    match feature.kind {
        _ if is_added_and_removed(feature, older, newer) => Concern::AddedAndRemoved,
        _ if feature.series <= older => Concern::NotYetRemoved,
        Kind::Added => Concern::Missing,
        Kind::Changed => Concern::PreviousBehaviour,
        Kind::Deprecated | Kind::Removed => Concern::NotYetRemoved,
    }
}

/// The deprecation that preceded a removal.
fn deprecation_of(catalogue: &Catalogue, removal: usize) -> Option<&Feature> {
    let mut origins = catalogue.origins_of(removal);
    origins.find(|origin| origin.kind == Kind::Deprecated)
}

/// Groups the steps by area and module. The groups are sorted; their steps keep the
/// catalogue's order.
fn group_by_module(steps: Vec<Step<'_>>) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for step in steps {
        let (area, module) = (step.feature.area, step.feature.module.as_deref());
        let position =
            groups.binary_search_by(|group| (group.area, group.module).cmp(&(area, module)));
        match position {
            Ok(index) => groups[index].steps.push(step),
            Err(index) => {
                let steps = vec![step];
                groups.insert(
                    index,
                    Group {
                        area,
                        module,
                        steps,
                    },
                );
            }
        }
    }
    groups
}
