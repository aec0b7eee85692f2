//! The days of releases from a tab-separated file with the columns `release` and `date`, as
//! the changelogs give them. It is newer than the release calendar at times, but knows
//! nothing of what is expected. The entry points are [`read`] and [`apply`].

use super::releases::Rows;
use catalogue::ReleaseState;
use catalogue::tables::{ReleaseRow, SeriesRow};
use terms::{Date, ReleaseNumber, TermError};

/// A release and the day on which it was published.
pub(super) type Published = (ReleaseNumber, Date);

/// Parses the file; an error names the line.
pub(super) fn read(text: &str) -> Result<Vec<Published>, String> {
    let rows = text.lines().zip(1..).skip(1);
    let rows = rows.filter(|(line, _)| !line.is_empty());
    rows.map(|(line, number)| row(line).map_err(|error| format!("line {number}: {error}")))
        .collect()
}

fn row(line: &str) -> Result<Published, String> {
    let (release, date) = line
        .split_once('\t')
        .ok_or("it needs a release, a tab and a date")?;
    let odd = |error: TermError| error.to_string();
    Ok((
        release.parse().map_err(odd)?,
        date.trim().parse().map_err(odd)?,
    ))
}

/// Adds what the calendar does not know as published. The days that it has remain: those of
/// the changelogs are of the tag, which may be a day earlier.
///
/// Series that the calendar does not have are left alone: their phases are unknown.
pub(super) fn apply(calendar: &Rows, published: &[Published], as_of: Date) -> Rows {
    let mut rows = calendar.clone();
    for (number, date) in published {
        let Some(row) = rows.get_mut(&number.series) else {
            continue;
        };
        if publish(row, *number, *date) {
            row.as_of = Some(as_of);
        }
    }
    rows
}

/// Marks a release as published, unless it is; returns whether it was not.
fn publish(row: &mut SeriesRow, number: ReleaseNumber, date: Date) -> bool {
    let is_known = |known: &ReleaseRow| known.number == number;
    if let Some(known) = row.releases.iter().find(|known| is_known(known))
        && known.state == ReleaseState::Actual
    {
        return false;
    }
    row.releases.retain(|known| !is_known(known));
    let end = row.releases.len();
    let later = row.releases.iter().position(|known| known.date > date);
    row.releases.insert(
        later.unwrap_or(end),
        ReleaseRow {
            number,
            date,
            state: ReleaseState::Actual,
            note: None,
        },
    );
    if number == ReleaseNumber::first_final(number.series) {
        row.first_release = date;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::tables::ReleaseTable;

    const CALENDAR: &str = "as_of = 2026-08-22\n[series.\"3.15\"]\npep = 790\n\
        start_of_development = 2025-05-07\nfeature_freeze = 2026-05-05\n\
        first_release = 2026-10-01\nend_of_bugfix = 2028-10-01\nend_of_life = 2031-10-01\n\
        releases = [\n\
        { number = \"3.15.0b1\", date = 2026-05-06, state = \"actual\" },\n\
        { number = \"3.15.0\", date = 2026-10-01, state = \"expected\" },\n\
        { number = \"3.15.1\", date = 2026-12-01, state = \"expected\" },\n]\n";

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn what_was_only_expected_or_unknown_is_published() {
        let known = ReleaseTable::read(CALENDAR).expect("a calendar").series;
        let file = "release\tdate\n3.15.0\t2026-10-09\n3.15.0rc1\t2026-08-04\n\
                    3.15.0b1\t2026-05-05\n3.17.0\t2026-10-09\n";
        let published = read(file).expect("a table");
        let new = apply(&known, &published, day("2026-10-26"));
        let row = new.values().next().expect("3.15");
        let releases = row.releases.iter();
        let releases = releases.map(|row| format!("{} {} {:?}", row.number, row.date, row.state));
        assert_eq!(
            releases.collect::<Vec<_>>(),
            [
                "3.15.0b1 2026-05-06 Actual",
                "3.15.0rc1 2026-08-04 Actual",
                "3.15.0 2026-10-09 Actual",
                "3.15.1 2026-12-01 Expected",
            ]
        );
        assert_eq!(row.first_release, day("2026-10-09"));
        assert_eq!(row.as_of, Some(day("2026-10-26")));
        assert_eq!(new.len(), 1, "the calendar has no 3.17");
        let again = apply(&new, &published, day("2026-11-01"));
        assert_eq!(again, new, "nothing is new the second time");
    }

    #[test]
    fn an_error_names_the_line() {
        let error = read("release\tdate\n3.15.0 2026-10-09\n").expect_err("no tab");
        assert_eq!(error, "line 2: it needs a release, a tab and a date");
        let error = read("release\tdate\n3.15.0\tsoon\n").expect_err("no date");
        assert!(error.starts_with("line 2: `soon`"), "{error}");
    }
}
