//! The theme of the page, which is remembered.

use super::storage;
use gloo::utils::document;

/// The reader's choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// The system's preference.
    #[default]
    System,
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

/// `assets/boot/first.ts` reads the same key before the first paint.
const KEY: &str = "theme";

impl Theme {
    /// Every choice, in the order in which readers see them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word as it is stored.
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The word that readers see.
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The remembered choice, or the system's preference; always the latter natively.
    pub fn remembered() -> Self {
        if cfg!(not(target_arch = "wasm32")) {
            return Self::System;
        }
        let key = storage::remembered(KEY).unwrap_or_default();
        let known = Self::ALL.into_iter().find(|theme| theme.key() == key);
        known.unwrap_or_default()
    }

    /// Switches to this theme and remembers it. Without storage, as in private windows, it
    /// lasts until the page is closed.
    pub fn choose(self) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", self.key());
        }
        storage::remember(KEY, self.key());
    }
}
