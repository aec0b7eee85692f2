//! The strip of a card: one cell for each series, with a pattern for its state, so that
//! it is legible without colours. The entry point is [`strip`].

use super::super::markup::Element;
use query::Presence;
use terms::Series;

/// The height of a cell in pixels.
const HEIGHT: u32 = 14;
/// The gap between two cells in pixels.
const GAP: u32 = 2;
/// The distance from the bottom of a cell to the baseline of its label in pixels.
const BELOW: u32 = 12;

/// The height of the strip with the labels below it, in pixels.
pub(super) const TOTAL: u32 = HEIGHT + BELOW;

/// Draws the strip `width` pixels wide, with its upper left corner at (`x`, `y`).
pub(super) fn strip(life: &[(Series, Presence)], x: u32, y: u32, width: u32) -> Vec<Element> {
    let count = u32::try_from(life.len()).unwrap_or(u32::MAX).max(1);
    let step = width / count;
    let cell = step.saturating_sub(GAP);
    // One path for all cells of a style is half as long as one element for each cell.
    let [mut filled, mut outlined, mut dashed] = [const { String::new() }; 3];
    let mut names = Element::new("text")
        .with("class", "wn-q")
        .with("y", y + TOTAL)
        .with("font-size", 9)
        .with("text-anchor", "middle");
    let mut left = x;
    for (series, state) in life {
        let outline = outline(left, y, cell);
        match state {
            Presence::Present => filled.push_str(&outline),
            Presence::Unrecorded => dashed.push_str(&outline),
            _ => outlined.push_str(&outline),
        }
        outlined.push_str(&pattern(*state, left, y, cell));
        let name = Element::new("tspan").with("x", left + cell / 2);
        names = names.child(name.text(series.to_string()));
        left += step;
    }
    let path = |class: &str, d: String| Element::new("path").with("class", class).with("d", d);
    let mut strip = Vec::new();
    if !filled.is_empty() {
        strip.push(path("wn-f", filled));
    }
    if !outlined.is_empty() {
        strip.push(path("wn-o", outlined));
    }
    if !dashed.is_empty() {
        strip.push(path("wn-o", dashed).with("stroke-dasharray", 2));
    }
    strip.push(names);
    strip
}

/// The outline of a cell, inset by half a pixel so that the line is sharp.
fn outline(x: u32, y: u32, width: u32) -> String {
    let inner = width.saturating_sub(1);
    format!("M{x}.5 {y}.5h{inner}v{}h-{inner}z", HEIGHT - 1)
}

/// The pattern inside a cell.
fn pattern(state: Presence, x: u32, y: u32, width: u32) -> String {
    match state {
        Presence::Unrecorded | Presence::Absent | Presence::Present => String::new(),
        Presence::Deprecated => diagonals(x, y, width),
        Presence::RemovalPlanned => format!(
            "{}{}",
            horizontal(x, y + 4, width),
            horizontal(x, y + 9, width)
        ),
        Presence::Removed => format!(
            "M{x} {y}l{width} {HEIGHT}M{x} {}l{width}-{HEIGHT}",
            y + HEIGHT
        ),
    }
}

fn horizontal(x: u32, y: u32, width: u32) -> String {
    format!("M{x} {y}.5h{width}")
}

/// Parallel lines that rise to the right.
fn diagonals(x: u32, y: u32, width: u32) -> String {
    const SPACING: usize = 5;
    let rise = HEIGHT;
    let starts = (0..width.saturating_sub(rise) + 1).step_by(SPACING);
    let whole = starts.map(|start| format!("M{} {}l{rise}-{rise}", x + start, y + HEIGHT));
    // Shorter lines fill the two corners that no whole line crosses.
    let half = rise / 2;
    let corners = format!(
        "M{x} {}l{half}-{half}M{} {}l{half}-{half}",
        y + half,
        x + width.saturating_sub(half),
        y + HEIGHT
    );
    whole.chain([corners]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_state_looks_different_without_colours() {
        let states = [
            Presence::Unrecorded,
            Presence::Absent,
            Presence::Present,
            Presence::Deprecated,
            Presence::RemovalPlanned,
            Presence::Removed,
        ];
        let drawn = states.map(|state| {
            let strip = strip(&[(Series::python3(14), state)], 0, 0, 28);
            strip.iter().map(Element::to_xml).collect::<String>()
        });
        let different: BTreeSet<&String> = drawn.iter().collect();
        assert_eq!(different.len(), states.len(), "{drawn:?}");
    }
}
