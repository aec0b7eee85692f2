//! The results, by series.

use super::detail::Detail;
use crate::app::content::{KindBadge, StatusBadge, inlines, time};
use crate::app::session::Session;
use crate::catalogue::{Feature, SeriesStatus};
use crate::query::{Group, Results};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ResultListProps {
    pub session: Session,
    pub results: Rc<Results>,
    /// Whether an open feature stands under its row.
    pub inline: bool,
}

#[component]
pub fn ResultList(props: &ResultListProps) -> Html {
    html! { <>{ for props.results.groups.iter().map(|group| series(group, props)) }</> }
}

fn series(group: &Group, props: &ResultListProps) -> Html {
    let session = &props.session;
    let id = format!("series-{}", group.series);
    let rows = group.features.iter().filter_map(|index| {
        let feature = session.catalogue.features.get(*index)?;
        let open = session.route.feature.as_ref() == Some(&feature.slug);
        Some(html! {
            <li key={feature.slug.clone()}>
                <Row session={session.clone()} index={*index} {open} />
                if open && props.inline {
                    <Detail session={session.clone()} slug={feature.slug.clone()} />
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

#[derive(Properties)]
struct RowProps {
    session: Session,
    /// Into the catalogue's features.
    index: usize,
    open: bool,
}

/// A row's link holds the query, so that it has to follow it.
impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.open == other.open && self.session == other.session
    }
}

#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { session, open, .. } = props;
    let Some(feature) = session.catalogue.features.get(props.index) else {
        return Html::default();
    };
    html! {
        <a
            class="row"
            id={format!("row-{}", feature.slug)}
            href={session.route.with_feature(&feature.slug).to_fragment()}
            aria-current={open.then_some("true")}
        >
            <KindBadge kind={feature.kind} short=true />
            <span class="title">{ inlines(&feature.title) }</span>
            <span class="facts">{ facts(feature) }</span>
            <span class="lead">{ &feature.lead }</span>
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
            { for feature.status.map(|status| html! { <StatusBadge {status} /> }) }
        </>
    }
}
