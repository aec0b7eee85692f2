//! The result of a check as text that a link can hold. The entry points are [`write`] and
//! [`read`].
//!
//! Links are kept, so this format stays readable: the first line names it, every other line
//! is a record of fields between tabs, and a record belongs to the last `file` before it.
//! Lines of code are left out, since they are not the result.

use crate::finding::Finding;
use crate::leftover::{Leftover, LeftoverKind};
use crate::report::FileError;
use crate::source::{CellStart, SourceReport};
use python::Position;
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use terms::Series;

/// The first line.
const HEADING: &str = "# What a check of code found, 1";

/// What ends a field or a line, and is in no field.
const SEPARATORS: [char; 3] = ['\t', '\n', '\r'];

/// The text does not have the format of [`write`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: this is not the result of a check; the link may have been cut short")]
pub struct SharedError {
    /// The line, counted from 1.
    pub line: usize,
}

/// Whether a text is what [`write`] writes, rather than code.
pub fn is_shared(text: &str) -> bool {
    text.starts_with(HEADING)
}

/// Writes a result.
pub fn write(sources: &[SourceReport]) -> String {
    let mut out = Records(HEADING.to_owned() + "\n");
    for source in sources {
        out.add(&["file", &source.path]);
        if let Some(reason) = &source.left_out {
            out.add(&["left-out", reason]);
        }
        for cell in &source.cells {
            out.add(&["cell", &cell.number.to_string(), &cell.line.to_string()]);
        }
        for finding in &source.report.findings {
            out.finding(finding);
        }
        for FileError {
            position,
            message,
            is_unread,
        } in &source.report.errors
        {
            let kind = if *is_unread { "unread" } else { "error" };
            out.at(kind, *position, &[message]);
        }
        for leftover in &source.report.leftovers {
            out.leftover(leftover);
        }
    }
    out.0
}

/// The text of a result.
struct Records(String);

impl Records {
    fn add(&mut self, fields: &[&str]) {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.0.push('\t');
            }
            self.0.push_str(&field.replace(SEPARATORS, " "));
        }
        self.0.push('\n');
    }

    fn at(&mut self, kind: &str, Position { line, column }: Position, fields: &[&str]) {
        let place = format!("{line}:{column}");
        self.add(&[&[kind, &place], fields].concat());
    }

    fn finding(&mut self, finding: &Finding) {
        let until = finding.until.map(|until| until.to_string());
        self.at(
            finding.kind.key(),
            finding.start,
            &[
                &finding.version.to_string(),
                &until.unwrap_or_default(),
                finding.certainty.key(),
                finding.change.as_deref().unwrap_or_default(),
                &finding.name,
                &finding.message,
            ],
        );
    }

    fn leftover(&mut self, leftover: &Leftover) {
        let version = leftover.version.to_string();
        let (kind, names): (_, [&str; 2]) = match &leftover.kind {
            LeftoverKind::Comparison { holds: true } => ("holds", [""; 2]),
            LeftoverKind::Comparison { holds: false } => ("fails", [""; 2]),
            LeftoverKind::Handler { name } => ("handler", [name, ""]),
            LeftoverKind::Backport { from, name } => ("backport", [name, from]),
        };
        self.at(kind, leftover.start, &[&version, names[0], names[1]]);
    }
}

/// Reads what [`write`] has written.
///
/// # Errors
///
/// If the text is anything else.
pub fn read(text: &str) -> Result<Vec<SourceReport>, SharedError> {
    let text = text.replace('\r', " ");
    let mut lines = text.lines().enumerate();
    if lines.next().map(|(_, heading)| heading) != Some(HEADING) {
        return Err(SharedError { line: 1 });
    }
    let mut sources: Vec<SourceReport> = Vec::new();
    for (index, line) in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        let record = match (&*fields, sources.last_mut()) {
            (["file", path], _) => {
                sources.push(SourceReport {
                    path: (*path).to_owned(),
                    ..SourceReport::default()
                });
                Some(())
            }
            (fields, Some(source)) => add(source, fields),
            (_, None) => None,
        };
        record.ok_or(SharedError { line: index + 1 })?;
    }
    for source in &mut sources {
        source.limits = source.report.limits();
    }
    Ok(sources)
}

