//! Attributes of features as they are written, in the braces of a heading or in
//! a block below it. The entry point is [`read_block`].

/// Every attribute there is.
pub(super) const NAMES: &[&str] = &[
    "kind",
    "status",
    "pep",
    "issue",
    "created",
    "area",
    "module",
    "name",
    "alias",
    "series",
    "removed",
    "removal",
    "deprecated",
    "impact",
    "related",
    "url",
];

/// An attribute of a heading, whatever it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawAttribute {
    pub key: String,
    pub value: Option<String>,
    /// Counted from 1, front matter included.
    pub line: u32,
    pub form: Form,
}

/// How an attribute is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `key=value` in the braces at the end of a heading, or a word alone.
    Braces,
    /// `key: value` on a line below it.
    Block,
}

/// A block of attributes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct AttributeBlock<'a> {
    pub attributes: Vec<RawAttribute>,
    /// The lines that are not attributes.
    pub malformed: Vec<(u32, &'a str)>,
    /// What follows the first empty line, and the line it starts on.
    pub rest: Option<(u32, &'a str)>,
}

/// Reads indented text directly below a heading as attributes, one on each line
/// up to the first empty one; a line that is indented further continues the one
/// above. `None` if it does not look like them: an example may stand there too.
pub(super) fn read_block(
    text: &str,
    first_line: u32,
    states_feature: bool,
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
        let continued = block.attributes.last_mut();
        if text_of_line.starts_with([' ', '\t'])
            && let Some(value) = continued.and_then(|attribute| attribute.value.as_mut())
        {
            value.push(' ');
            value.push_str(text_of_line.trim());
        } else if let Some((key, value)) = key_and_value(text_of_line) {
            is_known |= NAMES.contains(&key);
            block.attributes.push(RawAttribute {
                key: key.to_owned(),
                value: Some(value.to_owned()),
                line,
                form: Form::Block,
            });
        } else {
            block.malformed.push((line, text_of_line.trim()));
        }
    }
    is_known.then_some(block)
}

/// The parts of a line such as `area: language`.
pub(super) fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_word = key
        .bytes()
        .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_'));
    let is_parted = value.is_empty() || value.starts_with(char::is_whitespace);
    (is_word && is_parted && !key.is_empty()).then_some((key, value.trim()))
}

/// The text after empty lines, the first of which has a number.
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
                (raw.line, raw.key.clone(), value)
            })
            .collect()
    }

    #[test]
    fn lines_are_attributes_up_to_the_first_empty_one() {
        let text = "area: language\nname: a.b,\n  c.d\nurl: #x: y\n\n\nprint(1)\n";
        let block = read_block(text, 5, false).expect("a block");
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
    fn an_example_is_not_a_block() {
        for text in [
            "",
            "print(1)\n",
            "host: a\n",
            "https://area: x\n",
            "a b: c\n",
        ] {
            assert_eq!(read_block(text, 1, false), None, "{text}");
        }
        assert!(read_block("host: a\narea: tools\n", 1, false).is_some());
        assert!(read_block("hots: a\n", 1, true).is_some());
    }
}
