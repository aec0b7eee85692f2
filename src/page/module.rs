//! The page of a module: what each version changed, and all names by version. The entry
//! point is [`ModulePage`].

use super::parts::{breadcrumb, feature_list};
use crate::part::{Loaded, PartHandle, placeholder, use_part};
use crate::session::Session;
use api::{Difference, Row, Survey, Table, outermost};
use catalogue::Feature;
use query::Route;
use std::collections::BTreeSet;
use std::rc::Rc;
use terms::{Series, counted};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ModulePageProps {
    pub session: Session,
    pub module: String,
}

#[component]
pub(crate) fn ModulePage(props: &ModulePageProps) -> Html {
    let ModulePageProps { session, module } = props;
    let changes = use_part(session, api::bundle::changes());
    let others = use_part(session, api::bundle::others(module));
    let names = match Names::new(&changes, &others) {
        Ok(names) => names,
        Err(html) => return html,
    };
    let tables = names.tables();
    let rows = api::bundle::module(&tables, module);
    if rows.is_empty() {
        return names.note.unwrap_or_else(|| unknown(module));
    }
    let survey = names.survey();
    let own = rows.iter().find(|row| row.name == *module);
    let summary = own.map(|row| row.summary(survey).join(", "));
    html! {
        <article class="module">
            { breadcrumb(session, Vec::new()) }
            <h1>{ "Module " }<code>{ module.clone() }</code></h1>
            <p>
                { for summary.map(|summary| format!("{}. ", capitalized(&summary))) }
                { counted(rows.len() - usize::from(own.is_some()), "name") }{ ", as found in real interpreters on " }
                { crate::content::time(survey.as_of) }
                { "." }
            </p>
            { by_version(session, survey, module, &rows) }
            { siblings(session, &tables, module) }
            <h2>{ if names.note.is_some() { "Names that differ between versions" } else { "All names" } }</h2>
            { names.note.clone().unwrap_or_default() }
            { grid(session, survey, module, &rows) }
        </article>
    }
}

/// The tables that a module's names are in, as far as they could be loaded.
pub(crate) struct Names {
    changes: Rc<Table>,
    others: Option<Rc<Table>>,
    /// What is missing, and a button that loads it.
    pub note: Option<Html>,
}

impl Names {
    /// The tables, or what is shown in their place. Without the names that are the same in
    /// every version, the others are shown with a note: a copy of the site may lack them.
    pub(crate) fn new(
        changes: &PartHandle<Table>,
        others: &PartHandle<Table>,
    ) -> Result<Self, Html> {
        let Loaded::Ready(changes) = &changes.loaded else {
            return Err(placeholder(changes, "the names"));
        };
        let changes = changes.clone();
        match &others.loaded {
            Loaded::Ready(others) => Ok(Self {
                changes,
                others: Some(others.clone()),
                note: None,
            }),
            Loaded::Failed(_) => Ok(Self {
                changes,
                others: None,
                note: Some(placeholder(
                    others,
                    "the names that are the same in every version",
                )),
            }),
            Loaded::Waiting => Err(placeholder(others, "the names")),
        }
    }

    /// The tables.
    pub(crate) fn tables(&self) -> Vec<&Table> {
        std::iter::once(&*self.changes)
            .chain(self.others.as_deref())
            .collect()
    }

    /// When and how the table was made.
    pub(crate) fn survey(&self) -> &Survey {
        self.changes.survey()
    }
}

fn unknown(module: &str) -> Html {
    html! {
        <p class="failure" role="alert">
            { format!("The standard library has no module “{module}” in any version.") }
        </p>
    }
}

/// Links to the other modules of the package.
fn siblings(session: &Session, tables: &[&Table], module: &str) -> Html {
    let package = api::bundle::package_of(module);
    let modules = tables.iter().flat_map(|table| table.modules());
    let modules: BTreeSet<&str> = modules
        .map(|(name, _)| name)
        .filter(|name| api::bundle::package_of(name) == package && *name != module)
        .collect();
    if modules.is_empty() {
        return Html::default();
    }
    let links = modules.into_iter().map(|name| {
        let to = session.href(&Route::page_of_module(name));
        html! { <li><a href={to}><code>{ name.to_owned() }</code></a></li> }
    });
    html! {
        <nav aria-labelledby="siblings">
            <h2 id="siblings">{ "Modules of the same package" }</h2>
            <ul class="siblings">{ for links }</ul>
        </nav>
    }
}

