//! The results, by series. Only the rows near what the reader sees are in the
//! page: a series is cut into pieces of some rows, and the pieces far away are
//! empty space of the same height.

use crate::content::{kind_sign, marked, marked_inlines, status_badge, time, yours};
use crate::late::{LatePiece, Piece};
use crate::platform::sight::Sight;
use crate::session::Session;
use catalogue::{Feature, SeriesStatus};
use query::{Group, Results};
use yew::prelude::*;

/// How many rows a piece has.
const PIECE: usize = 20;

/// How high a row is where it was never shown, in pixels.
const ROW: u32 = 64;

/// How high the lowest rows are: those with each of their texts on one line.
const LOWEST_ROW: u32 = 62;

/// What finds the pieces in the page.
pub(crate) const PIECES: &str = ".results .piece";

/// What finds the rows in the page.
pub(crate) const ROWS: &str = ".results a.row";

/// How many rows fill so many pixels, whatever stands in them.
pub(crate) const fn rows_in(pixels: u32) -> usize {
    (pixels / LOWEST_ROW + 1) as usize
}

/// What the rows are made with.
pub(crate) struct Rows<'a> {
    pub session: &'a Session,
    pub results: &'a Results,
    /// The first sentences of every feature, once they are there.
    pub leads: &'a [String],
    /// Whether an open feature stands under its row.
    pub inline: bool,
    /// Which pieces are near what the reader sees.
    pub sight: Sight,
    /// How many rows to draw at once, the rest being space until the reader pauses;
    /// all of them are drawn where it is nothing.
    pub at_once: Option<usize>,
    /// The slug of a feature whose row has to be there wherever it is: the open
    /// one, and the one closed last, which has the focus.
    pub kept: Option<&'a str>,
}

/// All groups.
pub(crate) fn result_list(rows: &Rows) -> Html {
    let mut piece = 0;
    let mut left = rows.at_once;
    let mut below = rows.results.total;
    let mut list = Vec::new();
    for group in &rows.results.groups {
        if left == Some(0) {
            break;
        }
        let most = left.unwrap_or(usize::MAX);
        list.push(series(group, &mut piece, most, rows));
        let drawn = group.features.len().min(most);
        below -= drawn;
        left = left.map(|left| left - drawn);
    }
    if rows.at_once.is_some() {
        let space = space(ROW * below as u32);
        list.push(html! { <div key="below">{ space }</div> });
    }
    list.into_iter().collect()
}

/// A series with its first rows, at most so many.
fn series(group: &Group, piece: &mut usize, most: usize, rows: &Rows) -> Html {
    let session = rows.session;
    let id = format!("series-{}", group.series);
    let count = group.features.len();
    let features = group.features.get(..most).unwrap_or(&group.features);
    let pieces = features.chunks(PIECE).enumerate();
    let pieces = pieces.map(|(nth, features)| {
        let number = *piece;
        *piece += 1;
        html! {
            <div class="piece" key={nth}>
                { self::piece(number, nth * PIECE, features, count, rows) }
            </div>
        }
    });
    html! {
        <section class="series" aria-labelledby={id.clone()} key={group.series.to_string()}>
            <h2 {id}>
                <a href={session.href(&session.route.with_series(group.series))}>
                    { format!("Python {}", group.series) }
                </a>
                <small>{ life(session, group) }</small>
                <span class="number">{ count }<span class="visually-hidden">{ " features" }</span></span>
            </h2>
            <div role="list" class="rows">{ for pieces }</div>
        </section>
    }
}

/// The space of a piece that is not there. The policy forbids inline style; a
/// drawing has its height without.
fn space(height: u32) -> Html {
    html! { <svg class="space" aria-hidden="true" width="1" height={height.to_string()} /> }
}

/// Some rows of a series, or the space that they take. `before` rows of the
/// series' `count` come before them.
fn piece(number: usize, before: usize, features: &[usize], count: usize, rows: &Rows) -> Html {
    let feature = |index: usize| rows.session.catalogue.features.get(index);
    let has_kept = rows.kept.is_some_and(|slug| {
        let mut features = features.iter().filter_map(|index| feature(*index));
        features.any(|feature| feature.slug == slug)
    });
    let is_near = rows.at_once.is_some() || rows.sight.near.contains(&number);
    if !is_near && !has_kept {
        let height = rows.sight.height(number);
        return space(height.unwrap_or(ROW * features.len() as u32));
    }
    let items = features
        .iter()
        .zip(before + 1..)
        .filter_map(|(index, place)| {
            let feature = feature(*index)?;
            let open = rows.session.route.feature.as_ref() == Some(&feature.slug);
            Some(html! {
                <div role="listitem" key={feature.slug.clone()}
                    aria-setsize={count.to_string()} aria-posinset={place.to_string()}>
                    { row(feature, open, rows.leads.get(*index), rows) }
                    if open && rows.inline {
                        <LatePiece piece={Piece::feature(rows.session.clone(), feature.clone())} />
                    }
                </div>
            })
        });
    items.collect()
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

fn row(feature: &Feature, open: bool, lead: Option<&String>, rows: &Rows) -> Html {
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
            <span class="facts">{ facts(feature) }</span>
            <span class="lead">{ for lead.map(|lead| marked(lead, marks)) }</span>
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
            { yours(feature.is_own()) }
            { for number.map(|number| html! { <span class="reference">{ number }</span> }) }
            { for feature.status.map(status_badge) }
        </>
    }
}
