//! Where a link leads. The entry point is [`Links::href`].

use query::Route;
#[cfg(not(target_arch = "wasm32"))]
use std::{collections::BTreeSet, rc::Rc};

/// How places become links.
#[derive(Clone, Default)]
pub(crate) enum Links {
    /// Fragments, which the running explorer follows without loading a page.
    #[default]
    Fragments,
    /// Pages where the build renders one. The others stay fragments, which wait
    /// for the explorer.
    #[cfg(not(target_arch = "wasm32"))]
    Pages {
        /// The way from the page's folder to the site's, such as `../../`.
        root: String,
        /// The folders of all pages.
        folders: Rc<BTreeSet<String>>,
    },
}

impl Links {
    /// The address of a place, relative to the page.
    pub(crate) fn href(&self, route: &Route) -> String {
        match self {
            Self::Fragments => route.to_fragment(),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Pages { root, folders } => {
                let folder = route.folder();
                match folder.filter(|folder| folders.contains(folder)) {
                    Some(folder) => format!("{root}{folder}"),
                    None => route.to_fragment(),
                }
            }
        }
    }
}
