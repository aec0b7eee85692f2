//! The names of the standard library that differ between the two versions, by module.
//! The entry point is [`ApiDifferences`].

use crate::content::{labelled, sentence};
use crate::part::{known, placeholder, use_part};
use crate::platform::field;
use crate::platform::file;
use crate::session::Session;
use api::{Changed, Difference, Row, Survey, outermost};
use query::Route;
use terms::Series;
use yew::prelude::*;

/// The most names that are shown without opening their modules.
const AT_ONCE: usize = 100;

#[derive(Properties, PartialEq)]
pub(crate) struct ApiDifferencesProps {
    pub session: Session,
    pub from: Series,
    pub to: Series,
}

/// A way in which names differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Added,
    Removed,
    Deprecated,
    Changed,
}

impl Way {
    const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Deprecated, Self::Changed];

    const fn label(self) -> &'static str {
        match self {
            Self::Added => "Added",
            Self::Removed => "Removed",
            Self::Deprecated => "Deprecated",
            Self::Changed => "Signature changed",
        }
    }
}

/// The differences of one module that are to be shown.
struct Shown<'a> {
    module: &'a str,
    lists: Vec<(Way, Vec<&'a Row>)>,
    changed: Vec<Changed<'a>>,
}

impl<'a> Shown<'a> {
    /// What a filter leaves of a module's differences, without the members of what is
    /// added or removed itself.
    fn new(module: &'a str, difference: &Difference<'a>, wanted: Option<Way>, text: &str) -> Self {
        let has_text = |row: &Row| row.name.to_lowercase().contains(text);
        let is_wanted = |way: Way| wanted.is_none_or(|wanted| wanted == way);
        let lists = [
            (Way::Added, outermost(&difference.added)),
            (Way::Removed, outermost(&difference.removed)),
            (Way::Deprecated, difference.deprecated.clone()),
        ];
        let lists = lists.into_iter().filter(|(way, _)| is_wanted(*way));
        let lists = lists.map(|(way, mut rows)| {
            rows.retain(|row| has_text(row));
            (way, rows)
        });
        let changed = difference.changed.iter().copied();
        let changed = changed.filter(|one| is_wanted(Way::Changed) && has_text(one.row));
        Self {
            module,
            lists: lists.filter(|(_, rows)| !rows.is_empty()).collect(),
            changed: changed.collect(),
        }
    }

    fn count_of(&self, way: Way) -> usize {
        if way == Way::Changed {
            return self.changed.len();
        }
        let list = self.lists.iter().find(|(other, _)| *other == way);
        list.map_or(0, |(_, rows)| rows.len())
    }

    fn count(&self) -> usize {
        Way::ALL.into_iter().map(|way| self.count_of(way)).sum()
    }
}

