//! One answer: the change or name that explains an error, why, and what to write instead.
//! The entry point is [`Item`].

use crate::content::{
    RepairDetails, answer_certainty, answer_corrections, answer_reason, inlines, kind_badge,
};
use crate::part::{known, use_part};
use crate::session::Session;
use api::bundle::package_of;
use catalogue::{Feature, bundle};
use document::plain_text;
use explain::Answer;
use query::Route;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ItemProps {
    pub(super) session: Session,
    pub(super) answer: Answer,
    /// The change that tells of it, if one does.
    pub(super) feature: Option<Feature>,
}

#[component]
pub(super) fn Item(props: &ItemProps) -> Html {
    let ItemProps {
        session,
        answer,
        feature,
    } = props;
    html! {
        <li class="answer" data-certainty={answer.certainty.key()}>
            <p class="answer-title">
                { for answer.kind.map(kind_badge) }
                { " " }
                { title(session, answer, feature.as_ref()) }
                { for answer.version.map(|version| html! { <span class="quiet">{ format!(" Python {version}") }</span> }) }
                { answer_certainty(answer) }
            </p>
            { answer_reason(answer) }
            if let Some(feature) = feature {
                <Repair session={session.clone()} answer={answer.clone()} feature={feature.clone()} />
            } else {
                { answer_corrections(answer, "") }
            }
        </li>
    }
}

/// A link to the change or, without one, to the name.
fn title(session: &Session, answer: &Answer, feature: Option<&Feature>) -> Html {
    if let Some(feature) = feature {
        let to = session.href(&Route::page_of_feature(&feature.slug));
        return html! { <a href={to}>{ inlines(&feature.title) }</a> };
    }
    let Some(name) = &answer.name else {
        return Html::default();
    };
    let to = session.href(&Route::page_of_name(package_of(name), name));
    html! { <a href={to}><code>{ name }</code></a> }
}

#[derive(Properties, PartialEq)]
struct RepairProps {
    session: Session,
    answer: Answer,
    feature: Feature,
}

/// What the message gets wrong and what to write instead, once the text of the change has been
/// loaded.
#[component]
fn Repair(props: &RepairProps) -> Html {
    let RepairProps {
        session,
        answer,
        feature,
    } = props;
    let texts = use_part(session, bundle::feature_texts(feature.series));
    let text = known(&texts).and_then(|texts| texts.iter().find(|text| text.slug == feature.slug));
    match text {
        Some(text) => html! {
            <>
                { answer_corrections(answer, &plain_text(&text.instead)) }
                if !text.instead.is_empty() {
                    <p class="instead"><b>{ "Instead: " }</b>{ inlines(&text.instead) }</p>
                }
                <RepairDetails feature={feature.clone()} repair={text.repair.clone()} />
            </>
        },
        None => Html::default(),
    }
}
