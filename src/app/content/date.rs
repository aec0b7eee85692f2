//! Dates as readers see them.

use crate::terms::Date;
use yew::prelude::*;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A day such as `7 Oct 2025`.
pub fn date_text(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    let month = MONTHS.get(month).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A day that programs can read as well.
pub fn time(date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{ date_text(date) }</time> }
}