/// Adds a record to its file; `None` if it is not one.
fn add(source: &mut SourceReport, fields: &[&str]) -> Option<()> {
    match *fields {
        ["left-out", reason] => source.left_out = Some(reason.to_owned()),
        ["cell", number, line] => source.cells.push(CellStart {
            number: number.parse().ok()?,
            line: line.parse().ok()?,
        }),
        [kind @ ("error" | "unread"), at, message] => source.report.errors.push(FileError {
            position: position(at)?,
            message: message.to_owned(),
            is_unread: kind == "unread",
        }),
        [kind, at, version, name, from] => source.report.leftovers.push(Leftover {
            start: position(at)?,
            version: version.parse().ok()?,
            kind: leftover_kind(kind, name, from)?,
        }),
        [kind, at, version, until, certainty, change, name, message] => {
            let start = position(at)?;
            source.report.findings.push(Finding {
                start,
                end: start,
                kind: word(kind)?,
                name: name.to_owned(),
                version: version.parse().ok()?,
                until: match until {
                    "" => None,
                    until => Some(until.parse::<Series>().ok()?),
                },
                certainty: word(certainty)?,
                message: message.to_owned(),
                change: (!change.is_empty()).then(|| change.to_owned()),
            });
        }
        _ => return None,
    }
    Some(())
}

fn position(text: &str) -> Option<Position> {
    let (line, column) = text.split_once(':')?;
    Some(Position {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
    })
}

/// The variant of an enumeration that a word stands for in data.
fn word<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(text)).ok()
}

fn leftover_kind(kind: &str, name: &str, from: &str) -> Option<LeftoverKind> {
    let name = name.to_owned();
    Some(match kind {
        "holds" => LeftoverKind::Comparison { holds: true },
        "fails" => LeftoverKind::Comparison { holds: false },
        "handler" => LeftoverKind::Handler { name },
        "backport" => LeftoverKind::Backport {
            from: from.to_owned(),
            name,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Certainty, FindingKind};

    const AT: Position = Position { line: 3, column: 5 };

    fn sources() -> Vec<SourceReport> {
        let finding = |kind, until, change: Option<&str>| Finding {
            start: AT,
            end: AT,
            kind,
            name: "imp".to_owned(),
            version: Series::python3(12),
            until,
            certainty: Certainty::Likely,
            message: "`imp` was removed in 3.12".to_owned(),
            change: change.map(str::to_owned),
        };
        let leftover = |kind| Leftover {
            start: AT,
            version: Series::python3(9),
            kind,
        };
        let name = || "a.b".to_owned();
        let mut one = SourceReport {
            path: "folder/é.ipynb".to_owned(),
            cells: vec![CellStart { number: 2, line: 1 }],
            ..SourceReport::default()
        };
        one.report.findings = vec![
            finding(FindingKind::Removed, None, Some("imp")),
            finding(FindingKind::Changed, Some(Series::python3(13)), None),
        ];
        one.report.errors = vec![FileError {
            position: AT,
            message: "expected `:`".to_owned(),
            is_unread: false,
        }];
        one.report.leftovers = vec![
            leftover(LeftoverKind::Comparison { holds: true }),
            leftover(LeftoverKind::Comparison { holds: false }),
            leftover(LeftoverKind::Handler { name: name() }),
            leftover(LeftoverKind::Backport {
                from: "c.d".to_owned(),
                name: name(),
            }),
        ];
        one.limits = one.report.limits();
        let other = SourceReport::left_out("b.py".to_owned(), "it is no program".to_owned());
        let unread = SourceReport::unread("c.py".to_owned(), "too deep".to_owned());
        vec![one, other, unread]
    }

    #[test]
    fn what_was_written_is_read() {
        let text = write(&sources());
        assert!(is_shared(&text));
        assert_eq!(read(&text), Ok(sources()), "{text}");
    }

    #[test]
    fn separators_do_not_break_a_record() {
        let path = "a\tb\n.py".to_owned();
        let text = write(&[SourceReport::left_out(path, String::new())]);
        let read = read(&text).expect("a result");
        assert_eq!(read[0].path, "a b .py");
    }

    #[test]
    fn other_text_is_rejected_with_its_line() {
        let text = write(&sources());
        let cut = text.trim_end().rsplit_once('\t').expect("a field").0;
        let lines = cut.lines().count();
        assert_eq!(read(cut), Err(SharedError { line: lines }));
        assert_eq!(read("import imp"), Err(SharedError { line: 1 }));
        let early = format!("{HEADING}\ncell\t1\t1\n");
        assert_eq!(read(&early), Err(SharedError { line: 2 }));
    }
}
