//! Extracts features from announcements by sections, lists and wording. The
//! entry point is [`features`].

mod lists;
mod text;

use super::{
    item::{Statement, states_something},
    kind,
    references::{self, References},
    section_of,
    sections::{self, Scopes, Topic},
    sheet::{self, Sheet},
    title,
};
use crate::{Block, Inline, StatedFeature, builder::Tree};
use terms::Series;

/// The longest paragraph, in bytes, that may be meant as a heading.
const LONGEST_HEADING: usize = 200;

/// The features in an announcement of a series.
pub(super) fn features(tree: &Tree, series: Option<Series>) -> Vec<StatedFeature> {
    let mut reader = Reader {
        tree,
        series,
        scopes: Scopes::default(),
        features: Vec::new(),
        last: None,
        detailed: false,
    };
    for (index, block) in tree.blocks.iter().enumerate() {
        reader.block(index, block);
    }
    reader.features
}

struct Reader<'a> {
    tree: &'a Tree,
    series: Option<Series>,
    scopes: Scopes,
    features: Vec<StatedFeature>,
    /// The block with the latest feature.
    last: Option<usize>,
    /// Whether the section presents single features with facts. Its lists are
    /// then details of a feature.
    detailed: bool,
}

impl<'a> Reader<'a> {
    fn block(&mut self, index: usize, block: &'a Block) {
        match block {
            Block::Heading { level, content, .. } => self.heading(index, *level, content),
            Block::Paragraph(content) => self.paragraph(index, content),
            Block::List { items, .. } => self.list(index, items),
            _ => {}
        }
    }

    /// A heading begins a section; if it starts with a PEP or an issue, the
    /// whole section is a feature.
    fn heading(&mut self, index: usize, level: u8, content: &'a [Inline]) {
        let text = title::flat(content);
        let enclosing = self.scopes.topic();
        self.enter(level, &text);
        if enclosing == Some(Topic::Aside) || !leads_with_reference(&text) {
            return;
        }
        if states_something(&text) {
            let topic = enclosing.unwrap_or(Topic::Features(None));
            let summary = self.text_below(index);
            let line = self.line_of(index);
            self.push(index, topic, content, summary, line);
        }
        self.scopes.set_aside();
    }

    fn enter(&mut self, level: u8, heading: &str) {
        self.detailed = false;
        self.scopes.enter(level, heading);
    }

    fn paragraph(&mut self, index: usize, content: &'a [Inline]) {
        if text::is_short_line(content, LONGEST_HEADING) {
            let text = title::flat(content);
            let bold = matches!(content, [Inline::Strong(_)]);
            let is_heading =
                sections::is_plain_heading(&text) || (bold && sections::topic_of(&text).is_some());
            if is_heading {
                self.enter(sections::BOLD, &text);
                return;
            }
        }
        let topic = self.scopes.topic();
        if topic == Some(Topic::Aside) || self.sheet(index, content) {
            return;
        }
        match topic {
            Some(topic) => self.lines(index, topic, content),
            None => self.prose(index, content),
        }
    }

    /// Items of a list that is not a Markdown list: lines that begin with a
    /// bullet, a PEP or an issue.
    fn lines(&mut self, index: usize, topic: Topic, content: &[Inline]) {
        if !text::may_have_items(content) {
            return;
        }
        let first = self.line_of(index);
        for (line, number) in text::lines(content).iter().zip(first..) {
            let line = text::without_leftovers(line);
            let (bulleted, content) = text::without_bullet(&line);
            let text = title::flat(&content);
            let listed = bulleted && !self.detailed;
            if (listed || leads_with_reference(&text)) && states_something(&text) {
                let summary = vec![Block::Paragraph(content.clone())];
                self.push(index, topic, &content, summary, number);
            }
        }
    }

