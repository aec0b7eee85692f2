//! Dates in the format of the page.

use terms::Date;
use yew::prelude::*;

/// A date such as `7 Oct 2025`.
pub fn date_text(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).unwrap_or_default();
    let month = Date::MONTHS.get(month).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A date as a machine-readable `<time>` element.
pub fn time(date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{ date_text(date) }</time> }
}
