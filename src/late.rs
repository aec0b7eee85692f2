//! What is drawn by a file of its own, which is loaded when a reader first goes
//! there. The entry point is [`LatePiece`], which draws, or shows what to see until
//! the file has come. Which files there are comes as the context [`Files`].

use super::runs::RunPanelProps;
use super::session::Session;
use catalogue::bundle::BundleError;
use catalogue::{Catalogue, Feature, NameList};
use query::{Finder, View};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The file of a piece could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the connection may have failed")]
pub(crate) struct LateError;

#[cfg(feature = "late-views")]
impl From<wasm_split_helpers::SplitLoaderError> for LateError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What a file draws, as soon as it is there.
pub(crate) type Drawing = Pin<Box<dyn Future<Output = Result<Html, LateError>>>>;

/// Does a part of some work with each call, and gives what came of it in the end.
pub(crate) type Steps = Box<dyn FnMut() -> Option<Rc<dyn Finder>>>;

/// What makes what finds by words, as soon as its file is there.
pub(crate) type Searching =
    Pin<Box<dyn Future<Output = Result<Result<Steps, BundleError>, LateError>>>>;

/// The files of the page. What draws a late piece knows all views, and the views
/// know of late pieces only.
#[derive(Clone, Copy)]
pub(crate) struct Files {
    /// Draws a piece; nothing for the view that comes first.
    pub draw: fn(&Piece) -> Option<Drawing>,
    /// Makes what finds by words, of what the features are called and the bytes of
    /// the index, a step with each call.
    pub search: fn(Rc<Catalogue>, Rc<NameList>, Vec<u8>) -> Searching,
}

/// A page has the same files from its beginning to its end.
impl PartialEq for Files {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Files {
    /// Loads the file of a piece before it is drawn. One that does not come is
    /// reported at its place.
    pub(crate) async fn load(self, piece: &Piece) {
        if let Some(drawing) = (self.draw)(piece) {
            let _ = drawing.await;
        }
    }
}

/// What is drawn by a file of its own.
#[derive(Clone, PartialEq)]
pub(crate) enum Piece {
    /// The view of the route.
    View(Session),
    /// An open feature.
    Feature(Session, Box<Feature>),
    /// The dialog that embeds a view, and what it calls once it is closed.
    Embed(Session, AttrValue, Callback<()>),
    /// What is kept of the site for offline.
    Offline,
    /// What runs some code.
    Runs(RunPanelProps),
}

/// Which file it is, as far as it matters to a failure.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    View(View),
    Feature,
    Embed,
    Offline,
    Runs,
}

impl Piece {
    /// An open feature, beside or in a list.
    pub(crate) fn feature(session: Session, feature: Feature) -> Self {
        Self::Feature(session, Box::new(feature))
    }

    fn place(&self) -> Place {
        match self {
            Self::View(session) => Place::View(session.route.view),
            Self::Feature(..) => Place::Feature,
            Self::Embed(..) => Place::Embed,
            Self::Offline => Place::Offline,
            Self::Runs(_) => Place::Runs,
        }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct LatePieceProps {
    pub piece: Piece,
}

/// Draws what comes late, and what to see until it has come.
#[component]
pub(crate) fn LatePiece(props: &LatePieceProps) -> Html {
    let failed = use_state_eq(|| None::<Place>);
    let arrived = use_force_update();
    let place = props.piece.place();
    // Asking is what loads, so whoever was refused is asked to try again first.
    let refused = *failed == Some(place);
    let files = use_context::<Files>();
    let drawing = files.and_then(|files| (files.draw)(&props.piece));
    let mut drawing = drawing.filter(|_| !refused);
    // Where the file is there, drawing takes no time, so that nothing flashes.
    let drawn = drawing.as_mut().map(poll);
    let wanted = matches!(drawn, Some(Poll::Pending));
    {
        let failed = failed.setter();
        use_effect_with((place, wanted), move |(place, wanted)| {
            let (place, drawing) = (*place, drawing.filter(|_| *wanted));
            if let Some(drawing) = drawing {
                spawn_local(async move {
                    match drawing.await {
                        Ok(_) => arrived.force_update(),
                        Err(LateError) => failed.set(Some(place)),
                    }
                });
            }
        });
    }
    match drawn {
        Some(Poll::Ready(Ok(html))) => html,
        Some(_) if place.has_skeleton() => waiting(place),
        None if refused && place.has_failure() => {
            failure(place, Callback::from(move |_| failed.set(None)))
        }
        _ => Html::default(),
    }
}

fn poll(drawing: &mut Drawing) -> Poll<Result<Html, LateError>> {
    drawing
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
}

impl Place {
    const fn label(self) -> &'static str {
        match self {
            Self::View(_) => "the view",
            Self::Feature => "the feature",
            Self::Embed => "what embeds this view",
            Self::Offline => "what keeps this site",
            Self::Runs => "what runs code",
        }
    }

    /// Whether the page shows that it waits. What lies over the page leaves no gap
    /// in it.
    const fn has_skeleton(self) -> bool {
        matches!(self, Self::View(_) | Self::Feature)
    }

    /// Whether the page says that it is missing. What nobody asked for is not missed.
    const fn has_failure(self) -> bool {
        !matches!(self, Self::Offline)
    }
}

fn waiting(place: Place) -> Html {
    html! {
        <div class="late skeleton" role="status">
            <span class="visually-hidden">{ "Loading " }{ place.label() }{ "…" }</span>
            <i></i><i></i><i></i>
        </div>
    }
}

fn failure(place: Place, retry: Callback<MouseEvent>) -> Html {
    html! {
        <div class="failure" role="alert">
            <p>{ format!("Could not load {}: {LateError}.", place.label()) }</p>
            <button onclick={retry}>{ "Try again" }</button>
        </div>
    }
}
