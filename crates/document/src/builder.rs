//! Builds the typed tree from Markdown events. The entry point is [`build`].

mod attributes;
mod code;
mod container;
mod inline;
mod place;
mod table;

pub(super) use place::{HeadingPlace, Place, Tree};

use super::{Block, Code, Diagnostic, Inline, LocalLink, lines::Lines, markdown};
use code::CodeBuilder;
use container::{Container, ContainerKind};
use inline::InlineBuilder;
use place::Braces;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use std::{collections::VecDeque, ops::Range};
use table::TableBuilder;

/// How deep lists and quotations may be nested. Anything deeper joins the
/// innermost one that is kept: walking, comparing or dropping a deeper tree
/// would exhaust the stack.
pub(super) const MAX_DEPTH: usize = 64;

/// Parses Markdown whose first line has the number `first_line`.
///
/// The `preface` is inserted at the start. No text is lost: what the tree
/// cannot represent is kept as text.
pub(super) fn build(
    source: &str,
    first_line: u32,
    preface: Option<Block>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Tree {
    let source = markdown::without_html(source);
    let events = markdown::events(&source);
    let mut builder = Builder {
        source: &source,
        lines: Lines::new(&source, first_line),
        inline: InlineBuilder::default(),
        leaf: None,
        containers: Vec::new(),
        skipped: 0,
        root: Vec::new(),
        table: None,
        code: None,
        definitions: markdown::unused_definitions(&source, &events).into(),
        block_line: 1,
        item_starts: Vec::new(),
        tree: Tree::default(),
        diagnostics,
    };
    if let Some(block) = preface {
        builder.push(block);
    }
    for (event, range) in events {
        builder.event(event, range);
    }
    builder.end_leaf();
    builder.keep_definitions(source.len());
    let mut tree = builder.tree;
    tree.blocks = builder.root;
    tree
}

struct Builder<'a> {
    source: &'a str,
    lines: Lines<'a>,
    inline: InlineBuilder,
    /// The element that the current inline content will become.
    leaf: Option<Leaf>,
    containers: Vec<Container>,
    /// The number of open containers that are nested too deep to be kept.
    skipped: usize,
    root: Vec<Block>,
    table: Option<TableBuilder>,
    code: Option<CodeBuilder>,
    /// Unused link definitions that are still to come.
    definitions: VecDeque<Range<usize>>,
    /// The line on which the current top-level block starts.
    block_line: u32,
    /// The offsets at which the items of the current top-level block start.
    item_starts: Vec<usize>,
    tree: Tree,
    diagnostics: &'a mut Vec<Diagnostic>,
}

