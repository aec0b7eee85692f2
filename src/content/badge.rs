//! Kinds, statuses and verdicts: told by word and shape first, by colour second.

use catalogue::Verdicts;
use terms::{Kind, Status, Verdict};
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

/// A kind, by sign and word.
pub fn kind_badge(kind: Kind) -> Html {
    kind_with(kind, "")
}

/// A kind by its sign alone, where the word would repeat itself down a list;
/// screen readers still get the word.
pub fn kind_sign(kind: Kind) -> Html {
    kind_with(kind, "visually-hidden")
}

fn kind_with(kind: Kind, word: &'static str) -> Html {
    html! {
        <span class={classes!("kind", kind.key())} title={kind.label()}>
            <span class="mark" aria-hidden="true">{ kind_mark(kind) }</span>
            <span class={word}>{ kind.label() }</span>
        </span>
    }
}

/// A status as a badge.
pub fn status_badge(status: Status) -> Html {
    html! { <span class={classes!("status", status.key())}>{ status.label() }</span> }
}

const fn verdict_mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "✓",
        Verdict::Outdated => "↻",
        Verdict::Contradicted => "✕",
        Verdict::Unverified => "?",
    }
}

/// A verdict as a badge.
pub fn verdict_badge(verdict: Verdict) -> Html {
    html! {
        <span class={classes!("verdict", verdict.key())}>
            <span class="mark" aria-hidden="true">{ verdict_mark(verdict) }</span>
            { verdict.label() }
        </span>
    }
}

/// How many claims came out how; verdicts that none has are left out.
pub fn verdict_counts(verdicts: Verdicts) -> Html {
    let counts = Verdict::ALL.iter().filter_map(|verdict| {
        let count = verdicts.of(*verdict);
        (count > 0).then(|| {
            html! {
                <li class={classes!("verdict", verdict.key())}>
                    <span class="mark" aria-hidden="true">{ verdict_mark(*verdict) }</span>
                    { format!("{count} {}", verdict.label().to_ascii_lowercase()) }
                </li>
            }
        })
    });
    let counts: Vec<Html> = counts.collect();
    if counts.is_empty() {
        return Html::default();
    }
    html! { <ul class="verdicts" aria-label="Claims by verdict">{ for counts }</ul> }
}
