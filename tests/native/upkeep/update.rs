//! Updating the fact tables: what is written, reported and rejected.

use super::fixture::{Assets, NOTES};
use terms::Date;
use upkeep::update::{Change, Options, UpdateError, update};

const INDEX: &str = "index.json";
const CALENDAR: &str = "calendar.toml";
const PEPS: &str = "facts/peps.toml";
const RELEASES: &str = "facts/releases.toml";

/// Assets with an index and a calendar that agree with the tables.
fn current() -> Assets {
    let assets = Assets::sound();
    assets.write(INDEX, include_str!("../../fixtures/upkeep/index.json"));
    assets.write(
        CALENDAR,
        include_str!("../../fixtures/upkeep/calendar.toml"),
    );
    assets
}

fn options(assets: &Assets) -> Options {
    let folder = assets.folder();
    Options {
        assets: folder.to_owned(),
        peps: Some(folder.join(INDEX)),
        releases: Some(folder.join(CALENDAR)),
        release_dates: None,
        as_of: None,
        today: Date::new(2026, 11, 1).expect("a day"),
        is_dry_run: false,
    }
}

#[track_caller]
fn updated(assets: &Assets) -> Vec<Change> {
    match update(&options(assets)) {
        Ok(changes) => changes,
        Err(error) => panic!("{error}"),
    }
}

fn refused(assets: &Assets) -> String {
    let error: UpdateError = update(&options(assets)).expect_err("something odd");
    error.to_string()
}

#[test]
fn where_nothing_has_changed_nothing_is_written() {
    let assets = current();
    let before = (assets.read(PEPS), assets.read(RELEASES));
    assert_eq!(updated(&assets), []);
    assert_eq!((assets.read(PEPS), assets.read(RELEASES)), before);
}

#[test]
fn a_day_that_is_given_is_written_all_the_same() {
    let assets = current();
    let options = Options {
        as_of: Date::new(2026, 10, 1),
        ..options(&assets)
    };
    let before = assets
        .read(RELEASES)
        .lines()
        .skip(1)
        .collect::<Vec<_>>()
        .join("\n");
    assert_eq!(update(&options).ok(), Some(Vec::new()));
    assert!(assets.read(PEPS).contains("\nas_of = 2026-10-01\n"));
    assert!(
        assets.read(RELEASES).trim_end().ends_with(&before),
        "the rest stays"
    );
}

#[test]
fn a_change_is_written_and_reported_with_the_lines_that_mention_it() {
    let assets = current()
        .change(INDEX, "\"Final\"", "\"Superseded\"")
        .change(
            CALENDAR,
            "\"expected\"\ndate = 2026-12-02",
            "\"actual\"\ndate = 2026-12-03",
        )
        .change(NOTES, "**3.14.0.** The", "**3.14.1.** The");
    let changes = updated(&assets);
    let [pep, release] = changes.as_slice() else {
        panic!("two changes are expected: {changes:?}");
    };
    assert_eq!(pep.text, "PEP 758 is superseded; it was final");
    assert_eq!(pep.touched.len(), 2);
    assert!(
        pep.touched[0].ends_with("news.md:9: pep-758, status=accepted"),
        "{pep:?}"
    );
    assert!(
        pep.touched[1].ends_with("3.14.md:13: pep-758, status=final"),
        "{pep:?}"
    );
    assert_eq!(
        release.text,
        "3.14.1 was released on 2026-12-03; it was expected on 2026-12-02"
    );
    assert!(
        release.touched[0].ends_with("3.14.md:17: gh-1"),
        "{release:?}"
    );
    let peps = assets.read(PEPS);
    assert!(
        peps.contains("758 = { title = \"Parentheses\", status = \"superseded\""),
        "{peps}"
    );
    assert!(peps.contains("as_of = 2026-11-01"), "{peps}");
    assert!(
        assets
            .read(RELEASES)
            .contains("date = 2026-12-03, state = \"actual\"")
    );
    assert_eq!(updated(&assets), [], "twice is once");
}

#[test]
fn a_dry_run_only_tells() {
    let assets = current().change(INDEX, "\"Draft\"", "\"Accepted\"");
    let before = assets.read(PEPS);
    let options = Options {
        is_dry_run: true,
        ..options(&assets)
    };
    let changes = update(&options).expect("an update");
    assert_eq!(changes[0].text, "PEP 776 is accepted; it was draft");
    assert_eq!(assets.read(PEPS), before);
}

