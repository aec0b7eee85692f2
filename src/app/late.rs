//! What is a file of its own, loaded when a reader first goes there: every view but
//! Explore, an open feature, and the search. The entry points are [`LatePiece`],
//! which draws, and [`search`].
//!
//! With the feature `late-views` each function in [`split`] is where the build
//! cuts the page's WebAssembly (`xtask/src/site/split.rs`): what only it needs
//! goes into a file of its own. Without the feature they are ordinary functions
//! and the page is one file.

use super::explore::DetailProps;
use super::session::Session;
use crate::catalogue::Feature;
use crate::query::View;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub use split::search;

/// The file of a piece could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the connection may have failed")]
pub struct LateError;

#[cfg(feature = "late-views")]
impl From<wasm_split_helpers::SplitLoaderError> for LateError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What each file is for.
mod split {
    use super::LateError;
    use crate::app::documents::documents as documents_view;
    use crate::app::explore::{Detail, DetailProps};
    use crate::app::page::page as page_view;
    use crate::app::releases::Releases;
    use crate::app::samples::Samples;
    use crate::app::session::Session;
    use crate::app::upgrade::UpgradeView;
    use crate::catalogue::bundle::{self, BundleError};
    use crate::catalogue::{Catalogue, NameList};
    use crate::query::{Finder, Preparation};
    use std::rc::Rc;
    #[cfg(feature = "late-views")]
    use wasm_split_helpers::wasm_split;
    use yew::prelude::*;

    /// Does a part of some work with each call, and gives what came of it in the end.
    type Steps = Box<dyn FnMut() -> Option<Rc<dyn Finder>>>;

    /// A function that is called at once where nothing is split.
    macro_rules! late {
        ($(#[$about:meta])* $name:ident($($argument:ident: $type:ty),+) -> $value:ty { $body:expr }) => {
            $(#[$about])*
            #[cfg(feature = "late-views")]
            #[wasm_split($name, fallible)]
            pub fn $name($($argument: $type),+) -> Result<$value, LateError> {
                Ok($body)
            }

            $(#[$about])*
            #[cfg(not(feature = "late-views"))]
            pub async fn $name($($argument: $type),+) -> Result<$value, LateError> {
                Ok($body)
            }
        };
    }

    late!(upgrade(session: Session) -> Html { html! { <UpgradeView {session} /> } });
    late!(releases(session: Session) -> Html { html! { <Releases {session} /> } });
    late!(documents(session: Session) -> Html { documents_view(&session) });
    late!(samples(session: Session) -> Html { html! { <Samples {session} /> } });
    late!(page(session: Session) -> Html { page_view(&session) });
    late!(detail(props: DetailProps) -> Html { html! { <Detail ..props /> } });
    late!(
        /// What makes what finds by words, of what the features are called and the
        /// bytes of the index, a step with each call.
        search(catalogue: Rc<Catalogue>, names: Rc<NameList>, index: Vec<u8>)
            -> Result<Steps, BundleError>
        {
            bundle::read(&bundle::index(), &index).map(|index| {
                let mut preparation = Preparation::new(names, index);
                let step = move || {
                    let search = preparation.step(&catalogue.features)?;
                    Some(Rc::new(search) as Rc<dyn Finder>)
                };
                Box::new(step) as Steps
            })
        }
    );
}

type Drawing = Pin<Box<dyn Future<Output = Result<Html, LateError>>>>;

/// What is drawn by a file of its own.
#[derive(Clone, PartialEq)]
pub enum Piece {
    /// The view of the route.
    View(Session),
    /// An open feature.
    Feature(Box<DetailProps>),
}

/// Which file it is, as far as it matters to a failure.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    View(View),
    Feature,
}

impl Piece {
    /// An open feature, beside or in a list.
    pub fn feature(session: Session, feature: Feature) -> Self {
        Self::Feature(Box::new(DetailProps::new(session, feature)))
    }

    fn place(&self) -> Place {
        match self {
            Self::View(session) => Place::View(session.route.view),
            Self::Feature(_) => Place::Feature,
        }
    }

    /// The piece, as soon as its file is there.
    fn draw(&self) -> Option<Drawing> {
        let session = match self {
            Self::View(session) => session.clone(),
            Self::Feature(props) => return Some(Box::pin(split::detail((**props).clone()))),
        };
        Some(match session.route.view {
            View::Explore => return None,
            View::Upgrade => Box::pin(split::upgrade(session)),
            View::Releases => Box::pin(split::releases(session)),
            View::Documents => Box::pin(split::documents(session)),
            View::Try => Box::pin(split::samples(session)),
            View::Page => Box::pin(split::page(session)),
        })
    }

    /// Loads the file of the piece before it is drawn. One that does not come is
    /// told of at its place.
    pub async fn load(&self) {
        if let Some(drawing) = self.draw() {
            let _ = drawing.await;
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct LatePieceProps {
    pub piece: Piece,
}

/// Draws what comes late, and what to see until it has come.
#[component]
pub fn LatePiece(props: &LatePieceProps) -> Html {
    let failed = use_state_eq(|| None::<Place>);
    let arrived = use_force_update();
    let place = props.piece.place();
    // Asking is what loads, so whoever was refused is asked to try again first.
    let refused = *failed == Some(place);
    let mut drawing = props.piece.draw().filter(|_| !refused);
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
        Some(_) => waiting(place),
        None if refused => failure(place, Callback::from(move |_| failed.set(None))),
        None => Html::default(),
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
        }
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
