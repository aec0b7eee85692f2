//! The content of a feed entry: the features and later changes of a release. The entry
//! point is [`ReleaseNotes::html`].

use super::super::markup::Element;
use super::{listing_release, summary};
use catalogue::{Calendar, Catalogue, Feature, Library, Release};
use document::plain_text;
use std::collections::HashMap;
use terms::{Kind, Moment, ReleaseNumber};

/// The features and later changes of each release.
pub(super) struct ReleaseNotes<'a> {
    catalogue: &'a Catalogue,
    /// The later changes to features, by the release in which they happened.
    events: HashMap<ReleaseNumber, Vec<(&'a Feature, String)>>,
}

impl<'a> ReleaseNotes<'a> {
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

    /// The entry of a release, as HTML; `link` returns the address of a feature from its
    /// slug.
    ///
    /// The features of a series are listed in the entry of its first final release and,
    /// until that exists, of its newest pre-release. Other entries list the features
    /// that the release's announcements state.
    pub(super) fn html(
        &self,
        calendar: &Calendar,
        release: &Release,
        link: &dyn Fn(&str) -> String,
    ) -> String {
        let features: Vec<&Feature> = if listing_release(calendar) == Some(release) {
            let features = self.catalogue.features.iter();
            features
                .filter(|feature| feature.series == calendar.series)
                .collect()
        } else {
            self.announced(release.number)
        };
        let mut parts = vec![Element::new("p").text(summary(calendar, release))];
        for kind in Kind::ALL {
            let features = features.iter().filter(|feature| feature.kind == *kind);
            let items =
                features.map(|feature| Element::new("li").child(feature_link(feature, link)));
            parts.extend(list(kind.label(), items.collect()));
        }
        let events = self.events.get(&release.number).into_iter().flatten();
        let items = events.map(|(feature, text)| {
            let item = Element::new("li").child(feature_link(feature, link));
            item.text(format!(": {text}"))
        });
        parts.extend(list("What became of earlier features", items.collect()));
        parts.iter().map(Element::to_xml).collect()
    }

    /// The features that the announcements of a release state.
    fn announced(&self, release: ReleaseNumber) -> Vec<&'a Feature> {
        let documents = self.catalogue.documents.iter();
        let announcements = documents.filter(|entry| entry.release == Some(release));
        let mut indices: Vec<usize> = announcements
            .flat_map(|entry| entry.features.iter().copied())
            .collect();
        indices.sort_unstable();
        indices.dedup();
        let features = indices.into_iter();
        features
            .filter_map(|index| self.catalogue.features.get(index))
            .collect()
    }
}

fn feature_link(feature: &Feature, link: &dyn Fn(&str) -> String) -> Element {
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
