//! The list of results: by version or, if words are searched for, by relevance. The list is
//! virtual: each group is split into pieces of some rows, and pieces far from the viewport are
//! replaced by empty space of the same height.

use crate::content::{kind_sign, marked, marked_inlines, status_badge, when_released, yours};
use crate::lazy::{LazyPiece, Piece};
use crate::platform::viewport::Viewport;
use crate::session::Session;
use catalogue::Feature;
use query::{Group, Outcome, Results};
use terms::{Series, Versions};
use yew::prelude::*;

/// The number of rows in a piece.
const PIECE: usize = 20;

/// The estimated height of a row that has not been rendered, in pixels.
const ROW: u32 = 64;

/// The minimum height of a row, in which each text fits on one line, in pixels.
const MIN_ROW: u32 = 62;

/// The CSS selector of pieces.
pub(crate) const PIECES: &str = ".results .piece";

/// The CSS selector of rows.
pub(crate) const ROWS: &str = ".results a.row";

/// The number of rows that fill a height for certain.
pub(crate) const fn rows_in(pixels: u32) -> usize {
    (pixels / MIN_ROW + 1) as usize
}

/// The data for the rows.
pub(crate) struct Rows<'a> {
    pub session: &'a Session,
    pub results: &'a Results,
    /// The excerpts of all features, or empty if they have not been loaded.
    pub excerpts: &'a [String],
    /// Whether an open feature is shown below its row.
    pub inline: bool,
    /// The versions of the reader; if there are any, each row says whether they have it.
    pub mine: Versions,
    /// The pieces near the viewport.
    pub viewport: Viewport,
    /// The number of rows to render until the reader pauses; the others are empty space.
    /// `None` means all.
    pub at_once: Option<usize>,
    /// The slug of a feature whose row is rendered even if it is far from the viewport: the
    /// open one or the one that was closed last, which may have the focus.
    pub kept: Option<&'a str>,
}

/// The list of all groups.
pub(crate) fn result_list(rows: &Rows) -> Html {
    let mut piece = 0;
    let mut left = rows.at_once;
    let mut below = rows.results.total;
    let mut list = Vec::new();
    for group in &rows.results.groups {
        if left == Some(0) {
            break;
        }
        let limit = left.unwrap_or(usize::MAX);
        list.push(self::group(group, &mut piece, limit, rows));
        let rendered = group.features.len().min(limit);
        below -= rendered;
        left = left.map(|left| left - rendered);
    }
    if rows.at_once.is_some() {
        let space = space(ROW * below as u32);
        list.push(html! { <div key="below">{ space }</div> });
    }
    list.into_iter().collect()
}

/// A group with at most `limit` rows. `piece` is the number of the next piece.
fn group(group: &Group, piece: &mut usize, limit: usize, rows: &Rows) -> Html {
    let count = group.features.len();
    let features = group.features.get(..limit).unwrap_or(&group.features);
    let pieces = features.chunks(PIECE).enumerate();
    let pieces = pieces.map(|(nth, features)| {
        let number = *piece;
        *piece += 1;
        html! {
            <div class="piece" key={nth}>
                { self::piece(number, nth * PIECE, features, group, rows) }
            </div>
        }
    });
    let list = html! { <div role="list" class="rows">{ for pieces }</div> };
    let Some(series) = group.series else {
        return html! { <section key="all" aria-label="By relevance">{ list }</section> };
    };
    let session = rows.session;
    let id = format!("series-{series}");
    html! {
        <section class="series" aria-labelledby={id.clone()} key={series.to_string()}>
            <h2 {id}>
                <a href={session.href(&session.route.with_series(series))}>
                    { format!("Python {series}") }
                </a>
                <small>{ life(session, series) }</small>
                <span class="number">{ count }<span class="visually-hidden">{ " changes" }</span></span>
            </h2>
            { list }
        </section>
    }
}

/// Empty space in place of a piece. It is an SVG because the Content-Security-Policy forbids
/// inline styles.
fn space(height: u32) -> Html {
    html! { <svg class="space" aria-hidden="true" width="1" height={height.to_string()} /> }
}