    /// A section of prose on one change: its first sentence states what has
    /// changed in which Python.
    fn prose(&mut self, index: usize, content: &'a [Inline]) {
        let after_heading = index
            .checked_sub(1)
            .and_then(|before| self.tree.blocks.get(before))
            .is_some_and(|block| matches!(block, Block::Heading { .. }));
        if !after_heading {
            return;
        }
        let text = title::flat(content);
        if !text::tells_a_change(title::first_sentence(&text)) {
            return;
        }
        let mut summary = vec![Block::Paragraph(content.to_vec())];
        summary.extend(self.text_below(index));
        let line = self.line_of(index);
        self.push(index, Topic::Features(None), content, summary, line);
        if let Some(feature) = self.features.last_mut() {
            feature.title = text::without_opening(&feature.title);
            feature.kind = kind::of_text(&feature.title);
            for block in &feature.summary {
                if let Block::Paragraph(content) = block {
                    let mut references = References {
                        peps: std::mem::take(&mut feature.peps),
                        issues: std::mem::take(&mut feature.issues),
                    };
                    references.add(References::of_content(content));
                    feature.peps = references.peps;
                    feature.issues = references.issues;
                }
            }
        }
    }

    /// Facts such as `Status: Final`, on the previous feature or on one whose
    /// title is above them. Returns whether there were any.
    fn sheet(&mut self, index: usize, content: &[Inline]) -> bool {
        if !sheet::may_be_one(content) {
            return false;
        }
        let lines = text::lines(content);
        let texts: Vec<String> = lines.iter().map(|line| title::flat(line)).collect();
        let Some(sheet) = sheet::read(&texts) else {
            return false;
        };
        let before = index.checked_sub(1);
        if sheet.title_lines == 0 && (before.is_none() || self.last != before) {
            // The line above is the title of a feature not found before.
            let above = before.and_then(|before| self.tree.blocks.get(before));
            if let Some(Block::Paragraph(content) | Block::Heading { content, .. }) = above {
                let line = self.line_of(index.saturating_sub(1));
                self.push(index, Topic::Features(None), content, Vec::new(), line);
            }
        } else if let Some(content) = lines.first().filter(|_| sheet.title_lines > 0) {
            let line = self.line_of(index);
            self.push(index, Topic::Features(None), content, Vec::new(), line);
        }
        self.apply(sheet);
        self.detailed = true;
        true
    }

    fn apply(&mut self, sheet: Sheet) {
        let Some(feature) = self.features.last_mut() else {
            return;
        };
        feature.status = sheet.status.or(feature.status);
        feature.created = sheet.created.or(feature.created);
        let mut references = References {
            peps: std::mem::take(&mut feature.peps),
            issues: std::mem::take(&mut feature.issues),
        };
        references.add(sheet.references);
        feature.peps = references.peps;
        feature.issues = references.issues;
    }

    /// The blocks after one, up to the next heading.
    fn text_below(&self, index: usize) -> Vec<Block> {
        let below = self.tree.blocks.get(index + 1..).unwrap_or_default();
        below
            .iter()
            .take_while(|block| !matches!(block, Block::Heading { .. }))
            .cloned()
            .collect()
    }

    fn push(
        &mut self,
        index: usize,
        topic: Topic,
        content: &[Inline],
        summary: Vec<Block>,
        line: u32,
    ) {
        let statement = Statement {
            text: &title::flat(content),
            content,
            summary,
            references: References::default(),
            topic,
            series: self.other_series(),
            line,
            section: section_of(self.tree, index),
        };
        self.state(index, statement);
    }

    fn state(&mut self, index: usize, statement: Statement<'_>) {
        self.last = Some(index);
        self.features.push(statement.into_feature());
    }

    /// The series of the section if it is not the document's: a post about
    /// several releases has a section for each.
    fn other_series(&self) -> Option<Series> {
        self.scopes
            .series()
            .filter(|series| Some(*series) != self.series)
    }

    fn line_of(&self, index: usize) -> u32 {
        self.tree.places.get(index).map_or(1, |place| place.line)
    }
}

/// Whether a text starts with a PEP or an issue, followed by its title.
fn leads_with_reference(text: &str) -> bool {
    references::leading(text.trim_start_matches(['(', '[', ' '])).is_some()
        && title::without_prefix(text).is_some()
}
