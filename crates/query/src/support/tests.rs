//! Tests of what versions mean for a reader.

use super::*;
use catalogue::fixture::Shelf;
use catalogue::{Release, ReleaseState};
use terms::{PepNumber, ReleaseNumber, SourceKind};

const TODAY: &str = "2026-11-30";

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// 3.9 to 3.16 with their real days; 3.16 is expected.
pub(crate) fn calendars() -> Vec<Calendar> {
    let days = [
        (9, "2020-10-05", "2025-10-31"),
        (10, "2021-10-04", "2026-10-01"),
        (11, "2022-10-24", "2027-10-01"),
        (12, "2023-10-02", "2028-10-01"),
        (13, "2024-10-07", "2029-10-01"),
        (14, "2025-10-07", "2030-10-01"),
        (15, "2026-10-09", "2031-10-01"),
        (16, "2027-10-06", "2032-10-01"),
    ];
    let calendar = |(minor, first, end): (u8, &str, &str)| {
        let series = Series::python3(minor);
        let state = if minor < 16 {
            ReleaseState::Actual
        } else {
            ReleaseState::Expected
        };
        Calendar {
            series,
            pep: PepNumber(1),
            as_of: day(TODAY),
            start_of_development: day("2019-01-01"),
            feature_freeze: day("2019-01-02"),
            first_release: day(first),
            end_of_bugfix: day(first).years_later(2),
            end_of_life: day(end),
            releases: vec![Release {
                number: ReleaseNumber::first_final(series),
                date: day(first),
                state,
                note: None,
            }],
        }
    };
    days.into_iter().map(calendar).collect()
}

fn versions(text: &str) -> Versions {
    if text.is_empty() {
        return Versions::NONE;
    }
    Versions::parse(text, Series::python3(16)).expect(text)
}

/// The support of what `has` has, as the page says it.
fn said(choice: &str, kind: Kind, has: &str, deprecated: &str) -> String {
    let record = Record {
        known: versions("3.9-3.16"),
        has: versions(has),
        deprecated: versions(deprecated),
    };
    let choice = choice.parse().expect(choice);
    let support = Support::new(choice, record, &calendars(), day(TODAY)).expect("known versions");
    let mut said = support.statements(kind);
    said.extend(support.when());
    said.join("; ")
}

#[test]
fn what_all_supported_versions_have_is_widely_available() {
    for (has, deprecated, expected) in [
        ("3.9-", "", Some(Availability::Widely)),
        ("3.11-", "", Some(Availability::Widely)),
        ("3.12-", "", Some(Availability::Newly)),
        ("3.15-", "", Some(Availability::Newly)),
        ("3.16", "", None),
        ("3.9-3.14", "", None),
        ("3.9-", "3.13-", None),
    ] {
        let record = Record {
            known: versions("3.9-3.16"),
            has: versions(has),
            deprecated: versions(deprecated),
        };
        let availability = Availability::on(record, &calendars(), day(TODAY));
        assert_eq!(availability, expected, "{has} {deprecated}");
    }
}

#[test]
fn a_name_is_usable_lacking_or_gone() {
    for (choice, has, expected) in [
        ("3.10..3.14", "3.9-", "usable"),
        (
            "3.10..3.14",
            "3.12-",
            "usable in 3.12–3.14; not in 3.10–3.11; in all from 1 Oct 2027, when 3.11 has ended",
        ),
        (
            "3.10..3.14",
            "3.11-",
            "usable in 3.11–3.14; not in 3.10; in all once you drop 3.10, which ended on 1 Oct 2026",
        ),
        (
            "spec0",
            "3.14-",
            "usable in 3.14–3.15; not in 3.13; in all from 7 Oct 2027, when 3.13 has ended",
        ),
        (
            "3.10..3.14",
            "3.15-",
            "not available in any; in all from 1 Oct 2030, when 3.14 has ended",
        ),
        (
            "3.10..3.10",
            "3.16-",
            "not available in any; in all from 6 Oct 2027, when 3.10 has ended",
        ),
        (
            "3.10..3.14",
            "3.9-3.12",
            "usable in 3.10–3.12; breaks in 3.13–3.14",
        ),
        ("3.10..3.14", "3.9", "removed from all"),
        (
            "3.10..3.14",
            "3.11-3.12",
            "usable in 3.11–3.12; not in 3.10; breaks in 3.13–3.14",
        ),
        ("supported", "3.11-", "usable"),
    ] {
        assert_eq!(
            said(choice, Kind::Added, has, ""),
            expected,
            "{choice} {has}"
        );
    }
}

