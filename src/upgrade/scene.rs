//! What the pieces of the view are drawn from. The entry point is [`Scene`].

use crate::session::Session;
use catalogue::FeatureText;
use query::{Concern, Upgrade};

/// What every piece of the view is drawn from.
pub(crate) struct Scene<'a> {
    pub session: &'a Session,
    pub upgrade: &'a Upgrade<'a>,
    /// Slugs of what is ticked off.
    pub done: &'a [String],
    /// What the documents say of the feature with a slug, once it is loaded.
    pub text_of: &'a dyn Fn(&str) -> Option<&'a FeatureText>,
    pub opened: Opened,
}

/// The sections that are open, a bit each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Opened(u16);

impl Opened {
    /// All of them.
    pub(crate) const ALL: Self = Self(u16::MAX);

    /// Whether a section is open.
    pub(crate) const fn has(self, concern: Concern) -> bool {
        self.0 & (1 << concern as u16) != 0
    }

    /// The same with one section opened, or closed.
    pub(crate) const fn toggled(self, concern: Concern) -> Self {
        Self(self.0 ^ (1 << concern as u16))
    }
}

impl Default for Opened {
    /// What asks for something to be done.
    fn default() -> Self {
        let tasks = Concern::ALL.into_iter().filter(|concern| concern.is_task());
        tasks.fold(Self(0), Self::toggled)
    }
}
