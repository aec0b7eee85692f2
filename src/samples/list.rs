//! The list of samples: by series, the newest first, and in each by feature. The
//! entry points are [`sample_list`] and [`first`].

use crate::content::{inlines, with_names};
use crate::session::Session;
use catalogue::{Catalogue, Feature, Sample};
use yew::prelude::*;

/// The sample that is listed first.
pub(crate) fn first<'a>(catalogue: &Catalogue, samples: &'a [Sample]) -> Option<&'a Sample> {
    let mut features = catalogue.features.iter();
    features.find_map(|feature| samples_of(feature, samples).next())
}

/// All samples, with the list of the open sample's series expanded.
pub(crate) fn sample_list(session: &Session, samples: &[Sample], open: Option<&Sample>) -> Html {
    let features = session.catalogue.features.iter();
    let features: Vec<&Feature> = features
        .filter(|feature| !feature.samples.is_empty())
        .collect();
    let series = features.chunk_by(|one, other| one.series == other.series);
    let series = series.filter_map(|features| {
        let number = features.first()?.series.to_string();
        let count: usize = features.iter().map(|feature| feature.samples.len()).sum();
        let holds = |open: &Sample| features.iter().any(|feature| feature.slug == open.feature);
        let sections = features.iter().map(|feature| section(session, feature, samples, open));
        Some(html! {
            <details key={number.clone()} open={open.is_some_and(holds)}>
                <summary>
                    { format!("Python {number}") }
                    <span class="number">{ count }<span class="visually-hidden">{ " samples" }</span></span>
                </summary>
                { for sections }
            </details>
        })
    });
    series.collect()
}

/// The samples of a feature, in their order.
fn samples_of<'a>(feature: &Feature, samples: &'a [Sample]) -> impl Iterator<Item = &'a Sample> {
    samples
        .iter()
        .filter(|sample| sample.feature == feature.slug)
}

fn section(
    session: &Session,
    feature: &Feature,
    samples: &[Sample],
    open: Option<&Sample>,
) -> Html {
    let rows = samples_of(feature, samples).map(|sample| link(session, sample, open));
    html! { <section><h2>{ inlines(&feature.title) }</h2><ul>{ for rows }</ul></section> }
}

/// A link to a sample.
pub(crate) fn link(session: &Session, sample: &Sample, open: Option<&Sample>) -> Html {
    let current = open.is_some_and(|open| open.slug == sample.slug);
    let to = session.href(&session.route.with_sample(&sample.slug));
    html! {
        <li><a href={to} aria-current={current.then_some("true")}>{ with_names(&sample.title) }</a></li>
    }
}
