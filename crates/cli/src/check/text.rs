//! What was found, for people: with the lines of source, coloured if a terminal listens. The
//! entry point is [`print`].

use super::report::{Item, Report};
use annotate_snippets::{AnnotationKind, Group, Level as Grade, Origin, Renderer, Snippet};
use lookup::{Level, SourceFile};
use rayon::prelude::*;
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};
use std::ops::Range;
use terms::counted;

/// The longest line that is shown, in bytes. Longer ones are no lines that people write.
const LINE_LIMIT: usize = 500;

/// The most places that are named for the oldest version.
const PLACES: usize = 5;

/// Prints what was found.
pub(crate) fn print(report: &Report<'_>) -> io::Result<()> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    let width = terminal_size::terminal_size_of(io::stdout());
    let renderer = match width {
        Some((width, _)) => Renderer::styled().term_width(usize::from(width.0)),
        None => Renderer::styled(),
    };
    let problems = report.problems();
    // Rendering takes longer than anything but checking, so it is done on all cores.
    let of_files = problems.par_chunk_by(|one, next| one.file == next.file);
    let rendered: Vec<String> = of_files
        .flat_map_iter(|items| {
            let source = items.first();
            let source = source.and_then(|item| Source::find(&report.inputs.files, item.file));
            let rendered = items.iter().map(|item| {
                let group = group(item, source.as_ref());
                renderer.render(&[group])
            });
            rendered.collect::<Vec<_>>()
        })
        .collect();
    for group in rendered {
        writeln!(out, "{group}\n")?;
    }
    minimum(report, &renderer, &mut out)?;
    writeln!(out, "{}", report.versions.sentence(report.checked.to))?;
    if !report.checked.files.is_empty() {
        writeln!(out, "{}", report.checked.summary())?;
    }
    if let Some(needless) = report.checked.needless() {
        writeln!(
            out,
            "{needless} With `--format json` they are listed as leftovers."
        )?;
    }
    writeln!(out, "{}", counts(report, &problems))?;
    out.flush()
}

fn group<'a>(item: &'a Item<'_>, source: Option<&'a Source<'_>>) -> Group<'a> {
    let grade = match item.level {
        Level::Error => Grade::ERROR,
        Level::Warning => Grade::WARNING,
        Level::Note => Grade::NOTE,
    };
    let title = grade.primary_title(item.message).id(item.kind);
    let line = source.and_then(|source| source.line(item.source_line));
    let group = match line.filter(|line| line.len() <= LINE_LIMIT) {
        Some(line) => title.element(
            Snippet::source(line)
                .line_start(item.line as usize)
                .path(item.path())
                .annotation(AnnotationKind::Primary.span(span(item, line))),
        ),
        None => title.element(
            Origin::path(item.path())
                .line(item.line as usize)
                .char_column(item.column as usize),
        ),
    };
    let help = item
        .help()
        .into_iter()
        .map(|help| Grade::HELP.message(help));
    let doubt = item.doubt().map(|doubt| Grade::NOTE.message(doubt));
    let change = item
        .change()
        .map(|slug| Grade::NOTE.message(format!("change: {slug}")));
    group.elements(help).elements(doubt).elements(change)
}

/// The marked part of a line, in bytes.
fn span(item: &Item<'_>, line: &str) -> Range<usize> {
    let offset = |column: u32| {
        let mut starts = line.char_indices().map(|(at, _)| at);
        let index = column.saturating_sub(1) as usize;
        starts.nth(index).unwrap_or(line.len())
    };
    let start = offset(item.column);
    let end = match item.end {
        (line, column) if line == item.line => offset(column),
        _ => line.len(),
    };
    start..end.max(start)
}

/// Says what the oldest version rests on, if nobody asked for one.
fn minimum(report: &Report<'_>, renderer: &Renderer, out: &mut impl Write) -> io::Result<()> {
    let Some(minimum) = report
        .checked
        .minimum
        .filter(|_| report.checked.from.is_none())
    else {
        return Ok(());
    };
    let needing: Vec<Item<'_>> = report
        .checked
        .needing_minimum()
        .map(|finding| report.finding(finding))
        .collect();
    if needing.is_empty() {
        return Ok(());
    }
    let title = Grade::NOTE.primary_title(format!("Python {minimum} is needed for"));
    let group = Group::with_title(title);
    writeln!(out, "{}", renderer.render(&[group]))?;
    for item in needing.iter().take(PLACES) {
        let (path, line, column) = (item.path(), item.line, item.column);
        let name = item.finding.map_or("", |finding| &finding.name);
        writeln!(out, "  {path}:{line}:{column}: {name}")?;
    }
    if needing.len() > PLACES {
        writeln!(out, "  and {} more", needing.len() - PLACES)?;
    }
    writeln!(out)
}

fn counts(report: &Report<'_>, problems: &[Item<'_>]) -> String {
    let errors = problems
        .iter()
        .filter(|item| item.level == Level::Error)
        .count();
    let mut files: Vec<&str> = problems.iter().map(|item| item.file).collect();
    files.dedup();
    let all = counted(report.checked.files.len(), "file");
    if problems.is_empty() {
        return format!("No errors or warnings in {all}.");
    }
    let (errors, warnings) = (
        counted(errors, "error"),
        counted(problems.len() - errors, "warning"),
    );
    match report.checked.files.len() {
        1 => format!("{errors} and {warnings} in {all}."),
        _ => format!("{errors} and {warnings} in {} of {all}.", files.len()),
    }
}

/// The text of a file that something was found in.
struct Source<'a> {
    text: Cow<'a, str>,
    /// The offset of each line's first byte.
    starts: Vec<usize>,
}

impl<'a> Source<'a> {
    fn find(files: &'a [SourceFile], path: &str) -> Option<Self> {
        let index = files.binary_search_by(|file| file.path.as_str().cmp(path));
        let file = files.get(index.ok()?)?;
        let text = check::decode(&file.bytes).ok()?;
        let text = match text.strip_prefix('\u{feff}') {
            Some(text) => Cow::Owned(text.to_owned()),
            None => text,
        };
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| {
            **byte == b'\n' || **byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')
        });
        let starts = [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect();
        Some(Self { text, starts })
    }

    /// A line, counted from 1, without its end.
    fn line(&self, number: u32) -> Option<&str> {
        let index = (number as usize).checked_sub(1)?;
        let start = *self.starts.get(index)?;
        let end = self
            .starts
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        Some(self.text.get(start..end)?.trim_end_matches(['\n', '\r']))
    }
}
