//! The result of a check for others: as a link, as Markdown and as CSV (RFC 4180).

use super::found::with_found;
use super::input::LONGEST_IN_ADDRESS;
use super::result::{Explained, LEVELS};
use super::verdict::verdict;
use crate::content::sentence;
use crate::platform::{address, clipboard, scripts};
use crate::session::Session;
use ::check::{Overview, SourceReport, shared};
use document::plain_text;
use query::Route;
use std::fmt::Write;

/// Copies a link to the result: the checked code, if it is in the address, else what was
/// found. Returns the outcome as a sentence.
pub(super) async fn copy_link(session: &Session) -> String {
    let mut route = Route::clone(&session.route);
    route.from = route.from.or(with_found(|found| found.requires));
    let found = match route.code {
        Some(_) => String::new(),
        None => with_found(|found| shared::write(&found.sources)),
    };
    if found.len() > LONGEST_IN_ADDRESS {
        return "The result is too long for a link. Copy it as Markdown instead.".to_owned();
    }
    let link = async move {
        if route.code.is_none() {
            route.code = Some(scripts::pack(&found).await);
        }
        address::link_to(&route)
    };
    match clipboard::copy_coming(link).await {
        Ok(()) => "Link copied.".to_owned(),
        Err(error) => sentence(&error),
    }
}

/// The result as Markdown: a heading for each level, and an item for each finding with its
/// places; then what could go with old versions.
pub(super) fn markdown(
    overview: &Overview,
    sources: &[SourceReport],
    explained: &[Explained],
) -> String {
    let (text, why) = verdict(overview, sources);
    let mut out = format!("# Will it run?\n\n{text}\n");
    for why in why {
        let _ = write!(out, "\n{}\n", escaped(&why));
    }
    for (level, heading) in LEVELS {
        let mut of_level = explained
            .iter()
            .filter(|one| one.group.level == level)
            .peekable();
        if of_level.peek().is_some() {
            let _ = write!(out, "\n## {heading}\n\n");
        }
        for one in of_level {
            let finding = &one.group.finding;
            let _ = writeln!(
                out,
                "- {} ({}).",
                escaped(&finding.message),
                finding.version
            );
            if !one.instead.is_empty() {
                let _ = writeln!(out, "  Instead: {}", escaped(&plain_text(&one.instead)));
            }
            for place in &one.group.places {
                if let Some(source) = sources.get(place.file) {
                    let _ = writeln!(out, "  - {}", code(&source.place(place.line)));
                }
            }
        }
    }
    out + &leftovers(overview, sources)
}

/// What the code has for older versions only, as a section.
fn leftovers(overview: &Overview, sources: &[SourceReport]) -> String {
    let mut out = String::new();
    if !overview.leftovers.is_empty() {
        out.push_str("\n## What could go with old versions\n\n");
    }
    for group in &overview.leftovers {
        let message = escaped(&group.kind.message());
        let _ = writeln!(out, "- {message} (from {} on).", group.version);
        for place in &group.places {
            if let Some(source) = sources.get(place.file) {
                let _ = writeln!(out, "  - {}", code(&source.place(place.line)));
            }
        }
    }
    out
}

/// The result as CSV, a line for each place.
pub(super) fn csv(sources: &[SourceReport], explained: &[Explained]) -> String {
    let mut out =
        "path,line,column,kind,name,version,certainty,message,instead,change\r\n".to_owned();
    for one in explained {
        let finding = &one.group.finding;
        for place in &one.group.places {
            let path = sources.get(place.file).map(|source| source.path.as_str());
            let change = one.feature.as_ref().map(|feature| feature.slug.as_str());
            let fields = [
                path.unwrap_or_default(),
                &place.line.to_string(),
                &place.column.to_string(),
                finding.kind.key(),
                &finding.name,
                &finding.version.to_string(),
                finding.certainty.key(),
                &finding.message,
                &plain_text(&one.instead),
                change.unwrap_or_default(),
            ]
            .map(field);
            let _ = write!(out, "{}\r\n", fields.join(","));
        }
    }
    out
}

/// A field of CSV. One that begins like a formula is not taken for one by a spreadsheet.
fn field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Text whose signs mean nothing in Markdown. What is between backticks stays code.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('`').enumerate() {
        if index > 0 {
            out.push('`');
        }
        for letter in part.chars() {
            if index % 2 == 0 && "\\*_[]<>#|~".contains(letter) {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

/// Text as code, between more backticks than it has.
fn code(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or(0) + 1);
    match fence.len() {
        1 => format!("`{text}`"),
        _ => format!("{fence} {text} {fence}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_with_signs_are_quoted_and_formulas_are_text() {
        assert_eq!(field("a.py"), "a.py");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
    }

    #[test]
    fn text_is_no_markup() {
        assert_eq!(escaped("`a_b` and __init__"), "`a_b` and \\_\\_init\\_\\_");
        assert_eq!(code("a`b"), "`` a`b ``");
    }
}
