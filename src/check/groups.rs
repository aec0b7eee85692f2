//! What a check found of one name: what happens to it, what to write instead, and where it
//! is. The entry point is [`Groups`].

use super::found::with_found;
use super::result::Explained;
use crate::content::{RepairDetails, inlines, kind_badge, sentence, with_names};
use crate::session::Session;
use ::check::{Certainty, FindingKind, Place};
use query::Route;
use terms::{Kind, counted};
use yew::prelude::*;

/// The most groups that are drawn before the reader asks for all.
const FIRST_GROUPS: usize = 50;

/// The most places that are drawn before the reader asks for all.
const FIRST_PLACES: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct GroupsProps {
    pub(super) session: Session,
    /// The number of the check. The places of another one may be the same in other code.
    pub(super) round: u32,
    pub(super) groups: Vec<Explained>,
}

#[component]
pub(super) fn Groups(props: &GroupsProps) -> Html {
    let GroupsProps {
        session,
        round,
        groups,
    } = props;
    let all = use_state_eq(|| false);
    let shown = if *all { groups.len() } else { FIRST_GROUPS };
    let show = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
            <ul class="found">
                { for groups.iter().take(shown).map(|one| item(session, *round, one)) }
            </ul>
            if groups.len() > shown {
                <button onclick={show}>{ format!("Show all {}", groups.len()) }</button>
            }
        </>
    }
}

fn item(session: &Session, round: u32, one: &Explained) -> Html {
    let finding = &one.group.finding;
    let key = format!("{} {} {}", finding.kind, finding.name, finding.version);
    let doubt = match finding.certainty {
        Certainty::Sure => "",
        Certainty::Likely => " · likely",
        Certainty::Possible => " · possible",
    };
    html! {
        <li {key}>
            <p class="answer-title">
                { kind_badge(kind(finding.kind)) }
                { " " }
                { title(session, one) }
                <span class="quiet">{ format!(" Python {}{doubt}{}", finding.version, removal(one)) }</span>
            </p>
            <p>{ with_names(&sentence(&finding.message)) }</p>
            if !one.instead.is_empty() {
                <p class="instead"><b>{ "Instead: " }</b>{ inlines(&one.instead) }</p>
            }
            if !one.backports.is_empty() {
                <p><b>{ "Backport: " }</b>{ for one.backports.iter().map(package) }</p>
            }
            <Places {round} places={one.group.places.clone()} />
            if let (Some(feature), Some(sheet)) = (&one.feature, &one.sheet) {
                <RepairDetails feature={feature.clone()} repair={sheet.clone()} />
            }
        </li>
    }
}

/// When what is deprecated goes, if that is planned.
fn removal(one: &Explained) -> String {
    let is_deprecated = one.group.finding.kind == FindingKind::Deprecated;
    let feature = one.feature.as_ref().filter(|_| is_deprecated);
    let removal = feature.and_then(|feature| feature.removal);
    removal.map_or_else(String::new, |version| {
        format!(" · scheduled for removal in {version}")
    })
}

/// A link to the change or, without one, the name.
fn title(session: &Session, one: &Explained) -> Html {
    let name = &one.group.finding.name;
    // The name of a syntax is words, some of which are code already.
    let name = match name.contains(['`', ' ']) {
        true => with_names(name),
        false => html! { <code>{ name }</code> },
    };
    match &one.feature {
        Some(feature) => {
            let to = session.href(&Route::page_of_feature(&feature.slug));
            html! { <a href={to}>{ name }</a> }
        }
        None => name,
    }
}

fn package(name: &String) -> Html {
    let to = format!("https://pypi.org/project/{name}/");
    html! { <><a href={to} rel="noreferrer"><code>{ name }</code></a>{ " " }</> }
}

const fn kind(kind: FindingKind) -> Kind {
    match kind {
        FindingKind::Added | FindingKind::Syntax => Kind::Added,
        FindingKind::Removed => Kind::Removed,
        FindingKind::Changed => Kind::Changed,
        FindingKind::Deprecated => Kind::Deprecated,
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct PlacesProps {
    /// The number of the check. The places of another one may be the same in other code.
    pub(super) round: u32,
    pub(super) places: Vec<Place>,
}

/// The places with their lines of code.
#[component]
pub(super) fn Places(props: &PlacesProps) -> Html {
    let all = use_state_eq(|| false);
    let places = &props.places;
    let shown = if *all { places.len() } else { FIRST_PLACES };
    let lines = with_found(|found| {
        let lines = places.iter().take(shown).filter_map(|place| {
            let source = found.sources.get(place.file)?;
            let code = source.lines.get(&place.line).cloned().unwrap_or_default();
            Some((source.place(place.line), code))
        });
        lines.collect::<Vec<_>>()
    });
    let show = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    let more = places.len().saturating_sub(shown);
    html! {
        <>
            <ul class="places">
                { for lines.iter().map(|(place, code)| html! {
                    <li><span class="place">{ place }</span><code>{ code }</code></li>
                }) }
            </ul>
            if more > 0 {
                <button class="link" onclick={show}>{ format!("Show {}", counted(more, "more place")) }</button>
            }
        </>
    }
}
