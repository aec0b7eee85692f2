//! The content of the element `<whats-new>`, which embeds views in other pages. The entry
//! points are [`Embed::read`] and [`Embed::answer`] and, for errors, those of [`Explainer`].
//!
//! The content is static: rows are links to the explorer, and `assets/embed` handles clicks
//! on them. So there are no components here, only functions that return nodes.

mod explainer;
mod feature;
mod list;
mod request;
#[cfg(test)]
mod tests;
mod upgrade;

pub use explainer::{Answered, Explainer};
pub use request::Request;

use super::content::{kind_sign, time};
use catalogue::bundle::{self, BundleError};
use catalogue::{Catalogue, Feature};
use query::{Engine, Facet, Search, Upgrade, similar_slug};
use std::rc::Rc;
use terms::{Date, Series};
use yew::prelude::*;

/// The catalogue with its engine, which answers the requests of elements.
pub struct Embed {
    catalogue: Catalogue,
    engine: Engine,
    /// The day on which the reader looks.
    today: Date,
}

/// The content of an element.
pub struct Answer {
    /// The content.
    pub html: Html,
    /// The number of matching features.
    pub total: usize,
    /// The number of features that are shown.
    pub shown: usize,
}

/// Why nothing can be shown, because of a mistake of the page's author.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmbedError {
    #[error(
        "feature=\"{slug}\" is not a feature of this catalogue; {}",
        advice(nearest.as_deref())
    )]
    /// No feature has the slug.
    NoSuchFeature {
        /// The requested slug.
        slug: String,
        /// The most similar slug, if one is similar enough.
        nearest: Option<String>,
    },
    /// There is nothing to explain.
    #[error("error=\"\" is empty; write what Python said between the quotation marks")]
    NoError,
}

fn advice(nearest: Option<&str>) -> String {
    match nearest {
        Some(slug) => format!("the nearest slug is \"{slug}\""),
        None => "open the feature in the explorer, whose address then ends in its slug".to_owned(),
    }
}

/// The subject of an element.
enum Subject<'a> {
    Feature(&'a Feature),
    Upgrade(Series, Series),
    List,
}

/// The data that all functions draw with.
struct Scene<'a> {
    catalogue: &'a Catalogue,
    engine: &'a Engine,
    today: Date,
    request: &'a Request,
    /// The explorer's address, to which a fragment is appended.
    site: &'a str,
}

impl Embed {
    /// Decodes the first part of the bundle. Without a valid clock the reader's day is the
    /// newest of which the catalogue knows.
    ///
    /// # Errors
    ///
    /// If the bytes are another part, of another schema, or damaged.
    pub fn read(bytes: &[u8], today: Option<Date>) -> Result<Self, BundleError> {
        let catalogue = bundle::read(&bundle::catalogue(), bytes)?;
        Ok(Self::new(catalogue, today))
    }

    /// Prepares the engine for a catalogue.
    pub fn new(catalogue: Catalogue, today: Option<Date>) -> Self {
        let engine = Engine::new(&catalogue);
        Self {
            today: today.unwrap_or_else(|| catalogue.newest_day()),
            catalogue,
            engine,
        }
    }

    /// Parses the attributes of an element, as [`Request::read`] does.
    pub fn request(&self, attributes: &str) -> (Request, Vec<String>) {
        Request::read(attributes, &self.catalogue)
    }

    /// The paths of the parts of the bundle that the request's search needs and that
    /// [`Embed::add_search`] takes. Empty if it does not search, or the search was added.
    pub fn parts_of_search(&self, request: &Request) -> Vec<String> {
        if self.engine.has_finder() || !request.route.query.has(Facet::Text) {
            return Vec::new();
        }
        vec![bundle::names().path, bundle::index().path]
    }

    /// Adds the search, given its two parts of the bundle.
    ///
    /// # Errors
    ///
    /// If the bytes are other parts, of another schema, or damaged.
    pub fn add_search(&self, names: &[u8], index: &[u8]) -> Result<(), BundleError> {
        let names = bundle::read(&bundle::names(), names)?;
        let index = bundle::read(&bundle::index(), index)?;
        let search = Search::new(&self.catalogue.features, Rc::new(names), index);
        self.engine.add_finder(Rc::new(search));
        Ok(())
    }

    /// Why nothing can be shown for a request, as far as that is known before anything is
    /// loaded for it.
    pub fn problem(&self, request: &Request) -> Option<EmbedError> {
        self.subject(request).err()
    }

