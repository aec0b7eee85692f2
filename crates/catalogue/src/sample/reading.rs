//! Parses sample files: a header of TOML in comment lines, then the code.

use super::recording::recording;
use super::{Outcome, Sample};
use document::{Code, Diagnostic, Position, suggestion};
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::{Ranged, ReleaseNumber, Series, TermError};

const OPENING: &str = "# /// sample";
const CLOSING: &str = "# ///";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    feature: String,
    title: String,
    order: u32,
    note: String,
    browser: Option<String>,
    #[serde(default)]
    recorded: Vec<ReleaseNumber>,
    expect: BTreeMap<String, String>,
    #[serde(default)]
    output: BTreeMap<String, String>,
    #[serde(default)]
    warning: BTreeMap<String, String>,
}

/// A diagnostic at the first occurrence of `words` in a sample's file.
pub(super) fn wrong(
    file: &str,
    words: &str,
    message: impl Into<String>,
    help: impl Into<String>,
) -> Diagnostic {
    let position = Position::of_words(file, words);
    Diagnostic::new(Code::Sample, position, message).with_help(help)
}

impl Sample {
    /// Reads a sample file: a header of TOML in comment lines, between `# ///
    /// sample` and `# ///`, and after it the code. The `slug` is the feature's
    /// slug and the sample's name, such as `pep-758/bare`.
    ///
    /// # Errors
    ///
    /// If the header is missing, malformed or incomplete.
    pub fn parse(slug: &str, text: &str) -> Result<Self, Diagnostic> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.replace("\r\n", "\n");
        let (header, code) = split(&text)?;
        let header = read_header(&header)?;
        check_folder(slug, &text, &header.feature)?;
        if code.trim().is_empty() {
            let message = "there is no code after the header";
            return Err(wrong(
                &text,
                CLOSING_LINE,
                message,
                "add code that shows the feature",
            ));
        }
        let sample = Self {
            slug: slug.to_owned(),
            feature: header.feature,
            title: header.title,
            order: header.order,
            note: header.note,
            recording: recording(&text, header.browser, header.recorded)?,
            expectations: expectations(&text, header.expect)?,
            outputs: ranged(&text, "output", header.output)?,
            warnings: ranged(&text, "warning", header.warning)?,
            code,
        };
        if let Some(recording) = &sample.recording {
            recording.backs(&text, "expect", &sample.expectations)?;
            recording.backs(&text, "output", &sample.outputs)?;
            recording.backs(&text, "warning", &sample.warnings)?;
        }
        Ok(sample)
    }
}

/// The closing line; its line feed distinguishes it from the opening line.
const CLOSING_LINE: &str = "# ///\n";

/// Checks that a sample is in the folder of the feature in its header.
fn check_folder(slug: &str, text: &str, named: &str) -> Result<(), Diagnostic> {
    let Some((feature, name)) = slug.split_once('/') else {
        let message = "the sample is not in the folder of a feature";
        let help = format!("move it into a folder `{named}`");
        return Err(wrong(text, OPENING, message, help));
    };
    if name.is_empty() || name.contains('/') {
        let message = "a folder of samples must not contain folders";
        let help = "name the file like `pep-758/bare.py`";
        return Err(wrong(text, OPENING, message, help));
    }
    if feature == named {
        return Ok(());
    }
    let message = format!("the header names the feature `{named}`, but the folder is `{feature}`");
    let help = suggestion(named, &[feature]);
    Err(wrong(text, named, message, help))
}

/// Splits a file into the TOML of the header, line by line from the file's
/// second line on, and the code.
fn split(text: &str) -> Result<(String, String), Diagnostic> {
    let mut lines = text.lines().enumerate();
    if lines.next().map(|(_, line)| line.trim_end()) != Some(OPENING) {
        let help = format!("begin with the line `{OPENING}`");
        return Err(wrong(text, "", "the sample has no header", help));
    }
    let mut header = String::new();
    while let Some((index, line)) = lines.next() {
        let line = line.trim_end();
        if line == CLOSING {
            let mut code: String = lines
                .skip_while(|(_, line)| line.trim().is_empty())
                .flat_map(|(_, line)| [line, "\n"])
                .collect();
            code.truncate(code.trim_end().len());
            code.push('\n');
            return Ok((header, code));
        }
        match line.strip_prefix('#') {
            Some(rest) if rest.is_empty() || rest.starts_with(' ') => {
                header.push_str(rest.strip_prefix(' ').unwrap_or(rest));
                header.push('\n');
            }
            _ => {
                let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
                let message = "a line of the header is not a comment";
                let help = format!("begin it with `# `, or end the header with `{CLOSING}`");
                let diagnostic = Diagnostic::new(Code::Sample, Position::line(number), message);
                return Err(diagnostic.with_help(help));
            }
        }
    }
    let help = format!("end it with the line `{CLOSING}`");
    Err(wrong(text, OPENING, "the header is never closed", help))
}

fn read_header(header: &str) -> Result<Header, Diagnostic> {
    toml::from_str(header).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let Position { line, column } = Position::of(header, start);
        // The header's first line is the file's second, and each begins with
        // `# `.
        let position = Position {
            line: line.saturating_add(1),
            column: column.saturating_add(2),
        };
        // A diagnostic is reported on one line.
        let message = error.message().lines().collect::<Vec<_>>().join("; ");
        Diagnostic::new(Code::Sample, position, message)
    })
}

/// The expected outcomes in the table `[expect]`.
fn expectations(
    file: &str,
    entries: BTreeMap<String, String>,
) -> Result<Vec<Ranged<Outcome>>, Diagnostic> {
    if entries.is_empty() {
        let help = "state the outcome of the sample in each version";
        return Err(wrong(file, "[expect]", "[expect] is empty", help));
    }
    let outcome = |text: String| match text.as_str() {
        "runs" => Outcome::Runs,
        _ => Outcome::Raises(text),
    };
    let expected = ranged(file, "expect", entries)?.into_iter();
    Ok(expected.map(|entry| entry.map(outcome)).collect())
}

/// The entries of a table with their versions, in the order of the versions.
fn ranged(
    file: &str,
    table: &'static str,
    entries: BTreeMap<String, String>,
) -> Result<Vec<Ranged<String>>, Diagnostic> {
    let mut found = Vec::new();
    for (key, value) in entries {
        let versions = key.parse().map_err(|error: TermError| {
            let message = format!("in [{table}], `{}` is not a {}", error.text, error.what);
            let help = format!("write {}", error.example);
            wrong(file, &format!("\"{key}\""), message, help)
        })?;
        found.push(Ranged { versions, value });
    }
    found.sort_by_key(|entry: &Ranged<String>| entry.versions.from);
    for pair in found.windows(2) {
        if let [earlier, later] = pair
            && earlier.versions.overlaps(later.versions)
        {
            let message = format!(
                "[{table}] has {} in two ranges",
                later.versions.from.unwrap_or(Series::python3(0))
            );
            let heading = format!("[{table}]");
            return Err(wrong(file, &heading, message, "let no two ranges overlap"));
        }
    }
    Ok(found)
}
