//! What a line of code shows of its syntax, each as a question. [`crate::constructs`] asks them.

/// Whether the exceptions of an `except` are not in parentheses.
pub(crate) fn is_bare(line: &str) -> bool {
    !line.contains('(')
}

/// Whether a line begins a block with a soft keyword, or has such a beginning in a sentence.
pub(crate) fn is_block(line: &str, keyword: &str) -> bool {
    let is_line = line.starts_with(keyword) && line.trim_end().ends_with(':');
    let is_quoted = |(at, _): (usize, &str)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let rest = line.get(at + keyword.len()..).unwrap_or_default();
        let subject = rest.split(' ').next().unwrap_or_default();
        before == Some(' ') && subject.len() > 1 && subject.ends_with(':')
    };
    is_line || line.match_indices(keyword).any(is_quoted)
}

/// Whether a line has a string with this prefix, in either case.
pub(crate) fn has_string(line: &str, prefix: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    ['"', '\''].iter().any(|quote| {
        lower
            .match_indices(&format!("{prefix}{quote}"))
            .any(|(at, _)| {
                let before = lower.get(..at).and_then(|text| text.chars().next_back());
                before.is_none_or(|letter| {
                    !letter.is_alphanumeric() && letter != '_' && letter != *quote
                })
            })
    })
}

/// Whether a line begins a function or class with type parameters.
pub(crate) fn has_type_parameters(line: &str) -> bool {
    let rest = line
        .strip_prefix("def ")
        .or_else(|| line.strip_prefix("async def "))
        .or_else(|| line.strip_prefix("class "));
    rest.is_some_and(|rest| {
        let name = rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
        name.and_then(|end| rest.get(end..))
            .is_some_and(|rest| rest.starts_with('['))
    })
}

/// Whether a field of a formatted string has the quotes of the string in it.
pub(crate) fn has_nested_quotes(line: &str) -> bool {
    ['"', '\''].iter().any(|quote| {
        let Some(at) = line.find(&format!("f{quote}")) else {
            return false;
        };
        let rest = line.get(at + 2..).unwrap_or_default();
        let field = rest.find('{').and_then(|start| {
            let quote_before = rest.get(..start)?.contains(*quote);
            (!quote_before).then(|| rest.get(start..)).flatten()
        });
        let end = field.and_then(|field| field.find('}'));
        field
            .zip(end)
            .and_then(|(field, end)| field.get(..end))
            .is_some_and(|field| field.contains(*quote))
    })
}

/// Whether a line uses a keyword as the name of a function, a parameter, an attribute or a
/// module.
pub(crate) fn has_identifier(line: &str, name: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        let after = line.get(at + name.len()..).unwrap_or_default();
        let is_word = !before.ends_with(is_name) && !after.starts_with(is_name);
        let is_declared = [".", "def ", "import ", "as ", "class "]
            .iter()
            .any(|words| before.ends_with(words));
        let is_value = after.trim_start().starts_with(['=', ',', ')', ':']);
        is_word && (is_declared || is_value)
    })
}

/// Whether a display or a call unpacks a mapping in braces, or two of a kind.
pub(crate) fn has_several_unpackings(line: &str) -> bool {
    let is_call = !line.starts_with("def ") && !line.starts_with("lambda ");
    line.contains("{**")
        || line.contains("[*")
        || is_call && line.contains("(**") && line.contains(", **")
        || is_call && line.contains("(*") && line.contains(", *")
}

/// Whether a line assigns to several targets of which one has an asterisk.
pub(crate) fn has_starred_target(line: &str) -> bool {
    let targets = line.split_once(" = ").map_or("", |(targets, _)| targets);
    targets.contains(',') && (targets.starts_with('*') || targets.contains(", *"))
}

/// Whether a call has a parameter of `print`.
pub(crate) fn has_print_parameter(line: &str) -> bool {
    ["end=", "sep=", "file=", "flush="]
        .iter()
        .any(|name| line.contains(name))
}

/// Whether the first word after `raise` is followed by a comma, as in `raise E, "words"`.
pub(crate) fn is_class_with_comma(line: &str) -> bool {
    let rest = line.trim_start_matches("raise ");
    let end = rest.find(|letter: char| !(letter.is_alphanumeric() || "_.".contains(letter)));
    end.and_then(|end| rest.get(end..))
        .is_some_and(|rest| rest.starts_with(", "))
}

/// Whether a line has a number of which its digits and the letter after it tell something.
pub(crate) fn has_number(line: &str, tells: impl Fn(&str, Option<char>) -> bool) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    line.split(|letter| !is_part(letter)).any(|word| {
        let end = word.find(|letter: char| !letter.is_ascii_digit());
        let digits = word.get(..end.unwrap_or(word.len())).unwrap_or_default();
        let rest = word.get(digits.len()..).unwrap_or_default();
        let mut after = rest.chars();
        let next = after.next();
        !digits.is_empty() && after.next().is_none() && tells(digits, next)
    })
}

/// Whether digits are an octal number as Python 2 writes it: `0755`.
pub(crate) fn is_octal_of_python_2(digits: &str) -> bool {
    digits.len() > 1
        && digits.starts_with('0')
        && digits.contains(|digit| digit != '0')
        && digits.chars().all(|digit| ('0'..'8').contains(&digit))
}

/// Whether the parameters of a function have one in parentheses.
pub(crate) fn has_tuple(line: &str) -> bool {
    let parameters = line.split_once('(').map_or("", |(_, rest)| rest);
    parameters.starts_with('(') || parameters.contains(", (") && !parameters.contains('=')
}

/// Whether a line has a number with underscores between its digits.
pub(crate) fn has_grouped_digits(line: &str) -> bool {
    let bytes = line.as_bytes();
    let mut from = 0;
    while let Some(at) = line.get(from..).and_then(|rest| rest.find('_')) {
        let at = from + at;
        let digits = line.get(..at).map(|before| {
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let is_number = start < at;
            let first = before
                .get(..start)
                .and_then(|text| text.chars().next_back());
            is_number && first.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
        });
        let is_followed = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if digits == Some(true) && is_followed {
            return true;
        }
        from = at + 1;
    }
    false
}

/// Whether a line annotates a variable and gives it a value.
pub(crate) fn is_annotated(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(": ") else {
        return false;
    };
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "_.".contains(letter));
    let is_keyword = ["else", "try", "finally", "lambda", "SyntaxError"].contains(&name);
    is_name && !is_keyword && rest.contains(" = ") | !rest.contains(' ')
}
