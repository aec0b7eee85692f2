//! The result of a check: on which versions the code runs, then what it meets, the most
//! serious first. The entry point is [`ResultPart`].

use super::files::Files;
use super::found::with_found;
use super::groups::Groups;
use super::leftovers::leftovers;
use super::share;
use super::verdict::verdict;
use crate::content::{sentence, with_names};
use crate::part::use_parts;
use crate::platform::checker::Progress;
use crate::platform::{clipboard, file, print};
use crate::session::Session;
use ::check::{Group, Level, Overview, Place};
use catalogue::{Feature, FeatureText, NameList, bundle};
use document::{Inline, Repair};
use explain::{FoundChanges, FoundRepair};
use query::{Route, View};
use std::rc::Rc;
use terms::{Series, counted};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ResultProps {
    pub(super) session: Session,
    pub(super) overview: Rc<Overview>,
    pub(super) progress: Rc<Progress>,
    pub(super) from: Option<Series>,
    pub(super) to: Option<Series>,
    /// The names that changes concern, once they have been loaded.
    pub(super) names: Option<Rc<NameList>>,
}

/// The most changes whose texts are loaded, which is all of them for most programs.
const TEXTS: usize = 200;

#[component]
pub(super) fn ResultPart(props: &ResultProps) -> Html {
    let ResultProps {
        session,
        overview,
        progress,
        from,
        to,
        names,
    } = props;
    let status = use_state_eq(String::new);
    let changes = {
        let cause = (overview.clone(), names.clone(), session.clone());
        use_memo(cause, |(overview, names, session)| {
            changes(session, overview, names.as_deref())
        })
    };
    let mut series: Vec<Series> = changes
        .iter()
        .flatten()
        .take(TEXTS)
        .map(|it| it.series)
        .collect();
    series.sort_unstable();
    series.dedup();
    let texts = use_parts(
        session,
        series.into_iter().map(bundle::feature_texts).collect(),
    );
    let explained = {
        let arrived = texts.ready.len();
        let found = (overview.clone(), changes.clone());
        let cause = (found, names.clone(), session.clone(), arrived);
        use_memo(cause, |((overview, changes), names, session, _)| {
            explained(session, names.as_deref(), (overview, changes), &texts.ready)
        })
    };
    let (text, why) = with_found(|found| verdict(overview, &found.sources));
    let is_done = !progress.is_busy;
    let levels = LEVELS.iter().filter_map(|(level, heading)| {
        level_part(session, progress.round, *level, heading, &explained)
    });
    html! {
        <section class="check-result" aria-label="Result">
            if progress.done > 0 {
                <p class="verdict" role="status">
                    <strong>{ if is_done { text } else { "So far: ".to_owned() + &text } }</strong>
                </p>
                <div>{ for why.iter().map(|why| html! { <p>{ with_names(why) }</p> }) }</div>
                <p class="quiet">{ counts(overview, progress) }</p>
            }
            { problems(&progress.problems) }
            if progress.done > 0 && is_done {
                { tools(session, (*from, *to), (overview, &explained), status) }
            }
            <Errors heading="No version of Python 3 accepts" round={progress.round}
                places={overview.errors.clone()} />
            <Errors heading="Could not be read" round={progress.round}
                places={overview.unread.clone()} />
            // Lists of changing length have an element of their own: beside components, yew would
            // take away the wrong ones.
            <div>{ for levels }</div>
            { leftovers(progress.round, *from, &overview.leftovers) }
            if progress.done > 1 {
                <Files progress={progress.clone()} />
            }
        </section>
    }
}

/// A group with the change that explains it.
#[derive(Clone, PartialEq)]
pub(super) struct Explained {
    pub(super) group: Group,
    pub(super) feature: Option<Feature>,
    /// The repair sheet of the change, once its text has been loaded.
    pub(super) sheet: Option<Repair>,
    /// What to write instead; empty if nothing is said.
    pub(super) instead: Vec<Inline>,
    /// Packages on PyPI that give older versions what they lack.
    pub(super) backports: Vec<String>,
}

/// The groups with what explains them.
fn explained(
    session: &Session,
    names: Option<&NameList>,
    (overview, changes): (&Overview, &[Option<Feature>]),
    texts: &[Rc<Vec<FeatureText>>],
) -> Vec<Explained> {
    let found = names.map(|names| FoundChanges::new(&session.catalogue, names));
    let explained = overview.groups.iter().zip(changes).map(|(group, feature)| {
        let mut texts = texts.iter().flat_map(|part| part.iter());
        let text = feature
            .as_ref()
            .and_then(|feature| texts.find(|text| text.slug == feature.slug));
        let repair = match (&found, feature, text) {
            (Some(found), Some(feature), Some(text)) => found.repair(&group.finding, feature, text),
            _ => FoundRepair::default(),
        };
        Explained {
            group: group.clone(),
            feature: feature.clone(),
            sheet: text.map(|text| text.repair.clone()),
            instead: repair.instead.unwrap_or_default().to_vec(),
            backports: repair.backports.into_iter().map(str::to_owned).collect(),
        }
    });
    explained.collect()
}

/// The levels in the order in which they are shown, with their headings.
pub(super) const LEVELS: [(Level, &str); 3] = [
    (Level::Error, "Fails"),
    (Level::Warning, "Deprecated, or may behave differently"),
    (Level::Note, "What it needs"),
];

