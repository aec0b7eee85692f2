//! The versions that the reader's code has to run on.

use super::series::option;
use crate::platform::dom;
use crate::session::Session;
use query::MyVersions;
use terms::{Series, VersionRange};
use yew::prelude::*;

/// A list with the choices that have a name and the first versions of ranges; for a range, a
/// list with its ends.
pub(super) fn my_versions(session: &Session) -> Html {
    let mine = session.route.mine;
    let range = match mine {
        Some(MyVersions::Range(range)) => Some(range),
        _ => None,
    };
    let choose = |read: fn(Option<VersionRange>, &str) -> Option<MyVersions>| {
        let session = session.clone();
        Callback::from(move |event: Event| {
            session.choose_versions(read(range, &dom::chosen(&event)));
        })
    };
    let onfrom = choose(|range, chosen| {
        let Ok(from) = chosen.parse::<Series>() else {
            return chosen.parse().ok();
        };
        let to = range.and_then(|range| range.to).filter(|to| from <= *to);
        let from = Some(from);
        Some(MyVersions::Range(VersionRange { from, to }))
    });
    let onto = choose(|range, chosen| {
        let to = chosen.parse().ok();
        range.map(|range| MyVersions::Range(VersionRange { to, ..range }))
    });
    let named = [
        (MyVersions::Supported, "all supported"),
        (MyVersions::Spec0, "SPEC 0 (last 3 years)"),
    ];
    let named = named.into_iter().map(|(choice, words)| {
        html! { <option value={choice.to_string()} selected={mine == Some(choice)}>{ words }</option> }
    });
    let calendars = session.catalogue.calendars.iter().rev();
    let released = calendars.filter(|one| one.status_on(session.today).is_released());
    let versions = released.map(|calendar| calendar.series);
    let from = range.and_then(|range| range.from);
    let first = |series: Series| option(series, from, format!("{series} to …"));
    let last = |range: VersionRange| {
        let versions = versions
            .clone()
            .filter(move |series| range.from <= Some(*series));
        html! {
            <select aria-label="Last of my versions" onchange={onto}>
                <option value="" selected={range.to.is_none()}>{ "newest" }</option>
                { for versions.map(|series| option(series, range.to, series.to_string())) }
            </select>
        }
    };
    html! {
        <fieldset class="group my-versions">
            <legend><label for="my-versions">{ "My versions" }</label></legend>
            <div class="range">
                <select id="my-versions" onchange={onfrom}>
                    <option value="" selected={mine.is_none()}>{ "not set" }</option>
                    { for named }
                    { for versions.clone().map(first) }
                </select>
                { for range.map(last) }
            </div>
        </fieldset>
    }
}
