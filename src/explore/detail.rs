//! The open feature.

use super::compare::compare;
use super::statements::statements;
use crate::content::{
    Prose, embed_button, inlines, kind_badge, repair_sheet, status_badge, time, when_released,
    with_names, yours,
};
use crate::part::{Loaded, known, placeholder, use_part};
use crate::platform::dom;
use crate::platform::media::use_narrow;
use crate::samples::SampleLinks;
use crate::session::Session;
use api::{Backport, Table};
use catalogue::{Feature, FeatureText, Pep, bundle, pep};
use document::HistoryEntry;
use query::Route;
use terms::{Kind, Moment, PepNumber, ReleaseNumber, Series};
use yew::prelude::*;

#[derive(Properties, Clone, PartialEq)]
pub(crate) struct DetailProps {
    pub session: Session,
    pub feature: Feature,
    /// Whether the feature is shown on its own page rather than beside or in a list.
    #[prop_or_default]
    pub whole: bool,
}

impl DetailProps {
    /// The properties for a feature beside or in a list.
    pub(crate) fn new(session: Session, feature: Feature) -> Self {
        Self {
            session,
            feature,
            whole: false,
        }
    }
}

#[component]
pub(crate) fn Detail(props: &DetailProps) -> Html {
    let DetailProps {
        session,
        feature,
        whole,
    } = props;
    let texts = use_part(session, bundle::feature_texts(feature.series));
    let peps = use_part(session, bundle::peps());
    let names = use_part(session, bundle::names());
    let backported = use_part(session, api::bundle::backports());
    let title = use_node_ref();
    let narrow = use_narrow();
    {
        let title = title.clone();
        let listed = (!whole).then(|| feature.slug.clone());
        use_effect_with(listed, move |slug| {
            // Scroll to the feature's row in the list, but do not interrupt typing.
            let opened = slug.as_ref().filter(|_| !dom::is_reader_typing());
            let look = opened.map(|slug| {
                let look = dom::bring_into_viewport(format!("row-{slug}"), narrow);
                dom::focus(&title);
                look
            });
            move || drop(look.map(|look| look.take()))
        });
    }
    let close = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| session.close_feature())
    };
    let text = match &texts.loaded {
        Loaded::Ready(texts) => texts.iter().find(|text| text.slug == feature.slug).cloned(),
        _ => None,
    };
    let place = session.catalogue.position(&feature.slug);
    let named = place.and_then(|place| known(&names)?.get(place));
    let qualified = named.map_or(&[][..], |names| &names.qualified);
    let backports = known(&backported).map(|table| backports(table, feature, qualified));
    let backports = backports.unwrap_or_default();
    html! {
        <article class={classes!("detail", whole.then_some("whole"))} aria-labelledby="detail-title">
            <header>
                { kind_badge(feature.kind) }{ " " }{ yours(feature.is_own()) }
                if *whole {
                    <h1 id="detail-title">{ inlines(&feature.title) }</h1>
                } else {
                    <button class="icon close" onclick={close} aria-label="Close" title="Close (Esc)">{ "×" }</button>
                    <h2 id="detail-title" ref={title} tabindex="-1">{ inlines(&feature.title) }</h2>
                }
            </header>
            if *whole {
                <h2 class="visually-hidden">{ "In detail" }</h2>
            } else {
                <p class="quiet"><a href={session.href(&Route::page_of_feature(&feature.slug))}>{ "Open full page" }</a></p>
            }
            { placeholder(&texts, "the text") }
            { text.as_ref().map(summary).unwrap_or_default() }
            { compare(session, feature, &backports) }
            { text.as_ref().map(|text| repair(feature, text)).unwrap_or_default() }
            if !feature.samples.is_empty() {
                <SampleLinks session={session.clone()} samples={feature.samples.clone()} />
            }
            { facts(session, feature, text.as_ref(), known(&peps), qualified) }
            { text.as_ref().map(|text| further(session, text)).unwrap_or_default() }
            { embed_button(session.route.with_feature(&feature.slug).to_fragment()) }
        </article>
    }
}

/// The backports of the names that came or went with a feature, one for each package.
fn backports<'a>(table: &'a Table, feature: &Feature, names: &[String]) -> Vec<&'a Backport> {
    let survey = table.survey();
    let (Some(oldest), Some(newest)) = (survey.oldest(), survey.newest()) else {
        return Vec::new();
    };
    let rows = names.iter().filter_map(|name| table.row(name));
    let rows = rows.filter(|(_, row)| match feature.kind {
        Kind::Added => row.added(oldest) == Some(feature.series),
        Kind::Deprecated | Kind::Removed => row.removed(newest).is_some(),
        Kind::Changed => false,
    });
    let mut backports: Vec<&Backport> = rows.filter_map(|(_, row)| row.backport.as_ref()).collect();
    backports.dedup_by(|one, first| one.package == first.package);
    backports
}

/// What it is, in the words of the most authoritative document.
fn summary(text: &FeatureText) -> Html {
    let first = text.statements.first();
    let summary = first.map(|statement| statement.summary.clone());
    html! { <Prose blocks={summary.unwrap_or_default()} sink=2 /> }
}

/// What to do about it.
fn repair(feature: &Feature, text: &FeatureText) -> Html {
    html! {
        <>
            if !text.instead.is_empty() {
                <p class="instead"><strong>{ "Instead: " }</strong>{ inlines(&text.instead) }</p>
            }
            { repair_sheet(feature, &text.repair) }
        </>
    }
}

