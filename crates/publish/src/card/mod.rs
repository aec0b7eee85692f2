//! Cards of features for pages that do not allow scripts: each is an SVG and a fragment
//! of HTML. The entry point is [`files`].

mod fragment;
mod strip;
mod svg;

use super::form::Exporter;
use super::spans::{Span, spans};
use super::{File, Site};
use catalogue::{Feature, Library};
use document::plain_text;
use query::{Presence, Route, life};
use terms::{Date, Series};

/// The content of a card.
struct Card<'a> {
    feature: &'a Feature,
    title: String,
    /// The kind and the series, such as "Added in Python 3.14".
    since: String,
    /// The PEPs and the status; empty if the feature has neither.
    peps_and_status: String,
    /// The first sentences of the feature's text.
    excerpt: &'a str,
    instead: Option<String>,
    /// The address of the page with more information.
    url: Option<&'a str>,
    life: Vec<(Series, Presence)>,
    spans: Vec<Span>,
    as_of: Date,
}

/// The two files of every feature's card.
pub(super) fn files(library: &Library, site: &Site) -> Vec<File> {
    let exporter = Exporter::new(library);
    let files = exporter.with_excerpts().flat_map(|(feature, excerpt)| {
        let card = Card::new(library, &exporter, feature, excerpt);
        let path = format!("card/{}.html", feature.slug);
        let link = site.link_to_route(&path, &Route::default().with_feature(&feature.slug));
        let fragment = fragment::fragment(&card, &link).to_ascii();
        [
            File {
                path: format!("card/{}.svg", feature.slug),
                bytes: svg::svg(&card).to_xml().into_bytes(),
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
        excerpt: &'a str,
    ) -> Self {
        let text = exporter.text(feature);
        let catalogue = &library.catalogue;
        Self {
            feature,
            title: plain_text(&feature.title),
            since: format!("{} in Python {}", feature.kind.label(), feature.series),
            peps_and_status: peps_and_status(feature),
            excerpt,
            instead: text.and_then(super::form::instead),
            url: text.and_then(|text| text.url.as_deref()),
            life: life(catalogue, feature, catalogue.newest_day()),
            spans: spans(catalogue, feature),
            as_of: catalogue.as_of,
        }
    }

    /// The states in all series as text, such as `3.0 to 3.13: not there yet`.
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

fn peps_and_status(feature: &Feature) -> String {
    let peps = feature.peps.iter().map(|pep| format!("PEP {}", pep.0));
    let status = feature.status.map(|status| status.label().to_owned());
    peps.chain(status).collect::<Vec<_>>().join(", ")
}
