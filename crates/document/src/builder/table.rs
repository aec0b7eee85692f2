//! Builds tables from rows of cells.

use crate::{Block, Inline, markdown};

#[derive(Default)]
pub(super) struct TableBuilder {
    head: Option<Vec<Vec<Inline>>>,
    rows: Vec<Vec<Vec<Inline>>>,
    row: Vec<Vec<Inline>>,
    /// The end offset of the latest cell.
    cell_end: usize,
}

impl TableBuilder {
    pub(super) fn cell(&mut self, content: Vec<Inline>, end: usize) {
        self.row.push(content);
        self.cell_end = end;
    }

    /// Ends a row; the first one is the head. Markdown drops cells beyond the
    /// width of the head; here their source is kept as one cell.
    pub(super) fn end_row(&mut self, source: &str, end: usize) {
        let excess = source.get(self.cell_end..end).unwrap_or_default();
        let excess = excess.trim_matches(|c: char| c.is_whitespace() || c == '|');
        let mut row = std::mem::take(&mut self.row);
        if !excess.is_empty() {
            let excess = markdown::with_html(excess).into_owned();
            row.push(vec![Inline::Text(excess)]);
        }
        match self.head {
            None => self.head = Some(row),
            Some(_) => self.rows.push(row),
        }
    }

    pub(super) fn finish(self) -> Block {
        Block::Table {
            head: self.head.unwrap_or_default(),
            rows: self.rows,
        }
    }
}
