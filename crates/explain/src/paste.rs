//! What somebody pastes: lines of an error, of a warning, of whole tracebacks. The entry
//! point is [`Paste::parse`].

use crate::compilers::CFailure;
use crate::failure::Failure;
use terms::{LINE_BREAK, Series, reported_class};

/// A longer text is not read to its end.
pub const LONGEST_PASTE: usize = 1 << 20;

/// The errors and warnings in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paste {
    /// In the order of the text, each once.
    pub reports: Vec<Report>,
    /// The version that gave them, if a path or a banner names it.
    pub version: Option<Series>,
    /// Every version that the text names.
    pub versions: Vec<Series>,
    /// Whether the text is longer than what is read.
    pub is_cut: bool,
}

/// Who speaks in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// Python.
    Python,
    /// A compiler or linker.
    Compiler,
    /// The person who asks.
    Person,
}

/// One error or warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Who says it.
    pub speaker: Speaker,
    /// The name of the exception or warning, such as `AttributeError`, without a module;
    /// empty if only the message is there.
    pub class: String,
    /// The message without the class, on one line.
    pub message: String,
    /// Code that stands with it: the lines before the message, or what stands before it in
    /// its line.
    pub code: String,
    /// The lines of the text that it is in, from 1.
    pub lines: Vec<usize>,
}

/// How many lines of code before a message are kept.
const CODE_LINES: usize = 4;

/// More reports than this in one text are not read.
const MOST_REPORTS: usize = 50;

/// A longer message is cut, in bytes.
const LONGEST_MESSAGE: usize = 2_000;

impl Paste {
    /// Reads a text. ANSI escapes, the prefixes of logs and of pytest, and typographic
    /// quotes are taken off.
    pub fn parse(text: &str) -> Self {
        let (text, is_cut) = beginning(text);
        let text = cleaned(text);
        let lines: Vec<&str> = text.lines().map(without_prefix).collect();
        let mut reports: Vec<Report> = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let Some((class, start)) = reported_class(line) else {
                reports.extend(of_compiler(index, line));
                continue;
            };
            let report = Report {
                speaker: Speaker::Python,
                class: class.to_owned(),
                message: message(line.get(start..).unwrap_or_default(), &lines, index),
                code: code(line, class, &lines, index),
                lines: vec![index + 1],
            };
            let mut others = reports.iter_mut();
            let same = others
                .find(|other| (&other.class, &other.message) == (&report.class, &report.message));
            match same {
                Some(other) if other.lines.len() < MOST_REPORTS => other.lines.push(index + 1),
                Some(_) => {}
                None => reports.push(report),
            }
            if reports.len() >= MOST_REPORTS {
                break;
            }
        }
        if reports.is_empty() {
            reports.extend(without_last_line(&lines));
        }
        if reports.is_empty() {
            let numbered = lines.iter().enumerate();
            reports.extend(numbered.filter_map(without_class).take(MOST_REPORTS));
        }
        if reports.is_empty() {
            reports.extend(words(&lines));
        }
        Self {
            reports,
            version: version(&text),
            versions: versions(&text),
            is_cut,
        }
    }
}

/// What compilers and linkers put before what they say.
const COMPILER_SIGNS: [&str; 4] = ["error: ", "warning: ", "undefined symbol: ", "note: "];

/// The report of a compiler or linker in a line that names what the C API lacks.
fn of_compiler(index: usize, line: &str) -> Option<Report> {
    CFailure::of(line).map(|_| without_words(index, line, Speaker::Compiler))
}

/// The report in a line without a class: one of a compiler, or one that has the wording of
/// a failure.
fn without_class((index, line): (usize, &&str)) -> Option<Report> {
    let is_of_compiler = COMPILER_SIGNS
        .iter()
        .any(|sign| line.contains(sign) && !line.starts_with(char::is_uppercase));
    let speaker = if is_of_compiler {
        Speaker::Compiler
    } else {
        Speaker::Python
    };
    (is_of_compiler || Failure::is_in(line)).then(|| without_words(index, line, speaker))
}

fn without_words(index: usize, line: &str, speaker: Speaker) -> Report {
    Report {
        speaker,
        class: String::new(),
        message: cut(line.trim()).to_owned(),
        code: String::new(),
        lines: vec![index + 1],
    }
}

