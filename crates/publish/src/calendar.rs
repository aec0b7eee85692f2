//! Releases, the ends of support and removals as iCalendar files (RFC 5545). The entry point
//! is [`files`].

use super::form::{Exporter, instead};
use super::{File, Site};
use catalogue::{Calendar, Library, Release, ReleaseState};
use document::plain_text;
use icalendar::{Component as _, Event, EventStatus, Property};
use query::{Departure, Route, departures};
use terms::{Date, counted};

/// The calendar of releases and the ends of support.
pub const RELEASE_CALENDAR: &str = "calendar/releases.ics";

/// The calendar of what each version removes.
pub const REMOVAL_CALENDAR: &str = "calendar/removals.ics";

/// The domain in every event's UID. The top-level domain `invalid` is reserved
/// (RFC 6761), so no other calendar has the same UIDs.
const HOST: &str = "whats-new-explorer.invalid";

/// The two calendars.
pub(super) fn files(library: &Library, site: &Site) -> [File; 2] {
    let releases = library.catalogue.calendars.iter().flat_map(|calendar| {
        let releases = calendar.releases.iter().map(CalendarDay::from_release);
        let days = releases.chain(CalendarDay::ends_of_support(calendar));
        days.map(move |day| (calendar, day))
    });
    let exporter = Exporter::new(library);
    let departures: Vec<Departure> = departures(&library.catalogue).collect();
    let removals = library.catalogue.calendars.iter().filter_map(|calendar| {
        let day = CalendarDay::removals(calendar, &departures, &exporter)?;
        Some((calendar, day))
    });
    [
        file(RELEASE_CALENDAR, "Python releases", releases, site),
        file(REMOVAL_CALENDAR, "Removals from Python", removals, site),
    ]
}

/// A calendar with days that belong to series.
fn file<'a>(
    path: &str,
    name: &str,
    days: impl Iterator<Item = (&'a Calendar, CalendarDay)>,
    site: &Site,
) -> File {
    let mut calendar = icalendar::Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new(
        "PRODID",
        "-//What's New in Python//Explorer//EN",
    ));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(name);
    for (series, day) in days {
        let page = Route::default().with_series(series.series);
        // An event's URL has to be absolute.
        let url = site.is_known().then(|| site.link_to_route(path, &page));
        calendar.push(day.event(series.as_of, url.as_deref()));
    }
    File {
        path: path.to_owned(),
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

    /// What a version removes, on the day of its first final release, with a line for each
    /// thing. What was to go in a version that has come without removing it is left out.
    fn removals(
        calendar: &Calendar,
        departures: &[Departure<'_>],
        exporter: &Exporter<'_>,
    ) -> Option<Self> {
        let series = calendar.series;
        let is_ahead = !calendar.status_on(calendar.as_of).is_released();
        let lines = departures.iter().filter_map(|departure| {
            let label = match (departure.removed, departure.planned) {
                (Some(removed), _) if removed == series => "",
                (None, Some(planned)) if planned == series && is_ahead => "Planned: ",
                _ => return None,
            };
            let title = plain_text(&departure.feature.title);
            let replacement = exporter.text(departure.feature).and_then(instead);
            let replacement = replacement.map(|text| format!(". Instead: {text}"));
            Some(format!("{label}{title}{}", replacement.unwrap_or_default()))
        });
        let lines: Vec<String> = lines.collect();
        let removals = match lines.len() {
            0 => return None,
            count => counted(count, "removal"),
        };
        let first = calendar.first_final();
        Some(Self {
            id: format!("removals-{series}"),
            date: first.map_or(calendar.first_release, |release| release.date),
            summary: format!("Python {series}: {removals}"),
            note: Some(lines.join("\n")),
            is_certain: first.is_some_and(|release| release.state == ReleaseState::Actual),
        })
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
