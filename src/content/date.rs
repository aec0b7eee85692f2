//! Dates as readers see them.

use terms::Date;
use yew::prelude::*;

/// A day such as `7 Oct 2025`.
pub fn date_text(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    let month = Date::MONTHS.get(month).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A day that programs can read as well.
pub fn time(date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{ date_text(date) }</time> }
}