#[component]
pub(crate) fn ApiDifferences(props: &ApiDifferencesProps) -> Html {
    let ApiDifferencesProps { session, from, to } = props;
    let part = use_part(session, api::bundle::changes());
    let is_open = use_state_eq(|| false);
    let wanted = use_state_eq(|| None::<Way>);
    let text = use_state_eq(String::new);
    let status = use_state_eq(String::new);
    let toggled = use_state_eq(Vec::new);
    let input = use_node_ref();
    let Some(table) = known(&part) else {
        return html! { <section class="api-differences">{ placeholder(&part, "the API differences") }</section> };
    };
    let survey = table.survey();
    if let Some(missing) = [from, to]
        .into_iter()
        .find(|end| survey.versions().all(|version| version != **end))
    {
        return not_surveyed(survey, *missing);
    }
    let mut differences = table.differences(*from, *to);
    let wanted_modules = &session.route.query.modules;
    if !wanted_modules.is_empty() {
        differences.retain(|(module, _)| {
            let mut packages = query::with_packages(module);
            packages.any(|package| wanted_modules.iter().any(|wanted| wanted == package))
        });
    }
    let lowercase = text.to_lowercase();
    let shown = |wanted: Option<Way>, text: &str| -> Vec<Shown> {
        let shown = differences.iter();
        let shown = shown.map(|(module, difference)| Shown::new(module, difference, wanted, text));
        shown.filter(|shown| shown.count() > 0).collect()
    };
    let everything = shown(None, "");
    let total: usize = everything.iter().map(Shown::count).sum();
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |event: MouseEvent| {
            // The component's state opens and closes it, not the browser.
            event.prevent_default();
            is_open.set(!*is_open);
        })
    };
    let save = {
        let (status, content) = (status.setter(), tab_separated(&everything));
        let name = format!("python-{from}-to-{to}-names.tsv");
        Callback::from(move |_: MouseEvent| {
            status.set(match file::save(&name, file::TSV, &content) {
                Ok(()) => format!("Saved as {name}."),
                Err(error) => sentence(&error),
            });
        })
    };
    let oninput = {
        let (text, input) = (text.setter(), input.clone());
        Callback::from(move |_: InputEvent| text.set(field::value(&input)))
    };
    html! {
        <details class="concern api-differences" id="api" open={*is_open}>
            <summary {onclick}>
                <h2>{ "API differences" }</h2>
                <span class="number">{ labelled(total, "name") }</span>
            </summary>
            if *is_open {
                <div class="tools-bar">
                    { ways(&everything, *wanted, &wanted.setter()) }
                    <label>
                        <span class="visually-hidden">{ "Only names that contain" }</span>
                        <input type="search" placeholder="Only names that contain…" ref={input} {oninput} />
                    </label>
                    <button onclick={save}>{ "Download" }</button>
                    <span role="status" class="quiet">{ (*status).clone() }</span>
                </div>
                { modules(session, &shown(*wanted, &lowercase), &toggled) }
            }
        </details>
    }
}

fn not_surveyed(survey: &Survey, version: Series) -> Html {
    let (oldest, newest) = (survey.oldest(), survey.newest());
    let range = oldest.zip(newest);
    let range = range.map(|(oldest, newest)| format!("; it has {oldest} to {newest}"));
    html! {
        <section class="api-differences">
            <h2>{ "API differences" }</h2>
            <p class="quiet">
                { format!("The table of names does not have {version}{}.", range.unwrap_or_default()) }
            </p>
        </section>
    }
}

/// The buttons that choose one way in which names differ, with their counts.
fn ways(everything: &[Shown], wanted: Option<Way>, choose: &UseStateSetter<Option<Way>>) -> Html {
    let button = |way: Way| {
        let count: usize = everything.iter().map(|shown| shown.count_of(way)).sum();
        let is_chosen = wanted == Some(way);
        let onclick = {
            let choose = choose.clone();
            Callback::from(move |_: MouseEvent| choose.set((!is_chosen).then_some(way)))
        };
        html! {
            <button class="choice" aria-pressed={is_chosen.to_string()} {onclick}>
                { way.label() }{ " " }<span class="number">{ count }</span>
            </button>
        }
    };
    html! { <div role="group" aria-label="Show only">{ for Way::ALL.into_iter().map(button) }</div> }
}

/// The modules with their counts; the names of those that are open. All are open if few
/// names are left, except those in `toggled`, which are the other way round.
fn modules(session: &Session, shown: &[Shown], toggled: &UseStateHandle<Vec<String>>) -> Html {
    if shown.is_empty() {
        return html! { <p class="state">{ "No name differs like this." }</p> };
    }
    let total: usize = shown.iter().map(Shown::count).sum();
    let one = |shown: &Shown| {
        let is_toggled = toggled.iter().any(|module| module == shown.module);
        let open = (total <= AT_ONCE) != is_toggled;
        let onclick = {
            let (toggled, module) = (toggled.clone(), shown.module.to_owned());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                let mut modules = (*toggled).clone();
                modules.retain(|other| *other != module);
                if !is_toggled {
                    modules.push(module.clone());
                }
                toggled.set(modules);
            })
        };
        html! {
            <details class="steps" key={shown.module.to_owned()} {open}>
                <summary {onclick}>
                    <h3><code>{ shown.module.to_owned() }</code></h3>
                    <span class="number">{ labelled(shown.count(), "name") }</span>
                </summary>
                if open { { names(session, shown) } }
            </details>
        }
    };
    shown.iter().map(one).collect()
}

