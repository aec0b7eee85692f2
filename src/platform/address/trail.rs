//! What is still to be written into the address: a state machine without a browser.
//! The entry point is [`Trail`].

/// The newest fragment, as long as the address does not hold it.
///
/// Invariant: from [`Trail::put_off`] until [`Trail::take`], [`Trail::newest`] is what
/// was put off last, whatever the address holds.
#[derive(Debug, Default)]
pub(super) struct Trail {
    waiting: Option<String>,
}

impl Trail {
    pub(super) const fn new() -> Self {
        Self { waiting: None }
    }

    /// Puts a fragment off, in the place of one that still waits.
    pub(super) fn put_off(&mut self, fragment: String) {
        self.waiting = Some(fragment);
    }

    /// Where the page is, of an address that holds `written`.
    pub(super) fn newest<'a>(&'a self, written: &'a str) -> &'a str {
        self.waiting.as_deref().unwrap_or(written)
    }

    /// What waits, which waits no longer: it is to be written, or the place that it
    /// belongs to was left.
    pub(super) fn take(&mut self) -> Option<String> {
        self.waiting.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_off_is_the_newest_at_once() {
        let mut trail = Trail::new();
        assert_eq!(trail.newest("#?q=d"), "#?q=d");
        trail.put_off("#?q=di".to_owned());
        trail.put_off("#?q=dict".to_owned());
        assert_eq!(trail.newest("#?q=d"), "#?q=dict");
    }

    #[test]
    fn only_the_last_is_written_and_once() {
        let mut trail = Trail::new();
        trail.put_off("#?q=di".to_owned());
        trail.put_off("#?q=dict".to_owned());
        assert_eq!(trail.take().as_deref(), Some("#?q=dict"));
        assert_eq!(trail.take(), None);
        assert_eq!(trail.newest("#?q=dict"), "#?q=dict");
    }

    #[test]
    fn a_place_that_was_left_takes_what_waits_with_it() {
        let mut trail = Trail::new();
        trail.put_off("#?q=dict".to_owned());
        // The reader has followed a link meanwhile.
        let _ = trail.take();
        assert_eq!(trail.newest("#?view=releases"), "#?view=releases");
    }
}
