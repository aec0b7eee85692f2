//! Repair sheets. The entry points are [`repair_sheet`] on a page, [`RepairDetails`] in a
//! list, [`folded_repair`] in an element on another page and [`repair_part`] in a document.

use super::code::code_block;
use catalogue::Feature;
use document::{Repair, RepairPart};
use terms::Fix;
use yew::prelude::*;

/// All of a change's sheet, or nothing if it has none.
pub fn repair_sheet(feature: &Feature, repair: &Repair) -> Html {
    if repair.is_empty() {
        return Html::default();
    }
    html! {
        <section class="repair">
            <h3>{ "Repair" }</h3>
            { parts(repair) }
            { fields(feature, repair) }
        </section>
    }
}

/// The properties of [`RepairDetails`].
#[derive(Properties, PartialEq)]
pub struct RepairDetailsProps {
    /// The change.
    pub feature: Feature,
    /// Its repair sheet.
    pub repair: Repair,
}

/// A sheet that is drawn once the reader opens it.
#[component]
pub fn RepairDetails(props: &RepairDetailsProps) -> Html {
    let RepairDetailsProps { feature, repair } = props;
    let open = use_state(|| false);
    if repair.is_empty() {
        return Html::default();
    }
    let onclick = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            // The component's state opens and closes it, not the browser.
            event.prevent_default();
            open.set(!*open);
        })
    };
    html! {
        <details class="repair" open={*open}>
            <summary {onclick}>{ SUMMARY }</summary>
            if *open {
                { parts(repair) }
                { fields(feature, repair) }
            }
        </details>
    }
}

/// What a folded sheet is called.
const SUMMARY: &str = "What you will see, before and after";

/// A sheet that the browser folds, for content that is drawn once.
pub fn folded_repair(feature: &Feature, repair: &Repair) -> Html {
    if repair.is_empty() {
        return Html::default();
    }
    html! {
        <details class="repair">
            <summary>{ SUMMARY }</summary>
            { parts(repair) }
            { fields(feature, repair) }
        </details>
    }
}

/// What is seen, then the code before and after.
fn parts(repair: &Repair) -> Html {
    let seen = repair.seen.iter().map(|seen| {
        html! {
            <div>
                <dt>{ seen.versions.in_words() }</dt>
                <dd>{ shown(&seen.value) }</dd>
            </div>
        }
    });
    let before = repair.before.iter().cloned().map(RepairPart::Before);
    let after = repair.after.iter().cloned().map(RepairPart::After);
    let code = before.chain(after);
    html! {
        <>
            if !repair.seen.is_empty() {
                <figure class="seen">
                    <figcaption>{ "What you will see" }</figcaption>
                    <dl>{ for seen }</dl>
                </figure>
            }
            <div class="before-and-after">{ for code.map(|part| repair_part(&part)) }</div>
        </>
    }
}

/// What a program shows.
fn shown(text: &str) -> Html {
    match text {
        "" => html! { <span class="quiet">{ "No message" }</span> },
        text => code_block("text", text),
    }
}

/// A code block of a sheet with its label.
pub fn repair_part(part: &RepairPart) -> Html {
    let (label, code) = match part {
        RepairPart::Before(listing) => (
            "Before".to_owned(),
            code_block(&listing.language, &listing.text),
        ),
        RepairPart::Seen(seen) => (
            format!("What you will see ({})", seen.versions.in_words()),
            shown(&seen.value),
        ),
        RepairPart::After(after) => (
            format!("After ({})", after.versions.in_words()),
            code_block(&after.value.language, &after.value.text),
        ),
    };
    html! { <figure><figcaption>{ label }</figcaption>{ code }</figure> }
}

/// The fields of a sheet; one without content says so.
fn fields(feature: &Feature, repair: &Repair) -> Html {
    let field = |name: &'static str, values: Vec<Html>, none: &'static str| {
        let mut values = values.into_iter();
        let first = values.next().unwrap_or_else(|| html! { none });
        let more = values.map(|value| html! { <>{ ", " }{ value }</> });
        html! { <div><dt>{ name }</dt><dd>{ first }{ for more }</dd></div> }
    };
    let kind = repair.breaks.map(|kind| kind.label().into());
    html! {
        <dl class="facts">
            { field("Kind of break", kind.into_iter().collect(), "Not stated") }
            { field("Backport", repair.backports.iter().map(package).collect(), "None") }
            { field("Automatic fix", repair.fixes.iter().map(fix).collect(), "None") }
            { field("Decision", decision(feature), "No PEP or issue recorded") }
            if let Some(reason) = &repair.untested {
                { field("Not run by the tests", vec![reason.into()], "") }
            }
        </dl>
    }
}

fn package(name: &String) -> Html {
    let to = format!("https://pypi.org/project/{name}/");
    html! { <a href={to} rel="noreferrer"><code>{ name }</code></a> }
}

fn fix(fix: &Fix) -> Html {
    html! { <a href={fix.url()} rel="noreferrer"><code>{ fix.to_string() }</code></a> }
}

/// The PEPs and issues in which the change was decided.
fn decision(feature: &Feature) -> Vec<Html> {
    let link = |url: String, text: String| html! { <a href={url} rel="noreferrer">{ text }</a> };
    let peps = feature.peps.iter();
    let peps = peps.map(|pep| link(pep.url(), pep.to_string()));
    let issues = feature.issues.iter();
    let issues = issues.map(|issue| link(issue.url(), issue.to_string()));
    peps.chain(issues).collect()
}
