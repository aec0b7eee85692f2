//! What a release brought, as the content of an entry. The entry point is
//! [`Brought::html`].

use super::super::markup::Element;
use super::sentence;
use catalogue::{Calendar, Catalogue, Feature, Library, Release, ReleaseState};
use document::plain_text;
use std::collections::HashMap;
use terms::{Kind, Moment, ReleaseNumber};

/// The features that something is known of about a single release.
pub(super) struct Brought<'a> {
    catalogue: &'a Catalogue,
    /// What became of features in a release.
    events: HashMap<ReleaseNumber, Vec<(&'a Feature, String)>>,
}

impl<'a> Brought<'a> {
    pub(super) fn new(library: &'a Library) -> Self {
        let catalogue = &library.catalogue;
        let features: HashMap<&str, &Feature> = catalogue
            .features
            .iter()
            .map(|feature| (feature.slug.as_str(), feature))
            .collect();
        let mut events: HashMap<_, Vec<_>> = HashMap::new();
        for text in library.feature_texts.values().flatten() {
            for entry in &text.history {
                let Moment::Release(release) = entry.moment else {
                    continue;
                };
                if let Some(feature) = features.get(text.slug.as_str()) {
                    let event = (*feature, plain_text(&entry.text));
                    events.entry(release).or_default().push(event);
                }
            }
        }
        Self { catalogue, events }
    }

    /// What is known of a release; `link` gives the address of a feature by its
    /// slug.
    ///
    /// The features of a series are told with its first final release and,
    /// until there is one, with its newest pre-release. Other releases have what
    /// an announcement of theirs states.
    pub(super) fn html(
        &self,
        calendar: &Calendar,
        release: &Release,
        link: &dyn Fn(&str) -> String,
    ) -> String {
        let features: Vec<&Feature> = if tells(calendar) == Some(release.number) {
            let features = self.catalogue.features.iter();
            features
                .filter(|feature| feature.series == calendar.series)
                .collect()
        } else {
            self.announced(release.number)
        };
        let mut parts = vec![Element::new("p").text(sentence(calendar, release))];
        for kind in Kind::ALL {
            let features = features.iter().filter(|feature| feature.kind == *kind);
            let items = features.map(|feature| Element::new("li").child(title(feature, link)));
            parts.extend(list(kind.label(), items.collect()));
        }
        let events = self.events.get(&release.number).into_iter().flatten();
        let items = events.map(|(feature, text)| {
            let item = Element::new("li").child(title(feature, link));
            item.text(format!(": {text}"))
        });
        parts.extend(list("What became of earlier features", items.collect()));
        parts.iter().map(Element::to_xml).collect()
    }

    /// The features that the announcements of a release state.
    fn announced(&self, release: ReleaseNumber) -> Vec<&'a Feature> {
        let documents = self.catalogue.documents.iter();
        let announcements = documents.filter(|entry| entry.release == Some(release));
        let mut places: Vec<usize> = announcements
            .flat_map(|entry| entry.features.iter().copied())
            .collect();
        places.sort_unstable();
        places.dedup();
        let features = places.into_iter();
        features
            .filter_map(|place| self.catalogue.features.get(place))
            .collect()
    }
}

/// The release that the features of a series are told with.
fn tells(calendar: &Calendar) -> Option<ReleaseNumber> {
    let releases = calendar.releases.iter();
    let actual = releases.filter(|release| release.state == ReleaseState::Actual);
    let mut numbers = actual.map(|release| release.number);
    let first = ReleaseNumber::first_final(calendar.series);
    let newest = numbers.clone().max();
    numbers.find(|number| *number == first).or(newest)
}

fn title(feature: &Feature, link: &dyn Fn(&str) -> String) -> Element {
    Element::new("a")
        .with("href", link(&feature.slug))
        .text(plain_text(&feature.title))
}

fn list(heading: &str, items: Vec<Element>) -> Vec<Element> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Element::new("h2").text(heading),
        Element::new("ul").children(items),
    ]
}
