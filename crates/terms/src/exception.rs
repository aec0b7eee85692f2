//! Exceptions and warnings as Python prints them. The entry points are [`reported_class`] and
//! [`is_report`].

/// What only a report has in it, as far as words can tell.
const SIGNS: [&str; 7] = [
    "Error: ",
    "Warning: ",
    "Exception: ",
    "No module named ",
    "cannot import name ",
    " has no attribute '",
    " unexpected keyword argument '",
];

/// Whether a text reports an exception or a warning as Python prints it: `NameError: name
/// 'x' is not defined`. It only looks for words, since every letter typed asks it.
pub fn is_report(text: &str) -> bool {
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// What stands for the end of a line in a text that has to be one line.
pub const LINE_BREAK: char = '⏎';

/// What the names of exceptions and warnings end in.
const ENDINGS: [&str; 7] = [
    "Error",
    "Warning",
    "Exception",
    "Interrupt",
    "Exit",
    "Iteration",
    "ExceptionGroup",
];

/// The class of an exception or warning that a line reports, without its module, and where
/// its message begins.
pub fn reported_class(line: &str) -> Option<(&str, usize)> {
    let mut from = 0;
    while let Some(found) = line.get(from..)?.find(':') {
        let colon = from + found;
        from = colon + 1;
        if let Some(class) = class_before(line, colon) {
            return Some((class, colon + 1));
        }
    }
    // An exception without a message is a line of its own.
    let class = line.trim();
    let is_alone = class == line && is_class(class.rsplit('.').next()?);
    is_alone.then(|| (class.rsplit('.').next().unwrap_or(class), line.len()))
}

/// The class that ends at a colon, unless the line is code that names it.
fn class_before(line: &str, colon: usize) -> Option<&str> {
    let before = line.get(..colon)?;
    let after = line.get(colon + 1..)?;
    if !(after.starts_with(' ') || after.is_empty()) {
        return None;
    }
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
    let start = before.trim_end_matches(is_name).len();
    let name = before.get(start..)?;
    let class = name.rsplit('.').next()?;
    let words = before.get(..start)?.trim_end();
    let is_code = ["except", "except (", ",", "as", "class", "|"]
        .iter()
        .any(|word| words.ends_with(word));
    // `re.error` and `socket.timeout` are exceptions, too.
    let is_lower = name.contains('.') && ["error", "timeout"].contains(&class);
    ((is_class(class) || is_lower) && !(is_code && after.trim().is_empty())).then_some(class)
}

fn is_class(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
        && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_found_whatever_stands_before_it() {
        for (line, class) in [
            (
                "TypeError: glob() got an unexpected keyword argument",
                Some("TypeError"),
            ),
            (
                "E   ImportError: cannot import name 'x'",
                Some("ImportError"),
            ),
            (
                "web_1  | yaml.scanner.ScannerError: oh",
                Some("ScannerError"),
            ),
            (
                "/a/b.py:3: DeprecationWarning: x is deprecated",
                Some("DeprecationWarning"),
            ),
            ("x = f() TypeError: y", Some("TypeError")),
            ("KeyboardInterrupt", Some("KeyboardInterrupt")),
            ("A_Warning", Some("A_Warning")),
            ("Config-Error", None),
            ("**re.error: bad escape", Some("error")),
            ("an error: bad", None),
            (
                "json.decoder.JSONDecodeError: Expecting value",
                Some("JSONDecodeError"),
            ),
            ("    except ValueError:", None),
            ("except (OSError, ValueError):", None),
            ("class MyError(Exception):", None),
            ("    raise TypeError('x: y')", None),
            ("what is a TypeError?", None),
            ("series: 3.14", None),
            ("    KeyError", None),
            ("", None),
        ] {
            assert_eq!(
                reported_class(line).map(|(class, _)| class),
                class,
                "{line}"
            );
        }
    }

    #[test]
    fn a_name_alone_is_no_report() {
        assert!(is_report("Traceback ⏎ NameError: name 'x' is not defined"));
        assert!(is_report(
            "'FileFinder' object has no attribute 'find_module', why?"
        ));
        for text in [
            "ExceptionGroup",
            "ImportError",
            "asyncio.TimeoutError",
            "walrus",
            "",
        ] {
            assert!(!is_report(text), "{text}");
        }
    }
}