/// What came of it, what else concerns it, and who says so.
fn further(session: &Session, text: &FeatureText) -> Html {
    html! {
        <>
            { history(session, &text.history) }
            { related(session, text) }
            { statements(session, &text.statements) }
        </>
    }
}

/// The later changes to the feature's subject.
fn history(session: &Session, entries: &[HistoryEntry]) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let entry = |entry: &HistoryEntry| {
        let when = match entry.moment {
            Moment::Series(series) => series_link(session, series),
            Moment::Release(number) => release(session, number),
        };
        html! { <li>{ when }<p>{ inlines(&entry.text) }</p></li> }
    };
    html! {
        <section class="history">
            <h3>{ "History" }</h3>
            <ol>{ for entries.iter().map(entry) }</ol>
        </section>
    }
}

fn series_link(session: &Session, series: Series) -> Html {
    let to = session.href(&session.route.with_series(series));
    html! { <a href={to}>{ format!("Python {series}") }</a> }
}

fn facts(
    session: &Session,
    feature: &Feature,
    text: Option<&FeatureText>,
    peps: Option<&Vec<Pep>>,
    qualified: &[String],
) -> Html {
    let fact =
        |name: &'static str, value: Html| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    let names = qualified.iter();
    let names = names.map(|name| html! { <li><code>{ name }</code></li> });
    let links = links(feature, text);
    let verb = match feature.kind {
        Kind::Removed => "Removed in",
        Kind::Deprecated => "Deprecated in",
        Kind::Changed => "Changed in",
        Kind::Added => "Since",
    };
    html! {
        <dl class="facts">
            { fact(verb, release(session, ReleaseNumber::first_final(feature.series))) }
            if let Some(removed) = feature.removed {
                { fact("Removed in", release(session, removed)) }
            }
            if let Some(series) = feature.deprecated {
                { fact("Deprecated in", series_link(session, series)) }
            }
            if let Some(series) = feature.removal {
                { fact("Scheduled for removal in", series_link(session, series)) }
            }
            { for feature.peps.iter().map(|pep| fact("PEP", proposal(*pep, peps))) }
            if let (Some(status), true) = (feature.status, feature.peps.is_empty()) {
                { fact("Status", status_badge(status)) }
            }
            if let Some(area) = feature.area {
                { fact("Area", html! { <>{ area.label() }{ for feature.module.iter().map(|module| html! { <>{ " · " }<code>{ module }</code></> }) }</> }) }
            }
            if let Some(impact) = feature.impact {
                { fact("Upgrade impact", impact.label().into()) }
            }
            if !qualified.is_empty() {
                { fact("Names", html! { <ul class="names">{ for names }</ul> }) }
            }
            if !links.is_empty() {
                { fact("Links", html! { <ul class="names">{ for links }</ul> }) }
            }
        </dl>
    }
}

/// A release with its actual or expected date from the release calendar.
fn release(session: &Session, number: ReleaseNumber) -> Html {
    let calendar = session.catalogue.calendar(number.series);
    let entry = calendar.and_then(|calendar| {
        calendar
            .releases
            .iter()
            .find(|release| release.number == number)
    });
    let day = calendar.zip(entry).map(|(calendar, entry)| {
        html! { <span class="quiet">{ " · " }{ when_released(calendar, entry, session.today) }</span> }
    });
    let to = session.href(&session.route.with_series(number.series));
    html! { <><a href={to}>{ format!("Python {number}") }</a>{ day }</> }
}

/// A PEP, with its data from the PEP index if that has been loaded.
fn proposal(number: PepNumber, peps: Option<&Vec<Pep>>) -> Html {
    let link = html! { <a href={number.url()}>{ number.to_string() }</a> };
    let Some(pep) = peps.and_then(|peps| pep(peps, number)) else {
        return link;
    };
    let resolved = pep
        .resolved
        .map(|day| html! { <>{ ", resolved " }{ time(day) }</> });
    html! {
        <>
            { link }{ " " }{ with_names(&pep.title) }{ " " }{ status_badge(pep.status) }
            <span class="quiet block">{ "created " }{ time(pep.created) }{ resolved }</span>
        </>
    }
}

fn links(feature: &Feature, text: Option<&FeatureText>) -> Vec<Html> {
    let url = text.and_then(|text| text.url.as_ref());
    let notes = url.into_iter().map(|url| {
        let text = if url.contains("/whatsnew/") {
            "Release notes"
        } else {
            "More about it"
        };
        html! { <li><a href={url.clone()} rel="noreferrer">{ text }</a></li> }
    });
    let issues = feature.issues.iter().map(|issue| {
        html! { <li><a href={issue.url()} rel="noreferrer">{ issue.to_string() }</a></li> }
    });
    notes.chain(issues).collect()
}

fn related(session: &Session, text: &FeatureText) -> Html {
    let related: Vec<Html> = text
        .related
        .iter()
        .filter_map(|slug| session.catalogue.feature(slug))
        .map(|other| {
            let to = session.href(&session.route.with_feature(&other.slug));
            html! {
                <li><a href={to}>{ inlines(&other.title) }</a><span class="quiet">{ format!(" {}", other.series) }</span></li>
            }
        })
        .collect();
    if related.is_empty() {
        return Html::default();
    }
    html! {
        <section class="related">
            <h3>{ "Related" }</h3>
            <ul>{ for related }</ul>
        </section>
    }
}
