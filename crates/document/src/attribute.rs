//! The syntax of attributes, in the braces of a heading or in a block below it.
//! The entry point is [`read_block`].

use super::{Code, Position};
use serde::{Deserialize, Serialize};

/// An attribute of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "docs/documents.md says what each means")]
pub enum Attribute {
    Kind,
    Status,
    Pep,
    Issue,
    Created,
    Area,
    Module,
    Name,
    Alias,
    Series,
    Removed,
    Removal,
    Deprecated,
    Impact,
    Break,
    Backport,
    Fix,
    Untested,
    Related,
    Url,
}

impl Attribute {
    /// All attributes.
    pub const ALL: &[Self] = &[
        Self::Kind,
        Self::Status,
        Self::Pep,
        Self::Issue,
        Self::Created,
        Self::Area,
        Self::Module,
        Self::Name,
        Self::Alias,
        Self::Series,
        Self::Removed,
        Self::Removal,
        Self::Deprecated,
        Self::Impact,
        Self::Break,
        Self::Backport,
        Self::Fix,
        Self::Untested,
        Self::Related,
        Self::Url,
    ];

    /// The code of diagnostics about its value.
    pub const fn code(self) -> Code {
        match self {
            Self::Kind => Code::Kind,
            Self::Status => Code::Status,
            Self::Pep => Code::Pep,
            Self::Issue => Code::Issue,
            Self::Created => Code::Created,
            Self::Area => Code::Area,
            Self::Module => Code::Module,
            Self::Name => Code::Name,
            Self::Alias => Code::Alias,
            Self::Series => Code::Series,
            Self::Removed => Code::Removed,
            Self::Removal => Code::Removal,
            Self::Deprecated => Code::Deprecated,
            Self::Impact => Code::Impact,
            Self::Break => Code::Break,
            Self::Backport => Code::Backport,
            Self::Fix => Code::Fix,
            Self::Untested => Code::Untested,
            Self::Related => Code::Related,
            Self::Url => Code::Url,
        }
    }

    /// Its key in documents.
    pub const fn key(self) -> &'static str {
        self.code().key()
    }

    /// The keys of all attributes.
    pub(super) fn keys() -> Vec<&'static str> {
        Self::ALL.iter().map(|attribute| attribute.key()).collect()
    }

    /// The attribute with a key.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|attribute| attribute.key() == key)
    }
}

/// One item of a comma-separated value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The item as written.
    pub text: String,
    /// Where it begins.
    pub position: Position,
}

/// An attribute of a heading, not validated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawAttribute {
    pub key: String,
    pub value: Option<String>,
    /// The position of the key.
    pub position: Position,
    /// The items of the value, if they were found in the source.
    pub words: Vec<Word>,
    pub form: Form,
}

impl RawAttribute {
    /// The position of the value, else of the key.
    pub(super) fn value_position(&self) -> Position {
        self.words
            .first()
            .map_or(self.position, |word| word.position)
    }
}

/// How an attribute is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `key=value` or a single word in the braces at the end of a heading.
    Braces,
    /// `key: value` on a line below the heading.
    Block,
}

/// A block of attributes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct AttributeBlock<'a> {
    pub attributes: Vec<RawAttribute>,
    /// Lines that are not attributes.
    pub malformed: Vec<(Position, &'a str)>,
    /// The text after the first empty line, with the number of its first line.
    pub rest: Option<(u32, &'a str)>,
}

/// Reads indented text directly below a heading as attributes, one per line up
/// to the first empty line; a line with more indentation continues the previous
/// one. `None` if it looks like a code example instead.
///
/// `indentation` returns the indentation of a line in characters, given its
/// number and its text.
pub(super) fn read_block(
    text: &str,
    first_line: u32,
    states_feature: bool,
    indentation: impl Fn(u32, &str) -> usize,
) -> Option<AttributeBlock<'_>> {
    let (opening, _) = key_and_value(text.lines().next()?)?;
    let mut block = AttributeBlock::default();
    let mut is_known = states_feature && !opening.is_empty();
    let mut end = 0;
    for (line, text_of_line) in (first_line..).zip(text.split_inclusive('\n')) {
        if text_of_line.trim().is_empty() {
            let rest = text.get(end..).unwrap_or_default();
            block.rest = rest_of(rest, line);
            break;
        }
        end += text_of_line.len();
        let text_of_line = text_of_line.trim_end();
        let start = Position::line(line).right(indentation(line, text_of_line));
        let continued = block.attributes.last_mut();
        if text_of_line.starts_with([' ', '\t'])
            && let Some(attribute) = continued
        {
            let more = text_of_line.trim_start();
            let position = start.right(text_of_line.chars().count() - more.chars().count());
            attribute.words.extend(words_at(more, position));
            let value = attribute.value.get_or_insert_default();
            value.push(' ');
            value.push_str(more);
        } else if let Some((key, value)) = key_and_value(text_of_line) {
            is_known |= Attribute::of_key(key).is_some();
            let before = text_of_line.chars().count() - value.chars().count();
            block.attributes.push(RawAttribute {
                key: key.to_owned(),
                value: Some(value.to_owned()),
                position: start,
                words: words_at(value, start.right(before)),
                form: Form::Block,
            });
        } else {
            block.malformed.push((start, text_of_line.trim()));
        }
    }
    is_known.then_some(block)
}