#[test]
fn new_and_lost_rows_are_reported() {
    let assets = current()
        .change(INDEX, "\"776\"", "\"777\"")
        .change(INDEX, "\"number\": 776", "\"number\": 777")
        .append(CALENDAR, "\n[[release.\"3.14\"]]\nstage = \"3.14.2 candidate 1\"\nstate = \"expected\"\ndate = 2027-02-02\n");
    let texts: Vec<String> = updated(&assets)
        .into_iter()
        .map(|change| change.text)
        .collect();
    assert_eq!(
        texts,
        [
            "PEP 777 is new and draft: A Draft",
            "PEP 776 is no longer in the index",
            "3.14.2rc1 is new: expected on 2027-02-02",
        ]
    );
}

#[test]
fn the_calendar_has_a_long_and_a_short_form_in_json() {
    let assets = current();
    assets.write(
        CALENDAR,
        r#"{ "3.14": { "branch": "3.14", "pep": 1, "status": "security",
            "first_release": "2025-10-07", "end_of_life": "2030-11",
            "release_manager": "A. Manager" } }"#,
    );
    let texts: Vec<String> = updated(&assets)
        .into_iter()
        .map(|change| change.text)
        .collect();
    assert_eq!(
        texts,
        ["3.14: its end of life is 2030-11-01; it was 2030-10-01"]
    );
    assert!(
        assets.read(RELEASES).contains("number = \"3.14.1\""),
        "releases stay"
    );
    assets.write(
        CALENDAR,
        r#"{ "metadata": { "3.14": { "pep": 1, "status": "security", "branch": "",
            "start_of_development": "2024-05-08", "feature_freeze": "2025-05-07",
            "first_release": "2025-10-07", "end_of_bugfix": "2027-10-07",
            "end_of_life": "2030-11-01" } },
            "releases": { "3.14": [
                { "stage": "3.14.0 final", "state": "actual", "date": "2025-10-07", "note": "" },
                { "stage": "3.14.1", "state": "expected", "date": "2026-12-02", "note": "" } ] } }"#,
    );
    let texts: Vec<String> = updated(&assets)
        .into_iter()
        .map(|change| change.text)
        .collect();
    assert_eq!(texts, ["the version 3.13 is no longer in the calendar"]);
}

#[test]
fn invalid_files_are_rejected_and_nothing_is_written() {
    let assets = current().change(INDEX, "\"Draft\"", "\"Drafty\"");
    let before = assets.read(PEPS);
    let error = refused(&assets);
    assert!(
        error.contains("index.json: PEP 776: `Drafty` is not a valid status"),
        "{error}"
    );
    assert_eq!(assets.read(PEPS), before);
    let error = refused(&current().change(CALENDAR, "3.14.1", "3.14.1 gamma 2"));
    assert!(
        error.contains("`3.14.1 gamma 2` is not a release"),
        "{error}"
    );
    let error = refused(&current().change(CALENDAR, "stage = \"3.14.1\"", "stage = \"3.13.1\""));
    assert!(error.contains("3.13.1 is listed under 3.14"), "{error}");
    let assets = current();
    assets.write(CALENDAR, "{ \"3.17\": { \"pep\": 9, \"status\": \"feature\", \"first_release\": \"2028-10-01\", \"end_of_life\": \"2033-10\" } }");
    let error = refused(&assets);
    assert!(
        error.contains("3.17 is new") && error.contains("python-releases.toml"),
        "{error}"
    );
    let assets = current();
    let older = Options {
        as_of: Date::new(2026, 8, 1),
        ..options(&assets)
    };
    let error = update(&older).expect_err("an older day").to_string();
    assert!(
        error.contains("2026-08-22, which is later than 2026-08-01"),
        "{error}"
    );
}

#[test]
fn releases_that_the_calendar_only_expects_are_taken_from_a_table_of_days() {
    let assets = current();
    assets.write(
        "dates.tsv",
        "release\tdate\n3.14.1\t2026-11-30\n3.13.1\t2026-11-30\n",
    );
    let options = Options {
        peps: None,
        releases: None,
        release_dates: Some(assets.folder().join("dates.tsv")),
        ..options(&assets)
    };
    let texts = |changes: Vec<Change>| changes.into_iter().map(|change| change.text);
    let changes = update(&options).expect("an update");
    assert_eq!(
        texts(changes).collect::<Vec<_>>(),
        [
            "3.13.1 is new: actual on 2026-11-30",
            "3.14.1 was released on 2026-11-30; it was expected on 2026-12-02",
        ]
    );
    let table = assets.read(RELEASES);
    assert!(
        table.contains("\nas_of = 2026-08-22\n"),
        "that of the calendar remains"
    );
    assert_eq!(
        table.matches("\nas_of = 2026-11-30\n").count(),
        2,
        "{table}"
    );
    assert_eq!(update(&options).ok(), Some(Vec::new()), "twice is once");

    assets.write("dates.tsv", "release\tdate\n3.14.1\n");
    let error = update(&options).expect_err("no date").to_string();
    assert!(error.contains("dates.tsv: line 2"), "{error}");
}
