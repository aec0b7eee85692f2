//! The data that the components of the view share. The entry point is [`Scene`].

use super::mine::Mine;
use crate::session::Session;
use catalogue::FeatureText;
use query::{Concern, Upgrade};

/// The data that the components of the view share.
pub(crate) struct Scene<'a> {
    pub session: &'a Session,
    pub upgrade: &'a Upgrade<'a>,
    /// The slugs of completed steps.
    pub done: &'a [String],
    /// Returns the text of the feature with a slug, if it has been loaded.
    pub text_of: &'a dyn Fn(&str) -> Option<&'a FeatureText>,
    /// What the reader's code meets.
    pub mine: &'a Mine,
    pub opened: Opened,
    /// Whether an open change is shown below its step.
    pub inline: bool,
}

impl Scene<'_> {
    /// Whether a step of an open section is the feature with this slug.
    pub(crate) fn lists(&self, slug: &str) -> bool {
        let sections = self.upgrade.sections.iter();
        let mut open = sections.filter(|section| self.opened.has(section.concern));
        open.any(|section| section.steps().any(|step| step.feature.slug == slug))
    }
}

/// The open sections as a bit set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Opened(u16);

impl Opened {
    /// Whether a section is open.
    pub(crate) const fn has(self, concern: Concern) -> bool {
        self.0 & (1 << concern as u16) != 0
    }

    /// A copy with one section toggled.
    pub(crate) const fn toggled(self, concern: Concern) -> Self {
        Self(self.0 ^ (1 << concern as u16))
    }
}

impl Default for Opened {
    /// The sections with tasks.
    fn default() -> Self {
        let tasks = Concern::ALL.into_iter().filter(|concern| concern.is_task());
        tasks.fold(Self(0), Self::toggled)
    }
}
