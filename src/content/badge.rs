//! Badges of kinds, statuses and verdicts, which do not rely on colour alone.

use catalogue::Verdicts;
use terms::{Kind, Status, Verdict};
use yew::prelude::*;

/// The sign of a kind in charts, where [`kind_icon`] would be too small.
pub const fn kind_mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "+",
        Kind::Changed => "~",
        Kind::Deprecated => "!",
        Kind::Removed => "−",
    }
}

/// The icon of a kind, which is always shown with the word or has it as a label.
pub fn kind_icon(kind: Kind) -> Html {
    let path = match kind {
        Kind::Added => "M6 2v8M2 6h8",
        Kind::Changed => "M2 7q2-4 4-1t4-1",
        Kind::Deprecated => "M6 2v4.5M6 10v0",
        Kind::Removed => "M2 6h8",
    };
    html! { <svg viewBox="0 0 12 12"><path d={path} /></svg> }
}

/// A kind as icon and word.
pub fn kind_badge(kind: Kind) -> Html {
    kind_with(kind, "")
}

/// A kind as an icon, with the word only for screen readers. Used in lists, where the words
/// would be repetitive.
pub fn kind_sign(kind: Kind) -> Html {
    kind_with(kind, "visually-hidden")
}

fn kind_with(kind: Kind, word: &'static str) -> Html {
    html! {
        <span class={classes!("kind", kind.key())} title={kind.label()}>
            <span class="mark" aria-hidden="true">{ kind_icon(kind) }</span>
            <span class={word}>{ kind.label() }</span>
        </span>
    }
}

/// A number, with its noun in the singular or the plural for screen readers only. Used where
/// the heading says what is counted.
pub fn labelled(count: usize, noun: &'static str) -> Html {
    let ending = if count == 1 { "" } else { "s" };
    html! { <>{ count }<span class="visually-hidden">{ " " }{ noun }{ ending }</span></> }
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

/// The numbers of claims by verdict, without zeros.
pub fn verdict_counts(verdicts: Verdicts) -> Html {
    let counts = Verdict::ALL.iter().filter_map(|verdict| {
        let count = verdicts.number(*verdict);
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
