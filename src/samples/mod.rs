//! The Try view: samples, an editor, and the analysis of the code for each series.

mod analysis;
mod annotations;
mod diagnostics;
mod editor;
mod expectations;
mod linked;
mod list;
mod runs;
mod syntax;
mod workbench;

pub use diagnostics::{Mark, Severity};
pub use editor::{Editor, EditorProps};
pub use syntax::syntax_strip;

use super::content::{code_block, with_names};
use super::part::{Loaded, known, placeholder, use_part};
use super::platform::dom;
use super::platform::media::use_narrow;
use super::session::Session;
use super::title::titled;
use catalogue::{Sample, bundle};
use list::{link, sample_list};
use query::{Route, View};
use runs::runs;
use std::rc::Rc;
use workbench::Workbench;
use yew::prelude::*;

/// What [`Samples`] shows.
#[derive(Properties, PartialEq)]
pub struct SamplesProps {
    /// The session.
    pub session: Session,
}

/// The list of samples, and one of them in the editor.
#[component]
pub(crate) fn Samples(props: &SamplesProps) -> Html {
    let session = &props.session;
    let narrow = use_narrow();
    let part = use_part(session, bundle::samples());
    let samples = known(&part);
    let wanted = session.route.sample.as_deref();
    let scratch = scratch();
    let found = match wanted {
        Some(Route::SCRATCH) => Some(&scratch),
        Some(slug) => samples.and_then(|samples| samples.iter().find(|one| one.slug == slug)),
        None => samples.and_then(|samples| list::first(&session.catalogue, samples)),
    };
    // This component sets the document's title because it loads the titles of the samples.
    let name = found.map_or(View::Try.label(), |sample| &sample.title);
    use_effect_with(titled(name), |name| dom::set_title(name));
    let Some(samples) = samples else {
        return placeholder(&part, "the samples");
    };
    html! {
        <div class="try">
            <h1 class="visually-hidden">{ "Try the samples" }</h1>
            <details class="sample-list" open={!narrow}>
                <summary>{ "All samples" }</summary>
                <nav aria-label="Samples">
                    <ul>{ link(session, &scratch, found) }</ul>
                    { sample_list(session, samples, found) }
                </nav>
            </details>
            if let Some(sample) = found {
                <Workbench key={sample.slug.clone()} session={session.clone()} sample={Rc::new(sample.clone())} />
            } else {
                <p class="failure" role="alert">
                    { format!("There is no sample “{}”. Choose one from the list.", wanted.unwrap_or_default()) }
                </p>
            }
        </div>
    }
}

/// An empty sample, for code of the reader's own.
fn scratch() -> Sample {
    Sample {
        slug: Route::SCRATCH.to_owned(),
        feature: String::new(),
        title: "Scratch page".to_owned(),
        order: 0,
        note: "Write some code: a link to this page holds it, with the versions that it runs on."
            .to_owned(),
        recording: None,
        expectations: Vec::new(),
        outputs: Vec::new(),
        warnings: Vec::new(),
        code: String::new(),
    }
}

/// What [`SampleLinks`] shows.
#[derive(Properties, PartialEq)]
pub struct SampleLinksProps {
    /// The session.
    pub session: Session,
    /// The slugs of the samples; the first is shown, the others are linked.
    pub samples: Vec<String>,
}

/// The samples of a feature.
#[component]
pub(crate) fn SampleLinks(props: &SampleLinksProps) -> Html {
    let session = &props.session;
    let part = use_part(session, bundle::samples());
    let Loaded::Ready(samples) = &part.loaded else {
        return placeholder(&part, "the samples");
    };
    let mine: Vec<&Sample> = props
        .samples
        .iter()
        .filter_map(|slug| samples.iter().find(|sample| sample.slug == *slug))
        .collect();
    let link = |sample: &&Sample| {
        let to = session.href(&session.route.with_sample(&sample.slug));
        html! { <li><a href={to}>{ with_names(&sample.title) }</a></li> }
    };
    html! {
        <section class="samples">
            <h3>{ "Try it" }</h3>
            if let Some(first) = mine.first() {
                { code_block("python", &first.code) }
                <p><a href={session.route.with_sample(&first.slug).to_fragment()}>{ "Edit" }</a></p>
                { runs(session, &Rc::new((*first).clone()), &first.code.clone().into()) }
            }
            <ul>{ for mine.iter().map(link) }</ul>
        </section>
    }
}
