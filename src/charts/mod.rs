//! Bar charts of the catalogue, each with its data as a table. The entry points are
//! [`charts`] and [`Chart::draw`].

mod endings;
mod kinds;
mod peps;
mod windows;

use super::content::date_text;
use super::part::{PartHandle, known, placeholder};
use super::session::Session;
use catalogue::Pep;
use terms::{Date, Series};
use yew::prelude::*;

/// The width of a chart in its own units. It is scaled to the available width.
const WIDTH: i64 = 720;
/// The width of a chart on a phone, where a unit is about a pixel.
const PHONE_WIDTH: i64 = 320;
/// The height of a row.
const ROW: i64 = 22;
/// The position of the first row.
const TOP: i64 = 18;

/// All charts: first those of all series, then those of the given one.
pub(crate) fn charts(
    session: &Session,
    series: Series,
    today: Option<Date>,
    peps: &PartHandle<Vec<Pep>>,
    is_phone: bool,
) -> Html {
    let width = if is_phone { PHONE_WIDTH } else { WIDTH };
    html! {
        <section class="pictures" aria-labelledby="pictures-title">
            <h2 id="pictures-title">{ "In pictures" }</h2>
            { windows::chart(session, today, width).draw() }
            { kinds::chart(session, width).draw() }
            { placeholder(peps, "the PEPs") }
            { for known(peps).map(|known| peps::chart(session, series, known, width).draw()) }
            { endings::chart(session, series, width).draw() }
        </section>
    }
}

/// Rows of bars over an axis.
struct Chart {
    /// The CSS class.
    key: &'static str,
    title: String,
    /// The width in units.
    width: i64,
    /// The table's headings: of rows and of bars.
    heads: [&'static str; 2],
    /// The width of the labels; if it is zero, each label is above its bars.
    left: i64,
    /// The positions and labels of ticks on the axis.
    ticks: Vec<(i64, String)>,
    rows: Vec<Row>,
    /// The position of today's date.
    now: Option<i64>,
}

struct Row {
    label: String,
    /// The address of the label's link in the table.
    to: String,
    bars: Vec<Bar>,
}

struct Bar {
    from: i64,
    to: i64,
    /// The CSS classes; `thin` and `open` change the shape as well as the colour.
    class: &'static str,
    /// A sign that is shown if the bar is wide enough.
    sign: &'static str,
    text: String,
    /// The address of the bar's link.
    link: Option<String>,
}

impl Chart {
    fn draw(self) -> Html {
        if self.rows.is_empty() {
            return Html::default();
        }
        let rows = (0..).zip(&self.rows);
        let height = if self.left == 0 { 2 * ROW } else { ROW };
        let bottom = TOP + height * i64::try_from(self.rows.len()).unwrap_or_default();
        let tick = |(x, text): &(i64, String)| {
            html! { <>{ line("tick", *x, bottom) }{ word(*x, 12, text.clone()) }</> }
        };
        html! {
            <figure class={classes!("chart", self.key)}>
                <figcaption>{ &self.title }</figcaption>
                // It scrolls on a phone, so it has to be focusable. Screen readers get the
                // table instead.
                <div class="drawing" tabindex="0" role="group" aria-label={self.title.clone()}>
                    <svg viewBox={format!("0 0 {} {}", self.width, bottom + 4)} aria-hidden="true">
                        { for self.ticks.iter().map(tick) }
                        { for rows.map(|(index, row)| self.row(TOP + height * index, row)) }
                        { for self.now.map(|x| line("now", x, bottom)) }
                    </svg>
                </div>
                { self.table() }
            </figure>
        }
    }

    fn row(&self, y: i64, row: &Row) -> Html {
        let (room, below) = match self.left {
            0 => (self.width, ROW),
            left => (left, 0),
        };
        let label = shortened(&row.label, room);
        let bars = row.bars.iter().map(|bar| draw_bar(y + below, bar));
        html! { <>{ word(0, y + 14, label) }{ for bars }</> }
    }

