//! A claim with its verdict. The entry point is [`claim`].

use crate::content::{inlines, verdict_badge};
use catalogue::Claim;
use yew::prelude::*;

/// A claim, what it is about, its verdict and what the verdict rests on.
pub(super) fn claim(claim: &Claim, about: Html) -> Html {
    html! {
        <div class="claim">
            <p>{ inlines(&claim.text) }</p>
            <p class="evidence">
                { verdict_badge(claim.verdict) }{ " " }{ inlines(&claim.evidence) }{ " " }{ about }
            </p>
        </div>
    }
}
