//! Which versions a program is run on. The entry points are [`chosen`],
//! [`choices`] and [`download`].

use crate::app::platform::runtime::Runtime;
use crate::app::session::Session;
use crate::terms::Series;
use std::cell::RefCell;
use yew::prelude::*;

/// How many of the newest versions are run on unless the reader says otherwise.
const USUAL: usize = 3;

thread_local! {
    /// The runtimes that have started, which stay as long as the page does.
    static STARTED: RefCell<Vec<Series>> = const { RefCell::new(Vec::new()) };
}

/// Remembers that a runtime need not be loaded again.
pub fn remember(series: Series) {
    STARTED.with_borrow_mut(|started| {
        if !started.contains(&series) {
            started.push(series);
        }
    });
}

/// The runtimes that a link asks for, or the usual ones.
pub fn chosen(runtimes: &[Runtime], wanted: &[Series]) -> Vec<Runtime> {
    let is_wanted = |runtime: &&Runtime| wanted.contains(&runtime.series);
    let asked: Vec<Runtime> = runtimes.iter().filter(is_wanted).cloned().collect();
    if !asked.is_empty() {
        return asked;
    }
    let older = runtimes.len().saturating_sub(USUAL);
    runtimes.iter().skip(older).cloned().collect()
}

/// A box to tick for each version; the address holds what is ticked.
pub fn choices(session: &Session, runtimes: &[Runtime], chosen: &[Runtime]) -> Html {
    let ticked: Vec<Series> = chosen.iter().map(|runtime| runtime.series).collect();
    let choice = |runtime: &Runtime| {
        let series = runtime.series;
        let checked = ticked.contains(&series);
        let mut run = ticked.clone();
        if checked {
            run.retain(|other| *other != series);
        } else {
            run.push(series);
            run.sort();
        }
        let session = session.clone();
        let onchange = Callback::from(move |_: Event| {
            let mut route = (*session.route).clone();
            route.run.clone_from(&run);
            session.refine(route);
        });
        // One version always stays: nothing else says what Run would do.
        let disabled = checked && ticked.len() == 1;
        html! {
            <label><input type="checkbox" {checked} {disabled} {onchange} />{ " " }{ series.to_string() }</label>
        }
    };
    html! {
        <fieldset class="versions">
            <legend class="visually-hidden">{ "Versions to run on" }</legend>
            { for runtimes.iter().map(choice) }
        </fieldset>
    }
}

/// What the next run loads before it begins; nothing where all is there.
pub fn download(chosen: &[Runtime]) -> Html {
    let missing: Vec<&Runtime> = STARTED.with_borrow(|started| {
        let is_missing = |runtime: &&Runtime| !started.contains(&runtime.series);
        chosen.iter().filter(is_missing).collect()
    });
    if missing.is_empty() {
        return Html::default();
    }
    let bytes = missing.iter().map(|runtime| runtime.bytes).sum();
    let names: Vec<&str> = missing.iter().map(|it| it.version.as_str()).collect();
    html! {
        <p class="quiet download">
            { format!("Run first loads CPython {} from this site: {} once unpacked, about half of it to download.", names.join(", "), megabytes(bytes)) }
        </p>
    }
}

/// A size as readers know it: `12.3 MB`.
pub fn megabytes(bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runtimes() -> Vec<Runtime> {
        let runtime = |minor| Runtime {
            series: Series::python3(minor),
            version: format!("3.{minor}.1"),
            bytes: 1,
        };
        (12..=15).map(runtime).collect()
    }

    fn minors(wanted: &[u8]) -> Vec<String> {
        let wanted: Vec<Series> = wanted.iter().copied().map(Series::python3).collect();
        let chosen = chosen(&runtimes(), &wanted);
        chosen.iter().map(|it| it.series.to_string()).collect()
    }

    #[test]
    fn the_newest_three_are_usual() {
        assert_eq!(minors(&[]), ["3.13", "3.14", "3.15"]);
        assert_eq!(minors(&[15, 12]), ["3.12", "3.15"]);
        assert_eq!(minors(&[8]), ["3.13", "3.14", "3.15"], "there is no 3.8");
    }

    #[test]
    fn sizes_are_rounded_to_tenths() {
        assert_eq!(megabytes(12_345_678), "12.3 MB");
        assert_eq!(megabytes(49_999), "0.0 MB");
        assert_eq!(megabytes(950_000), "1.0 MB");
    }
}
