//! The calendars: checked against RFC 5545, with a parser, and against the fact table.

use super::{ANYWHERE, LIBRARY, SITE, SOMEWHERE, leads_to_a_page};
use catalogue::ReleaseState;
use icalendar::{Calendar, CalendarComponent, Component, Event, parser};
use publish::{RELEASE_CALENDAR, REMOVAL_CALENDAR};
use std::collections::BTreeMap;
use terms::Date;

pub(super) const PATH: &str = RELEASE_CALENDAR;

/// The events by their ids. Fails if lines are too long, have the wrong ending or are folded
/// within a character, or if a parser rejects the text.
#[track_caller]
pub(super) fn events(text: &str) -> BTreeMap<String, Event> {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line:?} has {} octets", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    let unfolded = parser::unfold(text);
    let calendar: Calendar = parser::read_calendar(&unfolded).expect("a calendar").into();
    assert_eq!(calendar.property_value("VERSION"), Some("2.0"));
    assert!(calendar.property_value("PRODID").is_some());
    let mut events = BTreeMap::new();
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else {
            panic!("{component:?} is not an event");
        };
        let id = event.get_uid().expect("an id").to_owned();
        assert!(
            events.insert(id.clone(), event.clone()).is_none(),
            "{id} is listed twice"
        );
    }
    events
}

#[track_caller]
fn is_on(event: &Event, date: Date, is_certain: bool) {
    let start = event.properties().get("DTSTART").expect("a start");
    assert_eq!(
        start.value(),
        date.to_string().replace('-', ""),
        "{event:?}"
    );
    let kind = start.params().get("VALUE").map(icalendar::Parameter::value);
    assert_eq!(kind, Some("DATE"), "{event:?}");
    assert_eq!(
        event.property_value("DTEND"),
        None,
        "an event of one day needs no end"
    );
    let status = if is_certain { "CONFIRMED" } else { "TENTATIVE" };
    assert_eq!(event.property_value("STATUS"), Some(status), "{event:?}");
    let stamp = event.property_value("DTSTAMP").expect("a stamp");
    assert!(stamp.len() == 16 && stamp.ends_with("T000000Z"), "{stamp}");
}

#[test]
fn it_has_every_release_and_every_end_of_support() {
    let mut events = events(ANYWHERE.text(PATH));
    let (mut certain, mut expected) = (0, 0);
    for calendar in &LIBRARY.catalogue.calendars {
        for release in &calendar.releases {
            let id = format!("release-{}@whats-new-explorer.invalid", release.number);
            let event = events.remove(&id).unwrap_or_else(|| panic!("no {id}"));
            let is_actual = release.state == ReleaseState::Actual;
            is_on(&event, release.date, is_actual);
            assert_eq!(
                event.get_summary(),
                Some(format!("Python {}", release.number).as_str())
            );
            assert_eq!(event.get_description(), release.note.as_deref());
            if is_actual {
                certain += 1
            } else {
                expected += 1
            }
        }
        for (what, date) in [
            ("end-of-bugfix", calendar.end_of_bugfix),
            ("end-of-life", calendar.end_of_life),
        ] {
            let id = format!("{what}-{}@whats-new-explorer.invalid", calendar.series);
            let event = events.remove(&id).unwrap_or_else(|| panic!("no {id}"));
            is_on(&event, date, date <= calendar.as_of);
        }
    }
    assert!(certain > 0 && expected > 0);
    assert!(events.is_empty(), "{events:?}");
}

#[test]
fn removals_are_on_the_day_of_their_version() {
    let mut events = events(ANYWHERE.text(REMOVAL_CALENDAR));
    let file = ANYWHERE.json("api/v1/deprecations.json");
    let departures = file["deprecations"].as_array().expect("a list");
    let (mut past, mut ahead) = (0, 0);
    for calendar in &LIBRARY.catalogue.calendars {
        let series = calendar.series.to_string();
        let is_released = calendar.status_on(calendar.as_of).is_released();
        let expected: Vec<&str> = departures
            .iter()
            .filter(|departure| {
                let is_planned = departure["state"] == "pending" && departure["removal"] == series;
                departure["removed"] == series || is_planned && !is_released
            })
            .filter_map(|departure| departure["title"].as_str())
            .collect();
        let id = format!("removals-{series}@whats-new-explorer.invalid");
        let Some(event) = events.remove(&id) else {
            assert_eq!(expected, [""; 0], "{series}");
            continue;
        };
        let first = calendar.first_final().expect("a release");
        is_on(&event, first.date, is_released);
        let text = event.get_description().expect("a description");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), expected.len(), "{series}: {text}");
        for title in expected {
            let is_told = |line: &&str| line.trim_start_matches("Planned: ").starts_with(title);
            assert!(lines.iter().any(is_told), "{series}: {title}");
        }
        let count = format!("Python {series}: {} removal", lines.len());
        assert!(
            event
                .get_summary()
                .is_some_and(|summary| summary.starts_with(&count))
        );
        let planned = lines
            .iter()
            .filter(|line| line.starts_with("Planned: "))
            .count();
        assert!(planned == 0 || !is_released, "{text}");
        past += usize::from(is_released);
        ahead += planned;
    }
    assert!(past > 5 && ahead > 0, "{past} {ahead}");
    assert!(events.is_empty(), "{events:?}");
}

#[test]
fn addresses_are_whole_or_left_out() {
    for path in [PATH, REMOVAL_CALENDAR] {
        let nowhere = events(ANYWHERE.text(path));
        assert!(nowhere.values().all(|event| event.get_url().is_none()));
        for event in events(SOMEWHERE.text(path)).values() {
            leads_to_a_page(event.get_url().expect("an address"), SITE);
        }
    }
}
