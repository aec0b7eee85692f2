//! Reads facts about a feature from lines such as `Status: Final`. The entry
//! point is [`read`].

use super::references::References;
use crate::Inline;
use terms::{Date, Status};

/// The facts in a paragraph of such lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// The number of lines before the facts.
    pub title_lines: usize,
    pub status: Option<Status>,
    pub created: Option<Date>,
    pub references: References,
}

/// A quick check whether a paragraph may contain facts; most do not.
pub(super) fn may_be_one(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        Inline::Text(text) => text.contains("tatus:") || text.contains("ontribution:"),
        Inline::Strong(inner) | Inline::Emphasis(inner) => may_be_one(inner),
        _ => false,
    })
}

/// Reads the lines of a paragraph; `None` unless they state a status or the
/// issue of a contribution. A value may be on the line after its key.
pub(super) fn read(lines: &[String]) -> Option<Sheet> {
    let mut sheet = Sheet::default();
    let mut first = None;
    for (at, line) in lines.iter().enumerate() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let next = lines.get(at + 1).map(String::as_str).unwrap_or_default();
        let value = Some(value.trim())
            .filter(|value| !value.is_empty())
            .unwrap_or(next.trim());
        match key.trim().to_ascii_lowercase().as_str() {
            "status" => sheet.status = value.parse().ok(),
            "created" => sheet.created = date(value),
            "contribution" => sheet.references = References::of_text(value),
            _ => continue,
        }
        first.get_or_insert(at);
    }
    sheet.title_lines = first?;
    let has_facts = sheet.status.is_some() || !sheet.references.is_empty();
    has_facts.then_some(sheet)
}

/// A date such as `13th March 2025` or `2025-03-13`.
fn date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mut words = text.split_whitespace();
    let day = words.next()?.trim_end_matches(char::is_alphabetic);
    let (month, year) = (words.next()?, words.next()?);
    Date::new(
        year.parse().ok()?,
        Date::month_from_name(month)?,
        day.parse().ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(ToOwned::to_owned).collect()
    }

    #[test]
    fn facts_are_read() {
        let sheet = read(&lines(
            "A feature\nContribution:\ngh-128563\nStatus:\nClosed",
        ));
        let sheet = sheet.expect("a sheet");
        assert_eq!(sheet.title_lines, 1);
        assert_eq!(sheet.status, Some(Status::Closed));
        assert_eq!(sheet.references, References::of_text("gh-128563"));

        let sheet = read(&lines("Status: Final\nCreated: 6th November 2023")).expect("a sheet");
        assert_eq!(sheet.title_lines, 0);
        assert_eq!(
            sheet.created.map(|day| day.to_string()).as_deref(),
            Some("2023-11-06")
        );
    }

    #[test]
    fn prose_is_not_a_sheet() {
        assert_eq!(read(&lines("Note: status\nCreated: long ago")), None);
        assert_eq!(read(&lines("Status: unclear")), None);
    }
}
