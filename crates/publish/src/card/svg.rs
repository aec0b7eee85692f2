//! A card as an SVG. The entry point is [`svg`].

use super::super::colours::{LINE, MUTED, SURFACE, TEXT, ThemeColour, kind_colour};
use super::super::markup::Element;
use super::super::text_width::wrap;
use super::{Card, strip};
use terms::Kind;

const WIDTH: u32 = 480;
const MARGIN: u32 = 16;
const TEXT_WIDTH: u32 = WIDTH - 2 * MARGIN;

/// The font sizes of the title and of all other text, in pixels.
const TITLE_SIZE: u32 = 17;
const TEXT_SIZE: u32 = 12;

/// The font size used to measure the title, larger because bold letters are wider.
const TITLE_SIZE_FOR_WIDTH: u32 = 20;

/// The space between two lines, in pixels.
const LEADING: u32 = 5;

/// The maximum numbers of lines.
const TITLE_LINES: usize = 2;
const EXCERPT_LINES: usize = 3;
const STATES_LINES: usize = 3;

/// Draws the card. Its height depends on the length of the text.
pub(super) fn svg(card: &Card) -> Element {
    let mut column = Column {
        elements: Vec::new(),
        y: MARGIN - LEADING,
    };
    let subtitle = match card.peps_and_status.as_str() {
        "" => card.since.clone(),
        peps_and_status => format!("{} · {peps_and_status}", card.since),
    };
    column.text(&subtitle, "wn-k", 1);
    column.down(4);
    let title = wrap(&card.title, TITLE_SIZE_FOR_WIDTH, TEXT_WIDTH, TITLE_LINES);
    column.lines(title, "wn-t wn-b", TITLE_SIZE);
    if !card.excerpt.is_empty() {
        column.down(4);
        column.text(card.excerpt, "wn-t", EXCERPT_LINES);
    }
    column.down(14);
    let strip = strip::strip(&card.life, MARGIN, column.y, TEXT_WIDTH);
    column.elements.extend(strip);
    column.down(strip::TOTAL + 6);
    column.text(&card.states().join(" · "), "wn-q", STATES_LINES);
    column.text(&format!("As of {}", card.as_of), "wn-q", 1);
    let label = format!("{}. {subtitle}", card.title);
    let height = column.y + MARGIN;
    Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", WIDTH)
        .with("height", height)
        .with("viewBox", format!("0 0 {WIDTH} {height}"))
        .with("role", "img")
        .with("aria-label", &label)
        .with("font-family", "system-ui,Verdana,DejaVu Sans,sans-serif")
        .child(Element::new("title").text(&label))
        .child(Element::new("desc").text(description(card)))
        .child(Element::new("style").text(style(card.feature.kind)))
        .child(
            Element::new("rect")
                .with("class", "wn-s")
                .with("x", "0.5")
                .with("y", "0.5")
                .with("width", WIDTH - 1)
                .with("height", height - 1)
                .with("rx", 6),
        )
        .children(column.elements)
}

/// A text alternative for the whole card.
fn description(card: &Card) -> String {
    let states = card.states().join("; ");
    format!("{} {states}. As of {}.", card.excerpt, card.as_of)
        .trim_start()
        .to_owned()
}

/// Elements stacked from top to bottom.
struct Column {
    elements: Vec<Element>,
    /// The baseline of the last line, in pixels from the top.
    y: u32,
}

impl Column {
    fn down(&mut self, pixels: u32) {
        self.y += pixels;
    }

    /// Wraps text of the normal size and adds its lines.
    fn text(&mut self, text: &str, class: &str, max_lines: usize) {
        let lines = wrap(text, TEXT_SIZE, TEXT_WIDTH, max_lines);
        self.lines(lines, class, TEXT_SIZE);
    }

    fn lines(&mut self, lines: Vec<String>, class: &str, size: u32) {
        for line in lines {
            self.down(size + LEADING);
            self.elements.push(
                Element::new("text")
                    .with("class", class)
                    .with("x", MARGIN)
                    .with("y", self.y)
                    .with("font-size", size)
                    .text(line),
            );
        }
    }
}

/// The style sheet. Class names have a prefix because an SVG that is inlined into a page
/// shares its classes with that page.
fn style(kind: Kind) -> String {
    // Cells of series that have the subject are in the colour of additions, even on the
    // card of a deprecation or removal.
    let there = match kind {
        Kind::Changed => kind,
        _ => Kind::Added,
    };
    let colours = [
        SURFACE,
        TEXT,
        MUTED,
        LINE,
        kind_colour(kind),
        kind_colour(there),
    ];
    let rules = |pick: fn(ThemeColour) -> &'static str| {
        let [surface, text, muted, line, kind, there] = colours.map(pick);
        format!(
            ".wn-s{{fill:{surface};stroke:{line}}}.wn-t{{fill:{text}}}.wn-q{{fill:{muted}}}\
             .wn-k{{fill:{kind}}}.wn-f{{fill:{there};stroke:{there}}}.wn-o{{fill:none;stroke:{muted}}}"
        )
    };
    format!(
        ".wn-b{{font-weight:600}}{}@media(prefers-color-scheme:dark){{{}}}",
        rules(|colour| colour.light),
        rules(|colour| colour.dark)
    )
}
