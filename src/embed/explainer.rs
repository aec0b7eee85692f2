//! What explains an error, in an element with the attribute `error`. The entry points are
//! [`Explainer::read`] and [`Explainer::answer`].
//!
//! It is a program of its own, `src/bin/explained.rs`, so that elements without an error load
//! nothing of it.

use super::{Answer, Embed, EmbedError, Request, Scene, notice};
use crate::content::{
    NO_ANSWER, answer_certainty, answer_corrections, answer_reason, answer_remark, folded_repair,
    inlines, kind_badge,
};
use crate::errors::Ready;
use api::bundle::package_of;
use catalogue::bundle::{self, BundleError};
use catalogue::{Feature, FeatureText};
use document::plain_text;
use explain::Explanation;
use query::{Query, Route, Search, View};
use std::cell::OnceCell;
use std::rc::Rc;
use terms::{Date, Kind, Series};
use yew::prelude::*;

/// The catalogue with everything that explains errors.
pub struct Explainer {
    embed: Embed,
    ready: OnceCell<Ready>,
}

/// The parts of the bundle that answers rest on, in the order in which [`Explainer::add`]
/// takes them.
fn parts() -> [String; 5] {
    [
        bundle::names().path,
        bundle::index().path,
        api::bundle::names().path,
        api::bundle::changes().path,
        explain::part().path,
    ]
}

impl Explainer {
    /// Decodes the first part of the bundle, as [`Embed::read`] does.
    ///
    /// # Errors
    ///
    /// If the bytes are another part, of another schema, or damaged.
    pub fn read(bytes: &[u8], today: Option<Date>) -> Result<Self, BundleError> {
        Ok(Self::new(Embed::read(bytes, today)?))
    }

    /// An explainer for a catalogue.
    pub const fn new(embed: Embed) -> Self {
        Self {
            embed,
            ready: OnceCell::new(),
        }
    }

    /// Parses the attributes of an element, as [`Request::read`] does.
    pub fn request(&self, attributes: &str) -> (Request, Vec<String>) {
        self.embed.request(attributes)
    }

    /// Why nothing can be shown for a request.
    pub fn problem(&self, request: &Request) -> Option<EmbedError> {
        let has_text = request.error.as_ref().is_some_and(|text| !text.is_empty());
        (!has_text).then_some(EmbedError::NoError)
    }

    /// The paths of the parts of the bundle that [`Explainer::add`] takes; empty if they have
    /// been added.
    pub fn parts(&self) -> Vec<String> {
        match self.ready.get() {
            Some(_) => Vec::new(),
            None => parts().into(),
        }
    }

    /// Adds what answers rest on.
    ///
    /// # Errors
    ///
    /// If the bytes are other parts, of another schema, or damaged.
    pub fn add(&self, parts: [&[u8]; 5]) -> Result<(), BundleError> {
        let [names, index, searched, changing, messages] = parts;
        let ready = Ready {
            names: Rc::new(bundle::read(&bundle::names(), names)?),
            searched: Rc::new(bundle::read(&api::bundle::names(), searched)?),
            changing: Rc::new(bundle::read(&api::bundle::changes(), changing)?),
            messages: Rc::new(bundle::read(&explain::part(), messages)?),
        };
        let index = bundle::read(&bundle::index(), index)?;
        let Embed {
            catalogue, engine, ..
        } = &self.embed;
        let search = Search::new(&catalogue.features, ready.names.clone(), index);
        engine.add_finder(Rc::new(search));
        // Several elements may have asked for the same parts.
        self.ready.get_or_init(|| ready);
        Ok(())
    }