/// The rows of a piece of a group, or empty space. `before` is the number of rows of the group
/// before the piece.
fn piece(number: usize, before: usize, features: &[usize], group: &Group, rows: &Rows) -> Html {
    let feature = |index: usize| rows.session.catalogue.features.get(index);
    let has_kept = rows.kept.is_some_and(|slug| {
        let mut features = features.iter().filter_map(|index| feature(*index));
        features.any(|feature| feature.slug == slug)
    });
    let is_near = rows.at_once.is_some() || rows.viewport.near.contains(&number);
    if !is_near && !has_kept {
        let height = rows.viewport.height(number);
        return space(height.unwrap_or(ROW * features.len() as u32));
    }
    let count = group.features.len();
    let items = features
        .iter()
        .zip(before + 1..)
        .filter_map(|(index, place)| {
            let feature = feature(*index)?;
            let open = rows.session.route.feature.as_ref() == Some(&feature.slug);
            Some(html! {
                <div role="listitem" key={feature.slug.clone()}
                    aria-setsize={count.to_string()} aria-posinset={place.to_string()}>
                    { row(feature, open, group.series.is_none(), rows.excerpts.get(*index), rows) }
                    if open && rows.inline {
                        <LazyPiece piece={Piece::feature(rows.session.clone(), feature.clone())} />
                    }
                </div>
            })
        });
    items.collect()
}

/// The date of the first release of a series, and its phase.
fn life(session: &Session, series: Series) -> Html {
    let Some(calendar) = session.catalogue.calendar(series) else {
        return Html::default();
    };
    let first = calendar.first_final();
    let first = first.map(|release| when_released(calendar, release, session.today));
    html! { <>{ for first }{ " · " }{ calendar.status_on(session.today).label() }</> }
}

/// A feature, with its version if no heading has it.
fn row(
    feature: &Feature,
    open: bool,
    has_version: bool,
    lead: Option<&String>,
    rows: &Rows,
) -> Html {
    let marks = &rows.results.interpretation.highlights;
    html! {
        <a
            class="row"
            id={format!("row-{}", feature.slug)}
            href={rows.session.href(&rows.session.route.with_feature(&feature.slug))}
            aria-current={open.then_some("true")}
        >
            { kind_sign(feature.kind) }
            <span class="title">{ marked_inlines(&feature.title, marks) }</span>
            { facts(feature, has_version, rows.mine) }
            <span class="lead">{ for lead.map(|lead| marked(lead, marks)) }</span>
        </a>
    }
}

/// The signs at the end of a row; no element if the feature has none, as it would take a line
/// on a phone.
fn facts(feature: &Feature, has_version: bool, mine: Versions) -> Html {
    let number = match (feature.peps.first(), feature.issues.first()) {
        (Some(pep), _) => Some(pep.to_string()),
        (None, issue) => issue.map(ToString::to_string),
    };
    let verdicts = feature.verdicts;
    let disputed = verdicts.contradicted + verdicts.outdated;
    let claims = if disputed == 1 {
        "disputed claim"
    } else {
        "disputed claims"
    };
    let outcome = Outcome::of_row(feature, mine);
    let has_facts = has_version
        || outcome.is_some()
        || disputed > 0
        || !feature.samples.is_empty()
        || feature.is_own()
        || number.is_some()
        || feature.status.is_some();
    if !has_facts {
        return Html::default();
    }
    html! {
        <span class="facts">
            if disputed > 0 {
                <span class="disputed" title={format!("{disputed} {claims}")}>
                    <span aria-hidden="true">{ "⚠ " }</span>{ disputed }
                    <span class="visually-hidden">{ " " }{ claims }</span>
                </span>
            }
            if !feature.samples.is_empty() {
                <span class="has-sample" title="Has samples to try">{ "▷" }<span class="visually-hidden">{ "has samples" }</span></span>
            }
            { yours(feature.is_own()) }
            { for number.map(|number| html! { <span class="reference">{ number }</span> }) }
            { for feature.status.map(status_badge) }
            if let Some(outcome) = outcome {
                <span class={outcome.key()} title={outcome.label()}>
                    <span class="mark" aria-hidden="true">{ outcome.sign() }</span>
                    <span class="visually-hidden">{ outcome.label() }</span>
                </span>
            }
            if has_version {
                <span class="version"><span class="visually-hidden">{ "Python " }</span>{ feature.series.to_string() }</span>
            }
        </span>
    }
}
