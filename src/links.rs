//! The addresses of links. The entry point is [`Links::href`].

use query::Route;
#[cfg(not(target_arch = "wasm32"))]
use std::{collections::BTreeSet, rc::Rc};

/// How routes are converted to addresses.
#[derive(Clone, Default)]
pub(crate) enum Links {
    /// As fragments, which the running explorer handles without loading a page.
    #[default]
    Fragments,
    /// As pages, for prerendering. Routes without a page are fragments, which work once the
    /// explorer runs.
    #[cfg(not(target_arch = "wasm32"))]
    Pages {
        /// The path from the page's folder to the site's root, such as `../../`.
        root: String,
        /// The folders of all pages.
        folders: Rc<BTreeSet<String>>,
    },
}

impl Links {
    /// The address of a route, relative to the page.
    pub(crate) fn href(&self, route: &Route) -> String {
        match self {
            Self::Fragments => route.to_fragment(),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Pages { root, folders } => {
                // A name is an anchor on the page of its module.
                let page = Route {
                    name: None,
                    ..route.clone()
                };
                let anchor = route.name.as_ref().map(|name| format!("#{name}"));
                let folder = page.folder();
                match folder.filter(|folder| folders.contains(folder)) {
                    Some(folder) => format!("{root}{folder}{}", anchor.unwrap_or_default()),
                    None => route.to_fragment(),
                }
            }
        }
    }
}