    /// The paths of the parts of the bundle with the texts of the changes that are shown, for
    /// [`Explainer::answer`]. Everything else can be shown without them.
    pub fn texts(&self, request: &Request) -> Vec<String> {
        if request.is_compact {
            return Vec::new();
        }
        let mut paths: Vec<String> = self
            .shown(request, &self.explain(request))
            .map(|feature| bundle::feature_texts(feature.series).path)
            .collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    /// The changes that are shown for a request.
    fn shown<'a>(
        &'a self,
        request: &Request,
        explanation: &'a Explanation,
    ) -> impl Iterator<Item = &'a Feature> {
        let answers = explanation.answers.iter();
        let answers = answers.take(request.limit.unwrap_or(usize::MAX));
        answers.filter_map(|answer| self.embed.catalogue.features.get(answer.feature?))
    }

    fn explain(&self, request: &Request) -> Explanation {
        let (Some(ready), Some(text)) = (self.ready.get(), &request.error) else {
            return Explanation::default();
        };
        ready.explain(&self.embed.catalogue, &self.embed.engine, text)
    }

    /// Answers a request as [`Embed::answer`] does. `texts` are the parts that
    /// [`Explainer::texts`] names; what could not be loaded may be empty.
    ///
    /// # Errors
    ///
    /// If there is nothing to explain.
    pub fn answer(
        &self,
        request: &Request,
        texts: &[Vec<u8>],
        site: &str,
        notices: &[String],
    ) -> Result<Answer, EmbedError> {
        if let Some(problem) = self.problem(request) {
            return Err(problem);
        }
        let scene = self.embed.scene(request, site);
        let explanation = self.explain(request);
        let paths = self.texts(request);
        let total = explanation.answers.len();
        let shown = scene.room_for(total);
        let items = explanation.answers.iter().take(shown).map(|answer| {
            let feature = answer.feature;
            let feature = feature.and_then(|index| scene.catalogue.features.get(index));
            let text = feature.and_then(|feature| text_of(feature, &paths, texts));
            item(&scene, answer, feature, text.as_ref())
        });
        let side = explanation.side();
        let remarks = explanation.remarks.iter();
        let all = Route {
            view: View::Errors,
            query: Query {
                text: request.error.clone().unwrap_or_default(),
                ..Query::default()
            },
            ..Route::default()
        };
        let html = html! {
            <>
                { for notices.iter().map(notice) }
                <p class="move" part="heading"><code>{ last_line(request) }</code></p>
                if total > 0 {
                    <ol class="answers" role="list">{ for items }</ol>
                }
                { for remarks.map(|remark| answer_remark(side, remark)) }
                if total == 0 && explanation.remarks.is_empty() {
                    <p class="empty" part="empty">{ NO_ANSWER }</p>
                }
                { scene.footer(&all.to_fragment(), total - shown) }
            </>
        };
        Ok(Answer { html, total, shown })
    }

    /// The answers to a request as data, the best first. `texts` are as in
    /// [`Explainer::answer`].
    pub fn answers(&self, request: &Request, texts: &[Vec<u8>]) -> Vec<Answered> {
        let paths = self.texts(request);
        let answered = |answer: explain::Answer| {
            let feature = answer
                .feature
                .and_then(|index| self.embed.catalogue.features.get(index));
            let text = feature.and_then(|feature| text_of(feature, &paths, texts));
            let instead = text.map(|text| plain_text(&text.instead));
            Answered {
                change: feature.map(|feature| feature.slug.clone()),
                confidence: answer.certainty.key(),
                name: answer.name,
                version: answer.version,
                kind: answer.kind,
                why: answer.why,
                instead: instead.filter(|instead| !instead.is_empty()),
            }
        };
        let answers = self.explain(request).answers.into_iter();
        answers.map(answered).collect()
    }
}

/// An answer as data, with the fields that `whatsnew explain --json` prints.
pub struct Answered {
    /// The slug of the change, if one explains the error.
    pub change: Option<String>,
    /// The qualified name of the standard library, if it is about one.
    pub name: Option<String>,
    /// The version that made the difference.
    pub version: Option<Series>,
    /// What that version did.
    pub kind: Option<Kind>,
    /// `sure`, `likely` or `possible`.
    pub confidence: &'static str,
    /// Why this is the answer, as a sentence.
    pub why: String,
    /// What to write instead.
    pub instead: Option<String>,
}

/// The text of a change in the parts at `paths`, if it was loaded.
fn text_of(feature: &Feature, paths: &[String], texts: &[Vec<u8>]) -> Option<FeatureText> {
    let part = bundle::feature_texts(feature.series);
    let place = paths.iter().position(|path| *path == part.path)?;
    let all = bundle::read(&part, texts.get(place)?).ok()?;
    all.into_iter().find(|text| text.slug == feature.slug)
}

/// The last line of what Python said, which names the error.
fn last_line(request: &Request) -> String {
    let text = request.error.as_deref().unwrap_or_default();
    text.lines().next_back().unwrap_or_default().to_owned()
}

/// One answer with its title, the reason and the repair.
fn item(
    scene: &Scene,
    answer: &explain::Answer,
    feature: Option<&Feature>,
    text: Option<&FeatureText>,
) -> Html {
    let version = answer.version.map(|version| format!(" Python {version}"));
    html! {
        <li class="answer" part="feature" data-certainty={answer.certainty.key()}>
            <p class="head">
                { for answer.kind.map(kind_badge) }{ " " }
                { title(scene, answer, feature) }
                { for version.map(|version| html! { <span class="quiet">{ version }</span> }) }
                { answer_certainty(answer) }
            </p>
            { answer_reason(answer) }
            { repair(answer, feature, text) }
        </li>
    }
}

/// A link to the change or, without one, to the name.
fn title(scene: &Scene, answer: &explain::Answer, feature: Option<&Feature>) -> Html {
    if let Some(feature) = feature {
        let route = Route::page_of_feature(&feature.slug);
        let href = format!("{}{}", scene.site, route.to_fragment());
        return html! {
            <a class="title" part="title" {href} data-slug={feature.slug.clone()}>
                { inlines(&feature.title) }
            </a>
        };
    }
    let Some(name) = &answer.name else {
        return Html::default();
    };
    let route = Route::page_of_name(package_of(name), name);
    let href = format!("{}{}", scene.site, route.to_fragment());
    html! { <a class="title" part="title" {href}><code>{ name }</code></a> }
}

/// What the message gets wrong, what to write instead, and the sheet.
fn repair(answer: &explain::Answer, feature: Option<&Feature>, text: Option<&FeatureText>) -> Html {
    let instead = text.map(|text| plain_text(&text.instead));
    let corrections = answer_corrections(answer, &instead.unwrap_or_default());
    let (Some(feature), Some(text)) = (feature, text) else {
        return corrections;
    };
    html! {
        <>
            { corrections }
            if !text.instead.is_empty() {
                <p class="instead"><strong>{ "Instead: " }</strong>{ inlines(&text.instead) }</p>
            }
            { folded_repair(feature, &text.repair) }
        </>
    }
}
