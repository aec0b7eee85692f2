//! The code that is loaded when it is first needed: every view but Explore, an open feature,
//! the filters, the dialogs, the offline controls, the run panel, the search, and the types of the texts
//! of pages. The entry point is [`FILES`].
//!
//! With the feature `lazy-views`, each function in [`cut`] is a split point of the page's
//! WebAssembly (`xtask/src/site/split.rs`): the code that only it needs goes into a file of
//! its own. Without the feature they are ordinary functions, and the page is one file.

use super::embedding::EmbedDialogProps;
use super::explore::{DetailProps, FiltersProps};
use super::front::FrontProps;
use super::lazy::{Drawing, Files, Piece};
use super::shell::HelpDialogProps;
use query::View;

/// The loaders of this page.
pub(crate) const FILES: Files = Files {
    draw,
    search: |catalogue, names, index| Box::pin(cut::search(catalogue, names, index)),
    own_parts: |route, catalogue| Box::pin(cut::own_parts(route, catalogue)),
};

/// The split points.
mod cut {
    use crate::cache::AnyPart;
    use crate::check::check as check_view;
    use crate::documents::documents as documents_view;
    use crate::embedding::{EmbedDialog, EmbedDialogProps};
    use crate::errors;
    use crate::explore::{self, Detail, DetailProps, Filters, FiltersProps};
    use crate::front::{Front, FrontProps};
    use crate::lazy::{LazyError, Steps};
    use crate::offline::OfflineState;
    use crate::page::page as page_view;
    use crate::part;
    use crate::releases::Releases;
    use crate::runs::{RunPanel, RunPanelProps};
    use crate::samples::Samples;
    use crate::session::Session;
    use crate::shell::{HelpDialog, HelpDialogProps};
    use crate::upgrade::UpgradeView;
    use catalogue::bundle::{self, BundleError};
    use catalogue::{Catalogue, NameList};
    use query::{Finder, Route, SearchBuilder, View};
    use std::rc::Rc;
    #[cfg(feature = "lazy-views")]
    use wasm_split_helpers::wasm_split;
    use yew::prelude::*;

    /// Declares a split point, or an ordinary function where nothing is split.
    macro_rules! lazy {
        ($(#[$about:meta])* $name:ident($($argument:ident: $type:ty),*) -> $value:ty { $body:expr }) => {
            $(#[$about])*
            #[cfg(feature = "lazy-views")]
            #[wasm_split($name, fallible)]
            pub(crate) fn $name($($argument: $type),*) -> Result<$value, LazyError> {
                Ok($body)
            }

            $(#[$about])*
            #[cfg(not(feature = "lazy-views"))]
            pub(crate) async fn $name($($argument: $type),*) -> Result<$value, LazyError> {
                Ok($body)
            }
        };
    }

    lazy!(upgrade(session: Session) -> Html { html! { <UpgradeView {session} /> } });
    lazy!(check(session: Session) -> Html { check_view(&session) });
    lazy!(releases(session: Session) -> Html { html! { <Releases {session} /> } });
    lazy!(documents(session: Session) -> Html { documents_view(&session) });
    lazy!(samples(session: Session) -> Html { html! { <Samples {session} /> } });
    lazy!(page(session: Session) -> Html { page_view(&session) });
    lazy!(detail(props: DetailProps) -> Html { html! { <Detail ..props /> } });
    lazy!(
        /// The view for errors, or what the search text means. They share what explains an
        /// error, which would have to be loaded first if each were a file of its own.
        names(session: Session) -> Html {
            match session.route.view {
                View::Errors => errors::errors(&session),
                _ => explore::names(&session),
            }
        }
    );
    lazy!(front(props: FrontProps) -> Html { html! { <Front ..props /> } });
    lazy!(empty(session: Session) -> Html { explore::empty(&session) });
    lazy!(filters(props: FiltersProps) -> Html { html! { <Filters ..props /> } });
    lazy!(embed(props: EmbedDialogProps) -> Html { html! { <EmbedDialog ..props /> } });
    lazy!(help(props: HelpDialogProps) -> Html { html! { <HelpDialog ..props /> } });
    lazy!(offline() -> Html { html! { <OfflineState /> } });
    lazy!(runs(props: RunPanelProps) -> Html { html! { <RunPanel ..props /> } });
    lazy!(
        /// The steps that prepare the search.
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
    lazy!(
        /// The parts that a prerendered page needs, with the code that reads them.
        own_parts(route: Rc<Route>, catalogue: Rc<Catalogue>) -> Vec<AnyPart> {
            part::own_parts(&route, &catalogue)
        }
    );
}

/// Loads the code of a piece and renders it; `None` for Explore, which is always loaded.
fn draw(piece: &Piece) -> Option<Drawing> {
    let session = match piece {
        Piece::View(session) => session.clone(),
        Piece::Feature(session, feature) => {
            let props = DetailProps::new(session.clone(), (**feature).clone());
            return Some(Box::pin(cut::detail(props)));
        }
        Piece::Front(session, series) => {
            let (session, series) = (session.clone(), *series);
            return Some(Box::pin(cut::front(FrontProps { session, series })));
        }
        Piece::Names(session) => return Some(Box::pin(cut::names(session.clone()))),
        Piece::Filters(asked) => {
            let asked = asked.clone();
            return Some(Box::pin(cut::filters(FiltersProps { asked })));
        }
        Piece::Empty(session) => return Some(Box::pin(cut::empty(session.clone()))),
        Piece::Runs(props) => return Some(Box::pin(cut::runs(props.clone()))),
        Piece::Help(onclose) => {
            let onclose = onclose.clone();
            return Some(Box::pin(cut::help(HelpDialogProps { onclose })));
        }
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
        View::Check => Box::pin(cut::check(session)),
        View::Errors => Box::pin(cut::names(session)),
        View::Releases => Box::pin(cut::releases(session)),
        View::Documents => Box::pin(cut::documents(session)),
        View::Try => Box::pin(cut::samples(session)),
        View::Page => Box::pin(cut::page(session)),
    })
}
