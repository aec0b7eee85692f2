//! Which stretches of a text to mark because the query asks for them. The entry
//! point is [`Marks::in_text`].

use std::ops::Range;

/// What to mark: the words of a query as they were taken, in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    words: Vec<String>,
}

impl Marks {
    pub(super) fn add(&mut self, word: &str) {
        if !word.is_empty() && !self.words.iter().any(|known| known == word) {
            // The longest first, so that it is the one that is marked.
            let longer = |known: &String| known.len() >= word.len();
            let place = self.words.partition_point(longer);
            self.words.insert(place, word.to_owned());
        }
    }

    /// Whether there is nothing to highlight.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The stretches of a text that are asked for, in order, in bytes. A word
    /// is found at the beginning of one, whatever its case and its joints.
    pub fn in_text(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if self.words.is_empty() {
            return found;
        }
        let (mut before, mut covered) = (' ', 0);
        for (start, c) in text.char_indices() {
            let hump = before.is_ascii_lowercase() && c.is_ascii_uppercase();
            let begins = hump || !before.is_alphanumeric() || !c.is_alphanumeric();
            before = c;
            if start < covered || !begins {
                continue;
            }
            let rest = text.get(start..).unwrap_or_default();
            let longest = self.words.iter().find_map(|word| length_of(word, rest));
            if let Some(length) = longest {
                covered = start + length;
                found.push(start..covered);
            }
        }
        found
    }
}

/// How much of a text, from its beginning, is the word: `task_group` and
/// `Task group` are `taskgroup`.
fn length_of(word: &str, text: &str) -> Option<usize> {
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

    /// A text with what is marked in it between brackets.
    fn marked(words: &[&str], text: &str) -> String {
        let mut marks = Marks::default();
        words.iter().for_each(|word| marks.add(word));
        let mut out = text.to_owned();
        for range in marks.in_text(text).into_iter().rev() {
            out.insert(range.end, ']');
            out.insert(range.start, '[');
        }
        out
    }

    #[test]
    fn words_are_marked_where_they_begin() {
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
            assert_eq!(marked(words, text), expected, "{words:?}");
        }
    }
}
