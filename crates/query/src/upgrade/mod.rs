//! What a move from one series to another changes. The entry point is
//! [`Upgrade::between`].

mod markdown;
#[cfg(test)]
mod tests;

use catalogue::{Calendar, Catalogue, Feature, SeriesStatus};
use terms::{Area, Impact, Kind, Series};

/// The answer to "I am on `from` and go to `to`".
#[derive(Debug, Clone, PartialEq)]
pub struct Upgrade<'a> {
    /// The version to leave.
    pub from: Series,
    /// The version to reach.
    pub to: Series,
    /// Those that something belongs to, in the order of [`Concern::ALL`].
    pub sections: Vec<Section<'a>>,
}

/// Everything of one concern.
#[derive(Debug, Clone, PartialEq)]
pub struct Section<'a> {
    /// What it asks of the reader.
    pub concern: Concern,
    /// By area and module, in the order of the areas.
    pub groups: Vec<Group<'a>>,
}

/// What belongs to one area and one of its modules.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// The area that its features share.
    pub area: Option<Area>,
    /// The module that its features share.
    pub module: Option<&'a str>,
    /// Newest series first.
    pub steps: Vec<Step<'a>>,
}

/// One feature, as it concerns the move.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// What changes.
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

    /// The word as the page's own parts are named by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Breaks => "breaks",
            Self::Check => "check",
            Self::Deprecated => "deprecated",
            Self::New => "new",
            Self::Passed => "passed",
            Self::Missing => "missing",
            Self::Back => "back",
            Self::Older => "older",
        }
    }

    /// Whether it asks for something to be done, which can be ticked off.
    pub const fn is_task(self) -> bool {
        matches!(
            self,
            Self::Breaks | Self::Check | Self::Deprecated | Self::Missing | Self::Older
        )
    }

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
    /// The move that most readers have before them: from the oldest series
    /// that is still supported to the newest that is released.
    pub fn usual(catalogue: &Catalogue) -> Option<(Series, Series)> {
        let status = |calendar: &&Calendar| {
            matches!(
                calendar.status,
                SeriesStatus::Bugfix | SeriesStatus::Security
            )
        };
        let oldest = catalogue.calendars.iter().find(status)?;
        let newest = catalogue.calendars.iter().rev().find(status)?;
        Some((oldest.series, newest.series))
    }

    /// How many steps can be ticked off, and how many of them `done` holds the
    /// slugs of.
    pub fn progress(&self, done: &[String]) -> (usize, usize) {
        let tasks = self
            .sections
            .iter()
            .filter(|section| section.concern.is_task());
        let (mut ticked, mut all) = (0, 0);
        for step in tasks.flat_map(Section::steps) {
            ticked += usize::from(done.contains(&step.feature.slug));
            all += 1;
        }
        (ticked, all)
    }

    /// What changes between two series, whichever is the newer.
    pub fn between(catalogue: &'a Catalogue, from: Series, to: Series) -> Self {
        let (older, newer) = (from.min(to), from.max(to));
        let is_met = |feature: &&Feature| is_crossed(feature, older, newer);
        let met = catalogue.features.iter().enumerate();
        let met = met.filter(|(_, feature)| is_met(feature));
        let mut found: Vec<(Concern, Step)> = Vec::new();
        for (place, feature) in met {
            let concern = if from <= to {
                going_up(feature, older, newer)
            } else {
                going_down(feature, older, newer)
            };
            if concern == Concern::Deprecated && catalogue.sequels_of(place).any(|one| is_met(&one))
            {
                continue;
            }
            let announced = (concern == Concern::Breaks)
                .then(|| announcement_of(catalogue, place))
                .flatten()
                .filter(is_met);
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

impl<'a> Section<'a> {
    /// How many features are in it.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.steps.len()).sum()
    }

    /// Its steps, whichever group they are in.
    pub fn steps(&self) -> impl Iterator<Item = &Step<'a>> {
        self.groups.iter().flat_map(|group| &group.steps)
    }
}

impl Step<'_> {
    /// What happens and when, such as `removed in 3.14, deprecated in 3.12`.
    pub fn story(&self) -> String {
        let Feature {
            kind,
            series,
            removed,
            removal,
            ..
        } = self.feature;
        let announced = self.announced.map(|feature| feature.series);
        let mut story = match kind {
            Kind::Added => format!("new in {series}"),
            kind => format!("{kind} in {series}"),
        };
        if let Some(series) = announced.or(self.feature.deprecated) {
            story = format!("{story}, deprecated in {series}");
        }
        match (removed, removal) {
            (Some(release), _) => format!("{story}, gone in {release}"),
            (None, Some(series)) => format!("{story}, to go in {series}"),
            (None, None) => story,
        }
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

/// The deprecation that led to a removal.
fn announcement_of(catalogue: &Catalogue, removal: usize) -> Option<&Feature> {
    let mut origins = catalogue.origins_of(removal);
    origins.find(|origin| origin.kind == Kind::Deprecated)
}

/// Groups the steps and puts the groups in order. The steps of a group stay in
/// the catalogue's own order, the newest series first and then by title, so
/// that nothing has to be sorted.
fn grouped(steps: Vec<Step<'_>>) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for step in steps {
        let (area, module) = (step.feature.area, step.feature.module.as_deref());
        let place =
            groups.binary_search_by(|group| (group.area, group.module).cmp(&(area, module)));
        match place {
            Ok(place) => groups[place].steps.push(step),
            Err(place) => {
                let steps = vec![step];
                groups.insert(
                    place,
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
