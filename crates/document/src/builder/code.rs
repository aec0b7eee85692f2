//! Code blocks. The entry point is [`CodeBuilder`].

use crate::repair::Role;
use crate::{Block, Listing, markdown};
use pulldown_cmark::CodeBlockKind;
use terms::TermError;

/// A code block that is being built.
pub(super) struct CodeBuilder {
    language: String,
    text: String,
    /// Its place in a repair sheet.
    role: Option<Role>,
    /// Why it has no place in a sheet, although the words after its language give it one.
    pub problem: Option<TermError>,
    /// Whether it has a closing fence or needs none.
    pub is_closed: bool,
    /// Whether it is indented rather than fenced.
    pub is_indented: bool,
}

impl CodeBuilder {
    /// Begins a code block; `source` is all of its source text.
    pub(super) fn new(kind: &CodeBlockKind<'_>, source: &str) -> Self {
        let (info, is_closed) = match kind {
            CodeBlockKind::Fenced(info) => (markdown::with_html(info), is_fence_closed(source)),
            CodeBlockKind::Indented => ("".into(), true),
        };
        // A language is one word. Text after it gives a place in a repair sheet, or is a
        // mistake and kept as the first line.
        let (language, rest) = info.split_once([' ', ',', '\t']).unwrap_or((&info, ""));
        let (role, problem) = match Role::read(rest.trim()).transpose() {
            Ok(role) => (role, None),
            Err(error) => (None, Some(error)),
        };
        let text = match rest.trim() {
            "" => String::new(),
            _ if role.is_some() => String::new(),
            rest => format!("{rest}\n"),
        };
        Self {
            language: language.to_owned(),
            text,
            role,
            problem,
            is_closed,
            is_indented: matches!(kind, CodeBlockKind::Indented),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(&markdown::with_html(text));
    }

    pub(super) fn finish(self) -> Block {
        let Self { language, text, .. } = self;
        match self.role {
            Some(role) => Block::Repair(role.part(Listing { language, text })),
            None => Block::Code { language, text },
        }
    }
}

/// Whether the source of a fenced code block ends with a fence. Markdown
/// implicitly closes an open fence at the end of the text or list item.
pub(super) fn is_fence_closed(source: &str) -> bool {
    let fence: String = source
        .chars()
        .take_while(|c| matches!(c, '`' | '~'))
        .collect();
    let Some((_, rest)) = source.split_once('\n') else {
        return false;
    };
    rest.trim_end()
        .lines()
        .next_back()
        .map(|line| line.trim_start_matches([' ', '\t', '>']))
        .is_some_and(|line| {
            line.starts_with(&fence) && line.trim_start_matches(['`', '~']).is_empty()
        })
}

#[cfg(test)]
mod tests {
    use super::is_fence_closed;

    #[test]
    fn a_fence_is_closed_by_its_like() {
        assert!(is_fence_closed("```python\nx\n```\n"));
        assert!(is_fence_closed("~~~~\nx\n> ~~~~~  "));
        assert!(is_fence_closed("```\n```"));
        for open in ["```", "```\nx\n", "````\nx\n```\n", "```\nx\n~~~", "```\n"] {
            assert!(!is_fence_closed(open), "{open:?}");
        }
    }
}
