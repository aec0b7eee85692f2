//! What is a file of its own, loaded when it is first needed: every view but Explore,
//! an open feature, the dialog that embeds a view, what keeps the site for offline, what
//! runs code, and the search. The entry point is [`FILES`].
//!
//! With the feature `late-views` each function in [`cut`] is where the build
//! cuts the page's WebAssembly (`xtask/src/site/split.rs`): what only it needs
//! goes into a file of its own. Without the feature they are ordinary functions
//! and the page is one file.

use super::embedding::EmbedDialogProps;
use super::explore::DetailProps;
use super::late::{Drawing, Files, Piece};
use query::View;

/// The files of this page.
pub(crate) const FILES: Files = Files {
    draw,
    search: |catalogue, names, index| Box::pin(cut::search(catalogue, names, index)),
};

/// What each file is for.
mod cut {
    use crate::documents::documents as documents_view;
    use crate::embedding::{EmbedDialog, EmbedDialogProps};
    use crate::explore::{Detail, DetailProps};
    use crate::late::{LateError, Steps};
    use crate::offline::OfflineState;
    use crate::page::page as page_view;
    use crate::releases::Releases;
    use crate::runs::{RunPanel, RunPanelProps};
    use crate::samples::Samples;
    use crate::session::Session;
    use crate::upgrade::UpgradeView;
    use catalogue::bundle::{self, BundleError};
    use catalogue::{Catalogue, NameList};
    use query::{Finder, SearchBuilder};
    use std::rc::Rc;
    #[cfg(feature = "late-views")]
    use wasm_split_helpers::wasm_split;
    use yew::prelude::*;

    /// A function that is called at once where nothing is split.
    macro_rules! late {
        ($(#[$about:meta])* $name:ident($($argument:ident: $type:ty),*) -> $value:ty { $body:expr }) => {
            $(#[$about])*
            #[cfg(feature = "late-views")]
            #[wasm_split($name, fallible)]
            pub(crate) fn $name($($argument: $type),*) -> Result<$value, LateError> {
                Ok($body)
            }

            $(#[$about])*
            #[cfg(not(feature = "late-views"))]
            pub(crate) async fn $name($($argument: $type),*) -> Result<$value, LateError> {
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
    late!(embed(props: EmbedDialogProps) -> Html { html! { <EmbedDialog ..props /> } });
    late!(offline() -> Html { html! { <OfflineState /> } });
    late!(runs(props: RunPanelProps) -> Html { html! { <RunPanel ..props /> } });
    late!(
        /// What makes what finds by words, of what the features are called and the
        /// bytes of the index, a step with each call.
        search(catalogue: Rc<Catalogue>, names: Rc<NameList>, index: Vec<u8>)
            -> Result<Steps, BundleError>
        {
            bundle::read(&bundle::index(), &index).map(|index| {
                let mut builder = SearchBuilder::new(names, index);
                let step = move || {
                    let search = builder.step(&catalogue.features)?;
                    Some(Rc::new(search) as Rc<dyn Finder>)
                };
                Box::new(step) as Steps
            })
        }
    );
}

/// A piece, as soon as its file is there; nothing for the view that comes first.
fn draw(piece: &Piece) -> Option<Drawing> {
    let session = match piece {
        Piece::View(session) => session.clone(),
        Piece::Feature(session, feature) => {
            let props = DetailProps::new(session.clone(), (**feature).clone());
            return Some(Box::pin(cut::detail(props)));
        }
        Piece::Runs(props) => return Some(Box::pin(cut::runs(props.clone()))),
        Piece::Offline => return Some(Box::pin(cut::offline())),
        Piece::Embed(session, view, onclose) => {
            let (session, view, onclose) = (session.clone(), view.clone(), onclose.clone());
            let props = EmbedDialogProps {
                session,
                view,
                onclose,
            };
            return Some(Box::pin(cut::embed(props)));
        }
    };
    Some(match session.route.view {
        View::Explore => return None,
        View::Upgrade => Box::pin(cut::upgrade(session)),
        View::Releases => Box::pin(cut::releases(session)),
        View::Documents => Box::pin(cut::documents(session)),
        View::Try => Box::pin(cut::samples(session)),
        View::Page => Box::pin(cut::page(session)),
    })
}
