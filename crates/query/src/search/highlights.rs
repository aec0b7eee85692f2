//! Highlights: the occurrences of the searched words in a text. The entry point is
//! [`Highlights::in_text`].

use std::ops::Range;

/// The words to highlight, in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlights {
    /// Longest first.
    words: Vec<String>,
}

impl Highlights {
    pub(super) fn add(&mut self, word: &str) {
        if !word.is_empty() && !self.words.iter().any(|known| known == word) {
            let longer = |known: &String| known.len() >= word.len();
            let index = self.words.partition_point(longer);
            self.words.insert(index, word.to_owned());
        }
    }

    /// The ranges of a text to highlight, in order, in bytes. A searched word matches the
    /// beginning of a word in the text, ignoring case and joints such as `_`. The longest
    /// match is highlighted.
    pub fn in_text(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if self.words.is_empty() {
            return found;
        }
        let (mut before, mut covered) = (' ', 0);
        for (start, c) in text.char_indices() {
            let is_camel_case = before.is_ascii_lowercase() && c.is_ascii_uppercase();
            let begins_word = is_camel_case || !before.is_alphanumeric() || !c.is_alphanumeric();
            before = c;
            if start < covered || !begins_word {
                continue;
            }
            let rest = text.get(start..).unwrap_or_default();
            let longest = self.words.iter().find_map(|word| prefix_length(word, rest));
            if let Some(length) = longest {
                covered = start + length;
                found.push(start..covered);
            }
        }
        found
    }
}

/// The length of the word at the beginning of a text, ignoring case and joints:
/// `task_group` and `Task group` match `taskgroup`. `None` if the text does not begin with
/// the word.
fn prefix_length(word: &str, text: &str) -> Option<usize> {
    let mut wanted = word.chars().peekable();
    let mut length = 0;
    let mut joints = 0;
    for c in text.chars() {
        let Some(next) = wanted.peek() else { break };
        if c.to_ascii_lowercase() == *next || *next == '"' && c == '\'' {
            wanted.next();
            joints = 0;
        } else if length > 0 && matches!(c, ' ' | '_' | '-' | '.') && joints == 0 {
            joints = 1;
        } else {
            return None;
        }
        length += c.len_utf8();
    }
    (wanted.peek().is_none() && length > 0).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with its highlights in brackets.
    fn highlighted(words: &[&str], text: &str) -> String {
        let mut highlights = Highlights::default();
        words.iter().for_each(|word| highlights.add(word));
        let mut out = text.to_owned();
        for range in highlights.in_text(text).into_iter().rev() {
            out.insert(range.end, ']');
            out.insert(range.start, '[');
        }
        out
    }

    #[test]
    fn the_beginnings_of_words_are_highlighted() {
        for (words, text, expected) in [
            (
                &["task", "group"][..],
                "asyncio.TaskGroup",
                "asyncio.[Task][Group]",
            ),
            (
                &["taskgroup", "task"],
                "Task groups, a task",
                "[Task group]s, a [task]",
            ),
            (&["match"], "fnmatch and re.match", "fnmatch and re.[match]"),
            (&[":="], "with `:=` (walrus)", "with `[:=]` (walrus)"),
            (&["except*"], "`except*`, except", "`[except*]`, except"),
            (&["ünï"], "Ünï ünï", "Ünï [ünï]"),
            (&["a"], "", ""),
            (&[], "a", "a"),
        ] {
            assert_eq!(highlighted(words, text), expected, "{words:?}");
        }
    }
}
