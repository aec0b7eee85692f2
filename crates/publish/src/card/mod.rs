//! Cards of features for pages that allow no script: a picture and a piece of
//! HTML each. The entry point is [`files`].

mod fragment;
mod picture;
mod strip;

use super::form::Exporter;
use super::states::{Span, spans};
use super::{File, Site};
use catalogue::{Feature, Library};
use document::plain_text;
use query::{Presence, Route, life};
use terms::{Date, Series};

/// What a card says of a feature.
struct Card<'a> {
    feature: &'a Feature,
    title: String,
    /// The kind and the series.
    since: String,
    /// Its PEPs and its status; empty where it has neither.
    standing: String,
    /// The first sentences of its text.
    lead: &'a str,
    instead: Option<String>,
    /// The page that tells more.
    url: Option<&'a str>,
    life: Vec<(Series, Presence)>,
    spans: Vec<Span>,
    as_of: Date,
}

/// Two files for every feature.
pub(super) fn files(library: &Library, site: &Site) -> Vec<File> {
    let exporter = Exporter::new(library);
    let files = exporter.with_leads().flat_map(|(feature, lead)| {
        let card = Card::new(library, &exporter, feature, lead);
        let path = format!("card/{}.html", feature.slug);
        let link = site.link_to_place(&path, &Route::default().with_feature(&feature.slug));
        let fragment = fragment::fragment(&card, &link).to_ascii();
        [
            File {
                path: format!("card/{}.svg", feature.slug),
                bytes: picture::picture(&card).to_xml().into_bytes(),
            },
            File {
                path,
                bytes: format!("{fragment}\n").into_bytes(),
            },
        ]
    });
    files.collect()
}

impl<'a> Card<'a> {
    fn new(
        library: &'a Library,
        exporter: &Exporter<'a>,
        feature: &'a Feature,
        lead: &'a str,
    ) -> Self {
        let text = exporter.text(feature);
        Self {
            feature,
            title: plain_text(&feature.title),
            since: format!("{} in Python {}", feature.kind.label(), feature.series),
            standing: standing(feature),
            lead,
            instead: text.and_then(super::form::instead),
            url: text.and_then(|text| text.url.as_deref()),
            life: life(&library.catalogue, feature),
            spans: spans(&library.catalogue, feature),
            as_of: library.catalogue.as_of,
        }
    }

    /// The states of all series in words, such as `3.0 to 3.13: not there yet`.
    fn states(&self) -> Vec<String> {
        let states = self.spans.iter().map(|span| {
            let label = span.state.label(self.feature.kind);
            if span.first == span.last {
                format!("{}: {label}", span.first)
            } else {
                format!("{} to {}: {label}", span.first, span.last)
            }
        });
        states.collect()
    }
}

fn standing(feature: &Feature) -> String {
    let peps = feature.peps.iter().map(|pep| format!("PEP {}", pep.0));
    let status = feature.status.map(|status| status.label().to_owned());
    peps.chain(status).collect::<Vec<_>>().join(", ")
}