enum Leaf {
    Paragraph,
    Heading { level: u8, place: HeadingPlace },
    Cell,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.text(&text),
                None => self.inlines(range).text(&text),
            },
            Event::Code(code) => self.inlines(range).code(&code),
            Event::SoftBreak => self.inlines(range).text("\n"),
            Event::HardBreak => self.inlines(range).push(Inline::Break),
            Event::Rule => {
                self.start_block(&range);
                self.push(Block::Rule);
            }
            // The dialect disables these, and HTML is hidden from the parser.
            // If the parser emits one anyway, it is kept as text.
            Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => self.inlines(range).text(&text),
            Event::TaskListMarker(done) => {
                self.inlines(range).text(if done { "[x] " } else { "[ ] " });
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. } => {
                self.inlines(range.clone());
                self.start_mark(tag, &range);
            }
            Tag::TableHead | Tag::TableRow => {}
            Tag::TableCell => self.leaf = Some(Leaf::Cell),
            _ => self.start_structure(tag, range),
        }
    }

    /// Begins inline markup, with a diagnostic for a link that is rejected.
    fn start_mark(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        if let Tag::Link { dest_url, .. } = &tag
            && dest_url.starts_with('#')
        {
            self.tree.local_links.push(LocalLink {
                url: dest_url.to_string(),
                position: self.lines.position(range.start),
            });
        }
        if let Some(url) = self.inline.start(tag) {
            let message = format!("`{url}` is shown without its link");
            self.diagnostics.push(
                Diagnostic::new(Code::Target, self.lines.position(range.start), message)
                    .with_help("use http, https, mailto or a relative path"),
            );
        }
    }

    fn start_structure(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.start_block(&range);
        match tag {
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let mut braces = Braces::find(&self.lines, self.source, &range);
                let place = HeadingPlace {
                    block: self.root.len(),
                    start: self.lines.position(range.start),
                    id_position: id.as_ref().map(|id| braces.id(id)),
                    id: id.map(|id| id.to_string()),
                    attributes: braces.attributes(&classes, &attrs),
                };
                let level = heading_level(level);
                self.leaf = Some(Leaf::Heading { level, place });
            }
            Tag::CodeBlock(kind) => {
                let source = self.source.get(range.clone()).unwrap_or_default();
                let code = CodeBuilder::new(&kind, source);
                if !code.is_closed {
                    let start = self.lines.position(range.start);
                    let message = "the code block is never closed";
                    self.diagnostics.push(
                        Diagnostic::new(Code::Unclosed, start, message)
                            .with_help("end it with a fence like its first line"),
                    );
                }
                if let Some(problem) = &code.problem {
                    let start = self.lines.position(range.start);
                    let message = format!("`{}` is not a {}", problem.text, problem.what);
                    self.diagnostics.push(
                        Diagnostic::new(Code::Repair, start, message)
                            .with_help(format!("write it like {}", problem.example)),
                    );
                }
                self.code = Some(code);
            }
            Tag::Table(_) => self.table = Some(TableBuilder::default()),
            Tag::BlockQuote(_) => self.open(ContainerKind::Quote, 1, &range),
            Tag::List(start) => {
                let items = Vec::new();
                // A list and its items need one level each.
                self.open(ContainerKind::List { start, items }, 2, &range);
            }
            Tag::Item => {
                let index = self.item_starts.len();
                if self.skipped == 0 {
                    self.item_starts.push(range.start);
                }
                self.open(ContainerKind::Item(index), 1, &range);
            }
            _ => self.leaf = Some(Leaf::Paragraph),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image => self.inline.end(),
            TagEnd::TableCell => {
                let cell = self.inline.finish();
                self.leaf = None;
                if let Some(table) = &mut self.table {
                    table.cell(cell, range.end);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row(self.source, range.end);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.push(table.finish());
                }
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take()
                    && let Some(block) = self.without_attributes(code)
                {
                    self.push(block);
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            _ => self.end_leaf(),
        }
    }

    /// The current inline content. Text in a tight list item has no paragraph
    /// tags, so this begins a paragraph if there is none.
    fn inlines(&mut self, range: Range<usize>) -> &mut InlineBuilder {
        if self.leaf.is_none() {
            self.start_block(&range);
            self.leaf = Some(Leaf::Paragraph);
        }
        &mut self.inline
    }

    fn start_block(&mut self, range: &Range<usize>) {
        self.end_leaf();
        if self.containers.is_empty() {
            self.keep_definitions(range.start);
            self.block_line = self.lines.line(range.start);
        }
    }

    /// Keeps unused link definitions before an offset as text.
    fn keep_definitions(&mut self, before: usize) {
        while let Some(span) = self.definitions.pop_front_if(|span| span.start < before) {
            self.block_line = self.lines.line(span.start);
            let text = self.source.get(span).unwrap_or_default();
            self.inline.text(text);
            let content = self.inline.finish();
            self.push(Block::Paragraph(content));
        }
    }

    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else {
            return;
        };
        let content = self.inline.finish();
        if content.is_empty() {
            return;
        }
        match leaf {
            Leaf::Paragraph | Leaf::Cell => self.push(Block::Paragraph(content)),
            Leaf::Heading { level, place } => {
                let id = place.id.clone();
                if self.containers.is_empty() {
                    self.tree.headings.push(place);
                }
                self.push(Block::Heading { level, id, content });
            }
        }
    }

    fn push(&mut self, block: Block) {
        match self.containers.last_mut() {
            Some(container) => container.blocks.push(block),
            None => {
                self.root.push(block);
                let items = std::mem::take(&mut self.item_starts).into_iter();
                self.tree.places.push(Place {
                    line: self.block_line,
                    item_lines: items.map(|start| self.lines.line(start)).collect(),
                });
            }
        }
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
