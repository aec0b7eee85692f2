//! The results, by series.

use super::detail::Detail;
use crate::app::content::{kind_sign, marked, marked_inlines, status_badge, time};
use crate::app::session::Session;
use crate::catalogue::{Feature, SeriesStatus};
use crate::query::{Group, Results};
use yew::prelude::*;

/// What the rows are made with.
pub struct Rows<'a> {
    pub session: &'a Session,
    pub results: &'a Results,
    /// The first sentences of every feature, once they are there.
    pub leads: &'a [String],
    /// Whether an open feature stands under its row.
    pub inline: bool,
}

/// All groups.
pub fn result_list(rows: &Rows) -> Html {
    let groups = rows.results.groups.iter();
    groups.map(|group| series(group, rows)).collect()
}

fn series(group: &Group, rows: &Rows) -> Html {
    let session = rows.session;
    let id = format!("series-{}", group.series);
    let rows = group.features.iter().filter_map(|index| {
        let feature = session.catalogue.features.get(*index)?;
        let open = session.route.feature.as_ref() == Some(&feature.slug);
        Some(html! {
            <li key={feature.slug.clone()}>
                { row(feature, open, rows.leads.get(*index), rows) }
                if open && rows.inline {
                    <Detail session={session.clone()} feature={feature.clone()} />
                }
            </li>
        })
    });
    html! {
        <section class="series" aria-labelledby={id.clone()} key={group.series.to_string()}>
            <h2 {id}>
                <a href={session.route.with_series(group.series).to_fragment()}>
                    { format!("Python {}", group.series) }
                </a>
                <small>{ life(session, group) }</small>
                <span class="number">{ group.features.len() }<span class="visually-hidden">{ " features" }</span></span>
            </h2>
            <ul>{ for rows }</ul>
        </section>
    }
}

/// When the series came and what it gets today.
fn life(session: &Session, group: &Group) -> Html {
    let Some(calendar) = session.catalogue.calendar(group.series) else {
        return Html::default();
    };
    let verb = match calendar.status {
        SeriesStatus::Feature | SeriesStatus::Prerelease => "expected ",
        _ => "released ",
    };
    html! { <>{ verb }{ time(calendar.first_release) }{ " · " }{ calendar.status.label() }</> }
}

fn row(feature: &Feature, open: bool, lead: Option<&String>, rows: &Rows) -> Html {
    let marks = &rows.results.wording.marks;
    html! {
        <a
            class="row"
            id={format!("row-{}", feature.slug)}
            href={rows.session.route.with_feature(&feature.slug).to_fragment()}
            aria-current={open.then_some("true")}
        >
            { kind_sign(feature.kind) }
            <span class="title">{ marked_inlines(&feature.title, marks) }</span>
            <span class="facts">{ facts(feature) }</span>
            <span class="lead">{ for lead.map(|lead| marked(lead, marks)) }</span>
        </a>
    }
}

fn facts(feature: &Feature) -> Html {
    let number = match (feature.peps.first(), feature.issues.first()) {
        (Some(pep), _) => Some(pep.to_string()),
        (None, issue) => issue.map(ToString::to_string),
    };
    let verdicts = feature.verdicts;
    let disputed = verdicts.contradicted + verdicts.outdated;
    html! {
        <>
            if disputed > 0 {
                <span class="disputed" title={format!("{disputed} claims do not hold, or no longer")}>
                    <span aria-hidden="true">{ "⚠ " }</span>{ disputed }
                    <span class="visually-hidden">{ " disputed claims" }</span>
                </span>
            }
            if !feature.samples.is_empty() {
                <span class="has-sample" title="Has samples to try">{ "▷" }<span class="visually-hidden">{ "has samples" }</span></span>
            }
            { for number.map(|number| html! { <span class="reference">{ number }</span> }) }
            { for feature.status.map(status_badge) }
        </>
    }
}