#[test]
fn a_deprecation_is_named_with_its_versions() {
    assert_eq!(
        said("3.10..3.14", Kind::Deprecated, "3.9-", "3.13-"),
        "usable; deprecated in 3.13–3.14"
    );
    assert_eq!(
        said("3.10..3.12", Kind::Deprecated, "3.9-", "3.13-"),
        "usable",
        "later versions do not matter"
    );
}

#[test]
fn a_change_is_the_same_in_all_versions_or_not() {
    for (has, expected) in [
        ("3.10-", "the same in all"),
        (
            "3.13-",
            "new in 3.13–3.14; as before in 3.11–3.12; in all from 1 Oct 2028, when 3.12 has ended",
        ),
        (
            "3.15-",
            "as before in all; in all from 1 Oct 2030, when 3.14 has ended",
        ),
    ] {
        assert_eq!(
            said("3.11..3.14", Kind::Changed, has, ""),
            expected,
            "{has}"
        );
    }
}

#[test]
fn versions_of_which_nothing_is_known_do_not_count() {
    let record = Record {
        known: versions("3.13-3.15"),
        has: versions("3.13-3.15"),
        deprecated: Versions::NONE,
    };
    let new = |choice: &str| {
        let choice = choice.parse().expect(choice);
        Support::new(choice, record, &calendars(), day(TODAY))
    };
    let some = new("3.12..3.16").expect("some are known");
    assert_eq!(some.mine, versions("3.13-3.15"));
    assert_eq!(some.outcome(), Outcome::Usable);
    assert_eq!(new("3.10..3.12"), None);
    assert_eq!(new("3.16"), None);
}

#[test]
fn the_record_of_a_feature_follows_its_life() {
    let catalogue = Shelf::empty()
        .document(
            "3.13",
            SourceKind::Reference,
            "series: '3.13'",
            "## D {#3.13-d kind=deprecated name=a.b removal=3.15}\n\nx",
        )
        .document(
            "3.14",
            SourceKind::Reference,
            "series: '3.14'",
            "## R {#3.14-r kind=removed name=a.b}\n\nx\n\n## N {#3.14-n kind=added}\n\nx",
        )
        .catalogue();
    let record = |slug: &str| {
        let feature = catalogue.feature(slug).expect(slug);
        Record::of(&catalogue, feature, day(TODAY))
    };
    let removed = record("3.14-r");
    assert_eq!(removed.known, versions("3.13-3.15"), "3.12 is not recorded");
    assert_eq!(removed.has, versions("3.13"));
    assert_eq!(removed.deprecated, versions("3.13"));
    let added = record("3.14-n");
    assert_eq!(added.known, versions("3.12-3.15"));
    assert_eq!(added.has, versions("3.14-3.15"));
}

#[test]
fn a_row_says_what_its_feature_alone_means() {
    let catalogue = Shelf::empty()
        .reference(
            "3.14",
            "## A {#3.14-a kind=added}\n\nx\n\n## C {#3.14-c kind=changed}\n\nx\n\n\
             ## D {#3.14-d kind=deprecated}\n\nx\n\n## R {#3.14-r kind=removed}\n\nx\n\n\
             ## W {#3.14-w kind=added removed=3.15.1}\n\nx",
        )
        .catalogue();
    let outcome = |slug: &str, mine: &str| {
        let feature = catalogue.feature(slug).expect(slug);
        Outcome::of_row(feature, versions(mine)).map(Outcome::key)
    };
    for (slug, mine, expected) in [
        ("3.14-a", "3.14-3.15", Some("usable")),
        ("3.14-a", "3.13-3.15", Some("lacking")),
        ("3.14-c", "3.12-3.13", Some("lacking")),
        ("3.14-d", "3.12-3.15", None),
        ("3.14-r", "3.12-3.13", Some("usable")),
        ("3.14-r", "3.13-3.14", Some("breaking")),
        ("3.14-w", "3.14-3.15", Some("breaking")),
        ("3.14-a", "", None),
    ] {
        assert_eq!(outcome(slug, mine), expected, "{slug} {mine}");
    }
}
