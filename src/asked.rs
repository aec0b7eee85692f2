//! A query with its answer. The entry point is [`Asked`].

use crate::session::Session;
use query::{Facet, Results, Route};
use std::rc::Rc;

/// The session with the current query, and the answer.
#[derive(Clone)]
pub(crate) struct Asked {
    pub session: Session,
    pub results: Rc<Results>,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.session == other.session && Rc::ptr_eq(&self.results, &other.results)
    }
}

impl Asked {
    /// Whether `next` differs only in the words, as after a key press, and no feature is open.
    /// An open feature may be shown inside the list, which is not delayed then.
    pub(crate) fn is_typed(&self, next: &Self) -> bool {
        let (before, after) = (&self.session.route, &next.session.route);
        let words = |route: &Route| route.query.without(Facet::Text);
        before.query.text != after.query.text
            && words(before) == words(after)
            && before.feature.is_none()
            && after.feature.is_none()
    }
}
