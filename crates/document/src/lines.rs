//! Byte offsets to line numbers: the entry point is [`Lines`].

/// Where the lines of a text start.
pub(super) struct Lines {
    /// The offset of every line feed, in order.
    feeds: Vec<usize>,
    first: u32,
}

impl Lines {
    /// `first` is the number of the text's own first line.
    pub(crate) fn new(text: &str, first: u32) -> Self {
        let feeds = text.match_indices('\n').map(|(at, _)| at).collect();
        Self { feeds, first }
    }

    /// The line that an offset lies on.
    pub(crate) fn of(&self, offset: usize) -> u32 {
        let before = self.feeds.partition_point(|feed| *feed < offset);
        self.first
            .saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lie_on_their_lines() {
        let lines = Lines::new("a\nb\n\nc", 10);
        let found: Vec<u32> = (0..7).map(|offset| lines.of(offset)).collect();
        assert_eq!(found, [10, 10, 11, 11, 12, 13, 13]);
    }
}
