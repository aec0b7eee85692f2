//! [`Date`], a calendar day.

use super::TermError;
use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// A calendar day; displayed as `2025-10-07`.
///
/// It is serialized as that text in human-readable formats such as JSON, and as
/// three numbers in the bundle, so that the page needs no date parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The English names of the months, abbreviated to three letters.
    pub const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];

    /// The given day of the Gregorian calendar. `month` and `day` count from 1.
    /// `None` if there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The year, such as 2026.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day as readers write it: `7 Oct 2025`.
    pub fn in_words(self) -> String {
        let month = usize::try_from(self.month() - 1).unwrap_or_default();
        let month = Self::MONTHS.get(month).copied().unwrap_or_default();
        format!("{} {month} {}", self.day(), self.year())
    }

    /// The same day some years later; the 28th where it is 29 February and the later year has
    /// none.
    #[must_use]
    pub fn years_later(self, years: i16) -> Self {
        let year = self.year().saturating_add(years);
        let same = Self::new(year, self.month(), self.day());
        same.or_else(|| Self::new(year, self.month(), 28))
            .unwrap_or(self)
    }

    /// The month, 1 to 12, whose English name begins with the same three letters as
    /// `name`, in either case.
    pub fn month_from_name(name: &str) -> Option<i8> {
        let start = name.get(..3)?;
        let index = Self::MONTHS
            .iter()
            .position(|month| month.eq_ignore_ascii_case(start))?;
        i8::try_from(index + 1).ok()
    }

    /// The number of days from this day to `other`; negative if `other` is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        const HOURS_PER_DAY: i64 = 24;
        other.0.duration_since(self.0).as_hours() / HOURS_PER_DAY
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.year(), self.month(), self.day());
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let parse = || {
            let mut parts = text.split('-');
            let date = Self::new(
                parts.next().filter(|year| year.len() == 4)?.parse().ok()?,
                parse_number(parts.next()?, 2)?,
                parse_number(parts.next()?, 2)?,
            );
            date.filter(|_| parts.next().is_none())
        };
        parse().ok_or_else(|| TermError::new(text, "date", "2025-10-07"))
    }
}

/// Parses a number of 1 to `max_digits` digits.
fn parse_number<T: FromStr>(text: &str, max_digits: usize) -> Option<T> {
    (1..=max_digits)
        .contains(&text.len())
        .then(|| super::series::parse_digits(text))?
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.year(), self.month(), self.day()).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(D::Error::custom)
        } else {
            let (year, month, day) = Deserialize::deserialize(deserializer)?;
            Self::new(year, month, day).ok_or_else(|| D::Error::custom("no such day"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn displays_the_form_that_it_parses() {
        let date: Date = "2024-02-29".parse().expect("a leap day");
        assert_eq!(date.to_string(), "2024-02-29");
        for text in ["2023-02-29", "2024-13-01", "24-02-29", "2024-02-29-1", ""] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_leap_day_has_no_anniversary_in_other_years() {
        let later = |text: &str, years| {
            let date: Date = text.parse().expect("a date");
            date.years_later(years).in_words()
        };
        assert_eq!(later("2024-10-07", 3), "7 Oct 2027");
        assert_eq!(later("2024-02-29", 3), "28 Feb 2027");
        assert_eq!(later("2024-02-29", 4), "29 Feb 2028");
    }

    #[test]
    fn counts_days() {
        let parse = |text: &str| text.parse::<Date>().expect("a date");
        let (first, later) = (parse("2024-10-15"), parse("2025-10-07"));
        assert_eq!(first.days_until(later), 357);
        assert_eq!(later.days_until(first), -357);
    }

    #[test]
    fn is_text_in_json_and_numbers_in_the_bundle() {
        let date: Date = "2025-10-07".parse().expect("a date");
        assert_eq!(
            serde_json::to_string(&date).expect("JSON"),
            "\"2025-10-07\""
        );
        let bytes = postcard::to_allocvec(&date).expect("postcard");
        assert!(bytes.len() <= 4);
        assert_eq!(postcard::from_bytes(&bytes), Ok(date));
    }
}