/// The key and value of a line such as `area: language`.
pub(super) fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_word = key
        .bytes()
        .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_'));
    let is_separated = value.is_empty() || value.starts_with(char::is_whitespace);
    (is_word && is_separated && !key.is_empty()).then_some((key, value.trim()))
}

/// The comma-separated items of a value that begins at a position.
pub(super) fn words_at(value: &str, position: Position) -> Vec<Word> {
    let mut words = Vec::new();
    let mut before = 0;
    for part in value.split(',') {
        let text = part.trim();
        if !text.is_empty() {
            let blank = part.chars().take_while(|c| c.is_whitespace()).count();
            words.push(Word {
                text: text.to_owned(),
                position: position.right(before + blank),
            });
        }
        before += part.chars().count() + 1;
    }
    words
}

/// Skips empty lines and returns the rest with its line number, if any.
fn rest_of(text: &str, first_line: u32) -> Option<(u32, &str)> {
    let mut rest = text;
    let mut line = first_line;
    while let Some((first, after)) = rest.split_once('\n')
        && first.trim().is_empty()
    {
        rest = after;
        line = line.saturating_add(1);
    }
    (!rest.trim().is_empty()).then_some((line, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(block: &AttributeBlock<'_>) -> Vec<(u32, String, String)> {
        let attributes = block.attributes.iter();
        attributes
            .map(|raw| {
                let value = raw.value.clone().unwrap_or_default();
                (raw.position.line, raw.key.clone(), value)
            })
            .collect()
    }

    fn read(text: &str, first_line: u32, states_feature: bool) -> Option<AttributeBlock<'_>> {
        read_block(text, first_line, states_feature, |_, _| 4)
    }

    #[test]
    fn lines_are_attributes_up_to_the_first_empty_one() {
        let text = "area: language\nname: a.b,\n  c.d\nurl: #x: y\n\n\nprint(1)\n";
        let block = read(text, 5, false).expect("a block");
        assert_eq!(
            attributes(&block),
            [
                (5, "area".to_owned(), "language".to_owned()),
                (6, "name".to_owned(), "a.b, c.d".to_owned()),
                (8, "url".to_owned(), "#x: y".to_owned()),
            ]
        );
        assert_eq!(block.rest, Some((11, "print(1)\n")));
        assert_eq!(block.malformed, []);
    }

    #[test]
    fn every_word_of_a_value_knows_its_place() {
        let block = read("name:  a.b ,, c\n  d,\nalias: é, f\n", 5, false).expect("a block");
        let words = block.attributes.iter().flat_map(|raw| &raw.words);
        let places: Vec<_> = words
            .map(|word| (word.text.as_str(), word.position.line, word.position.column))
            .collect();
        assert_eq!(
            places,
            [
                ("a.b", 5, 12),
                ("c", 5, 19),
                ("d", 6, 7),
                ("é", 7, 12),
                ("f", 7, 15)
            ]
        );
        assert_eq!(
            block.attributes[0].position,
            Position { line: 5, column: 5 }
        );
    }

    #[test]
    fn an_example_is_not_a_block() {
        for text in [
            "",
            "print(1)\n",
            "host: a\n",
            "https://area: x\n",
            "a b: c\n",
        ] {
            assert_eq!(read(text, 1, false), None, "{text}");
        }
        assert!(read("host: a\narea: tools\n", 1, false).is_some());
        assert!(read("hots: a\n", 1, true).is_some());
    }

    #[test]
    fn the_key_of_every_attribute_leads_back_to_it() {
        for attribute in Attribute::ALL {
            assert_eq!(Attribute::of_key(attribute.key()), Some(*attribute));
        }
    }
}
