//! What was found as commands of GitHub's workflows, which annotate lines. The entry point is
//! [`write`].
//!
//! The commands: <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>.

use super::report::{Item, Report};
use lookup::Level;
use std::io::{self, Write};

/// Writes a command for everything that matters, and the summary, which the log shows.
pub(crate) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    for item in report.problems() {
        writeln!(out, "{}", command(&item))?;
    }
    writeln!(out, "{}", report.checked.summary())
}

fn command(item: &Item<'_>) -> String {
    let name = match item.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let file = property(item.file);
    let (end_line, end_column) = item.end;
    let title = property(&match item.change() {
        Some(change) => format!("{} ({change})", item.kind),
        None => item.kind.to_owned(),
    });
    let help = item.help().into_iter().map(|help| format!("\n{help}"));
    let doubt = item.doubt().map(|doubt| format!("\n{doubt}"));
    let message: String = [item.message.to_owned()]
        .into_iter()
        .chain(help)
        .chain(doubt)
        .collect();
    match item.cell {
        // The lines of a notebook's file are not those of its cells.
        Some(cell) => {
            let message = data(&format!("cell {cell}, line {}: {message}", item.line));
            format!("::{name} file={file},title={title}::{message}")
        }
        None => format!(
            "::{name} file={file},line={},col={},endLine={end_line},endColumn={end_column},\
             title={title}::{}",
            item.line,
            item.column,
            data(&message)
        ),
    }
}

/// Escapes a message.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_or_a_property_is_escaped() {
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(property("a,b:c%3A\n"), "a%2Cb%3Ac%253A%0A");
    }
}
