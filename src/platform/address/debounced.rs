//! The fragment that is still to be written into the address: a state machine without a
//! browser. The entry point is [`Debounced`].

/// The newest fragment, until it is written into the address.
///
/// Invariant: from [`Debounced::put_off`] until [`Debounced::take`], [`Debounced::newest`] is
/// the last fragment that was put off, whatever is in the address.
#[derive(Debug, Default)]
pub(super) struct Debounced {
    waiting: Option<String>,
}

impl Debounced {
    pub(super) const fn new() -> Self {
        Self { waiting: None }
    }

    /// Puts off writing a fragment. It replaces one that is still waiting.
    pub(super) fn put_off(&mut self, fragment: String) {
        self.waiting = Some(fragment);
    }

    /// The current fragment, given the one in the address.
    pub(super) fn newest<'a>(&'a self, written: &'a str) -> &'a str {
        self.waiting.as_deref().unwrap_or(written)
    }

    /// Removes and returns the waiting fragment, to write it or because the reader has
    /// navigated.
    pub(super) fn take(&mut self) -> Option<String> {
        self.waiting.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiting_fragment_is_the_newest() {
        let mut debounced = Debounced::new();
        assert_eq!(debounced.newest("#?q=d"), "#?q=d");
        debounced.put_off("#?q=di".to_owned());
        debounced.put_off("#?q=dict".to_owned());
        assert_eq!(debounced.newest("#?q=d"), "#?q=dict");
    }

    #[test]
    fn only_the_last_fragment_is_written_once() {
        let mut debounced = Debounced::new();
        debounced.put_off("#?q=di".to_owned());
        debounced.put_off("#?q=dict".to_owned());
        assert_eq!(debounced.take().as_deref(), Some("#?q=dict"));
        assert_eq!(debounced.take(), None);
        assert_eq!(debounced.newest("#?q=dict"), "#?q=dict");
    }

    #[test]
    fn a_waiting_fragment_is_dropped_when_the_reader_navigates() {
        let mut debounced = Debounced::new();
        debounced.put_off("#?q=dict".to_owned());
        // The reader has followed a link meanwhile.
        let _ = debounced.take();
        assert_eq!(debounced.newest("#?view=releases"), "#?view=releases");
    }
}