    /// The path of the part of the bundle with the texts for a request. Everything else can
    /// be shown without it.
    pub fn part_for(&self, request: &Request) -> Option<String> {
        if request.is_compact {
            return None;
        }
        match self.subject(request) {
            Ok(Subject::Feature(feature)) => Some(bundle::feature_texts(feature.series).path),
            Ok(Subject::List) => Some(bundle::excerpts().path),
            Ok(Subject::Upgrade(..)) | Err(_) => None,
        }
    }

    /// Answers a request. `part` is the part that [`Embed::part_for`] names, or empty if it
    /// could not be loaded; `site` is the explorer's address, to which a fragment can be
    /// appended; `notices` are shown above the answer.
    ///
    /// # Errors
    ///
    /// If there is nothing to show.
    pub fn answer(
        &self,
        request: &Request,
        part: &[u8],
        site: &str,
        notices: &[String],
    ) -> Result<Answer, EmbedError> {
        let scene = self.scene(request, site);
        let answer = match self.subject(request)? {
            Subject::Feature(feature) => feature::feature(&scene, feature, part),
            Subject::Upgrade(from, to) => upgrade::upgrade(&scene, from, to),
            Subject::List => list::list(&scene, part),
        };
        let html = html! { <>{ for notices.iter().map(notice) }{ answer.html }</> };
        Ok(Answer { html, ..answer })
    }

    fn scene<'a>(&'a self, request: &'a Request, site: &'a str) -> Scene<'a> {
        Scene {
            catalogue: &self.catalogue,
            engine: &self.engine,
            today: self.today,
            request,
            site,
        }
    }

    fn subject(&self, request: &Request) -> Result<Subject<'_>, EmbedError> {
        let route = &request.route;
        if let Some(slug) = &route.feature {
            let feature = self.catalogue.feature(slug);
            let missing = || EmbedError::NoSuchFeature {
                slug: slug.clone(),
                nearest: similar_slug(&self.catalogue, slug).map(str::to_owned),
            };
            return feature.map(Subject::Feature).ok_or_else(missing);
        }
        if route.from.is_none() && route.to.is_none() {
            return Ok(Subject::List);
        }
        let newest = Upgrade::default_range(&self.catalogue, self.today).map(|(_, newest)| newest);
        let to = route.to.or(newest);
        let from = route.from.or_else(|| self.before(to?));
        Ok(match (from, to) {
            (Some(from), Some(to)) => Subject::Upgrade(from, to),
            _ => Subject::List,
        })
    }

    /// The series before the given one.
    fn before(&self, series: Series) -> Option<Series> {
        let newest_first = self.catalogue.calendars.iter().rev();
        let mut series_of = newest_first.map(|calendar| calendar.series);
        series_of.find(|one| *one < series)
    }
}

fn notice(text: &String) -> Html {
    html! { <p class="notice" part="notice" role="status">{ text }</p> }
}

impl Scene<'_> {
    /// The address of a feature in the explorer, with the current filters.
    fn address_of(&self, feature: &Feature) -> String {
        let route = self.request.route.in_view(query::View::Explore);
        let route = route.with_feature(&feature.slug);
        format!("{}{}", self.site, route.to_fragment())
    }

    /// A feature as a link, with `end` at the end of its line and `below` under it.
    fn row(&self, feature: &Feature, title: Html, end: Html, below: Html) -> Html {
        html! {
            <li>
                <a class="row" part="row" href={self.address_of(feature)}
                    data-slug={feature.slug.clone()}>
                    { kind_sign(feature.kind) }
                    <span class="title" part="title">{ title }</span>
                    { end }
                    { below }
                </a>
            </li>
        }
    }

    /// The footer: a link to the explorer with the number of further features, and the date
    /// of the data.
    fn footer(&self, fragment: &str, left: usize) -> Html {
        let text = match left {
            0 => "Open in the explorer".to_owned(),
            left => format!("{left} more in the explorer"),
        };
        html! {
            <p class="footer" part="footer">
                <a href={format!("{}{fragment}", self.site)}>{ text }</a>
                <span class="quiet">{ "as of " }{ time(self.catalogue.as_of) }</span>
            </p>
        }
    }

    /// The number of rows to show, given the number of all rows.
    fn room_for(&self, total: usize) -> usize {
        self.request.limit.map_or(total, |limit| limit.min(total))
    }
}

/// The rows of a series or a concern below its name.
fn group(name: String, count: usize, rows: Html) -> Html {
    html! {
        <div role="group" aria-label={name.clone()} class="group" part="group">
            <p class="name" part="heading">{ name }{ " " }<span class="number">{ count }</span></p>
            <ul class="rows" role="list">{ rows }</ul>
        </div>
    }
}
