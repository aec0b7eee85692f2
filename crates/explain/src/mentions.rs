//! The names that a message mentions. The entry point is [`mentions`].

/// The names in a message that look like code: with a dot, an underscore or parentheses,
/// in quotes, or written in several capitals. Each once, the longest first.
pub(crate) fn mentions(message: &str) -> Vec<&str> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    let mut names: Vec<&str> = Vec::new();
    let mut from = 0;
    for word in message.split(|letter: char| !is_name(letter)) {
        let start = from;
        let end = start + word.len();
        from = end + message.get(end..).map_or(0, separator);
        let name = word.trim_matches('.');
        if is_code(name, message.get(..start), message.get(end..)) && !names.contains(&name) {
            names.push(name);
        }
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// The length of the character at the beginning of a text.
fn separator(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn is_code(name: &str, before: Option<&str>, after: Option<&str>) -> bool {
    let is_quote = |letter: Option<char>| matches!(letter, Some('\'' | '"' | '`'));
    let is_quoted = is_quote(before.and_then(|text| text.chars().next_back()))
        && is_quote(after.and_then(|text| text.chars().next()));
    let is_called = after.is_some_and(|text| text.starts_with('('));
    let is_written = name.contains(['.', '_']) || has_inner_capital(name);
    let begins = name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
    name.len() > 1 && begins && (is_quoted || is_called || is_written)
}

/// Whether a word has a capital letter after its first, as `HTMLParser` has.
fn has_inner_capital(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_told_from_prose() {
        for (message, names) in [
            (
                "datetime.datetime.utcnow() is deprecated and scheduled for removal.",
                &["datetime.datetime.utcnow"][..],
            ),
            ("'count' is passed as positional argument", &["count"]),
            (
                "Use getLogger or HTMLParser, e.g. here",
                &["HTMLParser", "getLogger", "e.g"],
            ),
            ("the load_module() method is deprecated", &["load_module"]),
            ("is not what it was", &[]),
            ("ü.ä and 3.14", &["ü.ä"]),
        ] {
            assert_eq!(mentions(message), names, "{message}");
        }
    }
}