/// A syntax error whose last line was not pasted: a file, a line of code and a caret.
fn without_last_line(lines: &[&str]) -> Option<Report> {
    let is_caret = |line: &&str| !line.is_empty() && line.trim().chars().all(|c| c == '^');
    let caret = lines.iter().rposition(is_caret)?;
    let code = lines.get(caret.checked_sub(1)?)?;
    let file = lines.get(caret.checked_sub(2)?)?;
    file.trim_start().starts_with("File \"").then(|| Report {
        speaker: Speaker::Python,
        class: "SyntaxError".to_owned(),
        message: String::new(),
        code: cut(code).to_owned(),
        lines: vec![caret + 1],
    })
}

/// A text without any report, as a question.
fn words(lines: &[&str]) -> Option<Report> {
    let text = lines.join(" ");
    let message = cut(text.trim()).to_owned();
    (!message.is_empty()).then(|| Report {
        speaker: Speaker::Person,
        class: String::new(),
        message,
        code: cut(&lines.join("\n")).to_owned(),
        lines: vec![1],
    })
}

/// The part of a text that is read, and whether the rest is left out.
fn beginning(text: &str) -> (&str, bool) {
    let end = text.floor_char_boundary(LONGEST_PASTE);
    let start = text.get(..end).unwrap_or_default();
    (start, start.len() < text.len())
}

/// A text without escapes and with plain quotes.
fn cleaned(text: &str) -> String {
    let plain = anstream::adapter::strip_str(text).to_string();
    // The space after the sign is not of the line.
    plain
        .replace("⏎ ", "\n")
        .chars()
        .map(|letter| match letter {
            '‘' | '’' | '‛' => '\'',
            '“' | '”' => '"',
            LINE_BREAK => '\n',
            other => other,
        })
        .collect()
}

/// A line without what pytest, Docker and quotations in mail put before it.
fn without_prefix(line: &str) -> &str {
    let line = line.trim_end();
    let line = match line.split_once("| ") {
        Some((service, rest)) if is_service(service.trim()) => rest,
        _ => line,
    };
    let line = line.trim_start().strip_prefix("E  ").unwrap_or(line);
    line.strip_prefix("> ").unwrap_or(line)
}

/// Whether a text is the name of a container, such as `web_1`.
fn is_service(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_alphanumeric() || "_-.".contains(letter))
}

/// The message of a report: the rest of its line, with the lines that continue it.
fn message(rest: &str, lines: &[&str], index: usize) -> String {
    let mut message = cut(rest.trim()).to_owned();
    let following = lines.iter().skip(index + 1).take(3);
    for line in following.take_while(|line| continues(line)) {
        message.push(' ');
        message.push_str(cut(line.trim()));
    }
    message
}

/// The beginning of a text that is long enough for a message.
fn cut(text: &str) -> &str {
    let end = text.floor_char_boundary(LONGEST_MESSAGE);
    text.get(..end).unwrap_or_default()
}

/// Whether a line continues a message that the window was too narrow for: it is neither
/// indented, as code is, nor the beginning of something else.
fn continues(line: &str) -> bool {
    let begins_anew = [
        "Traceback",
        "During handling",
        "The above",
        "File \"",
        ">>>",
        "$",
    ];
    line.starts_with(char::is_alphanumeric)
        && !begins_anew.iter().any(|words| line.starts_with(words))
        && reported_class(line).is_none()
        && !line.contains(".py")
}

/// The code that stands with a report: what its line has before the class, else the lines
/// before it and, for a warning, the line after it.
fn code(line: &str, class: &str, lines: &[&str], index: usize) -> String {
    let before = line.find(class).and_then(|at| line.get(..at));
    let mut code: Vec<&str> = Vec::new();
    let earlier = lines.get(index.saturating_sub(CODE_LINES)..index);
    code.extend(earlier.unwrap_or_default().iter().copied());
    code.extend(before);
    if class.ends_with("Warning") {
        let next = lines.get(index + 1).copied();
        code.extend(next.filter(|next| next.starts_with("  ")));
    }
    let is_code = |line: &&str| {
        let line = line.trim();
        !line.is_empty() && !line.chars().all(|letter| "^~ ".contains(letter))
    };
    let code: Vec<&str> = code.into_iter().filter(is_code).map(cut).collect();
    code.join("\n")
}

