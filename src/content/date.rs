//! Dates in the format of the page.

use catalogue::{Calendar, Release};
use terms::Date;
use yew::prelude::*;

/// A date such as `7 Oct 2025`.
pub fn date_text(date: Date) -> String {
    date.in_words()
}

/// A date as a machine-readable `<time>` element.
pub fn time(date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{ date_text(date) }</time> }
}

/// When a release was published, or when it is expected and of which day that is known.
pub fn when_released(calendar: &Calendar, release: &Release, today: Date) -> Html {
    let day = time(release.date);
    if release.is_published_on(today) {
        return html! { <>{ "released " }{ day }</> };
    }
    let as_of = time(calendar.as_of.min(today));
    html! { <>{ "expected " }{ day }{ ", as of " }{ as_of }</> }
}
