//! The matching features, by version or by relevance. The entry point is [`list`].

use super::{Answer, Scene, group};
use crate::content::{marked, marked_inlines, status_badge};
use catalogue::{Feature, bundle};
use query::{Results, Route};
use yew::prelude::*;

/// The matching features up to the limit. `excerpts` is the part of the bundle with the
/// excerpts; without it the rows have titles only.
pub(super) fn list(scene: &Scene, excerpts: &[u8]) -> Answer {
    let results = scene
        .engine
        .run(scene.catalogue, &scene.request.route.query);
    let excerpts = bundle::read(&bundle::excerpts(), excerpts).unwrap_or_default();
    let shown = scene.room_for(results.total);
    let rows = Rows {
        scene,
        results: &results,
        excerpts: &excerpts,
    };
    let body = if results.total == 0 {
        html! { <p class="empty" part="empty">{ "No results." }</p> }
    } else if scene.request.is_compact {
        let features = results.groups.iter().flat_map(|group| &group.features);
        html! { <ul class="rows" role="list">{ rows.rows(features.take(shown), false) }</ul> }
    } else {
        rows.by_series(shown)
    };
    let all = Route {
        query: scene.request.route.query.clone(),
        ..Route::default()
    };
    let footer = scene.footer(&all.to_fragment(), results.total - shown);
    Answer {
        html: html! { <>{ body }{ footer }</> },
        total: results.total,
        shown,
    }
}

struct Rows<'a> {
    scene: &'a Scene<'a>,
    results: &'a Results,
    excerpts: &'a [String],
}

impl Rows<'_> {
    fn by_series(&self, mut room: usize) -> Html {
        let groups = self.results.groups.iter().map_while(|of_series| {
            let taken = room.min(of_series.features.len());
            room -= taken;
            let features = of_series.features.iter().take(taken);
            let rows = self.rows(features, of_series.series.is_none());
            (taken > 0).then(|| match of_series.series {
                Some(series) => group(format!("Python {series}"), of_series.features.len(), rows),
                None => html! { <ul class="rows" role="list">{ rows }</ul> },
            })
        });
        groups.collect()
    }

    /// The rows of features, each with its version if no heading has it.
    fn rows<'b>(&self, features: impl Iterator<Item = &'b usize>, has_version: bool) -> Html {
        let rows = features.filter_map(|index| {
            let feature = self.scene.catalogue.features.get(*index)?;
            Some(self.row(feature, has_version, self.excerpts.get(*index)))
        });
        rows.collect()
    }

    fn row(&self, feature: &Feature, has_version: bool, lead: Option<&String>) -> Html {
        let marks = &self.results.interpretation.highlights;
        let title = marked_inlines(&feature.title, marks);
        if self.scene.request.is_compact {
            return self.scene.one_line(feature, title);
        }
        let pep = feature.peps.first().map(|pep| {
            html! { <span class="reference">{ pep.to_string() }</span> }
        });
        let version = has_version.then(|| {
            html! { <span class="series">{ feature.series.to_string() }</span> }
        });
        let facts = match (&pep, feature.status, &version) {
            (None, None, None) => Html::default(),
            (_, status, _) => html! {
                <span class="facts">{ for pep }{ for status.map(status_badge) }{ for version }</span>
            },
        };
        let lead = lead.filter(|lead| !lead.is_empty());
        let lead = lead.map(|lead| {
            html! { <span class="lead" part="lead">{ marked(lead, marks) }</span> }
        });
        self.scene
            .row(feature, title, facts, lead.unwrap_or_default())
    }
}

impl Scene<'_> {
    /// A feature as one line, with its series at the end.
    pub(super) fn one_line(&self, feature: &Feature, title: Html) -> Html {
        let series = html! { <span class="facts series">{ feature.series.to_string() }</span> };
        self.row(feature, title, series, Html::default())
    }
}
