//! The names of features other than their titles. No list shows them, so they
//! are loaded with the search or when a feature is opened. The entry point is
//! [`NameList`].

use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// The names of one feature.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Qualified names that it concerns, such as `str.removeprefix`.
    pub qualified: Vec<String>,
    /// Other search terms for it, such as `walrus`.
    pub aliases: Vec<String>,
}

/// The names of all features, in the order of the features. In the bundle they
/// are lines of text, which compress better than length-prefixed strings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Lines", into = "Lines")]
pub struct NameList(Vec<Names>);

/// One line for each feature, with a [`SEPARATOR`] after every name.
#[derive(Serialize, Deserialize)]
struct Lines {
    qualified: String,
    aliases: String,
}

/// Occurs in no name: control characters in names are replaced by spaces.
const SEPARATOR: char = '\t';

impl Deref for NameList {
    type Target = [Names];

    fn deref(&self) -> &[Names] {
        &self.0
    }
}

impl From<Vec<Names>> for NameList {
    fn from(names: Vec<Names>) -> Self {
        Self(names)
    }
}

impl From<NameList> for Lines {
    fn from(NameList(names): NameList) -> Self {
        let lines = |of: fn(&Names) -> &[String]| {
            let mut text = String::new();
            for names in &names {
                for name in of(names) {
                    text.extend(name.chars().map(|c| if c.is_control() { ' ' } else { c }));
                    text.push(SEPARATOR);
                }
                text.push('\n');
            }
            text
        };
        Self {
            qualified: lines(|names| &names.qualified),
            aliases: lines(|names| &names.aliases),
        }
    }
}

impl From<Lines> for NameList {
    fn from(lines: Lines) -> Self {
        let names = |line: &str| {
            let names = line.split_terminator(SEPARATOR).map(str::to_owned);
            names.collect::<Vec<String>>()
        };
        let pairs = lines.qualified.lines().zip(lines.aliases.lines());
        let features = pairs.map(|(qualified, aliases)| Names {
            qualified: names(qualified),
            aliases: names(aliases),
        });
        Self(features.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(qualified: &[&str], aliases: &[&str]) -> Names {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Names {
            qualified: owned(qualified),
            aliases: owned(aliases),
        }
    }

    #[test]
    fn names_are_lines_and_lines_are_names() {
        let list = NameList(vec![
            names(&["str.removeprefix", "str.removesuffix"], &["cut off"]),
            names(&[], &[]),
            names(&[], &["ü", "walrus"]),
        ]);
        assert_eq!(NameList::from(Lines::from(list.clone())), list);
    }

    #[test]
    fn a_line_feed_in_a_name_moves_no_other() {
        let list = NameList(vec![names(&["a\nb\tc"], &[]), names(&["d"], &[])]);
        let read = NameList::from(Lines::from(list));
        assert_eq!(read[0].qualified, ["a b c"]);
        assert_eq!(read[1].qualified, ["d"]);
    }
}
