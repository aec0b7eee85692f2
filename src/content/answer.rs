//! What explains an error, as text. The entry points are [`answer_certainty`],
//! [`answer_reason`], [`answer_corrections`] and [`answer_remark`].

use super::with_names;
use explain::{Answer, Certainty, Side};
use yew::prelude::*;

/// How sure an answer is, to be put after its title; nothing if it is sure.
pub fn answer_certainty(answer: &Answer) -> Html {
    let words = match answer.certainty {
        Certainty::Sure => return Html::default(),
        Certainty::Likely => "likely",
        Certainty::Possible => "possible: only words agree",
    };
    html! { <span class="quiet">{ format!(" · {words}") }</span> }
}

/// Which side is to blame and why, and what else the same change explains.
pub fn answer_reason(answer: &Answer) -> Html {
    html! {
        <>
            <p>
                { for answer.verdict().map(|words| html! { <b>{ format!("{words}: ") }</b> }) }
                { with_names(&answer.why) }
            </p>
            if let Some(also) = answer.also() {
                <p class="quiet">{ format!("It {also}.") }</p>
            }
        </>
    }
}

/// What the message gets wrong, given what to write instead.
pub fn answer_corrections(answer: &Answer, instead: &str) -> Html {
    let corrections = answer.corrections(instead);
    let texts = corrections
        .iter()
        .map(|text| html! { <p><b>{ "Beware: " }</b>{ with_names(text) }</p> });
    html! { { for texts } }
}

/// A sentence about what is no matter of versions, after the side to blame.
pub fn answer_remark(side: Side, text: &str) -> Html {
    let words = side.words().filter(|_| side == Side::Neither);
    html! {
        <p class="remark" role="status">
            { for words.map(|words| html! { <b>{ format!("{words}: ") }</b> }) }
            { with_names(text) }
        </p>
    }
}

/// What is said if nothing explains a text.
pub const NO_ANSWER: &str = "No change of Python explains this text.";
