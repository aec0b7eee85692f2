//! Views that are files of their own, loaded when a reader first goes there.
//! The entry point is [`LateView`].
//!
//! With the feature `late-views` each function in [`split`] is where the build
//! cuts the page's WebAssembly (`xtask/src/site/split.rs`): what only it needs
//! goes into a file of its own. Without the feature they are ordinary functions
//! and the page is one file.

use super::session::Session;
use crate::query::View;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The file of a view could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the connection may have failed")]
pub struct LateError;

#[cfg(feature = "late-views")]
impl From<wasm_split_helpers::SplitLoaderError> for LateError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What draws each view.
mod split {
    use super::LateError;
    use crate::app::documents::documents as documents_view;
    use crate::app::page::page as page_view;
    use crate::app::releases::Releases;
    use crate::app::samples::Samples;
    use crate::app::session::Session;
    use crate::app::upgrade::UpgradeView;
    #[cfg(feature = "late-views")]
    use wasm_split_helpers::wasm_split;
    use yew::prelude::*;

    /// A function that is called at once where nothing is split.
    macro_rules! late {
        ($name:ident, $session:ident => $view:expr) => {
            #[cfg(feature = "late-views")]
            #[wasm_split($name, fallible)]
            pub fn $name($session: Session) -> Result<Html, LateError> {
                Ok($view)
            }

            #[cfg(not(feature = "late-views"))]
            pub async fn $name($session: Session) -> Result<Html, LateError> {
                Ok($view)
            }
        };
    }

    late!(upgrade, session => html! { <UpgradeView {session} /> });
    late!(releases, session => html! { <Releases {session} /> });
    late!(documents, session => documents_view(&session));
    late!(samples, session => html! { <Samples {session} /> });
    late!(page, session => page_view(&session));
}

type Drawing = Pin<Box<dyn Future<Output = Result<Html, LateError>>>>;

/// The view of the route, as soon as its file is there.
fn draw(session: Session) -> Option<Drawing> {
    Some(match session.route.view {
        View::Explore => return None,
        View::Upgrade => Box::pin(split::upgrade(session)),
        View::Releases => Box::pin(split::releases(session)),
        View::Documents => Box::pin(split::documents(session)),
        View::Try => Box::pin(split::samples(session)),
        View::Page => Box::pin(split::page(session)),
    })
}

/// Loads the file of the route's view before it is drawn. One that does not come
/// is told of at its place.
pub async fn load(session: Session) {
    if let Some(drawing) = draw(session) {
        let _ = drawing.await;
    }
}

#[derive(Properties, PartialEq)]
pub struct LateViewProps {
    pub session: Session,
}

/// Draws every view but Explore.
#[component]
pub fn LateView(props: &LateViewProps) -> Html {
    let failed = use_state_eq(|| None::<View>);
    let arrived = use_force_update();
    let view = props.session.route.view;
    // Asking is what loads, so whoever was refused is asked to try again first.
    let refused = *failed == Some(view);
    let mut drawing = draw(props.session.clone()).filter(|_| !refused);
    // Where the file is there, drawing takes no time, so that nothing flashes.
    let drawn = drawing.as_mut().map(poll);
    let wanted = matches!(drawn, Some(Poll::Pending));
    {
        let failed = failed.setter();
        use_effect_with((view, wanted), move |(view, wanted)| {
            let (view, drawing) = (*view, drawing.filter(|_| *wanted));
            if let Some(drawing) = drawing {
                spawn_local(async move {
                    match drawing.await {
                        Ok(_) => arrived.force_update(),
                        Err(LateError) => failed.set(Some(view)),
                    }
                });
            }
        });
    }
    match drawn {
        Some(Poll::Ready(Ok(html))) => html,
        Some(_) => waiting(),
        None if refused => failure(Callback::from(move |_| failed.set(None))),
        None => Html::default(),
    }
}

fn poll(drawing: &mut Drawing) -> Poll<Result<Html, LateError>> {
    drawing
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
}

fn waiting() -> Html {
    html! {
        <div class="late skeleton" role="status">
            <span class="visually-hidden">{ "Loading the view…" }</span>
            <i></i><i></i><i></i>
        </div>
    }
}

fn failure(retry: Callback<MouseEvent>) -> Html {
    html! {
        <div class="failure" role="alert">
            <p>{ format!("Could not load the view: {LateError}.") }</p>
            <button onclick={retry}>{ "Try again" }</button>
        </div>
    }
}
