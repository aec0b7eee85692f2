//! Pieces of the page whose code is loaded when they are first needed. The entry point is
//! [`LazyPiece`], which renders a piece, or a placeholder until its code has been loaded.
//! The context [`Files`] has the loaders.

use super::asked::Asked;
use super::cache::AnyPart;
use super::runs::RunPanelProps;
use super::session::Session;
use catalogue::bundle::BundleError;
use catalogue::{Catalogue, Feature, NameList};
use query::{Finder, Route, View};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use terms::Series;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The file of a piece could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the connection may have failed")]
pub(crate) struct LazyError;

#[cfg(feature = "lazy-views")]
impl From<wasm_split_helpers::SplitLoaderError> for LazyError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// The rendered piece, once its code has been loaded.
pub(crate) type Drawing = Pin<Box<dyn Future<Output = Result<Html, LazyError>>>>;

/// Does one step of the preparation of the search with each call, and returns the search
/// from the last one.
pub(crate) type Steps = Box<dyn FnMut() -> Option<Rc<dyn Finder>>>;

/// The parts of a prerendered page, once the code that reads them has been loaded.
pub(crate) type OwnParts = Pin<Box<dyn Future<Output = Result<Vec<AnyPart>, LazyError>>>>;

/// The steps that prepare the search, once their code has been loaded.
pub(crate) type Searching =
    Pin<Box<dyn Future<Output = Result<Result<Steps, BundleError>, LazyError>>>>;

/// The loaders of lazy code. They are passed as a context, so that views do not depend on
/// each other.
#[derive(Clone, Copy)]
pub(crate) struct Files {
    /// Loads the code of a piece and renders it; `None` for Explore, which is always loaded.
    pub draw: fn(&Piece) -> Option<Drawing>,
    /// Loads the code of the search and prepares it, from the names of the features and the
    /// bytes of the index.
    pub search: fn(Rc<Catalogue>, Rc<NameList>, Vec<u8>) -> Searching,
    /// Loads the code that reads the texts of pages, and returns the parts that a
    /// prerendered page needs in addition to the catalogue.
    pub own_parts: fn(Rc<Route>, Rc<Catalogue>) -> OwnParts,
}

/// The loaders never change.
impl PartialEq for Files {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Files {
    /// Loads the code of a piece before it is rendered. A failure is reported when the piece
    /// is rendered.
    pub(crate) async fn load(self, piece: &Piece) {
        if let Some(drawing) = (self.draw)(piece) {
            let _ = drawing.await;
        }
    }
}

/// A piece of the page with its properties.
#[derive(Clone, PartialEq)]
pub(crate) enum Piece {
    /// The view of the route.
    View(Session),
    /// An open feature.
    Feature(Session, Box<Feature>),
    /// The beginning of the Explore view, about a version.
    Front(Session, Series),
    /// The advice in place of a list without results.
    Empty(Session),
    /// The names of the standard library that the search text means.
    Names(Session),
    /// The filters of a list.
    Filters(Asked),
    /// The dialog that embeds a view, given as a fragment, and what it calls once it is
    /// closed.
    Embed(Session, AttrValue, Callback<()>),
    /// The help dialog, and what it calls once it is closed.
    Help(Callback<()>),
    /// The controls that keep the site for offline use.
    Offline,
    /// The panel that runs code.
    Runs(RunPanelProps),
}

/// The kind of a piece, for messages.
#[derive(Clone, Copy, PartialEq)]
enum PieceKind {
    View(View),
    Feature,
    Front,
    Empty,
    Names,
    Filters,
    Embed,
    Help,
    Offline,
    Runs,
}

impl Piece {
    /// An open feature, beside or in a list.
    pub(crate) fn feature(session: Session, feature: Feature) -> Self {
        Self::Feature(session, Box::new(feature))
    }

    fn kind(&self) -> PieceKind {
        match self {
            Self::View(session) => PieceKind::View(session.route.view),
            Self::Feature(..) => PieceKind::Feature,
            Self::Front(..) => PieceKind::Front,
            Self::Empty(_) => PieceKind::Empty,
            Self::Names(_) => PieceKind::Names,
            Self::Filters(_) => PieceKind::Filters,
            Self::Embed(..) => PieceKind::Embed,
            Self::Help(_) => PieceKind::Help,
            Self::Offline => PieceKind::Offline,
            Self::Runs(_) => PieceKind::Runs,
        }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct LazyPieceProps {
    pub piece: Piece,
}

/// Renders a piece, or a placeholder until its code has been loaded.
#[component]
pub(crate) fn LazyPiece(props: &LazyPieceProps) -> Html {
    let failed = use_state_eq(|| None::<PieceKind>);
    let arrived = use_force_update();
    let kind = props.piece.kind();
    // `draw` starts the request, so after a failure it is not called until the reader tries
    // again.
    let refused = *failed == Some(kind);
    let files = use_context::<Files>();
    let drawing = files.and_then(|files| (files.draw)(&props.piece));
    let mut drawing = drawing.filter(|_| !refused);
    // If the code has been loaded, the piece is rendered at once, without a placeholder.
    let drawn = drawing.as_mut().map(poll);
    let wanted = matches!(drawn, Some(Poll::Pending));
    {
        let failed = failed.setter();
        use_effect_with((kind, wanted), move |(kind, wanted)| {
            let (kind, drawing) = (*kind, drawing.filter(|_| *wanted));
            if let Some(drawing) = drawing {
                spawn_local(async move {
                    match drawing.await {
                        Ok(_) => arrived.force_update(),
                        Err(LazyError) => failed.set(Some(kind)),
                    }
                });
            }
        });
    }
    match drawn {
        Some(Poll::Ready(Ok(html))) => html,
        Some(_) if kind.has_skeleton() => waiting(kind),
        None if refused && kind.has_failure() => {
            failure(kind, Callback::from(move |_| failed.set(None)))
        }
        _ => Html::default(),
    }
}

fn poll(drawing: &mut Drawing) -> Poll<Result<Html, LazyError>> {
    drawing
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
}

impl PieceKind {
    const fn label(self) -> &'static str {
        match self {
            Self::View(_) => "the view",
            Self::Feature => "the feature",
            Self::Front => "the highlights",
            Self::Empty => "the advice",
            Self::Names => "the names",
            Self::Filters => "the filters",
            Self::Embed => "what embeds this view",
            Self::Help => "the help",
            Self::Offline => "what keeps this site",
            Self::Runs => "what runs code",
        }
    }

    /// Whether a placeholder is shown. Dialogs and controls leave no gap in the page.
    const fn has_skeleton(self) -> bool {
        matches!(
            self,
            Self::View(_) | Self::Feature | Self::Front | Self::Filters
        )
    }

    /// Whether a failure is shown. The offline controls load without being asked for.
    const fn has_failure(self) -> bool {
        !matches!(self, Self::Offline)
    }
}

fn waiting(kind: PieceKind) -> Html {
    html! {
        <div class="lazy skeleton" role="status">
            <span class="visually-hidden">{ "Loading " }{ kind.label() }{ "…" }</span>
            <i></i><i></i><i></i>
        </div>
    }
}

fn failure(kind: PieceKind, retry: Callback<MouseEvent>) -> Html {
    html! {
        <div class="failure" role="alert">
            <p>{ format!("Could not load {}: {LazyError}.", kind.label()) }</p>
            <button onclick={retry}>{ "Try again" }</button>
        </div>
    }
}
