//! What is new in Python, for the pages of others: what stands in the element
//! `<whats-new>`. The entry points are [`Embed::read`] and [`Embed::answer`].
//!
//! It is drawn once and then only read: rows are links to the explorer, and
//! `assets/embed` hears of clicks on them. So there are no components here,
//! only functions that give nodes.

mod feature;
mod list;
mod request;
#[cfg(test)]
mod tests;
mod upgrade;

pub use request::Request;

use super::content::{kind_sign, time};
use catalogue::bundle::{self, BundleError};
use catalogue::{Catalogue, Feature};
use query::{Engine, Facet, Search, Upgrade, similar_slug};
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

/// The catalogue, ready to answer what elements ask.
pub struct Embed {
    catalogue: Catalogue,
    engine: Engine,
}

/// What an element shows.
pub struct Answer {
    /// What to show.
    pub html: Html,
    /// How many features match.
    pub total: usize,
    /// How many of them are shown.
    pub shown: usize,
}

/// Nothing can be shown at all, for a reason that the page's author can mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmbedError {
    #[error(
        "feature=\"{slug}\" names no feature of this catalogue; {}",
        advice(nearest.as_deref())
    )]
    /// No feature has the slug.
    NoSuchFeature {
        /// The slug that was asked for.
        slug: String,
        /// The slug that was probably meant, if one is near.
        nearest: Option<String>,
    },
}

fn advice(nearest: Option<&str>) -> String {
    match nearest {
        Some(slug) => format!("the nearest slug is \"{slug}\""),
        None => "open the feature in the explorer, whose address then ends in its slug".to_owned(),
    }
}

/// What one element shows, as its request and the catalogue decide.
enum Subject<'a> {
    Feature(&'a Feature),
    Upgrade(Series, Series),
    List,
}

/// What every piece is drawn with.
struct Scene<'a> {
    catalogue: &'a Catalogue,
    engine: &'a Engine,
    request: &'a Request,
    /// The explorer's address, to which a fragment is appended.
    site: &'a str,
}

impl Embed {
    /// Reads the first part of the bundle.
    ///
    /// # Errors
    /// Where the bytes are something else, of another schema, or damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, BundleError> {
        bundle::read(&bundle::catalogue(), bytes).map(Self::new)
    }

    /// Prepares a catalogue.
    pub fn new(catalogue: Catalogue) -> Self {
        let engine = Engine::new(&catalogue);
        Self { catalogue, engine }
    }

    /// Reads the attributes of an element, as [`Request::read`] does.
    pub fn request(&self, attributes: &str) -> (Request, Vec<String>) {
        Request::read(attributes, &self.catalogue)
    }

    /// The parts of the bundle, by their paths, without which the words of the
    /// request cannot be looked for: those that [`Embed::add_search`] takes. None
    /// where there are no words, or they have been added.
    pub fn parts_of_search(&self, request: &Request) -> Vec<String> {
        if self.engine.has_finder() || !request.route.query.has(Facet::Text) {
            return Vec::new();
        }
        vec![bundle::names().path, bundle::index().path]
    }

    /// Lets words be looked for, given the two parts that this takes.
    ///
    /// # Errors
    /// Where the bytes are something else, of another schema, or damaged.
    pub fn add_search(&self, names: &[u8], index: &[u8]) -> Result<(), BundleError> {
        let names = bundle::read(&bundle::names(), names)?;
        let index = bundle::read(&bundle::index(), index)?;
        let search = Search::new(&self.catalogue.features, Rc::new(names), index);
        self.engine.add_finder(Rc::new(search));
        Ok(())
    }

    /// Why nothing can be shown for a request, if that is known before anything is
    /// loaded for it.
    pub fn problem(&self, request: &Request) -> Option<EmbedError> {
        self.subject(request).err()
    }

    /// The part of the bundle, by its path, that the request is shown better
    /// with. Without it the texts are missing, no more.
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

    /// Answers a request. `part` is the part that [`Embed::part_for`] names,
    /// empty where it could not be loaded; `site` is the explorer's address,
    /// which a fragment can be appended to; `notices` stand above the answer.
    ///
    /// # Errors
    /// Where there is nothing to show.
    pub fn answer(
        &self,
        request: &Request,
        part: &[u8],
        site: &str,
        notices: &[String],
    ) -> Result<Answer, EmbedError> {
        let scene = Scene {
            catalogue: &self.catalogue,
            engine: &self.engine,
            request,
            site,
        };
        let answer = match self.subject(request)? {
            Subject::Feature(feature) => feature::feature(&scene, feature, part),
            Subject::Upgrade(from, to) => upgrade::upgrade(&scene, from, to),
            Subject::List => list::list(&scene, part),
        };
        let html = html! { <>{ for notices.iter().map(notice) }{ answer.html }</> };
        Ok(Answer { html, ..answer })
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
        let newest = Upgrade::default_range(&self.catalogue).map(|(_, newest)| newest);
        let to = route.to.or(newest);
        let from = route.from.or_else(|| self.before(to?));
        Ok(match (from, to) {
            (Some(from), Some(to)) => Subject::Upgrade(from, to),
            _ => Subject::List,
        })
    }

    /// The series before one.
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
    /// Where the explorer shows a feature, the filters kept.
    fn address_of(&self, feature: &Feature) -> String {
        let route = self.request.route.with_feature(&feature.slug);
        format!("{}{}", self.site, route.to_fragment())
    }

    /// One feature as a link, with a piece at the end of its line and one below.
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

    /// The last line: what the explorer has besides, and as of when.
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

    /// How many of `total` rows there are room for.
    fn room_for(&self, total: usize) -> usize {
        self.request.limit.map_or(total, |limit| limit.min(total))
    }
}

/// Rows of a series, or of one concern, below its name.
fn group(name: String, count: usize, rows: Html) -> Html {
    html! {
        <div role="group" aria-label={name.clone()} class="group" part="group">
            <p class="name" part="heading">{ name }{ " " }<span class="number">{ count }</span></p>
            <ul class="rows" role="list">{ rows }</ul>
        </div>
    }
}
