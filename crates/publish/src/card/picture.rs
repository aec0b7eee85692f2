//! A card as an SVG picture. The entry point is [`picture`].

use super::super::lettering::lines;
use super::super::markup::Element;
use super::super::paint::{LINE, Paint, QUIET, SURFACE, TEXT, of_kind};
use super::{Card, strip};
use terms::Kind;

const WIDTH: u32 = 480;
const MARGIN: u32 = 16;
const ROOM: u32 = WIDTH - 2 * MARGIN;

/// The sizes of the title and of everything else.
const LARGE: u32 = 17;
const SMALL: u32 = 12;

/// The size by which the title is measured: bold letters are that much wider.
const LARGE_BOLD: u32 = 20;

/// Between two lines.
const LEADING: u32 = 5;

/// Most lines of the title, of the first sentences and of the states.
const TITLE_LINES: usize = 2;
const LEAD_LINES: usize = 3;
const STATES_LINES: usize = 3;

/// The card, as high as its text is long.
pub(super) fn picture(card: &Card) -> Element {
    let mut column = Column {
        pieces: Vec::new(),
        y: MARGIN - LEADING,
    };
    let head = match card.standing.as_str() {
        "" => card.since.clone(),
        standing => format!("{} · {standing}", card.since),
    };
    column.text(&head, "wn-k", SMALL, 1);
    column.down(4);
    let title = lines(&card.title, LARGE_BOLD, ROOM, TITLE_LINES);
    column.lines(title, "wn-t wn-b", LARGE);
    if !card.lead.is_empty() {
        column.down(4);
        column.text(card.lead, "wn-t", SMALL, LEAD_LINES);
    }
    column.down(14);
    let strip = strip::strip(&card.life, MARGIN, column.y, ROOM);
    column.pieces.extend(strip);
    column.down(strip::TOTAL + 6);
    column.text(&card.states().join(" · "), "wn-q", SMALL, STATES_LINES);
    column.text(&format!("As of {}", card.as_of), "wn-q", SMALL, 1);
    let label = format!("{}. {head}", card.title);
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
        .children(column.pieces)
}

/// What the strip shows, for whoever does not see it.
fn description(card: &Card) -> String {
    let states = card.states().join("; ");
    format!("{} {states}. As of {}.", card.lead, card.as_of)
        .trim_start()
        .to_owned()
}

/// Lines of text, one below the other.
struct Column {
    pieces: Vec<Element>,
    /// Where the last line stands.
    y: u32,
}

impl Column {
    fn down(&mut self, pixels: u32) {
        self.y += pixels;
    }

    fn text(&mut self, text: &str, class: &str, size: u32, most: usize) {
        self.lines(lines(text, size, ROOM, most), class, size);
    }

    fn lines(&mut self, lines: Vec<String>, class: &str, size: u32) {
        for line in lines {
            self.down(size + LEADING);
            self.pieces.push(
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

/// The colours by class. The names begin with letters of their own, since a
/// picture that is put into a page shares them with it.
fn style(kind: Kind) -> String {
    // What is there has the colour of what is added, whatever becomes of it.
    let there = match kind {
        Kind::Changed => kind,
        _ => Kind::Added,
    };
    let paints = [SURFACE, TEXT, QUIET, LINE, of_kind(kind), of_kind(there)];
    let rules = |pick: fn(Paint) -> &'static str| {
        let [surface, text, quiet, line, kind, there] = paints.map(pick);
        format!(
            ".wn-s{{fill:{surface};stroke:{line}}}.wn-t{{fill:{text}}}.wn-q{{fill:{quiet}}}\
             .wn-k{{fill:{kind}}}.wn-f{{fill:{there};stroke:{there}}}.wn-o{{fill:none;stroke:{quiet}}}"
        )
    };
    format!(
        ".wn-b{{font-weight:600}}{}@media(prefers-color-scheme:dark){{{}}}",
        rules(|paint| paint.light),
        rules(|paint| paint.dark)
    )
}