    fn table(&self) -> Html {
        let bar = |bar: &Bar| match &bar.link {
            Some(to) => html! { <li><a href={to.clone()}>{ &bar.text }</a></li> },
            None => html! { <li>{ &bar.text }</li> },
        };
        let row = |row: &Row| {
            html! {
                <tr>
                    <th scope="row"><a href={row.to.clone()}>{ &row.label }</a></th>
                    <td><ul>{ for row.bars.iter().map(bar) }</ul></td>
                </tr>
            }
        };
        html! {
            <details>
                <summary>{ "As a table" }</summary>
                <table>
                    <thead><tr>{ for self.heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                    <tbody>{ for self.rows.iter().map(row) }</tbody>
                </table>
            </details>
        }
    }
}

/// A label that fits into a width.
fn shortened(label: &str, width: i64) -> String {
    // A character is about seven units wide.
    let most = usize::try_from(width / 7).unwrap_or_default();
    if label.chars().count() <= most {
        return label.to_owned();
    }
    let start: String = label.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", start.trim_end())
}

fn draw_bar(y: i64, bar: &Bar) -> Html {
    let width = (bar.to - bar.from).max(2);
    let (top, height) = if bar.class.contains("thin") {
        (y + 7, 6)
    } else {
        (y + 2, 16)
    };
    let sign = if width >= 14 { bar.sign } else { "" };
    let shape = html! {
        <g class={bar.class}>
            <rect x={bar.from.to_string()} y={top.to_string()} width={width.to_string()} height={height.to_string()}>
                <title>{ &bar.text }</title>
            </rect>
            { word(bar.from + 4, y + 14, sign.to_owned()) }
        </g>
    };
    match &bar.link {
        // For the keyboard, the table has the same link.
        Some(to) => html! { <a href={to.clone()} tabindex="-1">{ shape }</a> },
        None => shape,
    }
}

fn line(class: &'static str, x: i64, bottom: i64) -> Html {
    html! { <line {class} x1={x.to_string()} x2={x.to_string()} y1={TOP.to_string()} y2={bottom.to_string()} /> }
}

fn word(x: i64, y: i64, text: String) -> Html {
    html! { <text x={x.to_string()} y={y.to_string()}>{ text }</text> }
}

/// Converts dates to positions on an axis from the first to the last year.
struct Years {
    left: i64,
    width: i64,
    first: i16,
    last: i16,
}

impl Years {
    /// The axis that contains all dates; `None` if there are none.
    fn containing(
        left: i64,
        width: i64,
        dates: impl Iterator<Item = Date> + Clone,
    ) -> Option<Self> {
        Some(Self {
            left,
            width,
            first: dates.clone().min()?.year(),
            last: dates.max()?.year(),
        })
    }

    fn x(&self, date: Date) -> i64 {
        let years = i64::from(self.last - self.first + 1);
        let months = i64::from(date.year() - self.first) * 12 + i64::from(date.month() - 1);
        let days = months * 30 + i64::from(date.day() - 1).min(29);
        self.left + days * (self.width - self.left) / (years * 360)
    }

    /// The bar of a period; `what` begins its text.
    fn bar(&self, class: &'static str, what: &str, from: Date, to: Date) -> Bar {
        Bar {
            from: self.x(from),
            to: self.x(to),
            class,
            sign: "",
            text: format!("{what} {} to {}", date_text(from), date_text(to)),
            link: None,
        }
    }

    /// The ticks of as many years as there is space for.
    fn ticks(&self) -> Vec<(i64, String)> {
        let room = (self.width - self.left) / 50;
        let step = 1 + i64::from(self.last - self.first) / room.max(1);
        let step = usize::try_from(step).unwrap_or(1);
        let years = (self.first..=self.last).step_by(step);
        let tick = |year| Some((self.x(Date::new(year, 1, 1)?), year.to_string()));
        years.filter_map(tick).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_ends_where_its_room_does() {
        assert_eq!(shortened("cgi removed", 77), "cgi removed");
        assert_eq!(shortened("cgitb removed", 77), "cgitb remo…");
        assert_eq!(shortened("cgi was removed", 35), "cgi…");
    }

    #[test]
    fn an_axis_reaches_from_the_first_day_of_its_years_to_the_last() {
        let day = |year, month, day| Date::new(year, month, day).expect("a day");
        let dates = [day(2020, 5, 4), day(2023, 2, 1)];
        let years = Years::containing(40, WIDTH, dates.into_iter()).expect("an axis");
        assert_eq!(years.x(day(2020, 1, 1)), 40);
        assert_eq!(years.x(day(2022, 1, 1)), 40 + (WIDTH - 40) / 2);
        assert!((WIDTH - 2..=WIDTH).contains(&years.x(day(2023, 12, 31))));
        let labels: Vec<_> = years.ticks().into_iter().map(|(_, text)| text).collect();
        assert_eq!(labels, ["2020", "2021", "2022", "2023"]);
    }
}