/// What each version changed, the newest first.
fn by_version(session: &Session, survey: &Survey, module: &str, rows: &[&Row]) -> Html {
    let features = session.catalogue.features.iter();
    let features: Vec<&Feature> = features
        .filter(|feature| feature.module.as_deref() == Some(module))
        .collect();
    let versions: BTreeSet<Series> = survey
        .versions()
        .skip(1)
        .chain(features.iter().map(|feature| feature.series))
        .collect();
    let sections = versions.into_iter().rev().map(|version| {
        let of_version = features.iter().filter(|feature| feature.series == version);
        let of_version: Vec<&Feature> = of_version.copied().collect();
        let before = Series::python3(version.minor.saturating_sub(1));
        let is_surveyed = survey.oldest().is_some_and(|oldest| before >= oldest)
            && survey.newest().is_some_and(|newest| version <= newest);
        let shown = rows.iter().copied().filter(|_| is_surveyed);
        let difference = Difference::between(shown, before, version);
        one_version(session, module, version, &of_version, &difference)
    });
    sections.collect()
}

fn one_version(
    session: &Session,
    module: &str,
    version: Series,
    features: &[&Feature],
    difference: &Difference,
) -> Html {
    if features.is_empty() && difference.is_empty() {
        return Html::default();
    }
    let to = session.href(&Route::page_of_series(version));
    html! {
        <section class="module-version" key={version.to_string()}>
            <h2><a href={to}>{ format!("Python {version}") }</a></h2>
            if !features.is_empty() { { feature_list(session, features) } }
            <dl class="names-changed">
                { names("Added", session, module, &outermost(&difference.added)) }
                { names("Removed", session, module, &outermost(&difference.removed)) }
                { names("Deprecated", session, module, &difference.deprecated) }
                { signatures(session, module, difference) }
            </dl>
        </section>
    }
}

fn names(label: &str, session: &Session, module: &str, rows: &[&Row]) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    let items = rows
        .iter()
        .map(|row| html! { <li>{ name_link(session, module, row) }</li> });
    html! { <div><dt>{ label.to_owned() }</dt><dd><ul class="names">{ for items }</ul></dd></div> }
}

fn signatures(session: &Session, module: &str, difference: &Difference) -> Html {
    if difference.changed.is_empty() {
        return Html::default();
    }
    let items = difference.changed.iter().map(|changed| {
        html! {
            <li>
                { name_link(session, module, changed.row) }
                <del><code>{ changed.before.to_owned() }</code></del>
                <ins><code>{ changed.after.to_owned() }</code></ins>
            </li>
        }
    });
    html! { <div><dt>{ "Signature" }</dt><dd><ul class="signatures">{ for items }</ul></dd></div> }
}

/// A link to a name, without its module.
fn name_link(session: &Session, module: &str, row: &Row) -> Html {
    let to = session.href(&Route::page_of_name(module, &row.name));
    html! { <a href={to}><code>{ short(module, &row.name).to_owned() }</code></a> }
}

/// A text with a capital letter at its start.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A name without its module.
fn short<'a>(module: &str, name: &'a str) -> &'a str {
    let rest = name.strip_prefix(module);
    rest.and_then(|rest| rest.strip_prefix('.')).unwrap_or(name)
}

/// A table with a row a name and a column a version; versions with the same answer share
/// a cell.
fn grid(session: &Session, survey: &Survey, module: &str, rows: &[&Row]) -> Html {
    let versions: Vec<Series> = survey.versions().collect();
    let heads = versions
        .iter()
        .map(|version| html! { <th scope="col">{ version.to_string() }</th> });
    let body = rows.iter().map(|row| {
        html! {
            <tr key={row.name.clone()} id={row.name.clone()}>
                <th scope="row">{ name_link(session, module, row) }</th>
                { cells(&versions, row) }
            </tr>
        }
    });
    html! {
        <div class="table" tabindex="0" role="region" aria-label="All names by version">
            <table class="grid names">
                <thead><tr><th scope="col">{ "Name" }</th>{ for heads }</tr></thead>
                <tbody>{ for body }</tbody>
            </table>
        </div>
    }
}

/// What a version says of a name.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Missing,
    Present,
    Deprecated,
}

impl Cell {
    fn of(row: &Row, version: Series) -> Self {
        if !row.known_versions().contains(version) {
            Self::Missing
        } else if row.deprecated().is_some_and(|since| since <= version) {
            Self::Deprecated
        } else {
            Self::Present
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Missing => "no",
            Self::Present => "yes",
            Self::Deprecated => "deprecated",
        }
    }
}

/// The cells of a row; versions with the same answer share one.
pub(crate) fn cells(versions: &[Series], row: &Row) -> Html {
    let groups = versions.chunk_by(|a, b| Cell::of(row, *a) == Cell::of(row, *b));
    let cells = groups.filter_map(|group| {
        let cell = Cell::of(row, *group.first()?);
        let span = (group.len() > 1).then(|| group.len().to_string());
        Some(html! { <td class={cell.label()} colspan={span}>{ cell.label() }</td> })
    });
    cells.collect()
}