fn names(session: &Session, shown: &Shown) -> Html {
    let link = |row: &Row| {
        let to = session.href(&Route::page_of_name(shown.module, &row.name));
        html! { <a href={to}><code>{ row.name.clone() }</code></a> }
    };
    let list = |(way, rows): &(Way, Vec<&Row>)| {
        let items = rows.iter().map(|row| html! { <li>{ link(row) }</li> });
        html! { <div><dt>{ way.label() }</dt><dd><ul class="names">{ for items }</ul></dd></div> }
    };
    let changed = shown.changed.iter().map(|changed| {
        html! {
            <li>
                { link(changed.row) }
                <del><code>{ changed.before.to_owned() }</code></del>
                <ins><code>{ changed.after.to_owned() }</code></ins>
            </li>
        }
    });
    html! {
        <dl class="names-changed">
            { for shown.lists.iter().map(list) }
            if !shown.changed.is_empty() {
                <div><dt>{ Way::Changed.label() }</dt><dd><ul class="signatures">{ for changed }</ul></dd></div>
            }
        </dl>
    }
}

/// The differences for a spreadsheet: how a name differs, the name, its kind, and its
/// signatures before and after if they differ.
fn tab_separated(shown: &[Shown]) -> String {
    let mut lines = vec!["change\tname\tkind\tbefore\tafter".to_owned()];
    for module in shown {
        for (way, rows) in &module.lists {
            let rows = rows.iter();
            lines
                .extend(rows.map(|row| format!("{}\t{}\t{}\t\t", way.label(), row.name, row.kind)));
        }
        lines.extend(module.changed.iter().map(|changed| {
            let Changed { row, before, after } = changed;
            let way = Way::Changed.label();
            format!("{way}\t{}\t{}\t{before}\t{after}", row.name, row.kind)
        }));
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::text::parse_module;

    fn rows() -> Vec<Row> {
        let text = "m.C\tclass\t3.9-\nm.C.f\tmethod\t3.9-\nm.g\tfunction\t3.6-\t3.6-3.8 (a)\t3.9- (a, b)\n\
                    m.old\tfunction\t3.6-3.8\n";
        parse_module(text, Series::python3(15)).expect("rows")
    }

    #[test]
    fn a_filter_leaves_names_and_ways() {
        let rows = rows();
        let (from, to) = (Series::python3(8), Series::python3(9));
        let difference = Difference::between(&rows, from, to);
        let all = Shown::new("m", &difference, None, "");
        assert_eq!(all.count(), 3, "the method is part of its class");
        assert_eq!(
            Shown::new("m", &difference, Some(Way::Removed), "").count(),
            1
        );
        assert_eq!(
            Shown::new("m", &difference, None, "m.g").count_of(Way::Changed),
            1
        );
        assert_eq!(
            Shown::new("m", &difference, Some(Way::Added), "m.g").count(),
            0
        );
        let back = Difference::between(&rows, to, from);
        let removed = Shown::new("m", &back, Some(Way::Removed), "");
        assert_eq!(removed.count(), 1, "what 3.9 added is gone in 3.8");
    }

    #[test]
    fn a_download_has_a_line_for_each_name() {
        let rows = rows();
        let difference = Difference::between(&rows, Series::python3(8), Series::python3(9));
        let text = tab_separated(&[Shown::new("m", &difference, None, "")]);
        assert_eq!(
            text,
            "change\tname\tkind\tbefore\tafter\nAdded\tm.C\tclass\t\t\nRemoved\tm.old\tfunction\t\t\n\
             Signature changed\tm.g\tfunction\t(a)\t(a, b)\n"
        );
    }
}
