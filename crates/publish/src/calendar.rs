//! Releases and the ends of support as an iCalendar file (RFC 5545). The entry point is
//! [`file`].

use super::{File, Site};
use catalogue::{Calendar, Library, Release, ReleaseState};
use icalendar::{Component as _, Event, EventStatus, Property};
use query::Route;
use terms::Date;

const PATH: &str = "calendar/releases.ics";

/// The domain in every event's UID. The top-level domain `invalid` is reserved
/// (RFC 6761), so no other calendar has the same UIDs.
const HOST: &str = "whats-new-explorer.invalid";

/// The release calendar of all series as one file.
pub(super) fn file(library: &Library, site: &Site) -> File {
    let catalogue = &library.catalogue;
    let mut calendar = icalendar::Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new(
        "PRODID",
        "-//What's New in Python//Explorer//EN",
    ));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name("Python releases");
    for series in &catalogue.calendars {
        let page = Route::default().with_series(series.series);
        // An event's URL has to be absolute.
        let url = site.is_known().then(|| site.link_to_route(PATH, &page));
        let mut push = |day: CalendarDay| {
            calendar.push(day.event(series.as_of, url.as_deref()));
        };
        series
            .releases
            .iter()
            .map(CalendarDay::from_release)
            .for_each(&mut push);
        CalendarDay::ends_of_support(series)
            .into_iter()
            .for_each(push);
    }
    File {
        path: PATH.to_owned(),
        bytes: calendar.to_string().into_bytes(),
    }
}

/// An all-day event.
struct CalendarDay {
    /// Unique in the calendar.
    id: String,
    date: Date,
    summary: String,
    note: Option<String>,
    is_certain: bool,
}

impl CalendarDay {
    fn from_release(release: &Release) -> Self {
        Self {
            id: format!("release-{}", release.number),
            date: release.date,
            summary: format!("Python {}", release.number),
            note: release.note.clone(),
            is_certain: release.state == ReleaseState::Actual,
        }
    }

    /// The ends of bug fixes and of security fixes. Later dates than the calendar's are
    /// tentative.
    fn ends_of_support(calendar: &Calendar) -> [Self; 2] {
        let series = calendar.series;
        let day = |id: &str, date: Date, summary: String| Self {
            id: format!("{id}-{series}"),
            date,
            summary,
            note: None,
            is_certain: date <= calendar.as_of,
        };
        [
            day(
                "end-of-bugfix",
                calendar.end_of_bugfix,
                format!("Python {series}: end of bug fixes"),
            ),
            day(
                "end-of-life",
                calendar.end_of_life,
                format!("Python {series}: end of security fixes"),
            ),
        ]
    }

    fn event(&self, as_of: Date, url: Option<&str>) -> Event {
        let mut event = Event::with_uid(&format!("{}@{HOST}", self.id));
        // Not the current time: the same catalogue always gives the same file.
        event.add_property("DTSTAMP", format!("{}T000000Z", basic_format(as_of)));
        let mut start = Property::new("DTSTART", basic_format(self.date));
        event.append_property(start.add_parameter("VALUE", "DATE").done());
        event.summary(&self.summary);
        if let Some(note) = &self.note {
            event.description(note);
        }
        if let Some(url) = url {
            event.url(url);
        }
        // A release does not make anyone busy.
        event.add_property("TRANSP", "TRANSPARENT");
        event.status(if self.is_certain {
            EventStatus::Confirmed
        } else {
            EventStatus::Tentative
        });
        event.done()
    }
}

/// The date in the basic format of ISO 8601, without hyphens.
fn basic_format(date: Date) -> String {
    date.to_string().replace('-', "")
}
