//! Rows of cells to a table.

use crate::document::{Block, Inline};

#[derive(Default)]
pub(super) struct TableBuilder {
    head: Option<Vec<Vec<Inline>>>,
    rows: Vec<Vec<Vec<Inline>>>,
    row: Vec<Vec<Inline>>,
}

impl TableBuilder {
    pub fn cell(&mut self, content: Vec<Inline>) {
        self.row.push(content);
    }

    /// Ends a row; the first one is the head.
    pub fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        match self.head {
            None => self.head = Some(row),
            Some(_) => self.rows.push(row),
        }
    }

    pub fn finish(self) -> Block {
        Block::Table {
            head: self.head.unwrap_or_default(),
            rows: self.rows,
        }
    }
}
