//! Kinds, statuses and verdicts: told by word and shape first, by colour second.

use crate::catalogue::Verdicts;
use crate::terms::{Kind, Status, Verdict};
use yew::prelude::*;

/// The sign of a kind; the word always stands near it or in its label.
pub const fn kind_mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "+",
        Kind::Changed => "~",
        Kind::Deprecated => "!",
        Kind::Removed => "−",
    }
}

#[derive(Properties, PartialEq)]
pub struct KindBadgeProps {
    pub kind: Kind,
    /// Only the sign, where the word would repeat itself down a list.
    #[prop_or_default]
    pub short: bool,
}

#[component]
pub fn KindBadge(props: &KindBadgeProps) -> Html {
    let kind = props.kind;
    let word = if props.short { "visually-hidden" } else { "" };
    html! {
        <span class={classes!("kind", kind.key())} title={kind.label()}>
            <span class="mark" aria-hidden="true">{ kind_mark(kind) }</span>
            <span class={word}>{ kind.label() }</span>
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub struct StatusBadgeProps {
    pub status: Status,
}

#[component]
pub fn StatusBadge(props: &StatusBadgeProps) -> Html {
    html! { <span class={classes!("status", props.status.key())}>{ props.status.label() }</span> }
}

const fn verdict_mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "✓",
        Verdict::Outdated => "↻",
        Verdict::Contradicted => "✕",
        Verdict::Unverified => "?",
    }
}

#[derive(Properties, PartialEq)]
pub struct VerdictBadgeProps {
    pub verdict: Verdict,
}

#[component]
pub fn VerdictBadge(props: &VerdictBadgeProps) -> Html {
    let verdict = props.verdict;
    html! {
        <span class={classes!("verdict", verdict.key())}>
            <span class="mark" aria-hidden="true">{ verdict_mark(verdict) }</span>
            { verdict.label() }
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub struct VerdictCountsProps {
    pub verdicts: Verdicts,
}

/// How many claims came out how; verdicts that none has are left out.
#[component]
pub fn VerdictCounts(props: &VerdictCountsProps) -> Html {
    let counts = Verdict::ALL.iter().filter_map(|verdict| {
        let count = props.verdicts.of(*verdict);
        (count > 0).then(|| {
            html! {
                <li class={classes!("verdict", verdict.key())}>
                    <span class="mark" aria-hidden="true">{ verdict_mark(*verdict) }</span>
                    { format!("{count} {}", verdict.label().to_lowercase()) }
                </li>
            }
        })
    });
    html! { <ul class="verdicts" aria-label="Claims by verdict">{ for counts }</ul> }
}