fn level_part(
    session: &Session,
    round: u32,
    level: Level,
    heading: &'static str,
    explained: &[Explained],
) -> Option<Html> {
    let of_level = explained.iter().filter(|one| one.group.level == level);
    let of_level: Vec<Explained> = of_level.cloned().collect();
    (!of_level.is_empty()).then(|| {
        html! {
            <section key={heading}>
                <h2>{ heading }<span class="number">{ " " }{ of_level.len() }</span></h2>
                <Groups session={session.clone()} {round} groups={of_level} />
            </section>
        }
    })
}

/// The change that explains each group.
fn changes(
    session: &Session,
    overview: &Overview,
    names: Option<&NameList>,
) -> Vec<Option<Feature>> {
    let Some(names) = names else {
        return vec![None; overview.groups.len()];
    };
    let changes = FoundChanges::new(&session.catalogue, names);
    let groups = overview.groups.iter();
    groups
        .map(|group| changes.of(&group.finding).cloned())
        .collect()
}

fn counts(overview: &Overview, progress: &Progress) -> String {
    let part = |level, noun| match overview.of_level(level).count() {
        0 => None,
        number => Some(counted(number, noun)),
    };
    let parts = [
        Some(counted(progress.done as usize, "file")),
        part(Level::Error, "failure"),
        part(Level::Warning, "warning"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The most problems that are listed.
const PROBLEMS: usize = 20;

fn problems(problems: &[String]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    let more = problems.len().saturating_sub(PROBLEMS);
    html! {
        <ul class="check-problems">
            { for problems.iter().take(PROBLEMS).map(|problem| html! { <li>{ problem }</li> }) }
            if more > 0 {
                <li>{ format!("And {more} more.") }</li>
            }
        </ul>
    }
}

#[derive(Properties, PartialEq)]
struct ErrorsProps {
    heading: &'static str,
    round: u32,
    places: Vec<Place>,
}

/// What no version accepts, or what is not read.
#[component]
fn Errors(props: &ErrorsProps) -> Html {
    let ErrorsProps {
        heading, places, ..
    } = props;
    if places.is_empty() {
        return Html::default();
    }
    let lines = with_found(|found| {
        let lines = places.iter().filter_map(|place| {
            let source = found.sources.get(place.file)?;
            let mut errors = source.report.errors.iter();
            let error = errors.find(|error| error.position.line == place.line)?;
            Some((source.place(place.line), error.message.clone()))
        });
        lines.take(PROBLEMS).collect::<Vec<_>>()
    });
    let more = places.len().saturating_sub(PROBLEMS);
    html! {
        <section>
            <h2>{ *heading }<span class="number">{ " " }{ places.len() }</span></h2>
            <ul class="places">
                { for lines.iter().map(|(place, message)| html! {
                    <li><span class="place">{ place }</span>{ " " }{ with_names(message) }</li>
                }) }
                if more > 0 {
                    <li>{ format!("And {more} more.") }</li>
                }
            </ul>
        </section>
    }
}

/// Buttons to share the result, and a link to the upgrade that it concerns.
fn tools(
    session: &Session,
    (from, to): (Option<Series>, Option<Series>),
    (overview, explained): (&Rc<Overview>, &Rc<Vec<Explained>>),
    status: UseStateHandle<String>,
) -> Html {
    let copy = {
        let (status, overview, explained) = (status.setter(), overview.clone(), explained.clone());
        Callback::from(move |_: MouseEvent| {
            let status = status.clone();
            let markdown =
                with_found(|found| share::markdown(&overview, &found.sources, &explained));
            spawn_local(async move {
                status.set(match clipboard::copy(&markdown).await {
                    Ok(()) => "Copied.".to_owned(),
                    Err(error) => sentence(&error),
                });
            });
        })
    };
    let save = {
        let (status, explained) = (status.setter(), explained.clone());
        Callback::from(move |_: MouseEvent| {
            let csv = with_found(|found| share::csv(&found.sources, &explained));
            status.set(match file::save("check.csv", file::CSV, &csv) {
                Ok(()) => "Saved as check.csv.".to_owned(),
                Err(error) => sentence(&error),
            });
        })
    };
    let link = {
        let (status, session) = (status.setter(), session.clone());
        Callback::from(move |_: MouseEvent| {
            let (status, session) = (status.clone(), session.clone());
            spawn_local(async move { status.set(share::copy_link(&session).await) });
        })
    };
    let print = Callback::from(|_: MouseEvent| print::print());
    let upgrade = from.map(|from| {
        let route = Route {
            view: View::Upgrade,
            from: Some(from),
            to,
            ..Route::default()
        };
        html! { <a href={session.href(&route)}>{ "As an upgrade checklist" }</a> }
    });
    html! {
        <div class="tools-bar">
            <button onclick={copy}>{ "Copy as Markdown" }</button>
            <button onclick={save}>{ "Download as CSV" }</button>
            <button onclick={link}>{ "Copy link" }</button>
            <button onclick={print}>{ "Print" }</button>
            { upgrade }
            <span role="status" class="quiet">{ (*status).clone() }</span>
        </div>
    }
}
