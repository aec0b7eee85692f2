//! Converts byte offsets to lines and columns. The entry point is [`Lines`].

use super::Position;
use std::cell::Cell;

/// A text with the positions of its lines.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// The offset of every line feed, in order.
    feeds: Vec<usize>,
    first: u32,
    /// The last requested offset and its column. Offsets mostly ascend, so a
    /// line of megabytes is counted once and not again for every link in it.
    latest: Cell<(usize, u32)>,
}

impl<'a> Lines<'a> {
    /// `first` is the line number of the first line.
    pub(crate) fn new(text: &'a str, first: u32) -> Self {
        let feeds = text.match_indices('\n').map(|(at, _)| at).collect();
        Self {
            text,
            feeds,
            first,
            latest: Cell::new((0, 1)),
        }
    }

    /// The line of an offset.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        self.number(self.index(offset))
    }

    /// The line and the column of an offset.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let index = self.index(offset);
        let start = self.start(index);
        let (known, column) = self.latest.get();
        let (from, column) = if (start..=offset).contains(&known) {
            (known, column)
        } else {
            (start, 1)
        };
        let between = self.text.get(from..offset).unwrap_or_default();
        let line = self.number(index);
        let position = Position { line, column }.right(between.chars().count());
        self.latest.set((offset, position.column));
        position
    }

    /// The text of the line with a number, without its line feed.
    pub(crate) fn text(&self, line: u32) -> &'a str {
        let index = line.saturating_sub(self.first) as usize;
        let end = self.feeds.get(index).copied().unwrap_or(self.text.len());
        self.text.get(self.start(index)..end).unwrap_or_default()
    }

    /// The number of line feeds before an offset.
    fn index(&self, offset: usize) -> usize {
        self.feeds.partition_point(|feed| *feed < offset)
    }

    /// The offset at which the line after `index` line feeds starts.
    fn start(&self, index: usize) -> usize {
        let feed = index.checked_sub(1).map(|before| self.feeds.get(before));
        feed.map_or(0, |feed| feed.map_or(self.text.len(), |feed| feed + 1))
    }

    fn number(&self, index: usize) -> u32 {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        self.first.saturating_add(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lie_on_their_lines() {
        let lines = Lines::new("a\nb\n\nc", 10);
        let found: Vec<u32> = (0..7).map(|offset| lines.line(offset)).collect();
        assert_eq!(found, [10, 10, 11, 11, 12, 13, 13]);
    }

    #[test]
    fn columns_count_characters_in_any_order() {
        let lines = Lines::new("żó x\n\nab", 1);
        let column = |offset| {
            let Position { line, column } = lines.position(offset);
            (line, column)
        };
        // Each of the first two letters has two bytes.
        assert_eq!(column(5), (1, 4));
        assert_eq!(column(9), (3, 2));
        assert_eq!(column(8), (3, 1));
        assert_eq!(column(2), (1, 2));
        assert_eq!(column(7), (2, 1));
        assert_eq!(lines.text(1), "żó x");
        assert_eq!(
            (lines.text(2), lines.text(3), lines.text(4)),
            ("", "ab", "")
        );
    }
}