/// The version of Python that a path or a banner in a text names, such as
/// `lib/python3.12/`, `Python312\Lib` or `Python 3.12.1`. The last one counts: a traceback
/// ends where it was raised. The version of an announcement is not the one that ran.
fn version(text: &str) -> Option<Series> {
    let mut found = None;
    let lower = text.to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = lower.get(from..).and_then(|rest| rest.find("python")) {
        let start = lower.floor_char_boundary((from + at).saturating_sub(ANNOUNCEMENT));
        let before = lower.get(start..from + at).unwrap_or_default();
        let is_announced = ANNOUNCED.iter().any(|word| before.contains(word));
        from += at + "python".len();
        let version = lower.get(from..).and_then(version_at);
        found = version.filter(|_| !is_announced).or(found);
    }
    found
}

/// How far before a version stands what is announced for it, in bytes.
const ANNOUNCEMENT: usize = 30;

/// Words of an announcement.
const ANNOUNCED: [&str; 4] = ["remov", "deprecated", "since ", "as of "];

/// Every version of Python 3 that a text names, such as `3.12` or `py312`, in its order.
fn versions(text: &str) -> Vec<Series> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('3') {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let is_start = before.is_none_or(|letter| !letter.is_ascii_digit() && letter != '.');
        let rest = text.get(at..).unwrap_or_default();
        let is_written = rest.starts_with("3.") || before == Some('y');
        if let Some(version) = version_at(rest).filter(|_| is_start && is_written)
            && !found.contains(&version)
        {
            found.push(version);
        }
    }
    found
}

/// The version at the beginning of a text: `3.12`, ` 3.12`, `/3.12`, `312`, or one of Python 2.
fn version_at(text: &str) -> Option<Series> {
    let text = text.strip_prefix([' ', '/', '-', '@']).unwrap_or(text);
    let (major, text) = match text.strip_prefix('2') {
        Some(rest) => (2, rest),
        None => (3, text.strip_prefix('3')?),
    };
    let minor = text.strip_prefix('.').unwrap_or(text);
    let digits = minor.find(|letter: char| !letter.is_ascii_digit());
    let minor = minor.get(..digits.unwrap_or(minor.len()))?;
    if minor.len() > 2 {
        return None;
    }
    let minor = minor.parse().ok()?;
    Some(Series { major, minor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_that_ran_is_not_the_one_that_is_announced() {
        for (text, version) in [
            (
                "File \"/usr/lib/python3.11/re/__init__.py\", line 1",
                Some((3, 11)),
            ),
            (
                "File \"/usr/lib/python2.7/site-packages/a.py\"",
                Some((2, 7)),
            ),
            (
                "DeprecationWarning: slated for removal in Python 3.12",
                None,
            ),
            ("deprecated since Python 3.8", None),
        ] {
            let expected = version.map(|(major, minor)| Series { major, minor });
            assert_eq!(Paste::parse(text).version, expected, "{text}");
        }
    }

    #[test]
    fn a_report_has_all_its_lines() {
        let paste = Paste::parse("KeyError: 'a'\n    x = 1\nKeyError: 'a'\n");
        let lines: Vec<_> = paste.reports.iter().map(|one| one.lines.clone()).collect();
        assert_eq!(lines, [[1, 3]]);
    }

    #[test]
    fn a_syntax_error_is_read_without_its_last_line_and_in_a_frame_of_pytest() {
        let paste = Paste::parse("  File \"a.py\", line 1\n    x = {**y}\n          ^");
        let report = paste.reports.first().expect("a report");
        assert_eq!(report.class, "SyntaxError");
        assert_eq!(report.code.trim(), "x = {**y}");
        let paste =
            Paste::parse("  E     except A, B:\n  E            ^\n  E   SyntaxError: invalid");
        let report = paste.reports.first().expect("a report");
        assert_eq!(report.class, "SyntaxError");
        assert!(report.code.contains("except A, B:"), "{}", report.code);
    }

    #[test]
    fn a_compiler_speaks_for_itself() {
        let paste = Paste::parse("cc a.c\na.c:1:2: error: 'PyFoo' undeclared\nmake: *** Error 1");
        let speakers: Vec<_> = paste.reports.iter().map(|one| one.speaker).collect();
        assert_eq!(speakers, [Speaker::Compiler]);
        let paste = Paste::parse("does it work?");
        assert_eq!(
            paste.reports.first().map(|one| one.speaker),
            Some(Speaker::Person)
        );
    }
}
