//! Splits a source into its modules and converts offsets to positions. The entry point is
//! [`Source::new`].

use super::report::{Position, Span};
use ruff_text_size::{Ranged, TextRange};

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
}

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
            .text
            .get(start..offset)
            .map_or(0, |before| before.chars().count());
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
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
    let mut starts = vec![0];
    for (index, byte) in bytes.iter().enumerate() {
        let ends = match byte {
            b'\n' => true,
            b'\r' => bytes.get(index + 1) != Some(&b'\n'),
            _ => false,
        };
        if ends {
            starts.push(index + 1);
        }
    }
    starts
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
