//! Splits a source into its modules and converts offsets to positions. The entry point is
//! [`Source::new`].

use super::report::{Position, Span};
use memchr::memchr2_iter;
use ruff_text_size::{Ranged, TextRange};
use std::iter;
use std::ops::Range;

/// The maximum length of a source that is analysed, in bytes: 1 MiB.
pub const SOURCE_LIMIT: usize = 1 << 20;

/// The maximum length of a line that is quoted in a finding, in characters.
const QUOTE_LIMIT: usize = 200;

/// A source and its modules.
#[derive(Debug)]
pub struct Source<'a> {
    pub(super) modules: Vec<Module<'a>>,
    /// The length of the byte order mark, which is not counted in columns.
    mark: usize,
    text: &'a str,
    /// The offset of each line's first byte.
    line_starts: Vec<usize>,
    /// The number of characters before each block of [`BLOCK`] bytes; none if all of the text
    /// is ASCII.
    characters_before: Vec<usize>,
}

/// The length of a block, in bytes. Columns in a line of any length are counted from the
/// beginning of a block.
const BLOCK: usize = 1024;

/// One module of a source.
#[derive(Debug)]
pub(super) struct Module<'a> {
    /// The dotted name for imports, or `__main__`.
    pub name: String,
    pub text: &'a str,
    /// The offset of `text` in the source.
    offset: usize,
}

impl<'a> Source<'a> {
    /// Splits a source at its `# file:` comments.
    pub(crate) fn new(text: &'a str) -> Self {
        let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let line_starts = line_starts(text);
        let modules = modules(text, mark, &line_starts);
        Self {
            modules,
            mark,
            text,
            characters_before: characters_before(text),
            line_starts,
        }
    }

    /// A source that is one module, whatever its comments say.
    pub fn single(text: &'a str) -> Self {
        let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self {
            modules: vec![Module {
                name: "__main__".to_owned(),
                text: text.get(mark..).unwrap_or_default(),
                offset: mark,
            }],
            mark,
            text,
            line_starts: line_starts(text),
            characters_before: characters_before(text),
        }
    }

    /// The position of an offset in bytes in the first module.
    pub fn position_of(&self, offset: u32) -> Position {
        match self.modules.first() {
            Some(module) => self.position(module, offset as usize),
            None => Position { line: 1, column: 1 },
        }
    }

    /// The position of an offset in a module.
    pub(crate) fn position(&self, module: &Module, offset: impl Into<usize>) -> Position {
        let offset = (module.offset + offset.into()).min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_start(line);
        let column = self
            .characters(offset)
            .saturating_sub(self.characters(start));
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        }
    }

    /// The number of characters before an offset.
    fn characters(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        match self.characters_before.get(block) {
            Some(before) => before + characters(self.text.as_bytes(), block * BLOCK..offset),
            None => offset,
        }
    }

    /// The span of a node or range in a module.
    pub(crate) fn span(&self, module: &Module, ranged: impl Ranged) -> Span {
        let range: TextRange = ranged.range();
        Span {
            start: self.position(module, range.start()),
            end: self.position(module, range.end()),
        }
    }

    /// The text of a line, which is counted from 1, without its line end and truncated to
    /// [`QUOTE_LIMIT`] characters.
    pub fn quote(&self, line: u32) -> String {
        let line = line as usize;
        let end = self
            .line_starts
            .get(line)
            .copied()
            .unwrap_or(self.text.len());
        self.text
            .get(self.line_start(line)..end)
            .unwrap_or_default()
            .trim_end_matches(['\n', '\r'])
            .chars()
            .take(QUOTE_LIMIT)
            .collect()
    }

    fn line_start(&self, line: usize) -> usize {
        let start = line
            .checked_sub(1)
            .and_then(|index| self.line_starts.get(index))
            .copied()
            .unwrap_or(0);
        start.max(self.mark)
    }
}

impl Module<'_> {
    /// The text of a node; empty if the range is not in this module.
    pub(crate) fn slice(&self, ranged: impl Ranged) -> &str {
        let range = ranged.range();
        self.text
            .get(range.start().to_usize()..range.end().to_usize())
            .unwrap_or_default()
    }
}

/// The offsets of all lines. Python's line ends are a line feed, a carriage return, or both.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = memchr2_iter(b'\n', b'\r', bytes).filter(|end| {
        !bytes
            .get(*end..)
            .is_some_and(|rest| rest.starts_with(b"\r\n"))
    });
    iter::once(0).chain(ends.map(|end| end + 1)).collect()
}

/// The number of characters that begin in a range of bytes.
fn characters(bytes: &[u8], range: Range<usize>) -> usize {
    let bytes = bytes.get(range).unwrap_or_default().iter();
    bytes.filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

fn characters_before(text: &str) -> Vec<usize> {
    if text.is_ascii() {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let mut before = vec![0];
    let mut sum = 0;
    for block in bytes.chunks(BLOCK) {
        sum += characters(block, 0..block.len());
        before.push(sum);
    }
    before
}

fn modules<'a>(text: &'a str, mark: usize, line_starts: &[usize]) -> Vec<Module<'a>> {
    let mut modules = Vec::new();
    let mut name = "__main__".to_owned();
    let mut offset = mark;
    let ends = line_starts.iter().skip(1).copied().chain([text.len()]);
    for (start, end) in line_starts.iter().copied().zip(ends) {
        let line = text.get(start.max(mark)..end).unwrap_or_default();
        if let Some(next) = module_name(line) {
            push_module(&mut modules, name, text.get(offset..start), offset);
            name = next;
            offset = end;
        }
    }
    push_module(&mut modules, name, text.get(offset..), offset);
    modules
}

fn push_module<'a>(
    modules: &mut Vec<Module<'a>>,
    name: String,
    text: Option<&'a str>,
    offset: usize,
) {
    let text = text.unwrap_or_default();
    // If there are only comments before the first file, they are not a module.
    let blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    modules.push(Module { name, text, offset });
    if modules.len() == 2
        && modules
            .first()
            .is_some_and(|main| main.text.lines().all(blank))
    {
        modules.remove(0);
    }
}

/// The name of the module that a comment such as `# file: package/module.py` begins.
fn module_name(line: &str) -> Option<String> {
    let path = line.strip_prefix('#')?.trim().strip_prefix("file:")?.trim();
    let path = path.strip_suffix(".py")?;
    let path = path.strip_suffix("/__init__").unwrap_or(path);
    let is_identifier = |part: &str| {
        part.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    path.split('/')
        .all(is_identifier)
        .then(|| path.replace('/', "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters_however_long_the_line_is() {
        for text in [
            "\u{feff}é = 'ñ'\n漢 = [".to_owned() + &"'é', 'a', ".repeat(1000) + "]\nx",
            "x = [".to_owned() + &"1, ".repeat(2000) + "]\nx",
            "é".repeat(BLOCK / 2),
        ] {
            let source = Source::single(&text);
            let whole = source.modules.first().expect("a module").text;
            let ends = whole.char_indices().map(|(at, _)| at).chain([whole.len()]);
            for at in ends {
                let before = &whole[..at];
                let line = before.rsplit('\n').next().unwrap_or_default();
                let expected = Position {
                    line: u32::try_from(before.matches('\n').count() + 1).expect("a line"),
                    column: u32::try_from(line.chars().count() + 1).expect("a column"),
                };
                let at = u32::try_from(at).expect("an offset");
                assert_eq!(source.position_of(at), expected, "{at}");
            }
        }
    }
}
