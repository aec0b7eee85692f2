//! Writes blocks as Markdown. The entry point is [`write`].

use document::{Block, Inline, RepairPart};
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Tag,
    TagEnd,
};
use pulldown_cmark_to_cmark::{
    DEFAULT_CODE_BLOCK_TOKEN_COUNT, Error, Options as OutputOptions, cmark_with_options,
};

/// The extensions of CommonMark that documents are written in.
const EXTENSIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// The text of blocks, ending in a line feed. `address` returns the address of a link to
/// write, or `None` to write only the text of the link.
///
/// # Errors
///
/// If there is no Markdown that would be read as these blocks.
pub(super) fn write(
    blocks: &[Block],
    address: &dyn Fn(&str) -> Option<String>,
) -> Result<String, Error> {
    let mut events = Events {
        list: Vec::new(),
        address,
    };
    events.blocks(blocks);
    let mut text = String::new();
    let options = OutputOptions {
        list_token: '-',
        code_block_token_count: DEFAULT_CODE_BLOCK_TOKEN_COUNT,
        ..OutputOptions::default()
    };
    cmark_with_options(events.list.iter(), &mut text, EXTENSIONS, options)?;
    text.truncate(text.trim_end().len());
    text.push('\n');
    Ok(text)
}

/// The events of a parser that would have read the text.
struct Events<'a> {
    list: Vec<Event<'static>>,
    address: &'a dyn Fn(&str) -> Option<String>,
}

impl Events<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        let is_claim = |block: &Block| matches!(block, Block::Claim { .. });
        // Lists that follow each other would be one.
        for run in blocks.chunk_by(|one, other| is_claim(one) && is_claim(other)) {
            if run.iter().all(is_claim) {
                self.list(None, run, Self::claim);
            } else {
                run.iter().for_each(|block| self.block(block));
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, content, .. } => {
                let level = usize::from(*level).clamp(1, 6);
                let level = HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6);
                let tag = Tag::Heading {
                    level,
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                };
                self.around(tag, |events| events.inlines(content));
            }
            Block::Paragraph(content) => {
                self.around(Tag::Paragraph, |events| events.inlines(content));
            }
            // In a list without empty lines, no item has paragraphs.
            Block::List { start, items } if items.iter().all(|item| is_tight(item)) => {
                self.list(*start, items, |events, item| {
                    if let [Block::Paragraph(content), rest @ ..] = item.as_slice() {
                        events.inlines(content);
                        events.blocks(rest);
                    }
                });
            }
            Block::List { start, items } => {
                self.list(*start, items, |events, item| events.blocks(item));
            }
            Block::Claim { .. } => self.blocks(std::slice::from_ref(block)),
            Block::Code { language, text } => self.code(language, text),
            Block::Repair(part) => self.repair(part),
            Block::Quote(inner) => {
                let kind = None::<BlockQuoteKind>;
                self.around(Tag::BlockQuote(kind), |events| events.blocks(inner));
            }
            Block::Table { head, rows } => self.table(head, rows),
            Block::Rule => self.list.push(Event::Rule),
        }
    }

    fn list<T>(&mut self, start: Option<u64>, items: &[T], item: impl Fn(&mut Self, &T)) {
        self.around(Tag::List(start), |events| {
            for one in items {
                events.around(Tag::Item, |events| item(events, one));
            }
        });
    }

    /// A claim, with its verdict below it.
    fn claim(&mut self, claim: &Block) {
        let Block::Claim {
            text,
            verdict,
            evidence,
        } = claim
        else {
            return;
        };
        self.inlines(text);
        self.list(None, &[evidence], |events, evidence| {
            let label = format!("{}.", verdict.label());
            events.inlines(&[Inline::Strong(vec![Inline::Text(label)])]);
            events.text(" ");
            events.inlines(evidence);
        });
    }

    fn repair(&mut self, part: &RepairPart) {
        let (label, language, text) = match part {
            RepairPart::Before(listing) => {
                ("Before".to_owned(), &*listing.language, &*listing.text)
            }
            RepairPart::Seen(seen) => {
                let label = format!("What you will see ({})", seen.versions.in_words());
                (label, "text", &*seen.value)
            }
            RepairPart::After(after) => {
                let label = format!("After ({})", after.versions.in_words());
                (label, &*after.value.language, &*after.value.text)
            }
        };
        if text.is_empty() {
            let text = format!("{label}: no message");
            self.block(&Block::Paragraph(vec![Inline::Text(text)]));
            return;
        }
        self.block(&Block::Paragraph(vec![Inline::Text(format!("{label}:"))]));
        self.code(language, text);
    }

    fn code(&mut self, language: &str, text: &str) {
        let kind = CodeBlockKind::Fenced(CowStr::from(language.to_owned()));
        // A fence has to be on a line of its own.
        let text = format!("{}\n", text.trim_end_matches('\n'));
        self.around(Tag::CodeBlock(kind), |events| events.text(&text));
    }

    fn table(&mut self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        let alignments = vec![Alignment::None; head.len()];
        let cells = |events: &mut Self, cells: &[Vec<Inline>]| {
            for cell in cells {
                events.around(Tag::TableCell, |events| events.inlines(cell));
            }
        };
        self.around(Tag::Table(alignments), |events| {
            events.around(Tag::TableHead, |events| cells(events, head));
            for row in rows {
                events.around(Tag::TableRow, |events| cells(events, row));
            }
        });
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.text_lines(text),
                Inline::Code(text) => self.list.push(Event::Code(text.clone().into())),
                Inline::Emphasis(inner) => {
                    self.around(Tag::Emphasis, |events| events.inlines(inner));
                }
                Inline::Strong(inner) => self.around(Tag::Strong, |events| events.inlines(inner)),
                Inline::Strikethrough(inner) => {
                    self.around(Tag::Strikethrough, |events| events.inlines(inner));
                }
                Inline::Link { url, content } => match (self.address)(url) {
                    Some(url) => {
                        let tag = Tag::Link {
                            link_type: LinkType::Inline,
                            dest_url: url.into(),
                            title: CowStr::from(""),
                            id: CowStr::from(""),
                        };
                        self.around(tag, |events| events.inlines(content));
                    }
                    None => self.inlines(content),
                },
                Inline::Break => self.list.push(Event::HardBreak),
            }
        }
    }

    /// A text, whose line feeds are soft line breaks.
    fn text_lines(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.list.push(Event::SoftBreak);
            }
            self.text(line);
        }
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.list.push(Event::Text(text.to_owned().into()));
        }
    }

    fn around(&mut self, tag: Tag<'static>, inner: impl FnOnce(&mut Self)) {
        let end: TagEnd = tag.to_end();
        self.list.push(Event::Start(tag));
        inner(self);
        self.list.push(Event::End(end));
    }
}

/// Whether an item is a paragraph, perhaps with lists below it.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [Block::Paragraph(_), rest @ ..] => rest
            .iter()
            .all(|block| matches!(block, Block::List { .. } | Block::Claim { .. })),
        _ => false,
    }
}
